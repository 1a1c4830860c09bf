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

func TestCommit_refuses_two_changes_of_one_item(t *testing.T) {
	v, _ := open(t, newVault(t, &store.Write{}))
	defer closeVault(t, v)
	w := &store.Write{}
	w.Add(kindTest, []byte("head"), []byte("body one"))
	item := commit(t, v, w)[0]
	w = &store.Write{}
	w.Replace(item, []byte("head two"), []byte("body two"))
	w.ReplaceHead(item, []byte("head three"))
	if _, err := v.Commit(context.Background(), w); !errors.Is(err, store.ErrConflict) {
		t.Fatalf("got %v, want ErrConflict", err)
	}
	if body, err := v.Body(context.Background(), item); err != nil || string(body) != "body one" {
		t.Fatalf("got body %q, %v", body, err)
	}
	verify(t, v)
}

func TestCommit_refuses_kinds_of_the_store(t *testing.T) {
	v, _ := open(t, newVault(t, &store.Write{}))
	defer closeVault(t, v)
	w := &store.Write{}
	w.Audit([]byte("opened"))
	w.AddFile(newFile(t, v, []byte("letter")), []byte("name"))
	items := commit(t, v, w)
	file, audit := items[0], items[1]
	cases := map[string]func(*store.Write){
		"add audit":          func(w *store.Write) { w.Add(1, []byte("x"), nil) },
		"add file":           func(w *store.Write) { w.Add(2, []byte("x"), nil) },
		"add kind 0":         func(w *store.Write) { w.Add(0, []byte("x"), nil) },
		"replace audit":      func(w *store.Write) { w.Replace(audit, []byte("x"), nil) },
		"replace audit head": func(w *store.Write) { w.ReplaceHead(audit, []byte("x")) },
		"remove audit":       func(w *store.Write) { w.Remove(audit) },
		"replace file":       func(w *store.Write) { w.Replace(file, []byte("x"), []byte("y")) },
	}
	for name, fill := range cases {
		w := &store.Write{}
		fill(w)
		if _, err := v.Commit(context.Background(), w); err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
	verify(t, v)
}

func TestCommit_refuses_files_that_are_not_its_own(t *testing.T) {
	ctx := context.Background()
	v, _ := open(t, newVault(t, &store.Write{}))
	defer closeVault(t, v)
	other, _ := open(t, newVault(t, &store.Write{}))
	defer closeVault(t, other)
	refuse := func(name string, files ...*store.File) {
		t.Helper()
		w := &store.Write{}
		for _, f := range files {
			w.AddFile(f, nil)
		}
		if _, err := v.Commit(ctx, w); err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
	refuse("of another vault", newFile(t, other, []byte("letter")))
	unfinished, err := v.NewFile()
	if err != nil {
		t.Fatal(err)
	}
	refuse("not closed", unfinished)
	if err := unfinished.Discard(); err != nil {
		t.Fatal(err)
	}
	refuse("discarded", unfinished)
	f := newFile(t, v, []byte("letter"))
	refuse("twice in one write", f, f)
	w := &store.Write{}
	w.AddFile(f, nil)
	item := commit(t, v, w)[0]
	refuse("a second time", f)
	if err := f.Discard(); err != nil {
		t.Errorf("discard after commit: %v", err)
	}
	if got := readFile(t, v, item); string(got) != "letter" {
		t.Errorf("got %q after a late discard", got)
	}
	verify(t, v)
}

func TestCommit_says_what_is_too_large(t *testing.T) {
	ctx := context.Background()
	v, _ := open(t, newVault(t, &store.Write{}))
	defer closeVault(t, v)
	w := &store.Write{}
	w.Add(kindTest, make([]byte, store.MaxContent), make([]byte, store.MaxBody))
	item := commit(t, v, w)[0]
	if body, err := v.Body(ctx, item); err != nil || len(body) != store.MaxBody {
		t.Fatalf("got %d bytes, %v", len(body), err)
	}
	f := newFile(t, v, []byte("letter"))
	w = &store.Write{}
	w.AddFile(f, make([]byte, store.MaxContent))
	commit(t, v, w)
	for name, fill := range map[string]func(*store.Write){
		"head": func(w *store.Write) { w.Add(kindTest, make([]byte, crypto.MaxHeadContent+1), nil) },
		"body": func(w *store.Write) { w.Add(kindTest, nil, make([]byte, store.MaxBody+1)) },
	} {
		w := &store.Write{}
		fill(w)
		if _, err := v.Commit(ctx, w); !errors.Is(err, crypto.ErrTooLarge) {
			t.Errorf("%s: got %v, want ErrTooLarge", name, err)
		}
	}
	verify(t, v)
}

func TestCommit_keeps_an_empty_body_apart_from_none(t *testing.T) {
	ctx := context.Background()
	dir := newVault(t, &store.Write{})
	v, _ := open(t, dir)
	w := &store.Write{}
	w.Add(kindTest, nil, []byte{})
	w.Add(kindTest, nil, nil)
	items := commit(t, v, w)
	closeVault(t, v)
	v, _ = open(t, dir)
	defer closeVault(t, v)
	if body, err := v.Body(ctx, items[0]); err != nil || len(body) != 0 {
		t.Errorf("empty body: got %q, %v", body, err)
	}
	if _, err := v.Body(ctx, items[1]); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("no body: got %v, want ErrNotFound", err)
	}
}

func TestReplace_takes_the_body_away(t *testing.T) {
	v, _ := open(t, newVault(t, &store.Write{}))
	defer closeVault(t, v)
	w := &store.Write{}
	w.Add(kindTest, []byte("head"), []byte("body"))
	item := commit(t, v, w)[0]
	w = &store.Write{}
	w.Replace(item, []byte("head"), nil)
	item = commit(t, v, w)[0]
	if _, err := v.Body(context.Background(), item); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
	verify(t, v)
}

func TestCommit_ended_by_its_context_changes_nothing(t *testing.T) {
	v, _ := open(t, newVault(t, &store.Write{}))
	defer closeVault(t, v)
	gen, state := v.State()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	w := &store.Write{}
	w.Add(kindTest, []byte("head"), nil)
	if _, err := v.Commit(ctx, w); !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want Canceled", err)
	}
	if g, s := v.State(); g != gen || s != state {
		t.Error("state moved")
	}
	w = &store.Write{}
	w.Add(kindTest, []byte("head"), nil)
	commit(t, v, w)
}

