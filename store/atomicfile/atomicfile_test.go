package atomicfile_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"harbour/store/atomicfile"
)

const name = "bundle.age"

var content = bytes.Repeat([]byte("sealed bytes "), 20_000)

// write writes content in three pieces and commits.
func write(dir string, before atomicfile.Call) (string, error) {
	f, err := atomicfile.CreateCalling(dir, name, before)
	if err != nil {
		return "", err
	}
	for _, piece := range [][]byte{content[:1000], content[1000:50_000], content[50_000:]} {
		if _, err := f.Write(piece); err != nil {
			return "", errors.Join(err, f.Discard())
		}
	}
	return f.Commit(context.Background(), nil)
}

// list returns the names in dir.
func list(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestCommit_makes_the_file(t *testing.T) {
	dir := t.TempDir()
	f, err := atomicfile.Create(dir, name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(content); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
		t.Error("there before it is whole")
	}
	var read int64
	path, err := f.Commit(context.Background(), func(n int64) { read = n })
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(got, content) || path != filepath.Join(dir, name) {
		t.Errorf("got %s with %d bytes, %v", path, len(got), err)
	}
	if read != f.Size() || read != int64(len(content)) {
		t.Errorf("read back %d bytes of %d", read, len(content))
	}
	if info, err := os.Lstat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("got %v, %v", info, err)
	}
}

func TestCreate_refuses_what_stands(t *testing.T) {
	for _, stands := range []string{name, name + atomicfile.Part} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, stands), []byte("theirs"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := atomicfile.WriteFile(context.Background(), dir, name, content); !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: got %v, want ErrExist", stands, err)
		}
		if got, err := os.ReadFile(filepath.Join(dir, stands)); err != nil || string(got) != "theirs" {
			t.Errorf("%s: is now %q, %v", stands, got, err)
		}
	}
}

func TestCommit_spares_what_came_meanwhile(t *testing.T) {
	dir := t.TempDir()
	path, err := write(dir, func(op, _ string) error {
		if op == "rename" {
			return os.WriteFile(filepath.Join(dir, name), []byte("theirs"), 0o600)
		}
		return nil
	})
	if !errors.Is(err, fs.ErrExist) || path != "" {
		t.Errorf("got %q, %v, want ErrExist", path, err)
	}
	if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(got) != "theirs" {
		t.Errorf("is now %q, %v", got, err)
	}
	if names := list(t, dir); len(names) != 1 {
		t.Errorf("left %v", names)
	}
}

func TestCommit_reads_back_what_it_wrote(t *testing.T) {
	for what, spoil := range map[string]func(path string) error{
		"changed":   func(path string) error { return os.WriteFile(path, bytes.ToUpper(content), 0o600) },
		"truncated": func(path string) error { return os.Truncate(path, int64(len(content)-1)) },
		"longer":    func(path string) error { return os.WriteFile(path, append(content, 0), 0o600) },
	} {
		dir := t.TempDir()
		_, err := write(dir, func(op, path string) error {
			if op == "read" {
				return spoil(path)
			}
			return nil
		})
		if !errors.Is(err, atomicfile.ErrNotEqual) {
			t.Errorf("%s: got %v, want ErrNotEqual", what, err)
		}
		if names := list(t, dir); len(names) > 0 {
			t.Errorf("%s: left %v", what, names)
		}
	}
}

func TestCommit_ended_by_its_context_leaves_nothing(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := atomicfile.WriteFile(ctx, dir, name, content); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want Canceled", err)
	}
	if names := list(t, dir); len(names) > 0 {
		t.Errorf("left %v", names)
	}
}

// Each call to the system fails once, from the first to the last there is.
func TestFile_survives_a_medium_that_fails(t *testing.T) {
	for _, fault := range []error{syscall.EIO, syscall.ENOSPC} {
		k := 1
		for ; ; k++ {
			dir := t.TempDir()
			n := 0
			path, err := write(dir, func(string, string) error {
				if n++; n == k {
					return fault
				}
				return nil
			})
			if n < k {
				break
			}
			if !errors.Is(err, fault) || path != "" {
				t.Errorf("call %d: got %q, %v", k, path, err)
			}
			if names := list(t, dir); len(names) > 0 {
				t.Errorf("call %d: left %v", k, names)
			}
		}
		if k < 9 {
			t.Errorf("%d calls, too few to prove anything", k)
		}
	}
}

// A medium that is gone cannot be tidied; what it holds may be a part, never a
// half file under the final name.
func TestFile_on_a_medium_that_is_gone(t *testing.T) {
	for k := 1; ; k++ {
		dir := t.TempDir()
		n := 0
		_, err := write(dir, func(string, string) error {
			if n++; n >= k {
				return syscall.ENODEV
			}
			return nil
		})
		if err == nil {
			return
		}
		if got, err := os.ReadFile(filepath.Join(dir, name)); err == nil && !bytes.Equal(got, content) {
			t.Errorf("call %d: %d bytes under the final name", k, len(got))
		}
	}
}
