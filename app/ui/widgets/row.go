package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Across says where the objects of a Row stand in its height.
type Across int

// Where objects stand across a row.
const (
	Middle Across = iota
	Top
	Bottom
	Fill
)

// Row sets objects beside each other from the reading side, centred in its height, at
// their own widths; Grow and Width say otherwise.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return RowAt(Middle, gap, objects...)
}

// RowAt is Row with the place across given.
func RowAt(across Across, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap, across: across}, objects...)
}

type rowLayout struct {
	gap    float32
	across Across
}

func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.fitObjects(objects, size.Width)
	widths := l.widths(objects, size.Width)
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		h := min(o.MinSize().Height, size.Height)
		y := (size.Height - h) / 2
		switch l.across {
		case Top:
			y = 0
		case Bottom:
			y = size.Height - h
		case Fill:
			y, h = 0, size.Height
		}
		put(o, x, y, widths[i], h, size.Width)
		x += widths[i] + l.gapAfter(objects, i)
	}
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if g, ok := sizedOf(o); ok && g.gap {
			m.Height = 0
		}
		s.Width += m.Width + l.gapAfter(objects, i)
		s.Height = max(s.Height, m.Height)
	}
	return s
}

func (l *rowLayout) fitObjects(objects []fyne.CanvasObject, width float32) {
	for i, w := range l.widths(objects, width) {
		fit(objects[i], w)
	}
}

// widths gives each object its own width and shares the rest among those that grow.
func (l *rowLayout) widths(objects []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(objects))
	rest, weights := width, float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		rest -= l.gapAfter(objects, i)
		if w := weightOf(o); w > 0 {
			weights += w
			continue
		}
		widths[i] = o.MinSize().Width
		rest -= widths[i]
	}
	for i, o := range objects {
		if w := weightOf(o); w > 0 && o.Visible() {
			widths[i] = max(0, rest*w/weights)
		}
	}
	return widths
}

// gapAfter is the gap behind an object: none at the end and none around a Gap.
func (l *rowLayout) gapAfter(objects []fyne.CanvasObject, i int) float32 {
	return gapBetween(objects, i, l.gap)
}

func gapBetween(objects []fyne.CanvasObject, i int, gap float32) float32 {
	isGap := func(o fyne.CanvasObject) bool {
		s, ok := sizedOf(o)
		return ok && s.gap
	}
	for _, next := range objects[i+1:] {
		if !next.Visible() {
			continue
		}
		if isGap(next) || isGap(objects[i]) {
			return 0
		}
		return gap
	}
	return 0
}
