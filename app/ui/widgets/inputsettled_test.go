package widgets_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// settledText is the text that an input shows over its entry, nil when it shows none.
func settledText(input *widgets.Input) *widgets.Text {
	for _, o := range test.WidgetRenderer(input).Objects() {
		if !o.Visible() {
			continue
		}
		switch o := o.(type) {
		case *widgets.Text:
			return o
		case *widgets.Scroll:
			return o.Content.(*widgets.Text)
		}
	}
	return nil
}

func TestInputSettles(t *testing.T) {
	begin(t)
	const words = "متزوج منذ ٢٠١٢ في Kabul"
	for name, input := range map[string]*widgets.Input{"line": widgets.NewInput(), "area": widgets.NewArea(3)} {
		t.Run(name, func(t *testing.T) {
			on := stage(t, widgets.Column(0, input))
			if settledText(input) != nil {
				t.Fatal("something over an empty entry")
			}
			input.SetText(words)
			text := settledText(input)
			if text == nil {
				t.Fatal("mixed words are left to the entry")
			}
			want := []string{"Kabul", "< في ", "٢٠١٢", "<متزوج منذ "}
			if got := rows(t, text)[0].words; !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
			input.Focus()
			if settledText(input) != nil {
				t.Error("the entry is covered while it has the keyboard")
			}
			test.Type(input.Focusable(), "!")
			if settledText(input) != nil {
				t.Error("typing covers the entry")
			}
			on.Unfocus()
			if got := settledText(input); got == nil || got.Words() != input.Text() || got.Words() == words {
				t.Error("what was typed is not shown")
			}
			input.SetText("Kabul")
			if settledText(input) != nil {
				t.Error("words of one direction are not left to the entry")
			}
		})
	}
}

// Words that read one way need nothing, and nothing is made for them.
func TestInputOfOneDirection(t *testing.T) {
	begin(t)
	input := widgets.NewInput()
	stage(t, widgets.Column(0, input))
	before := len(test.WidgetRenderer(input).Objects())
	for _, words := range []string{"Laleh Rostam", "لاله رستم", "12 – 27"} {
		input.SetText(words)
		if settledText(input) != nil || len(test.WidgetRenderer(input).Objects()) != before {
			t.Errorf("%q: something over the entry", words)
		}
	}
}

// Tab and the pointer find the entry underneath: nothing above it takes either.
func TestSettledInputTakesTheKeyboard(t *testing.T) {
	begin(t)
	for name, input := range map[string]*widgets.Input{"line": widgets.NewInput(), "area": widgets.NewArea(2)} {
		t.Run(name, func(t *testing.T) {
			input.SetText("Born as لاله, ۱۳۸۸")
			on := stage(t, widgets.Column(0, input))
			over := settledText(input)
			if over == nil {
				t.Fatal("not shown")
			}
			on.FocusNext()
			if on.Focused() != input.Focusable() {
				t.Errorf("Tab: got %T", on.Focused())
			}
			for _, o := range append(test.WidgetRenderer(input).Objects(), over) {
				switch o.(type) {
				case fyne.Tappable, fyne.SecondaryTappable, fyne.DoubleTappable, fyne.Focusable, desktop.Mouseable:
					t.Errorf("%T takes clicks", o)
				}
			}
		})
	}
}

// More lines than there is room for stay inside the frame.
func TestSettledAreaScrolls(t *testing.T) {
	begin(t)
	input := widgets.NewArea(2)
	stage(t, widgets.Column(0, input))
	input.SetText("الأول ١\nالثاني ٢\nالثالث ٣\nالرابع ٤\nالخامس ٥\nالسادس ٦")
	text := settledText(input)
	if text == nil || text.Lines() != 6 {
		t.Fatal("not shown")
	}
	for _, o := range test.WidgetRenderer(input).Objects() {
		if scroll, ok := o.(*widgets.Scroll); ok && scroll.Position().Y+scroll.Size().Height > input.Size().Height-look.FocusWidth {
			t.Errorf("ends at %v in %v", scroll.Position().Y+scroll.Size().Height, input.Size().Height)
		}
	}
	if min := text.MinSize().Height; min <= input.Size().Height {
		t.Errorf("six lines in %v", min)
	}
}

// The line around an input with the keyboard is the frame's alone.
func TestFocusedInputHasOneLine(t *testing.T) {
	for name, input := range map[string]*widgets.Input{"one line": widgets.NewInput(), "three lines": widgets.NewArea(3)} {
		begin(t)
		on := stage(t, widgets.Column(0, widgets.Width(200, input)))
		on.Focus(input.Focusable())
		ground := look.Current().Colour(look.FieldGround)
		picture := on.Capture()
		for y := int(look.FocusWidth); y < int(input.Size().Height-look.FocusWidth); y++ {
			if r, g, b, _ := picture.At(100, y).RGBA(); uint8(r>>8) != ground.R || uint8(g>>8) != ground.G || uint8(b>>8) != ground.B {
				t.Errorf("%s: row %d: got %v", name, y, picture.At(100, y))
			}
		}
	}
}

// An input that is off shows no part of the entry's own outline.
func TestDisabledInputHasNoLine(t *testing.T) {
	begin(t)
	input := widgets.NewInput()
	on := stage(t, widgets.Column(0, widgets.Width(200, input)))
	input.Disable()
	ground := look.Current().Colour(look.Hover)
	picture := on.Capture()
	for y := 1; y < int(input.Size().Height)-1; y++ {
		if r, g, b, _ := picture.At(100, y).RGBA(); uint8(r>>8) != ground.R || uint8(g>>8) != ground.G || uint8(b>>8) != ground.B {
			t.Errorf("row %d: got %v", y, picture.At(100, y))
		}
	}
}
