//go:build !unix

package crypto

// lockedMemory returns n zero bytes.
func lockedMemory(n int) []byte { return make([]byte, n) }

// freeMemory overwrites b.
func freeMemory(b []byte) { clear(b) }
