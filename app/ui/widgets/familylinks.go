package widgets

import (
	"cmp"
	"slices"
)

// Measures of lines.
const (
	laneStep   float32 = 12
	laneFirst  float32 = 10 // from a row to the first lane of couples under it
	laneApart  float32 = 8  // between lines in one lane
	belowOne   float32 = 36 // under a row whose lines lead to one child each
	belowMany  float32 = 52
	dropOne    float32 = 18
	dropMany   float32 = 26
	markBeside float32 = 120 // from this length on the mark stands beside the drop
	markOff    float32 = 36
)

// familyLinks are the lines of a picture while they are planned, and then drawn.
type familyLinks struct {
	couples  []coupleLink
	descents []descentLink
	lines    []familyLine
	marks    []familyMark
}

// familyLine is level or upright.
type familyLine struct{ x0, y0, x1, y1 float32 }

// familyMark is the two rings of a couple.
type familyMark struct {
	x, y  float32
	ended bool
}

// coupleLink joins two: directly along their row, or by a lane under it where
// somebody stands between them.
type coupleLink struct {
	FamilyCouple
	direct bool
	row    int // whose lane it takes
	lane   int
	x0, x1 float32 // of the lane
}

// descentLink leads to those children of a descent who stand in one row.
type descentLink struct {
	parents  []string
	children []string
	row      int  // above the room in which the bus runs
	above    bool // the bus runs over the children
	lane     int
	x0, x1   float32
}

// planLinks finds the way of each line and how much room the rows need between
// them. The rows of plan are counted in; their heights come after.
func planLinks(v FamilyView, plan familyPlan) familyLinks {
	row := map[string]int{}
	for _, n := range v.Nodes {
		row[n.ID] = n.Row
	}
	l := familyLinks{}
	for _, c := range v.Couples {
		l.couples = append(l.couples, planCouple(v, plan, row, c))
	}
	for _, d := range v.Descents {
		l.descents = append(l.descents, planDescents(plan, row, d, l.couples)...)
	}
	for i := range plan.rows {
		l.planRow(i, &plan.rows[i])
	}
	return l
}

func planCouple(v FamilyView, plan familyPlan, row map[string]int, c FamilyCouple) coupleLink {
	if plan.nodes[c.B].x < plan.nodes[c.A].x {
		c.A, c.B = c.B, c.A
	}
	a, b := plan.nodes[c.A], plan.nodes[c.B]
	link := coupleLink{FamilyCouple: c, row: min(row[c.A], row[c.B])}
	link.direct = row[c.A] == row[c.B] && !slices.ContainsFunc(v.Nodes, func(n FamilyNode) bool {
		x := plan.nodes[n.ID].x
		return n.Row == row[c.A] && x > a.x && x < b.x
	})
	link.x0, link.x1 = a.midX()+a.w/4, b.midX()-b.w/4
	return link
}

func planDescents(plan familyPlan, row map[string]int, d FamilyDescent, couples []coupleLink) []descentLink {
	parent, from := row[d.Parents[0]], plan.nodes[d.Parents[0]].midX()
	if i := coupleIn(couples, d.Parents); i >= 0 {
		parent, from = couples[i].row, couples[i].middle(plan)
	}
	var all []descentLink
	for _, child := range d.Children {
		r := row[child]
		i := slices.IndexFunc(all, func(l descentLink) bool { return row[l.children[0]] == r })
		if i < 0 {
			i = len(all)
			link := descentLink{parents: d.Parents, row: r - 1, above: r > parent, x0: from, x1: from}
			if !link.above {
				link.row = r
			}
			all = append(all, link)
		}
		x := plan.nodes[child].midX()
		all[i].children = append(all[i].children, child)
		all[i].x0, all[i].x1 = min(all[i].x0, x), max(all[i].x1, x)
	}
	return all
}

// coupleIn finds the couple of two parents, -1 for one parent.
func coupleIn(couples []coupleLink, parents []string) int {
	return slices.IndexFunc(couples, func(c coupleLink) bool {
		return len(parents) == 2 && slices.Contains(parents, c.A) && slices.Contains(parents, c.B)
	})
}

// middle is where the line to the children of a couple begins.
func (c coupleLink) middle(plan familyPlan) float32 {
	if c.direct {
		a, b := plan.nodes[c.A], plan.nodes[c.B]
		return (a.x + a.w + b.x) / 2
	}
	return (c.x0 + c.x1) / 2
}

// planRow shares out the lanes under one row.
func (l *familyLinks) planRow(row int, band *familyBand) {
	var under, bus []*lane
	band.below, band.drop = belowOne, dropOne
	for i := range l.couples {
		if c := &l.couples[i]; !c.direct && c.row == row {
			under = append(under, &lane{min(c.x0, c.x1), max(c.x0, c.x1), &c.lane})
		}
	}
	for i := range l.descents {
		if d := &l.descents[i]; d.row == row {
			bus = append(bus, &lane{d.x0, d.x1, &d.lane})
			if len(d.children) > 1 || len(bus) > 1 {
				band.below, band.drop = belowMany, dropMany
			}
		}
	}
	band.over, band.under = shareLanes(under), shareLanes(bus)
	band.below += laneStep * float32(band.over+max(band.under-1, 0))
}

// lane is a stretch that takes a lane of its own where it would lie on others.
type lane struct {
	from, to float32
	at       *int
}

// shareLanes gives each stretch the first lane that is free there, and returns
// how many lanes there are.
func shareLanes(all []*lane) int {
	slices.SortStableFunc(all, func(a, b *lane) int { return cmp.Compare(a.from, b.from) })
	var ends []float32
	for _, s := range all {
		i := slices.IndexFunc(ends, func(end float32) bool { return end+laneApart < s.from })
		if i < 0 {
			i = len(ends)
			ends = append(ends, 0)
		}
		ends[i], *s.at = s.to, i
	}
	return len(ends)
}
