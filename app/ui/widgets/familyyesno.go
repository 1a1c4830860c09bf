package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// YesNo asks a question that has two answers. It is one stop of the keyboard:
// arrows go from one to the other without answering, Space answers, and so does
// the first letter of a word. Enter answers after an arrow, and else goes on.
type YesNo struct {
	control

	// OnChoose is called with the key that a person chose.
	OnChoose func(key string)
	// OnSubmitted is called for Enter that answers nothing.
	OnSubmitted func()

	options [2]Option
	at      int
	chosen  string
	moved   bool // by an arrow, since the keyboard came
	buttons [2]*yesNoButton
	row     *fyne.Container
}

// NewYesNo makes the two buttons, neither chosen.
func NewYesNo(yes, no Option) *YesNo {
	y := &YesNo{options: [2]Option{yes, no}}
	for i, o := range y.options {
		y.buttons[i] = newYesNoButton(y, i, o.Words)
	}
	y.row = Row(look.Gap12, y.buttons[0], y.buttons[1])
	y.extend(y)
	y.act = func() { y.choose(y.at) }
	y.onKey = y.key
	y.onRune = func(r rune) {
		for i, o := range y.options {
			if beginsWith(o.Words, r) {
				y.choose(i)
				return
			}
		}
	}
	y.onFocus = func(bool) { y.moved = false }
	y.restate = y.paint
	return y
}

// Choose shows a key as chosen without calling OnChoose; one that is not there
// clears.
func (y *YesNo) Choose(key string) {
	y.chosen = key
	y.paint()
}

// Tapped implements fyne.Tappable: between the buttons nothing is chosen.
func (y *YesNo) Tapped(*fyne.PointEvent) { y.takeFocus() }

func (y *YesNo) choose(i int) {
	y.at, y.chosen = i, y.options[i].Key
	y.paint()
	if y.OnChoose != nil {
		y.OnChoose(y.options[i].Key)
	}
}

func (y *YesNo) key(key *fyne.KeyEvent) bool {
	forward, back := fyne.KeyRight, fyne.KeyLeft
	if look.Current().Mirrored() {
		forward, back = back, forward
	}
	switch key.Name {
	case forward:
		y.at, y.moved = 1, true
	case back:
		y.at, y.moved = 0, true
	case fyne.KeyReturn, fyne.KeyEnter:
		if y.moved || y.OnSubmitted == nil {
			return false
		}
		y.OnSubmitted()
	default:
		return false
	}
	y.paint()
	return true
}

func (y *YesNo) paint() {
	for i, b := range y.buttons {
		b.at = y.focused && i == y.at
		b.paint()
	}
}

// CreateRenderer implements fyne.Widget.
func (y *YesNo) CreateRenderer() fyne.WidgetRenderer {
	y.ExtendBaseWidget(y)
	y.paint()
	return filled(y.row, y.paint)
}

// yesNoButton is one of the two.
type yesNoButton struct {
	control

	of    *YesNo
	index int
	words string
	at    bool
	frame *Frame
	text  *Text
}

func newYesNoButton(of *YesNo, index int, words string) *yesNoButton {
	b := &yesNoButton{of: of, index: index, words: words, frame: NewFrame(Paint{}), text: NewText(look.Small, words).Bold()}
	b.extend(b)
	b.restate = b.paint
	return b
}

// Tapped implements fyne.Tappable.
func (b *yesNoButton) Tapped(*fyne.PointEvent) {
	b.of.takeFocus()
	b.of.choose(b.index)
}

// Disabled keeps the button out of the chain of the keyboard.
func (b *yesNoButton) Disabled() bool { return true }

// AccessibilityLabel implements fyne.Accessible.
func (b *yesNoButton) AccessibilityLabel() string { return b.words }

// AccessibilityRole implements fyne.Accessible.
func (b *yesNoButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (b *yesNoButton) paint() {
	paint, ink := Paint{Fill: b.ground(look.Surface), Line: look.Line, Radius: look.RadiusSmall}, look.Ink
	if b.of.chosen == b.of.options[b.index].Key {
		paint.Fill, paint.Line, ink = look.Teal, look.Teal, look.OnTeal
	}
	b.frame.Set(paint)
	b.text.SetColour(ink)
	b.focused = b.at
	b.paintRing()
}

// CreateRenderer implements fyne.Widget.
func (b *yesNoButton) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	b.paint()
	return &renderer{
		objects: []fyne.CanvasObject{b.frame, b.text, b.ring},
		min: func() fyne.Size {
			return fyne.NewSize(b.text.MinSize().Width+2*look.Gap12, max(look.Current().Scaled(look.ButtonSmallHeight), look.TargetHeight))
		},
		layout: func(size fyne.Size) {
			height := look.Current().Scaled(look.ButtonSmallHeight)
			put(b.frame, 0, (size.Height-height)/2, size.Width, height, size.Width)
			m := b.text.MinSize()
			put(b.text, (size.Width-m.Width)/2, (size.Height-m.Height)/2, m.Width, m.Height, size.Width)
			b.placeRing(b.frame.Position(), b.frame.Size(), look.RadiusSmall)
		},
		refresh: b.paint,
	}
}
