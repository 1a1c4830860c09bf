package widgets

// draw turns the ways into lines once the rows have their heights.
func (l *familyLinks) draw(plan familyPlan) {
	for _, c := range l.couples {
		l.drawCouple(c, plan)
	}
	for _, d := range l.descents {
		l.drawDescent(d, plan)
	}
}

func (l *familyLinks) drawCouple(c coupleLink, plan familyPlan) {
	a, b := plan.nodes[c.A], plan.nodes[c.B]
	if c.direct {
		from, to := a.x+a.w, b.x
		l.add(from, a.midY(), to, a.midY())
		x := (from + to) / 2
		if to-from >= markBeside {
			x -= markOff
		}
		l.mark(c, x, a.midY())
		return
	}
	y := plan.rows[c.row].top + plan.rows[c.row].height + laneFirst + float32(c.lane)*laneStep
	l.add(c.x0, y, c.x1, y)
	l.upright(c.x0, a, y)
	l.upright(c.x1, b, y)
	l.mark(c, (c.x0+c.x1)/2, y)
}

// upright joins a node to a lane under or over it.
func (l *familyLinks) upright(x float32, node familyBox, y float32) {
	if y < node.y {
		l.add(x, y, x, node.y)
		return
	}
	l.add(x, node.y+node.h, x, y)
}

func (l *familyLinks) drawDescent(d descentLink, plan familyPlan) {
	x, y := plan.nodes[d.parents[0]].midX(), plan.nodes[d.parents[0]].y+plan.nodes[d.parents[0]].h
	if i := coupleIn(l.couples, d.parents); i >= 0 {
		c := l.couples[i]
		x, y = c.middle(plan), plan.nodes[c.A].midY()
		if !c.direct {
			band := plan.rows[c.row]
			y = band.top + band.height + laneFirst + float32(c.lane)*laneStep
		}
	}
	bus := d.busAt(plan)
	l.add(x, y, x, bus)
	if d.x1 > d.x0 {
		l.add(d.x0, bus, d.x1, bus)
	}
	for _, child := range d.children {
		l.upright(plan.nodes[child].midX(), plan.nodes[child], bus)
	}
}

func (d descentLink) busAt(plan familyPlan) float32 {
	band := plan.rows[d.row]
	return band.top + band.height + band.below - band.drop - float32(d.lane)*laneStep
}

func (l *familyLinks) add(x0, y0, x1, y1 float32) {
	l.lines = append(l.lines, familyLine{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)})
}

func (l *familyLinks) mark(c coupleLink, x, y float32) {
	if c.Marked {
		l.marks = append(l.marks, familyMark{x, y, c.Ended})
	}
}
