package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Column sets objects under each other, each as wide as the column and at its own
// height; Grow lets one take what is left.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnLayout{gap: gap}, objects...)
}

type columnLayout struct{ gap float32 }

func (l *columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.fitObjects(objects, size.Width)
	rest, weights := size.Height, float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		rest -= gapBetween(objects, i, l.gap)
		if w := weightOf(o); w > 0 {
			weights += w
			continue
		}
		rest -= o.MinSize().Height
	}
	y := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		h := o.MinSize().Height
		if w := weightOf(o); w > 0 {
			h = max(0, rest*w/weights)
		}
		put(o, 0, y, size.Width, h, size.Width)
		y += h + gapBetween(objects, i, l.gap)
	}
}

func (l *columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if g, ok := sizedOf(o); ok && g.gap {
			m.Width = 0
		}
		s.Width = max(s.Width, m.Width)
		s.Height += m.Height + gapBetween(objects, i, l.gap)
	}
	return s
}

func (l *columnLayout) fitObjects(objects []fyne.CanvasObject, width float32) {
	for _, o := range objects {
		fit(o, width)
	}
}
