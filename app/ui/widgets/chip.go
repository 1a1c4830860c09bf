package widgets

import (
	"slices"

	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// Chip is a small choice in a word: a filter, or an answer that is none. It is drawn 24
// high and catches the pointer in 32, so chips above each other need no gap.
type Chip struct {
	control

	// OnTap is called by pointer and key; the chip does not choose itself.
	OnTap func()
	// OnSubmitted is called for Enter; without it Enter presses, as Space does.
	OnSubmitted func()

	beside  []*Chip // of its group, itself among them
	skipped bool    // Tab goes past it
	chosen  bool
	frame   *Frame
	text    *Text
	mark    *Icon
	row     *fyne.Container
}

// NewChip makes a chip; without an icon name it holds the word alone.
func NewChip(icon, words string, onTap func()) *Chip {
	c := &Chip{OnTap: onTap, frame: NewFrame(Paint{}), text: NewText(look.Small, words)}
	parts := []fyne.CanvasObject{c.text}
	if icon != "" {
		c.mark = NewIcon(icon, look.IconTag, look.Ink2)
		parts = []fyne.CanvasObject{c.mark, c.text}
	}
	c.row = Row(6, parts...)
	c.extend(c)
	c.act = func() {
		if c.OnTap != nil {
			c.OnTap()
		}
	}
	c.restate = c.paint
	c.onKey = c.key
	return c
}

func (c *Chip) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		return submits(key, c.OnSubmitted)
	case fyne.KeyRight, fyne.KeyLeft, fyne.KeyUp, fyne.KeyDown:
		forward := key.Name == fyne.KeyDown || (key.Name == fyne.KeyRight) != look.Current().Mirrored() && key.Name != fyne.KeyUp
		return c.toNeighbour(forward)
	}
	return false
}

// toNeighbour moves the keyboard to the chip beside it.
func (c *Chip) toNeighbour(forward bool) bool {
	i := slices.Index(c.beside, c)
	if i < 0 {
		return false
	}
	step := -1
	if forward {
		step = 1
	}
	c.beside[min(max(i+step, 0), len(c.beside)-1)].Take()
	return true
}

// ByPointer makes Tab go past the chip: another key presses it.
func (c *Chip) ByPointer() *Chip { c.skipped = true; return c }

// Disabled implements fyne.Disableable: the walk of Tab passes what is.
func (c *Chip) Disabled() bool { return c.disabled || c.skipped }

// Take moves the keyboard to the chip, which is where Tab comes to its group
// from then on.
func (c *Chip) Take() {
	for _, other := range c.beside {
		other.skipped = other != c
	}
	c.takeFocus()
}

// Together makes chips a group, which is one stop of the keyboard: arrow keys
// move among them, and a first letter to the next that begins with it.
func Together(chips ...*Chip) {
	for i, c := range chips {
		c.beside, c.skipped = chips, i > 0
		c.onRune = func(r rune) {
			for n := range chips {
				next := chips[(i+1+n)%len(chips)]
				if beginsWith(next.text.Words(), r) {
					next.Take()
					return
				}
			}
		}
	}
}

// Chosen makes a new chip a chosen one.
func (c *Chip) Chosen() *Chip { c.chosen = true; return c }

// SetChosen shows the chip as chosen or not.
func (c *Chip) SetChosen(chosen bool) {
	c.chosen = chosen
	c.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Chip) AccessibilityLabel() string { return c.text.Words() }

// AccessibilityRole implements fyne.Accessible.
func (c *Chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (c *Chip) paint() {
	paint, ink := Paint{Fill: c.ground(look.Surface), Line: look.Hair, Radius: look.ChipHeight}, look.Ink2
	switch {
	case c.disabled:
		paint.Line, ink = look.Clear, look.Off
	case c.chosen:
		paint.Fill, paint.Line, ink = look.Tint, look.TealInk, look.TealInk
	}
	c.frame.Set(paint)
	c.text.SetBold(c.chosen)
	c.text.SetColour(ink)
	if c.mark != nil {
		c.mark.SetColour(ink)
	}
	c.paintRing()
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	c.paint()
	const padding = 10
	return &renderer{
		objects: []fyne.CanvasObject{c.frame, c.row, c.ring},
		min: func() fyne.Size {
			height := max(look.Current().Scaled(look.ChipHeight), look.TargetHeight)
			return fyne.NewSize(c.row.MinSize().Width+2*padding, height)
		},
		layout: func(size fyne.Size) {
			height := min(look.Current().Scaled(look.ChipHeight), size.Height)
			put(c.frame, 0, (size.Height-height)/2, size.Width, height, size.Width)
			m := c.row.MinSize()
			put(c.row, (size.Width-m.Width)/2, (size.Height-m.Height)/2, m.Width, m.Height, size.Width)
			c.placeRing(c.frame.Position(), c.frame.Size(), height/2)
		},
		refresh: c.paint,
	}
}

// Chips sets chips beside each other and goes on below where the width ends.
func Chips(chips ...*Chip) *fyne.Container {
	objects := make([]fyne.CanvasObject, 0, len(chips))
	for _, c := range chips {
		objects = append(objects, c)
	}
	return Wrap(look.Gap8, 0, objects...)
}
