package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// Icon is one line icon in a size and a colour of the palette.
type Icon struct {
	widget.BaseWidget

	name   string
	size   float32
	colour look.Colour
}

// NewIcon makes an icon of assets/icons at one of look's icon sizes.
func NewIcon(name string, size float32, colour look.Colour) *Icon {
	i := &Icon{name: name, size: size, colour: colour}
	i.ExtendBaseWidget(i)
	return i
}

// Set shows another icon or colour.
func (i *Icon) Set(name string, colour look.Colour) {
	if i.name == name && i.colour == colour {
		return
	}
	i.name, i.colour = name, colour
	i.Refresh()
}

// SetColour shows the icon in another colour.
func (i *Icon) SetColour(colour look.Colour) { i.Set(i.name, colour) }

// CreateRenderer implements fyne.Widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	i.ExtendBaseWidget(i)
	image := &canvas.Image{FillMode: canvas.ImageFillContain}
	return newPicture(i, image, fyne.NewSquareSize(i.size), func(scale float32) fyne.Resource {
		t := look.Current()
		return look.IconResource(i.name, t.Colour(i.colour), i.size, scale, t.Mirrored())
	})
}

// Mark is Harbour's own sign.
type Mark struct {
	widget.BaseWidget

	size float32
}

// NewMark makes the sign at a side length.
func NewMark(size float32) *Mark {
	m := &Mark{size: size}
	m.ExtendBaseWidget(m)
	return m
}

// CreateRenderer implements fyne.Widget.
func (m *Mark) CreateRenderer() fyne.WidgetRenderer {
	m.ExtendBaseWidget(m)
	image := &canvas.Image{FillMode: canvas.ImageFillContain}
	return newPicture(m, image, fyne.NewSquareSize(m.size), func(scale float32) fyne.Resource {
		return look.MarkResource(m.size, scale)
	})
}

// Scene is the picture of the harbour.
type Scene struct{ widget.BaseWidget }

// NewScene makes the picture at its one size.
func NewScene() *Scene {
	s := &Scene{}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *Scene) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	image := &canvas.Image{FillMode: canvas.ImageFillContain}
	return newPicture(s, image, fyne.NewSize(look.SceneWidth, look.SceneHeight), func(scale float32) fyne.Resource {
		return look.SceneResource(look.Current(), scale)
	})
}

// newPicture renders a vector picture that depends on the theme and the canvas scale.
func newPicture(owner fyne.Widget, image *canvas.Image, size fyne.Size, source func(scale float32) fyne.Resource) *renderer {
	draw := func() {
		resource := source(scaleOf(owner))
		if image.Resource == nil || image.Resource.Name() != resource.Name() {
			image.Resource = resource
			image.Refresh()
		}
	}
	return &renderer{
		objects: []fyne.CanvasObject{image},
		min:     func() fyne.Size { return size },
		layout: func(given fyne.Size) {
			draw()
			put(image, (given.Width-size.Width)/2, (given.Height-size.Height)/2, size.Width, size.Height, given.Width)
		},
		refresh: draw,
	}
}
