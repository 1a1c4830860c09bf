package present_test

import (
	"context"
	"io/fs"
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

// shellDay is the day of the practice cases.
var shellDay = time.Date(2026, 3, 19, 14, 2, 11, 0, time.UTC)

const shellPassphrase = "pebble orchard kettle willow"

// newShell is the shell of a program without a folder. It stands on a day that
// *now says.
func newShell(t testing.TB, now *time.Time) *present.Shell {
	t.Helper()
	book, err := referral.ReadBook(assets.Vocabularies(), assets.Requirements(), assets.Consents())
	if err != nil {
		t.Fatal(err)
	}
	codes, err := assets.Wordlist(assets.CaseWords)
	if err != nil {
		t.Fatal(err)
	}
	ideas, err := assets.Wordlist(assets.PassphraseWords)
	if err != nil {
		t.Fatal(err)
	}
	program := casework.NewProgram(book, strings.Fields(string(codes)), "test")
	program.Now = func() time.Time { return *now }
	program.Cost = func() crypto.Cost { return crypto.Cost{MemoryKiB: 64, Time: 1, Threads: 1} }
	invented, err := fs.ReadFile(assets.Practice(), "family-of-four.json")
	if err != nil {
		t.Fatal(err)
	}
	s := present.NewShell(program, filepath.Join(t.TempDir(), "desk"), strings.Fields(string(ideas)), [][]byte{invented})
	t.Cleanup(func() { _ = s.Lock() })
	return s
}

// openShell is the shell of an open desk.
func openShell(t testing.TB, works string, now *time.Time) *present.Shell {
	t.Helper()
	s := newShell(t, now)
	setup := present.NewSetUp(s)
	setup.Name = "Desk 3"
	setup.Choose(works)
	putRunes(setup.Typed, shellPassphrase)
	putRunes(setup.Again, shellPassphrase)
	runJob(t, setup.Create(false, "en", func() {}))
	unlock := present.NewUnlock(s)
	putRunes(unlock.Pass, shellPassphrase)
	runJob(t, unlock.Open(func() {}))
	if s.Desk == nil {
		t.Fatalf("not open: %v %v", setup.Why, unlock.Why)
	}
	return s
}

func putRunes(into interface{ PutRune(rune) bool }, words string) {
	for _, r := range words {
		into.PutRune(r)
	}
}

func runJob(t testing.TB, job present.Job) {
	t.Helper()
	if job == nil {
		t.Fatal("no job")
	}
	job(context.Background(), func(present.Progress) {})()
}

func TestShellLeadsTheWay(t *testing.T) {
	now := shellDay
	s := newShell(t, &now)
	if got := s.First().Page; got != present.PageSetUp {
		t.Errorf("first page %s, want set-up", got)
	}
	for works, want := range map[string]struct {
		home  present.Page
		pages []present.Page
	}{
		present.WorksField:  {present.PageStart, []present.Page{"start", "referrals", "handover", "contacts", "activity", "settings"}},
		present.WorksOffice: {present.PageInbox, []present.Page{"inbox", "referrals", "contacts", "activity", "settings"}},
	} {
		s := openShell(t, works, &now)
		if got := s.First().Page; got != present.PageUnlock {
			t.Errorf("%s: first page %s, want unlock", works, got)
		}
		if got := s.Return().Page; got != want.home {
			t.Errorf("%s: home %s, want %s", works, got, want.home)
		}
		var pages []present.Page
		for _, e := range s.Entries() {
			pages = append(pages, e.Page)
		}
		if len(pages) != len(want.pages) {
			t.Fatalf("%s: pages %v", works, pages)
		}
		for i := range pages {
			if pages[i] != want.pages[i] {
				t.Errorf("%s: page %s, want %s", works, pages[i], want.pages[i])
			}
		}
	}
}

func TestSettingsAreKept(t *testing.T) {
	now := shellDay
	s := openShell(t, present.WorksField, &now)
	set, told := present.NewSettings(s), 0
	then := func() { told++ }
	runJob(t, set.SetDark(true, then))
	runJob(t, set.SetDiscreet(true, then))
	runJob(t, set.SetIdleMinutes(99, then))
	again := present.NewSettings(s)
	if !again.Dark() || !again.Discreet() || again.IdleMinutes() != present.MaxIdleMinutes || told != 3 {
		t.Errorf("dark %t, discreet %t, minutes %d, told %d", again.Dark(), again.Discreet(), again.IdleMinutes(), told)
	}
	runJob(t, set.Verify(then))
	if m, sound := set.Verdict(); !sound || m.Key != "settings.sound" {
		t.Errorf("verdict %v, sound %t", m, sound)
	}
}

func TestActivityNamesWhatWasDone(t *testing.T) {
	now := shellDay
	s := openShell(t, present.WorksPractice, &now)
	a := present.NewActivity(s)
	if a.Count() != 1 || a.Line(0).Words.Key != "activity.set_up" {
		t.Errorf("%d lines, first %v", a.Count(), a.Line(0).Words)
	}
}
