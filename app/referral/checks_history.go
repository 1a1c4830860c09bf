package referral

import (
	"slices"
	"strconv"
	"time"
)

// historyTold asks that each travelling adult's history was begun (IMM 5669).
func (a audience) historyTold() []outcome {
	var all []outcome
	for _, p := range a.travellingAdults() {
		told := slices.ContainsFunc(a.History, func(h Activity) bool { return h.Person == p.ID })
		all = append(all, outcome{path: personPath(p), settled: told, args: a.named(p)})
	}
	return all
}

// historyEnds asks of each activity when it ended, or that it goes on.
func (a audience) historyEnds() []outcome {
	var all []outcome
	for i := range a.History {
		h := &a.History[i]
		o := a.field("history/" + string(h.ID) + "/to")
		o.settled = o.settled || h.Ongoing
		all = append(all, o)
	}
	return all
}

// historyGap is V32: ten years, or all since 18, are told without a gap of
// more than 30 days. Only what is a gap whatever the dates mean is found.
func (a audience) historyGap() []outcome {
	least := param(a.rule, "days", 30)
	var all []outcome
	for _, p := range a.travellingAdults() {
		told := a.toldOf(p)
		if len(told) == 0 {
			continue // historyTold asks
		}
		gaps := gapsIn(told, a.historyFrom(p), a.Today, least)
		if len(gaps) == 0 {
			all = append(all, outcome{path: personPath(p), settled: true})
		}
		for _, g := range gaps {
			o := outcome{path: personPath(p), args: a.named(p)}
			if g.after != "" {
				o.path = "history/" + string(g.after) + "/to"
			}
			o.args["from"], o.args["to"] = string(DayOf(g.from)), string(DayOf(g.to))
			o.args["days"] = strconv.Itoa(daysBetween(g.from, g.to) + 1)
			all = append(all, o)
		}
	}
	return all
}

func (a audience) travellingAdults() []*Person {
	return a.peopleWho(func(p *Person) bool { return p.Accompanies() && p.Member() && p.Adult(a.Today) })
}

// historyFrom is the first day that must be told: ten years ago, or the
// eighteenth birthday where that is surely later.
func (a audience) historyFrom(p *Person) time.Time {
	today := date(a.Today.Year(), int(a.Today.Month()), a.Today.Day())
	from := today.AddDate(-param(a.rule, "years", 10), 0, 0)
	if _, late, ok := p.BirthDate.Get().Range(); ok && !late.IsZero() {
		if grown := Birthday(late, Adulthood); grown.After(from) {
			return grown
		}
	}
	return from
}

// stretch is the most that an activity can cover.
type stretch struct {
	id       ID
	from, to time.Time
}

// gap is a time that surely is not told. After is the activity before it.
type gap struct {
	after    ID
	from, to time.Time
}

func (a audience) toldOf(p *Person) []stretch {
	var all []stretch
	for i := range a.History {
		h := &a.History[i]
		if h.Person != p.ID {
			continue
		}
		s := stretch{id: h.ID}
		if early, _, ok := h.From.Get().Range(); ok {
			s.from = early
		}
		if _, late, ok := h.To.Get().Range(); ok && !h.Ongoing && !late.IsZero() {
			s.to = late
		} else {
			s.to = a.Today
		}
		all = append(all, s)
	}
	slices.SortStableFunc(all, func(one, other stretch) int { return one.from.Compare(other.from) })
	return all
}

// gapsIn returns the times of more than least days between from and until that
// no stretch covers.
func gapsIn(told []stretch, from, until time.Time, least int) []gap {
	var all []gap
	end, after := from.AddDate(0, 0, -1), ID("")
	note := func(next time.Time) {
		if daysBetween(end, next)-1 > least {
			all = append(all, gap{after, end.AddDate(0, 0, 1), next.AddDate(0, 0, -1)})
		}
	}
	for _, s := range told {
		if s.to.Before(from) {
			continue
		}
		note(s.from)
		if s.to.After(end) {
			end, after = s.to, s.id
		}
	}
	note(date(until.Year(), int(until.Month()), until.Day()).AddDate(0, 0, 1))
	return all
}
