package widgets_test

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

func options(count int) []widgets.Option {
	var all []widgets.Option
	for i := range count {
		all = append(all, widgets.Option{Key: strconv.Itoa(i), Words: "Country " + strconv.Itoa(i)})
	}
	return all
}

func TestChoiceByKeys(t *testing.T) {
	begin(t)
	chosen := ""
	c := widgets.NewChoice(options(5)...)
	c.OnChoose = func(key string) { chosen = key }
	on := stage(t, widgets.Column(0, c))
	on.Focus(c)
	press(c, fyne.KeyDown)
	if on.Overlays().Top() == nil {
		t.Fatal("Down does not open the list")
	}
	press(on.Focused(), fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if chosen != "1" || c.Chosen() != "1" {
		t.Errorf("chosen: got %q", chosen)
	}
	if on.Overlays().Top() != nil || on.Focused() != c {
		t.Errorf("after choosing: list open or focus on %T", on.Focused())
	}
	press(c, fyne.KeySpace)
	press(on.Focused(), fyne.KeyDown, fyne.KeyEscape)
	if on.Overlays().Top() != nil || c.Chosen() != "1" {
		t.Error("Esc does not leave things as they were")
	}
}

func TestChoiceFindsByLetter(t *testing.T) {
	begin(t)
	c := widgets.NewChoice(widgets.Option{Key: "a", Words: "Arash"}, widgets.Option{Key: "m", Words: "Mina"})
	on := stage(t, widgets.Column(0, c))
	on.Focus(c)
	c.TypedRune('m')
	press(on.Focused(), fyne.KeyReturn)
	if c.Chosen() != "m" {
		t.Errorf("got %q, want m", c.Chosen())
	}
}

func TestChoiceFilters(t *testing.T) {
	begin(t)
	c := widgets.NewChoice(options(250)...)
	on := stage(t, widgets.Column(0, c))
	on.Focus(c)
	c.TypedRune('2')
	test.Type(on.Focused(), "49")
	press(on.Focused(), fyne.KeyReturn)
	if c.Chosen() != "249" {
		t.Errorf("got %q, want 249", c.Chosen())
	}
}

func TestChoiceClosesBeside(t *testing.T) {
	begin(t)
	c := widgets.NewChoice(options(3)...)
	on := stage(t, widgets.Column(0, c))
	test.Tap(c)
	test.TapCanvas(on, fyne.NewPos(700, 500))
	if on.Overlays().Top() != nil {
		t.Error("a press beside the list leaves it open")
	}
	c.Disable()
	test.Tap(c)
	if on.Overlays().Top() != nil {
		t.Error("a disabled choice opens")
	}
}

func TestSegments(t *testing.T) {
	begin(t)
	for name, c := range map[string]struct {
		direction look.Direction
		key       fyne.KeyName
	}{"left to right": {look.LeftToRight, fyne.KeyRight}, "mirrored": {look.RightToLeft, fyne.KeyLeft}} {
		t.Run(name, func(t *testing.T) {
			var calls []string
			s := widgets.NewSegments(options(3)...)
			s.OnChoose = func(key string) { calls = append(calls, key) }
			stageIn(t, look.New(look.Light, c.direction), widgets.Column(0, s))
			press(s, c.key, c.key, fyne.KeyDown, fyne.KeyDown)
			if s.Chosen() != "2" || len(calls) != 3 {
				t.Errorf("chosen %q after calls %v", s.Chosen(), calls)
			}
			s.Choose("0")
			if s.Chosen() != "0" || len(calls) != 3 {
				t.Error("Choose calls back")
			}
		})
	}
}

func TestSegmentsByPointer(t *testing.T) {
	begin(t)
	s := widgets.NewSegments(options(3)...)
	stage(t, widgets.Row(0, s))
	test.TapAt(s, fyne.NewPos(s.Size().Width-10, 16))
	if s.Chosen() != "2" {
		t.Errorf("last: got %q", s.Chosen())
	}
	s.Disable()
	test.TapAt(s, fyne.NewPos(10, 16))
	if s.Chosen() != "2" {
		t.Error("disabled segments choose")
	}
}
