package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// Tile is one of a few choices that need a sentence each: an icon, a word in
// semibold, and what it means.
type Tile struct {
	control

	// OnTap is called by pointer and key; the tile does not choose itself.
	OnTap func()

	chosen bool
	words  string
	frame  *Frame
	icon   *Icon
	title  *Text
	help   *Text
	check  *Icon
	tree   *fyne.Container
}

// NewTile makes a tile that is not chosen.
func NewTile(icon, words, help string) *Tile {
	t := &Tile{words: words, frame: NewFrame(Paint{}), icon: NewIcon(icon, look.IconRow, look.Ink2)}
	t.title, t.help = Label(words), NewText(look.Small, help).In(look.Ink2).Wrap()
	t.check = NewIcon("check", look.IconInline, look.TealInk)
	t.tree = Inset(look.Gap16, 10, Row(look.Gap16, t.icon, Grow(1, Column(0, t.title, t.help)), t.check))
	t.extend(t)
	t.act = func() {
		if t.OnTap != nil {
			t.OnTap()
		}
	}
	t.restate = t.paint
	return t
}

// SetChosen shows the tile as chosen or not.
func (t *Tile) SetChosen(chosen bool) {
	t.chosen = chosen
	t.Refresh()
}

// Chosen says whether the tile is the one chosen.
func (t *Tile) Chosen() bool { return t.chosen }

// FitWidth implements the first of two steps of laying out wrapped words.
func (t *Tile) FitWidth(width float32) { fit(t.tree, width) }

// AccessibilityLabel implements fyne.Accessible.
func (t *Tile) AccessibilityLabel() string { return t.words }

// AccessibilityRole implements fyne.Accessible.
func (t *Tile) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (t *Tile) paint() {
	paint, ink := Paint{Fill: t.ground(look.Surface), Line: look.Hair, Radius: look.Radius}, look.Ink
	mark := look.Ink2
	if t.chosen {
		paint.Fill, paint.Line, ink, mark = look.Tint, look.TealInk, look.TealInk, look.TealInk
	}
	t.frame.Set(paint)
	t.title.SetColour(ink)
	t.help.SetColour(mark)
	t.icon.SetColour(mark)
	t.check.Hidden = !t.chosen
	t.check.Refresh()
	t.paintRing()
}

// CreateRenderer implements fyne.Widget.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	t.paint()
	return framed(&t.control, t.frame, t.tree, look.Radius, t.paint)
}
