package assets_test

import (
	"slices"
	"testing"
	"time"

	"harbour/app/referral"
)

// In the invented lives nobody is older than their parents, nothing is before
// a birth or still to come, and what begins also ends after it began.
func TestPracticeLivesAgree(t *testing.T) {
	for name, c := range practice(t) {
		t.Run(name, func(t *testing.T) {
			l := life{t, c.Referral}
			l.generations()
			l.histories()
			l.events()
			l.couples()
			l.words(c)
		})
	}
}

// Ten years, or all since 18, are told of each travelling adult where the case
// is ready.
func TestPracticeTellsTenYears(t *testing.T) {
	for _, tt := range cases {
		if !tt.ready {
			continue
		}
		c := practice(t)[tt.name].Referral
		for _, p := range c.Adults(today) {
			if !p.Accompanies() {
				continue
			}
			begun := slices.ContainsFunc(c.History, func(h referral.Activity) bool {
				early, _, ok := h.From.Get().Range()
				return h.Person == p.ID && ok && !early.After(today.AddDate(-10, 0, 0))
			})
			ongoing := slices.ContainsFunc(c.History, func(h referral.Activity) bool { return h.Person == p.ID && h.Ongoing })
			if !begun || !ongoing {
				t.Errorf("%s, %s: begun %v, ongoing %v", tt.name, p.ID, begun, ongoing)
			}
		}
	}
}

type life struct {
	t testing.TB
	r *referral.Referral
}

// generations wants twelve years between a parent by birth and a child,
// whatever their dates mean.
func (l life) generations() {
	for _, child := range l.r.People {
		born, _, ok := child.BirthDate.Get().Range()
		if !ok {
			continue
		}
		for _, link := range child.Parents {
			parent := l.r.PersonByID(link.Person)
			if _, late, ok := parent.BirthDate.Get().Range(); ok && link.Kind == referral.ParentBiological && late.AddDate(12, 0, 0).After(born) {
				l.t.Errorf("%s is too young for %s", parent.ID, child.ID)
			}
		}
	}
}

func (l life) histories() {
	for _, h := range l.r.History {
		l.inLife("history", h.Person, h.From.Get())
		l.inLife("history", h.Person, h.To.Get())
		l.inOrder("history "+string(h.ID), h.From.Get(), h.To.Get())
	}
}

func (l life) events() {
	for _, in := range l.r.Incidents {
		for _, id := range in.Victims {
			l.inLife("incident", id, in.When.Get())
		}
	}
	for _, p := range l.r.Proceedings {
		l.inLife("proceeding", p.Person, p.When.Get())
		l.inLife("detention", p.Person, p.DetainedFrom.Get())
		l.inOrder("detention", p.DetainedFrom.Get(), p.DetainedTo.Get())
	}
	for _, p := range l.r.People {
		l.inLife("arrival", p.ID, p.EntryDateAsylum.Get())
		l.inLife("asylum", p.ID, p.AsylumSince.Get())
		l.inOrder("asylum of "+string(p.ID), p.EntryDateAsylum.Get(), p.AsylumSince.Get())
	}
	for _, w := range l.r.Work {
		l.inLife("work", w.Person, w.Since.Get())
	}
	for _, d := range l.r.Documents {
		for _, id := range d.Of {
			l.after("document", id, d.Issued.Get())
		}
		l.inOrder("document "+string(d.ID), d.Issued.Get(), d.Expires.Get())
	}
	if lead := l.r.Principal(); lead != nil {
		_, left, ok := l.r.Claim.DateLeft.Get().Range()
		arrived, _, came := lead.EntryDateAsylum.Get().Range()
		if ok && came && left.Before(arrived.AddDate(0, -2, 0)) {
			l.t.Error("the way took more than two months")
		}
	}
}

func (l life) couples() {
	for _, u := range l.r.Unions {
		for _, id := range []referral.ID{u.A, u.B} {
			born, _, _ := l.r.PersonByID(id).BirthDate.Get().Range()
			if _, late, ok := u.From.Get().Range(); ok && late.Before(born.AddDate(referral.Adulthood, 0, 0)) {
				l.t.Errorf("%s was a child", id)
			}
		}
		l.inOrder("union", u.From.Get(), u.To.Get())
	}
}

// words are days of meetings and agreements: all before the day of the tests,
// and nobody agrees before the first meeting.
func (l life) words(c referral.Case) {
	first := "9999"
	for _, s := range l.r.Sessions {
		first = min(first, string(s.Date))
		l.past("session", s.Date)
		if s.FeedbackDue != "" && s.FeedbackDue < s.Date {
			l.t.Errorf("feedback on %s is before the session", s.FeedbackDue)
		}
	}
	for _, consent := range l.r.Consents {
		l.past("consent", consent.Date)
		if len(l.r.Sessions) > 0 && string(consent.Date) < first {
			l.t.Errorf("consent on %s is before the first session", consent.Date)
		}
	}
	for _, contact := range c.SafeContacts {
		l.past("contact", contact.LastConfirmed)
	}
	for _, s := range c.Screening {
		l.past("screening", s.AskedOn)
	}
	for _, a := range c.Apart {
		l.past("apart", a.ToldOn)
	}
}

func (l life) past(what string, day referral.Day) {
	if day > referral.DayOf(today) {
		l.t.Errorf("%s is on %s", what, day)
	}
}

// inLife wants a day that can lie after the birth and before today and the
// death.
func (l life) inLife(what string, id referral.ID, d referral.FuzzyDate) {
	l.after(what, id, d)
	early, _, ok := d.Range()
	p := l.r.PersonByID(id)
	if !ok || p == nil {
		return
	}
	if early.After(today) {
		l.t.Errorf("%s of %s is still to come: %s", what, id, d.EDTF)
	}
	if _, died, ok := p.StateSince.Get().Range(); ok && p.PersonState.Get() == referral.Deceased && early.After(died) {
		l.t.Errorf("%s of %s is after the death: %s", what, id, d.EDTF)
	}
}

func (l life) after(what string, id referral.ID, d referral.FuzzyDate) {
	p := l.r.PersonByID(id)
	_, late, ok := d.Range()
	if p == nil || !ok || late.IsZero() {
		return
	}
	if born, _, ok := p.BirthDate.Get().Range(); ok && late.Before(born) {
		l.t.Errorf("%s of %s is before the birth: %s", what, id, d.EDTF)
	}
}

// inOrder wants an end that can lie after the beginning.
func (l life) inOrder(what string, from, to referral.FuzzyDate) {
	early, _, ok := from.Range()
	_, late, ends := to.Range()
	if ok && ends && !late.IsZero() && late.Before(early) {
		l.t.Errorf("%s ends %s before it begins %s", what, late.Format(time.DateOnly), early.Format(time.DateOnly))
	}
}
