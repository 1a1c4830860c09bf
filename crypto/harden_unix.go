//go:build unix && !linux

package crypto

func leaveOutOfDumps([]byte) {}
