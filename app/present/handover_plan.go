package present

import (
	"context"
	"slices"
	"strings"
	"time"

	"harbour/app/casework"
	"harbour/app/referral"
)

// clockDays is how long before a child turns 22 a hand-over says so.
const clockDays = 180

// MissingCase is what is not settled in one referral.
type MissingCase struct {
	ID, Code, Set string
	Blocks, Looks int
	Lines         []MissingLine // those that block first
}

// MissingLine is one finding, and where it can be settled.
type MissingLine struct {
	Blocks             bool
	Title, Why, Source string
	SectionKey         string
	To                 Route
}

// LeavingCase is what leaves of one referral.
type LeavingCase struct {
	Code  string
	Lines []LeavingLine
}

// LeavingLine is one section: how much of it leaves, why the rest stays, and
// whose it is by first name.
type LeavingLine struct {
	Section    string
	SectionKey string
	Leave      referral.Leave
	Count, Of  int
	WhyKeys    []string
	People     []string
}

// planTo works out what would leave, and then shows a step.
func (h *HandOver) planTo(step HandOverStep) Job {
	to, ids := referral.ID(h.To.ID), idsOf(h.chosen)
	return func(ctx context.Context, _ func(Progress)) func() {
		p, err := h.outlook(ctx, to, ids)
		return func() {
			h.Message = MessageOf(err)
			if err != nil {
				return
			}
			h.plan, h.Bytes, h.To = p.plan, p.plan.Bytes, partyOf(p.plan.Contact)
			h.Missing, h.Leaving, h.Warnings = p.missing, p.leaving, p.warnings
			h.Step = step
		}
	}
}

// outlook is a plan and what screens say of it.
type outlook struct {
	plan     casework.Plan
	missing  []MissingCase
	leaving  []LeavingCase
	warnings []Message
}

func (h *HandOver) outlook(ctx context.Context, to referral.ID, ids []referral.ID) (outlook, error) {
	plan, err := h.desk.Plan(ctx, to, ids...)
	if err != nil {
		return outlook{}, err
	}
	o := outlook{plan: plan}
	for _, c := range plan.Cases {
		whole, err := h.desk.Load(ctx, c.ID)
		if err != nil {
			return outlook{}, err
		}
		o.missing = append(o.missing, missingOf(c, to))
		o.leaving = append(o.leaving, leavingOf(c, &whole.Referral))
		summary, _ := h.desk.Summary(c.ID)
		o.warnings = append(o.warnings, clocks(summary, &whole.Referral, h.now())...)
	}
	return o, nil
}

func missingOf(c casework.PlannedCase, to referral.ID) MissingCase {
	m := MissingCase{ID: string(c.ID), Code: c.Code, Set: c.Report.Set, Blocks: c.Report.Blocks(), Looks: c.Report.Looks()}
	for _, f := range c.Report.Findings {
		if f.State == referral.Explained {
			continue
		}
		line := MissingLine{
			Blocks: f.Severity == referral.Blocks, Title: f.Title, Why: f.Why, Source: f.Source,
			SectionKey: "section." + string(f.Section),
			To:         Route{Page: PageEditor, Case: string(c.ID), Section: string(f.Section), Path: f.Path},
		}
		if f.Path == referral.RecipientPath {
			line.SectionKey, line.To = "nav.contacts", Route{Page: PageContacts, Contact: string(to)}
		}
		m.Lines = append(m.Lines, line)
	}
	slices.SortStableFunc(m.Lines, func(a, b MissingLine) int { return trueFirst(a.Blocks) - trueFirst(b.Blocks) })
	return m
}

// trueFirst sorts what is true before what is not.
func trueFirst(yes bool) int {
	if yes {
		return 0
	}
	return 1
}

func leavingOf(c casework.PlannedCase, r *referral.Referral) LeavingCase {
	l := LeavingCase{Code: c.Code}
	for _, s := range c.Leaving {
		line := LeavingLine{
			Section: string(s.Section), SectionKey: "section." + string(s.Section),
			Leave: s.Leave, Count: s.Count, Of: s.Of, People: s.People,
		}
		for _, why := range s.Why {
			line.WhyKeys = append(line.WhyKeys, "handover.why."+string(why))
		}
		if s.Section == referral.SectionPeople && len(s.People) == 0 {
			line.People = firstNames(r)
		}
		l.Lines = append(l.Lines, line)
	}
	return l
}

func firstNames(r *referral.Referral) []string {
	var names []string
	for i := range r.People {
		if name := r.People[i].FirstName(); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// clocks says which children turn 22 soon.
func clocks(s referral.Summary, r *referral.Referral, now time.Time) []Message {
	var list []Message
	for _, due := range s.Due {
		day := dayOf(due[2])
		person := r.PersonByID(referral.ID(due[1]))
		today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
		days := int(day.Sub(today).Hours() / 24)
		if due[0] != referral.DueChild22 || person == nil || days < 0 || days > clockDays {
			continue
		}
		list = append(list, Message{Key: "handover.turns_22", Args: map[string]any{
			"name": strings.TrimSpace(person.FirstName()), "n": days,
		}})
	}
	return list
}
