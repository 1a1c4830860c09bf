package present

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"harbour/app/casework"
)

// Who works at a desk, as set-up asks for it.
const (
	WorksField    = "field"
	WorksOffice   = "office"
	WorksPractice = "practice" // a field desk with invented people
)

// ideaWords is how many words an idea for a passphrase has: 77 bits.
const ideaWords = 6

// maxDeskName is how long the name of a desk may be, in bytes.
const maxDeskName = 64

// SetUp is a desk that is being set up: first who works there, then the
// passphrase.
type SetUp struct {
	Works string
	Name  string
	Dir   string
	Why   Message // why the last step was not taken
	Typed *Typed
	Again *Typed
	Idea  []string // words to use, or not
	Using bool     // the idea is what must be typed, once

	shell *Shell
}

// NewSetUp begins at a field desk in the shell's folder.
func NewSetUp(shell *Shell) *SetUp {
	s := &SetUp{Works: WorksField, Dir: shell.Dir, Typed: NewTyped(), Again: NewTyped(), shell: shell}
	s.OtherIdea()
	return s
}

// Choose says who works here.
func (s *SetUp) Choose(works string) { s.Works = works }

// SetFolder takes another place for the vault. Where that folder holds other
// things, a new one inside it is taken.
func (s *SetUp) SetFolder(dir string) {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 && !casework.Exists(dir) {
		dir = filepath.Join(dir, "harbour")
	}
	s.Dir, s.Why = dir, Message{}
}

// Next reports whether the first step is whole; Why says what it lacks.
func (s *SetUp) Next() bool {
	s.Name = strings.TrimSpace(s.Name)
	s.Why = Message{}
	switch {
	case s.Name == "":
		s.Why = Message{Key: "setup.name_needed"}
	case len(s.Name) > maxDeskName:
		s.Why = Message{Key: "setup.name_bad"}
	case casework.Exists(s.Dir):
		s.Why = MessageOf(casework.ErrExists)
	}
	return s.Why.Empty()
}

// NameWrong reports whether Why is about the name.
func (s *SetUp) NameWrong() bool { return strings.HasPrefix(s.Why.Key, "setup.name_") }

// OtherIdea draws other words.
func (s *SetUp) OtherIdea() {
	s.Using = false
	s.Idea = s.Idea[:0]
	for range ideaWords {
		word, err := draw(s.shell.Ideas, s.shell.Program.Random)
		if err != nil {
			s.Idea = nil
			return
		}
		s.Idea = append(s.Idea, word)
	}
}

// UseIdea makes the idea what must be typed, once.
func (s *SetUp) UseIdea() {
	s.Using = len(s.Idea) > 0
	s.Typed.Wipe()
	s.Again.Wipe()
}

// Same reports whether the passphrase was typed a second time the same, or is
// the idea in use.
func (s *SetUp) Same() bool {
	if s.Typed.Len() == 0 {
		return false
	}
	if !s.Using {
		return s.Typed.equal(s.Again.secret)
	}
	idea := casework.NewPassphrase()
	defer idea.Destroy()
	for i, word := range s.Idea {
		if i > 0 {
			idea.PutRune(' ')
		}
		for _, r := range word {
			idea.PutRune(r)
		}
	}
	return s.Typed.equal(idea)
}

// Ready says why the desk can't be made yet; the empty Message says it can.
func (s *SetUp) Ready() Message {
	switch {
	case s.Typed.Len() == 0:
		return Message{Key: "setup.passphrase_needed"}
	case s.Works != WorksPractice && s.Typed.Strength().Bars < StrengthEnough:
		return Message{Key: "setup.too_weak"}
	case s.Using && !s.Same():
		return Message{Key: "setup.not_the_idea"}
	case !s.Same():
		return Message{Key: "setup.not_the_same"}
	}
	return Message{}
}

// Create makes the desk, or leaves in Why what stands in the way, and calls
// done where it is made. The passphrase is wiped then.
func (s *SetUp) Create(dark bool, language string, done func()) Job {
	if s.Why = s.Ready(); !s.Why.Empty() {
		return nil
	}
	dir := s.Dir
	made := casework.SetUp{
		Role: casework.RoleField, Name: s.Name, Practice: s.Works == WorksPractice,
		Prefs: casework.Preferences{Dark: dark, Language: language},
	}
	if s.Works == WorksOffice {
		made.Role = casework.RoleOffice
	}
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		err := s.shell.Program.Create(ctx, dir, s.Typed.secret, made)
		return func() { s.created(err, done) }
	}
}

func (s *SetUp) created(err error, done func()) {
	switch {
	case errors.Is(err, casework.ErrName):
		s.Why = Message{Key: "setup.name_bad"}
	case err != nil:
		s.Why = MessageOf(err)
	default:
		s.Close()
		s.shell.Dir = s.Dir
		done()
	}
}

// Close forgets what was typed.
func (s *SetUp) Close() {
	s.Typed.Wipe()
	s.Again.Wipe()
	clear(s.Idea)
}

// draw picks a word, each as likely as any other.
func draw(words []string, random io.Reader) (string, error) {
	if len(words) == 0 || len(words) > 1<<16 {
		return "", io.ErrUnexpectedEOF
	}
	limit := 1<<16 - 1<<16%len(words)
	for {
		var b [2]byte
		if _, err := io.ReadFull(random, b[:]); err != nil {
			return "", err
		}
		if n := int(binary.BigEndian.Uint16(b[:])); n < limit {
			return words[n%len(words)], nil
		}
	}
}
