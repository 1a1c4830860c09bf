package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// walk moves the place of the keyboard.
func (t *Timeline) walk(key *fyne.KeyEvent) bool {
	if len(t.lanes) == 0 {
		return false
	}
	back, on := fyne.KeyLeft, fyne.KeyRight
	if look.Current().Mirrored() {
		back, on = on, back
	}
	switch key.Name {
	case back:
		t.step(-1)
	case on:
		t.step(1)
	case fyne.KeyUp:
		t.changeLane(-1)
	case fyne.KeyDown:
		t.changeLane(1)
	case fyne.KeyPageUp:
		t.leap(-1)
	case fyne.KeyPageDown:
		t.leap(1)
	case fyne.KeyHome:
		t.toEnd(0, t.data.First)
	case fyne.KeyEnd:
		t.toEnd(len(t.lanes[t.at.lane].stops)-1, t.data.Last)
	case fyne.KeyPlus:
		return true // the rune follows
	default:
		return false
	}
	t.reveal(t.at)
	t.Refresh()
	return true
}

// step goes to the stop before or after, or in an empty lane by a year.
func (t *Timeline) step(by int) {
	stops := t.lanes[t.at.lane].stops
	if len(stops) == 0 {
		t.leap(by)
		return
	}
	if t.at.stop >= 0 {
		t.stopAt(min(max(t.at.stop+by, 0), len(stops)-1))
		return
	}
	next := -1
	for i, s := range stops {
		if by < 0 && s.from <= t.at.day || by > 0 && s.from >= t.at.day && next < 0 {
			next = i
		}
	}
	if next >= 0 {
		t.stopAt(next)
	}
}

func (t *Timeline) stopAt(i int) {
	t.at.stop, t.at.day = i, t.within(t.lanes[t.at.lane].stops[i].from)
}

// within moves a day into what is drawn.
func (t *Timeline) within(day int) int { return min(max(day, t.data.First), t.data.Last) }

// changeLane goes to what stands nearest in time in the lane above or below.
func (t *Timeline) changeLane(by int) {
	lane := min(max(t.at.lane+by, 0), len(t.lanes)-1)
	if lane == t.at.lane {
		return
	}
	t.at.lane, t.at.stop = lane, -1
	best := 0
	for i, s := range t.lanes[lane].stops {
		// The day itself stays: two steps down and up lead back to it.
		if far := max(s.from-t.at.day, t.at.day-s.to, 0); t.at.stop < 0 || far < best {
			t.at.stop, best = i, far
		}
	}
}

// leap goes by a year, onto what there is or an empty place.
func (t *Timeline) leap(by int) {
	t.at.day = t.within(dayNumber(dateOf(t.at.day).AddDate(by, 0, 0)))
	t.at.stop = -1
	for i, s := range t.lanes[t.at.lane].stops {
		if s.from <= t.at.day && t.at.day <= s.to {
			t.at.stop = i
			return
		}
	}
}

func (t *Timeline) toEnd(stop, day int) {
	if len(t.lanes[t.at.lane].stops) == 0 {
		t.at.stop, t.at.day = -1, day
		return
	}
	t.stopAt(stop)
}

// idAt is the id of the item at a place.
func (t *Timeline) idAt(p timelinePlace) (string, bool) {
	if p.stop < 0 || p.lane >= len(t.lanes) || p.stop >= len(t.lanes[p.lane].stops) {
		return "", false
	}
	s := t.lanes[p.lane].stops[p.stop]
	if s.mark < 0 {
		return "", false
	}
	return t.lanes[p.lane].marks[s.mark].item.ID, true
}

// place moves the keyboard's place to an item.
func (t *Timeline) place(id string) bool {
	for lane := range t.lanes {
		for i, s := range t.lanes[lane].stops {
			if s.mark >= 0 && t.lanes[lane].marks[s.mark].item.ID == id {
				t.at.lane = lane
				t.stopAt(i)
				return true
			}
		}
	}
	return false
}

// GoToLane moves the keyboard's place to a lane, to what stands nearest in time
// there, and brings it into view.
func (t *Timeline) GoToLane(key string) {
	for i, lane := range t.data.Lanes {
		if lane.Key == key {
			t.changeLane(i - t.at.lane)
			t.reveal(t.at)
			t.Refresh()
		}
	}
}

// tidy is a place as it is after what stood there has gone.
func (t *Timeline) tidy(p timelinePlace) timelinePlace {
	p.lane = min(p.lane, max(len(t.lanes)-1, 0))
	p.day = t.within(p.day)
	if len(t.lanes) == 0 || p.stop >= len(t.lanes[p.lane].stops) {
		p.stop = -1
	}
	return p
}

// reveal scrolls a place into view.
func (t *Timeline) reveal(p timelinePlace) {
	if len(t.lanes) == 0 || t.width == 0 {
		return
	}
	from, to, row := t.unit(p.day), t.unit(p.day), 0
	if p.stop >= 0 {
		from, to, row = t.span(p.lane, t.lanes[p.lane].stops[p.stop])
	}
	const margin = look.Gap24
	off, wide := t.offset(), t.plot()
	switch {
	case from < off+margin && to < off+2*margin:
		t.start += (from - margin - off) / t.perDay()
	case from > off+wide-margin:
		t.start += (min(to+margin, from+wide/2) - off - wide) / t.perDay()
	}
	top := t.rowTop(p.lane, row) - timelinePad
	bottom := top + t.bar() + 2*timelinePad
	t.down = min(t.down, top)
	t.down = max(t.down, bottom-t.room())
	t.clamp()
}
