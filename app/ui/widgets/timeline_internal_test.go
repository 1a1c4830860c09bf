package widgets

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/look"
)

// someYears are n items on two lanes over twenty years, hostile ones among them.
func someYears(random *rand.Rand, n int) TimelineData {
	const first, last = 13_000, 20_500
	d := TimelineData{First: first, Last: last, Today: last, TodayWords: "today", Lanes: []TimelineLane{{Key: "a", Icon: "home"}, {Key: "b", Icon: "flag", Tone: Red}}}
	for i := range n {
		from := first - 2000 + random.IntN(last-first+4000)
		item := TimelineItem{ID: fmt.Sprint(i), Words: fmt.Sprint("Item ", i), Shape: TimelineShape(random.IntN(3)), From: from, To: from + random.IntN(3)*random.IntN(900)}
		item.Sure, item.SureFrom, item.SureTo = random.IntN(2) == 0, item.From, item.To
		lane := &d.Lanes[random.IntN(2)]
		lane.Items = append(lane.Items, item)
	}
	return d
}

func timelineOn(t testing.TB, d TimelineData) *Timeline {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light, look.LeftToRight))
	line := NewTimeline("The years")
	line.SetData(d)
	w := test.NewTempWindow(t, line)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(930, 302))
	return line
}

// TestTimeline_covers_nothing looks at the places of random items at each zoom.
func TestTimeline_covers_nothing(t *testing.T) {
	for seed := range uint64(20) {
		line := timelineOn(t, someYears(rand.New(rand.NewPCG(seed, 7)), 80))
		for _, years := range []float32{0, 10, 3, 1} {
			line.SetYears(years)
			for _, lane := range line.lanes {
				marks := slices.Clone(lane.marks)
				slices.SortFunc(marks, func(a, b timelineMark) int { return int(a.left - b.left) })
				for i, m := range marks {
					if m.row < 0 || m.row >= lane.rows {
						t.Fatalf("seed %d: row %d of %d", seed, m.row, lane.rows)
					}
					for _, other := range marks[i+1:] {
						if other.row == m.row && other.left < m.right && m.left < other.right {
							t.Fatalf("seed %d, %v years: %s covers %s", seed, years, m.item.ID, other.item.ID)
						}
					}
				}
			}
		}
	}
}

func TestTimeline_builds_what_is_in_view(t *testing.T) {
	line := timelineOn(t, someYears(rand.New(rand.NewPCG(1, 1)), 10_000))
	line.Refresh()
	if n := len(line.draw.frames.all); n == 0 || n > 3000 {
		t.Errorf("%d frames for what fits into a window", n)
	}
	if line.MinSize().Height > timelineMost {
		t.Errorf("%v high", line.MinSize().Height)
	}
}

func TestTimeline_views_stay_within(t *testing.T) {
	line := timelineOn(t, someYears(rand.New(rand.NewPCG(2, 1)), 40))
	for _, by := range []float32{1e6, -1e6, 300, -300} {
		line.SetYears(1)
		line.pan(by, by)
		line.draw.each(t, func(o fyne.CanvasObject) {
			if s := o.Size(); s.Width < 0 || s.Height < 0 {
				t.Errorf("after %v: a part of %v", by, s)
			}
		})
		if line.start < float32(line.data.First) || line.start > line.lastStart() || line.down < 0 {
			t.Errorf("after %v: from day %v, %v down", by, line.start, line.down)
		}
	}
}

// each calls found for every frame and ring of the picture.
func (d *timelineDrawing) each(t *testing.T, found func(fyne.CanvasObject)) {
	t.Helper()
	for _, frame := range d.frames.all[:d.frames.used] {
		found(frame)
	}
	found(d.t.ring)
	found(d.chosen)
}

func BenchmarkTimeline(b *testing.B) {
	line := timelineOn(b, someYears(rand.New(rand.NewPCG(1, 1)), 500))
	data := line.data
	b.Run("data", func(b *testing.B) {
		for b.Loop() {
			line.SetData(data)
		}
	})
	b.Run("pan", func(b *testing.B) {
		for b.Loop() {
			line.pan(-1, 0)
		}
	})
}
