package referral

import (
	"slices"
	"time"
)

// firstOfYear is V20: a birth on the first day of a year is often one that
// somebody filled in; then its quality says so.
func (a audience) firstOfYear() []outcome {
	var all []outcome
	for _, p := range a.peopleWho(a.bindsPerson) {
		d := p.BirthDate.Get()
		if d.Precision() != PrecisionDay {
			continue
		}
		o := outcome{path: personPath(p, "birth_date"), settled: !d.exact() || !d.beginsYear()}
		if !o.settled {
			o.args = a.named(p)
		}
		all = append(all, o)
	}
	return all
}

// exact reports whether nothing marks the date as less than sure.
func (d FuzzyDate) exact() bool {
	e, err := ParseEDTF(d.EDTF)
	return err == nil && !e.Approximate() && !e.Uncertain() && d.Quality != Estimated && d.Quality != Assigned
}

// beginsYear reports whether the day is the first of a year, in the Gregorian
// calendar or in the one that it was said in. The lunar year begins by the
// tables, a day early or late.
func (d FuzzyDate) beginsYear() bool {
	day, _, _ := d.Range()
	month, n := day.Month(), day.Day()
	if month == time.January && n == 1 {
		return true
	}
	if newYear, ok := NewYear(d.Calendar, YearIn(d.Calendar, day)); ok {
		return day.Equal(newYear)
	}
	if d.Calendar == IslamicLunar {
		return slices.ContainsFunc([]int{-1, 0, 1}, func(off int) bool {
			month, n := islamicDay(day.AddDate(0, 0, off))
			return month == 1 && n == 1
		})
	}
	return false
}

// islamicDay returns month and day by the tabular Islamic calendar.
func islamicDay(t time.Time) (month, day int) {
	const unixJulian, epoch, cycle = 2440588, 1948440, 10631
	l := int(t.Unix()/86400) + unixJulian - epoch + cycle + 1
	n := (l - 1) / cycle
	l = l - cycle*n + 354
	j := (10985-l)/5316*(50*l/17719) + l/5670*(43*l/15238)
	l = l - (30-j)/15*(17719*j/50) - j/16*(15238*j/43) + 29
	month = 24 * l / 709
	return month, l - 709*month/24
}

// papersAgree is V21: what papers show as a person's birth is the same.
func (a audience) papersAgree() []outcome {
	var all []outcome
	for _, p := range a.peopleWho(a.bindsPerson) {
		var shown []shownDate
		add := func(text string) {
			if d, ok := readShown(text); ok {
				shown = append(shown, d)
			}
		}
		add(p.BirthDate.Get().DocumentValue)
		for i := range a.Documents {
			if slices.Contains(a.Documents[i].Of, p.ID) {
				add(a.Documents[i].DOBAsShown)
			}
		}
		if len(shown) < 2 {
			continue
		}
		ethiopian := p.BirthDate.Get().Calendar == Ethiopian
		differs := slices.ContainsFunc(shown[1:], func(d shownDate) bool { return !d.agrees(shown[0], ethiopian) })
		all = append(all, outcome{path: personPath(p, "birth_date"), settled: !differs, args: a.named(p)})
	}
	return all
}

// afterLeaving is V24: what happened in the country of origin to those who had
// left it lies before they left. What is done in somebody's absence may not.
func (a audience) afterLeaving() []outcome {
	_, left, ok := a.Claim.DateLeft.Get().Range()
	if !ok || left.IsZero() {
		return nil
	}
	absent := param(a.rule, "absent", []Code{"LEG", "ORG", "SME", "CIT", "DIG"})
	var all []outcome
	for i := range a.Incidents {
		in := &a.Incidents[i]
		early, _, ok := in.When.Get().Range()
		if !ok || in.Setting.Get() != InOrigin || in.onlyOf(absent) || !a.touchesTravellers(in) {
			continue
		}
		all = append(all, outcome{path: "incidents/" + string(in.ID) + "/when", settled: !before(left, early)})
	}
	return all
}

// onlyOf reports whether the incident was of these types and no other.
func (in *Incident) onlyOf(types []Code) bool {
	other := func(c Code) bool { return !slices.Contains(types, c) }
	return len(in.Types.Get()) > 0 && !slices.ContainsFunc(in.Types.Get(), other)
}

// touchesTravellers reports whether the incident was done to somebody who
// travels.
func (a audience) touchesTravellers(in *Incident) bool {
	return slices.ContainsFunc(in.Victims, func(id ID) bool {
		p := a.PersonByID(id)
		return p != nil && p.Accompanies()
	})
}

// before reports whether one day surely lies before another; an open end is
// sure of nothing.
func before(one, other time.Time) bool {
	return !one.IsZero() && !other.IsZero() && one.Before(other)
}
