package present

import (
	"cmp"
	"slices"
	"time"

	"harbour/app/referral"
)

// kin is who belongs to whom, by place in the list of people: each id once, and
// no link that leads nowhere or back to oneself.
type kin struct {
	r        *referral.Referral
	people   []*referral.Person
	index    map[referral.ID]int
	parents  [][]int
	children [][]int
	born     [][]int // those of the parents from whom the descent is drawn
	couples  []couple
	partners [][]int // by their couples
	row      []int
	rows     int
}

type couple struct {
	a, b  int
	union referral.ID
	ended bool
}

// unplaced is the row of somebody whose generation nobody knows yet.
const unplaced = 1 << 30

func newKin(r *referral.Referral) *kin {
	k := &kin{r: r, index: map[referral.ID]int{}}
	for i := range r.People {
		p := &r.People[i]
		if _, there := k.index[p.ID]; !there {
			k.index[p.ID] = len(k.people)
			k.people = append(k.people, p)
		}
	}
	n := len(k.people)
	k.parents, k.children, k.born = make([][]int, n), make([][]int, n), make([][]int, n)
	k.partners, k.row = make([][]int, n), make([]int, n)
	k.linkParents()
	k.linkCouples()
	k.setRows()
	return k
}

func (k *kin) linkParents() {
	for i, p := range k.people {
		var others []int
		for _, link := range p.Parents {
			at, ok := k.index[link.Person]
			if !ok || at == i || slices.Contains(k.parents[i], at) {
				continue
			}
			k.parents[i] = append(k.parents[i], at)
			k.children[at] = append(k.children[at], i)
			if link.Kind == referral.ParentBiological || link.Kind == referral.ParentAdopted || link.Kind == "" {
				k.born[i] = append(k.born[i], at)
			} else {
				others = append(others, at)
			}
		}
		// A line from a step-parent beside those from the parents would say
		// that the child is theirs; without parents it is all that is known.
		if len(k.born[i]) == 0 {
			k.born[i] = others
		}
	}
	for i := range k.children {
		slices.SortStableFunc(k.children[i], k.older)
	}
}

// older orders by the earliest day of birth, those without one last.
func (k *kin) older(a, b int) int {
	x, y := k.birth(a), k.birth(b)
	switch {
	case x.IsZero() && y.IsZero():
		return cmp.Compare(a, b)
	case x.IsZero():
		return 1
	case y.IsZero():
		return -1
	}
	return cmp.Or(x.Compare(y), cmp.Compare(a, b))
}

func (k *kin) birth(i int) time.Time {
	early, late, _ := k.people[i].BirthDate.Get().Range()
	if early.IsZero() {
		return late
	}
	return early
}

// linkCouples takes each pair once: one that goes on is no former one.
func (k *kin) linkCouples() {
	for _, u := range k.r.Unions {
		a, okA := k.index[u.A]
		b, okB := k.index[u.B]
		if !okA || !okB || a == b {
			continue
		}
		ended := unionEnded(u)
		if at := k.coupleOf(a, b); at >= 0 {
			if c := &k.couples[at]; c.ended && !ended {
				c.union, c.ended = u.ID, false
			}
			continue
		}
		k.couples = append(k.couples, couple{a, b, u.ID, ended})
		k.partners[a], k.partners[b] = append(k.partners[a], b), append(k.partners[b], a)
	}
}

func unionEnded(u referral.Union) bool {
	switch u.Kind {
	case "separated", "divorced", "annulled", "widowed":
		return true
	}
	return u.To.Given()
}

func (k *kin) coupleOf(a, b int) int {
	return slices.IndexFunc(k.couples, func(c couple) bool { return c.a == a && c.b == b || c.a == b && c.b == a })
}

func (k *kin) ended(a, b int) bool {
	at := k.coupleOf(a, b)
	return at >= 0 && k.couples[at].ended
}

