package present

import (
	"math"
	"slices"

	"harbour/app/referral"
)

// walk sets where the arrow keys lead: along the row, and along a line to the
// next row where there is one. Nobody is out of reach.
func (f *Family) walk(k *kin) {
	starts := f.starts()
	rows := make([][]int, f.Rows)
	for at, p := range f.People {
		rows[p.Row] = append(rows[p.Row], at)
	}
	for row, people := range rows {
		for n, at := range people {
			p := &f.People[at]
			if n > 0 {
				p.Before = f.People[people[n-1]].ID
			}
			if n+1 < len(people) {
				p.After = f.People[people[n+1]].ID
			}
			i := k.index[referral.ID(p.ID)]
			if row > 0 {
				p.Up = f.nearest(starts, *p, rows[row-1], k.ids(k.born[i]))
			}
			if row+1 < f.Rows {
				p.Down = f.nearest(starts, *p, rows[row+1], k.ids(k.children[i]))
			}
		}
	}
}

// starts are where the places begin, one after the other.
func (f *Family) starts() []float32 {
	starts, x := make([]float32, len(f.Places)), float32(0)
	for i, p := range f.Places {
		starts[i] = x
		x += p.Width
	}
	return starts
}

// nearest is whoever of a row stands nearest to p: of those who are linked, if
// any is there.
func (f *Family) nearest(starts []float32, p FamilyPerson, row []int, linked []string) string {
	best, least, isLinked := "", math.Inf(1), false
	for _, at := range row {
		q := f.People[at]
		link := slices.Contains(linked, q.ID)
		way := math.Abs(float64(starts[p.Place] + p.X - starts[q.Place] - q.X))
		if link && !isLinked || link == isLinked && way < least {
			best, least, isLinked = q.ID, way, link
		}
	}
	return best
}

func (k *kin) ids(some []int) []string {
	all := make([]string, len(some))
	for n, i := range some {
		all[n] = k.id(i)
	}
	return all
}
