//go:build !unix

package atomicfile

// SyncDir does nothing: this system makes names durable by itself.
func SyncDir(string) error { return nil }
