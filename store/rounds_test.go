//go:build !race

package store_test

// killRounds is how often the writer is killed.
const killRounds = 200
