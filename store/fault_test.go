package store_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"syscall"
	"testing"

	"harbour/store"
)

// failAt returns a call that fails once, at the k-th time, and reports whether
// it did.
func failAt(k int, with error) (before store.FolderCall, failed func() bool) {
	n := 0
	return func(op, _ string) error {
		if n++; n == k {
			return with
		}
		return nil
	}, func() bool { return n >= k }
}

// work is what is done while the folder fails: an attachment comes, another
// goes. It returns what was acknowledged.
func work(v *store.Vault, letter []byte, goes store.Item) (added *store.Item, removed bool, err error) {
	ctx := context.Background()
	f, err := v.NewFile()
	if err != nil {
		return nil, false, err
	}
	if err := fillFile(f, letter); err != nil {
		return nil, false, errors.Join(err, f.Discard())
	}
	w := &store.Write{}
	w.AddFile(f, []byte("new"))
	items, err := v.Commit(ctx, w)
	if err != nil {
		return nil, false, errors.Join(err, f.Discard())
	}
	w = &store.Write{}
	w.Remove(goes)
	_, err = v.Commit(ctx, w)
	return &items[0], err == nil, err
}

func fillFile(f *store.File, content []byte) error {
	if _, err := f.Write(content); err != nil {
		return err
	}
	return f.Close()
}

// Each call to the folder of attachments fails once, from the first to the
// last one that there is.
func TestVault_survives_a_folder_that_fails(t *testing.T) {
	letter := bytes.Repeat([]byte("a letter of some pages\n"), 10_000)
	for _, fault := range []error{syscall.EIO, syscall.ENOSPC} {
		for k := 1; ; k++ {
			if !failOnce(t, letter, k, fault) {
				t.Logf("%v: %d calls", fault, k-1)
				if k < 12 {
					t.Error("too few calls to prove anything")
				}
				break
			}
		}
	}
}

// failOnce lets the k-th call fail and reports whether there was one.
func failOnce(t *testing.T, letter []byte, k int, fault error) bool {
	t.Helper()
	ctx := context.Background()
	dir := newVault(t, &store.Write{})
	v, _ := open(t, dir)
	w := &store.Write{}
	w.AddFile(newFile(t, v, []byte("goes")), []byte("old"))
	w.AddFile(newFile(t, v, []byte("stays")), []byte("stays"))
	items := commit(t, v, w)
	goes, stays := items[0], items[1]
	closeVault(t, v)

	before, failed := failAt(k, fault)
	var added *store.Item
	removed := false
	v, err := store.OpenCalling(ctx, dir, secret(t, "pebble"), func(store.Item) error { return nil }, before)
	if err == nil {
		added, removed, err = work(v, letter, goes)
		closeVault(t, v)
	}
	if failed() && err != nil && !errors.Is(err, fault) && !errors.Is(err, store.ErrDiskFull) {
		t.Errorf("call %d: got %v", k, err)
	}
	if errors.Is(fault, syscall.ENOSPC) && err != nil && !errors.Is(err, store.ErrDiskFull) {
		t.Errorf("call %d: got %v, want ErrDiskFull", k, err)
	}

	v, found := open(t, dir)
	defer closeVault(t, v)
	verify(t, v)
	if got := readFile(t, v, found[stays.ID]); string(got) != "stays" {
		t.Errorf("call %d: another attachment is now %q", k, got)
	}
	if _, ok := found[goes.ID]; ok == removed {
		t.Errorf("call %d: removed is %v, there is %v", k, removed, ok)
	}
	want := 1
	if added != nil {
		want++
		if got := readFile(t, v, found[added.ID]); !bytes.Equal(got, letter) {
			t.Errorf("call %d: an acknowledged attachment is now %d bytes", k, len(got))
		}
	}
	if !removed {
		want++
	}
	if len(found) != want {
		t.Errorf("call %d: %d items, want %d", k, len(found), want)
	}
	for _, name := range fileNames(t, dir) {
		if strings.HasPrefix(name, store.StagedPrefix) {
			t.Errorf("call %d: %s is left", k, name)
		}
	}
	return failed()
}

// The database may not grow by more than k pages, from none until a large
// change fits. It stays as it was and usable each time.
func TestCommit_says_when_the_disk_is_full(t *testing.T) {
	ctx := context.Background()
	v, _ := open(t, newVault(t, &store.Write{}))
	defer closeVault(t, v)
	w := &store.Write{}
	w.Add(kindTest, []byte("old"), []byte("old body"))
	item := commit(t, v, w)[0]
	refusals := 0
	for k := 0; ; k++ {
		gen, state := v.State()
		if err := v.LimitPages(ctx, k); err != nil {
			t.Fatal(err)
		}
		w := &store.Write{}
		w.Replace(item, []byte("new"), random(30_000))
		for range 40 {
			w.Add(kindTest, random(600), random(3000))
		}
		w.Audit([]byte("changed"))
		_, err := v.Commit(ctx, w)
		if err == nil {
			break
		}
		refusals++
		if !errors.Is(err, store.ErrDiskFull) {
			t.Fatalf("%d pages: got %v, want ErrDiskFull", k, err)
		}
		if g, s := v.State(); g != gen || s != state {
			t.Fatalf("%d pages: the state moved", k)
		}
		if body, err := v.Body(ctx, item); err != nil || string(body) != "old body" {
			t.Fatalf("%d pages: got %q, %v", k, body, err)
		}
	}
	if refusals < 20 {
		t.Errorf("%d refusals, too few to prove anything", refusals)
	}
	if err := v.LimitPages(ctx, -1); err != nil {
		t.Fatal(err)
	}
	w = &store.Write{}
	w.Add(kindTest, []byte("after"), nil)
	commit(t, v, w)
	verify(t, v)
}
