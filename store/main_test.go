package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"harbour/crypto"
	"harbour/store"
)

const kindTest = store.FirstKind

// cheap is a cost that no release uses.
var cheap = crypto.Cost{MemoryKiB: 64, Time: 1, Threads: 1}

// children are what the test binary does when it is started by a test.
var children = map[string]func(dir string) error{
	"create": createVault,
	"hold":   holdVault,
	"write":  writeUntilKilled,
}

func TestMain(m *testing.M) {
	if len(os.Args) == 3 && children[os.Args[1]] != nil {
		if err := children[os.Args[1]](os.Args[2]); err != nil {
			os.Stderr.WriteString(err.Error() + "\n")
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// newSecret returns the passphrase of every vault here.
func newSecret(words string) *crypto.Secret {
	s, err := crypto.ReadSecret(bytes.NewReader([]byte(words)))
	if err != nil {
		panic(err)
	}
	return s
}

func secret(t testing.TB, words string) *crypto.Secret {
	t.Helper()
	s := newSecret(words)
	t.Cleanup(s.Destroy)
	return s
}

func newVault(t testing.TB, first *store.Write) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "vault")
	if err := store.Create(context.Background(), dir, secret(t, "pebble"), cheap, first); err != nil {
		t.Fatal(err)
	}
	return dir
}

// tryOpen unlocks the vault in dir and returns its items by id.
func tryOpen(t testing.TB, dir string) (*store.Vault, map[store.ID]store.Item, error) {
	t.Helper()
	items := map[store.ID]store.Item{}
	v, err := store.Open(context.Background(), dir, secret(t, "pebble"), keep(items))
	return v, items, err
}

// keep returns a visit that fills items.
func keep(items map[store.ID]store.Item) func(store.Item) error {
	return func(i store.Item) error {
		items[i.ID] = i
		return nil
	}
}

func open(t testing.TB, dir string) (*store.Vault, map[store.ID]store.Item) {
	t.Helper()
	v, items, err := tryOpen(t, dir)
	if err != nil {
		t.Fatal(err)
	}
	return v, items
}

func commit(t testing.TB, v *store.Vault, w *store.Write) []store.Item {
	t.Helper()
	items, err := v.Commit(context.Background(), w)
	if err != nil {
		t.Fatal(err)
	}
	return items
}

func closeVault(t testing.TB, v *store.Vault) {
	t.Helper()
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
}

// newFile returns a closed attachment with content.
func newFile(t testing.TB, v *store.Vault, content []byte) *store.File {
	t.Helper()
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
	return f
}

// verify fails the test unless the vault is sound in every part.
func verify(t testing.TB, v *store.Vault) store.Report {
	t.Helper()
	r, err := v.Verify(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if !r.Sound() || len(r.Orphans) > 0 || len(r.Unknown) > 0 {
		t.Fatalf("vault is not sound: %+v", r)
	}
	return r
}

// rawDB opens the database of the vault in dir past the store.
func rawDB(t testing.TB, dir string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "vault.db"))
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	return db
}

// alter runs statements on the database of the closed vault in dir.
func alter(t testing.TB, dir string, statements ...string) {
	t.Helper()
	db := rawDB(t, dir)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// copyVault copies the files of a vault into a new folder.
func copyVault(t testing.TB, dir string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "vault")
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}
