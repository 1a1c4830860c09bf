package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"harbour/app/ui/look"
)

// List shows any number of rows of one height, making objects only for those in view.
// It is one stop of the keyboard: arrows, Home, End and Page keys move, Enter opens.
type List struct {
	control

	// OnChoose is called with the row that a person pressed or entered.
	OnChoose func(row int)

	count  int
	height float32
	padded float32
	make   func() fyne.CanvasObject
	fill   func(row int, object fyne.CanvasObject, chosen bool)
	chosen int
	over   int
	lines  bool
	scroll *container.Scroll
	body   *fyne.Container
	rows   []*listRow
	first  int
	escape func()
}

// NewList makes an empty list. make builds the content of a row, fill shows a row's
// values in one of those objects; both may be called often and must be quick.
func NewList(height float32, make func() fyne.CanvasObject, fill func(row int, object fyne.CanvasObject, chosen bool)) *List {
	l := &List{height: height, make: make, fill: fill, chosen: -1, over: -1, lines: true}
	l.body = container.New(&listLayout{list: l})
	l.scroll = container.NewVScroll(l.body)
	l.scroll.OnScrolled = func(fyne.Position) { l.show() }
	l.extend(l)
	l.onKey = l.key
	l.restate = l.paint
	l.act = func() { l.open(l.chosen) }
	return l
}

// Plain takes the hairlines between the rows away.
func (l *List) Plain() *List { l.lines = false; return l }

// Padded keeps the content of each row that far from both sides.
func (l *List) Padded(x float32) *List { l.padded = x; return l }

// SetCount says how many rows there are and shows them anew. The chosen row is kept
// where it still exists.
func (l *List) SetCount(count int) {
	l.count = count
	if l.chosen >= count {
		l.chosen = -1
	}
	l.body.Resize(fyne.NewSize(l.body.Size().Width, l.bodyHeight()))
	l.scroll.Refresh()
	l.show()
}

// Chosen is the row chosen, -1 for none.
func (l *List) Chosen() int { return l.chosen }

// Choose shows a row as chosen and scrolls to it, without calling OnChoose.
func (l *List) Choose(row int) {
	l.chosen = min(max(row, -1), l.count-1)
	l.reach(l.chosen)
	l.show()
}

func (l *List) rowHeight() float32  { return look.Current().Scaled(l.height) }
func (l *List) bodyHeight() float32 { return l.rowHeight() * float32(l.count) }
func (l *List) inView() int         { return int(math.Ceil(float64(l.scroll.Size().Height/l.rowHeight()))) + 1 }

func (l *List) open(row int) {
	if row < 0 || row >= l.count || l.disabled {
		return
	}
	l.chosen = row
	l.show()
	if l.OnChoose != nil {
		l.OnChoose(row)
	}
}

func (l *List) key(key *fyne.KeyEvent) bool {
	page := max(1, l.inView()-2)
	switch key.Name {
	case fyne.KeyDown:
		l.Choose(min(l.chosen+1, l.count-1))
	case fyne.KeyUp:
		l.Choose(max(l.chosen-1, 0))
	case fyne.KeyPageDown:
		l.Choose(min(l.chosen+page, l.count-1))
	case fyne.KeyPageUp:
		l.Choose(max(l.chosen-page, 0))
	case fyne.KeyHome:
		l.Choose(0)
	case fyne.KeyEnd:
		l.Choose(l.count - 1)
	case fyne.KeyEscape:
		if l.escape != nil {
			l.escape()
		}
	default:
		return false
	}
	return true
}

// jump chooses the next row whose words begin with a typed letter.
func (l *List) jump(r rune, words func(row int) string) {
	for n := range l.count {
		if row := (l.chosen + 1 + n) % l.count; beginsWith(words(row), r) {
			l.Choose(row)
			return
		}
	}
}

// reach scrolls so that a row is in view.
func (l *List) reach(row int) {
	if row < 0 {
		return
	}
	top := float32(row) * l.rowHeight()
	bottom := top + l.rowHeight()
	switch offset := l.scroll.Offset.Y; {
	case top < offset:
		l.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > offset+l.scroll.Size().Height:
		l.scroll.ScrollToOffset(fyne.NewPos(0, bottom-l.scroll.Size().Height))
	}
}

