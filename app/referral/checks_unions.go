package referral

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Kinds of unions that code branches on.
const (
	UnionMarried   Code = "married"
	UnionCommonLaw Code = "common_law"
	UnionConjugal  Code = "conjugal"
)

// youngPartner is V25: nobody is a husband, wife or partner below the age
// (R5(a)).
func (a audience) youngPartner() []outcome {
	least := param(a.rule, "age", Adulthood)
	var all []outcome
	for i := range a.Unions {
		u := &a.Unions[i]
		if !u.partners() || u.ended() {
			continue
		}
		for _, id := range []ID{u.A, u.B} {
			p := a.PersonByID(id)
			if p == nil || !p.BirthDate.Get().Age(a.Today).Known {
				continue
			}
			o := outcome{path: personPath(p, "birth_date"), settled: p.BirthDate.Get().Age(a.Today).SurelyAtLeast(least)}
			if !o.settled {
				o.args = a.named(p)
				if !p.BirthDate.Get().Age(a.Today).SurelyUnder(least) {
					o.part = "maybe"
				}
			}
			all = append(all, o)
		}
	}
	return all
}

// overlap is V26: whoever marries is not married to somebody else on that day
// (R5(b)). What is found stands at the later marriage.
func (a audience) overlap() []outcome {
	var all []outcome
	for i := range a.Unions {
		u := &a.Unions[i]
		if u.PriorSpouse.Given() && u.marries() {
			path := "unions/" + string(u.ID) + "/prior_spouse_of_either"
			all = append(all, outcome{path: path, part: "said", settled: !u.PriorSpouse.Get(), args: a.couple(u)})
		}
		for j := range i {
			first, later := inOrder(u, &a.Unions[j])
			if later.marries() && first.marriage() && later.shares(first) && first.From.Given() && later.From.Given() {
				path := "unions/" + string(later.ID) + "/from"
				all = append(all, outcome{path: path, settled: !later.surelyDuring(first, a.Today), args: a.couple(later)})
			}
		}
	}
	return all
}

// inOrder returns first the union that surely began first. Where the dates
// leave it open they decide all the same, and never the order of the list.
func inOrder(u, other *Union) (first, later *Union) {
	early, late, _ := u.From.Get().Range()
	otherEarly, otherLate, _ := other.From.Get().Range()
	if cmp.Or(late.Compare(otherLate), early.Compare(otherEarly), strings.Compare(string(u.ID), string(other.ID))) > 0 {
		return other, u
	}
	return u, other
}

// proxyMarriage is V27: both were at the wedding (R5(c)).
func (a audience) proxyMarriage() []outcome {
	var all []outcome
	for i := range a.Unions {
		if u := &a.Unions[i]; u.CeremonyBothPresent.Given() {
			path := "unions/" + string(u.ID) + "/ceremony_both_present"
			all = append(all, outcome{path: path, settled: u.CeremonyBothPresent.Get(), args: a.couple(u)})
		}
	}
	return all
}

// cohabitation is V28: who is not married has lived together for a year, or
// was kept from it by persecution or by the law (R1(2)).
func (a audience) cohabitation() []outcome {
	reasons := param(a.rule, "reasons", []Code{"persecution", "detention", "law_forbids"})
	years := param(a.rule, "years", 1)
	var all []outcome
	for i := range a.Unions {
		u := &a.Unions[i]
		if u.Kind != UnionCommonLaw && u.Kind != UnionConjugal || u.ended() {
			continue
		}
		_, late, ok := u.From.Get().Range()
		long := ok && !late.IsZero() && !late.AddDate(years, 0, 0).After(a.Today)
		excused := slices.Contains(reasons, u.WhyNotCohabiting.Get())
		path := "unions/" + string(u.ID) + "/why_not_cohabiting"
		all = append(all, outcome{path: path, settled: long || excused, args: a.couple(u)})
	}
	return all
}

func (a audience) couple(u *Union) map[string]string {
	one, other := a.PersonByID(u.A), a.PersonByID(u.B)
	if one == nil || other == nil {
		return map[string]string{"other": ""}
	}
	return a.namedWith(one, "other", other)
}

// marries reports whether a marriage that counts now was made, or may have been.
func (u *Union) marries() bool { return u.Kind == UnionMarried || u.Kind == "" }

func (u *Union) marriage() bool {
	return u.Kind == UnionMarried || u.Kind == "divorced" || u.Kind == "widowed"
}

// partners reports whether the two are, by what was said, a couple now.
func (u *Union) partners() bool {
	return u.Kind == UnionMarried || u.Kind == UnionCommonLaw || u.Kind == UnionConjugal
}

func (u *Union) ended() bool { return !u.To.Blank() && u.To.State != NotApplicable }

func (u *Union) shares(other *Union) bool {
	return u.A != "" && (u.A == other.A || u.A == other.B) || u.B != "" && (u.B == other.A || u.B == other.B)
}

// surelyDuring reports whether two unions were both there at one time,
// whatever their dates mean. Of one that ended nobody knows when, nothing is
// sure.
func (u *Union) surelyDuring(other *Union, today time.Time) bool {
	_, began, _ := u.From.Get().Range()
	_, otherBegan, _ := other.From.Get().Range()
	ends, ok := u.earliestEnd(today)
	otherEnds, otherOK := other.earliestEnd(today)
	if !ok || !otherOK || began.IsZero() || otherBegan.IsZero() {
		return false
	}
	return began.Before(otherEnds) && otherBegan.Before(ends)
}

func (u *Union) earliestEnd(today time.Time) (time.Time, bool) {
	if !u.ended() {
		return today, true
	}
	early, _, ok := u.To.Get().Range()
	return early, ok && !early.IsZero()
}
