package referral

import (
	"slices"
	"strconv"
)

// principal is V01: exactly one, who is a member (R10(1)(e)).
func (a audience) principal() []outcome {
	lead := a.Principal()
	others := a.peopleWho(func(p *Person) bool { return p.CaseRole == RolePrincipal })
	o := outcome{path: "principal_person_id"}
	switch {
	case lead == nil:
		o.part = "none"
	case len(others) > 1:
		o.part, o.path = "several", personPath(notLead(others, lead), "case_role")
	case lead.CaseRole != RolePrincipal:
		o.part, o.path = "role", personPath(lead, "case_role")
	case lead.dead():
		o.part, o.path = "dead", personPath(lead, "person_state")
	default:
		o.settled = true
	}
	o.args = a.named(lead)
	return []outcome{o}
}

func notLead(people []*Person, lead *Person) *Person {
	i := slices.IndexFunc(people, func(p *Person) bool { return p != lead })
	return people[max(i, 0)]
}

// memberFacts is V02: relationship, role, state and country of birth of
// everybody who is declared, the dead too (R140.1).
func (a audience) memberFacts() []outcome {
	var all []outcome
	for i := range a.People {
		p := &a.People[i]
		if p.CaseRole == RoleDeFacto || p.CaseRole == RoleRelative {
			continue
		}
		for _, field := range []string{"case_role", "relationship_to_pa", "person_state", "birth_country"} {
			if field == "relationship_to_pa" && p.ID == a.PrincipalPersonID {
				continue
			}
			o := a.field(personPath(p, field))
			o.part = field
			all = append(all, o)
		}
	}
	return all
}

// caseSize is V03: as many as were said (UNHCR RRF, S22). Those of the household
// who have a case of their own are counted by some, and not by others.
func (a audience) caseSize() []outcome {
	o := a.field("stated_size")
	have := len(a.Members())
	household := have + len(a.peopleWho(func(p *Person) bool { return p.CaseRole == RoleDeFacto && !p.dead() }))
	o.args = map[string]string{"have": strconv.Itoa(have), "all": strconv.Itoa(household)}
	if a.StatedSize.Given() {
		said := a.StatedSize.Get()
		o.args["need"] = strconv.Itoa(said)
		o.settled, o.part = said == have || said == household, "differs"
		if household > have {
			o.part = "linked"
		}
	}
	return []outcome{o}
}

// familySweep is V04: each question that looks for family left out is
// answered, and whoever was named there is listed (R141).
func (a audience) familySweep() []outcome {
	questions := []struct {
		field  string
		listed func() bool
	}{
		{"previous_unions", a.hasPreviousUnion},
		{"children_elsewhere", func() bool { return a.anyoneWho(func(p *Person) bool { return a.ChildInCase(p) && !p.Accompanies() }) }},
		{"children_of_partner", func() bool { return a.anyoneWho(a.childOfPartner) }},
		{"missing", func() bool {
			return a.anyoneWho(func(p *Person) bool {
				return slices.Contains([]Code{Missing, WhereaboutsUnknown}, p.PersonState.Get())
			})
		}},
		{"detained", func() bool { return a.anyoneWho(func(p *Person) bool { return p.PersonState.Get() == Detained }) }},
		{"estranged", nil}, // nothing in the list shows it
		{"believed_dead", func() bool { return a.anyoneWho((*Person).dead) }},
	}
	var all []outcome
	for _, q := range questions {
		if q.field == "children_of_partner" && a.Partner() == nil {
			continue
		}
		o := a.field("sweep/" + q.field)
		o.part = q.field
		place, _ := a.At(o.path)
		if yes, _ := place.Value().(bool); yes && q.listed != nil && !q.listed() {
			o.settled, o.part = false, q.field+"_unlisted"
		}
		all = append(all, o)
	}
	return all
}

func (a audience) anyoneWho(fits func(*Person) bool) bool { return len(a.peopleWho(fits)) > 0 }

func (a audience) hasPreviousUnion() bool {
	if a.anyoneWho(func(p *Person) bool { return p.RelationshipToPA.Get() == RelFormerSpouse }) {
		return true
	}
	return slices.ContainsFunc(a.Unions, func(u Union) bool { return !u.To.Blank() })
}

func (a audience) childOfPartner(p *Person) bool {
	partner := a.Partner()
	if p.RelationshipToPA.Get() == RelStepChild {
		return true
	}
	return slices.ContainsFunc(p.Parents, func(parent Parent) bool { return parent.Person == partner.ID })
}

// protection is V07: whether each country of nationality would take the
// person back and protect them (A96(a)).
func (a audience) protection() []outcome {
	var all []outcome
	for _, p := range a.travellers() {
		if a.rule.For == "" && !p.Adult(a.Today) {
			continue
		}
		list := p.Nationalities.Get()
		if len(list) == 0 {
			o := a.field(personPath(p, "nationalities"))
			o.settled = o.settled && !p.Nationalities.Given()
			all = append(all, o)
		}
		for _, n := range list {
			all = append(all, a.field(personPath(p, "nationalities", string(n.ID), "can_return")))
			if n.Country != Stateless {
				all = append(all, a.field(personPath(p, "nationalities", string(n.ID), "protection_available")))
			}
		}
	}
	return all
}
