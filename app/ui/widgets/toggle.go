package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// Toggle is a yes or no in a square with a check, beside its words.
type Toggle struct {
	control

	// OnChange is called with the new state.
	OnChange func(on bool)
	// OnSubmitted is called for Enter; without it Enter presses, as Space does.
	OnSubmitted func()

	on    bool
	frame *Frame
	mark  *Icon
	text  *Text
}

// toggleSide is the side of the square.
const toggleSide float32 = 20

// NewToggle makes a toggle that is off. Its words wrap at the width it gets.
func NewToggle(words string, onChange func(bool)) *Toggle {
	t := &Toggle{OnChange: onChange, frame: NewFrame(Paint{}), text: NewText(look.Body, words).Wrap()}
	t.mark = NewIcon("check", look.IconInline, look.OnTeal)
	t.extend(t)
	t.act = func() {
		t.SetOn(!t.on)
		if t.OnChange != nil {
			t.OnChange(t.on)
		}
	}
	t.restate = t.paint
	t.onKey = func(key *fyne.KeyEvent) bool { return submits(key, t.OnSubmitted) }
	return t
}

// On says whether the toggle is on.
func (t *Toggle) On() bool { return t.on }

// SetOn shows a state without calling OnChange.
func (t *Toggle) SetOn(on bool) {
	t.on = on
	t.Refresh()
}

// FitWidth tells the words how wide they will stand.
func (t *Toggle) FitWidth(width float32) { t.text.FitWidth(width - toggleSide - look.Gap8) }

// AccessibilityLabel implements fyne.Accessible.
func (t *Toggle) AccessibilityLabel() string { return t.text.Words() }

// AccessibilityRole implements fyne.Accessible.
func (t *Toggle) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (t *Toggle) paint() {
	paint, ink := Paint{Fill: t.ground(look.FieldGround), Line: look.Line, Radius: 5}, look.Ink
	mark := look.OnTeal
	switch {
	case t.disabled:
		paint.Line, ink, mark = look.Clear, look.Off, look.Off
	case t.on && t.hovered:
		paint.Fill, paint.Line = look.TealHover, look.Clear
	case t.on:
		paint.Fill, paint.Line = look.Teal, look.Clear
	}
	t.frame.Set(paint)
	t.text.SetColour(ink)
	t.mark.SetColour(mark)
	show(t.mark, t.on)
	t.paintRing()
}

// CreateRenderer implements fyne.Widget.
func (t *Toggle) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	t.paint()
	return &renderer{
		objects: []fyne.CanvasObject{t.frame, t.mark, t.text, t.ring},
		min: func() fyne.Size {
			m := t.text.MinSize()
			return fyne.NewSize(m.Width+toggleSide+look.Gap8, max(m.Height, look.TargetHeight))
		},
		layout: func(size fyne.Size) {
			t.FitWidth(size.Width)
			m := t.text.MinSize()
			top := (size.Height - max(m.Height, toggleSide)) / 2
			put(t.frame, 0, top, toggleSide, toggleSide, size.Width)
			inset := (toggleSide - look.IconInline) / 2
			put(t.mark, inset, top+inset, look.IconInline, look.IconInline, size.Width)
			x := toggleSide + look.Gap8
			put(t.text, x, (size.Height-m.Height)/2, size.Width-x, m.Height, size.Width)
			t.placeRing(t.frame.Position(), t.frame.Size(), 5)
		},
		refresh: t.paint,
	}
}
