package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// veilShare is how much of the ink lies over a screen behind a dialog: 40 %.
const veilShare = 0x66

// float holds an object above a whole canvas until it is closed. A press beside it
// closes it, unless it is a dialog.
type float struct {
	widget.BaseWidget

	canvas  fyne.Canvas
	object  fyne.CanvasObject
	place   func(size fyne.Size) (fyne.Position, fyne.Size)
	veiled  bool
	open    bool
	onClose func()
}

// openFloat shows an object over a canvas at the place that a function gives for a size.
func openFloat(on fyne.Canvas, object fyne.CanvasObject, veiled bool, place func(fyne.Size) (fyne.Position, fyne.Size)) *float {
	f := &float{canvas: on, object: object, veiled: veiled, place: place, open: true}
	f.ExtendBaseWidget(f)
	f.Resize(on.Size())
	on.Overlays().Add(f)
	return f
}

// close takes the float away. It may be called twice.
func (f *float) close() {
	if !f.open {
		return
	}
	f.open = false
	f.canvas.Overlays().Remove(f)
	if f.onClose != nil {
		f.onClose()
	}
}

// Tapped implements fyne.Tappable for the room beside the object.
func (f *float) Tapped(*fyne.PointEvent) {
	if !f.veiled {
		f.close()
	}
}

// Held implements Holder.
func (f *float) Held() []fyne.CanvasObject { return []fyne.CanvasObject{f.object} }

// CreateRenderer implements fyne.Widget.
func (f *float) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	veil := &canvas.Rectangle{}
	paint := func() {
		veil.FillColor = look.Current().Colour(look.Clear)
		if f.veiled {
			ink := look.PaletteOf(look.Light).Of(look.Ink)
			ink.A = veilShare
			veil.FillColor = ink
		}
		veil.Refresh()
	}
	layout := func(size fyne.Size) {
		veil.Resize(size)
		pos, room := f.place(size)
		f.object.Resize(room)
		f.object.Move(pos)
	}
	paint()
	return &renderer{
		objects: []fyne.CanvasObject{veil, f.object},
		min:     func() fyne.Size { return fyne.Size{} },
		layout:  layout,
		refresh: func() {
			paint()
			layout(f.Size())
		},
	}
}

// under places a float below an object, or above where there is no room below. Its width
// is at least that of the object, its height at most what is free.
func under(anchor fyne.CanvasObject, want fyne.Size) func(fyne.Size) (fyne.Position, fyne.Size) {
	return func(size fyne.Size) (fyne.Position, fyne.Size) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(anchor)
		below := size.Height - at.Y - anchor.Size().Height - look.Gap8 - look.Gap4
		above := at.Y - look.Gap8 - look.Gap4
		room := fyne.NewSize(max(want.Width, anchor.Size().Width), want.Height)
		pos := fyne.NewPos(at.X, at.Y+anchor.Size().Height+look.Gap4)
		if want.Height > below && above > below {
			room.Height = min(want.Height, above)
			pos.Y = at.Y - look.Gap4 - room.Height
		} else {
			room.Height = min(want.Height, below)
		}
		if look.Current().Mirrored() {
			pos.X = at.X + anchor.Size().Width - room.Width
		}
		pos.X = max(look.Gap8, min(pos.X, size.Width-room.Width-look.Gap8))
		return pos, room
	}
}
