package casework

import (
	"context"
	"errors"
	"slices"

	"harbour/app/match"
	"harbour/app/referral"
	"harbour/store"
)

// ErrLinked is returned for a person who has a referral of their own already.
var ErrLinked = errors.New("person has a linked case")

// linkedRelation is what the referral of a de facto dependant and that of the
// household are to each other.
const linkedRelation referral.Code = "de_facto_dependant"

// casesToOpen bounds how many cases are opened to look for one name.
const casesToOpen = 5

// KnownPerson is somebody of another referral on this desk, with what holds of
// them wherever they are asked for.
type KnownPerson struct {
	Case   referral.ID
	Code   string
	person referral.Person
}

// Name is how the person is shown in lists.
func (k KnownPerson) Name() string { return k.person.ShownName() }

// Native is the name in its own script, empty for none.
func (k KnownPerson) Native() string { return k.person.NativeName() }

// Birth is the date of birth as it was said.
func (k KnownPerson) Birth() referral.FuzzyDate { return k.person.BirthDate.Get() }

// Copy returns a new person with the names that are not sensitive, the birth
// date, the nationalities and the languages of k. It has ids of its own, and
// nothing that points into the other case.
func (k KnownPerson) Copy(newID func() referral.ID) referral.Person {
	p := referral.Person{ID: newID(), BirthDate: withoutProof(k.person.BirthDate)}
	p.Names = copyNames(k.person.Names, newID, func(n referral.Name) bool { return !n.IsSensitive })
	if d := p.BirthDate.Value; d != nil {
		own := *d
		own.DocumentID = ""
		p.BirthDate.Value = &own
	}
	p.Nationalities = copyNationalities(k.person.Nationalities, newID)
	p.Languages = copyLanguages(k.person.Languages, newID)
	return p
}

// KnownPeople returns at most limit people of other cases than not, in whose
// names every word of query begins a word. The newest case comes first.
func (d *Desk) KnownPeople(ctx context.Context, query string, not referral.ID, limit int) ([]KnownPerson, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var found []KnownPerson
	for _, s := range d.index.Search(query, casesToOpen+1) {
		if s.ID == not || len(found) >= limit {
			continue
		}
		c, err := d.load(ctx, s.ID)
		if errors.Is(err, ErrDamaged) {
			continue
		}
		if err != nil {
			return nil, err
		}
		found = append(found, peopleNamed(c, query)...)
	}
	return found[:min(len(found), limit)], nil
}

// peopleNamed are those of a case whose own names are asked for: the case may
// have been found by its place or by somebody else.
func peopleNamed(c Case, query string) []KnownPerson {
	index := match.New()
	for _, p := range c.Referral.People {
		s := referral.Summary{ID: p.ID}
		for _, n := range p.Names {
			if !n.IsSensitive {
				s.Who = append(s.Who, []string{"", n.Full})
			}
		}
		index.Put(s)
	}
	var found []KnownPerson
	hits := index.Search(query, len(c.Referral.People))
	for _, p := range c.Referral.People {
		if slices.ContainsFunc(hits, func(s referral.Summary) bool { return s.ID == p.ID }) {
			found = append(found, KnownPerson{Case: c.ID, Code: c.Referral.CaseCode, person: p})
		}
	}
	return found
}

