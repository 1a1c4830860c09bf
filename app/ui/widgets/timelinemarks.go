package widgets

import (
	"cmp"
	"slices"

	"harbour/app/ui/look"
)

// laneMarks is a lane as it is laid out for a width of a day.
type laneMarks struct {
	marks  []timelineMark
	stops  []timelineStop // from the earliest on
	rows   int
	top    float32
	height float32
}

// timelineStop is where the keyboard can stand: a mark, or a gap.
type timelineStop struct {
	mark, gap int // -1 for the other
	from, to  int
}

// timelineMark is where an item stands, in units from the first day.
type timelineMark struct {
	item        *TimelineItem
	row         int
	from, to    float32 // what is drawn of its time
	left, right float32 // with its words
	words       float32 // where they begin
	wordsWide   float32
	inside      bool
}

// arrange places all marks for the width that a day now has.
func (t *Timeline) arrange() {
	t.lanes = make([]laneMarks, len(t.data.Lanes))
	top := float32(0)
	for i := range t.data.Lanes {
		l := &t.lanes[i]
		items := t.data.Lanes[i].Items
		l.marks = make([]timelineMark, len(items))
		for j := range items {
			l.marks[j] = t.mark(&items[j])
		}
		l.rows = max(1, stackMarks(l.marks))
		l.top = top
		l.height = float32(l.rows)*(t.bar()+timelinePad) + timelinePad
		if i == 0 && len(t.data.Gaps) > 0 {
			l.height += timelineTag
		}
		top += l.height
		l.stops = t.stopsOf(i)
	}
	t.at = t.tidy(t.at)
	t.hover = nil
}

// mark measures one item.
func (t *Timeline) mark(item *TimelineItem) timelineMark {
	m := timelineMark{item: item, from: t.unit(item.From), to: t.unit(item.To + 1)}
	switch {
	case item.Shape == TimelineBar:
		m.to = max(m.to, m.from+timelineShort)
	case item.From == item.To:
		middle := (m.from + m.to) / 2
		m.from, m.to = middle-timelineDot/2, middle+timelineDot/2
	default:
		middle, half := (m.from+m.to)/2, max(m.to-m.from, timelinePill)/2
		m.from, m.to = middle-half, middle+half
	}
	m.left, m.right = m.from, m.to
	wide := measureSmall(item.Words)
	// Half of the words are enough inside a bar: the rest shows on hover.
	if item.Shape == TimelineBar && m.to-m.from >= min(wide, timelineWords)/2+2*look.Gap8 {
		m.inside = true
		return m
	}
	m.wordsWide = min(wide+1, timelineWords)
	m.setWords(m.to + timelineShort)
	if end := t.unit(t.data.Last+1) + t.days()*timelineAfter*t.perDay(); m.right > end && m.before() >= 0 {
		m.setWords(m.before())
	}
	return m
}

// before is where the words begin when they stand before the mark.
func (m *timelineMark) before() float32 { return m.from - timelineShort - m.wordsWide }

func (m *timelineMark) setWords(at float32) {
	m.words = at
	m.left, m.right = min(m.from, at), max(m.to, at+m.wordsWide)
}

// measureSmall is how wide words stand in the small step; semibold, so that
// those of the chosen item have room.
func measureSmall(words string) float32 {
	return NewText(look.Small, words).Bold().measure(words)
}

// stackMarks gives each mark the first row in which it covers no other, and
// returns how many rows there are. In a row of its own below the first the
// words stand before the mark where they can: that leaves the row to what
// comes after.
func stackMarks(marks []timelineMark) (rows int) {
	order := make([]int, len(marks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(marks[a].left, marks[b].left) })
	var ends []float32
	for _, i := range order {
		m := &marks[i]
		m.row = slices.IndexFunc(ends, func(end float32) bool { return end <= m.left })
		if m.row < 0 {
			m.row, ends = len(ends), append(ends, 0)
			if m.row > 0 && !m.inside && m.before() >= 0 {
				m.setWords(m.before())
			}
		}
		ends[m.row] = m.right
		if !m.inside {
			ends[m.row] += look.Gap8 // words must not run into the next mark
		}
	}
	return len(ends)
}

func (t *Timeline) stopsOf(lane int) []timelineStop {
	var all []timelineStop
	for j, m := range t.lanes[lane].marks {
		all = append(all, timelineStop{j, -1, m.item.From, m.item.To})
	}
	if lane == 0 {
		for j, g := range t.data.Gaps {
			all = append(all, timelineStop{-1, j, g.From, g.To})
		}
	}
	slices.SortStableFunc(all, func(a, b timelineStop) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	return all
}

// span is what a stop takes, in units, and its row.
func (t *Timeline) span(lane int, s timelineStop) (from, to float32, row int) {
	if s.gap >= 0 {
		g := t.data.Gaps[s.gap]
		from, to = t.unit(g.From), t.unit(g.To+1)
		return from, max(to, from+timelineGapLeast), 0
	}
	m := t.lanes[lane].marks[s.mark]
	return m.from, m.to, m.row
}

// rowTop is where a row begins, below the head and before scrolling.
func (t *Timeline) rowTop(lane, row int) float32 {
	return t.lanes[lane].top + timelinePad + float32(row)*(t.bar()+timelinePad)
}
