package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// system is what a File asks of the operating system.
type system interface {
	create(path string) (partFile, error)
	// readBack opens the file so that it is read from the medium.
	readBack(path string) (io.ReadCloser, error)
	// rename fails with fs.ErrExist where to stands already.
	rename(from, to string) error
	remove(path string) error
	syncDir(dir string) error
	// syncMedium makes everything durable on the medium that dir is on.
	syncMedium(dir string) error
}

type partFile interface {
	io.WriteCloser
	Sync() error
}

// disk is the system itself.
type disk struct{}

func (disk) create(path string) (partFile, error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	return NewSteady(f), nil
}

func (disk) readBack(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	forget(f)
	return f, nil
}

func (disk) rename(from, to string) error { return renameNew(from, to) }
func (disk) remove(path string) error     { return os.Remove(path) }
func (disk) syncDir(dir string) error     { return SyncDir(dir) }
func (disk) syncMedium(dir string) error  { return syncMedium(dir) }

// renameChecked renames where the system has no rename that spares what
// stands.
func renameChecked(from, to string) error {
	if _, err := os.Lstat(to); err == nil {
		return fs.ErrExist
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.Rename(from, to)
}
