package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"harbour/app/ui/look"
)

// GroupState is what is known of a group of figures.
type GroupState int

// States of a group.
const (
	GroupClosed GroupState = iota // not asked for: dots
	GroupOpen                     // waits for figures
	GroupRight
	GroupWrong
)

// Measures of groups.
const (
	groupCount           = 12
	groupFigures         = 5
	groupsAcross         = 6
	groupGap     float32 = 10
	groupWidth   float32 = 92
	groupHeight  float32 = 64
)

// Groups are the twelve groups of a card. A few are open: a person types what the other
// side reads out. The widget holds no right answer; who uses it says which are right.
type Groups struct {
	// OnTyped is called with a slot from 0 to 11 when its five figures are complete.
	OnTyped func(slot int, figures string)

	// Object is what stands on the screen: six slots a row where there is room.
	Object fyne.CanvasObject

	slots []*groupSlot
}

// NewGroups makes twelve slots. numbers are their captions, in the digits of the
// interface; again is what a wrong one says, such as "ask again".
func NewGroups(numbers [groupCount]string, again string, open ...int) *Groups {
	g := &Groups{}
	objects := make([]fyne.CanvasObject, 0, groupCount)
	for i, number := range numbers {
		slot := newGroupSlot(number, again)
		slot.typed = func(figures string) { g.typed(i, figures) }
		g.slots = append(g.slots, slot)
		objects = append(objects, slot)
	}
	for _, i := range open {
		g.slots[i].set(GroupOpen)
	}
	g.Object = AtMost(groupsAcross*groupWidth+(groupsAcross-1)*groupGap, Wrap(groupGap, groupGap, objects...))
	return g
}

// Set shows what is known of a slot. A wrong one can be typed again.
func (g *Groups) Set(slot int, state GroupState) { g.slots[slot].set(state) }

// Figures returns what was typed into a slot.
func (g *Groups) Figures(slot int) string { return g.slots[slot].figures }

// Type writes a figure into a slot as a person would.
func (g *Groups) Type(slot int, figure rune) { g.slots[slot].rune(figure) }

// Focus moves the keyboard to the first slot that waits for figures.
func (g *Groups) Focus() {
	for _, slot := range g.slots {
		if !slot.Disabled() && len(slot.figures) < groupFigures {
			slot.takeFocus()
			return
		}
	}
}

func (g *Groups) typed(slot int, figures string) {
	if g.OnTyped != nil {
		g.OnTyped(slot, figures)
	}
	g.Focus()
}

// groupSlot is one group to type.
type groupSlot struct {
	control

	typed   func(figures string)
	state   GroupState
	figures string
	again   string
	number  string
	frame   *Frame
	caption *Text
	check   *Icon
	words   *Text
	head    *fyne.Container
	cursor  *canvas.Rectangle
}

func newGroupSlot(number, again string) *groupSlot {
	s := &groupSlot{number: number, again: again, frame: NewFrame(Paint{}), cursor: &canvas.Rectangle{}}
	s.caption = NewText(look.Small, number)
	s.check = NewIcon("check", look.IconTag, look.Green)
	s.words = NewText(look.Title, "").Mono().Align(Center)
	s.head = Row(look.Gap4, s.caption, s.check)
	s.extend(s)
	s.restate = s.paint
	s.onRune = s.rune
	s.onKey = s.key
	s.paint()
	return s
}

// Disabled keeps the keyboard out of slots that ask for nothing.
func (s *groupSlot) Disabled() bool { return s.state == GroupClosed || s.state == GroupRight }

func (s *groupSlot) set(state GroupState) {
	s.state = state
	s.Refresh()
}

// rune takes figures of any script's digits, written as 0 to 9.
func (s *groupSlot) rune(r rune) {
	value, ok := digitOf(r)
	if ok && s.state == GroupWrong {
		s.figures = "" // the next figure begins anew
	}
	if !ok || s.Disabled() || len(s.figures) == groupFigures {
		return
	}
	s.state = GroupOpen
	s.figures += string('0' + value)
	s.Refresh()
	if len(s.figures) == groupFigures && s.typed != nil {
		s.typed(s.figures)
	}
}

// digitOf reads ASCII, Arabic and Persian digits.
func digitOf(r rune) (value rune, ok bool) {
	for _, zero := range []rune{'0', '\u0660', '\u06F0'} {
		if r >= zero && r <= zero+9 {
			return r - zero, true
		}
	}
	return 0, false
}

func (s *groupSlot) key(key *fyne.KeyEvent) bool {
	if key.Name == fyne.KeyBackspace && s.figures != "" {
		s.figures = s.figures[:len(s.figures)-1]
		s.state = GroupOpen
		s.Refresh()
	}
	return true
}

func (s *groupSlot) paint() {
	paint := Paint{Fill: look.FieldGround, Line: look.Line, Radius: look.Radius}
	ink, caption := look.Ink, s.number
	figures := s.figures
	switch {
	case s.state == GroupClosed:
		paint.Fill, paint.Line, ink, figures = look.Paper, look.Hair, look.Ink3, "·····"
	case s.state == GroupRight:
		paint.Line, ink = look.Green, look.Green
	case s.state == GroupWrong:
		paint.Line, paint.Width, ink, caption = look.Red, look.FocusWidth, look.Red, s.again
	case s.focused:
		paint.Line, paint.Width, ink = look.Focus, look.FocusWidth, look.TealInk
	}
	s.frame.Set(paint)
	s.caption.SetWords(caption)
	s.caption.SetColour(ink)
	s.caption.SetBold(s.state != GroupClosed)
	s.words.SetWords(figures)
	s.words.SetBold(s.state != GroupClosed)
	s.words.step, s.words.colour = look.Title, look.Ink
	if s.state == GroupClosed {
		s.words.step, s.words.colour = look.Body, look.Ink3
	}
	s.words.Refresh()
	show(s.check, s.state == GroupRight)
	s.cursor.FillColor = look.Current().Colour(look.Focus)
	s.cursor.Hidden = !s.focused || s.Disabled()
	s.cursor.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *groupSlot) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	return &renderer{
		objects: []fyne.CanvasObject{s.frame, s.head, s.words, s.cursor},
		min: func() fyne.Size {
			return fyne.NewSize(look.Current().Scaled(groupWidth), look.Current().Scaled(groupHeight))
		},
		layout: s.layout,
		refresh: func() {
			s.paint()
			s.layout(s.Size())
			s.head.Refresh()
		},
	}
}

func (s *groupSlot) layout(size fyne.Size) {
	put(s.frame, 0, 0, size.Width, size.Height, size.Width)
	m := s.head.MinSize()
	put(s.head, (size.Width-m.Width)/2, 7, m.Width, m.Height, size.Width)
	w := s.words.MinSize()
	top := size.Height - w.Height - 7
	put(s.words, 0, top, size.Width, w.Height, size.Width)
	// Figures read left to right in every language, so the cursor stands at their right.
	x := (size.Width + s.words.measure(s.words.words)) / 2
	s.cursor.Move(fyne.NewPos(x, top+5))
	s.cursor.Resize(fyne.NewSize(look.FocusWidth, w.Height-10))
}
