//go:build !race

package bundle_test

const thinning = 1
