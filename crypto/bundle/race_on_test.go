//go:build race

package bundle_test

// thinning is how much less the exhaustive tests look at under the race
// detector, which makes every opening ten times slower.
const thinning = 7
