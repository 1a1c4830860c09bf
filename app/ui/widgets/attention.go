package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// Attention is a card for one thing that needs somebody: how much, of what, and
// the code of the referral that it leads to.
type Attention struct {
	control

	// OnTap leads there.
	OnTap func()

	words string
	frame *Frame
	tree  *fyne.Container
}

// NewAttention makes a card.
func NewAttention(icon string, tone Tone, title, line, code string, onTap func()) *Attention {
	_, ink := tone.colours()
	a := &Attention{OnTap: onTap, words: title + " " + line, frame: NewFrame(Paint{})}
	a.tree = Inset(look.Gap16, look.Gap12, Column(0,
		Row(look.Gap8, NewIcon(icon, look.IconRow, ink), Grow(1, NewText(look.Title, title).Ellipsis())),
		Gap(2), NewText(look.Body, line).In(look.Ink2).Ellipsis(), Gap(look.Gap4),
		Row(look.Gap8, Grow(1, NewText(look.Small, code).Bold().In(look.Teal).Ellipsis()), NewIcon("chevron-end", look.IconInline, look.Teal))))
	a.extend(a)
	a.act = func() {
		if a.OnTap != nil {
			a.OnTap()
		}
	}
	a.restate = a.paint
	return a
}

// AccessibilityLabel implements fyne.Accessible.
func (a *Attention) AccessibilityLabel() string { return a.words }

// AccessibilityRole implements fyne.Accessible.
func (a *Attention) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

func (a *Attention) paint() {
	a.frame.Set(Paint{Fill: a.ground(look.Surface), Line: look.Hair, Radius: look.Radius})
	a.paintRing()
}

// CreateRenderer implements fyne.Widget.
func (a *Attention) CreateRenderer() fyne.WidgetRenderer {
	a.ExtendBaseWidget(a)
	a.paint()
	return framed(&a.control, a.frame, a.tree, look.Radius, a.paint)
}
