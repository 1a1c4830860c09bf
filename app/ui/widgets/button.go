package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// ButtonKind is the weight of a button on its screen.
type ButtonKind int

// Kinds of buttons. There is one Main on a screen.
const (
	Other    ButtonKind = iota // outlined
	Main                       // teal
	Quiet                      // words in teal, no outline
	QuietRed                   // words in red, no outline
)

// ButtonSize is the height of a button.
type ButtonSize int

// Sizes of buttons. A small one still catches the pointer in 32.
const (
	Normal ButtonSize = iota
	SmallButton
	BigButton
)

// Button does one thing. The methods without Set configure a new one and return it.
type Button struct {
	control

	// OnTap is what the button does. It is not called while busy or disabled.
	OnTap func()

	kind    ButtonKind
	size    ButtonSize
	icon    string
	iconEnd bool
	keys    string
	busy    string
	kept    float32
	words   string
	frame   *Frame
	text    *Text
	hint    *Text
	mark    *Icon
	turning *Ring
	row     *fyne.Container
}

// NewButton makes an outlined button of normal height.
func NewButton(words string, onTap func()) *Button {
	b := &Button{OnTap: onTap, words: words}
	b.extend(b)
	b.act = b.tap
	b.restate = b.paint
	b.build()
	return b
}

// Kind sets how much the button stands out.
func (b *Button) Kind(kind ButtonKind) *Button { b.kind = kind; b.build(); return b }

// SizeOf sets the height.
func (b *Button) SizeOf(size ButtonSize) *Button { b.size = size; b.build(); return b }

// Icon sets an icon before the words. A button of an icon alone
// has no words.
func (b *Button) Icon(name string) *Button { b.icon, b.iconEnd = name, false; b.build(); return b }

// IconAfter sets an icon behind the words.
func (b *Button) IconAfter(name string) *Button { b.icon, b.iconEnd = name, true; b.build(); return b }

// Keys shows the shortcut beside the words; the screen catches it.
func (b *Button) Keys(words string) *Button { b.keys = words; b.build(); return b }

// SetWords changes what the button says.
func (b *Button) SetWords(words string) {
	b.words = words
	b.build()
	b.Refresh()
}

// SetBusy shows a turning ring and words such as "Writing", and ignores input until
// Idle. The width does not shrink, so nothing beside it moves.
func (b *Button) SetBusy(words string) {
	b.kept = max(b.kept, b.MinSize().Width)
	b.busy = words
	b.build()
	b.Refresh()
}

// Idle ends SetBusy.
func (b *Button) Idle() {
	b.busy, b.kept = "", 0
	b.build()
	b.Refresh()
}

// Busy says whether the button is at work.
func (b *Button) Busy() bool { return b.busy != "" }

// Step turns the ring of a busy button by a twelfth.
func (b *Button) Step() {
	if b.Busy() {
		b.turning.Step()
	}
}

// Words returns what the button says now.
func (b *Button) Words() string { return b.text.Words() }

// AccessibilityLabel implements fyne.Accessible.
func (b *Button) AccessibilityLabel() string { return b.text.Words() }

// AccessibilityRole implements fyne.Accessible.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (b *Button) tap() {
	if b.OnTap != nil && !b.Busy() {
		b.OnTap()
	}
}

// build makes the parts anew; paint colours them.
func (b *Button) build() {
	if b.frame == nil {
		b.frame = NewFrame(Paint{})
	}
	step, icon := look.Body, look.IconInline
	if b.size == SmallButton {
		step, icon = look.Small, look.IconTag
	}
	words := b.words
	var before, after fyne.CanvasObject
	switch {
	case b.Busy():
		words = b.busy
		b.turning = NewRing(icon).Turning()
		before = b.turning
	case b.icon != "":
		b.mark = NewIcon(b.icon, icon, look.Ink)
		before = b.mark
	}
	if b.iconEnd && !b.Busy() {
		before, after = nil, before
	}
	b.text = NewText(step, words).Bold()
	b.hint = NewText(look.Small, b.keys).In(look.Ink3)
	parts := []fyne.CanvasObject{}
	for _, part := range []fyne.CanvasObject{before, b.text, after, b.hint} {
		if part == nil || part == b.text && words == "" || part == b.hint && b.keys == "" {
			continue
		}
		parts = append(parts, part)
	}
	b.row = Row(look.Gap8, parts...)
	b.paint()
}

