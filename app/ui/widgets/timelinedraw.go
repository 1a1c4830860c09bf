package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"harbour/app/ui/look"
)

// timelineGapLeast is the narrowest bar of a gap.
const timelineGapLeast float32 = 8

// timelineDrawing is the picture of what is in view. Its parts are used again.
type timelineDrawing struct {
	t      *Timeline
	frame  *Frame
	today  *Text
	names  *Text // of the calendar
	hint   *Frame
	says   *Text
	slider *Frame
	chosen *canvas.Rectangle
	plus   *Icon
	second *Text // the name of the second calendar
	heads  *container.Clip
	feet   *container.Clip
	sides  *container.Clip
	plot   *container.Clip

	frames pool[*Frame]
	texts  pool[*Text]
	icons  pool[*Icon]

	tagsEnd float32
	parts   []fyne.CanvasObject
}

// pool gives parts that were made before, and makes more where they run out.
type pool[T fyne.CanvasObject] struct {
	make func() T
	all  []T
	used int
}

func (p *pool[T]) next() T {
	if p.used == len(p.all) {
		p.all = append(p.all, p.make())
	}
	p.used++
	return p.all[p.used-1]
}

func newTimelineDrawing(t *Timeline) *timelineDrawing {
	clip := func() *container.Clip { return container.NewClip(container.NewWithoutLayout()) }
	return &timelineDrawing{
		t: t, frame: NewFrame(Paint{Fill: look.Surface, Line: look.Hair, Radius: look.Radius}),
		today: NewText(look.Small, "").Bold().In(look.Teal), names: NewText(look.Small, "").In(look.Ink2).Ellipsis(),
		hint: NewFrame(Paint{Fill: look.Raised, Line: look.Line, Radius: look.RadiusSmall}), says: NewText(look.Small, "").Ellipsis(),
		slider: NewFrame(Paint{Fill: look.Line, Radius: 2}), chosen: &canvas.Rectangle{},
		plus:  NewIcon("plus", look.IconTag, look.TealInk),
		heads: clip(), feet: clip(), sides: clip(), plot: clip(),
		second: NewText(look.Small, "").In(look.Ink2).Ellipsis(),
		frames: pool[*Frame]{make: func() *Frame { return NewFrame(Paint{}) }},
		texts:  pool[*Text]{make: func() *Text { return NewText(look.Small, "").Ellipsis() }},
		icons:  pool[*Icon]{make: func() *Icon { return NewIcon("flag", look.IconInline, look.Ink2) }},
	}
}

// CreateRenderer implements fyne.Widget.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	d := t.draw
	return &renderer{
		objects: []fyne.CanvasObject{d.frame, d.heads, d.feet, d.sides, d.plot, d.names, d.second, d.slider, d.hint, d.says},
		min: func() fyne.Size {
			return fyne.NewSize(t.label()+timelineWords, min(t.head()+t.lanesHeight()+t.foot(), t.highest()))
		},
		layout: func(fyne.Size) { d.paint() },
		refresh: func() {
			d.paint()
			canvas.Refresh(t)
		},
	}
}

// paint builds what is in view.
func (d *timelineDrawing) paint() {
	t, size := d.t, d.t.Size()
	d.frames.used, d.texts.used, d.icons.used, d.tagsEnd = 0, 0, 0, -1
	head, label, room := t.head(), t.label(), t.room()
	put(d.frame, 0, 0, size.Width, size.Height, size.Width)
	put(d.heads, label, 0, t.plot()-1, head, size.Width)
	put(d.sides, 1, head, size.Width-2, room, size.Width)
	put(d.plot, label, head, t.plot()-1, room, size.Width)
	d.words(d.names, t.data.Calendar, look.Gap16, 0, label-look.Gap24, head, size.Width)
	d.side(size.Width)
	d.calendar()
	d.years(size.Width)
	d.lanes()
	d.scrolled(size)
	d.tell(size)
}

// words sets a line of words in the middle of a height.
func (d *timelineDrawing) words(text *Text, words string, x, top, wide, height, width float32) {
	text.words = words
	h := text.lineHeight()
	put(text, x, top+(height-h)/2, wide, h, width)
	text.Refresh()
}

// fill gives a clip its parts.
func (d *timelineDrawing) fill(clip *container.Clip) {
	content := clip.Content.(*fyne.Container)
	content.Objects = append(content.Objects[:0:0], d.parts...)
	d.parts = nil
	content.Resize(clip.Size())
	content.Refresh()
}

// box adds a frame; x is in the clip, from the reading side.
func (d *timelineDrawing) box(paint Paint, x, y, w, h, width float32) {
	frame := d.frames.next()
	frame.paint = paint
	put(frame, x, y, w, h, width)
	frame.Refresh()
	d.parts = append(d.parts, frame)
}