// setRows gives everybody a generation: from the principal along the links,
// then from what was said of the relation; whoever has neither stands in a row
// of their own at the foot. The first row that is found holds, so that no
// contradiction turns in a circle.
func (k *kin) setRows() {
	for i := range k.row {
		k.row[i] = unplaced
	}
	if lead, ok := k.index[k.r.PrincipalPersonID]; ok {
		k.spread(lead, 0)
	}
	for i, p := range k.people {
		if row, ok := generations[p.RelationshipToPA.Get()]; ok && k.row[i] == unplaced {
			k.spread(i, row)
		}
	}
	for i := range k.people {
		if k.row[i] == unplaced && len(k.parents[i])+len(k.children[i])+len(k.partners[i]) > 0 {
			k.spread(i, 0)
		}
	}
	k.closeRows()
}

// generations are the rows of relations, counted from the principal's.
var generations = map[referral.Code]int{
	referral.RelSelf: 0, referral.RelSpouse: 0, referral.RelCommonLaw: 0, referral.RelConjugal: 0,
	referral.RelFormerSpouse: 0, relSibling: 0, relInLaw: 0,
	referral.RelChildBiological: 1, referral.RelChildAdopted: 1, referral.RelStepChild: 1, relWard: 1, relNiece: 1,
	referral.RelGrandchild: 2, relParent: -1, relAunt: -1, relGrandparent: -2,
}

func (k *kin) spread(from, row int) {
	k.row[from] = row
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		i := queue[0]
		reach := func(others []int, row int) {
			for _, j := range others {
				if k.row[j] == unplaced {
					k.row[j] = row
					queue = append(queue, j)
				}
			}
		}
		reach(k.partners[i], k.row[i])
		reach(k.parents[i], k.row[i]-1)
		reach(k.children[i], k.row[i]+1)
	}
}

// closeRows counts the rows from 0 and leaves none empty; the unplaced are last.
func (k *kin) closeRows() {
	used := slices.Clone(k.row)
	slices.Sort(used)
	used = slices.Compact(used)
	for i, row := range k.row {
		k.row[i], _ = slices.BinarySearch(used, row)
	}
	k.rows = len(used)
}

// drawnCouples are the couples, and the parents of a child who are none.
func (k *kin) drawnCouples() []FamilyCouple {
	var all []FamilyCouple
	for _, c := range k.couples {
		all = append(all, FamilyCouple{k.id(c.a), k.id(c.b), string(c.union), c.ended})
	}
	seen := map[[2]int]bool{}
	for i := range k.people {
		if pair, ok := k.pairOf(i); ok && k.coupleOf(pair[0], pair[1]) < 0 && !seen[pair] {
			seen[pair] = true
			all = append(all, FamilyCouple{A: k.id(pair[0]), B: k.id(pair[1])})
		}
	}
	return all
}

// pairOf are the two parents from whom the line to somebody comes.
func (k *kin) pairOf(i int) (pair [2]int, ok bool) {
	if len(k.born[i]) < 2 {
		return pair, false
	}
	a, b := k.born[i][0], k.born[i][1]
	return [2]int{min(a, b), max(a, b)}, true
}

// drawnDescents gathers the children of the same parents. Parents beyond two
// have a line of their own each.
func (k *kin) drawnDescents() []FamilyDescent {
	var all []FamilyDescent
	at := map[[2]int]int{}
	add := func(parents [2]int, child int) {
		i, ok := at[parents]
		if !ok {
			i = len(all)
			at[parents] = i
			d := FamilyDescent{Parents: []string{k.id(parents[0])}}
			if parents[1] >= 0 {
				d.Parents = append(d.Parents, k.id(parents[1]))
			}
			all = append(all, d)
		}
		all[i].Children = append(all[i].Children, k.id(child))
	}
	for i := range k.people {
		rest := k.born[i]
		if pair, ok := k.pairOf(i); ok {
			add(pair, i)
			rest = rest[2:]
		}
		for _, parent := range rest {
			add([2]int{parent, -1}, i)
		}
	}
	return all
}

func (k *kin) id(i int) string { return string(k.people[i].ID) }
