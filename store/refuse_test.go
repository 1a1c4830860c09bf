package store_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"harbour/crypto"
	"harbour/store"
)

func TestOpen_refuses_what_is_planted_in_the_schema(t *testing.T) {
	dir := newVault(t, &store.Write{})
	cases := map[string]struct {
		statements []string
		want       error
	}{
		"trigger":      {[]string{`CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM body; END`}, store.ErrForeign},
		"view":         {[]string{`CREATE VIEW v AS SELECT * FROM entry`}, store.ErrForeign},
		"index":        {[]string{`CREATE INDEX i ON entry(head)`}, store.ErrForeign},
		"table":        {[]string{`CREATE TABLE t(x)`}, store.ErrForeign},
		"autoindex":    {[]string{`CREATE TABLE t(x UNIQUE)`}, store.ErrForeign},
		"statistics":   {[]string{`ANALYZE`}, store.ErrForeign},
		"virtual":      {[]string{`CREATE VIRTUAL TABLE t USING fts5(x)`}, store.ErrForeign},
		"no table":     {[]string{`DROP TABLE body`}, store.ErrForeign},
		"column":       {[]string{`ALTER TABLE body ADD COLUMN x BLOB`}, store.ErrForeign},
		"spaces":       {[]string{`PRAGMA writable_schema=1`, `UPDATE sqlite_schema SET sql = replace(sql, 'body(', 'body (')`}, store.ErrForeign},
		"other name":   {[]string{`PRAGMA writable_schema=1`, `UPDATE sqlite_schema SET name = 'b', tbl_name = 'b' WHERE name = 'body'`}, store.ErrForeign},
		"other table":  {[]string{`PRAGMA writable_schema=1`, `UPDATE sqlite_schema SET tbl_name = 'entry' WHERE name = 'body'`}, store.ErrForeign},
		"other type":   {[]string{`PRAGMA writable_schema=1`, `UPDATE sqlite_schema SET type = 'view' WHERE name = 'body'`}, store.ErrForeign},
		"version 0":    {[]string{`PRAGMA user_version = 0`}, store.ErrForeign},
		"version 2":    {[]string{`PRAGMA user_version = 2`}, store.ErrNewer},
		"version -1":   {[]string{`PRAGMA user_version = -1`}, store.ErrForeign},
		"no vault row": {[]string{`DELETE FROM vault`}, crypto.ErrDamaged},
		"two vaults":   {[]string{`INSERT INTO vault SELECT * FROM vault`}, crypto.ErrDamaged},
		"short id":     {[]string{`UPDATE vault SET id = x'00'`}, crypto.ErrDamaged},
		"huge id":      {[]string{`UPDATE vault SET id = zeroblob(100000000)`}, crypto.ErrDamaged},
		"no slot":      {[]string{`DELETE FROM slot`}, crypto.ErrDamaged},
		"many slots":   {[]string{`WITH n(i) AS (SELECT 2 UNION ALL SELECT i+1 FROM n WHERE i < 40) INSERT INTO slot SELECT i, x'02' FROM n`}, crypto.ErrDamaged},
		"huge slot":    {[]string{`UPDATE slot SET blob = zeroblob(100000000)`}, crypto.ErrDamaged},
		"slot number":  {[]string{`UPDATE slot SET n = -1`}, crypto.ErrDamaged},
		"empty slot":   {[]string{`UPDATE slot SET blob = x''`}, crypto.ErrDamaged},
		"costly slot":  {[]string{`UPDATE slot SET blob = CAST(x'01ffffffff' || substr(blob, 6) AS BLOB)`}, crypto.ErrCost},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir := copyVault(t, dir)
			alter(t, dir, c.statements...)
			before := hashFile(t, filepath.Join(dir, "vault.db"))
			if _, _, err := tryOpen(t, dir); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if errors.Is(c.want, store.ErrForeign) && hashFile(t, filepath.Join(dir, "vault.db")) != before {
				t.Error("the file was changed")
			}
			onlyVaultFiles(t, dir)
		})
	}
}