// LinkReferral makes a referral of their own for somebody of c, with that
// person as its principal, and saves both in one transaction: each names the
// other among its linked cases. It returns c as it now stands and the new one.
// It returns ErrNotFound, ErrRole for the principal, ErrLinked, ErrConflict
// where c is not the newest, and ErrDiskFull.
func (d *Desk) LinkReferral(ctx context.Context, c Case, person referral.ID) (from, made Case, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	p := c.Referral.PersonByID(person)
	switch {
	case p == nil:
		return c, Case{}, ErrNotFound
	case person == c.Referral.PrincipalPersonID:
		return c, Case{}, ErrRole
	case slices.ContainsFunc(c.Referral.LinkedCases, func(l referral.LinkedCase) bool { return l.Person == person }):
		return c, Case{}, ErrLinked
	}
	code, err := d.drawCode()
	if err != nil {
		return c, Case{}, err
	}
	made = Case{ID: d.NewID(), Referral: d.ownReferral(code, *p, c.Referral.CaseCode)}
	head := caseHead{Summary: d.summarise(made)}
	head.Changed = d.now()
	w := &store.Write{}
	if _, err = d.writeCase(w, made, &head); err != nil {
		return c, Case{}, err
	}
	from = c
	link := referral.LinkedCase{ID: d.NewID(), CaseCode: code, Relation: linkedRelation, Person: person}
	from.Referral.LinkedCases = append(slices.Clone(c.Referral.LinkedCases), link)
	saved, err := d.save(ctx, from, w, func(item store.Item) error {
		item.Content = nil
		made.item, made.Changed = item, head.Changed
		d.putCase(&caseEntry{head: head, item: item})
		return nil
	})
	if err != nil {
		return c, Case{}, err
	}
	return saved, made, nil
}

// ownReferral is a referral of somebody's own, linked to the one with that code.
func (d *Desk) ownReferral(code string, p referral.Person, of string) referral.Referral {
	r := referral.New(code, d.NewID)
	lead := r.Principal()
	id := lead.ID
	*lead = asPrincipal(p, d.NewID)
	lead.ID = id
	r.LinkedCases = []referral.LinkedCase{{ID: d.NewID(), CaseCode: of, Relation: linkedRelation, Person: id}}
	return r
}

// asPrincipal copies what holds of a person in a case of their own, without
// what points into the old one: papers, consent, parents.
func asPrincipal(p referral.Person, newID func() referral.ID) referral.Person {
	k := KnownPerson{person: p}
	next := k.Copy(newID)
	next.Pseudonym, next.CaseRole = p.Pseudonym, referral.RolePrincipal
	next.RelationshipToPA = referral.Given(referral.RelSelf)
	next.Names = copyNames(p.Names, newID, func(referral.Name) bool { return true })
	next.PersonState, next.SexDocument = withoutProof(p.PersonState), withoutProof(p.SexDocument)
	next.GenderSelf, next.AddressAs = withoutProof(p.GenderSelf), p.AddressAs
	next.BirthCity, next.BirthCountry, next.BirthCountryNamed = p.BirthCity, withoutProof(p.BirthCountry), p.BirthCountryNamed
	next.CurrentCountry, next.CityArea, next.LocationRisk = withoutProof(p.CurrentCountry), withoutProof(p.CityArea), withoutProof(p.LocationRisk)
	next.AsylumStatus, next.MaritalStatus = withoutProof(p.AsylumStatus), withoutProof(p.MaritalStatus)
	return next
}

// withoutProof copies an answer without the documents of its own case.
func withoutProof[T any](a referral.Answer[T]) referral.Answer[T] {
	a.Evidence, a.More = nil, nil
	return a
}

func copyNames(names []referral.Name, newID func() referral.ID, fits func(referral.Name) bool) []referral.Name {
	var own []referral.Name
	for _, n := range names {
		if fits(n) {
			n.ID, n.DocumentID, n.More = newID(), "", nil
			own = append(own, n)
		}
	}
	return own
}

func copyNationalities(a referral.Answer[[]referral.Nationality], newID func() referral.ID) referral.Answer[[]referral.Nationality] {
	a = withoutProof(a)
	if a.Value == nil {
		return a
	}
	own := slices.Clone(*a.Value)
	for i := range own {
		n := &own[i]
		n.ID, n.More = newID(), nil
		n.CanReturn, n.ProtectionAvailable = withoutProof(n.CanReturn), withoutProof(n.ProtectionAvailable)
		n.PassportObtainable = withoutProof(n.PassportObtainable)
	}
	a.Value = &own
	return a
}

func copyLanguages(a referral.Answer[[]referral.Language], newID func() referral.ID) referral.Answer[[]referral.Language] {
	a = withoutProof(a)
	if a.Value == nil {
		return a
	}
	own := slices.Clone(*a.Value)
	for i := range own {
		own[i].ID, own[i].More = newID(), nil
	}
	a.Value = &own
	return a
}
