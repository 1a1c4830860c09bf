package widgets

import "time"

// plot is the width of the picture beside the names of the lanes.
func (t *Timeline) plot() float32 { return max(1, t.width-t.label()) }

// all is how many days there are.
func (t *Timeline) all() float32 { return float32(t.data.Last - t.data.First + 1) }

// days is how many stand in view: with a little room after the last.
func (t *Timeline) days() float32 {
	shown := t.years * daysOfYear
	if t.years == 0 {
		shown = max(t.all(), daysOfYear)
	}
	return shown / (1 - timelineAfter)
}

// perDay is how wide a day is.
func (t *Timeline) perDay() float32 { return t.plot() / t.days() }

// lastStart is where the view begins when it ends with the last day.
func (t *Timeline) lastStart() float32 {
	return float32(t.data.Last+1) - t.days()*(1-timelineAfter)
}

func (t *Timeline) showEnd() { t.start = t.lastStart() }

// clamp keeps the view within what there is.
func (t *Timeline) clamp() {
	first, last := float32(t.data.First), t.lastStart()
	t.start = min(max(t.start, min(first, last)), last)
	t.down = min(max(t.down, 0), max(0, t.lanesHeight()-t.room()))
}

// unit is where a day begins, from the first day on.
func (t *Timeline) unit(day int) float32 {
	day = min(max(day, t.data.First), t.data.Last+1)
	return float32(day-t.data.First) * t.perDay()
}

// offset is what of the units lies before the view.
func (t *Timeline) offset() float32 { return (t.start - float32(t.data.First)) * t.perDay() }

// room is the height for the lanes.
func (t *Timeline) room() float32 {
	return min(t.lanesHeight(), t.highest()-t.head()-t.foot())
}

func (t *Timeline) highest() float32 {
	return max(timelineMost, t.head()+2*t.bar()) + t.foot() - timelineFoot
}

func (t *Timeline) lanesHeight() float32 {
	if len(t.lanes) == 0 {
		return 0
	}
	last := t.lanes[len(t.lanes)-1]
	return last.top + last.height
}

// spot is where something is added at a place: a gap, or the year or the month
// of an empty place, whichever can be told apart in view.
func (t *Timeline) spot(p timelinePlace) TimelineSpot {
	s := TimelineSpot{Lane: t.data.Lanes[p.lane].Key}
	if p.stop >= 0 {
		stop := t.lanes[p.lane].stops[p.stop]
		if stop.gap < 0 {
			return s
		}
		g := t.data.Gaps[stop.gap]
		s.From, s.To, s.Dated, s.Gap = g.From, g.To, true, true
		return s
	}
	at := dateOf(p.day)
	from, to := time.Date(at.Year(), 1, 1, 0, 0, 0, 0, time.UTC), time.Date(at.Year(), 12, 31, 0, 0, 0, 0, time.UTC)
	if t.fine() {
		from = time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, time.UTC)
		to = from.AddDate(0, 1, -1)
	}
	s.From, s.To, s.Dated = dayNumber(from), dayNumber(to), true
	return s
}

// fine reports whether months can be told apart.
func (t *Timeline) fine() bool { return t.perDay()*30 >= timelinePill }

const secondsOfDay = 24 * 60 * 60

func dateOf(day int) time.Time { return time.Unix(int64(day)*secondsOfDay, 0).UTC() }

func dayNumber(t time.Time) int { return int(t.Unix() / secondsOfDay) }
