package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// Days of the timeline of these tests: ten years that end today.
const (
	firstDay = 16_800
	lastDay  = 20_450
)

func shortLine() (line *widgets.Timeline, opened *string, added *widgets.TimelineSpot) {
	line = widgets.NewTimeline("The years")
	opened, added = new(string), new(widgets.TimelineSpot)
	line.OnOpen = func(id string) { *opened = id }
	line.OnAdd = func(s widgets.TimelineSpot) { *added = s }
	line.SpotWords = func(widgets.TimelineSpot) string { return "nothing here" }
	line.SetData(widgets.TimelineData{
		First: firstDay, Last: lastDay, Today: lastDay, TodayWords: "today",
		Lanes: []widgets.TimelineLane{
			{Key: "home", Icon: "home", Items: []widgets.TimelineItem{
				{ID: "h1", Words: "Herat", From: 16_900, To: 18_000, Sure: true, SureFrom: 16_900, SureTo: 18_000},
				{ID: "h2", Words: "Nairobi", From: 18_100, To: lastDay, Sure: true, SureFrom: 18_100, SureTo: lastDay},
			}},
			{Key: "work", Icon: "work"},
			{Key: "events", Icon: "flag", Tone: widgets.Red, Items: []widgets.TimelineItem{
				{ID: "e1", Words: "Threat", Shape: widgets.TimelinePoint, From: 17_500, To: 17_500},
				{ID: "e2", Words: "Followed", Shape: widgets.TimelinePoint, From: 18_500, To: 18_590},
			}},
		},
		Gaps: []widgets.TimelineGap{{From: 18_001, To: 18_099, Words: "99 days not told"}},
	})
	return line, opened, added
}

func TestTimeline_walks_by_key(t *testing.T) {
	begin(t)
	line, opened, added := shortLine()
	on := stage(t, line)
	on.Focus(line)
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyHome, "h1"}, {fyne.KeyRight, ""}, {fyne.KeyRight, "h2"}, {fyne.KeyRight, "h2"}, {fyne.KeyLeft, ""},
		{fyne.KeyLeft, "h1"}, {fyne.KeyDown, ""}, {fyne.KeyDown, "e1"}, {fyne.KeyEnd, "e2"}, {fyne.KeyUp, ""}, {fyne.KeyUp, "h2"},
		{fyne.KeyPageUp, "h2"}, {fyne.KeyPageUp, "h1"},
	} {
		if press(line, step.key); line.At() != step.want {
			t.Fatalf("%s: at %q, want %q", step.key, line.At(), step.want)
		}
	}
	press(line, fyne.KeyEnter)
	if *opened != "h1" {
		t.Errorf("opened %q", *opened)
	}
	press(line, fyne.KeyRight, fyne.KeySpace)
	if want := (widgets.TimelineSpot{Lane: "home", From: 18_001, To: 18_099, Dated: true, Gap: true}); *added != want {
		t.Errorf("the gap: %+v", *added)
	}
	press(line, fyne.KeyRight)
	line.TypedRune('+')
	if want := (widgets.TimelineSpot{Lane: "home"}); *added != want {
		t.Errorf("at an item: %+v", *added)
	}
	press(line, fyne.KeyDown, fyne.KeyHome, fyne.KeyRight, fyne.KeyEnter)
	if want := (widgets.TimelineSpot{Lane: "work", From: 16_801, To: 17_166, Dated: true}); *added != want {
		t.Errorf("an empty place: %+v, want %+v", *added, want)
	}
}

func TestTimeline_mirrored_keys(t *testing.T) {
	begin(t)
	line, _, _ := shortLine()
	on := stageIn(t, look.New(look.Light, look.RightToLeft), line)
	on.Focus(line)
	press(line, fyne.KeyHome, fyne.KeyLeft)
	if line.At() != "" { // the gap
		t.Fatalf("at %q", line.At())
	}
	if press(line, fyne.KeyLeft); line.At() != "h2" {
		t.Errorf("left leads to %q", line.At())
	}
}

func TestTimeline_takes_the_pointer(t *testing.T) {
	begin(t)
	line, opened, added := shortLine()
	stage(t, line)
	at := func(x, y float32) *fyne.PointEvent { return &fyne.PointEvent{Position: fyne.NewPos(x, y)} }
	line.Tapped(at(200, 50))
	if *opened != "h1" {
		t.Errorf("a bar: opened %q", *opened)
	}
	line.Tapped(at(400, 105))
	if added.Lane != "" {
		t.Error("one press on an empty place adds at once")
	}
	line.Tapped(at(402, 105))
	if added.Lane != "work" || !added.Dated || added.Gap {
		t.Errorf("a second press adds %+v", *added)
	}
	*opened = ""
	line.Tapped(at(20, 50))
	line.Tapped(at(400, 10))
	if *opened != "" {
		t.Errorf("names and calendar open %q", *opened)
	}
	line.MouseMoved(&desktop.MouseEvent{PointEvent: *at(200, 50)})
	line.MouseOut()
}

func TestTimeline_keeps_its_place(t *testing.T) {
	begin(t)
	line, _, _ := shortLine()
	stage(t, line)
	line.Choose("e2")
	line.SetYears(1)
	view := line.View()
	line.SetData(widgets.TimelineData{First: firstDay, Last: lastDay, Today: lastDay, Lanes: []widgets.TimelineLane{{Key: "home", Icon: "home"}}})
	if line.At() != "" {
		t.Errorf("stands at %q, which is gone", line.At())
	}
	other, _, _ := shortLine()
	stage(t, other)
	other.SetView(view)
	if other.View() != view {
		t.Errorf("got %+v, want %+v", other.View(), view)
	}
}

// The second calendar stands under the lanes and takes no room from them.
func TestTimeline_second_calendar(t *testing.T) {
	begin(t)
	line, _, _ := shortLine()
	stage(t, line)
	before := line.MinSize().Height
	asked := 0
	line.Years = func(from, to int, perDay float32) []widgets.TimelineTick {
		asked++
		if from > firstDay || to < lastDay || perDay <= 0 {
			t.Errorf("asked for %d to %d at %v", from, to, perDay)
		}
		return []widgets.TimelineTick{{Day: 17_611, Words: "۱۳۹۷"}}
	}
	line.SetYears(0)
	if asked > 0 {
		t.Error("years of no calendar were asked for")
	}
	line.SetData(widgets.TimelineData{
		First: firstDay, Last: lastDay, Today: lastDay, TodayWords: "today", Second: "Solar Hijri",
		Lanes: []widgets.TimelineLane{{Key: "home", Icon: "home"}, {Key: "work", Icon: "work"}, {Key: "events", Icon: "flag"}},
	})
	if asked == 0 {
		t.Error("no years of the second calendar")
	}
	if got := line.MinSize().Height; got <= look.Gap24 || before == 0 {
		t.Errorf("height %v, %v before", got, before)
	}
}
