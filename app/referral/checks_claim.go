package referral

import "slices"

// canada is the one country in which nobody can be referred (R139(1)(a)).
const canada Code = "CAN"

// eligibility is V08: each criterion of the pathway is answered, and a "no" to
// some of them stops it unless an approver sets that aside.
func (a audience) eligibility() []outcome {
	criteria := []struct {
		part, field string
		derived     *bool
	}{
		{"E1", "track_record", nil},
		{"E2", "fled_for_work", nil},
		{"E3", "outside_country", a.outsideCountry()},
		{"E4", "refugee_class", yesIf(a.Claim.ClassClaimed.Given() || len(a.Claim.Grounds.Get()) > 0)},
		{"E5", "no_other_solution", nil},
		{"E6", "seeks_permanence", nil},
		{"E7", "valid_referral", yesIf(a.ReferrerOrg.Given())},
	}
	stops := param(a.rule, "no_blocks", []string{"E3", "E5", "E6"})
	looks := param(a.rule, "looks", a.softCriteria())
	var all []outcome
	for _, c := range criteria {
		o := a.field("eligibility/" + c.field)
		o.part = c.part
		answer, answered := a.criterion(o.path, c.derived)
		o.settled = o.settled || answered
		if answered && !answer && (slices.Contains(stops, c.part) || slices.Contains(looks, c.part)) {
			o.settled, o.overridable, o.part = false, true, c.part+"_no"
			o.look = slices.Contains(looks, c.part)
		}
		all = append(all, o)
	}
	return all
}

// criterion is what was answered, or what follows from other answers. Where
// these say no, a yes does not outweigh them.
func (a audience) criterion(path string, derived *bool) (answer, answered bool) {
	place, _ := a.At(path)
	answer, answered = place.Value().(bool)
	if derived != nil && (!answered || !*derived) {
		return *derived, true
	}
	return answer, answered
}

// softCriteria are those whose "no" is only a look: temporary protection is
// also for those who are still in their country (domain 1.5).
func (a audience) softCriteria() []string {
	if a.Pathway.Get() == PathwayTemporary {
		return []string{"E3"}
	}
	return nil
}

// outsideCountry follows from where the principal is and whose national they
// are; nil where that is not known.
func (a audience) outsideCountry() *bool {
	lead := a.Principal()
	if lead == nil || !lead.CurrentCountry.Given() || len(lead.Nationalities.Get()) == 0 {
		return nil
	}
	outside := lead.CurrentCountry.Get() != canada
	for _, n := range lead.Nationalities.Get() {
		if n.Country == lead.CurrentCountry.Get() && n.Status != "lost" && n.Status != "deprived" {
			outside = false
		}
		if n.Country == Stateless && outside {
			return nil // habitual residence counts, and only the person can say where that was (R147)
		}
	}
	return &outside
}

func yesIf(known bool) *bool {
	if !known {
		return nil
	}
	return &known
}

// workAndLink is V09: the work is described, and an incident is tied to it.
func (a audience) workAndLink() []outcome {
	work := outcome{path: "work", part: "summary"}
	for _, place := range a.Places("work/*/summary") {
		work.path, work.settled = place.Path, place.Given()
		if work.settled {
			break
		}
	}
	link := outcome{path: "incidents", part: "link"}
	for _, place := range a.Places("incidents/*/link_to_hrd_work") {
		link.path, link.settled = place.Path, place.Given()
		if link.settled {
			break
		}
	}
	return []outcome{work, link}
}

// solutions is V10: why no other durable solution holds (R139(1)(d)).
func (a audience) solutions() []outcome {
	var all []outcome
	for _, field := range []string{"return_why_not", "local_integration_why_not", "other_country_why_not"} {
		o := a.field("claim/" + field)
		o.part = field
		all = append(all, o)
	}
	return all
}

// referrer is V11: an organisation that may refer is named (R143).
func (a audience) referrer() []outcome {
	all := []outcome{a.field("referrer_org")}
	known := param(a.rule, "mou", []Code(nil))
	if a.ReferrerOrg.Given() && len(known) > 0 {
		all = append(all, outcome{
			path: "referrer_org", part: "not_mou", look: true,
			settled: slices.Contains(known, a.ReferrerOrg.Get()),
		})
	}
	return all
}

// riskShown asks for an incident in the country of origin, and one in the
// country of asylum or words about the risk there (domain 7.8).
func (a audience) riskShown() []outcome {
	in := func(where Code) bool {
		return slices.ContainsFunc(a.Incidents, func(i Incident) bool { return i.Setting.Get() == where })
	}
	asylum := a.field("claim/risk_in_asylum")
	asylum.part = string(InAsylum)
	asylum.settled = asylum.settled || in(InAsylum)
	return []outcome{{path: "incidents", part: string(InOrigin), settled: in(InOrigin)}, asylum}
}

// priorityReason asks for a reason and a day of review where the priority is
// above normal (domain 2.3).
func (a audience) priorityReason() []outcome {
	if !a.Priority.Given() || a.Priority.Get() == PriorityNormal {
		return nil
	}
	return []outcome{a.field("priority_reason"), a.field("review_by")}
}
