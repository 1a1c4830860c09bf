package referral

import (
	"reflect"
	"slices"
	"strings"
)

// ScreeningSubjects lists the questions of the statute by their members, in
// the order of IMM 5669. Beside each stands its words, under the name and
// "_why".
func ScreeningSubjects() []string {
	return []string{
		"convicted_in_canada", "charged_anywhere", "earlier_refugee_claims", "refused_or_removed", "grave_crimes",
		"armed_struggle", "violent_group", "criminal_organisation", "detained_or_jailed", "serious_disease",
		"military_service", "government_positions", "memberships",
	}
}

// chargesTold is V33: where somebody was charged, or said yes when they were
// asked, the proceeding is told (A36). Whom armed men held had none: then the
// event tells it. What stands in a closed compartment is not judged.
func (a audience) chargesTold() []outcome {
	types := param(a.rule, "types", []Code{"LEG"})
	var all []outcome
	for i := range a.Incidents {
		in := &a.Incidents[i]
		if !slices.ContainsFunc(in.Types.Get(), func(c Code) bool { return slices.Contains(types, c) }) {
			continue
		}
		told := slices.ContainsFunc(a.Proceedings, func(p Proceeding) bool {
			return len(in.Victims) == 0 || slices.Contains(in.Victims, p.Person)
		})
		all = append(all, outcome{path: "incidents/" + string(in.ID) + "/types", part: "event", settled: told})
	}
	subjects := param(a.rule, "subjects", []string{"convicted_in_canada", "charged_anywhere", "detained_or_jailed"})
	a.eachYes(subjects, func(s *Screening, subject string) {
		told := slices.ContainsFunc(a.Proceedings, func(p Proceeding) bool { return p.Person == s.Person }) ||
			subject == "detained_or_jailed" && a.wasHeld(s.Person)
		all = append(all, a.screeningOutcome(s, subject, told))
	})
	return all
}

// wasHeld reports whether an event tells that the person was held.
func (a audience) wasHeld(id ID) bool {
	types := param(a.rule, "held", []Code{"ARR", "DIS", "KID"})
	return slices.ContainsFunc(a.Incidents, func(in Incident) bool {
		return slices.Contains(in.Victims, id) && slices.ContainsFunc(in.Types.Get(), func(c Code) bool { return slices.Contains(types, c) })
	})
}

// convictionTold is V34: nobody says "no" to what a proceeding shows: it would
// be held against them as untrue (A40).
func (a audience) convictionTold() []outcome {
	var all []outcome
	for i := range a.Screening {
		s := &a.Screening[i]
		for j := range a.Proceedings {
			p := &a.Proceedings[j]
			if p.Person != s.Person {
				continue
			}
			if p.Convicted() && s.ChargedAnywhere.Given() {
				all = append(all, a.screeningOutcome(s, "charged_anywhere", s.ChargedAnywhere.Get()))
			}
			if p.DetainedFrom.Given() && s.DetainedOrJailed.Given() {
				all = append(all, a.screeningOutcome(s, "detained_or_jailed", s.DetainedOrJailed.Get()))
			}
		}
	}
	return all
}

// context is V35: a yes about armed groups is nothing without its words: most
// are innocuous.
func (a audience) context() []outcome {
	var all []outcome
	subjects := param(a.rule, "subjects", []string{"grave_crimes", "armed_struggle", "violent_group", "criminal_organisation"})
	a.eachYes(subjects, func(s *Screening, subject string) {
		words := screeningPlace(s, subject+"_why").Given()
		all = append(all, a.screeningOutcome(s, subject+"_why", words))
	})
	return all
}

// screened asks that each travelling adult was asked, or is left to the
// office, or that it is said why not (domain 7.12).
func (a audience) screened() []outcome {
	if a.Screening == nil {
		return nil
	}
	var all []outcome
	for _, p := range a.travellingAdults() {
		i := slices.IndexFunc(a.Screening, func(s Screening) bool { return s.Person == p.ID })
		if i < 0 {
			all = append(all, outcome{path: "screening", part: "none", args: a.named(p)})
			continue
		}
		all = append(all, a.asked(p, &a.Screening[i]))
	}
	return all
}

func (a audience) asked(p *Person, s *Screening) outcome {
	o := outcome{path: "screening/" + string(s.ID), settled: true, args: a.named(p)}
	for _, subject := range ScreeningSubjects() {
		if place := screeningPlace(s, subject); !s.NeedsFollowUp && !place.Settled(notAskedStates()) {
			o.settled, o.path = false, o.path+"/"+subject
			break
		}
	}
	return o
}

// eachYes calls found for every subject that somebody said yes to, in the
// compartment that is open.
func (a audience) eachYes(subjects []string, found func(s *Screening, subject string)) {
	for i := range a.Screening {
		for _, subject := range subjects {
			if yes, _ := screeningPlace(&a.Screening[i], subject).Value().(bool); yes {
				found(&a.Screening[i], subject)
			}
		}
	}
}

func (a audience) screeningOutcome(s *Screening, subject string, settled bool) outcome {
	return outcome{
		path: "screening/" + string(s.ID) + "/" + subject, part: strings.TrimSuffix(subject, "_why"),
		settled: settled, args: a.named(a.PersonByID(s.Person)),
	}
}

// screeningPlace returns one member; an unknown name leads to the answer of
// nobody.
func screeningPlace(s *Screening, member string) Place {
	found := follow(reflect.ValueOf(s).Elem(), []string{member})
	if len(found) == 0 {
		return Place{value: reflect.ValueOf(Answer[bool]{})}
	}
	return found[0]
}
