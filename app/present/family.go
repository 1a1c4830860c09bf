package present

import (
	"time"

	"harbour/app/referral"
)

// Family is the drawn family of a referral: places side by side, generations
// under each other. It holds everybody once.
type Family struct {
	Places   []FamilyPlace
	People   []FamilyPerson // row by row, along each row
	Couples  []FamilyCouple
	Descents []FamilyDescent
	Rows     int
}

// FamilyPlace is one column: where some of them are now.
type FamilyPlace struct {
	Country string // code, empty where nobody knows it
	City    string
	Name    string // the town, else the country in words; empty: not known
	Detail  string // the country, where Name is the town
	People  int
	Width   float32 // room for its nodes, each 1 wide with the gap after it
}

// FamilyPerson is one node.
type FamilyPerson struct {
	ID         string
	Name       string // in one word or few; empty: nobody said it yet
	Full       string
	Native     string
	Relation   Message
	Age        *Ages
	About      bool // the age is an estimate
	State      FamilyState
	Membership Membership
	Place      int     // among the places
	Row        int     // from the top
	X          float32 // from the start of the place, as its width is counted

	// Where the arrow keys lead: ids, empty at an edge. Before and After are
	// the neighbours along the row, Up a parent and Down a child where one
	// stands in the next row, else whoever is nearest there.
	Up, Down, Before, After string
}

// Membership says what somebody is to the case.
type Membership string

// The memberships, as the bar of a node shows them.
const (
	InCase       Membership = "case"     // travels in this case
	Named        Membership = "named"    // declared, or in a case of their own
	RelativeOnly Membership = "relative" // neither
)

// FamilyCouple is a couple, now or before. Without a union they are no more
// than the parents of a child.
type FamilyCouple struct {
	A, B  string
	Union string // id
	Ended bool
}

// FamilyDescent leads from one parent, or from two, to their children.
type FamilyDescent struct {
	Parents  []string
	Children []string
}

// FamilyWith is what the picture needs besides the referral.
type FamilyWith struct {
	Today   time.Time
	Made    time.Time                     // when the referral was made, zero before
	Country func(referral.Code) string    // in words; nil shows the code
	Other   func(*referral.Person) string // the relation, where it is a code unknown here
}

// LayOutFamily lays the family of a referral out. It is pure, ends for any
// links, cycles too, and gives the same picture for the same referral.
func LayOutFamily(r *referral.Referral, with FamilyWith) Family {
	k := newKin(r)
	places := placesOf(k, with)
	at := places.arrange(k)
	f := Family{Places: places.list, Couples: k.drawnCouples(), Descents: k.drawnDescents(), Rows: k.rows}
	for _, row := range at.rows {
		for _, i := range row {
			p := familyPerson(r, k.people[i], with)
			p.Place, p.Row, p.X = places.of[i], k.row[i], at.x[i]
			f.People = append(f.People, p)
			f.Places[p.Place].People++
		}
	}
	for i := range f.Places {
		f.Places[i].Width = at.width[i]
	}
	f.walk(k)
	return f
}

// Family returns the picture of the family as it now is.
func (e *Editor) Family() Family {
	return LayOutFamily(&e.c.Referral, FamilyWith{
		Today: e.now(), Made: e.c.Progress.ReferralMadeAt,
		Country: func(c referral.Code) string { return e.label("country", c) },
		Other:   func(p *referral.Person) string { return e.label("relationship", p.RelationshipToPA.Get()) },
	})
}
