package present_test

import (
	"os"
	"path/filepath"
	"testing"

	"harbour/app/present"
)

func TestStrengthIsNotFlattering(t *testing.T) {
	for _, c := range []struct {
		typed string
		bars  int
	}{
		{"", 0},
		{"kettle", 1},
		{"aaaaaaaaaaaaaaaaaaaaaaaa", 1},
		{"abcdefghijklmnopqrstuvwxyz", 1},
		{"a b c d e f g h i j", 1},
		{"kettle pebble", 1},
		{"Tr0ub4dor&3", 2},
		{"kettle pebble orchard", 2},
		{"kettle pebble orchard willow", 3},
		{"kettle pebble orchard willow nineteen", 4},
		{"kettle pebble orchard willow nineteen lantern", 5},
		{"کتری سنگ باغ بید نوزده فانوس", 5},
	} {
		typed := present.NewTyped()
		putRunes(typed, c.typed)
		if got := typed.Strength().Bars; got != c.bars {
			t.Errorf("%q: %d bars, want %d", c.typed, got, c.bars)
		}
		typed.Destroy()
	}
}

func TestStrengthFollowsEachLetterBack(t *testing.T) {
	typed, plain := present.NewTyped(), present.NewTyped()
	defer typed.Destroy()
	defer plain.Destroy()
	putRunes(typed, "kettle pebble orchard willow nineteen")
	for range " nineteen" {
		typed.TakeRune()
	}
	putRunes(plain, "kettle pebble orchard willow")
	if typed.Strength() != plain.Strength() || typed.Len() != plain.Len() {
		t.Errorf("%v, want %v", typed.Strength(), plain.Strength())
	}
	typed.Wipe()
	if typed.Len() != 0 || typed.Strength().Bars != 0 {
		t.Error("something is left")
	}
}

func TestIdeaMustBeTyped(t *testing.T) {
	now := shellDay
	s := present.NewSetUp(newShell(t, &now))
	first := append([]string(nil), s.Idea...)
	s.OtherIdea()
	if len(s.Idea) != 6 || len(first) != 6 {
		t.Fatalf("ideas of %d and %d words", len(first), len(s.Idea))
	}
	same := 0
	for i := range first {
		if first[i] == s.Idea[i] {
			same++
		}
	}
	if same == 6 {
		t.Error("the same words twice")
	}
	s.UseIdea()
	if got := s.Ready().Key; got != "setup.passphrase_needed" {
		t.Errorf("ready says %q", got)
	}
	for i, word := range s.Idea {
		if i > 0 {
			s.Typed.PutRune(' ')
		}
		putRunes(s.Typed, word)
	}
	if m := s.Ready(); !m.Empty() || s.Typed.Strength().Bars < 4 {
		t.Errorf("ready says %q, %d bars", m.Key, s.Typed.Strength().Bars)
	}
}

func TestSetUpSaysWhatIsWrong(t *testing.T) {
	now := shellDay
	shell := newShell(t, &now)
	s := present.NewSetUp(shell)
	if s.Next() || s.Why.Key != "setup.name_needed" || !s.NameWrong() {
		t.Errorf("without a name: %v", s.Why)
	}
	s.Name = "  Desk 3 "
	if !s.Next() || s.Name != "Desk 3" {
		t.Errorf("with a name: %v, %q", s.Why, s.Name)
	}
	for _, c := range []struct{ works, typed, again, want string }{
		{present.WorksField, "", "", "setup.passphrase_needed"},
		{present.WorksField, "kettle", "kettle", "setup.too_weak"},
		{present.WorksPractice, "kettle", "kettlf", "setup.not_the_same"},
		{present.WorksPractice, "kettle", "kettle", ""},
		{present.WorksOffice, shellPassphrase, shellPassphrase, ""},
	} {
		s.Choose(c.works)
		s.Typed.Wipe()
		s.Again.Wipe()
		putRunes(s.Typed, c.typed)
		putRunes(s.Again, c.again)
		if got := s.Ready().Key; got != c.want {
			t.Errorf("%s %q %q: %q, want %q", c.works, c.typed, c.again, got, c.want)
		}
	}
}

// TestSetUpTouchesNothingElse: a folder with other things gets one inside it,
// and a name that no card takes leaves no folder.
func TestSetUpTouchesNothingElse(t *testing.T) {
	now := shellDay
	s := present.NewSetUp(newShell(t, &now))
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "letter.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s.SetFolder(full)
	if s.Dir != filepath.Join(full, "harbour") {
		t.Errorf("folder %s", s.Dir)
	}
	s.Name = "Desk\u202e3"
	putRunes(s.Typed, shellPassphrase)
	putRunes(s.Again, shellPassphrase)
	runJob(t, s.Create(false, "en", func() { t.Error("made") }))
	if s.Why.Key != "setup.name_bad" {
		t.Errorf("why %v", s.Why)
	}
	if _, err := os.Stat(s.Dir); err == nil {
		t.Error("left a folder behind")
	}
}

func TestUnlockSaysWhatIsWrong(t *testing.T) {
	now := shellDay
	s := openShell(t, present.WorksField, &now)
	if err := s.Lock(); err != nil {
		t.Fatal(err)
	}
	u := present.NewUnlock(s)
	if u.Folder() != "desk" || u.Open(nil) != nil || u.Why.Key != "unlock.needed" {
		t.Errorf("folder %q, why %v", u.Folder(), u.Why)
	}
	putRunes(u.Pass, "something else")
	runJob(t, u.Open(func() { t.Error("opened") }))
	if !u.WrongPassphrase() || u.Pass.Len() != 0 {
		t.Errorf("why %v, %d letters left", u.Why, u.Pass.Len())
	}
	u.SetFolder(t.TempDir())
	putRunes(u.Pass, shellPassphrase)
	runJob(t, u.Open(func() { t.Error("opened") }))
	if u.Why.Key != "error.vault_missing" || u.WrongPassphrase() {
		t.Errorf("why %v", u.Why)
	}
}
