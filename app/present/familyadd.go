package present

import (
	"reflect"
	"slices"
	"strings"

	"harbour/app/referral"
)

// Relative is somebody who is added to the family. What is empty stays unsaid.
type Relative struct {
	Relation string // to the principal
	Role     string
	Country  string
	City     string
	Beside   bool   // where the principal is, as far as anybody has said
	State    string // alive, missing and so on
	Name     string // as it was said
	Parent   string // id: the other parent of a child, or the parent of a grandchild
	Known    *Known
	KnownAs  string // a line for the notes of where Known is from
}

// ParentChoices are those of whom a new relative may be the child, too: nobody
// is taken for one without being asked for.
func (e *Editor) ParentChoices(relation string) []Option {
	lead := e.c.Referral.PrincipalPersonID
	switch referral.Code(relation) {
	case referral.RelChildBiological, referral.RelChildAdopted, referral.RelStepChild:
		return e.peopleOptions(func(p *referral.Person) bool { return p.ID != lead && e.wasPartner(p) })
	case referral.RelGrandchild:
		return e.peopleOptions(func(p *referral.Person) bool { return p.ID != lead && childOf(p, lead) })
	}
	return nil
}

// wasPartner reports whether somebody is or was a couple with the principal.
func (e *Editor) wasPartner(p *referral.Person) bool {
	switch p.RelationshipToPA.Get() {
	case referral.RelSpouse, referral.RelCommonLaw, referral.RelConjugal, referral.RelFormerSpouse:
		return true
	}
	lead := e.c.Referral.PrincipalPersonID
	return slices.ContainsFunc(e.c.Referral.Unions, func(u referral.Union) bool {
		return u.A == lead && u.B == p.ID || u.B == lead && u.A == p.ID
	})
}

func childOf(p *referral.Person, parent referral.ID) bool {
	switch p.RelationshipToPA.Get() {
	case referral.RelChildBiological, referral.RelChildAdopted, referral.RelStepChild:
		return true
	}
	return slices.ContainsFunc(p.Parents, func(link referral.Parent) bool { return link.Person == parent })
}

// RoleFor is the role that is offered first for a relation and a place: a
// husband, wife, partner or child travels from where the principal is, and is
// declared anywhere else; no other relative is in the case.
func (e *Editor) RoleFor(n Relative) string {
	lead := e.c.Referral.Principal()
	here := n.Beside || lead != nil && n.Country != "" && string(lead.CurrentCountry.Get()) == n.Country
	switch referral.Code(n.Relation) {
	case referral.RelSpouse, referral.RelCommonLaw, referral.RelConjugal,
		referral.RelChildBiological, referral.RelChildAdopted, referral.RelStepChild, referral.RelGrandchild:
		if here {
			return string(referral.RoleAccompanying)
		}
		return string(referral.RoleDeclared)
	}
	return string(referral.RoleRelative)
}

// AddRelative adds somebody with the links that follow from the relation alone,
// as one step that can be taken back, and returns their id.
func (e *Editor) AddRelative(n Relative) string {
	next := cloneReferral(e.c.Referral)
	p := e.newRelative(n)
	next.People = append(next.People, p)
	if lead := next.Principal(); lead != nil && lead.ID != p.ID {
		e.link(&next, &next.People[len(next.People)-1], n)
	}
	if n.KnownAs != "" {
		next.Notes = strings.TrimSpace(next.Notes + "\n" + n.KnownAs)
	}
	e.closeChange()
	e.change("", reflect.ValueOf(next))
	e.closeChange()
	return string(p.ID)
}

func (e *Editor) newRelative(n Relative) referral.Person {
	p := referral.Person{ID: e.desk.NewID()}
	if n.Known != nil {
		p = n.Known.person.Copy(e.desk.NewID)
	} else if name := strings.TrimSpace(n.Name); name != "" {
		p.Names = []referral.Name{{ID: e.desk.NewID(), Full: name}}
	}
	p.CaseRole = referral.Code(n.Role)
	set := func(to *referral.Answer[referral.Code], code string) {
		if code != "" {
			*to = referral.Given(referral.Code(code))
		}
	}
	set(&p.RelationshipToPA, n.Relation)
	set(&p.CurrentCountry, n.Country)
	set(&p.PersonState, n.State)
	if n.City != "" {
		p.CityArea = referral.Given(n.City)
	}
	return p
}

// link adds what a relation says for sure. Whose else a child is was asked.
func (e *Editor) link(r *referral.Referral, p *referral.Person, n Relative) {
	lead := r.Principal()
	couple := func(kind referral.Code) {
		r.Unions = append(r.Unions, referral.Union{ID: e.desk.NewID(), A: lead.ID, B: p.ID, Kind: kind})
	}
	child := func(parent referral.ID, kind referral.Code) {
		if parent != "" {
			p.Parents = append(p.Parents, referral.Parent{Person: parent, Kind: kind})
		}
	}
	other := referral.ID(n.Parent)
	switch referral.Code(n.Relation) {
	case referral.RelSpouse:
		couple("married")
	case referral.RelCommonLaw:
		couple("common_law")
	case referral.RelConjugal:
		couple("conjugal")
	case referral.RelFormerSpouse:
		couple("")
	case referral.RelChildBiological:
		child(lead.ID, referral.ParentBiological)
		child(other, referral.ParentBiological)
	case referral.RelChildAdopted:
		child(lead.ID, referral.ParentAdopted)
		child(other, referral.ParentAdopted)
	case referral.RelStepChild:
		child(lead.ID, parentStep)
		child(other, "")
	case referral.RelGrandchild:
		child(other, "")
	case relParent:
		lead.Parents = append(lead.Parents, referral.Parent{Person: p.ID})
	}
}

// parentStep is the kind of a parent by marriage.
const parentStep referral.Code = "step"
