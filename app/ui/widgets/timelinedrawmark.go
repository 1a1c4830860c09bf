package widgets

import (
	"fyne.io/fyne/v2/canvas"

	"harbour/app/ui/look"
)

// timelineBlur is how wide an unsure end must be to be seen as one.
const timelineBlur float32 = 4

// mark draws one item and its words.
func (d *timelineDrawing) mark(m timelineMark, lane TimelineLane, top float32) {
	t := d.t
	width, off := t.plot()-1, t.offset()
	tint, ink := lane.Tone.colours()
	from, to := d.inView(m.from, m.to)
	height := t.bar()
	radius := look.RadiusSmall
	switch {
	case m.item.Shape == TimelineBar:
		d.stretch(m, tint, ink, from, to, top)
	default:
		height = timelineDot
		top += (t.bar() - timelineDot) / 2
		if m.item.Shape == TimelineSquare {
			radius = 2
		}
		paint := Paint{Fill: tint, Line: ink, Radius: radius}
		if m.item.From == m.item.To {
			paint = Paint{Fill: ink, Radius: radius}
		}
		d.box(paint, from, top, to-from, height, width)
	}
	chosen := m.item.ID == t.chosen
	if chosen {
		d.ringAround(d.chosen, from, top, to-from, height, radius, width)
	}
	text := d.texts.next()
	text.bold, text.colour = chosen, look.Ink
	if m.inside {
		text.colour = ink
		x := max(from, 0) + look.Gap8
		d.words(text, m.item.Words, x, top, max(min(to, width)-x-look.Gap4, 0), height, width)
	} else {
		d.words(text, m.item.Words, m.words-off, top, m.wordsWide, height, width)
	}
	d.parts = append(d.parts, text)
}

// stretch draws a bar: outlined as far as it can reach, solid where it is sure.
// An end that is open by less than can be seen is drawn as sure.
func (d *timelineDrawing) stretch(m timelineMark, tint, ink look.Colour, from, to, top float32) {
	t := d.t
	width, off := t.plot()-1, t.offset()
	left, right := from, from
	if m.item.Sure {
		left, right = max(t.unit(m.item.SureFrom)-off, from), min(t.unit(m.item.SureTo+1)-off, to)
		if left < from+timelineBlur {
			left = from
		}
		if right > to-timelineBlur {
			right = to
		}
	}
	if left > from || right < to {
		d.box(Paint{Fill: look.Surface, Line: ink, Radius: look.RadiusSmall}, from, top, to-from, t.bar(), width)
	}
	if right > left {
		paint := platePaint(tint, ink, look.RadiusSmall)
		if tint == look.Hover {
			paint.Line = look.Line // too pale alone
		}
		d.box(paint, left, top, right-left, t.bar(), width)
	}
}

// gaps are the amber bars on the first lane.
func (d *timelineDrawing) gaps(width float32) {
	t := d.t
	for _, g := range t.data.Gaps {
		if from, to, ok := d.gapSpan(g); ok {
			d.box(gapPaint(g, look.Gap4), from, 2-t.down, to-from, t.lanes[0].height-4, width)
		}
	}
}

func gapPaint(g TimelineGap, radius float32) Paint {
	if g.Quiet {
		return Paint{Fill: look.Hover, Line: look.Line, Radius: radius}
	}
	return Paint{Fill: look.AmberTint, Line: look.Amber, Radius: radius}
}

// gapSpan is what of a gap is in view.
func (d *timelineDrawing) gapSpan(g TimelineGap) (from, to float32, ok bool) {
	t := d.t
	width := t.plot() - 1
	if len(t.lanes) == 0 || t.lanes[0].top+t.lanes[0].height < t.down {
		return 0, 0, false
	}
	from = t.unit(g.From) - t.offset()
	to = max(t.unit(g.To+1)-t.offset(), from+timelineGapLeast)
	shown := to > 0 && from < width
	from, to = d.inView(from+t.offset(), to+t.offset())
	return from, to, shown
}

// tags say how long the gaps are, at the foot of their lane; where they would
// cover each other the first stands.
func (d *timelineDrawing) tags(width float32) {
	t := d.t
	const height = look.TagHeight
	for _, g := range t.data.Gaps {
		from, to, ok := d.gapSpan(g)
		if !ok {
			continue
		}
		text := d.texts.next()
		text.bold, text.colour = true, look.Amber
		if g.Quiet {
			text.colour = look.Ink2
		}
		text.words = g.Words
		wide := text.measure(g.Words)
		tag := look.Gap8 + look.IconTag + look.Gap4 + wide + look.Gap8
		x := min(max((max(from, 0)+min(to, width)-tag)/2, look.Gap4), width-tag-look.Gap16) // beside the slider
		if x < d.tagsEnd+look.Gap4 {
			continue
		}
		d.tagsEnd = x + tag
		top := t.lanes[0].height - height - 1 - t.down
		d.box(gapPaint(g, look.RadiusSmall), x, top, tag, height, width)
		icon := d.icons.next()
		icon.Set("warning", text.colour)
		put(icon, x+look.Gap8-1, top+(height-look.IconInline)/2, look.IconInline, look.IconInline, width)
		d.words(text, g.Words, x+look.Gap8+look.IconTag+look.Gap4, top, wide+1, height, width)
		d.parts = append(d.parts, icon, text)
	}
}

// cursor draws the ring at the place of the keyboard, and at an empty one the
// plus. The ring is placed without being shown too: a menu floats under it.
func (d *timelineDrawing) cursor(width float32) {
	t := d.t
	d.parts = append(d.parts, d.chosen, d.plus, t.ring)
	if len(t.lanes) == 0 {
		return
	}
	x, w, row, height, radius := t.unit(t.at.day)-t.bar()/2-t.offset(), t.bar(), 0, t.bar(), look.RadiusSmall
	if t.at.stop >= 0 {
		stop := t.lanes[t.at.lane].stops[t.at.stop]
		from, to, r := t.span(t.at.lane, stop)
		left, right := d.inView(from, to)
		x, w, row = left, right-left, r
		if stop.mark >= 0 && t.lanes[t.at.lane].marks[stop.mark].item.Shape != TimelineBar {
			height = timelineDot
		}
	}
	top := t.rowTop(t.at.lane, row) + (t.bar()-height)/2 - t.down
	if t.at.stop < 0 && t.focused {
		d.plus.Hidden = false
		put(d.plus, x+(w-look.IconTag)/2, top+(height-look.IconTag)/2, look.IconTag, look.IconTag, width)
	}
	d.ringAround(t.ring, x, top, w, height, radius, width)
	t.paintRing()
}

// inView is what of a stretch is drawn: a little beyond both edges at most, and
// nothing at the nearer edge where all of it lies beyond.
func (d *timelineDrawing) inView(from, to float32) (left, right float32) {
	const beyond = look.Gap16
	off, last := d.t.offset(), d.t.plot()+beyond
	return min(max(from-off, -beyond), last), min(max(to-off, -beyond), last)
}

// ringAround sets a ring 2 outside of something in the picture.
func (d *timelineDrawing) ringAround(ring *canvas.Rectangle, x, y, w, h, radius, width float32) {
	const out = look.FocusGap + look.FocusWidth/2
	stroke := look.Current().Colour(look.Focus)
	ring.StrokeWidth, ring.CornerRadius, ring.StrokeColor = look.FocusWidth, radius+out, stroke
	stroke.A = 0 // clear in its own colour: plain clear darkens the inner edge
	ring.FillColor = stroke
	ring.Hidden = false
	put(ring, x-out, y-out, w+2*out, h+2*out, width)
	ring.Refresh()
}
