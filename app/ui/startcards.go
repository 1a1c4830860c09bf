package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// cardHeight is how high a card of the start page stands.
const cardHeight float32 = 104

// cards are what needs somebody, four in a line, or two in a narrow window;
// nil where nothing does.
func (s *start) cards(folded bool) fyne.CanvasObject {
	if s.listed {
		return nil
	}
	list := s.state.Attention()
	if len(list) == 0 {
		return nil
	}
	inLine := 4
	if folded {
		inLine = 2
	}
	lines := []fyne.CanvasObject{}
	for from := 0; from < len(list); from += inLine {
		row := []fyne.CanvasObject{}
		for i := from; i < from+inLine; i++ {
			if i >= len(list) {
				row = append(row, widgets.Flex())
				continue
			}
			a := list[i]
			row = append(row, widgets.Grow(1, widgets.NewAttention(a.Icon, toneOf(a.Tone),
				s.w.tell(a.Title), s.w.tell(a.Line), a.Code, func() { s.w.Go(a.To) })))
		}
		lines = append(lines, widgets.Height(look.Current().Scaled(cardHeight), widgets.RowAt(widgets.Fill, look.Gap12, row...)))
	}
	return widgets.Column(look.Gap12, lines...)
}

// toneOf is how a presenter's tone looks.
func toneOf(t present.Tone) widgets.Tone {
	switch t {
	case present.ToneDone:
		return widgets.Green
	case present.ToneLook:
		return widgets.Amber
	case present.ToneStop:
		return widgets.Red
	case present.ToneOut:
		return widgets.Teal
	default:
		return widgets.Neutral
	}
}

// inkOf is the colour of an icon of a tone.
func inkOf(t present.Tone) look.Colour {
	switch t {
	case present.ToneDone:
		return look.Green
	case present.ToneLook:
		return look.Amber
	case present.ToneStop:
		return look.Red
	case present.ToneOut:
		return look.Teal
	default:
		return look.Ink2
	}
}
