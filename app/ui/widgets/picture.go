package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"harbour/app/ui/look"
)

// Limits of zooming, over the size that fits.
const (
	zoomStep float32 = 1.25
	zoomMost float32 = 8
)

// PictureViewer shows a picture that fits, or larger with a way to move over it. Plus and
// minus zoom, 0 fits, R turns. Decoding, and its limits, are with whoever gives the picture.
type PictureViewer struct {
	control

	// Turned gives the picture turned by quarters to the right; without it
	// nothing turns.
	Turned func(quarters int) image.Image

	zoom    float32
	quarter int
	picture *canvas.Image
	scroll  *container.Scroll
	frame   *Frame
}

// NewPictureViewer makes a viewer of a decoded picture.
func NewPictureViewer(picture image.Image) *PictureViewer {
	v := &PictureViewer{zoom: 1, picture: canvas.NewImageFromImage(picture)}
	v.picture.FillMode = canvas.ImageFillContain
	v.picture.ScaleMode = canvas.ImageScaleSmooth
	v.frame = NewFrame(Paint{Fill: look.Rail, Line: look.Hair, Radius: look.Radius})
	v.scroll = container.NewScroll(v.picture)
	v.extend(v)
	v.restate = v.paintRing
	v.onRune = v.typed
	return v
}

// SetPicture shows another picture, fitting.
func (v *PictureViewer) SetPicture(picture image.Image) {
	v.picture.Image = picture
	v.Fit()
}

// Zoom is how much larger than fitting the picture stands.
func (v *PictureViewer) Zoom() float32 { return v.zoom }

// ZoomIn shows the picture a step larger, up to eight times.
func (v *PictureViewer) ZoomIn() { v.setZoom(v.zoom * zoomStep) }

// ZoomOut shows the picture a step smaller, down to the size that fits.
func (v *PictureViewer) ZoomOut() { v.setZoom(v.zoom / zoomStep) }

// Turn shows the picture a quarter further to the right.
func (v *PictureViewer) Turn() {
	if v.Turned == nil {
		return
	}
	v.quarter = (v.quarter + 1) % 4
	v.SetPicture(v.Turned(v.quarter))
}

// Fit shows the whole picture.
func (v *PictureViewer) Fit() { v.setZoom(1) }

func (v *PictureViewer) typed(r rune) {
	switch r {
	case '+', '=':
		v.ZoomIn()
	case '-':
		v.ZoomOut()
	case '0':
		v.Fit()
	case 'r', 'R':
		v.Turn()
	}
}

func (v *PictureViewer) setZoom(zoom float32) {
	v.zoom = min(max(zoom, 1), zoomMost)
	v.apply()
	v.Refresh()
}

// apply sizes the picture; the scroller does the rest.
func (v *PictureViewer) apply() {
	room := v.scroll.Size()
	v.picture.SetMinSize(fyne.NewSize(room.Width*v.zoom, room.Height*v.zoom))
	v.scroll.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (v *PictureViewer) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	return &renderer{
		objects: []fyne.CanvasObject{v.frame, v.scroll, v.ring},
		min:     func() fyne.Size { return fyne.NewSize(160, 120) },
		layout: func(size fyne.Size) {
			put(v.frame, 0, 0, size.Width, size.Height, size.Width)
			put(v.scroll, look.Gap4, look.Gap4, size.Width-look.Gap8, size.Height-look.Gap8, size.Width)
			v.placeRing(fyne.Position{}, size, look.Radius)
			v.apply()
		},
		refresh: func() {
			v.paintRing()
			v.picture.Refresh()
		},
	}
}
