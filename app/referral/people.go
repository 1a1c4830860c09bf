package referral

import (
	"slices"
	"strings"
	"time"
	"unicode"
)

// Adulthood is the age from which each person agrees for themselves.
const Adulthood = 18

// PersonByID returns the person of that id, in place, or nil.
func (r *Referral) PersonByID(id ID) *Person {
	for i := range r.People {
		if r.People[i].ID == id {
			return &r.People[i]
		}
	}
	return nil
}

// Principal returns the principal applicant, in place, or nil where none is set.
func (r *Referral) Principal() *Person {
	if r.PrincipalPersonID == "" {
		return nil
	}
	return r.PersonByID(r.PrincipalPersonID)
}

// Members returns the principal, the accompanying and the declared, in order.
// Somebody known to be dead is no member.
func (r *Referral) Members() []*Person {
	return r.peopleWho(func(p *Person) bool { return p.Member() })
}

// Adults returns the members who are not surely under 18 on the day.
func (r *Referral) Adults(today time.Time) []*Person {
	return r.peopleWho(func(p *Person) bool { return p.Member() && p.Adult(today) })
}

func (r *Referral) peopleWho(fits func(*Person) bool) []*Person {
	var found []*Person
	for i := range r.People {
		if fits(&r.People[i]) {
			found = append(found, &r.People[i])
		}
	}
	return found
}

// Member reports whether the person counts towards the size of the case.
func (p *Person) Member() bool {
	return (p.Accompanies() || p.CaseRole == RoleDeclared) && !p.dead()
}

// Accompanies reports whether the person is to travel.
func (p *Person) Accompanies() bool {
	return p.CaseRole == RolePrincipal || p.CaseRole == RoleAccompanying
}

// Adult reports whether the person is not surely under 18: whoever may be an
// adult is asked as one.
func (p *Person) Adult(today time.Time) bool {
	return !p.BirthDate.Get().Age(today).SurelyUnder(Adulthood)
}

// ChildInCase reports whether the person is somebody's child in the case.
func (r *Referral) ChildInCase(p *Person) bool {
	switch p.RelationshipToPA.Get() {
	case RelChildBiological, RelChildAdopted, RelStepChild, RelGrandchild:
		return true
	}
	return slices.ContainsFunc(p.Parents, func(parent Parent) bool {
		of := r.PersonByID(parent.Person)
		return of != nil && of.Accompanies()
	})
}

// Partner returns the principal's husband, wife or partner among the people,
// or nil.
func (r *Referral) Partner() *Person {
	for i := range r.People {
		switch r.People[i].RelationshipToPA.Get() {
		case RelSpouse, RelCommonLaw, RelConjugal:
			return &r.People[i]
		}
	}
	return nil
}

// PrimaryName returns the name that stands for the person: the one marked
// primary, else the first in Latin script, else the first; nil without names.
func (p *Person) PrimaryName() *Name {
	return p.nameWhere(func(Name) bool { return true })
}

// ShownName returns the person's name for lists: given part before family
// part, written as words; the pseudonym where every name is sensitive or none
// is given.
func (p *Person) ShownName() string {
	name := p.nameWhere(func(n Name) bool { return !n.IsSensitive })
	if name == nil {
		return p.Pseudonym
	}
	if name.GivenPart != "" && name.FamilyPart != "" {
		return spoken(name.GivenPart + " " + name.FamilyPart)
	}
	return spoken(name.Full)
}

// FirstName returns how the person is spoken of in one word or few: the given
// part, else the whole name, else the pseudonym.
func (p *Person) FirstName() string {
	name := p.nameWhere(func(n Name) bool { return !n.IsSensitive })
	if name == nil {
		return p.Pseudonym
	}
	if name.GivenPart != "" {
		return spoken(name.GivenPart)
	}
	return spoken(name.Full)
}

// NativeName returns the first name in another script that is not sensitive,
// or nothing.
func (p *Person) NativeName() string {
	for _, name := range p.Names {
		if !name.IsSensitive && name.Script != "" && name.Script != "Latn" {
			return name.Full
		}
	}
	return ""
}

func (p *Person) nameWhere(fits func(Name) bool) *Name {
	var best *Name
	rank := -1
	for i := range p.Names {
		name := &p.Names[i]
		if !fits(*name) || (name.Full == "" && name.GivenPart == "") {
			continue
		}
		if r := name.rank(); r > rank {
			best, rank = name, r
		}
	}
	return best
}

func (n *Name) rank() int {
	switch {
	case n.IsPrimary:
		return 2
	case n.Script == "Latn":
		return 1
	}
	return 0
}

func (p *Person) dead() bool { return p.PersonState.Get() == Deceased }

// spoken writes a name that a passport has in capitals as people write it. It
// is for the screen only; the record keeps what was typed.
func spoken(name string) string {
	words := strings.Fields(name)
	for i, word := range words {
		if strings.ToUpper(word) != word {
			continue
		}
		runes := []rune(strings.ToLower(word))
		runes[0] = unicode.ToUpper(runes[0])
		words[i] = string(runes)
	}
	return strings.Join(words, " ")
}
