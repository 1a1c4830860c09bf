package present

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"harbour/app/casework"
	"harbour/app/referral"
)

// Bounds on looking for people of other referrals.
const (
	knownFrom = 2 // letters
	knownMost = 4
)

// Known is somebody of another referral on this desk.
type Known struct {
	Name, Native string
	Code         string // of that referral
	Born         string // as it was said, empty where nobody did
	person       casework.KnownPerson
}

// Known looks for people of other referrals on this desk whose names begin as
// typed. done gets them, none for a name that is too short or cannot be looked
// for now: a name can always be typed to its end.
func (e *Editor) Known(typed string, done func([]Known)) Job {
	typed = strings.TrimSpace(typed)
	if utf8.RuneCountInString(typed) < knownFrom {
		return func(context.Context, func(casework.Progress)) func() { return func() { done(nil) } }
	}
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		people, err := e.desk.KnownPeople(ctx, typed, e.id, knownMost)
		var found []Known
		for _, p := range people {
			found = append(found, Known{p.Name(), p.Native(), p.Code, p.Birth().OriginalText, p})
		}
		if err != nil {
			found = nil
		}
		return func() { done(found) }
	}
}

// MayLink reports whether a linked referral can be made for somebody: a de
// facto dependant without one, while no save is under way.
func (e *Editor) MayLink(person string) bool {
	p := e.c.Referral.PersonByID(referral.ID(person))
	return p != nil && p.CaseRole == referral.RoleDeFacto && e.LinkedCode(person) == "" && e.opened && !e.saving.busy && !e.saving.conflict
}

// LinkedCode is the code of somebody's own referral, empty for none.
func (e *Editor) LinkedCode(person string) string {
	i := slices.IndexFunc(e.c.Referral.LinkedCases, func(l referral.LinkedCase) bool { return string(l.Person) == person })
	if i < 0 || person == "" {
		return ""
	}
	return e.c.Referral.LinkedCases[i].CaseCode
}

// LinkedCase is the id of somebody's own referral, empty where it is not on
// this desk.
func (e *Editor) LinkedCase(person string) string {
	id, err := e.desk.Find(e.LinkedCode(person))
	if err != nil {
		return ""
	}
	return string(id)
}

// Link makes a referral of their own for a de facto dependant, and saves with
// it what is shown. done gets the id of the new case, or what is wrong.
func (e *Editor) Link(person string, done func(id string, wrong Message)) Job {
	if !e.MayLink(person) {
		return nil
	}
	r := cloneReferral(e.c.Referral)
	e.saving.busy, e.saving.dirty = true, false
	e.tellSave()
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		var made casework.Case
		saved, err := e.newest.save(r, func(c casework.Case) (casework.Case, error) {
			from, other, err := e.desk.LinkReferral(ctx, c, referral.ID(person))
			made = other
			return from, err
		})
		return func() {
			if err == nil {
				e.adoptLink(saved, person)
			} else {
				e.saving.dirty = true
			}
			e.saved(err)
			done(string(made.ID), MessageOf(err))
		}
	}
}

// adoptLink takes the link out of what was saved: what else was typed meanwhile
// stays. That it is there cannot be taken back, for the other case is there.
func (e *Editor) adoptLink(saved casework.Case, person string) {
	for _, l := range saved.Referral.LinkedCases {
		if string(l.Person) == person && e.LinkedCode(person) == "" {
			e.c.Referral.LinkedCases = append(e.c.Referral.LinkedCases, l)
		}
	}
	e.redo = nil
	e.undo = slices.DeleteFunc(e.undo, func(s undoStep) bool {
		return s.path == "" || stepOf(s.path, 0) == "linked_cases" || s.path == "people/"+person
	})
	e.take(saved)
	e.check()
}

// familyVisit is whose page was opened from the picture.
type familyVisit struct {
	person referral.ID // open, to come back from
	at     referral.ID // where the picture has, or had, the keyboard
}

// OpenPerson opens somebody's page from the picture; Back returns to it.
func (e *Editor) OpenPerson(person string) {
	id := referral.ID(person)
	if e.c.Referral.PersonByID(id) == nil {
		return
	}
	e.Show(string(referral.SectionPeople), "people/"+person)
	e.family = familyVisit{person: id, at: id}
}

// ShowBeside opens the page about the same person in another section.
func (e *Editor) ShowBeside(section, person string) { e.Show(section, "people/"+person) }

// leaveVisit forgets whose page was opened from the picture once another place
// is gone to.
func (e *Editor) leaveVisit(path string) {
	if stepOf(path, 1) != string(e.family.person) {
		e.family.person = ""
	}
}

// FromFamily reports whether the open page was opened from the picture.
func (e *Editor) FromFamily() bool {
	return e.family.person != "" && stepOf(e.place.Path, 1) == string(e.family.person) &&
		(e.place.Section == referral.SectionPeople || e.place.Section == referral.SectionFamily)
}

// FamilyAt is whose node the picture has the keyboard at: the principal's at
// first.
func (e *Editor) FamilyAt() string {
	if e.c.Referral.PersonByID(e.family.at) == nil {
		return string(e.c.Referral.PrincipalPersonID)
	}
	return string(e.family.at)
}

// SetFamilyAt notes whose node has the keyboard.
func (e *Editor) SetFamilyAt(person string) { e.family.at = referral.ID(person) }
