package present

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"harbour/app/referral"
)

// The lanes of a timeline, in their order.
const (
	LaneAddress     = "address"
	LaneWork        = "work"
	LaneDetention   = "detention"
	LaneMoves       = "moves"
	LaneEvents      = "events"
	LaneProceedings = "proceedings"
)

// Bounds of what is drawn. A date beyond them stands at the edge.
const (
	timelineYears     = 10  // that are asked for, and always drawn
	timelineMostYears = 120 // before today
	timelineAhead     = 5   // years after today
)

// TimeShape is how an item is drawn.
type TimeShape int

// The shapes of items.
const (
	TimeBar    TimeShape = iota // a stretch
	TimePoint                   // a day, or some time within a range
	TimeSquare                  // the same, of a court
)

// Timeline is what is known of one person's years, drawn along lanes.
type Timeline struct {
	Person  string
	First   time.Time // the first and the last day that are drawn
	Last    time.Time
	Today   time.Time
	Second  string // the other calendar in which most was said, empty for none
	Name    string // of the second calendar
	Lanes   []TimeLane
	Gaps    []TimeGap
	Undated []TimeItem // without any date that can be read
}

// TimeLane is one kind of things; its name stands under "timeline.lane." and
// this key.
type TimeLane struct {
	Key   string
	Items []TimeItem // from the earliest on
}

// TimeItem is one thing that took time or happened at one.
type TimeItem struct {
	Path    string // leads to its own form
	Section string
	Lane    string
	Shape   TimeShape
	Title   string  // of what was told; empty where nothing names it
	Name    Message // in the place of a title that the program gives
	Said    string  // when, in the words in which it was said; of a stretch the start
	SaidEnd string  // of a stretch: its end in the same way, "…" while it goes on
	Early   time.Time
	Late    time.Time // Early to Late is the most that it can be, both included; zero: open
	// SureFrom to SureUntil is what a stretch covers whatever its dates mean;
	// zero where nothing is sure.
	SureFrom  time.Time
	SureUntil time.Time
	Blocks    int // points about it that stop a hand-over
}

// TimeGap is a time of more than thirty days of which surely nothing is told.
type TimeGap struct {
	From, Until time.Time // both included
	Days        int
	Explained   bool
}

// TimelineSource is what a timeline is made of.
type TimelineSource struct {
	Referral *referral.Referral
	Person   referral.ID
	Today    time.Time
	Findings []referral.Finding
	GapRules []string // the rules whose findings are gaps
	Label    func(list string, code referral.Code) string
}

// NewTimeline draws the years of one person. The same source gives the same
// timeline. What belongs to nobody in the case, and what happened to whomever,
// is drawn with the principal's.
func NewTimeline(s TimelineSource) Timeline {
	b := newTimelineBuilder(s)
	b.activities()
	b.incidents()
	b.proceedings()
	b.entry()
	t := Timeline{Person: string(s.Person), Today: b.today, Gaps: b.gaps()}
	t.First, t.Last = boundsOf(b.items, t.Today)
	if t.Second = string(b.second()); t.Second != "" {
		t.Name = b.label("calendar", referral.Code(t.Second))
	}
	for _, key := range []string{LaneAddress, LaneWork, LaneDetention, LaneMoves, LaneEvents, LaneProceedings} {
		lane := TimeLane{Key: key}
		for _, item := range b.items {
			if item.Lane == key && item.dated() {
				lane.Items = append(lane.Items, item)
			}
		}
		slices.SortStableFunc(lane.Items, earlier)
		t.Lanes = append(t.Lanes, lane)
	}
	for _, item := range b.items {
		if !item.dated() {
			t.Undated = append(t.Undated, item)
		}
	}
	return t
}

// InSection lists the items of a section from the earliest on, those without a
// date last.
func (t Timeline) InSection(section string) []TimeItem {
	var all []TimeItem
	for _, lane := range t.Lanes {
		for _, item := range lane.Items {
			if item.Section == section && item.whole() {
				all = append(all, item)
			}
		}
	}
	slices.SortStableFunc(all, earlier)
	for _, item := range t.Undated {
		if item.Section == section && item.whole() {
			all = append(all, item)
		}
	}
	return all
}

// whole reports whether the item is an element of a list, not a date of one.
func (i TimeItem) whole() bool { return stepOf(i.Path, 2) == "" }

func (i TimeItem) dated() bool { return !i.Early.IsZero() || !i.Late.IsZero() }

// Dated reports whether anything is known of when it was.
func (i TimeItem) Dated() bool { return i.dated() }

func earlier(a, b TimeItem) int {
	return cmp.Or(a.Early.Compare(b.Early), a.Late.Compare(b.Late), cmp.Compare(a.Path, b.Path))
}

// boundsOf are the first and the last day to draw: the years that are asked
// for, and what was told before, in reason.
func boundsOf(items []TimeItem, today time.Time) (first, last time.Time) {
	first, last = today.AddDate(-timelineYears, 0, 0), today
	for _, item := range items {
		for _, day := range []time.Time{item.Early, item.Late} {
			if day.IsZero() {
				continue
			}
			if day.Before(first) {
				first = day
			}
			if day.After(last) {
				last = day
			}
		}
	}
	if oldest := today.AddDate(-timelineMostYears, 0, 0); first.Before(oldest) {
		first = oldest
	}
	if newest := today.AddDate(timelineAhead, 0, 0); last.After(newest) {
		last = newest
	}
	return first, last
}

// gaps are those that readiness finds for the person: only what is a gap
// whatever the dates mean.
func (b *timelineBuilder) gaps() []TimeGap {
	var all []TimeGap
	for _, f := range b.Findings {
		if !slices.Contains(b.GapRules, f.Rule) || b.gapOf(f.Path) != b.Person {
			continue
		}
		from, ok1 := referral.Day(f.Args["from"]).Time()
		until, ok2 := referral.Day(f.Args["to"]).Time()
		days, err := strconv.Atoi(f.Args["days"])
		if ok1 && ok2 && err == nil {
			all = append(all, TimeGap{from, until, days, f.State == referral.Explained})
		}
	}
	slices.SortStableFunc(all, func(a, b TimeGap) int { return a.From.Compare(b.From) })
	return all
}

// gapOf is whose gap stands at a path: of a person, or after an activity.
func (b *timelineBuilder) gapOf(path string) referral.ID {
	id := referral.ID(stepOf(path, 1))
	if stepOf(path, 0) == "people" {
		return id
	}
	for i := range b.Referral.History {
		if b.Referral.History[i].ID == id {
			return b.Referral.History[i].Person
		}
	}
	return ""
}

// civil is midnight UTC of the day of t.
func civil(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
