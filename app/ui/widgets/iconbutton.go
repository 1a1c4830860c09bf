package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// IconButton is an icon alone that does one thing: undo, close, explain.
type IconButton struct {
	control

	// OnTap is what the button does.
	OnTap func()

	name   string
	side   float32
	colour look.Colour
	icon   *Icon
	frame  *Frame
}

// iconButtonSide is the side of the ground that shows under the pointer.
const iconButtonSide float32 = 24

// NewIconButton makes a button of an icon. Name says what it does, in the language of
// the screen, for those who do not see the icon.
func NewIconButton(icon, name string, onTap func()) *IconButton {
	b := &IconButton{OnTap: onTap, name: name, side: iconButtonSide, colour: look.Ink2}
	b.icon = NewIcon(icon, look.IconInline, look.Ink2)
	b.frame = NewFrame(Paint{Radius: look.RadiusSmall})
	b.extend(b)
	b.act = func() {
		if b.OnTap != nil {
			b.OnTap()
		}
	}
	b.restate = b.paint
	return b
}

// In sets the colour of the icon.
func (b *IconButton) In(colour look.Colour) *IconButton {
	b.colour = colour
	b.icon.SetColour(colour)
	return b
}

// Large makes the button as high as others in a head: 36.
func (b *IconButton) Large() *IconButton { b.side = look.ButtonHeight; return b }

// AccessibilityLabel implements fyne.Accessible.
func (b *IconButton) AccessibilityLabel() string { return b.name }

// AccessibilityRole implements fyne.Accessible.
func (b *IconButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (b *IconButton) paint() {
	ink, ground := b.colour, b.ground(look.Clear)
	if b.disabled {
		ink, ground = look.Off, look.Clear
	}
	b.icon.SetColour(ink)
	b.frame.Set(Paint{Fill: ground, Radius: look.RadiusSmall})
	b.paintRing()
}

// CreateRenderer implements fyne.Widget.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	b.paint()
	return &renderer{
		objects: []fyne.CanvasObject{b.frame, b.icon, b.ring},
		min:     func() fyne.Size { return fyne.NewSquareSize(b.side) },
		layout: func(size fyne.Size) {
			put(b.frame, 0, 0, size.Width, size.Height, size.Width)
			m := b.icon.MinSize()
			put(b.icon, (size.Width-m.Width)/2, (size.Height-m.Height)/2, m.Width, m.Height, size.Width)
			b.placeRing(b.frame.Position(), b.frame.Size(), look.RadiusSmall)
		},
		refresh: b.paint,
	}
}
