package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// Measures of a timeline.
const (
	timelineLabel  float32 = 134
	timelineHead   float32 = 36
	timelineBar    float32 = 26
	timelineDot    float32 = 12
	timelinePill   float32 = 18 // the shortest outlined pill
	timelinePad    float32 = 4  // above and below the rows of a lane, and between them
	timelineShort  float32 = 6  // the shortest bar, and from a mark to its words
	timelineFoot   float32 = 2
	timelineSecond float32 = 22
	timelineTag    float32 = 14  // room for the tags of gaps below their lane
	timelineMost   float32 = 302 // the highest; more scrolls
	timelineWords  float32 = 200 // the widest words beside a mark
	timelineAfter  float32 = 0.044
	daysOfYear     float32 = 365.25
)

// TimelineShape is how an item is drawn.
type TimelineShape int

// Shapes of items. A point or a square over several days is an outlined pill.
const (
	TimelineBar TimelineShape = iota
	TimelinePoint
	TimelineSquare
)

// TimelineItem is one thing on a lane. Days are counted from 1970 and included.
type TimelineItem struct {
	ID       string
	Words    string
	Hint     string // beside the words, under the pointer or the keyboard
	Shape    TimelineShape
	From, To int // the most that it can be
	Sure     bool
	SureFrom int // what a bar covers surely
	SureTo   int
}

// TimelineLane is a named line of items of one tone.
type TimelineLane struct {
	Key   string
	Icon  string
	Words string
	Tone  Tone
	Items []TimelineItem
}

// TimelineGap is a time of which nothing is told; a quiet one was explained.
type TimelineGap struct {
	From, To int
	Words    string
	Quiet    bool
}

// TimelineTick is a mark of the calendar along the top.
type TimelineTick struct {
	Day   int
	Words string
	Minor bool
}

// TimelineSpot is where something is to be added. Dated is false at an item,
// whose own time says nothing of the next one's.
type TimelineSpot struct {
	Lane     string
	From, To int
	Dated    bool
	Gap      bool
}

// TimelineData is what a timeline shows. Gaps stand on the first lane.
type TimelineData struct {
	First, Last, Today int // days; what lies beyond stands at the edge
	Calendar           string
	TodayWords         string
	Second             string // a second calendar along the foot, empty for none
	GapHint            string
	Lanes              []TimelineLane
	Gaps               []TimelineGap
}

// Timeline is a picture of years: lanes of bars, dots and squares over a
// calendar. It is one stop of Tab; arrow keys walk in time and between lanes,
// Page keys by a year, Home and End to a lane's ends. Enter opens an item and
// fills a gap or an empty place; plus adds anywhere. Only what is in view is
// built.
type Timeline struct {
	control

	// OnOpen is called with the id of an item that was pressed.
	OnOpen func(id string)
	// OnAdd is called for a gap or an empty place.
	OnAdd func(TimelineSpot)
	// OnReshape is called when the picture grew or shrank by itself.
	OnReshape func()
	// Ticks makes the marks between two days where a day is perDay wide.
	Ticks func(from, to int, perDay float32) []TimelineTick
	// Years makes the marks of the second calendar in the same way.
	Years func(from, to int, perDay float32) []TimelineTick
	// SpotWords says what an empty place is.
	SpotWords func(TimelineSpot) string

	name   string
	data   TimelineData
	years  float32 // in view; 0 for all
	start  float32 // the day at the reading side
	down   float32 // how far the lanes are scrolled
	width  float32
	lanes  []laneMarks
	at     timelinePlace
	chosen string
	hover  *timelinePlace
	draw   *timelineDrawing
}

// timelinePlace is a place of the keyboard or the pointer: a stop of a lane, or
// with stop -1 an empty place at a day.
type timelinePlace struct {
	lane, stop, day int
}

// NewTimeline makes a timeline without anything; name is what it is called.
func NewTimeline(name string) *Timeline {
	t := &Timeline{name: name, years: 10, at: timelinePlace{stop: -1}}
	t.extend(t)
	t.act = t.enter
	t.restate = t.Refresh
	t.onKey = t.walk
	t.onRune = t.typed
	t.draw = newTimelineDrawing(t)
	return t
}

