package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// inputTextEdge is where the entry begins inside the frame; its words begin 4 further on.
const inputTextEdge float32 = 9

// entryRoom is what an entry needs beside its line: a border of 2 and, of its padding of
// 4, the 2 that are not under that border, twice.
const entryRoom float32 = 8

// CreateRenderer implements fyne.Widget.
func (i *Input) CreateRenderer() fyne.WidgetRenderer {
	i.ExtendBaseWidget(i)
	objects := []fyne.CanvasObject{i.frame, i.theme}
	for _, mask := range i.masks {
		objects = append(objects, mask)
	}
	for _, o := range []fyne.CanvasObject{i.leading, i.trailing} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	if i.settled != nil {
		objects = append(objects, i.settled.objects()...)
	}
	scheme := *look.Current()
	i.paint()
	i.drawn = &renderer{
		objects: objects,
		min:     func() fyne.Size { return fyne.NewSize(80, i.minHeight()) },
		layout:  i.layout,
		refresh: func() {
			i.paint()
			i.maskBorder()
			if now := *look.Current(); now.Scheme != scheme.Scheme || now.TextScale != scheme.TextScale {
				scheme = now
				i.theme.Theme = look.Current().ForEntry(i.rows)
				i.theme.Refresh()
			}
		},
	}
	return i.drawn
}

func (i *Input) minHeight() float32 {
	if i.rows == 1 {
		return look.Current().Scaled(i.height)
	}
	return look.Current().Scaled(look.Body.Line())*float32(i.rows) + look.Gap16
}

func (i *Input) paint() {
	paint := Paint{Fill: look.FieldGround, Line: look.Line, Radius: look.Radius}
	switch {
	case i.bare:
		paint.Fill, paint.Line = i.ground, look.Clear
	case i.Disabled():
		paint.Fill, paint.Line = look.Hover, look.Clear
	case i.failed:
		paint.Line, paint.Width = look.Red, look.FocusWidth
	case i.focused:
		paint.Line, paint.Width = look.Focus, look.FocusWidth
	}
	i.frame.Set(paint)
	for _, mask := range i.masks {
		mask.FillColor = look.Current().Colour(paint.Fill)
		mask.Refresh()
	}
	if i.settled != nil {
		ink := look.Ink
		if i.Disabled() {
			ink = look.Off
		}
		i.settled.paint(paint.Fill, ink)
	}
}

func (i *Input) layout(size fyne.Size) {
	put(i.frame, 0, 0, size.Width, size.Height, size.Width)
	start, end := inputTextEdge, inputTextEdge
	if i.leading != nil {
		m := i.leading.MinSize()
		put(i.leading, look.Gap12, (size.Height-m.Height)/2, m.Width, m.Height, size.Width)
		start = look.Gap12 + m.Width + 3
	}
	if i.trailing != nil {
		m := i.trailing.MinSize()
		put(i.trailing, size.Width-look.Gap12-m.Width, (size.Height-m.Height)/2, m.Width, m.Height, size.Width)
		end = look.Gap12 + m.Width + look.Gap8
	}
	// What the entry needs for its line, in the middle; more lines fill.
	height, top := look.Current().Scaled(look.Body.Line())+entryRoom, float32(0)
	if i.rows > 1 {
		top, height = look.Gap4, size.Height-look.Gap4-look.FocusWidth-1 // where the masks end
	} else {
		top = (size.Height - height) / 2
	}
	put(i.theme, start, top, size.Width-start-end, height, size.Width)
	i.maskBorder()
	if i.settled != nil {
		i.settled.layout(i.theme.Position(), i.theme.Size(), size.Height)
	}
}

// maskBorder covers the border of the entry, whose colour is that of the cursor and so
// cannot be clear. Masks are wider than the border by what its pixels may be rounded,
// and end where the line of the frame begins, if there is one: an entry reaches into it.
func (i *Input) maskBorder() {
	const out, w = 0.5, look.FocusWidth + 1
	pos, size, highest, lowest := i.theme.Position(), i.theme.Size(), float32(0), i.Size().Height
	if !i.bare && !i.Disabled() {
		highest, lowest = look.FocusWidth, lowest-look.FocusWidth-1 // a pixel less: positions are rounded
	}
	sides := [4]struct{ x, y, w, h float32 }{
		{-out, -out, size.Width + out, w + out}, {-out, size.Height - w, size.Width + out, w},
		{-out, -out, w + out, size.Height + out}, {size.Width - w, -out, w, size.Height + out},
	}
	for m, side := range sides {
		top, bottom := max(pos.Y+side.y, highest), min(pos.Y+side.y+side.h, lowest)
		i.masks[m].Move(fyne.NewPos(pos.X+side.x, top))
		i.masks[m].Resize(fyne.NewSize(side.w, max(bottom-top, 0)))
	}
}
