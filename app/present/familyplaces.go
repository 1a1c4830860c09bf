package present

import (
	"math"
	"slices"
	"strings"

	"harbour/app/referral"
)

// Distances along a row, in nodes with the gap after each.
const (
	apart  float32 = 1
	couply float32 = 1.25 // between two of a couple, for the mark between them
	grain  float32 = 8    // positions are whole parts of this
)

// passes is how often the rows are set under and over each other: after the
// last a tidy family has come to rest.
const passes = 3

// familyPlaces are the columns, and in which one each person stands.
type familyPlaces struct {
	list []FamilyPlace
	of   []int
}

// placesOf makes the columns: the principal's first, then those in the same
// country, then the others as they come, and last the one of whom nobody knows
// where they are.
func placesOf(k *kin, with FamilyWith) familyPlaces {
	p := familyPlaces{of: make([]int, len(k.people))}
	keys := make([][2]string, len(k.people))
	for i, person := range k.people {
		keys[i] = [2]string{string(person.CurrentCountry.Get()), strings.ToLower(strings.TrimSpace(person.CityArea.Get()))}
	}
	var home [2]string
	if lead, ok := k.index[k.r.PrincipalPersonID]; ok {
		home = keys[lead]
	}
	order := slices.Compact(slices.Clone(keys))
	rank := func(key [2]string) int {
		switch {
		case key == [2]string{}:
			return 3
		case key == home:
			return 0
		case key[0] == home[0] && home[0] != "":
			return 1
		}
		return 2
	}
	slices.SortStableFunc(order, func(a, b [2]string) int { return rank(a) - rank(b) })
	at := map[[2]string]int{}
	for _, key := range order {
		if _, there := at[key]; there {
			continue
		}
		at[key] = len(p.list)
		p.list = append(p.list, familyPlace(k, keys, key, with))
	}
	for i, key := range keys {
		p.of[i] = at[key]
	}
	return p
}

// familyPlace names a column by whoever is there first in the list.
func familyPlace(k *kin, keys [][2]string, key [2]string, with FamilyWith) FamilyPlace {
	person := k.people[slices.Index(keys, key)]
	place := FamilyPlace{Country: key[0], City: strings.TrimSpace(person.CityArea.Get())}
	country := key[0]
	if with.Country != nil && country != "" {
		country = with.Country(referral.Code(country))
	}
	if place.Name, place.Detail = place.City, country; place.Name == "" {
		place.Name, place.Detail = country, ""
	}
	return place
}

// arranged is where everybody stands.
type arranged struct {
	rows  [][]int // the order along each row, through all places
	x     []float32
	width []float32
}

// arrange sets each row of each place: in the order of the family, couples side
// by side, parents over the middle of their children as far as nobody is in
// the way.
func (p familyPlaces) arrange(k *kin) arranged {
	a := arranged{rows: make([][]int, k.rows), x: make([]float32, len(k.people)), width: make([]float32, len(p.list))}
	cells := make([][][]int, len(p.list))
	for at := range cells {
		cells[at] = make([][]int, k.rows)
	}
	for _, i := range k.order() {
		cells[p.of[i]][k.row[i]] = append(cells[p.of[i]][k.row[i]], i)
	}
	for at, rows := range cells {
		for row, people := range rows {
			a.rows[row] = append(a.rows[row], people...)
			steps := k.steps(people)
			for n, i := range people {
				a.x[i] = steps[n]
			}
			if len(people) > 0 {
				a.width[at] = max(a.width[at], steps[len(people)-1]+apart)
			}
		}
		for range passes {
			for row := k.rows - 1; row >= 0; row-- {
				a.settle(k, rows[row], at, func(i int) (float32, bool) { return p.overChildren(k, a, i) })
			}
			for row := range rows {
				a.settle(k, rows[row], at, func(i int) (float32, bool) { return p.underParents(k, a, rows[row], i) })
			}
		}
	}
	return a
}

// steps are the nearest that people may stand along a row, from 0.
func (k *kin) steps(people []int) []float32 {
	steps := make([]float32, len(people))
	for n := 1; n < len(people); n++ {
		steps[n] = steps[n-1] + apart
		if k.coupleOf(people[n-1], people[n]) >= 0 {
			steps[n] += couply - apart
		}
	}
	return steps
}

// overChildren is where somebody would stand for the children in the same place.
func (p familyPlaces) overChildren(k *kin, a arranged, i int) (float32, bool) {
	sum, n := float32(0), float32(0)
	for _, child := range k.children[i] {
		if p.of[child] == p.of[i] && k.row[child] > k.row[i] && slices.Contains(k.born[child], i) {
			want := a.x[child]
			if other := k.otherParent(child, i); other >= 0 && p.of[other] == p.of[i] && k.row[other] == k.row[i] {
				// The couple's middle is over the child.
				want += (a.x[i] - a.x[other]) / 2
			}
			sum, n = sum+want, n+1
		}
	}
	return sum / max(n, 1), n > 0
}

// underParents is where somebody would stand for the parents in the same place,
// with room for the brothers and sisters.
func (p familyPlaces) underParents(k *kin, a arranged, row []int, i int) (float32, bool) {
	sum, n := float32(0), float32(0)
	for _, parent := range k.born[i] {
		if p.of[parent] == p.of[i] && k.row[parent] < k.row[i] {
			sum, n = sum+a.x[parent], n+1
		}
	}
	if n == 0 {
		return 0, false
	}
	var with []float32
	for _, j := range row {
		if slices.Equal(k.born[j], k.born[i]) {
			with = append(with, a.x[j])
		}
	}
	mid := (with[0] + with[len(with)-1]) / 2
	return sum/n + a.x[i] - mid, true
}

// otherParent is the second of the two from whom the line to a child comes, -1
// for none.
func (k *kin) otherParent(child, one int) int {
	pair, ok := k.pairOf(child)
	switch {
	case ok && pair[0] == one:
		return pair[1]
	case ok && pair[1] == one:
		return pair[0]
	}
	return -1
}

// settle moves the people of one row of a place as near as they can come to
// where they would stand, in their order and with the distances kept: the
// nearest is found by joining neighbours that push each other.
func (a arranged) settle(k *kin, people []int, place int, want func(int) (float32, bool)) {
	if len(people) == 0 {
		return
	}
	steps := k.steps(people)
	type block struct{ sum, n float32 }
	var blocks []block
	for n, i := range people {
		at, ok := want(i)
		if !ok {
			at = a.x[i]
		}
		b := block{at - steps[n], 1}
		for len(blocks) > 0 && blocks[len(blocks)-1].sum/blocks[len(blocks)-1].n > b.sum/b.n {
			last := blocks[len(blocks)-1]
			blocks = blocks[:len(blocks)-1]
			b = block{last.sum + b.sum, last.n + b.n}
		}
		blocks = append(blocks, b)
	}
	room := a.width[place] - apart - steps[len(people)-1]
	n := 0
	for _, b := range blocks {
		at := min(max(b.sum/b.n, 0), room)
		at = float32(math.Round(float64(at*grain))) / grain
		for range int(b.n) {
			a.x[people[n]] = at + steps[n]
			n++
		}
	}
}
