package store

import "golang.org/x/sys/unix"

// Room returns the bytes that are free where the vault is; ok is false where
// that cannot be known.
func (v *Vault) Room() (free int64, ok bool) {
	d, err := v.files.open(".")
	if err != nil {
		return 0, false
	}
	defer d.Close()
	var fs unix.Statfs_t
	if err := unix.Fstatfs(int(d.Fd()), &fs); err != nil {
		return 0, false
	}
	return int64(fs.Bavail) * fs.Bsize, true
}
