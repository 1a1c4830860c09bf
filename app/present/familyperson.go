package present

import (
	"strconv"
	"time"

	"harbour/app/referral"
)

// Relations of the vocabulary that have a row of their own and no constant in
// the rules.
const (
	relParent      referral.Code = "parent"
	relGrandparent referral.Code = "grandparent"
	relSibling     referral.Code = "sibling"
	relNiece       referral.Code = "niece_nephew"
	relAunt        referral.Code = "aunt_uncle"
	relWard        referral.Code = "ward"
	relInLaw       referral.Code = "in_law"
)

// The states of a node; each has an icon and a colour of its own.
const (
	StateTravels  = "travels"
	StateOwnCase  = "own_case"
	StateStays    = "stays"
	StateRelative = "relative"
	StateDied     = "died"
	StateDetained = "detained"
	StateMissing  = "missing"
	StateUnknown  = "unknown"
	StateClock    = "clock"
)

// FamilyState is the one thing that a node says of how somebody is: the
// gravest.
type FamilyState struct {
	Key   string
	Words Message
	Clock *Clock // of StateClock
}

func familyPerson(r *referral.Referral, p *referral.Person, with FamilyWith) FamilyPerson {
	f := FamilyPerson{
		ID: string(p.ID), Name: p.FirstName(), Full: p.ShownName(), Native: nativeGiven(p),
		Relation: relationOf(r, p, with.Other), Membership: membershipOf(p), State: nodeState(r, p, with),
	}
	if age := p.BirthDate.Get().Age(with.Today); age.Known && p.PersonState.Get() != referral.Deceased {
		f.Age = &Ages{age.Youngest, age.Oldest}
		edtf, err := referral.ParseEDTF(p.BirthDate.Get().EDTF)
		f.About = err == nil && edtf.Approximate()
	}
	return f
}

// nativeGiven is the given part of the name in its own script, else the whole.
func nativeGiven(p *referral.Person) string {
	for _, n := range p.Names {
		if !n.IsSensitive && n.Script != "" && n.Script != "Latn" {
			if n.GivenPart != "" {
				return n.GivenPart
			}
			return n.Full
		}
	}
	return ""
}

func membershipOf(p *referral.Person) Membership {
	dead := p.PersonState.Get() == referral.Deceased
	switch p.CaseRole {
	case referral.RolePrincipal, referral.RoleAccompanying:
		if !dead {
			return InCase
		}
	case referral.RoleDeclared, referral.RoleDeFacto:
		if !dead {
			return Named
		}
	}
	return RelativeOnly
}

// relationOf is what somebody is to the principal, in the word for a woman or
// a man where the papers say which.
func relationOf(r *referral.Referral, p *referral.Person, other func(*referral.Person) string) Message {
	relation := p.RelationshipToPA.Get()
	if p.ID == r.PrincipalPersonID {
		relation = referral.RelSelf
	}
	key, known := relationKeys[relation]
	switch {
	case known:
	case relation == "":
		return Message{Key: "family.relation_unsaid"}
	case other != nil:
		return Message{Key: "family.relation_other", Args: map[string]any{"words": other(p)}}
	default:
		return Message{Key: "family.relation_other", Args: map[string]any{"words": string(relation)}}
	}
	switch sex := p.SexDocument.Get(); {
	case !key.sexed:
		return Message{Key: key.words}
	case sex == "female", sex == "male":
		return Message{Key: key.words + string(sex)}
	}
	return Message{Key: key.words + "any"}
}

type relationKey struct {
	words string
	sexed bool
}

var relationKeys = map[referral.Code]relationKey{
	referral.RelSelf: {"family.rel.self", false}, referral.RelSpouse: {"family.rel.spouse_", true},
	referral.RelCommonLaw: {"family.rel.partner", false}, referral.RelConjugal: {"family.rel.partner", false},
	referral.RelFormerSpouse: {"family.rel.former_", true}, referral.RelChildBiological: {"family.rel.child_", true},
	referral.RelChildAdopted: {"family.rel.adopted_", true}, referral.RelStepChild: {"family.rel.step_", true},
	referral.RelGrandchild: {"family.rel.grandchild_", true}, relParent: {"family.rel.parent_", true},
	relGrandparent: {"family.rel.grandparent_", true}, relSibling: {"family.rel.sibling_", true},
	relNiece: {"family.rel.niece_", true}, relAunt: {"family.rel.aunt_", true}, relWard: {"family.rel.ward", false},
	relInLaw: {"family.rel.in_law", false},
}

// nodeState tells the gravest: that somebody is dead, held or gone, then that
// they soon are too old, then what becomes of them in the case.
func nodeState(r *referral.Referral, p *referral.Person, with FamilyWith) FamilyState {
	switch p.PersonState.Get() {
	case referral.Deceased:
		return since(StateDied, "family.state.died", p)
	case referral.Detained:
		return since(StateDetained, "family.state.detained", p)
	case referral.Missing:
		return since(StateMissing, "family.state.missing", p)
	case referral.WhereaboutsUnknown:
		return FamilyState{Key: StateUnknown, Words: Message{Key: "family.state.unknown"}}
	}
	if c, ok := ClockOf(r, p, with.Today, with.Made); ok && c.Shown {
		return FamilyState{Key: StateClock, Words: c.Short, Clock: &c}
	}
	switch p.CaseRole {
	case referral.RolePrincipal, referral.RoleAccompanying:
		return FamilyState{Key: StateTravels, Words: Message{Key: "family.state.travels"}}
	case referral.RoleDeFacto:
		return FamilyState{Key: StateOwnCase, Words: Message{Key: "family.state.own_case"}}
	case referral.RoleDeclared:
		return FamilyState{Key: StateStays, Words: Message{Key: "family.state.stays"}}
	}
	return FamilyState{Key: StateRelative, Words: Message{Key: "family.state.relative"}}
}

// since adds the year, where it is known which.
func since(key, words string, p *referral.Person) FamilyState {
	early, late, ok := p.StateSince.Get().Range()
	if !ok || early.IsZero() || early.Year() != late.Year() {
		return FamilyState{Key: key, Words: Message{Key: words}}
	}
	year := strconv.Itoa(early.Year())
	return FamilyState{Key: key, Words: Message{Key: words + "_since", Args: map[string]any{"year": year}}}
}

// midnight is the start of a day, as dates are counted.
func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
