package ui

import (
	"strconv"
	"time"

	"harbour/app/present"
	"harbour/app/ui/widgets"
)

// How each lane looks.
var (
	laneIcons = map[string]string{
		present.LaneAddress: "home", present.LaneWork: "work", present.LaneDetention: "lock",
		present.LaneMoves: "move", present.LaneEvents: "flag", present.LaneProceedings: "law",
	}
	laneTones = map[string]widgets.Tone{
		present.LaneAddress: widgets.Teal, present.LaneWork: widgets.Green, present.LaneMoves: widgets.Teal,
		present.LaneEvents: widgets.Red, present.LaneProceedings: widgets.Amber,
	}
	// sectionLanes are where the keyboard first stands.
	sectionLanes = map[string]string{
		"events": present.LaneEvents, "history": present.LaneAddress, "proceedings": present.LaneProceedings,
	}
	timeShapes = map[present.TimeShape]widgets.TimelineShape{
		present.TimeBar: widgets.TimelineBar, present.TimePoint: widgets.TimelinePoint, present.TimeSquare: widgets.TimelineSquare,
	}
)

// data is the timeline in words.
func (y *editorYears) data() widgets.TimelineData {
	w := y.e.w
	d := widgets.TimelineData{
		First: dayNumber(y.shown.First), Last: dayNumber(y.shown.Last), Today: dayNumber(y.shown.Today),
		Calendar: w.say("timeline.calendar"), TodayWords: w.say("timeline.today"), Second: y.shown.Name, GapHint: w.say("timeline.gap.add"),
	}
	for _, lane := range y.shown.Lanes {
		l := widgets.TimelineLane{Key: lane.Key, Icon: laneIcons[lane.Key], Words: w.say("timeline.lane." + lane.Key), Tone: laneTones[lane.Key]}
		for _, item := range lane.Items {
			l.Items = append(l.Items, y.itemData(item))
		}
		d.Lanes = append(d.Lanes, l)
	}
	for _, g := range y.shown.Gaps {
		d.Gaps = append(d.Gaps, widgets.TimelineGap{
			From: dayNumber(g.From), To: dayNumber(g.Until), Words: w.say("timeline.gap", "n", g.Days), Quiet: g.Explained,
		})
	}
	return d
}

// itemData is one item; an end that is open reaches to the edge.
func (y *editorYears) itemData(item present.TimeItem) widgets.TimelineItem {
	early, late := item.Early, item.Late
	if early.IsZero() {
		early = y.shown.First
	}
	if late.IsZero() {
		late = y.shown.Last
	}
	made := widgets.TimelineItem{
		ID: item.Path, Words: y.words(item), Hint: saidOf(item), Shape: timeShapes[item.Shape], From: dayNumber(early), To: dayNumber(late),
	}
	if !item.SureFrom.IsZero() {
		made.Sure, made.SureFrom, made.SureTo = true, dayNumber(item.SureFrom), dayNumber(item.SureUntil)
	}
	return made
}

// saidOf is when an item was, as it was said.
func saidOf(item present.TimeItem) string {
	return joinedBy(" – ", item.Said, item.SaidEnd)
}

func (y *editorYears) words(item present.TimeItem) string {
	if item.Title != "" {
		return item.Title
	}
	return y.e.w.tell(item.Name)
}

// ticks are the marks of the calendar in words.
func (y *editorYears) ticks(from, to int, perDay float32) []widgets.TimelineTick {
	var all []widgets.TimelineTick
	for _, tick := range present.TimelineTicks(dateOf(from), dateOf(to), float64(perDay)) {
		made := widgets.TimelineTick{Day: dayNumber(tick.At), Words: strconv.Itoa(tick.At.Year()), Minor: tick.Month}
		if tick.Month {
			made.Words = y.e.w.say("date.month_short." + strconv.Itoa(int(tick.At.Month())))
		}
		all = append(all, made)
	}
	return all
}

// secondYears are the marks of the second calendar.
func (y *editorYears) secondYears(from, to int, perDay float32) []widgets.TimelineTick {
	var all []widgets.TimelineTick
	for _, tick := range present.TimelineYears(y.shown.Second, dateOf(from), dateOf(to), float64(perDay)) {
		all = append(all, widgets.TimelineTick{Day: dayNumber(tick.At), Words: tick.Words})
	}
	return all
}

// spotWords says when an empty place is.
func (y *editorYears) spotWords(s widgets.TimelineSpot) string {
	from := dateOf(s.From)
	when := strconv.Itoa(from.Year())
	if s.To-s.From < 31 {
		when = y.e.w.Words.MonthYear(from)
	}
	return y.e.w.say("timeline.spot.at", "time", when)
}

const secondsOfDay = 24 * 60 * 60

// dayNumber counts a day from 1970, as timelines do.
func dayNumber(t time.Time) int { return int(t.Unix() / secondsOfDay) }

func dateOf(day int) time.Time { return time.Unix(int64(day)*secondsOfDay, 0).UTC() }
