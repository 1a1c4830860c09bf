package atomicfile

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// forget drops what the system holds of f in memory, so that the next read
// comes from the medium. Where that is refused the read still proves the copy
// in memory.
func forget(f *os.File) { _ = unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED) }

// syncAll flushes the whole file system that f is on: a stick may be pulled
// out right after.
func syncAll(f *os.File) error {
	if err := unix.Syncfs(int(f.Fd())); err != nil {
		return fmt.Errorf("sync medium: %w", err)
	}
	return nil
}
