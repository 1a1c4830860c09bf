package store_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"harbour/store"
	"harbour/store/atomicfile"
)

const (
	exported = "out"
	maxKept  = 40 // items that the child keeps in the vault
	gone     = -1 // the revision of an item that was removed
)

// thing is what an item's content says of it: "n rev".
type thing struct{ n, rev int }

func (t thing) String() string { return fmt.Sprintf("%d %d", t.n, t.rev) }

func parseThing(s string) (t thing, err error) {
	_, err = fmt.Sscanf(s, "%d %d", &t.n, &t.rev)
	return t, err
}

// bytes are the body or the file that belongs to the thing.
func (t thing) bytes() []byte {
	seed := sha256.Sum256([]byte(t.String()))
	b := make([]byte, int(seed[0])<<7+int(seed[1]))
	rand.NewChaCha8(seed).Read(b)
	return b
}

// writer is the child: it changes the vault, without end, says what it tries
// before and what stands after.
type writer struct {
	v     *store.Vault
	out   string
	items []store.Item
	next  int
}

func writeUntilKilled(dir string) error {
	w := &writer{out: filepath.Join(filepath.Dir(dir), exported)}
	v, err := store.Open(context.Background(), dir, newSecret("pebble"), func(i store.Item) error {
		t, err := parseThing(string(i.Content))
		w.items = append(w.items, i)
		w.next = max(w.next, t.n+1)
		return err
	})
	if err != nil {
		return err
	}
	w.v = v
	// An export counts up on its own: its name must be free.
	w.next = max(w.next, int(time.Now().UnixMicro()&0x7fffffffffff))
	fmt.Println("open")
	for {
		if err := w.step(); err != nil {
			return err
		}
	}
}

func (w *writer) step() error {
	t := thing{n: w.next, rev: 1}
	w.next++
	write := &store.Write{}
	if len(w.items) > 0 && rand.IntN(2) == 0 {
		return w.change(write, rand.IntN(len(w.items)))
	}
	switch rand.IntN(4) {
	case 0:
		return w.export(t)
	case 1:
		f, err := w.v.NewFile()
		if err != nil {
			return err
		}
		if _, err := f.Write(t.bytes()); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
		write.AddFile(f, []byte(t.String()))
	default:
		write.Add(kindTest, []byte(t.String()), t.bytes())
	}
	items, err := w.commit(write, t)
	w.items = append(w.items, items...)
	return err
}

// change replaces or removes an item.
func (w *writer) change(write *store.Write, i int) error {
	item := w.items[i]
	t, err := parseThing(string(item.Content))
	if err != nil {
		return err
	}
	if item.IsFile() || len(w.items) > maxKept {
		write.Remove(item)
		w.items = slices.Delete(w.items, i, i+1)
		_, err := w.commit(write, thing{t.n, gone})
		return err
	}
	t.rev++
	write.Replace(item, []byte(t.String()), t.bytes())
	items, err := w.commit(write, t)
	if err == nil {
		w.items[i] = items[0]
	}
	return err
}

func (w *writer) commit(write *store.Write, t thing) ([]store.Item, error) {
	fmt.Println("try", t)
	items, err := w.v.Commit(context.Background(), write)
	if err == nil {
		fmt.Println("ack", t)
	}
	return items, err
}

func (w *writer) export(t thing) error {
	if _, err := atomicfile.WriteFile(context.Background(), w.out, fmt.Sprintf("%d.age", t.n), t.bytes()); err != nil {
		return err
	}
	fmt.Println("out", t)
	return nil
}

// ledger is what the parent knows from what the child said.
type ledger struct {
	acked    map[int]int // revision by number, gone ones left out
	trying   *thing      // said to be tried, not said to stand
	exported []thing
}

func TestVault_survives_being_killed(t *testing.T) {
	rounds := killRounds
	if testing.Short() {
		rounds = 20
	}
	dir := newVault(t, &store.Write{})
	out := filepath.Join(filepath.Dir(dir), exported)
	if err := os.Mkdir(out, 0o700); err != nil {
		t.Fatal(err)
	}
	l := &ledger{acked: map[int]int{}}
	acks := 0
	for range rounds {
		acks += runAndKill(t, dir, l)
		l.compare(t, dir)
		l.compareExports(t, out)
		if t.Failed() {
			return
		}
	}
	t.Logf("%d kills, %d acknowledged changes", rounds, acks)
	if acks < rounds {
		t.Error("too few changes to prove anything")
	}
}

