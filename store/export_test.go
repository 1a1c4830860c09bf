package store

import (
	"context"
	"fmt"
	"io/fs"
	"os"

	"harbour/crypto"
)

// StagedPrefix is what the name of an attachment that comes or goes begins in.
const StagedPrefix = staged

// FolderCall is told of each call to the folder of attachments before it is
// done. Where it returns an error the call fails with that; a write is then
// done by half.
type FolderCall func(op, name string) error

// OpenCalling is Open with before told of each call to the folder.
func OpenCalling(ctx context.Context, dir string, pass *crypto.Secret, visit func(Item) error, before FolderCall) (*Vault, error) {
	return open(ctx, dir, pass, visit, func(dir string) (folder, error) {
		f, err := openFolder(dir)
		return calledFolder{f, before}, err
	})
}

type calledFolder struct {
	folder
	before FolderCall
}

func (c calledFolder) create(name string) (folderFile, error) {
	if err := c.before("create", name); err != nil {
		return nil, err
	}
	f, err := c.folder.create(name)
	return calledFile{f, c.before, name}, err
}

func (c calledFolder) open(name string) (*os.File, error) {
	if err := c.before("open", name); err != nil {
		return nil, err
	}
	return c.folder.open(name)
}

func (c calledFolder) rename(from, to string) error {
	if err := c.before("rename", from); err != nil {
		return err
	}
	return c.folder.rename(from, to)
}

func (c calledFolder) remove(name string) error {
	if err := c.before("remove", name); err != nil {
		return err
	}
	return c.folder.remove(name)
}

func (c calledFolder) list() ([]fs.DirEntry, error) {
	if err := c.before("list", ""); err != nil {
		return nil, err
	}
	return c.folder.list()
}

func (c calledFolder) sync() error {
	if err := c.before("syncdir", ""); err != nil {
		return err
	}
	return c.folder.sync()
}

type calledFile struct {
	folderFile
	before FolderCall
	name   string
}

func (c calledFile) Write(p []byte) (int, error) {
	if err := c.before("write", c.name); err != nil {
		n, _ := c.folderFile.Write(p[:len(p)/2])
		return n, err
	}
	return c.folderFile.Write(p)
}

func (c calledFile) Sync() error {
	if err := c.before("sync", c.name); err != nil {
		return err
	}
	return c.folderFile.Sync()
}

func (c calledFile) Close() error {
	err := c.before("close", c.name)
	if cerr := c.folderFile.Close(); err == nil {
		err = cerr
	}
	return err
}

// LimitPages lets the database grow by no more than n pages from here on, as a
// full disk would; without end for a negative n.
func (v *Vault) LimitPages(ctx context.Context, n int) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	var count, limit int
	if err := v.engine.conn.QueryRowContext(ctx, `PRAGMA page_count`).Scan(&count); err != nil {
		return err
	}
	if n < 0 {
		n = 1 << 30
	}
	return v.engine.conn.QueryRowContext(ctx, fmt.Sprintf(`PRAGMA max_page_count = %d`, count+n)).Scan(&limit)
}

// Pragma returns the value of a setting of the vault's connection.
func (v *Vault) Pragma(ctx context.Context, name string) (value string, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	err = v.engine.conn.QueryRowContext(ctx, `PRAGMA `+name).Scan(&value)
	return value, err
}
