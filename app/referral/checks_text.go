package referral

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// story is V46: the years that the story names are years of which something is
// told, nobody arrives before they left, and what happened in asylum happened
// after they arrived (UNHCR Resettlement Handbook 4.6).
func (a audience) story() []outcome {
	var all []outcome
	known := a.knownYears()
	for _, pattern := range param(a.rule, "at", []string{"claim/reason_fled"}) {
		for _, place := range a.Places(pattern) {
			text, given := place.Value().(string)
			if !given {
				continue
			}
			o := outcome{path: place.Path, settled: true}
			if year := strangeYear(text, known); year > 0 {
				o.settled, o.part, o.args = false, "year", map[string]string{"year": strconv.Itoa(year)}
			}
			all = append(all, o)
		}
	}
	return append(all, a.arrivals()...)
}

func (a audience) arrivals() []outcome {
	lead := a.Principal()
	if lead == nil {
		return nil
	}
	left, _, ok := a.Claim.DateLeft.Get().Range()
	arrivedEarly, arrived, came := lead.EntryDateAsylum.Get().Range()
	var all []outcome
	if ok && came {
		o := outcome{path: personPath(lead, "entry_date_asylum"), part: "arrived", settled: !before(arrived, left), args: a.named(lead)}
		all = append(all, o)
	}
	for i := range a.Incidents {
		in := &a.Incidents[i]
		if _, late, ok := in.When.Get().Range(); came && ok && in.Setting.Get() == InAsylum && slices.Contains(in.Victims, lead.ID) {
			path := "incidents/" + string(in.ID) + "/when"
			all = append(all, outcome{path: path, part: "asylum", settled: !before(late, arrivedEarly), args: a.named(lead)})
		}
	}
	return all
}

// strangeYear returns a year of our time that the text names and nothing else
// tells of, 0 for none. A year of another calendar is not compared.
func strangeYear(text string, known []yearSpan) int {
	for end := 0; end < len(text); {
		start := strings.IndexFunc(text[end:], unicode.IsDigit)
		if start < 0 {
			return 0
		}
		start += end
		word := text[start:]
		if n := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsDigit(r) }); n >= 0 {
			word = word[:n]
		}
		end = start + len(word)
		year, ok := figures(word)
		if !ok || year < 1930 || year > 2100 || utf8.RuneCountInString(word) != 4 || otherCalendar(text[:start], text[end:]) {
			continue
		}
		if !slices.ContainsFunc(known, func(s yearSpan) bool { return s.first <= year && year <= s.last }) {
			return year
		}
	}
	return 0
}

type yearSpan struct{ first, last int }

// knownYears are the years of everything dated in the case. An activity or a
// union covers all that lie between its ends.
func (a audience) knownYears() []yearSpan {
	var all []yearSpan
	add := func(from, to FuzzyDate) {
		early, _, ok := from.Range()
		if !ok {
			return
		}
		_, late, ok := to.Range()
		if !ok || late.IsZero() {
			late = a.Today
		}
		all = append(all, yearSpan{early.Year(), late.Year()})
	}
	at := func(d FuzzyDate) { add(d, d) }
	at(a.Claim.DateLeft.Get())
	for i := range a.People {
		p := &a.People[i]
		at(p.BirthDate.Get())
		at(p.StateSince.Get())
		at(p.EntryDateAsylum.Get())
		at(p.AsylumSince.Get())
	}
	for i := range a.Incidents {
		at(a.Incidents[i].When.Get())
	}
	for i := range a.Proceedings {
		at(a.Proceedings[i].When.Get())
		add(a.Proceedings[i].DetainedFrom.Get(), a.Proceedings[i].DetainedTo.Get())
	}
	for i := range a.History {
		add(a.History[i].From.Get(), a.History[i].To.Get())
	}
	for i := range a.Unions {
		add(a.Unions[i].From.Get(), a.Unions[i].To.Get())
	}
	for i := range a.Work {
		add(a.Work[i].Since.Get(), a.Work[i].ActiveUntil.Get())
	}
	return all
}

// length is V47: a narrative says enough, and no more than is read.
func (a audience) length() []outcome {
	limits := param(a.rule, "limits", map[string][2]int{"work/*/summary": {150, 3000}})
	patterns := make([]string, 0, len(limits))
	for pattern := range limits {
		patterns = append(patterns, pattern)
	}
	slices.Sort(patterns)
	var all []outcome
	for _, pattern := range patterns {
		for _, place := range a.Places(pattern) {
			text, given := place.Value().(string)
			if !given || strings.TrimSpace(text) == "" {
				continue
			}
			all = append(all, measured(place.Path, utf8.RuneCountInString(strings.TrimSpace(text)), limits[pattern]))
		}
	}
	return all
}

func measured(path string, have int, limit [2]int) outcome {
	o := outcome{path: path, settled: true}
	switch {
	case have < limit[0]:
		o.settled, o.part = false, "short"
		o.args = map[string]string{"have": strconv.Itoa(have), "need": strconv.Itoa(limit[0])}
	case limit[1] > 0 && have > limit[1]:
		o.settled, o.part = false, "long"
		o.args = map[string]string{"have": strconv.Itoa(have), "need": strconv.Itoa(limit[1])}
	}
	return o
}
