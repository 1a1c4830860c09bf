package referral

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// bestInterests is V14: for a separated or unaccompanied child its best
// interests were assessed, or it is said why not and what follows (UNHCR).
func (a audience) bestInterests() []outcome {
	done := param(a.rule, "done", []Code{"assessment", "determination"})
	var all []outcome
	for i := range a.Children {
		c := &a.Children[i]
		if !c.Alone() {
			continue
		}
		o := outcome{path: "children/" + string(c.ID) + "/best_interests", pending: c.BestInterests.State == Pending}
		o.settled = slices.Contains(done, c.BestInterests.Get()) || strings.TrimSpace(c.FollowUp) != ""
		o.args = a.named(a.PersonByID(c.Child))
		all = append(all, o)
	}
	return all
}

// childRecord asks for what protects each child who does not travel with both
// legal parents (domain 7.11).
func (a audience) childRecord() []outcome {
	var all []outcome
	for _, p := range a.peopleWho(func(p *Person) bool { return p.Accompanies() && p.Member() }) {
		age := p.BirthDate.Get().Age(a.Today)
		if !age.Known || age.SurelyAtLeast(Adulthood) || a.withBothParents(p) {
			continue
		}
		told := slices.ContainsFunc(a.Children, func(c ChildProtection) bool { return c.Child == p.ID })
		all = append(all, outcome{path: personPath(p), settled: told, args: a.named(p)})
	}
	return all
}

func (a audience) withBothParents(child *Person) bool {
	n := 0
	for _, link := range child.Parents {
		parent := a.PersonByID(link.Person)
		if parent != nil && parent.Accompanies() && parent.Member() && (link.Kind == ParentBiological || link.Kind == ParentAdopted) {
			n++
		}
	}
	return n > 1
}

// childTurns is V29: a dependent child is under 22 on the day on which the
// referral is made (R2, R25.1(7)). Of a range the earliest day counts.
func (a audience) childTurns() []outcome {
	age, since := param(a.rule, "age", DependentUntil), param(a.rule, "since", 365)
	steps := param(a.rule, "days", []int{180, 90, 30})
	var all []outcome
	for _, p := range a.dependants() {
		early, late, ok := p.BirthDate.Get().Range()
		if !ok || early.IsZero() || p.DisabledBefore22.Get() {
			continue
		}
		first, last := Birthday(early, age), late
		if !late.IsZero() {
			last = Birthday(late, age)
		}
		if !late.IsZero() && a.Today.Sub(last) > days(since) {
			continue // V31 asks
		}
		o := outcome{path: personPath(p, "birth_date"), settled: true}
		if a.ReferralMade.IsZero() || !a.ReferralMade.Before(first) {
			o.part, o.settled = a.clock(first, last, steps)
			o.apart = o.part == "maybe" || o.part == "turned" // what was said of a day to come holds no longer
		}
		if !o.settled {
			o.args = a.named(p)
			o.args["day"], o.args["days"] = string(DayOf(first)), strconv.Itoa(daysBetween(a.Today, first))
		}
		all = append(all, o)
	}
	return all
}

// clock tells how near the birthday is: turned, maybe, or the nearest of the
// steps that it is within.
func (a audience) clock(first, last time.Time, steps []int) (part string, settled bool) {
	left := daysBetween(a.Today, first)
	switch {
	case left <= 0 && (last.IsZero() || daysBetween(a.Today, last) > 0):
		return "maybe", false
	case left <= 0:
		return "turned", false
	}
	for _, step := range slices.Backward(steps) {
		if left <= step {
			return strconv.Itoa(step), false
		}
	}
	return "", true
}

// childPartnered is V30: a dependent child has no husband, wife or partner
// (R2).
func (a audience) childPartnered() []outcome {
	statuses := param(a.rule, "statuses", []Code{"married", "common_law"})
	var all []outcome
	for _, p := range a.dependants() {
		has := p.SpouseOfAnother.Get() || slices.Contains(statuses, p.MaritalStatus.Get()) ||
			slices.ContainsFunc(a.Unions, func(u Union) bool {
				return (u.A == p.ID || u.B == p.ID) && u.partners() && !u.ended()
			}) ||
			slices.ContainsFunc(a.Children, func(c ChildProtection) bool { return c.Child == p.ID && c.SpouseOrPartner.Get() })
		all = append(all, outcome{path: personPath(p, "marital_status"), settled: !has, args: a.named(p)})
	}
	return all
}

// grownChild is V31: a child of 22 or more is one only where a disability from
// before makes them so (R2).
func (a audience) grownChild() []outcome {
	age := param(a.rule, "age", DependentUntil)
	var all []outcome
	for _, p := range a.dependants() {
		if !p.BirthDate.Get().Age(a.Today).SurelyAtLeast(age) {
			continue
		}
		o := outcome{path: personPath(p, "disability_since_before_22"), args: a.named(p)}
		o.settled = p.DisabledBefore22.Get() && p.DependencyBasis.Given()
		if p.DisabledBefore22.Given() && !p.DisabledBefore22.Get() {
			o.part, o.apart = "no", true
		}
		all = append(all, o)
	}
	return all
}

// dependants are the children in the case who travel or are declared.
func (a audience) dependants() []*Person {
	return a.peopleWho(func(p *Person) bool {
		return p.Member() && p.ID != a.PrincipalPersonID && a.ChildInCase(p)
	})
}

// daysBetween counts whole days from one midnight to another.
func daysBetween(from, to time.Time) int {
	from = date(from.Year(), int(from.Month()), from.Day())
	return int(to.Sub(from).Hours() / 24)
}