// runAndKill lets a child write, kills it at a random moment, and returns the
// number of changes that it acknowledged.
func runAndKill(t *testing.T, dir string, l *ledger) (acks int) {
	t.Helper()
	child := exec.Command(os.Args[0], "write", dir)
	var stderr bytes.Buffer
	child.Stderr = &stderr
	stdout, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(stdout)
	if !lines.Scan() {
		t.Fatalf("child did not open the vault: %s", stderr.String())
	}
	kill := time.AfterFunc(time.Duration(rand.IntN(25_000))*time.Microsecond, func() { _ = child.Process.Kill() })
	defer kill.Stop()
	for lines.Scan() {
		acks += l.hear(t, lines.Text())
	}
	_ = child.Wait() // killed
	if stderr.Len() > 0 {
		t.Fatalf("child failed: %s", stderr.String())
	}
	return acks
}

// hear takes in one line, of which a killed child may have said a part.
func (l *ledger) hear(t *testing.T, line string) int {
	word, rest, _ := strings.Cut(line, " ")
	what, err := parseThing(rest)
	if err != nil {
		t.Fatalf("child said %q", line)
	}
	switch word {
	case "try":
		l.trying = &what
		return 0
	case "out":
		l.exported = append(l.exported, what)
		return 1
	}
	l.trying = nil
	l.settle(what)
	return 1
}

func (l *ledger) settle(what thing) {
	if what.rev == gone {
		delete(l.acked, what.n)
	} else {
		l.acked[what.n] = what.rev
	}
}

// compare opens the vault as after a crash and holds it against the ledger.
func (l *ledger) compare(t *testing.T, dir string) {
	t.Helper()
	v, items := open(t, dir)
	defer closeVault(t, v)
	if v.Damage().Any() {
		t.Fatalf("damage after a kill: %+v", v.Damage())
	}
	found := map[int]int{}
	for _, item := range items {
		what, err := parseThing(string(item.Content))
		if err != nil {
			t.Fatal(err)
		}
		found[what.n] = what.rev
		if !bytes.Equal(readThing(t, v, item), what.bytes()) {
			t.Errorf("%v is not what was written", what)
		}
	}
	if l.trying != nil {
		// What was not acknowledged is there as a whole or not at all.
		if rev, ok := found[l.trying.n]; ok && rev == l.trying.rev || !ok && l.trying.rev == gone {
			l.settle(*l.trying)
		}
		l.trying = nil
	}
	for n, rev := range l.acked {
		if got, ok := found[n]; !ok || got != rev {
			t.Errorf("acknowledged %d %d, found %d, %v", n, rev, got, ok)
		}
		delete(found, n)
	}
	if len(found) > 0 {
		t.Errorf("never acknowledged: %v", found)
	}
	verify(t, v)
	for _, name := range fileNames(t, dir) {
		if strings.HasPrefix(name, store.StagedPrefix) {
			t.Errorf("%s is left after unlock", name)
		}
	}
}

func readThing(t *testing.T, v *store.Vault, item store.Item) []byte {
	t.Helper()
	if item.IsFile() {
		return readFile(t, v, item)
	}
	body, err := v.Body(context.Background(), item)
	if err != nil {
		t.Error(err)
	}
	return body
}

// compareExports makes sure that what has a final name is whole, then clears.
func (l *ledger) compareExports(t *testing.T, out string) {
	t.Helper()
	for _, what := range l.exported {
		if _, err := os.Lstat(filepath.Join(out, fmt.Sprintf("%d.age", what.n))); errors.Is(err, fs.ErrNotExist) {
			t.Errorf("export %v is lost", what)
		}
	}
	l.exported = nil
	entries, err := os.ReadDir(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		path := filepath.Join(out, e.Name())
		if !strings.HasSuffix(path, atomicfile.Part) {
			what := thing{rev: 1}
			if _, err := fmt.Sscanf(e.Name(), "%d.age", &what.n); err != nil {
				t.Fatal(err)
			}
			got, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(got, what.bytes()) {
				t.Errorf("export %v is not whole, %v", what, err)
			}
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
}