func TestFile_sizes(t *testing.T) {
	dir := newVault(t, &store.Write{})
	v, _ := open(t, dir)
	want := map[store.ID][]byte{}
	for _, size := range []int{0, 1, 1000, 64<<10 - 1, 64 << 10, 64<<10 + 1, 300_001} {
		content := bytes.Repeat([]byte{byte(size), 7, 1}, size/3+1)[:size]
		w := &store.Write{}
		w.AddFile(newFile(t, v, content), []byte("name"))
		want[commit(t, v, w)[0].ID] = content
	}
	closeVault(t, v)
	v, items := open(t, dir)
	defer closeVault(t, v)
	for id, content := range want {
		if got := readFile(t, v, items[id]); !bytes.Equal(got, content) {
			t.Errorf("%d bytes: got %d others", len(content), len(got))
		}
	}
	if r := verify(t, v); r.Files != len(want) {
		t.Errorf("verified %d files, want %d", r.Files, len(want))
	}
}

func TestFile_discarded_leaves_nothing(t *testing.T) {
	dir := newVault(t, &store.Write{})
	v, _ := open(t, dir)
	defer closeVault(t, v)
	f, err := v.NewFile()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(make([]byte, 100_000)); err != nil {
		t.Fatal(err)
	}
	if err := f.Discard(); err != nil {
		t.Fatal(err)
	}
	if left := fileNames(t, dir); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}

func readFile(t testing.TB, v *store.Vault, item store.Item) []byte {
	t.Helper()
	r, err := v.OpenFile(context.Background(), item)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	got, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// fileNames lists the folder of attachments.
func fileNames(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, "att"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
