package present

import (
	"context"
	"reflect"
	"slices"
	"time"

	"harbour/app/casework"
	"harbour/app/referral"
)

// SafeFor is how long a compartment stays open untouched.
const SafeFor = 5 * time.Minute

// compartments are the sections that are kept apart from the referral.
var compartments = []referral.Section{referral.SectionSafeContact, referral.SectionScreening, referral.SectionApart}

// safe are the compartments: each is shown only after the passphrase was given
// again.
type safe struct {
	parts   map[referral.Section]*sealed
	content compartment
}

// sealed is the state of one compartment.
type sealed struct {
	has   bool
	open  bool
	dirty bool
	until time.Time
}

func newSafe() safe {
	s := safe{parts: map[referral.Section]*sealed{}}
	for _, section := range compartments {
		s.parts[section] = &sealed{}
	}
	return s
}

// NewPassphrase returns an empty passphrase to type into; its owner destroys
// it.
func (e *Editor) NewPassphrase() *casework.Passphrase { return casework.NewPassphrase() }

// OpenSafe opens the compartment of the open section, the safe contact where
// that is none, when pass is the one of the folder. done is called with what is
// wrong, or with nothing. pass is destroyed.
func (e *Editor) OpenSafe(pass *casework.Passphrase, done func(Message)) Job {
	section := e.place.Section
	if e.safe.parts[section] == nil {
		section = referral.SectionSafeContact
	}
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		defer pass.Destroy()
		var put func(*compartment)
		err := e.desk.Recognise(ctx, pass)
		if err == nil {
			put, err = e.readPart(ctx, section)
		}
		return func() {
			if err == nil {
				put(&e.safe.content)
				e.safe.parts[section].open = true
				e.touchSafe(section)
				e.check()
			}
			done(MessageOf(err))
		}
	}
}

// readPart reads a compartment; what it returns puts it where it is shown.
func (e *Editor) readPart(ctx context.Context, section referral.Section) (func(*compartment), error) {
	switch section {
	case referral.SectionScreening:
		answers, err := e.desk.Screening(ctx, e.id)
		return func(c *compartment) { c.Screening = answers }, err
	case referral.SectionApart:
		answers, err := e.desk.Apart(ctx, e.id)
		return func(c *compartment) { c.Apart = answers }, err
	}
	contacts, err := e.desk.SafeContacts(ctx, e.id)
	return func(c *compartment) { c.SafeContacts = contacts }, err
}

// SafeOpen reports whether any compartment is shown.
func (e *Editor) SafeOpen() bool { return e.anyPart(func(p *sealed) bool { return p.open }) }

// locked reports whether a section asks for the passphrase before it is shown.
func (e *Editor) locked(section referral.Section) bool {
	p := e.safe.parts[section]
	return p != nil && !p.open
}

func (e *Editor) anyPart(is func(*sealed) bool) bool {
	return slices.ContainsFunc(compartments, func(s referral.Section) bool { return is(e.safe.parts[s]) })
}

// Noticed is called when somebody does something on the page: an open
// compartment stays open.
func (e *Editor) Noticed() {
	if p := e.safe.parts[e.place.Section]; p != nil && p.open {
		e.touchSafe(e.place.Section)
	}
}

func (e *Editor) touchSafe(section referral.Section) {
	e.safe.parts[section].until = e.now().Add(SafeFor)
}

// SafeDue reports whether a compartment was left untouched for so long that it
// closes. What is not saved keeps it open until it is.
func (e *Editor) SafeDue() bool { return !e.saving.busy && e.anyPart(e.due) }

func (e *Editor) due(p *sealed) bool { return p.open && !p.dirty && !e.now().Before(p.until) }

// CloseSafe closes the compartments that are due, or all where none is.
// Unsaved words keep one open.
func (e *Editor) CloseSafe() {
	if e.saving.busy {
		return
	}
	closes := e.due
	if !e.anyPart(closes) {
		closes = func(p *sealed) bool { return p.open && !p.dirty }
	}
	for _, section := range compartments {
		if closes(e.safe.parts[section]) {
			e.closePart(section)
		}
	}
	e.check()
}

func (e *Editor) closePart(section referral.Section) {
	within := func(s undoStep) bool { return referral.SectionOf(s.path) == section }
	e.undo, e.redo = slices.DeleteFunc(e.undo, within), slices.DeleteFunc(e.redo, within)
	e.safe.parts[section] = &sealed{has: e.safe.parts[section].has}
	switch section {
	case referral.SectionScreening:
		e.safe.content.Screening = nil
	case referral.SectionApart:
		e.safe.content.Apart = nil
	default:
		e.safe.content.SafeContacts = nil
	}
	if e.place.Section == section {
		e.place.Path, e.place.Cursor = "", 0
	}
}

// changedPart notes that what a compartment holds is not what was saved.
func (e *Editor) changedPart(section referral.Section) {
	p := e.safe.parts[section]
	p.dirty = true
	switch section {
	case referral.SectionScreening:
		p.has = len(e.safe.content.Screening) > 0
	case referral.SectionApart:
		p.has = len(e.safe.content.Apart) > 0
	default:
		p.has = len(e.safe.content.SafeContacts) > 0
	}
	e.touchSafe(section)
	e.check()
}

// copyToSave returns the compartments to write, by section, and takes them for
// written; without any it returns nil.
func (s *safe) copyToSave() (content compartment, sections []referral.Section) {
	for _, section := range compartments {
		if p := s.parts[section]; p.open && p.dirty {
			sections = append(sections, section)
			p.dirty = false
		}
	}
	if sections != nil {
		content = cloneValue(reflect.ValueOf(s.content)).Interface().(compartment)
	}
	return content, sections
}

func (e *Editor) savePart(ctx context.Context, section referral.Section, c compartment) error {
	switch section {
	case referral.SectionScreening:
		return e.desk.SaveScreening(ctx, e.id, c.Screening)
	case referral.SectionApart:
		return e.desk.SaveApart(ctx, e.id, c.Apart)
	}
	return e.desk.SaveSafeContacts(ctx, e.id, c.SafeContacts)
}
