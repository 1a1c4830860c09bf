//go:build race

package store_test

// killRounds is lower where a process takes much longer to start: what a kill
// leaves on disk has nothing to do with races.
const killRounds = 60
