package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// NavigationItem leads to a part of the program: an icon and a word beside it, or under
// it where the navigation is folded.
type NavigationItem struct {
	control

	// OnTap leads there.
	OnTap func()

	words  string
	count  string
	chosen bool
	folded bool
	frame  *Frame
	bar    *Frame
	icon   *Icon
	text   *Text
	badge  *Badge
}

// Measures of a folded item.
const (
	foldedItemWidth  float32 = 59
	foldedItemHeight float32 = 52
)

// NewNavigationItem makes a wide item without a count.
func NewNavigationItem(icon, words string, onTap func()) *NavigationItem {
	n := &NavigationItem{OnTap: onTap, words: words, frame: NewFrame(Paint{}), bar: NewFrame(Paint{Fill: look.Teal})}
	n.icon, n.badge = NewIcon(icon, look.IconRow, look.Ink2), NewBadge("")
	n.text = NewText(look.Body, words)
	n.badge.Hide()
	n.bar.Hide()
	n.extend(n)
	n.act = func() {
		if n.OnTap != nil {
			n.OnTap()
		}
	}
	n.restate = n.paint
	return n
}

// SetChosen shows the item as the part that is open.
func (n *NavigationItem) SetChosen(chosen bool) {
	n.chosen = chosen
	n.Refresh()
}

// SetCount shows a count in a badge; empty words take it away.
func (n *NavigationItem) SetCount(words string) {
	n.count = words
	n.Refresh()
}

// SetFolded puts the word under the icon, in 11.
func (n *NavigationItem) SetFolded(folded bool) {
	n.folded = folded
	step := look.Body
	if folded {
		step = look.Tiny
	}
	n.text.step = step
	n.text.align = Start
	if folded {
		n.text.align = Center
	}
	n.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (n *NavigationItem) AccessibilityLabel() string { return n.words }

// AccessibilityRole implements fyne.Accessible.
func (n *NavigationItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

func (n *NavigationItem) paint() {
	paint, ink := Paint{Fill: n.ground(look.Clear), Radius: look.Radius}, look.Ink2
	if n.chosen {
		paint.Fill, ink = look.Tint, look.TealInk
	}
	n.frame.Set(paint)
	n.icon.SetColour(ink)
	n.text.SetColour(ink)
	n.text.SetBold(n.chosen)
	n.badge.Set(n.count, n.chosen && !n.folded)
	show(n.badge, n.count != "")
	show(n.bar, n.chosen && look.Current().HighContrast())
	n.paintRing()
}

// CreateRenderer implements fyne.Widget.
func (n *NavigationItem) CreateRenderer() fyne.WidgetRenderer {
	n.ExtendBaseWidget(n)
	n.paint()
	return &renderer{
		objects: []fyne.CanvasObject{n.frame, n.bar, n.icon, n.text, n.badge, n.ring},
		min: func() fyne.Size {
			t := look.Current()
			if n.folded {
				return fyne.NewSize(foldedItemWidth, t.Scaled(foldedItemHeight))
			}
			return fyne.NewSize(n.text.MinSize().Width+60, t.Scaled(look.NavigationHeight))
		},
		layout: func(size fyne.Size) {
			put(n.frame, 0, 0, size.Width, size.Height, size.Width)
			put(n.bar, 0, 0, barWidth, size.Height, size.Width)
			if n.folded {
				n.layoutFolded(size)
			} else {
				n.layoutWide(size)
			}
			n.placeRingInside(size, look.Radius)
		},
		refresh: func() {
			n.paint()
			if n.folded {
				n.layoutFolded(n.Size())
			} else {
				n.layoutWide(n.Size())
			}
		},
	}
}

func (n *NavigationItem) layoutWide(size fyne.Size) {
	put(n.icon, 10, (size.Height-look.IconRow)/2, look.IconRow, look.IconRow, size.Width)
	m := n.text.MinSize()
	put(n.text, 38, (size.Height-m.Height)/2, m.Width, m.Height, size.Width)
	b := n.badge.MinSize()
	put(n.badge, size.Width-b.Width-10, (size.Height-b.Height)/2, b.Width, b.Height, size.Width)
}

func (n *NavigationItem) layoutFolded(size fyne.Size) {
	put(n.icon, (size.Width-look.IconRow)/2, 9, look.IconRow, look.IconRow, size.Width)
	m := n.text.MinSize()
	put(n.text, 0, 28, size.Width, m.Height, size.Width)
	b := n.badge.MinSize()
	put(n.badge, size.Width/2+4, 2, b.Width, b.Height, size.Width)
}
