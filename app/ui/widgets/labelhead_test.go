package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/ui/widgets"
)

// A label breaks where its column ends, and its tag goes under it where there is no
// room beside.
func TestLabelBreaks(t *testing.T) {
	begin(t)
	words := "Were they ever in the service of a state, an army or an armed group?"
	height := func(width float32, needed string) float32 {
		field := widgets.NewField(words)
		field.Needed(needed)
		stage(t, widgets.Column(0, widgets.Width(width, field)))
		if got := field.MinSize().Width; got > width {
			t.Errorf("wants %v of %v", got, width)
		}
		return field.MinSize().Height
	}
	line := height(900, "")
	if got := height(900, "needed"); got > line+8 {
		t.Errorf("wide, with a tag: %v, one line %v", got, line)
	}
	narrow := height(320, "")
	if narrow <= line {
		t.Errorf("narrow: %v, one line %v", narrow, line)
	}
	if got := height(170, "needed"); got <= height(170, "") {
		t.Errorf("a tag under the label: %v", got)
	}
}

// Two fields side by side stand at one height, however many lines the help of one takes.
func TestLabelledLevelWith(t *testing.T) {
	begin(t)
	plain, helped := widgets.NewField("Who?"), widgets.NewField("How many?")
	helped.Help("As they say it, with everybody who should come along. It is compared with who is listed.")
	plain.LevelWith(&helped.Labelled)
	stage(t, widgets.Width(400, widgets.RowAt(widgets.Top, 16, widgets.Grow(1, plain), widgets.Grow(1, helped))))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	if a, b := at(plain.Input).Y, at(helped.Input).Y; a != b || a < 40 {
		t.Errorf("at %v and %v", a, b)
	}
}