// height is what is drawn; the pointer may catch more.
func (b *Button) height() float32 {
	switch b.size {
	case SmallButton:
		return look.Current().Scaled(look.ButtonSmallHeight)
	case BigButton:
		return look.Current().Scaled(look.ButtonBigHeight)
	default:
		return look.Current().Scaled(look.ButtonHeight)
	}
}

func (b *Button) padding() float32 {
	switch {
	case b.words == "" && b.busy == "":
		return (b.height() - look.IconInline) / 2
	case b.size == BigButton:
		return 20
	case b.size == SmallButton, b.kind == Quiet, b.kind == QuietRed:
		return 11
	default:
		return 14
	}
}

func (b *Button) radius() float32 {
	if b.size == SmallButton {
		return look.RadiusSmall
	}
	return look.Radius
}

func (b *Button) paint() {
	paint, ink := b.colours()
	paint.Radius = b.radius()
	b.frame.Set(paint)
	b.text.SetColour(ink)
	if b.mark != nil {
		b.mark.SetColour(ink)
	}
	if b.turning != nil {
		b.turning.SetColours(ink, look.Clear)
	}
	b.paintRing()
}

// colours gives the ground, outline and ink of the state.
func (b *Button) colours() (Paint, look.Colour) {
	switch {
	case b.disabled && (b.kind == Quiet || b.kind == QuietRed):
		return Paint{Fill: look.Clear}, look.Off
	case b.disabled:
		return Paint{Fill: look.Hover}, look.Off
	case b.kind == Main && b.pressed:
		return Paint{Fill: look.TealPressed}, look.OnTeal
	case b.kind == Main && b.hovered:
		return Paint{Fill: look.TealHover}, look.OnTeal
	case b.kind == Main:
		return Paint{Fill: look.Teal}, look.OnTeal
	case b.kind == Quiet:
		return Paint{Fill: b.ground(look.Clear)}, look.Teal
	case b.kind == QuietRed:
		return Paint{Fill: b.ground(look.Clear)}, look.Red
	default:
		return Paint{Fill: b.ground(look.Surface), Line: look.Line}, look.Ink
	}
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	holder := Stack(b.row)
	return &renderer{
		objects: []fyne.CanvasObject{b.frame, holder, b.ring},
		min:     b.minSize,
		layout: func(size fyne.Size) {
			if holder.Objects[0] != b.row {
				holder.Objects = []fyne.CanvasObject{b.row}
			}
			b.layout(holder, size)
		},
		refresh: func() {
			if holder.Objects[0] != b.row {
				holder.Objects = []fyne.CanvasObject{b.row}
				b.layout(holder, b.Size())
				holder.Refresh()
			}
			b.paint()
		},
	}
}

func (b *Button) minSize() fyne.Size {
	width := b.row.MinSize().Width + 2*b.padding()
	return fyne.NewSize(max(width, b.kept), max(b.height(), look.TargetHeight))
}

func (b *Button) layout(holder *fyne.Container, size fyne.Size) {
	height := b.height()
	if b.size == BigButton || b.size == Normal {
		height = max(height, size.Height)
	}
	top := (size.Height - height) / 2
	put(b.frame, 0, top, size.Width, height, size.Width)
	m := b.row.MinSize()
	put(holder, (size.Width-m.Width)/2, top+(height-m.Height)/2, m.Width, m.Height, size.Width)
	b.placeRing(b.frame.Position(), b.frame.Size(), b.radius())
}
