package crypto

import "golang.org/x/sys/unix"

// Harden keeps the memory of this process out of core dumps and away from
// other programs of the same user. Call it first in main, and again after an
// exec, which resets it.
func Harden() {
	// A system that refuses either is left as it is; nothing depends on it.
	_ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})
	_ = unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0)
}

func leaveOutOfDumps(b []byte) { _ = unix.Madvise(b, unix.MADV_DONTDUMP) }

// memorySize is the machine's memory in bytes, or 0 where it is not known.
func memorySize() uint64 {
	var info unix.Sysinfo_t
	if err := unix.Sysinfo(&info); err != nil {
		return 0
	}
	return uint64(info.Totalram) * uint64(info.Unit)
}
