// Package atomicfile writes a file whole or not at all: under a temporary name
// in the same folder, synced, read back from the medium and compared, renamed,
// and the folder synced. It never writes over a file that stands already.
package atomicfile

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Part is what a file's name ends in until it is whole.
const Part = ".part"

const readSize = 256 << 10

// ErrNotEqual is returned where what was read back is not what was written:
// the medium is failing.
var ErrNotEqual = errors.New("read back and not equal")

// File is a file on its way. Its owner calls Commit or Discard.
type File struct {
	sys       system
	dir, name string
	f         partFile     // nil once closed
	sum       maphash.Hash // against a failing medium, not against a person
	size      int64
}

// Create starts dir/name as dir/name.part, readable by its owner alone. It
// fails with fs.ErrExist where either stands already.
func Create(dir, name string) (*File, error) { return create(disk{}, dir, name) }

func create(sys system, dir, name string) (*File, error) {
	if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
		return nil, fs.ErrExist
	}
	f, err := sys.create(filepath.Join(dir, name+Part))
	if err != nil {
		return nil, err
	}
	return &File{sys: sys, dir: dir, name: name, f: f}, nil
}

// Write adds to the file.
func (f *File) Write(p []byte) (int, error) {
	n, err := f.f.Write(p)
	f.sum.Write(p[:n])
	f.size += int64(n)
	return n, err
}

// Size is the number of bytes written so far.
func (f *File) Size() int64 { return f.size }

// Discard removes the file and everything written.
func (f *File) Discard() error {
	return errors.Join(f.close(), f.sys.remove(f.part()))
}

// Commit makes the file durable under its final name and returns its path. It
// reads the file back from the medium and returns ErrNotEqual where that is
// not what was written; progress, which may be nil, is told the bytes read so
// far. It returns fs.ErrExist where a file of that name has come meanwhile. On
// any error no file is left behind.
func (f *File) Commit(ctx context.Context, progress func(int64)) (path string, err error) {
	path = filepath.Join(f.dir, f.name)
	if err := f.finish(ctx, progress); err != nil {
		return "", errors.Join(err, f.sys.remove(f.part()))
	}
	if err := f.sys.rename(f.part(), path); err != nil {
		return "", errors.Join(err, f.sys.remove(f.part()))
	}
	// The medium as a whole comes last: a stick may be pulled out right after.
	err = f.sys.syncDir(f.dir)
	if err == nil {
		err = f.sys.syncMedium(f.dir)
	}
	if err != nil {
		return "", errors.Join(err, f.sys.remove(path))
	}
	return path, nil
}

// finish syncs, closes and reads back the part.
func (f *File) finish(ctx context.Context, progress func(int64)) error {
	if err := f.f.Sync(); err != nil {
		return errors.Join(fmt.Errorf("sync file: %w", err), f.close())
	}
	if err := f.close(); err != nil {
		return fmt.Errorf("close file: %w", err)
	}
	back, err := f.sys.readBack(f.part())
	if err != nil {
		return err
	}
	defer back.Close()
	var sum maphash.Hash
	sum.SetSeed(f.sum.Seed())
	n, err := io.CopyBuffer(&sum, &reader{ctx: ctx, r: back, progress: progress}, make([]byte, readSize))
	if err != nil {
		return fmt.Errorf("read file back: %w", err)
	}
	if n != f.size || sum.Sum64() != f.sum.Sum64() {
		return ErrNotEqual
	}
	return nil
}

func (f *File) close() error {
	if f.f == nil {
		return nil
	}
	err := f.f.Close()
	f.f = nil
	return err
}

func (f *File) part() string { return filepath.Join(f.dir, f.name+Part) }

// WriteFile writes data as dir/name at once and returns its path.
func WriteFile(ctx context.Context, dir, name string, data []byte) (string, error) {
	f, err := Create(dir, name)
	if err != nil {
		return "", err
	}
	if _, err := f.Write(data); err != nil {
		return "", errors.Join(err, f.Discard())
	}
	return f.Commit(ctx, nil)
}

// reader reads until ctx ends and tells how far it is.
type reader struct {
	ctx      context.Context
	r        io.Reader
	n        int64
	progress func(int64)
}

func (r *reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.r.Read(p)
	r.n += int64(n)
	if r.progress != nil {
		r.progress(r.n)
	}
	return n, err
}
