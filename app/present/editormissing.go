package present

import (
	"slices"
	"strings"

	"harbour/app/referral"
)

// Missing is one point of what is missing.
type Missing struct {
	Rule      string
	Path      string
	Section   string
	Blocks    bool
	Title     string
	Why       string
	Source    string
	Explained bool
	Later     bool
	AskOn     string
	Text      string // the explanation
	Explains  bool   // words settle it, or set it aside
	Here      bool   // it can be gone to from this page
}

// Missing lists what readiness finds: what stops first, then what asks for a
// look, then what was explained. Who gets the case is chosen, and judged, only
// when it is handed over.
func (e *Editor) Missing() []Missing {
	var all []Missing
	for _, f := range e.report.Findings {
		if f.Path == referral.RecipientPath {
			continue
		}
		m := Missing{
			Rule: f.Rule, Path: f.Path, Section: string(f.Section), Blocks: f.Severity == referral.Blocks,
			Title: f.Title, Why: f.Why, Source: f.Source, Explained: f.State == referral.Explained,
			Later: f.State == referral.Later, Explains: (f.Severity == referral.Look || overridable(f)) && !f.Section.Sealed(),
			Here: e.planOf(f.Section) >= 0,
		}
		if r := e.c.Referral.RemarkOn(f.Path, f.Rule); r != nil {
			m.AskOn, m.Text = string(r.AskOn), r.Text
		}
		all = append(all, m)
	}
	slices.SortStableFunc(all, func(a, b Missing) int { return a.rank() - b.rank() })
	return all
}

// Set is the requirement set that the case was checked against.
func (e *Editor) Set() string { return e.report.Set }

func (m Missing) rank() int {
	switch {
	case m.Explained:
		return 2
	case m.Blocks:
		return 0
	}
	return 1
}

// overridable reports whether an approver may set the finding aside: only a
// criterion that is answered "no".
func overridable(f referral.Finding) bool { return strings.HasSuffix(f.Part, "_no") }

// GoTo opens the page of a point and returns the path of the field that
// settles it.
func (e *Editor) GoTo(m Missing) string {
	path := e.target(m)
	e.Show(m.Section, path)
	return path
}

// target is where a point is settled. A point about a person as a whole is
// settled in the list of its section that is about people.
func (e *Editor) target(m Missing) string {
	if id, ok := strings.CutPrefix(m.Path, "people/"); ok && !strings.Contains(id, "/") {
		switch referral.Section(m.Section) {
		case referral.SectionConsent:
			for _, c := range e.c.Referral.Consents {
				if string(c.Person) == id {
					return "consents/" + string(c.ID)
				}
			}
			return "consents"
		case referral.SectionDocuments, referral.SectionHistory, referral.SectionChildren:
			return m.Section // the list of that name
		}
	}
	return m.Path
}

// Explain says in words why a point stands as it is; no words take that back.
func (e *Editor) Explain(m Missing, text string) {
	e.remark(func(r *referral.Referral) {
		switch {
		case strings.TrimSpace(text) == "":
			r.Unremark(m.Path, m.Rule)
		case m.Blocks:
			r.Override(e.desk.NewID, m.Path, m.Rule, text)
		default:
			r.Explain(e.desk.NewID, m.Path, m.Rule, text)
		}
	})
}

// AskLater leaves a point for a day, which may be empty. It returns what is
// wrong with the day.
func (e *Editor) AskLater(m Missing, day string) Message {
	if _, ok := referral.Day(day).Time(); day != "" && !ok {
		return wrongValue(errDay)
	}
	e.remark(func(r *referral.Referral) { r.Later(e.desk.NewID, m.Path, m.Rule, referral.Day(day)) })
	return Message{}
}

func (e *Editor) remark(by func(*referral.Referral)) {
	next := referral.Referral{Remarks: slices.Clone(e.c.Referral.Remarks)}
	by(&next)
	e.closeChange()
	e.change("remarks", valueOf(next.Remarks))
	e.closeChange()
}
