package store_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"harbour/store"
)

// flipStep is 1 for a flip in every byte, which takes some minutes.
var flipStep = flag.Int("flip-step", 97, "flip a bit in every n-th byte of a vault")

// sample is a small vault and all that it holds.
type sample struct {
	dir   string
	items map[store.ID]string // kind, revision and content
	bytes map[store.ID]string // body or file
	files []string
}

// newSample makes a vault of six items, two attachments and two audit entries.
func newSample(t testing.TB) sample {
	t.Helper()
	dir := newVault(t, &store.Write{})
	v, _ := open(t, dir)
	w := &store.Write{}
	for i := range 5 {
		w.Add(kindTest, fmt.Append(nil, "head ", i), bytes.Repeat(fmt.Append(nil, "body ", i), 100))
	}
	w.Add(kindTest+1, []byte("small"), nil)
	w.AddFile(newFile(t, v, []byte("a letter")), []byte("letter"))
	w.AddFile(newFile(t, v, []byte("a scan")), []byte("scan"))
	w.Audit([]byte("made"))
	w.Audit([]byte("opened"))
	commit(t, v, w)
	s := sample{dir: dir, bytes: map[store.ID]string{}}
	closeVault(t, v)
	v, items := open(t, dir)
	s.items = describe(items)
	for id, item := range items {
		if b, err := itemBytes(v, item); err == nil {
			s.bytes[id] = string(b)
		}
	}
	s.files = fileNames(t, dir)
	closeVault(t, v)
	return s
}

func describe(items map[store.ID]store.Item) map[store.ID]string {
	texts := map[store.ID]string{}
	for id, item := range items {
		texts[id] = fmt.Sprint(item.Kind, item.Rev, string(item.Content), item.File)
		if item.IsFile() {
			texts[id] = fmt.Sprint(item.Kind, item.Rev, string(item.Content), *item.File)
		}
	}
	return texts
}

// itemBytes reads the body or the attachment of item.
func itemBytes(v *store.Vault, item store.Item) ([]byte, error) {
	if !item.IsFile() {
		return v.Body(context.Background(), item)
	}
	r, err := v.OpenFile(context.Background(), item)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// outcome is what a changed vault does.
type outcome struct {
	refused error
	damage  store.Damage
	lost    []store.ID // items whose bytes cannot be read
}

func (o outcome) noticed() bool { return o.refused != nil || o.damage.Any() || len(o.lost) > 0 }

// check opens the vault in dir and fails the test when anything that it gives
// out is not what it was, without a word.
func (s sample) check(t testing.TB, dir string) outcome {
	t.Helper()
	v, items, err := tryOpen(t, dir)
	if err != nil {
		return outcome{refused: err}
	}
	defer v.Close() // the engine may refuse to write into a broken file
	o := outcome{damage: v.Damage()}
	for id, text := range describe(items) {
		if want, ok := s.items[id]; text != want && (!ok || !o.damage.Any()) {
			t.Errorf("item %d is silently %q", id, text)
		}
	}
	if len(items) != len(s.items) && !o.damage.Any() {
		t.Errorf("silently %d items, want %d", len(items), len(s.items))
	}
	for id, item := range items {
		got, err := itemBytes(v, item)
		want, has := s.bytes[id]
		switch {
		case err == nil && (string(got) != want || !has) && !o.damage.Whole:
			t.Errorf("bytes of item %d silently changed", id)
		case err != nil && has:
			o.lost = append(o.lost, id)
		}
	}
	if r, err := v.Verify(context.Background(), nil); err == nil && r.Sound() && o.noticed() {
		t.Error("a full check finds nothing of what reading found")
	}
	if o.damage.Any() {
		w := &store.Write{}
		w.Add(kindTest, nil, nil)
		if _, err := v.Commit(context.Background(), w); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("commit into a damaged vault: got %v, want ErrReadOnly", err)
		}
		if _, err := v.NewFile(); !errors.Is(err, store.ErrReadOnly) {
			t.Errorf("new file in a damaged vault: got %v, want ErrReadOnly", err)
		}
	}
	return o
}

