package referral

import (
	"reflect"
	"slices"
	"time"
)

// Leave says how much of a section leaves.
type Leave string

// How much leaves.
const (
	LeavesAll  Leave = "all"
	LeavesPart Leave = "part"
	LeavesNone Leave = "stays"
)

// Leaving is what a screen says of one section: Count of Of items leave, why
// the others do not, and whose they are by first name.
type Leaving struct {
	Section Section
	Leave   Leave
	Count   int
	Of      int
	Why     []Code
	People  []string
}

// Leaves says for each section that holds anything what of it would leave to a
// recipient of that role, in the order of Sections.
func Leaves(c *Case, role Code, today time.Time) []Leaving {
	tally := tally{stays: Stays(c, role, today), bySection: map[Section]*Leaving{}}
	if c.Referral != nil {
		tally.referral(c.Referral)
	}
	tally.compartment(SectionSafeContact, "safe_contacts", len(c.SafeContacts))
	tally.compartment(SectionScreening, "screening", len(c.Screening))
	tally.compartment(SectionApart, "apart", len(c.Apart))

	var all []Leaving
	for _, section := range Sections() {
		if l := tally.bySection[section]; l != nil {
			l.Leave = l.leave()
			all = append(all, *l)
		}
	}
	return all
}

func (l Leaving) leave() Leave {
	switch {
	case l.Count == 0:
		return LeavesNone
	case l.Count < l.Of || len(l.Why) > 0:
		return LeavesPart
	}
	return LeavesAll
}

// tally counts items: elements of the lists, and single fields that hold
// something.
type tally struct {
	stays     []Stay
	bySection map[Section]*Leaving
}

func (t *tally) referral(r *Referral) {
	v := reflect.ValueOf(r).Elem()
	for i := range v.NumField() {
		name, field := MemberName(v.Type().Field(i)), v.Field(i)
		switch {
		case name == "" || name == "case_code" || name == "remarks" || field.IsZero():
		case listOf(field).IsValid():
			t.list(r, name, listOf(field))
		case field.Kind() == reflect.Struct && !isAnswer(field.Type()):
			for j := range field.NumField() {
				if inner := MemberName(field.Type().Field(j)); inner != "" && !field.Field(j).IsZero() {
					t.item(join(name, inner), nil)
				}
			}
		default:
			t.item(name, nil)
		}
	}
}

func (t *tally) list(r *Referral, name string, list reflect.Value) {
	for i := range list.Len() {
		path := join(name, elementKey(list.Index(i)))
		switch element := list.Index(i).Interface().(type) {
		case Person:
			t.item(path, &element)
		case Owned:
			t.item(path, r.PersonByID(element.Owner()))
		default:
			t.item(path, nil)
		}
	}
}

func (t *tally) compartment(section Section, path string, n int) {
	for range n {
		t.count(section, path, nil)
	}
}

func (t *tally) item(path string, p *Person) { t.count(SectionOf(path), path, p) }

// count takes one item in: it leaves unless it stays whole.
func (t *tally) count(section Section, path string, p *Person) {
	l := t.bySection[section]
	if l == nil {
		l = &Leaving{Section: section}
		t.bySection[section] = l
	}
	l.Of++
	leaves, touched := true, false
	for _, s := range t.stays {
		whole := Within(path, s.Path)
		if !whole && (!Within(s.Path, path) || SectionOf(s.Path) != section) {
			continue
		}
		touched = true
		leaves = leaves && !whole
		if !slices.Contains(l.Why, s.Why) {
			l.Why = append(l.Why, s.Why)
		}
	}
	if leaves {
		l.Count++
	}
	if name := firstName(p); touched && name != "" && !slices.Contains(l.People, name) {
		l.People = append(l.People, name)
	}
}

func firstName(p *Person) string {
	if p == nil {
		return ""
	}
	return p.FirstName()
}
