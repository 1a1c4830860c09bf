package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Side says which edges of a Place an object is tied to.
type Side int

// Sides of a Place. Start is where reading begins.
const (
	Start Side = iota
	Center
	End
	Both
)

// At ties an object to edges of a Place. X and Y are distances from those edges, W and H
// fixed lengths; 0 takes the object's own, and Both stretches between both edges.
type At struct {
	Object     fyne.CanvasObject
	Along      Side // from the reading side
	Down       Side // from the top
	X, Y, W, H float32
}

// Place sets each object where its edges say, later ones over earlier ones.
func Place(places ...At) *fyne.Container {
	l := &placeLayout{places: places}
	objects := make([]fyne.CanvasObject, 0, len(places))
	for _, p := range places {
		objects = append(objects, p.Object)
	}
	return container.New(l, objects...)
}

// Stack sets objects over one another at the full size.
func Stack(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&sizedLayout{}, objects...)
}

// Inset leaves room around an object: x at both sides, y above and below.
func Inset(x, y float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&insetLayout{start: x, top: y, end: x, bottom: y}, object)
}

// InsetEach is Inset with each side given, from the top along the reading direction.
func InsetEach(top, end, bottom, start float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&insetLayout{start: start, top: top, end: end, bottom: bottom}, object)
}

// Centred holds an object at its own size in the middle of the room offered.
func Centred(object fyne.CanvasObject) *fyne.Container {
	return Place(At{Object: object, Along: Center, Down: Center})
}

type placeLayout struct{ places []At }

func (l *placeLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	for _, p := range l.places {
		if p.Along == Both {
			fit(p.Object, size.Width-2*p.X)
		}
		m := p.Object.MinSize()
		x, w := span(p.Along, p.X, p.W, m.Width, size.Width)
		y, h := span(p.Down, p.Y, p.H, m.Height, size.Height)
		put(p.Object, x, y, w, h, size.Width)
	}
}

func (l *placeLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, p := range l.places {
		m := p.Object.MinSize()
		s = s.Max(fyne.NewSize(reach(p.Along, p.X, p.W, m.Width), reach(p.Down, p.Y, p.H, m.Height)))
	}
	return s
}

// span turns a tie along one axis into an offset and a length.
func span(side Side, distance, fixed, own, whole float32) (offset, length float32) {
	length = own
	if fixed > 0 {
		length = fixed
	}
	switch side {
	case Center:
		return (whole-length)/2 + distance, length
	case End:
		return whole - length - distance, length
	case Both:
		return distance, whole - 2*distance
	default:
		return distance, length
	}
}

func reach(side Side, distance, fixed, own float32) float32 {
	length := own
	if fixed > 0 {
		length = fixed
	}
	if side == Both || side == Center {
		return length + 2*distance
	}
	return length + distance
}

type insetLayout struct{ start, top, end, bottom float32 }

func (l *insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := size.Width - l.start - l.end
	for _, o := range objects {
		fit(o, w)
		put(o, l.start, l.top, w, size.Height-l.top-l.bottom, size.Width)
	}
}

func (l *insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		s = s.Max(o.MinSize())
	}
	return s.AddWidthHeight(l.start+l.end, l.top+l.bottom)
}

func (l *insetLayout) fitObjects(objects []fyne.CanvasObject, width float32) {
	for _, o := range objects {
		fit(o, width-l.start-l.end)
	}
}
