package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"harbour/app/ui/look"
)

// entryPadding is what the entry leaves between its edge and its words.
const entryPadding float32 = 4

// settled shows what was typed while the keyboard is elsewhere, where it mixes
// directions: the toolkit's entry lays that in the order of typing. It covers the entry,
// which stays where it is for the pointer and the keyboard.
type settled struct {
	cover *canvas.Rectangle
	text  *Text
	view  fyne.CanvasObject // text, in a scroller where it may have several lines
}

func newSettled(rows int) *settled {
	s := &settled{cover: &canvas.Rectangle{}, text: NewText(look.Body, "")}
	if rows == 1 {
		s.view = s.text.Ellipsis()
	} else {
		s.view = NewScroll(s.text.Wrap())
	}
	return s
}

func (s *settled) objects() []fyne.CanvasObject { return []fyne.CanvasObject{s.cover, s.view} }

func (s *settled) show(shown bool) {
	show(s.cover, shown)
	show(s.view, shown)
}

func (s *settled) paint(ground, ink look.Colour) {
	s.cover.FillColor = look.Current().Colour(ground)
	s.cover.Refresh()
	s.text.SetColour(ink)
}

func (s *settled) say(words string) {
	s.text.SetWords(words)
	if scroll, ok := s.view.(*Scroll); ok {
		scroll.Reflow()
	}
}

// layout lays it over an entry, within the frame around that.
func (s *settled) layout(pos fyne.Position, size fyne.Size, height float32) {
	top := max(pos.Y, look.FocusWidth)
	bottom := min(pos.Y+size.Height, height-look.FocusWidth-1)
	s.cover.Move(fyne.NewPos(pos.X, top))
	s.cover.Resize(fyne.NewSize(size.Width, max(bottom-top, 0)))
	s.view.Move(pos.AddXY(entryPadding, entryPadding))
	s.view.Resize(fyne.NewSize(max(size.Width-2*entryPadding, 0), max(bottom-pos.Y-entryPadding, 0)))
}

// settle shows or hides the settled words, as the entry and the keyboard are.
func (i *Input) settle() {
	words := i.entry.Text
	shown := !i.focused && mixes(words)
	if i.settled == nil {
		if !shown {
			return
		}
		i.settled = newSettled(i.rows)
		if i.drawn != nil {
			i.drawn.objects = append(i.drawn.objects, i.settled.objects()...)
			i.paint()
			i.layout(i.Size())
		}
	}
	if shown {
		i.settled.say(words)
	}
	i.settled.show(shown)
}
