package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"harbour/crypto"
	"harbour/store/atomicfile"
)

// newSuffix is what the database's name ends in until it is whole.
const newSuffix = ".new"

// Create makes a vault in dir, which must not exist or be empty, locked with
// pass at cost, and holding the items of first. It returns ErrExists where
// anything stands in the way. Until the vault is whole, dir holds none; what
// an interrupted Create left is no hindrance to the next.
func Create(ctx context.Context, dir string, pass *crypto.Secret, cost crypto.Cost, first *Write) error {
	lock, err := claim(dir)
	if err != nil {
		return err
	}
	defer lock.Close()
	temporary := filepath.Join(dir, databaseName+newSuffix)
	if err := removeUnfinished(temporary); err != nil {
		return err
	}
	f, err := os.OpenFile(temporary, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return plainError(err)
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := fill(ctx, temporary, pass, cost, first); err != nil {
		return errors.Join(err, removeUnfinished(temporary))
	}
	if err := os.Rename(temporary, filepath.Join(dir, databaseName)); err != nil {
		return errors.Join(err, removeUnfinished(temporary))
	}
	if err := atomicfile.SyncDir(dir); err != nil {
		return err
	}
	return atomicfile.SyncDir(filepath.Dir(filepath.Clean(dir)))
}

// claim makes dir if need be, makes sure that nothing of another's stands in
// it, and locks it.
func claim(dir string) (*os.File, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, plainError(err)
	}
	if err := checkEmpty(dir); err != nil {
		return nil, err
	}
	lock, err := lockFile(filepath.Join(dir, lockName))
	if err != nil {
		return nil, plainError(err)
	}
	// Before the lock was ours, another may have made a vault here.
	err = checkEmpty(dir)
	if err == nil {
		err = os.Chmod(dir, 0o700)
	}
	if err == nil {
		err = os.Mkdir(filepath.Join(dir, filesName), 0o700)
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, errors.Join(plainError(err), lock.Close())
	}
	return lock, nil
}

// checkEmpty returns ErrExists where dir holds more than an interrupted Create
// leaves. Attachments without a database are somebody's, too.
func checkEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		switch e.Name() {
		case lockName, databaseName + newSuffix, databaseName + newSuffix + "-journal":
			if !e.Type().IsRegular() {
				return ErrExists
			}
		case filesName:
			files, err := os.ReadDir(filepath.Join(dir, filesName))
			if err != nil || len(files) > 0 || !e.IsDir() {
				return ErrExists
			}
		default:
			return ErrExists
		}
	}
	return nil
}

// fill makes the database at path and puts first into it.
func fill(ctx context.Context, path string, pass *crypto.Secret, cost crypto.Cost, first *Write) error {
	e, err := openEngine(ctx, path)
	if err != nil {
		return err
	}
	keys := crypto.NewKeyring()
	defer keys.Destroy()
	v := &Vault{keys: keys, engine: e, tree: newTree()}
	err = func() error {
		if err := e.configure(ctx); err != nil {
			return err
		}
		if err := e.setJournal(ctx, "delete"); err != nil {
			return err
		}
		slot, err := keys.PassphraseSlot(pass, cost)
		if err != nil {
			return err
		}
		v.root = root{top: v.tree.top(), slots: crypto.SlotsDigest([]crypto.NumberedSlot{{N: 1, Blob: slot}})}
		if err := e.create(ctx, keys.Vault(), keys.SealRoot(v.root.encode()), slot); err != nil {
			return fmt.Errorf("create tables: %w", err)
		}
		_, err = v.Commit(ctx, first)
		return err
	}()
	return errors.Join(err, e.close())
}

// removeUnfinished removes a database that never got its final name.
func removeUnfinished(path string) error {
	for _, name := range []string{path, path + "-journal"} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
