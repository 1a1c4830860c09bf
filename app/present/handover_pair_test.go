package present_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/referral"
	"harbour/assets"
	"harbour/crypto"
)

// pairWords open both desks of a pair.
const pairWords = "pebble orchard kettle"

// pair is a field desk and an office, and a stick between them.
type pair struct {
	field, office *present.Shell
	stick         string
}

func newPair(t testing.TB) pair {
	t.Helper()
	return pair{newDesk(t, casework.RoleField, "Desk 3"), newDesk(t, casework.RoleOffice, "Meridian"), t.TempDir()}
}

// newDesk sets a desk up in a folder of its own and unlocks it, at the day of
// the practice cases.
func newDesk(t testing.TB, role, name string) *present.Shell {
	t.Helper()
	book, err := referral.ReadBook(assets.Vocabularies(), assets.Requirements(), assets.Consents())
	if err != nil {
		t.Fatal(err)
	}
	list, err := assets.Wordlist(assets.CaseWords)
	if err != nil {
		t.Fatal(err)
	}
	p := casework.NewProgram(book, strings.Fields(string(list)), "test")
	p.Now = func() time.Time { return time.Date(2026, 3, 19, 14, 2, 11, 0, time.UTC) }
	p.Cost = func() crypto.Cost { return crypto.Cost{MemoryKiB: 64, Time: 1, Threads: 1} }
	ctx, dir := context.Background(), filepath.Join(t.TempDir(), "vault")
	if err := p.Create(ctx, dir, typed(t, pairWords), casework.SetUp{Role: role, Name: name, Practice: true}); err != nil {
		t.Fatal(err)
	}
	desk, err := p.Unlock(ctx, dir, typed(t, pairWords))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = desk.Close() })
	shell := present.NewShell(p, dir, nil, nil)
	shell.Desk = desk
	return shell
}

func typed(t testing.TB, words string) *casework.Passphrase {
	t.Helper()
	s := casework.NewPassphrase()
	putWords(s, words)
	t.Cleanup(s.Destroy)
	return s
}

func putWords(s *casework.Passphrase, words string) {
	for _, r := range words {
		s.PutRune(r)
	}
}

// takeCase takes a practice case in and returns its id.
func takeCase(t testing.TB, s *present.Shell, name string) string {
	t.Helper()
	raw, err := fs.ReadFile(assets.Practice(), name)
	if err != nil {
		t.Fatal(err)
	}
	taken, err := s.Desk.Take(context.Background(), raw)
	if err != nil {
		t.Fatal(err)
	}
	return string(taken.ID)
}

// meet makes other known at s, not checked, and returns its id.
func meet(t testing.TB, s, other *present.Shell) string {
	t.Helper()
	c, err := s.Desk.TakeCard(context.Background(), other.Desk.OwnCard(), "")
	if err != nil {
		t.Fatal(err)
	}
	return string(c.ID)
}

// trust makes other known and checked at s.
func trust(t testing.TB, s, other *present.Shell) string {
	t.Helper()
	id := meet(t, s, other)
	check, _ := present.NewGroupCheck(s.Desk, id)
	sayGroups(check, other)
	do(t, check.Judge())
	if !check.Marked {
		t.Fatalf("not checked: %+v", check.Message)
	}
	return id
}

// sayGroups types the groups that are asked for, as other says them.
func sayGroups(check *present.GroupCheck, other *present.Shell) {
	check.Channel = "face_to_face"
	groups := other.Desk.OwnGroups()
	for _, n := range check.Ask {
		check.Type(n, groups[n-1])
	}
}

// do runs a job and applies it.
func do(t testing.TB, job present.Job) {
	t.Helper()
	doWith(t, context.Background(), job, func(present.Progress) {})
}

func doWith(t testing.TB, ctx context.Context, job present.Job, tell func(present.Progress)) {
	t.Helper()
	if job == nil {
		t.Fatal("nothing to do")
	}
	if apply := job(ctx, tell); apply != nil {
		apply()
	}
}

func filesIn(t testing.TB, dir string) []string {
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
