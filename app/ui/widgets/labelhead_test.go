package widgets_test

import (
	"testing"

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
