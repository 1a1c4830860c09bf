package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// tell shows the words of what is under the pointer, or else of the place of
// the keyboard.
func (d *timelineDrawing) tell(size fyne.Size) {
	t := d.t
	p, shown := t.at, t.focused
	if t.hover != nil {
		p, shown = *t.hover, true
	}
	words := ""
	if shown && len(t.lanes) > 0 {
		words = t.wordsAt(p)
	}
	d.hint.Hidden, d.says.Hidden = words == "", words == ""
	if words == "" {
		return
	}
	const pad = look.Gap8
	d.says.words = words
	wide := min(d.says.measure(words)+2*pad+1, size.Width-2*look.Gap8)
	height := d.says.lineHeight() + look.Gap8
	x, row := t.unit(p.day), 0
	if p.stop >= 0 {
		var to float32
		x, to, row = t.span(p.lane, t.lanes[p.lane].stops[p.stop])
		x = (max(x, t.offset()) + min(to, t.offset()+t.plot())) / 2
	}
	x = min(max(t.label()+x-t.offset()-wide/2, look.Gap8), size.Width-wide-look.Gap8)
	y := t.head() + t.rowTop(p.lane, row) - t.down + t.bar() + timelineShort
	if y+height > size.Height {
		y = t.head() + t.rowTop(p.lane, row) - t.down - height - timelineShort
	}
	put(d.hint, x, y, wide, height, size.Width)
	d.words(d.says, words, x+pad, y, wide-2*pad+1, height, size.Width)
}

// wordsAt says what stands at a place.
func (t *Timeline) wordsAt(p timelinePlace) string {
	if p.stop < 0 {
		if t.SpotWords == nil {
			return ""
		}
		return t.SpotWords(t.spot(p))
	}
	s := t.lanes[p.lane].stops[p.stop]
	if s.gap >= 0 {
		return besides(t.data.Gaps[s.gap].Words, t.data.GapHint)
	}
	item := t.lanes[p.lane].marks[s.mark].item
	return besides(item.Words, item.Hint)
}

func besides(words, more string) string {
	if more == "" {
		return words
	}
	return InOwnOrder(words) + " · " + InOwnOrder(more)
}
