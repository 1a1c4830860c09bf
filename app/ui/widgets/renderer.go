package widgets

import "fyne.io/fyne/v2"

// renderer joins the few functions that draw a component. A nil refresh is allowed.
type renderer struct {
	objects []fyne.CanvasObject
	min     func() fyne.Size
	layout  func(fyne.Size)
	refresh func()
}

var _ fyne.WidgetRenderer = (*renderer)(nil)

func (r *renderer) Destroy()                     {}
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *renderer) MinSize() fyne.Size           { return r.min() }
func (r *renderer) Layout(size fyne.Size)        { r.layout(size) }

func (r *renderer) Refresh() {
	if r.refresh != nil {
		r.refresh()
	}
}

// filled renders a component that is one tree of objects at its full size.
func filled(root fyne.CanvasObject, refresh func()) *renderer {
	return &renderer{
		objects: []fyne.CanvasObject{root},
		min:     root.MinSize,
		layout: func(size fyne.Size) {
			fit(root, size.Width)
			root.Resize(size)
		},
		refresh: refresh,
	}
}
