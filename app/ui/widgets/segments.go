package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"harbour/app/ui/look"
)

// Option is one of several values of a field: a key for the program, words for people.
type Option struct {
	Key   string
	Words string
}

// Segments shows two to five options side by side, one chosen or none. It is one stop of
// the keyboard; the arrow keys and first letters choose.
type Segments struct {
	control

	// OnChoose is called with the key that a person chose.
	OnChoose func(key string)
	// OnSubmitted is called for Enter.
	OnSubmitted func()

	options []Option
	chosen  int
	over    int
	frame   *Frame
	cells   []*Frame
	words   []*Text
	lines   []*canvas.Rectangle
}

var _ desktop.Hoverable = (*Segments)(nil)

// NewSegments makes segments with none chosen.
func NewSegments(options ...Option) *Segments {
	s := &Segments{options: options, chosen: -1, over: -1, frame: NewFrame(Paint{})}
	for _, o := range options {
		s.cells = append(s.cells, NewFrame(Paint{}))
		s.words = append(s.words, NewText(look.Body, o.Words).Align(Center))
		s.lines = append(s.lines, &canvas.Rectangle{})
	}
	s.extend(s)
	s.restate = s.paint
	s.onKey = s.key
	s.onRune = s.letter
	return s
}

// Chosen returns the key chosen, empty for none.
func (s *Segments) Chosen() string {
	if s.chosen < 0 {
		return ""
	}
	return s.options[s.chosen].Key
}

// Choose shows a key as chosen without calling OnChoose; one that is not there clears.
func (s *Segments) Choose(key string) {
	s.chosen = -1
	for i, o := range s.options {
		if o.Key == key {
			s.chosen = i
		}
	}
	s.Refresh()
}

// Tapped implements fyne.Tappable.
func (s *Segments) Tapped(at *fyne.PointEvent) {
	if s.disabled {
		return
	}
	s.takeFocus()
	s.pick(s.at(at.Position))
}

// MouseMoved implements desktop.Hoverable.
func (s *Segments) MouseMoved(at *desktop.MouseEvent) {
	if over := s.at(at.Position); over != s.over {
		s.over = over
		s.paint()
	}
}

// MouseOut implements desktop.Hoverable.
func (s *Segments) MouseOut() {
	s.over = -1
	s.control.MouseOut()
}

func (s *Segments) key(key *fyne.KeyEvent) bool {
	forward, back := fyne.KeyRight, fyne.KeyLeft
	if look.Current().Mirrored() {
		forward, back = back, forward
	}
	switch key.Name {
	case forward, fyne.KeyDown:
		s.pick(min(s.chosen+1, len(s.options)-1))
	case back, fyne.KeyUp:
		s.pick(max(s.chosen-1, 0))
	case fyne.KeyReturn, fyne.KeyEnter:
		return submits(key, s.OnSubmitted)
	default:
		return false
	}
	return true
}

// letter chooses the next option that begins with a typed letter or figure.
func (s *Segments) letter(r rune) {
	for n := range s.options {
		i := (s.chosen + 1 + n) % len(s.options)
		if beginsWith(s.options[i].Words, r) {
			s.pick(i)
			return
		}
	}
}

func (s *Segments) pick(i int) {
	if i < 0 || i == s.chosen {
		return
	}
	s.chosen = i
	s.paint()
	if s.OnChoose != nil {
		s.OnChoose(s.options[i].Key)
	}
}

// at finds the segment at a position, -1 for none.
func (s *Segments) at(pos fyne.Position) int {
	for i, cell := range s.cells {
		if x := pos.X - cell.Position().X; x >= 0 && x < cell.Size().Width {
			return i
		}
	}
	return -1
}

func (s *Segments) paint() {
	outline := Paint{Fill: look.Surface, Line: look.Line, Radius: look.Radius}
	if s.disabled {
		outline.Line = look.Hair
	}
	s.frame.Set(outline)
	for i := range s.options {
		fill, ink := look.Clear, look.Ink2
		switch {
		case s.disabled:
			ink = look.Off
		case i == s.chosen:
			fill, ink = look.Teal, look.OnTeal
		case i == s.over:
			fill = look.Hover
		}
		s.cells[i].Set(Paint{Fill: fill, Radius: s.cellRadius(i)})
		s.words[i].SetColour(ink)
		s.words[i].SetBold(i == s.chosen)
		s.lines[i].FillColor = look.Current().Colour(look.Hair)
		s.lines[i].Hidden = i == 0 || i == s.chosen || i-1 == s.chosen
		s.lines[i].Refresh()
	}
	s.paintRing()
}

// cellRadius rounds the ground of an end segment with the frame around it.
func (s *Segments) cellRadius(i int) float32 {
	if i == 0 || i == len(s.options)-1 {
		return look.Radius - look.LineWidth
	}
	return 0
}

// CreateRenderer implements fyne.Widget.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	objects := []fyne.CanvasObject{s.frame}
	for i := range s.cells {
		objects = append(objects, s.cells[i], s.lines[i], s.words[i])
	}
	return &renderer{
		objects: append(objects, s.ring),
		min: func() fyne.Size {
			width := float32(2)
			for i := range s.words {
				width += s.cellWidth(i)
			}
			return fyne.NewSize(width, look.Current().Scaled(look.SegmentsHeight)+2)
		},
		layout:  s.layout,
		refresh: s.paint,
	}
}

// cellWidth is the width of a segment: that of its words in the heavier weight, so that
// choosing moves nothing.
func (s *Segments) cellWidth(i int) float32 {
	return NewText(look.Body, s.options[i].Words).Bold().MinSize().Width + 2*look.Gap12
}

func (s *Segments) layout(size fyne.Size) {
	own := s.MinSize()
	put(s.frame, 0, 0, own.Width, size.Height, size.Width)
	x := look.LineWidth
	for i := range s.cells {
		w := s.cellWidth(i)
		put(s.cells[i], x, look.LineWidth, w, size.Height-2, size.Width)
		h := s.words[i].MinSize().Height
		put(s.words[i], x, (size.Height-h)/2, w, h, size.Width)
		put(s.lines[i], x, look.LineWidth, look.LineWidth, size.Height-2, size.Width)
		s.roundOuter(i)
		x += w
	}
	s.placeRing(s.frame.Position(), s.frame.Size(), look.Radius)
	s.paint()
}

// roundOuter rounds the corners of an end segment at the outside only.
func (s *Segments) roundOuter(i int) {
	first, last := i == 0, i == len(s.options)-1
	if look.Current().Mirrored() {
		first, last = last, first
	}
	s.cells[i].leftOnly, s.cells[i].rightOnly = first && !last, last && !first
}
