package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// pieces are the runs that a text is drawn in, first at the left.
func pieces(text *widgets.Text) []*canvas.Text {
	var found []*canvas.Text
	for _, o := range test.WidgetRenderer(text).Objects() {
		found = append(found, o.(*canvas.Text))
	}
	return found
}

func TestTextSteps(t *testing.T) {
	begin(t)
	for step, want := range map[look.Step]float32{look.Tiny: 16.5, look.Small: 18, look.Body: 21, look.Heading: 24, look.Title: 30, look.Display: 39} {
		text := widgets.NewText(step, "Kestrel 27")
		stage(t, text)
		if got := text.MinSize().Height; got != want {
			t.Errorf("step %d: line of %v, want %v", step, got, want)
		}
		if bold := pieces(text)[0].TextStyle.Bold; bold != step.Bold() {
			t.Errorf("step %d: bold is %v", step, bold)
		}
	}
}

func TestTextWraps(t *testing.T) {
	begin(t)
	text := widgets.NewText(look.Body, strings.Repeat("word ", 40)).Wrap()
	column := widgets.Column(0, text)
	stage(t, column)
	column.Resize(fyne.NewSize(200, 400))
	if text.Lines() < 4 {
		t.Errorf("got %d lines", text.Lines())
	}
	if got, want := text.MinSize().Height, float32(text.Lines())*21; got != want {
		t.Errorf("height: got %v, want %v", got, want)
	}
	column.Resize(fyne.NewSize(2000, 400))
	if text.Lines() < 2 {
		t.Error("running text wider than its limit")
	}
}

func TestTextEllipsis(t *testing.T) {
	begin(t)
	text := widgets.NewText(look.Body, "Resettlement desk of the north").Ellipsis()
	stage(t, text)
	text.Resize(fyne.NewSize(90, 21))
	got := pieces(text)[0].Text
	if !strings.HasSuffix(got, "…") || !strings.HasPrefix(got, "Reset") {
		t.Errorf("got %q", got)
	}
	text.Resize(fyne.NewSize(900, 21))
	if got := pieces(text)[0].Text; got != "Resettlement desk of the north" {
		t.Errorf("with room: got %q", got)
	}
}

func TestTextAligns(t *testing.T) {
	begin(t)
	for name, c := range map[string]struct {
		side   widgets.Side
		mirror look.Direction
		atEnd  bool
	}{
		"start":           {widgets.Start, look.LeftToRight, false},
		"end":             {widgets.End, look.LeftToRight, true},
		"start, mirrored": {widgets.Start, look.RightToLeft, true},
		"end, mirrored":   {widgets.End, look.RightToLeft, false},
	} {
		t.Run(name, func(t *testing.T) {
			text := widgets.NewText(look.Body, "Nairobi").Align(c.side)
			stageIn(t, look.New(look.Light, c.mirror), text)
			text.Resize(fyne.NewSize(300, 21))
			if x := pieces(text)[0].Position().X; (x > 100) != c.atEnd {
				t.Errorf("stands at %v", x)
			}
		})
	}
}

func TestTextOrder(t *testing.T) {
	begin(t)
	const mark = "\u200F"
	for name, c := range map[string]struct {
		words string
		want  []string
	}{
		"one direction":       {"Kestrel 27", []string{"Kestrel 27"}},
		"right to left":       {"لاله رستم", []string{mark + "لاله رستم" + mark}},
		"a year after Arabic": {"منذ ٢٠١٢", []string{"٢٠١٢", mark + "منذ " + mark}},
		"Latin inside Arabic": {"في Kabul منذ", []string{mark + " منذ" + mark, "Kabul", mark + "في " + mark}},
		"Arabic inside Latin": {"born لاله here", []string{"born ", mark + "لاله" + mark, " here"}},
		"figures alone":       {"12.3", []string{"12.3"}},
		"no letters":          {"–", []string{"–"}},
	} {
		t.Run(name, func(t *testing.T) {
			text := widgets.NewText(look.Body, c.words)
			stage(t, text)
			var got []string
			for _, p := range pieces(text) {
				got = append(got, p.Text)
			}
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTextColourFollowsTheme(t *testing.T) {
	begin(t)
	text := widgets.NewText(look.Body, "Nairobi").In(look.Red)
	stage(t, text)
	dark := look.New(look.Dark, look.LeftToRight)
	fyne.CurrentApp().Settings().SetTheme(dark)
	text.Refresh()
	if got := pieces(text)[0].Color; got != dark.Colour(look.Red) {
		t.Errorf("got %v, want the red of the dark scheme", got)
	}
}
