package bundle_test

import (
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"harbour/crypto/bundle"
)

// hostileCount is how many ways of being wrong the tables below hold.
const hostileCount = 229

func errorIs(err, want error) bool { return err != nil && errors.Is(err, want) }

// measured runs f and returns what it allocated in all, which is more than it
// ever held, and how long it took.
func measured(f func() error) (uint64, time.Duration, error) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	err := f()
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc, took, err
}

// hostile is one way of being wrong.
type hostile struct {
	name  string
	may   stage
	want  error
	forge func(*forger)
}

func replace(old, with string) func(string) string {
	return func(s string) string { return strings.Replace(s, old, with, 1) }
}

func add(more string) func(string) string { return func(s string) string { return s + more } }

func TestRead_refuses_what_is_forged(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	if _, _, err := read(t, newForger(field, office).forge(t), office); err != nil {
		t.Fatalf("the forger's own bundle is refused: %v", err)
	}
	cases := append(hostileEntries(), hostileHeaders()...)
	cases = append(append(cases, hostileProofs(t)...), hostileContents(t)...)
	if len(cases) < hostileCount {
		t.Errorf("got %d cases, want %d or more", len(cases), hostileCount)
	}
	t.Logf("%d cases", len(cases))
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f := newForger(field, office)
			c.forge(f)
			refuse(t, f.forge(t), office, c.may, c.want)
		})
	}
}

func TestRead_keeps_members_that_it_does_not_know(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	f := newForger(field, office)
	f.members["mood"] = "calm"
	b, _, err := read(t, f.forge(t), office)
	if err != nil {
		t.Fatal(err)
	}
	if string(b.Header.More) != `{"mood":"calm"}` {
		t.Errorf("got %s", b.Header.More)
	}
}

// A recipient can open a bundle and seal the same content for somebody else:
// what the sender signed then names another envelope.
func TestRead_knows_a_bundle_that_was_wrapped_again(t *testing.T) {
	field, office, second := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice), newDesk(t, "Altai", bundle.RoleOffice)
	plain := decrypted(t, write(t, outgoing(field, office, []byte("letter"))), office)
	refuse(t, seal(t, constant(plain), ageRecipient(t, second.card.Age)), second, front, bundle.ErrRewrapped)
	refuse(t, seal(t, constant(plain), ageRecipient(t, office.card.Age)), office, front, bundle.ErrRewrapped)
}