// show puts the rows in view into the few objects there are.
func (l *List) show() {
	need := min(l.inView(), l.count)
	for len(l.rows) < need {
		row := newListRow(l, l.make())
		l.rows = append(l.rows, row)
		l.body.Objects = append(l.body.Objects, row)
	}
	l.first = int(l.scroll.Offset.Y / l.rowHeight())
	for i, row := range l.rows {
		row.index = l.first + i
		show(row, i < need && row.index < l.count)
		if row.Visible() {
			l.fill(row.index, row.content, row.index == l.chosen)
			row.content.Refresh()
			row.paint()
		}
	}
	l.body.Refresh()
}

func (l *List) paint() {
	l.paintRing()
	for _, row := range l.rows {
		row.paint()
	}
}

// CreateRenderer implements fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	return &renderer{
		objects: []fyne.CanvasObject{l.scroll, l.ring},
		min:     func() fyne.Size { return fyne.NewSize(l.rowWidth(), l.rowHeight()) },
		layout: func(size fyne.Size) {
			unknown := l.scroll.Size().Height == 0
			if l.scroll.Resize(size); unknown {
				l.reach(l.chosen)
			}
			l.placeRingInside(size, look.RadiusSmall)
			l.show()
		},
		refresh: func() {
			l.paint()
			l.show()
		},
	}
}

// rowWidth is the least width of a row, from one that is made for it.
func (l *List) rowWidth() float32 {
	if len(l.rows) == 0 {
		return 0
	}
	return l.rows[0].MinSize().Width
}

// listLayout sets the rows in view where they belong in the whole list.
type listLayout struct{ list *List }

func (b *listLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, b.list.bodyHeight())
}

func (b *listLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	for _, row := range b.list.rows {
		put(row, 0, float32(row.index)*b.list.rowHeight(), size.Width, b.list.rowHeight(), size.Width)
	}
}

// listRow is the ground of a row and what it holds.
type listRow struct {
	control

	list    *List
	index   int
	content fyne.CanvasObject
	frame   *Frame
	bar     *Frame
	line    *Divider
}

var _ desktop.Hoverable = (*listRow)(nil)

func newListRow(list *List, content fyne.CanvasObject) *listRow {
	r := &listRow{list: list, content: content, frame: NewFrame(Paint{}), bar: NewFrame(Paint{Fill: look.Teal}), line: NewDivider()}
	r.extend(r)
	r.restate = r.paint
	return r
}

// Tapped implements fyne.Tappable.
func (r *listRow) Tapped(*fyne.PointEvent) {
	r.list.takeFocus()
	r.list.open(r.index)
}

// Disabled keeps the row out of the chain of the keyboard: the list is the stop.
func (r *listRow) Disabled() bool { return true }

func (r *listRow) paint() {
	chosen := r.index == r.list.chosen
	fill := r.ground(look.Clear)
	if chosen {
		fill = look.Tint
	}
	paint := Paint{Fill: fill}
	if !r.list.lines {
		paint.Radius = look.RadiusSmall
	}
	r.frame.Set(paint)
	show(r.bar, chosen && look.Current().HighContrast())
	show(r.line, r.list.lines && r.index < r.list.count-1)
}

// CreateRenderer implements fyne.Widget.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer {
	r.extend(r)
	return &renderer{
		objects: []fyne.CanvasObject{r.frame, r.bar, r.content, r.line},
		min: func() fyne.Size {
			return fyne.NewSize(r.content.MinSize().Width+2*r.list.padded, r.list.rowHeight())
		},
		layout: func(size fyne.Size) {
			put(r.frame, 0, 0, size.Width, size.Height, size.Width)
			put(r.bar, 0, 0, barWidth, size.Height, size.Width)
			put(r.content, r.list.padded, 0, size.Width-2*r.list.padded, size.Height, size.Width)
			put(r.line, 0, size.Height-look.LineWidth, size.Width, look.LineWidth, size.Width)
		},
		refresh: r.paint,
	}
}

// barWidth is the bar at the leading edge of a chosen row under high contrast.
const barWidth float32 = 4