// Another program's database with a log or a journal beside it would be
// changed by the mere opening.
func TestOpen_changes_nothing_in_a_foreign_database(t *testing.T) {
	for _, journal := range []string{"delete", "wal", "persist"} {
		for version := range 3 {
			t.Run(fmt.Sprint(journal, " version ", version), func(t *testing.T) {
				dir := foreignDatabase(t, journal, version)
				before := hashFiles(t, dir)
				if _, _, err := tryOpen(t, dir); !errors.Is(err, store.ErrForeign) {
					t.Errorf("got %v, want ErrForeign", err)
				}
				for name, sum := range before {
					if hashFile(t, filepath.Join(dir, name)) != sum {
						t.Errorf("%s was changed", name)
					}
				}
			})
		}
	}
}

// foreignDatabase makes a database that its program has not closed.
func foreignDatabase(t *testing.T, journal string, version int) string {
	t.Helper()
	made := t.TempDir()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(made, "vault.db")+"?_pragma=journal_mode("+journal+")&_pragma=cache_size(2)")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	defer db.Close()
	for _, s := range []string{
		fmt.Sprintf(`PRAGMA user_version = %d`, version), `CREATE TABLE note(x)`,
		`INSERT INTO note VALUES (zeroblob(30000))`, `BEGIN`,
		`INSERT INTO note VALUES (zeroblob(300000))`,
	} {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	// The copy is what a crash in the middle of the transaction leaves.
	return copyVault(t, made)
}

func TestOpen_refuses_what_is_no_database(t *testing.T) {
	cases := map[string][]byte{
		"empty":    {},
		"short":    []byte("SQLite format 3\x00"),
		"text":     bytes.Repeat([]byte("no database"), 1000),
		"zeros":    make([]byte, 8192),
		"our text": append([]byte("SQLite format 3\x00"), bytes.Repeat([]byte("CREATE TABLE vault("), 1000)...),
	}
	for name, content := range cases {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "vault.db"), content, 0o600); err != nil {
			t.Fatal(err)
		}
		_, _, err := tryOpen(t, dir)
		if !errors.Is(err, store.ErrForeign) && !errors.Is(err, store.ErrNewer) {
			t.Errorf("%s: got %v", name, err)
		}
		if now, err := os.ReadFile(filepath.Join(dir, "vault.db")); err != nil || !bytes.Equal(now, content) {
			t.Errorf("%s: changed, %v", name, err)
		}
	}
}