// SetData shows other years. The place of the keyboard stays where it can.
func (t *Timeline) SetData(d TimelineData) {
	fresh := len(t.data.Lanes) == 0
	id, kept := t.idAt(t.at)
	t.data = d
	if fresh {
		t.at.day = d.Today
	}
	t.arrange()
	if fresh {
		t.showEnd()
	}
	if !kept || !t.place(id) {
		t.at = t.tidy(t.at)
	}
	t.Refresh()
}

// SetYears shows so many years at once, all of them for 0, around the place of
// the keyboard.
func (t *Timeline) SetYears(years float32) {
	day, before := float32(t.at.day), t.MinSize()
	atEnd := t.start+t.days() >= t.lastStart()+t.days()-1
	t.years = years
	t.arrange()
	if t.start = day - t.days()/2; atEnd && t.at.stop < 0 {
		t.showEnd()
	}
	t.clamp()
	t.Refresh()
	if t.OnReshape != nil && t.MinSize() != before {
		t.OnReshape()
	}
}

// TimelineView is how far a timeline is zoomed and scrolled.
type TimelineView struct{ Years, Start, Down float32 }

// View returns how the timeline is looked at, for SetView of another one.
func (t *Timeline) View() TimelineView { return TimelineView{t.years, t.start, t.down} }

// SetView looks at the timeline as View said.
func (t *Timeline) SetView(v TimelineView) {
	t.years, t.start, t.down = v.Years, v.Start, v.Down
	t.arrange()
	t.clamp()
	t.Refresh()
}

// Choose shows an item as the one that is open, and goes to it.
func (t *Timeline) Choose(id string) {
	t.chosen = id
	t.GoTo(id)
}

// GoTo moves the keyboard's place to an item and brings it into view.
func (t *Timeline) GoTo(id string) {
	if t.place(id) {
		t.reveal(t.at)
	}
	t.Refresh()
}

// At returns the id of the item at the place of the keyboard, empty for none.
func (t *Timeline) At() string {
	id, _ := t.idAt(t.at)
	return id
}

// Anchor is the mark at the place of the keyboard, for a menu to float under.
func (t *Timeline) Anchor() fyne.CanvasObject { return t.ring }

// AccessibilityLabel implements fyne.Accessible.
func (t *Timeline) AccessibilityLabel() string { return t.name }

// AccessibilityRole implements fyne.Accessible.
func (t *Timeline) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// FitWidth implements the first of two steps of laying out.
func (t *Timeline) FitWidth(width float32) {
	if width == t.width {
		return
	}
	t.width = width
	t.arrange()
	t.clamp()
	t.reveal(t.at)
}

// Resize implements fyne.CanvasObject.
func (t *Timeline) Resize(size fyne.Size) {
	t.FitWidth(size.Width)
	t.BaseWidget.Resize(size)
}

// enter does what Enter means at the place of the keyboard.
func (t *Timeline) enter() {
	if id, ok := t.idAt(t.at); ok {
		if t.OnOpen != nil {
			t.OnOpen(id)
		}
		return
	}
	t.add()
}

func (t *Timeline) add() {
	if t.OnAdd != nil && len(t.lanes) > 0 {
		t.OnAdd(t.spot(t.at))
	}
}

func (t *Timeline) typed(r rune) {
	if r == '+' {
		t.add()
	}
}

// bar is the height of a row at the text scale.
func (t *Timeline) bar() float32 { return look.Current().Scaled(timelineBar) }

// foot is the room under the lanes, with the second calendar where there is one.
func (t *Timeline) foot() float32 {
	if t.data.Second == "" {
		return timelineFoot
	}
	return timelineFoot + look.Current().Scaled(timelineSecond)
}

func (t *Timeline) head() float32 { return look.Current().Scaled(timelineHead) }

func (t *Timeline) label() float32 { return look.Current().Scaled(timelineLabel) }
