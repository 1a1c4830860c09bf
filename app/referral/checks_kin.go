package referral

import (
	"time"
)

// Kinds of parents that code branches on.
const (
	ParentBiological Code = "biological"
	ParentAdopted    Code = "adopted"
)

// The markers on a paper by which mothers and fathers are known.
const (
	sexFemale Code = "female"
	sexMale   Code = "male"
)

// twins is how far apart, in days, two of one birth may be.
const twins = 3

// familyAges is V22: parents are older than their children by what nature
// allows, and children of one mother are apart by as much.
func (a audience) familyAges() []outcome {
	var all []outcome
	for i := range a.People {
		child := &a.People[i]
		if _, _, ok := child.BirthDate.Get().Range(); !ok {
			continue
		}
		for _, link := range child.Parents {
			if parent := a.PersonByID(link.Person); parent != nil && link.Kind == ParentBiological {
				all = a.parentGap(all, child, parent)
			}
		}
		for j := range i {
			all = a.siblingGap(all, child, &a.People[j])
		}
	}
	return all
}

func (a audience) parentGap(all []outcome, child, parent *Person) []outcome {
	cEarly, cLate, _ := child.BirthDate.Get().Range()
	pEarly, pLate, ok := parent.BirthDate.Get().Range()
	if !ok {
		return all
	}
	o := outcome{path: personPath(child, "birth_date"), settled: true}
	if !pEarly.IsZero() && before(cLate, pEarly.AddDate(param(a.rule, "youngest", 12), 0, 0)) {
		o.settled, o.part = false, "young"
	}
	if !pLate.IsZero() && before(pLate.AddDate(param(a.rule, "oldest", 60), 0, 0), cEarly) {
		o.settled, o.part = false, "old"
	}
	if !o.settled {
		o.args = a.namedWith(child, "parent", parent)
	}
	return append(all, o)
}

func (a audience) siblingGap(all []outcome, one, other *Person) []outcome {
	if !a.oneMother(one, other) {
		return all
	}
	early, late, _ := one.BirthDate.Get().Range()
	otherEarly, otherLate, ok := other.BirthDate.Get().Range()
	if !ok || early.IsZero() || late.IsZero() || otherEarly.IsZero() || otherLate.IsZero() {
		return all
	}
	if otherEarly.Before(early) {
		early, late, otherEarly, otherLate = otherEarly, otherLate, early, late
	}
	atLeast, atMost := otherEarly.Sub(late), otherLate.Sub(early)
	least := 30 * param(a.rule, "siblings", 7)
	o := outcome{path: personPath(one, "birth_date"), part: "siblings"}
	if o.settled = atLeast <= twins*24*time.Hour || atMost >= days(least); !o.settled {
		o.args = a.namedWith(one, "parent", other)
	}
	return append(all, o)
}

// oneMother reports whether two people surely have one mother: the parent they
// share is a woman by her papers, or they share two.
func (a audience) oneMother(one, other *Person) bool {
	shared := 0
	for _, p := range one.Parents {
		for _, q := range other.Parents {
			if p.Person != q.Person || p.Kind != ParentBiological || q.Kind != ParentBiological {
				continue
			}
			shared++
			if parent := a.PersonByID(p.Person); parent != nil && parent.SexDocument.Get() == sexFemale {
				return true
			}
		}
	}
	return shared > 1
}

// namedWith names two people.
func (a audience) namedWith(p *Person, as string, other *Person) map[string]string {
	args := a.named(p)
	args[as] = a.named(other)["name"]
	return args
}

func days(n int) time.Duration { return time.Duration(n) * 24 * time.Hour }