// One bit of a byte is flipped in turn. Free space may change; nothing
// that is given out may.
func TestVault_survives_flipped_bits(t *testing.T) {
	s := newSample(t)
	path := filepath.Join(s.dir, "vault.db")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{}
	for at := rand.IntN(*flipStep); at < len(whole); at += *flipStep {
		changed := bytes.Clone(whole)
		changed[at] ^= 1 << rand.IntN(8)
		if err := os.WriteFile(path, changed, 0o600); err != nil {
			t.Fatal(err)
		}
		o := s.check(t, s.dir)
		switch {
		case o.refused != nil:
			counts["refused"]++
		case o.noticed():
			counts["named"]++
		default:
			counts["identical"]++
		}
		if t.Failed() {
			t.Fatalf("byte %d from %02x to %02x", at, whole[at], changed[at])
		}
	}
	t.Logf("%d bytes: %v", len(whole), counts)
	if counts["refused"] == 0 || counts["named"] == 0 {
		t.Error("flips that nobody notices prove nothing")
	}
}

func TestVault_survives_truncation(t *testing.T) {
	s := newSample(t)
	path := filepath.Join(s.dir, "vault.db")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(whole); n += 509 {
		if err := os.WriteFile(path, whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		if o := s.check(t, s.dir); !o.noticed() {
			t.Errorf("%d bytes of %d: nothing noticed", n, len(whole))
		}
	}
}

func TestVault_notices_changed_rows(t *testing.T) {
	s := newSample(t)
	first, second := `(SELECT min(id) FROM body)`, `(SELECT max(id) FROM body)`
	swap := func(table, column string) string {
		return fmt.Sprintf(`UPDATE %s SET %s = CASE id WHEN %s THEN (SELECT %s FROM %s WHERE id = %s) ELSE (SELECT %s FROM %s WHERE id = %s) END WHERE id IN (%s, %s)`,
			table, column, first, column, table, second, column, table, first, first, second)
	}
	raw := `PRAGMA writable_schema = 1`
	strict := func(table string) string {
		return `UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', '') WHERE name = '` + table + `'`
	}
	back := func(table string) string {
		return `UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = '` + table + `'`
	}
	cases := map[string][]string{
		"heads swapped":     {swap("entry", "head")},
		"bodies swapped":    {swap("body", "ct")},
		"head deleted":      {`DELETE FROM entry WHERE id = ` + first},
		"all heads deleted": {`DELETE FROM entry`},
		"body deleted":      {`DELETE FROM body WHERE id = ` + first},
		"head duplicated":   {`INSERT INTO entry SELECT 77, head FROM entry WHERE id = ` + first},
		"head at 0":         {`INSERT INTO entry SELECT 0, head FROM entry WHERE id = ` + first},
		"head below 0":      {`INSERT INTO entry SELECT -id, head FROM entry`},
		"head moved":        {`UPDATE entry SET id = 77 WHERE id = ` + first},
		"head empty":        {`UPDATE entry SET head = x'' WHERE id = ` + first},
		"head huge":         {`UPDATE entry SET head = zeroblob(50000000) WHERE id = ` + first},
		"body huge":         {`UPDATE body SET ct = zeroblob(50000000) WHERE id = ` + first},
		"body empty":        {`UPDATE body SET ct = x'' WHERE id = ` + first},
		"root empty":        {`UPDATE vault SET root = x''`},
		"root huge":         {`UPDATE vault SET root = zeroblob(50000000)`},
		"slot added":        {`INSERT INTO slot VALUES (2, x'02')`},
		"slot doubled":      {`INSERT INTO slot SELECT 2, blob FROM slot`},
		"slot renumbered":   {`UPDATE slot SET n = 5`},
	}
	for table, column := range map[string]string{"entry": "head", "body": "ct"} {
		for kind, value := range map[string]string{"text": `'text'`, "number": `7`, "real": `1.5`} {
			cases[table+" is "+kind] = []string{
				raw, strict(table), `PRAGMA schema_version = 99`,
				fmt.Sprintf(`UPDATE %s SET %s = %s WHERE id = %s`, table, column, value, first),
				back(table),
			}
		}
	}
	for name, statements := range cases {
		t.Run(name, func(t *testing.T) {
			dir := copyVault(t, s.dir)
			alter(t, dir, statements...)
			o := s.check(t, dir)
			if !o.noticed() || errors.Is(o.refused, store.ErrForeign) {
				t.Errorf("got %+v", o)
			}
		})
	}
	t.Run("a body without an item", func(t *testing.T) {
		dir := copyVault(t, s.dir)
		alter(t, dir, `INSERT INTO body SELECT 77, ct FROM body WHERE id = `+first)
		if o := s.check(t, dir); o.noticed() {
			t.Errorf("got %+v", o)
		}
		v, _ := open(t, dir)
		defer closeVault(t, v)
		if r, err := v.Verify(context.Background(), nil); err != nil || len(r.Orphans) != 1 || r.Orphans[0] != 77 {
			t.Errorf("got %+v, %v", r, err)
		}
	})
}

// Every row is put back to what it was before the last change, alone and
// together with every other but the root.
func TestVault_notices_rows_of_another_time(t *testing.T) {
	s := newSample(t)
	old := copyVault(t, s.dir)
	v, items := open(t, s.dir)
	_, oldState := v.State()
	w := &store.Write{}
	for _, item := range items {
		if !item.IsAudit() && !item.IsFile() {
			w.Replace(item, []byte("newer"), []byte("newer body"))
		}
	}
	commit(t, v, w)
	_, newState := v.State()
	closeVault(t, v)
	v, items = open(t, s.dir)
	s.items = describe(items)
	for id, item := range items {
		if b, err := itemBytes(v, item); err == nil {
			s.bytes[id] = string(b)
		}
	}
	closeVault(t, v)

	attach := `ATTACH '` + filepath.Join(old, "vault.db") + `' AS old`
	try := func(name string, statements ...string) {
		t.Run(name, func(t *testing.T) {
			dir := copyVault(t, s.dir)
			alter(t, dir, append([]string{attach}, statements...)...)
			if o := s.check(t, dir); !o.noticed() {
				t.Error("nothing noticed")
			}
		})
	}
	for id := range items {
		if items[id].Rev < 2 {
			continue
		}
		head := fmt.Sprintf(`UPDATE entry SET head = (SELECT head FROM old.entry WHERE id = %d) WHERE id = %d`, id, id)
		body := fmt.Sprintf(`INSERT OR REPLACE INTO body SELECT id, ct FROM old.body WHERE id = %d`, id)
		try(fmt.Sprint("head ", items[id].Kind, id), head)
		try(fmt.Sprint("both ", items[id].Kind, id), head, body)
		if items[id].Kind == kindTest {
			try(fmt.Sprint("body ", id), body)
		}
	}
	try("root", `UPDATE vault SET root = (SELECT root FROM old.vault)`)
	try("all but the root", `DELETE FROM entry`, `INSERT INTO entry SELECT * FROM old.entry`, `DELETE FROM body`, `INSERT INTO body SELECT * FROM old.body`)

	t.Run("the whole database", func(t *testing.T) {
		v, _ := open(t, old)
		defer closeVault(t, v)
		if _, state := v.State(); state != oldState || state == newState {
			t.Error("the state does not tell the times apart")
		}
	})
}

func TestVault_notices_parts_of_another_vault(t *testing.T) {
	s, other := newSample(t), newSample(t)
	attach := `ATTACH '` + filepath.Join(other.dir, "vault.db") + `' AS other`
	for name, statement := range map[string]string{
		"slot":    `UPDATE slot SET blob = (SELECT blob FROM other.slot)`,
		"root":    `UPDATE vault SET root = (SELECT root FROM other.vault)`,
		"vault":   `UPDATE vault SET id = (SELECT id FROM other.vault), root = (SELECT root FROM other.vault)`,
		"entries": `INSERT INTO entry SELECT * FROM other.entry`,
	} {
		t.Run(name, func(t *testing.T) {
			dir := copyVault(t, s.dir)
			alter(t, dir, attach, statement)
			if o := s.check(t, dir); !o.noticed() {
				t.Error("nothing noticed")
			}
		})
	}
}
