package present

import (
	"path/filepath"
	"time"

	"harbour/app/casework"
)

// Progress is how far a Job has come.
type Progress = casework.Progress

// Shell is what stands around every page: the program, the folder, and the
// desk once it is unlocked.
type Shell struct {
	Program  casework.Program
	Dir      string         // of the vault, whether there is one or not
	Ideas    []string       // words to draw passphrases from
	Invented [][]byte       // documents of invented cases, for practice
	Desk     *casework.Desk // nil while locked
}

// NewShell returns the shell of a locked program.
func NewShell(program casework.Program, dir string, ideas []string, invented [][]byte) *Shell {
	return &Shell{Program: program, Dir: dir, Ideas: ideas, Invented: invented}
}

// First is where the program begins: unlock where the folder holds a vault,
// else set-up.
func (s *Shell) First() Route {
	if casework.Exists(s.Dir) {
		return Route{Page: PageUnlock}
	}
	return Route{Page: PageSetUp}
}

// Home is the first page after unlock.
func (s *Shell) Home() Route {
	if s.Desk != nil && s.Desk.Role() == casework.RoleOffice {
		return Route{Page: PageInbox}
	}
	return Route{Page: PageStart}
}

// Return leads back to the field in which the person was working when the desk
// was locked, or home.
func (s *Shell) Return() Route {
	p := s.Desk.Place()
	if p.Case == "" {
		return s.Home()
	}
	return Route{Page: PageEditor, Case: string(p.Case), Section: string(p.Section), Path: p.Path}
}

// Folder is the name of the vault's folder, all that may be told of it while
// it is locked.
func (s *Shell) Folder() string { return filepath.Base(s.Dir) }

// Entry is one line of the navigation.
type Entry struct {
	Page  Page
	Key   string // of its words
	Icon  string
	Count int // in its badge, none at 0
}

// Entries are the lines of the navigation for the role of the desk.
func (s *Shell) Entries() []Entry {
	last := []Entry{
		{Page: PageContacts, Key: "nav.contacts", Icon: "contacts"},
		{Page: PageActivity, Key: "nav.activity", Icon: "activity"},
		{Page: PageSettings, Key: "nav.settings", Icon: "settings"},
	}
	if s.Desk.Role() == casework.RoleOffice {
		return append([]Entry{
			{Page: PageInbox, Key: "nav.inbox", Icon: "inbox"},
			{Page: PageReferrals, Key: "nav.cases", Icon: "referrals"},
		}, last...)
	}
	return append([]Entry{
		{Page: PageStart, Key: "nav.start", Icon: "home"},
		{Page: PageReferrals, Key: "nav.referrals", Icon: "referrals"},
		{Page: PageHandOver, Key: "nav.hand_over", Icon: "hand-over", Count: len(s.Desk.Unfinished())},
	}, last...)
}

// Lock closes the desk. It may be called while locked.
func (s *Shell) Lock() error {
	if s.Desk == nil {
		return nil
	}
	desk := s.Desk
	s.Desk = nil
	return desk.Close()
}

// LastSave is when something was saved last, as far as the desk knows.
func (s *Shell) LastSave() Save {
	if all := s.Desk.All(); len(all) > 0 {
		return Save{At: all[0].Changed}
	}
	return Save{}
}

// Now is the time by the program's clock, in the zone of the machine.
func (s *Shell) Now() time.Time { return s.Program.Now().Local() }

// Save is how the last save went; the zero Save says nothing.
type Save struct {
	Busy bool
	At   time.Time
	Why  Message // why it was not saved
}
