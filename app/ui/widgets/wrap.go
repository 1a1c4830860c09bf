package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Wrap sets objects beside each other and goes on in a new line where the width ends.
func Wrap(gap, lineGap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrapLayout{gap: gap, lineGap: lineGap}, objects...)
}

type wrapLayout struct {
	gap, lineGap, width float32
}

func (l *wrapLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.walk(objects, size.Width, func(o fyne.CanvasObject, x, y float32, m fyne.Size) {
		put(o, x, y, min(m.Width, size.Width), m.Height, size.Width)
	})
}

func (l *wrapLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		if o.Visible() {
			s.Width = max(s.Width, o.MinSize().Width)
		}
	}
	width := l.width
	if width == 0 {
		width = 1e6
	}
	s.Height = l.walk(objects, width, func(_ fyne.CanvasObject, x, _ float32, m fyne.Size) {
		if l.width == 0 {
			s.Width = max(s.Width, x+m.Width)
		}
	})
	return s
}

func (l *wrapLayout) fitObjects(_ []fyne.CanvasObject, width float32) { l.width = width }

// walk visits the objects line by line and returns the height they take.
func (l *wrapLayout) walk(objects []fyne.CanvasObject, width float32, visit func(o fyne.CanvasObject, x, y float32, m fyne.Size)) float32 {
	x, y, line := float32(0), float32(0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if x > 0 && x+m.Width > width+0.5 {
			x, y, line = 0, y+line+l.lineGap, 0
		}
		visit(o, x, y, m)
		x += m.Width + l.gap
		line = max(line, m.Height)
	}
	return y + line
}