// side is the names of the lanes and the lines between them.
func (d *timelineDrawing) side(width float32) {
	t := d.t
	for i, l := range t.lanes {
		top := l.top - t.down
		if top > t.room() || top+l.height < 0 {
			continue
		}
		d.box(Paint{Fill: look.Hair}, 0, top, width-2, look.LineWidth, width-2)
		icon := d.icons.next()
		icon.Set(t.data.Lanes[i].Icon, look.Ink2)
		put(icon, look.Gap16-1, top+(l.height-look.IconInline)/2, look.IconInline, look.IconInline, width-2)
		text := d.texts.next()
		text.bold, text.colour = true, look.Ink2
		d.words(text, t.data.Lanes[i].Words, look.Gap16+look.IconInline+look.Gap8-1, top, t.label()-look.Gap16-look.IconInline-look.Gap12, l.height, width-2)
		d.parts = append(d.parts, icon, text)
	}
	d.box(Paint{Fill: look.Hair}, 0, min(t.lanesHeight()-t.down, t.room())-look.LineWidth, width-2, look.LineWidth, width-2)
	d.fill(d.sides)
}

// calendar is the marks along the top.
func (d *timelineDrawing) calendar() {
	t := d.t
	width, head := t.plot()-1, t.head()
	todayAt := t.x(t.data.Today + 1)
	d.today.words = t.data.TodayWords
	todayWide := d.today.measure(t.data.TodayWords) + 1
	todayFrom := min(todayAt-todayWide/2, width-todayWide-look.Gap8)
	ticks := d.ticks()
	for i, tick := range ticks {
		x, next := t.x(tick.Day)+timelineShort, width
		if i+1 < len(ticks) {
			next = t.x(ticks[i+1].Day)
		}
		if x < timelineShort && !tick.Minor {
			x = timelineShort // the year that was under way
		}
		text := d.texts.next()
		text.bold, text.colour = !tick.Minor, look.Ink2
		text.words = tick.Words
		wide := text.measure(tick.Words) + 1
		if x < 0 || x+wide > next || x+wide > todayFrom-look.Gap8 && x < todayFrom+todayWide+look.Gap8 {
			continue // today's word is the one that must be read
		}
		d.words(text, tick.Words, x, 0, wide, head, width)
		d.parts = append(d.parts, text)
	}
	if todayAt >= 0 && todayAt <= width {
		d.words(d.today, t.data.TodayWords, todayFrom, 0, todayWide, head, width)
		d.parts = append(d.parts, d.today)
	}
	d.fill(d.heads)
}

func (d *timelineDrawing) ticks() []TimelineTick { return d.marksOf(d.t.Ticks) }

// marksOf makes the marks in view, and the one before them.
func (d *timelineDrawing) marksOf(make func(from, to int, perDay float32) []TimelineTick) []TimelineTick {
	t := d.t
	if make == nil {
		return nil
	}
	year := dateOf(int(t.start)).Year()
	from := dayNumber(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC))
	return make(from, int(t.start+t.days())+1, t.perDay())
}

// years is the second calendar along the foot: a stroke where each year begins.
func (d *timelineDrawing) years(width float32) {
	t := d.t
	shown := t.data.Second != ""
	show(d.second, shown)
	show(d.feet, shown)
	if !shown {
		return
	}
	top, high, plot := t.head()+t.room(), t.foot()-timelineFoot, t.plot()-1
	put(d.feet, t.label(), top, plot, high, width)
	d.words(d.second, t.data.Second, look.Gap16, top, t.label()-look.Gap24, high, width)
	for _, tick := range d.marksOf(t.Years) {
		x := t.x(tick.Day)
		text := d.texts.next()
		text.bold, text.colour = false, look.Ink2
		text.words = tick.Words
		wide := text.measure(tick.Words) + 1
		if x < 0 || x+timelineShort+wide > plot {
			continue
		}
		d.box(Paint{Fill: look.Line}, x, 0, look.LineWidth, timelineStroke, plot)
		d.words(text, tick.Words, x+timelineShort, 0, wide, high, plot)
		d.parts = append(d.parts, text)
	}
	d.fill(d.feet)
}

// timelineStroke is how far the mark of a year reaches down from the lanes.
const timelineStroke float32 = 6

// x is where a day begins in the picture.
func (t *Timeline) x(day int) float32 { return (float32(day) - t.start) * t.perDay() }

// lanes is what stands on them.
func (d *timelineDrawing) lanes() {
	t := d.t
	width, room := t.plot()-1, t.room()
	for _, tick := range d.ticks() {
		if x := t.x(tick.Day); x >= 0 {
			d.box(Paint{Fill: look.Hair}, x, 0, look.LineWidth, room, width)
		}
	}
	d.gaps(width)
	d.chosen.Hidden, d.t.ring.Hidden, d.plus.Hidden = true, true, true
	for i := range t.lanes {
		l := &t.lanes[i]
		for j := range l.marks {
			top := t.rowTop(i, l.marks[j].row) - t.down
			if top > room || top+t.bar() < 0 || l.marks[j].right < t.offset()-look.Gap8 || l.marks[j].left > t.offset()+width+look.Gap8 {
				continue
			}
			d.mark(l.marks[j], t.data.Lanes[i], top)
		}
	}
	d.box(Paint{Fill: look.Teal}, t.x(t.data.Today+1), 0, look.FocusWidth, room, width)
	d.tags(width)
	d.cursor(width)
	d.fill(d.plot)
}

// scrolled shows how far the lanes are scrolled where they do not all fit.
func (d *timelineDrawing) scrolled(size fyne.Size) {
	t := d.t
	room, all := t.room(), t.lanesHeight()
	if d.slider.Hidden = all <= room; d.slider.Hidden {
		return
	}
	put(d.slider, size.Width-look.Gap8, t.head()+t.down*room/all, look.Gap4, room*room/all, size.Width)
}
