package store_test

import (
	"bytes"
	"context"
	"crypto/hkdf"
	"crypto/sha256"
	"crypto/sha512"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"filippo.io/age"
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/text/unicode/norm"

	"harbour/store"
)

// The vault of format 1. It is kept for ever and never made anew.
const (
	frozen           = "testdata/v1"
	frozenText       = "testdata/v1.txt"
	frozenPassphrase = "harbour läuft aus"
)

var update = flag.Bool("update", false, "write the text of the frozen vault anew")

// reader reads a vault by FORMAT.md, with none of our own code.
type reader struct {
	t        *testing.T
	db       *sql.DB
	dir      string
	id       []byte
	vaultKey []byte
	out      strings.Builder
}

func TestFormat_is_what_it_says(t *testing.T) {
	dir := copyVault(t, frozen)
	r := &reader{t: t, dir: dir, db: rawDB(t, dir)}
	defer r.db.Close()
	r.open(frozenPassphrase)
	r.readItems(r.readRoot())
	if *update {
		if err := os.WriteFile(frozenText, []byte(r.out.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(frozenText)
	if err != nil {
		t.Fatal(err)
	}
	if r.out.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", r.out.String(), want)
	}
}

func (r *reader) open(passphrase string) {
	r.t.Helper()
	var version int
	r.row(`PRAGMA user_version`, &version)
	if version != 1 {
		r.t.Fatalf("user_version is %d", version)
	}
	var blob []byte
	r.row(`SELECT id FROM vault`, &r.id)
	r.row(`SELECT blob FROM slot WHERE n = 1`, &blob)
	if len(blob) != 130 || blob[0] != 1 {
		r.t.Fatalf("slot of %d bytes", len(blob))
	}
	memory, passes := binary.BigEndian.Uint32(blob[1:]), binary.BigEndian.Uint32(blob[5:])
	out := argon2.IDKey(norm.NFC.Bytes([]byte(passphrase)), blob[10:26], passes, memory, blob[9], 64)
	if !bytes.Equal(out[32:], blob[26:58]) {
		r.t.Fatal("commitment differs")
	}
	r.vaultKey = r.unseal(out[:32], join("harbour/v1/slot", r.id, blob[:58]), blob[58:])
	r.say("vault id %x", r.id)
	r.say("vault key %x", r.vaultKey)
	r.say("K_head %x", r.derive("harbour/v1/k-head"))
	r.say("K_root %x", r.derive("harbour/v1/k-root"))
}

// readRoot compares the root with all that it covers but the audit chain, and
// returns it.
func (r *reader) readRoot() []byte {
	r.t.Helper()
	var sealed []byte
	r.row(`SELECT root FROM vault`, &sealed)
	root := r.unseal(r.derive("harbour/v1/k-root"), join("harbour/v1/root", r.id), sealed)
	buckets := make([][]byte, 256)
	for i := range buckets {
		buckets[i] = []byte("harbour/v1/bucket")
	}
	r.each(`SELECT id, head FROM entry ORDER BY id`, func(id int64, head []byte) {
		sum := sha256.Sum256(head)
		buckets[id>>55] = join(string(buckets[id>>55]), u64(uint64(id)), sum[:])
	})
	top := []byte("harbour/v1/top")
	for _, b := range buckets {
		sum := sha256.Sum256(b)
		top = append(top, sum[:]...)
	}
	slots := []byte("harbour/v1/allslots")
	r.each(`SELECT n, blob FROM slot ORDER BY n`, func(n int64, blob []byte) {
		slots = binary.BigEndian.AppendUint32(slots, uint32(n))
		slots = binary.BigEndian.AppendUint32(slots, uint32(len(blob)))
		slots = append(slots, blob...)
	})
	topSum, slotsSum := sha256.Sum256(top), sha256.Sum256(slots)
	if len(sealed) != 152 || !bytes.Equal(root[8:40], topSum[:]) || !bytes.Equal(root[40:72], slotsSum[:]) {
		r.t.Fatal("root covers something else")
	}
	r.say("root %x", root)
	r.say("state %x", sha256.Sum256(join("harbour/v1/state", root)))
	return root
}

// readItems reads every item and compares the audit chain with the root.
func (r *reader) readItems(root []byte) {
	r.t.Helper()
	audit := map[uint64][]byte{}
	r.each(`SELECT id, head FROM entry ORDER BY id`, func(id int64, head []byte) {
		if !slices.Contains([]int{1000, 2000, 4000, 8000, 16000}, len(head)) {
			r.t.Errorf("head of %d bytes", len(head))
		}
		plain := r.unseal(r.derive("harbour/v1/k-head"), join("harbour/v1/head", r.id, u64(uint64(id))), head)
		kind, rev, key, content := plain[1], binary.BigEndian.Uint64(plain[2:]), plain[10:42], unpad(plain[42:])
		line := fmt.Sprintf("item %d kind %d rev %d key %x content %x", id, kind, rev, key, content)
		switch {
		case kind == 1:
			audit[binary.BigEndian.Uint64(content)] = content[8:]
		case kind == 2:
			line += fmt.Sprintf(" file %x", r.attachment(content, key[:16]))
		case !bytes.Equal(key, make([]byte, 32)):
			var sealed []byte
			r.row(fmt.Sprintf(`SELECT ct FROM body WHERE id = %d`, id), &sealed)
			line += fmt.Sprintf(" body %x", unpad(r.unseal(key, join("harbour/v1/body", r.id, u64(uint64(id))), sealed)))
		}
		r.say("%s", line)
	})
	digest := make([]byte, 32)
	for n := uint64(1); n <= uint64(len(audit)); n++ {
		sum := sha256.Sum256(join("harbour/v1/audit", digest, u64(n), audit[n]))
		digest = sum[:]
	}
	if binary.BigEndian.Uint64(root[72:]) != uint64(len(audit)) || !bytes.Equal(root[80:], digest) {
		r.t.Error("root covers another audit chain")
	}
}

// attachment reads the file that the head's content names.
func (r *reader) attachment(content, key []byte) []byte {
	r.t.Helper()
	f, err := os.Open(filepath.Join(r.dir, "att", hex.EncodeToString(content[:16])+".age"))
	if err != nil {
		r.t.Fatal(err)
	}
	defer f.Close()
	plain, err := age.Decrypt(f, age.NewInjectedFileKeyIdentity(bytes.Clone(key)))
	if err != nil {
		r.t.Fatal(err)
	}
	got, err := io.ReadAll(plain)
	if err != nil {
		r.t.Fatal(err)
	}
	size := binary.BigEndian.Uint64(content[16:])
	if sum := sha512.Sum512(got[:size]); !bytes.Equal(sum[:], content[24:88]) || len(bytes.Trim(got[size:], "\x00")) > 0 {
		r.t.Error("attachment differs from its head")
	}
	return got[:size]
}

func (r *reader) derive(label string) []byte {
	key, err := hkdf.Key(sha256.New, r.vaultKey, r.id, label, 32)
	if err != nil {
		r.t.Fatal(err)
	}
	return key
}

func (r *reader) unseal(key, aad, sealed []byte) []byte {
	r.t.Helper()
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		r.t.Fatal(err)
	}
	plain, err := aead.Open(nil, sealed[:24], sealed[24:], aad)
	if err != nil {
		r.t.Fatal(err)
	}
	return plain
}

func (r *reader) row(query string, to any) {
	r.t.Helper()
	if err := r.db.QueryRow(query).Scan(to); err != nil {
		r.t.Fatal(err)
	}
}

// each reads all rows before it calls use, which may ask for more.
func (r *reader) each(query string, use func(n int64, blob []byte)) {
	r.t.Helper()
	rows, err := r.db.Query(query)
	if err != nil {
		r.t.Fatal(err)
	}
	var calls []func()
	for rows.Next() {
		var n int64
		var blob []byte
		if err := rows.Scan(&n, &blob); err != nil {
			r.t.Fatal(err)
		}
		calls = append(calls, func() { use(n, blob) })
	}
	if err := rows.Err(); err != nil {
		r.t.Fatal(err)
	}
	for _, call := range calls {
		call()
	}
}

func (r *reader) say(format string, args ...any) { fmt.Fprintf(&r.out, format+"\n", args...) }

func join(label string, parts ...[]byte) []byte {
	return append([]byte(label), bytes.Join(parts, nil)...)
}

func u64(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func unpad(b []byte) []byte { return b[4 : 4+binary.BigEndian.Uint32(b)] }

// A vault of every format that ever was opens, and can be written.
func TestOpen_reads_the_frozen_vault(t *testing.T) {
	dir := copyVault(t, frozen)
	items := map[store.ID]store.Item{}
	v, err := store.Open(context.Background(), dir, secret(t, "harbour la\u0308uft aus"), keep(items))
	if err != nil {
		t.Fatal(err)
	}
	defer closeVault(t, v)
	if r := verify(t, v); r.Entries != 6 || r.Files != 1 {
		t.Errorf("got %+v", r)
	}
	var texts []string
	for _, item := range items {
		text := string(item.Content)
		if item.IsAudit() {
			_, content := item.AuditEntry()
			text = string(content)
		}
		if b, err := itemBytes(v, item); err == nil {
			text += ": " + string(b[:min(len(b), 24)])
		}
		texts = append(texts, text)
	}
	slices.Sort(texts)
	want := []string{"a setting", "letter: Dear colleagues,\nall is ", "made", "opened", "summary without body changed", "summary: the whole of it, second"}
	if !slices.Equal(texts, want) {
		t.Errorf("got %q", texts)
	}
	w := &store.Write{}
	w.Add(kindTest, []byte("new"), nil)
	commit(t, v, w)
}
