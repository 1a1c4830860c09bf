package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// dialogWidth is how wide a dialog stands where the window has room.
const dialogWidth float32 = 480

// Dialog floats over a veil until one of its buttons closes it.
type Dialog struct {
	// OnClose is called once when the dialog goes, by whatever way.
	OnClose func()

	float *float
	body  *fyne.Container
	width float32
	back  fyne.Focusable
}

// NewDialog makes a dialog of a heading, content and buttons, the main one last. The
// content may be nil.
func NewDialog(heading string, content fyne.CanvasObject, buttons ...*Button) *Dialog {
	parts := []fyne.CanvasObject{NewText(look.Title, heading).Wrap()}
	if content != nil {
		parts = append(parts, content)
	}
	if len(buttons) > 0 {
		row := []fyne.CanvasObject{Flex()}
		for _, b := range buttons {
			row = append(row, b)
		}
		parts = append(parts, InsetEach(look.Gap8, 0, 0, 0, Row(look.Gap12, row...)))
	}
	frame := NewFrame(Paint{Fill: look.Raised, Line: look.Hair, Radius: look.Radius}).Floating()
	body := Stack(frame, Inset(look.Gap24, look.Gap24, Column(look.Gap12, parts...)))
	return &Dialog{body: body, width: dialogWidth}
}

// Wide sets another width.
func (d *Dialog) Wide(width float32) *Dialog { d.width = width; return d }

// Show floats the dialog over a canvas and moves the keyboard into it.
func (d *Dialog) Show(on fyne.Canvas) {
	if d.float != nil {
		return
	}
	d.back = on.Focused()
	d.float = openFloat(on, d.body, true, d.place)
	d.float.onClose = func() {
		d.float = nil
		if d.back != nil {
			on.Focus(d.back)
		}
		if d.OnClose != nil {
			d.OnClose()
		}
	}
	on.FocusNext()
}

// Close takes the dialog away. It may be called twice.
func (d *Dialog) Close() {
	if d.float != nil {
		d.float.close()
	}
}

// Reflow fits the dialog to content that grew or shrank.
func (d *Dialog) Reflow() {
	if d.float != nil {
		d.float.Refresh()
	}
}

func (d *Dialog) place(size fyne.Size) (fyne.Position, fyne.Size) {
	width := min(d.width, size.Width-2*look.Gap24)
	fit(d.body, width)
	height := min(d.body.MinSize().Height, size.Height-2*look.Gap24)
	pos := fyne.NewPos((size.Width-width)/2, (size.Height-height)/2)
	return fyne.NewPos(float32(int(pos.X)), float32(int(pos.Y))), fyne.NewSize(width, height)
}
