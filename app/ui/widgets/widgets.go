// Package widgets holds the components that every screen is made of: they take values,
// draw them in Harbour's look and report what a person did through OnX callbacks. They
// never hold a word of any language, never know a referral, and never start a goroutine:
// what moves or waits is driven from outside.
//
// Screens are built of Row, Column and Place, which keep the grid, snap to whole pixels
// and mirror by themselves. Leave 4 around anything focusable: its ring stands outside.
package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// fitter is what takes a width before its height is known: wrapped words and what holds
// them.
type fitter interface {
	FitWidth(width float32)
}

// layoutFitter is the same for a layout.
type layoutFitter interface {
	fitObjects(objects []fyne.CanvasObject, width float32)
}

// fit tells an object how wide it will be, so that its MinSize has the right height.
func fit(object fyne.CanvasObject, width float32) {
	switch o := object.(type) {
	case fitter:
		o.FitWidth(width)
	case *fyne.Container:
		if l, ok := o.Layout.(layoutFitter); ok {
			l.fitObjects(o.Objects, width)
		}
	}
}

// canvasOf is the canvas that an object is on. One that was not drawn yet knows
// of none: there is one window, and it will be on that. It is nil without any
// window.
func canvasOf(object fyne.CanvasObject) fyne.Canvas {
	app := fyne.CurrentApp()
	// The test driver takes the last window for an answer, so there must be one.
	if object == nil || app == nil || len(app.Driver().AllWindows()) == 0 {
		return nil
	}
	if on := app.Driver().CanvasForObject(object); on != nil {
		return on
	}
	return app.Driver().AllWindows()[0].Canvas()
}

// scaleOf is the scale of the canvas that an object is on, 1 before it is on any.
func scaleOf(object fyne.CanvasObject) float32 {
	on := canvasOf(object)
	if on == nil || on.Scale() <= 0 {
		return 1
	}
	return on.Scale()
}

// put places an object at a position counted from the reading side of a width.
func put(object fyne.CanvasObject, x, y, w, h, width float32) {
	scale := scaleOf(object)
	if look.Current().Mirrored() {
		x = width - x - w
	}
	left, top := look.Snap(x, scale), look.Snap(y, scale)
	object.Resize(fyne.NewSize(look.Snap(x+w, scale)-left, look.Snap(y+h, scale)-top))
	object.Move(fyne.NewPos(left, top))
}
