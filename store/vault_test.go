package store_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"harbour/crypto"
	"harbour/store"
)

func TestVault_keeps_what_was_committed(t *testing.T) {
	first := &store.Write{}
	first.Add(kindTest, []byte("settings"), nil)
	dir := newVault(t, first)

	v, items := open(t, dir)
	if len(items) != 1 {
		t.Fatalf("got %d items, want 1", len(items))
	}
	w := &store.Write{}
	w.Add(kindTest+1, []byte("summary"), []byte("the whole referral"))
	w.Audit([]byte("made"))
	added := commit(t, v, w)
	closeVault(t, v)

	v, items = open(t, dir)
	defer closeVault(t, v)
	got := items[added[0].ID]
	if string(got.Content) != "summary" || got.Kind != kindTest+1 || got.Rev != 1 {
		t.Fatalf("got %q kind %d rev %d", got.Content, got.Kind, got.Rev)
	}
	body, err := v.Body(context.Background(), got)
	if err != nil || string(body) != "the whole referral" {
		t.Fatalf("got body %q, %v", body, err)
	}
	n, content := items[added[1].ID].AuditEntry()
	if n != 1 || string(content) != "made" {
		t.Fatalf("got audit %d %q", n, content)
	}
	if r, err := v.Verify(context.Background(), nil); err != nil || !r.Sound() || r.Entries != 3 {
		t.Fatalf("got %+v, %v", r, err)
	}
}

func TestCommit_refuses_a_passed_revision(t *testing.T) {
	v, _ := open(t, newVault(t, &store.Write{}))
	defer closeVault(t, v)
	w := &store.Write{}
	w.Add(kindTest, []byte("one"), []byte("body one"))
	old := commit(t, v, w)[0]

	w = &store.Write{}
	w.Replace(old, []byte("two"), []byte("body two"))
	now := commit(t, v, w)[0]

	w = &store.Write{}
	w.Replace(old, []byte("three"), nil)
	if _, err := v.Commit(context.Background(), w); !errors.Is(err, store.ErrConflict) {
		t.Fatalf("got %v, want ErrConflict", err)
	}

	w = &store.Write{}
	w.ReplaceHead(now, []byte("head only"))
	now = commit(t, v, w)[0]
	if body, err := v.Body(context.Background(), now); err != nil || string(body) != "body two" {
		t.Fatalf("got body %q, %v", body, err)
	}

	w = &store.Write{}
	w.Remove(now)
	commit(t, v, w)
	if _, err := v.Body(context.Background(), now); !errors.Is(err, store.ErrNotFound) {
		t.Fatalf("got %v, want ErrNotFound", err)
	}
	if r, err := v.Verify(context.Background(), nil); err != nil || !r.Sound() || len(r.Orphans) != 0 {
		t.Fatalf("got %+v, %v", r, err)
	}
}

func TestFile_keeps_its_bytes(t *testing.T) {
	dir := newVault(t, &store.Write{})
	v, _ := open(t, dir)
	content := bytes.Repeat([]byte("a scanned letter\n"), 20_000)
	f, err := v.NewFile()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	w := &store.Write{}
	w.AddFile(f, []byte("name"))
	id := commit(t, v, w)[0].ID
	closeVault(t, v)

	v, items := open(t, dir)
	defer closeVault(t, v)
	r, err := v.OpenFile(context.Background(), items[id])
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(r)
	if err != nil || !bytes.Equal(got, content) {
		t.Fatalf("got %d bytes, %v", len(got), err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	w = &store.Write{}
	w.ReplaceHead(items[id], []byte("another name"))
	item := commit(t, v, w)[0]
	w = &store.Write{}
	w.Remove(item)
	commit(t, v, w)
	left, err := os.ReadDir(filepath.Join(dir, "att"))
	if err != nil || len(left) != 0 {
		t.Fatalf("left %v, %v", left, err)
	}
}

func TestOpen_refusals(t *testing.T) {
	visit := func(store.Item) error { return nil }
	dir := newVault(t, &store.Write{})
	ctx := context.Background()

	if _, err := store.Open(ctx, t.TempDir(), secret(t, "pebble"), visit); !errors.Is(err, store.ErrNoVault) {
		t.Errorf("empty folder: got %v, want ErrNoVault", err)
	}
	if _, err := store.Open(ctx, dir, secret(t, "stone"), visit); !errors.Is(err, crypto.ErrWrongPassphrase) {
		t.Errorf("wrong passphrase: got %v", err)
	}
	if err := store.Create(ctx, dir, secret(t, "x"), cheap, &store.Write{}); !errors.Is(err, store.ErrExists) {
		t.Errorf("create over a vault: got %v, want ErrExists", err)
	}
	v, _ := open(t, dir)
	if _, err := store.Open(ctx, dir, secret(t, "pebble"), visit); !errors.Is(err, store.ErrInUse) {
		t.Errorf("second instance: got %v, want ErrInUse", err)
	}
	closeVault(t, v)

	foreign := t.TempDir()
	if err := os.WriteFile(filepath.Join(foreign, "vault.db"), bytes.Repeat([]byte("no database"), 1000), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(ctx, foreign, secret(t, "pebble"), visit); !errors.Is(err, store.ErrForeign) {
		t.Errorf("foreign file: got %v, want ErrForeign", err)
	}
}
