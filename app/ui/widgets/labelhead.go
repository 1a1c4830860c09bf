package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"harbour/app/ui/look"
)

// leastLabel is the width that a label keeps beside its tag; where less is left the tag
// goes under it.
const leastLabel float32 = 140

// labelHead is the line over a field: its label, which breaks where it must, what stands
// behind it, and the help at the end.
func labelHead(label *Text, behind ...fyne.CanvasObject) *fyne.Container {
	return container.New(&labelHeadLayout{}, append([]fyne.CanvasObject{label.Wrap()}, behind...)...)
}

type labelHeadLayout struct{ width float32 }

func (l *labelHeadLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.fitObjects(objects, size.Width)
	label := objects[0].(*Text)
	own, under := l.share(objects, size.Width)
	line := label.MinSize().Height
	put(label, 0, 0, own, line, size.Width)
	x, y := own+look.Gap8, float32(0)
	if under {
		x, y = 0, line
	}
	for i, o := range objects[1:] {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		at := y + max(0, (label.lineHeight()-m.Height)/2)
		if last := i == len(objects)-2; last {
			put(o, size.Width-m.Width, at, m.Width, m.Height, size.Width)
			continue
		}
		put(o, x, at, m.Width, m.Height, size.Width)
		x += m.Width + look.Gap8
	}
}

func (l *labelHeadLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	_, under := l.share(objects, l.width)
	size := objects[0].MinSize()
	if l.width == 0 {
		size.Width = min(size.Width, leastLabel)
	}
	for _, o := range objects[1:] {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		if !under {
			size.Height = max(size.Height, m.Height)
		}
	}
	if under {
		size.Height += objects[0].(*Text).lineHeight()
	}
	return size
}

func (l *labelHeadLayout) fitObjects(objects []fyne.CanvasObject, width float32) {
	l.width = width
	own, _ := l.share(objects, width)
	fit(objects[0], own)
}

// share is the width of the label, and whether the others stand under it.
func (l *labelHeadLayout) share(objects []fyne.CanvasObject, width float32) (own float32, under bool) {
	label := objects[0].(*Text)
	natural, rest := label.measure(label.words)+1, width
	for _, o := range objects[1:] {
		if o.Visible() {
			rest -= o.MinSize().Width + look.Gap8
		}
	}
	switch {
	case width == 0 || natural <= rest:
		return natural, false
	case rest >= leastLabel:
		return rest, false
	}
	return width, rest < width
}
