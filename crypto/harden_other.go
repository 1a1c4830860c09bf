//go:build !linux

package crypto

// Harden does nothing on this system.
func Harden() {}

// memorySize is the machine's memory in bytes, or 0 where it is not known.
func memorySize() uint64 { return 0 }
