//go:build unix

package crypto

import "golang.org/x/sys/unix"

// lockedMemory returns n zero bytes outside the Go heap, locked in memory and
// left out of core dumps. Where a limit forbids locking the memory is used all
// the same: a vault that cannot be opened is worse than a page in the swap.
func lockedMemory(n int) []byte {
	b, err := unix.Mmap(-1, 0, n, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_ANON|unix.MAP_PRIVATE)
	if err != nil {
		return make([]byte, n)
	}
	_ = unix.Mlock(b)
	leaveOutOfDumps(b)
	return b
}

// freeMemory overwrites b and gives it back.
func freeMemory(b []byte) {
	if b == nil {
		return
	}
	clear(b)
	// Fails only for memory that came from the heap, which needs no return.
	_ = unix.Munmap(b)
}
