package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// Frame is a ground with a crisp outline: two filled rectangles, one inside the other,
// because a stroked one is soft. It holds nothing; Stack it under what it frames.
type Frame struct {
	widget.BaseWidget

	paint     Paint
	floats    bool
	topOnly   bool
	lowerOnly bool
	leftOnly  bool
	rightOnly bool
}

// Paint is how a Frame is filled and outlined.
type Paint struct {
	Fill   look.Colour
	Line   look.Colour // look.Clear or empty for none
	Width  float32     // of the line, look.LineWidth where 0
	Radius float32
}

// NewFrame makes a frame. A plate on a tint has no line; in high contrast, where tints
// are paper, call Plate instead.
func NewFrame(paint Paint) *Frame {
	f := &Frame{paint: paint}
	f.ExtendBaseWidget(f)
	return f
}

// Plate is a tinted ground for words of a colour: outlined in it under high contrast.
func Plate(tint, words look.Colour, radius float32) *Frame {
	return NewFrame(platePaint(tint, words, radius))
}

// platePaint paints a tint, with a line in the colour of its words under high contrast.
func platePaint(tint, words look.Colour, radius float32) Paint {
	paint := Paint{Fill: tint, Radius: radius}
	if look.Current().HighContrast() {
		paint.Line = words
	}
	return paint
}

// Floating adds the shadow of what floats.
func (f *Frame) Floating() *Frame { f.floats = true; return f }

// TopCorners rounds the upper corners only: the head of a table in a card.
func (f *Frame) TopCorners() *Frame { f.topOnly = true; return f }

// LowerCorners rounds the lower corners only: the last row of a card.
func (f *Frame) LowerCorners() *Frame { f.lowerOnly = true; return f }

// Set paints the frame anew.
func (f *Frame) Set(paint Paint) {
	if f.paint == paint {
		return
	}
	f.paint = paint
	f.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (f *Frame) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	outer, inner := &canvas.Rectangle{}, &canvas.Rectangle{}
	draw := func(size fyne.Size) {
		f.draw(outer, inner, size)
		outer.Refresh()
		inner.Refresh()
	}
	return &renderer{
		objects: []fyne.CanvasObject{outer, inner},
		min:     func() fyne.Size { return fyne.Size{} },
		layout:  draw,
		refresh: func() { draw(f.Size()) },
	}
}

func (f *Frame) draw(outer, inner *canvas.Rectangle, size fyne.Size) {
	t, scale := look.Current(), scaleOf(f)
	line := float32(0)
	outer.FillColor, inner.FillColor = t.Colour(f.paint.Fill), t.Colour(f.paint.Fill)
	if f.paint.Line != "" && f.paint.Line != look.Clear {
		outer.FillColor = t.Colour(f.paint.Line)
		line = look.SnapLine(max(f.paint.Width, look.LineWidth), scale)
	}
	inner.Hidden = line == 0
	f.round(outer, min(f.paint.Radius, size.Height/2, size.Width/2))
	f.round(inner, max(0, min(f.paint.Radius, size.Height/2, size.Width/2)-line))
	outer.Move(fyne.Position{})
	outer.Resize(size)
	inner.Move(fyne.NewSquareOffsetPos(line))
	inner.Resize(fyne.NewSize(max(0, size.Width-2*line), max(0, size.Height-2*line)))
	outer.Shadow = canvas.Shadow{}
	if f.floats {
		outer.Shadow = canvas.Shadow{Color: t.Colour(look.Shadow), BlurRadius: 20, Offset: fyne.NewPos(0, 6)}
	}
}

func (f *Frame) round(r *canvas.Rectangle, radius float32) {
	corner := func(cut bool) float32 {
		if cut {
			return 0
		}
		return radius
	}
	r.TopLeftCornerRadius = corner(f.lowerOnly || f.rightOnly)
	r.TopRightCornerRadius = corner(f.lowerOnly || f.leftOnly)
	r.BottomLeftCornerRadius = corner(f.topOnly || f.rightOnly)
	r.BottomRightCornerRadius = corner(f.topOnly || f.leftOnly)
}

// Divider is a hairline, as wide as it is given or, with Upright, as high.
type Divider struct {
	widget.BaseWidget

	colour  look.Colour
	upright bool
}

// NewDivider makes a level hairline.
func NewDivider() *Divider {
	d := &Divider{colour: look.Hair}
	d.ExtendBaseWidget(d)
	return d
}

// Upright makes the hairline stand.
func (d *Divider) Upright() *Divider { d.upright = true; return d }

// CreateRenderer implements fyne.Widget.
func (d *Divider) CreateRenderer() fyne.WidgetRenderer {
	d.ExtendBaseWidget(d)
	line := canvas.NewRectangle(look.Current().Colour(d.colour))
	thickness := func() float32 { return look.SnapLine(look.LineWidth, scaleOf(d)) }
	return &renderer{
		objects: []fyne.CanvasObject{line},
		min:     func() fyne.Size { return fyne.NewSquareSize(thickness()) },
		layout: func(size fyne.Size) {
			if d.upright {
				size.Width = thickness()
			} else {
				size.Height = thickness()
			}
			line.Resize(size)
		},
		refresh: func() {
			line.FillColor = look.Current().Colour(d.colour)
			line.Refresh()
		},
	}
}
