package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Grow lets an object take what is left of a Row or Column, shared by weight with other
// growing ones. Without an object it is empty space.
func Grow(weight float32, object ...fyne.CanvasObject) *fyne.Container {
	return container.New(&sizedLayout{weight: weight}, object...)
}

// Flex is the space that pushes its neighbours apart.
func Flex() *fyne.Container { return Grow(1) }

// Width gives an object a fixed width.
func Width(width float32, object ...fyne.CanvasObject) *fyne.Container {
	return container.New(&sizedLayout{width: width}, object...)
}

// Height gives an object a fixed height.
func Height(height float32, object ...fyne.CanvasObject) *fyne.Container {
	return container.New(&sizedLayout{height: height}, object...)
}

// Sized gives an object a fixed size.
func Sized(width, height float32, object ...fyne.CanvasObject) *fyne.Container {
	return container.New(&sizedLayout{width: width, height: height}, object...)
}

// AtMost lets an object be as wide as offered, up to a limit, at the reading side.
func AtMost(width float32, object fyne.CanvasObject) *fyne.Container {
	return container.New(&sizedLayout{limit: width}, object)
}

// Gap is a fixed piece of empty space along a Row or Column, beside its usual gap.
func Gap(length float32) *fyne.Container {
	return container.New(&sizedLayout{width: length, height: length, gap: true})
}

// sizedLayout stacks its objects over one another at a size of its own choosing.
type sizedLayout struct {
	width, height, limit, weight float32
	gap                          bool
}

func (l *sizedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := size.Width
	if l.width > 0 {
		w = l.width
	}
	if l.limit > 0 {
		w = min(w, l.limit)
	}
	for _, o := range objects {
		fit(o, w)
		put(o, 0, 0, w, size.Height, size.Width)
	}
}

func (l *sizedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		s = s.Max(o.MinSize())
	}
	if l.width > 0 {
		s.Width = l.width
	}
	if l.height > 0 {
		s.Height = l.height
	}
	return s
}

func (l *sizedLayout) fitObjects(objects []fyne.CanvasObject, width float32) {
	if l.width > 0 {
		width = l.width
	}
	if l.limit > 0 {
		width = min(width, l.limit)
	}
	for _, o := range objects {
		fit(o, width)
	}
}

// sizedOf gives the layout of an object that one of this file's functions made.
func sizedOf(object fyne.CanvasObject) (*sizedLayout, bool) {
	c, ok := object.(*fyne.Container)
	if !ok {
		return nil, false
	}
	l, ok := c.Layout.(*sizedLayout)
	return l, ok
}

// weightOf is an object's share of what is left, 0 for one that keeps its own size.
func weightOf(object fyne.CanvasObject) float32 {
	if l, ok := sizedOf(object); ok {
		return l.weight
	}
	return 0
}
