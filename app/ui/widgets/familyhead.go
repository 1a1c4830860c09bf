package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// familyHead is the name of a place over its column, with the plus that adds
// somebody there.
type familyHead struct {
	widget.BaseWidget

	place  FamilyPlace
	name   *Text
	detail *Text
	sign   *Icon
	plus   *familyPlus
}

func newFamilyHead(p *FamilyPicture, at int, place FamilyPlace) *familyHead {
	h := &familyHead{place: place, sign: NewIcon("place", look.IconInline, look.Ink2), plus: newFamilyPlus(p, at, place.Add)}
	h.name = Label(place.Name).Ellipsis()
	h.detail = NewText(look.Small, place.Detail).In(look.Ink2).Ellipsis()
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer implements fyne.Widget.
func (h *familyHead) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	return &renderer{
		objects: []fyne.CanvasObject{h.sign, h.name, h.detail, h.plus},
		min:     func() fyne.Size { return fyne.NewSize(0, look.Current().Scaled(familyHeadHeight)) },
		layout:  h.layout,
	}
}

func (h *familyHead) layout(size fyne.Size) {
	middle := func(o fyne.CanvasObject, x, w float32) {
		m := o.MinSize().Height
		put(o, x, (size.Height-m)/2, w, m, size.Width)
	}
	end := size.Width - h.plus.MinSize().Width
	middle(h.sign, 0, look.IconInline)
	name := min(textWidth(h.name), end-22-look.Gap4)
	middle(h.name, 22, name)
	rest := end - 22 - name - look.Gap4
	for _, words := range []string{h.place.Detail, h.place.Brief, ""} {
		if h.detail.SetWords(words); textWidth(h.detail) <= rest {
			break
		}
	}
	middle(h.detail, 22+name+look.Gap8, max(rest, 0))
	middle(h.plus, end, h.plus.MinSize().Width)
}

// familyPlus is the plus of a place. The picture has the keyboard for it.
type familyPlus struct {
	control

	picture *FamilyPicture
	place   int
	words   string
	at      bool
	icon    *Icon
	frame   *Frame
}

func newFamilyPlus(p *FamilyPicture, place int, words string) *familyPlus {
	b := &familyPlus{picture: p, place: place, words: words, icon: NewIcon("plus", look.IconInline, look.Teal), frame: NewFrame(Paint{})}
	b.extend(b)
	b.restate = b.paint
	return b
}

func (b *familyPlus) setAt(at bool) {
	if b.at != at {
		b.at = at
		b.paint()
	}
}

// Tapped implements fyne.Tappable.
func (b *familyPlus) Tapped(*fyne.PointEvent) {
	b.picture.takeFocus()
	b.picture.moveHead(b.place)
	b.picture.add(b.place)
}

// Disabled keeps the plus out of the chain of the keyboard.
func (b *familyPlus) Disabled() bool { return true }

// AccessibilityLabel implements fyne.Accessible.
func (b *familyPlus) AccessibilityLabel() string { return b.words }

// AccessibilityRole implements fyne.Accessible.
func (b *familyPlus) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (b *familyPlus) paint() {
	paint := Paint{Fill: b.ground(look.Clear), Radius: look.RadiusSmall}
	if b.at {
		paint.Fill, paint.Line, paint.Width = look.Surface, look.Focus, look.FocusWidth
	}
	b.frame.Set(paint)
	b.icon.SetColour(look.Teal)
}

// CreateRenderer implements fyne.Widget.
func (b *familyPlus) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	b.paint()
	return &renderer{
		objects: []fyne.CanvasObject{b.frame, b.icon},
		min:     func() fyne.Size { return fyne.NewSquareSize(look.TargetHeight) },
		layout: func(size fyne.Size) {
			put(b.frame, 4, 4, size.Width-8, size.Height-8, size.Width)
			put(b.icon, (size.Width-look.IconInline)/2, (size.Height-look.IconInline)/2, look.IconInline, look.IconInline, size.Width)
		},
		refresh: b.paint,
	}
}
