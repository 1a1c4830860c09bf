package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"harbour/store/atomicfile"
)

const (
	filesName  = "att"
	fileSuffix = ".age"
	staged     = ".tmp-"
)

// stagedName is what a file that comes or goes is called.
var stagedName = regexp.MustCompile(`^\.tmp-[0-9a-f]{32}\.age$`)

// folder is the folder of attachments.
type folder interface {
	create(name string) (folderFile, error)
	open(name string) (*os.File, error)
	rename(from, to string) error
	remove(name string) error
	list() ([]fs.DirEntry, error)
	// sync makes the names in the folder durable.
	sync() error
	io.Closer
}

type folderFile interface {
	io.WriteCloser
	Sync() error
}

// rootFolder is a folder on disk, out of which no name leads.
type rootFolder struct {
	*os.Root
	path string
}

// openFolder opens the folder of attachments, made if it is not there.
func openFolder(dir string) (folder, error) {
	path := filepath.Join(dir, filesName)
	if err := os.Mkdir(path, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, plainError(err)
	}
	if info, err := os.Lstat(path); err != nil {
		return nil, err
	} else if !info.IsDir() {
		return nil, ErrForeign
	}
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	return rootFolder{root, path}, nil
}

func (f rootFolder) create(name string) (folderFile, error) {
	file, err := f.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	return atomicfile.NewSteady(file), nil
}

func (f rootFolder) open(name string) (*os.File, error) { return f.Open(name) }
func (f rootFolder) rename(from, to string) error       { return f.Rename(from, to) }
func (f rootFolder) remove(name string) error           { return f.Remove(name) }
func (f rootFolder) list() ([]fs.DirEntry, error)       { return fs.ReadDir(f.FS(), ".") }
func (f rootFolder) sync() error                        { return atomicfile.SyncDir(f.path) }

// settleFiles brings the folder in line with the heads at unlock: a staged
// file that a head names gets its name, one that none names is what an
// interrupted attaching left. Nothing else is ever deleted: after a restore an
// unknown file may be the only copy.
func (v *Vault) settleFiles(files []Item) error {
	present, err := v.fileNames()
	if err != nil {
		return err
	}
	changed := false
	for _, item := range files {
		name := fileName(item.File.name)
		switch {
		case present[name]:
		case present[staged+name] && !v.damage.Any():
			if err := v.files.rename(staged+name, name); err != nil {
				return plainError(err)
			}
			changed = true
			delete(present, staged+name)
		case !present[staged+name]:
			v.damage.Items = append(v.damage.Items, item.ID)
		}
	}
	if v.damage.Any() {
		return nil
	}
	for name := range present {
		if stagedName.MatchString(name) {
			if err := v.files.remove(name); err != nil {
				return plainError(err)
			}
			changed = true
		}
	}
	if !changed {
		return nil
	}
	return plainError(v.files.sync())
}

// fileNames returns the names in the folder of attachments.
func (v *Vault) fileNames() (map[string]bool, error) {
	entries, err := v.files.list()
	if err != nil {
		return nil, plainError(err)
	}
	names := make(map[string]bool, len(entries))
	for _, e := range entries {
		names[e.Name()] = true
	}
	return names, nil
}

// hideFiles gives the files of removed attachments a staged name, so that a
// crash after the transaction leaves nothing to be taken for an unknown file.
// The function it returns undoes that.
func (v *Vault) hideFiles(sealed []sealedChange) (restore func() error, err error) {
	var hidden []string
	restore = func() error {
		var errs []error
		for _, name := range hidden {
			errs = append(errs, v.files.rename(staged+name, name))
		}
		return errors.Join(errs...)
	}
	for _, s := range sealed {
		if s.head != nil || !s.item.IsFile() {
			continue
		}
		name := fileName(s.item.File.name)
		// One that is not there may still bear its staged name.
		if err := v.files.rename(name, staged+name); err == nil {
			hidden = append(hidden, name)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return restore, plainError(err)
		}
	}
	if len(hidden) == 0 {
		return restore, nil
	}
	return restore, plainError(v.files.sync())
}

// settleCommitted gives added attachments their names and unlinks removed
// ones. What fails here is done at the next unlock: the heads have decided.
func (v *Vault) settleCommitted(sealed []sealedChange) {
	settled := false
	for _, s := range sealed {
		if !s.item.IsFile() {
			continue
		}
		name := fileName(s.item.File.name)
		if s.head == nil {
			_ = v.files.remove(staged + name)
		} else if s.item.Rev == 1 {
			_ = v.files.rename(staged+name, name)
		}
		settled = true
	}
	if settled {
		_ = v.files.sync()
	}
}
