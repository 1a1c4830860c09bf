package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

func TestButton(t *testing.T) {
	begin(t)
	taps := 0
	b := widgets.NewButton("Write", func() { taps++ }).Kind(widgets.Main)
	on := stage(t, widgets.Row(0, b))
	test.Tap(b)
	if taps != 1 || on.Focused() != b {
		t.Fatalf("tapped: %d calls, focus on %T", taps, on.Focused())
	}
	press(b, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab)
	if taps != 4 {
		t.Errorf("Space and Enter: %d calls, want 4", taps)
	}
	b.Disable()
	test.Tap(b)
	press(b, fyne.KeySpace)
	if taps != 4 {
		t.Error("disabled, yet it acts")
	}
}

func TestButtonBusy(t *testing.T) {
	begin(t)
	taps := 0
	b := widgets.NewButton("Write the file", func() { taps++ })
	stage(t, widgets.Row(0, b))
	width := b.MinSize().Width
	b.SetBusy("…")
	test.Tap(b)
	b.Step()
	if taps != 0 || b.MinSize().Width < width || b.Words() != "…" {
		t.Errorf("busy: %d calls, width %v of %v, words %q", taps, b.MinSize().Width, width, b.Words())
	}
	b.Idle()
	test.Tap(b)
	if taps != 1 || b.Words() != "Write the file" {
		t.Errorf("idle again: %d calls, words %q", taps, b.Words())
	}
}

func TestHeights(t *testing.T) {
	begin(t)
	for name, c := range map[string]struct {
		object fyne.CanvasObject
		want   float32
	}{
		"button":       {widgets.NewButton("Write", nil), look.ButtonHeight},
		"small button": {widgets.NewButton("Write", nil).SizeOf(widgets.SmallButton), look.TargetHeight},
		"big button":   {widgets.NewButton("Write", nil).SizeOf(widgets.BigButton), look.ButtonBigHeight},
		"chip":         {widgets.NewChip("", "later", nil), look.TargetHeight},
		"input":        {widgets.NewInput(), look.FieldHeight},
		"two lines":    {widgets.NewArea(2), 58},
		"tag":          {widgets.NewTag(widgets.Red, "stop", "needed"), look.TagHeight},
		"navigation":   {widgets.NewNavigationItem("home", "Start", nil), look.NavigationHeight},
		"section":      {widgets.NewSectionItem("Family", nil), look.SectionHeight},
		"choice":       {widgets.NewChoice(), look.FieldHeight},
	} {
		stage(t, widgets.Column(0, c.object))
		if got := c.object.MinSize().Height; got != c.want {
			t.Errorf("%s: %v high, want %v", name, got, c.want)
		}
	}
}

func TestTextScale(t *testing.T) {
	begin(t)
	theme := look.New(look.Light, look.LeftToRight)
	theme.TextScale = 2
	b, i := widgets.NewButton("Write", nil), widgets.NewInput()
	stageIn(t, theme, widgets.Column(0, b, i))
	if b.MinSize().Height != 72 || i.MinSize().Height != 72 {
		t.Errorf("got %v and %v, want 72", b.MinSize().Height, i.MinSize().Height)
	}
}

func TestChipAndToggle(t *testing.T) {
	begin(t)
	taps, state := 0, false
	chip := widgets.NewChip("activity", "later", func() { taps++ })
	toggle := widgets.NewToggle("Agreed", func(on bool) { state = on })
	stage(t, widgets.Column(0, chip, toggle))
	test.Tap(chip)
	press(chip, fyne.KeySpace)
	if taps != 2 {
		t.Errorf("chip: %d calls, want 2", taps)
	}
	press(toggle, fyne.KeySpace)
	if !state || !toggle.On() {
		t.Error("Space does not turn the toggle on")
	}
	test.Tap(toggle)
	if state {
		t.Error("a tap does not turn the toggle off")
	}
}
