package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"harbour/app/ui/look"
)

type textRenderer struct {
	text   *Text
	pieces []fyne.CanvasObject
}

func (r *textRenderer) Destroy() {}

func (r *textRenderer) Objects() []fyne.CanvasObject { return r.pieces }

func (r *textRenderer) MinSize() fyne.Size {
	t := r.text
	lines := t.lines()
	size := fyne.NewSize(0, t.lineHeight()*float32(len(lines)))
	switch {
	case t.ellipsis:
		size.Width = t.measure("…")
	case t.wrapped && t.width > 0:
		for _, word := range strings.Fields(t.words) {
			size.Width = max(size.Width, t.measure(word))
		}
	default:
		for _, line := range lines {
			size.Width = max(size.Width, t.widthOf(line))
		}
	}
	return size
}

func (r *textRenderer) Layout(size fyne.Size) {
	t := r.text
	style, colour := t.style(), look.Current().Colour(t.colour)
	mirrored := look.Current().Mirrored()
	scale := scaleOf(t)
	var pieces []fyne.CanvasObject
	for i, line := range t.lines() {
		x := r.lineStart(line, size.Width, mirrored)
		line.each(func(words string) {
			piece := r.piece(len(pieces))
			piece.Text, piece.TextSize, piece.TextStyle, piece.Color = words, t.size(), style, colour
			piece.Move(fyne.NewPos(look.Snap(x, scale), look.Snap(float32(i)*t.lineHeight(), scale)))
			width := t.measure(words)
			piece.Resize(fyne.NewSize(width, t.lineHeight()))
			piece.Refresh()
			x += width
			pieces = append(pieces, piece)
		})
	}
	r.pieces = pieces
}

// lineStart is the left edge of a line.
func (r *textRenderer) lineStart(line line, width float32, mirrored bool) float32 {
	space := width - r.text.widthOf(line)
	switch {
	case r.text.align == Center:
		return space / 2
	case (r.text.align == End) != mirrored:
		return space
	default:
		return 0
	}
}

func (r *textRenderer) Refresh() {
	r.Layout(r.text.Size())
	canvas.Refresh(r.text)
}

// piece gives the canvas text at a place, an old one where there is one.
func (r *textRenderer) piece(i int) *canvas.Text {
	if i < len(r.pieces) {
		return r.pieces[i].(*canvas.Text)
	}
	return &canvas.Text{}
}
