package present

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"harbour/app/casework"
	"harbour/app/referral"
)

// Editor is one referral that is open for work. It holds the newest of what
// was typed and what readiness finds in it; saving is a Job. Its methods are
// called on the screen's thread.
type Editor struct {
	// OnSaveState is called when the state of saving changes.
	OnSaveState func(Save)

	desk    *casework.Desk
	id      referral.ID
	lang    string
	plans   []sectionPlan
	c       casework.Case
	report  referral.Report
	place   casework.Place
	part    map[string]int // the part shown, by page
	undo    []undoStep
	redo    []undoStep
	copied  map[string]bool // plain members that Repeat filled
	refused map[string]refusal
	visited time.Time // the last save of this visit
	saving  saving
	newest  newest
	safe    safe
	unsaid  referral.ID // the name that the first ten minutes have room for
	failure Message
	opened  bool
	family  familyVisit
}

// NewEditor returns an editor of the case; Open reads it.
func NewEditor(desk *casework.Desk, id string) *Editor {
	return &Editor{desk: desk, id: referral.ID(id), plans: plans(), part: map[string]int{}, safe: newSafe()}
}

// Open reads the case and goes to the place that to names, or else to where
// the person was last, or else to the people. done is called after, also when
// it could not be read: see Failure.
func (e *Editor) Open(to Route, done func()) Job {
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		c, err := e.desk.Load(ctx, e.id)
		last, lang := e.desk.Place(), e.desk.Preferences().Language
		has := []bool{e.desk.HasSafeContacts(e.id), e.desk.HasScreening(e.id), e.desk.HasApart(e.id)}
		return func() {
			if e.failure = MessageOf(err); err == nil {
				e.c, e.lang, e.opened = c, lang, true
				for i, section := range compartments {
					e.safe.parts[section].has = has[i]
				}
				e.newest.c = c
				e.newest.c.Referral = referral.Referral{}
				e.saving.savedAt = c.Changed
				e.check()
				e.enter(to, last)
			}
			done()
		}
	}
}

// Failure says why the case could not be read.
func (e *Editor) Failure() Message { return e.failure }

// ID is the id of the case.
func (e *Editor) ID() string { return string(e.id) }

// Code is how the case is spoken of.
func (e *Editor) Code() string { return e.c.Referral.CaseCode }

// Who says whose case it is.
func (e *Editor) Who() Message {
	r := &e.c.Referral
	lead := r.Principal()
	if lead == nil || lead.ShownName() == "" {
		return Message{Key: "editor.who.nobody"}
	}
	others := len(r.Members()) - 1
	if others < 1 {
		return Message{Key: "editor.who.alone", Args: map[string]any{"name": lead.ShownName()}}
	}
	return Message{Key: "editor.who.with", Args: map[string]any{"name": shortName(lead.ShownName()), "n": others}}
}

// shortName is the first word of a name and the first letter of its last.
func shortName(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name
	}
	letter, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return words[0] + " " + string(letter) + "."
}

// Share is how much is settled, of 1.
func (e *Editor) Share() float64 { return shareOfPoints(e.report.Points) }

// Blocks is how many points stop a hand-over.
func (e *Editor) Blocks() int { return e.report.Blocks() }

// Looks is how many points ask for a look.
func (e *Editor) Looks() int { return e.report.Looks() }

// SectionState is one line of the list of sections.
type SectionState struct {
	Key    string // the section; its name stands under "section." and this
	Share  float64
	Blocks int
	Looks  int
	Locked bool
}

// Sections lists the sections that the editor has.
func (e *Editor) Sections() []SectionState {
	all := make([]SectionState, 0, len(e.plans))
	for _, p := range e.plans {
		rep := e.report.Sections[p.section]
		s := SectionState{Key: string(p.section), Share: shareOfPoints(rep.Points), Blocks: rep.Blocks, Looks: rep.Looks}
		if part := e.safe.parts[p.section]; part != nil {
			s.Locked = !part.open
			if part.has {
				s.Share = 1
			}
		}
		all = append(all, s)
	}
	return all
}

func shareOfPoints(points [2]int) float64 {
	if points[1] == 0 {
		return 0
	}
	return float64(points[0]) / float64(points[1])
}

// Section is the section that is open.
func (e *Editor) Section() string { return string(e.place.Section) }

// Place is where the person is: the section, and the path of a field or of an
// element that is open.
func (e *Editor) Place() Route {
	return Route{Page: PageEditor, Case: string(e.id), Section: string(e.place.Section), Path: e.place.Path}
}

// Cursor is how many runes from its start the cursor stands in the field.
func (e *Editor) Cursor() int { return e.place.Cursor }

// Show opens a section, and in it the page on which path stands. What stands
// nowhere leaves the section's first page.
func (e *Editor) Show(section, path string) {
	i := e.planOf(referral.Section(section))
	if i < 0 {
		return
	}
	e.closeChange()
	if e.place.Section == referral.SectionQuick && e.plans[i].section != referral.SectionQuick {
		e.leaveQuick()
	}
	e.leaveVisit(path)
	e.place = casework.Place{Case: e.id, Section: e.plans[i].section, Path: path}
	if e.place.Section == referral.SectionQuick {
		e.prepareQuick()
	}
	if page := e.page(); page.element != "" || path != "" {
		e.part[page.key()] = max(e.partOf(page, path), 0)
	}
}

// Step opens the section before or after the open one.
func (e *Editor) Step(by int) {
	i := e.planOf(e.place.Section) + by
	if i >= 0 && i < len(e.plans) {
		e.Show(string(e.plans[i].section), "")
	}
}

// SetCursor notes that the cursor is in a field.
func (e *Editor) SetCursor(path string, cursor int) {
	if path != e.place.Path {
		e.closeChange()
	}
	e.place.Path, e.place.Cursor = path, cursor
}

func (e *Editor) planOf(s referral.Section) int {
	return slices.IndexFunc(e.plans, func(p sectionPlan) bool { return p.section == s })
}

func (e *Editor) enter(to Route, last casework.Place) {
	switch {
	case to.Section != "" || to.Path != "":
		section := to.Section
		if section == "" {
			section = string(referral.SectionOf(to.Path))
		}
		e.Show(section, to.Path)
	case last.Case == e.id && last.Section != "":
		e.Show(string(last.Section), last.Path)
		e.place.Cursor = last.Cursor
	}
	switch {
	case e.place.Section != "":
	case e.unnamed():
		e.Show(string(referral.SectionQuick), "")
	default:
		e.Show(string(referral.SectionPeople), "")
	}
}

// check judges the case as it now stands. It is what the desk would say.
func (e *Editor) check() {
	set, _ := e.desk.Book.SetFor(e.c.Referral.Pathway.Get())
	s := referral.Situation{Today: e.now(), Set: set, Lang: e.lang, ReferralMade: e.c.Progress.ReferralMadeAt}
	s.Similar, s.Changed = e.c.Similar, e.c.Altered
	if e.safe.parts[referral.SectionSafeContact].open {
		s.Contacts = e.safe.content.SafeContacts
	}
	if e.safe.parts[referral.SectionScreening].open {
		s.Screening = append([]referral.Screening{}, e.safe.content.Screening...)
	}
	e.report = referral.Check(&e.c.Referral, s)
}

func (e *Editor) now() time.Time { return e.desk.Now() }
