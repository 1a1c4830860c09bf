package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"harbour/app/ui/look"
)

var (
	_ fyne.Scrollable = (*Timeline)(nil)
	_ fyne.Draggable  = (*Timeline)(nil)
)

// timelineReach is how far beside a mark the pointer still catches it.
const timelineReach float32 = 8

// Tapped implements fyne.Tappable: it opens an item, fills a gap, and marks an
// empty place, which a second press fills.
func (t *Timeline) Tapped(e *fyne.PointEvent) {
	t.takeFocus()
	p, ok := t.under(e.Position)
	if !ok {
		return
	}
	again := p.stop < 0 && t.at.stop < 0 && p.lane == t.at.lane && t.near(p.day)
	if t.at = p; again || p.stop >= 0 {
		t.Refresh()
		t.enter()
		return
	}
	t.Refresh()
}

// near reports whether a day is on the mark of the empty place.
func (t *Timeline) near(day int) bool {
	return max(day-t.at.day, t.at.day-day) <= int(timelineBar/2/t.perDay())
}

// under is the place at a point; ok is false beside the lanes.
func (t *Timeline) under(at fyne.Position) (p timelinePlace, ok bool) {
	x := at.X
	if look.Current().Mirrored() {
		x = t.Size().Width - x
	}
	x, y := x-t.label()+t.offset(), at.Y-t.head()+t.down
	if x < t.offset() || at.Y < t.head() || at.Y > t.head()+t.room() {
		return p, false
	}
	for i := range t.lanes {
		if l := &t.lanes[i]; y >= l.top && y < l.top+l.height {
			day := t.within(t.data.First + int(x/t.perDay()))
			return timelinePlace{i, t.stopUnder(i, x, y), day}, true
		}
	}
	return p, false
}

// stopUnder is the stop at a point of a lane, -1 for none. Words catch the
// pointer like what they name.
func (t *Timeline) stopUnder(lane int, x, y float32) int {
	row := min(int((y-t.lanes[lane].top-timelinePad/2)/(t.bar()+timelinePad)), t.lanes[lane].rows-1)
	found := -1
	for i, s := range t.lanes[lane].stops {
		from, to, _ := t.span(lane, s)
		if s.mark >= 0 {
			m := t.lanes[lane].marks[s.mark]
			if m.row != row {
				continue
			}
			if x >= m.left && x <= m.right {
				return i
			}
		}
		if x >= from-timelineReach && x <= to+timelineReach {
			found = i
		}
	}
	return found
}

// MouseMoved implements desktop.Hoverable.
func (t *Timeline) MouseMoved(e *desktop.MouseEvent) {
	var now *timelinePlace
	if p, ok := t.under(e.Position); ok && p.stop >= 0 {
		now = &p
	}
	if (now == nil) == (t.hover == nil) && (now == nil || now.lane == t.hover.lane && now.stop == t.hover.stop) {
		return
	}
	t.hover = now
	t.Refresh()
}

// MouseOut implements desktop.Hoverable.
func (t *Timeline) MouseOut() {
	t.hover = nil
	t.control.MouseOut()
}

// Dragged implements fyne.Draggable: the picture follows the pointer.
func (t *Timeline) Dragged(e *fyne.DragEvent) {
	t.pan(-e.Dragged.DX, -e.Dragged.DY)
}

// DragEnd implements fyne.Draggable.
func (t *Timeline) DragEnd() {}

// Scrolled implements fyne.Scrollable. What the lanes do not use is for the
// page around.
func (t *Timeline) Scrolled(e *fyne.ScrollEvent) {
	before := t.down
	t.pan(-e.Scrolled.DX, -e.Scrolled.DY)
	if t.down != before || e.Scrolled.DY == 0 {
		return
	}
	if on := canvasOf(t); on != nil {
		for _, s := range scrollsIn(on.Content(), nil) {
			if s.holds(t) {
				s.Scrolled(&fyne.ScrollEvent{PointEvent: e.PointEvent, Scrolled: fyne.NewDelta(0, e.Scrolled.DY)})
			}
		}
	}
}

func (t *Timeline) pan(x, y float32) {
	if look.Current().Mirrored() {
		x = -x
	}
	t.start += x / t.perDay()
	t.down += y
	t.clamp()
	t.Refresh()
}