func TestOpen_follows_no_link(t *testing.T) {
	dir := newVault(t, &store.Write{})
	linked := t.TempDir()
	if err := os.Symlink(filepath.Join(dir, "vault.db"), filepath.Join(linked, "vault.db")); err != nil {
		t.Skip("this system has no links")
	}
	if _, _, err := tryOpen(t, linked); !errors.Is(err, store.ErrForeign) {
		t.Errorf("linked database: got %v, want ErrForeign", err)
	}
	if err := os.Remove(filepath.Join(dir, "att")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(t.TempDir(), filepath.Join(dir, "att")); err != nil {
		t.Fatal(err)
	}
	if _, _, err := tryOpen(t, dir); !errors.Is(err, store.ErrForeign) {
		t.Errorf("linked folder: got %v, want ErrForeign", err)
	}
}

func TestOpen_passes_on_what_visit_returns(t *testing.T) {
	first := &store.Write{}
	for range 3000 {
		first.Add(kindTest, []byte("x"), nil)
	}
	dir := newVault(t, first)
	enough := errors.New("enough")
	n := 0
	_, err := store.Open(context.Background(), dir, secret(t, "pebble"), func(store.Item) error {
		if n++; n > 700 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	_, err = store.Open(ctx, dir, secret(t, "pebble"), func(store.Item) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("ended by its context: got %v", err)
	}
	v, items := open(t, dir)
	defer closeVault(t, v)
	if len(items) != 3000 || v.Damage().Any() {
		t.Errorf("got %d items, damage %+v", len(items), v.Damage())
	}
}

func TestVault_in_use_by_another_process(t *testing.T) {
	dir := newVault(t, &store.Write{})
	child := exec.Command(os.Args[0], "hold", dir)
	stdin, err := child.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	defer child.Wait()
	defer stdin.Close()
	if line, err := bufio.NewReader(stdout).ReadString('\n'); err != nil || line != "open\n" {
		t.Fatalf("child said %q, %v", line, err)
	}
	if _, _, err := tryOpen(t, dir); !errors.Is(err, store.ErrInUse) {
		t.Errorf("got %v, want ErrInUse", err)
	}
	// Past the lock of the folder, the engine's own stands.
	if err := os.Remove(filepath.Join(dir, "LOCK")); err != nil {
		t.Fatal(err)
	}
	if _, _, err := tryOpen(t, dir); !errors.Is(err, store.ErrInUse) {
		t.Errorf("without the folder's lock: got %v, want ErrInUse", err)
	}
}

// holdVault opens the vault in dir and keeps it until the input ends.
func holdVault(dir string) error {
	v, err := store.Open(context.Background(), dir, newSecret("pebble"), func(store.Item) error { return nil })
	if err != nil {
		return err
	}
	fmt.Println("open")
	_, _ = io.Copy(io.Discard, os.Stdin)
	return v.Close()
}

func TestVault_leaves_private_files_only(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes mean nothing on this system")
	}
	dir := newVault(t, &store.Write{})
	check := func(when string) {
		t.Helper()
		err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := e.Info()
			want := fs.FileMode(0o600)
			if e.IsDir() {
				want = 0o700
			}
			if err == nil && info.Mode().Perm() != want {
				t.Errorf("%s: %s has mode %o", when, e.Name(), info.Mode().Perm())
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := os.Lstat(filepath.Join(dir, "vault.db-shm")); err == nil {
			t.Errorf("%s: a shared memory file", when)
		}
	}
	check("created")
	v, _ := open(t, dir)
	w := &store.Write{}
	w.Add(kindTest, []byte("head"), make([]byte, 100_000))
	w.AddFile(newFile(t, v, []byte("letter")), nil)
	commit(t, v, w)
	check("open")
	closeVault(t, v)
	check("closed")
	if info, err := os.Lstat(filepath.Join(dir, "vault.db-wal")); err == nil && info.Size() > 0 {
		t.Errorf("the log holds %d bytes after close", info.Size())
	}
}

func TestOpen_sets_the_engine_up(t *testing.T) {
	v, _ := open(t, newVault(t, &store.Write{}))
	defer closeVault(t, v)
	for name, want := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "locking_mode": "exclusive", "secure_delete": "1",
		"temp_store": "2", "trusted_schema": "0", "cell_size_check": "1", "foreign_keys": "1", "user_version": "1",
	} {
		if got, err := v.Pragma(context.Background(), name); err != nil || got != want {
			t.Errorf("%s: got %s, %v, want %s", name, got, err, want)
		}
	}
}

// What was removed must not stay in pages that are free.
func TestRemove_overwrites(t *testing.T) {
	dir := newVault(t, &store.Write{})
	v, _ := open(t, dir)
	w := &store.Write{}
	w.Add(kindTest, []byte("head"), bytes.Repeat([]byte("x"), 50_000))
	item := commit(t, v, w)[0]
	closeVault(t, v)
	db := rawDB(t, dir)
	var sealed []byte
	if err := db.QueryRow(`SELECT ct FROM body`).Scan(&sealed); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	v, items := open(t, dir)
	w = &store.Write{}
	w.Remove(items[item.ID])
	commit(t, v, w)
	closeVault(t, v)
	file, err := os.ReadFile(filepath.Join(dir, "vault.db"))
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; at+64 <= len(sealed); at += 64 {
		if bytes.Contains(file, sealed[at:at+64]) {
			t.Fatalf("bytes of a removed body are left, from %d", at)
		}
	}
}

// onlyVaultFiles fails on anything but the files of a closed vault.
func onlyVaultFiles(t testing.TB, dir string) {
	t.Helper()
	for name := range hashFiles(t, dir) {
		switch name {
		case "vault.db", "LOCK":
		default:
			t.Errorf("left %s", name)
		}
	}
}

func hashFile(t testing.TB, path string) [sha256.Size]byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return sha256.Sum256(b)
}

// hashFiles returns the hashes of the files that stand in dir itself.
func hashFiles(t testing.TB, dir string) map[string][sha256.Size]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string][sha256.Size]byte{}
	for _, e := range entries {
		if e.Type().IsRegular() {
			sums[e.Name()] = hashFile(t, filepath.Join(dir, e.Name()))
		}
	}
	return sums
}
