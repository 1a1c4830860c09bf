package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// Banner is one sentence on a tint, with at most one small button.
type Banner struct {
	widget.BaseWidget

	tone  Tone
	frame *Frame
	tree  *fyne.Container
}

// NewBanner makes a banner; button may be nil. Words wrap at the width it gets.
func NewBanner(tone Tone, icon, words string, button *Button) *Banner {
	return newBanner(tone, icon, NewText(look.Body, words).Wrap(), button)
}

// NewNotice is a banner with a semibold line over small words.
func NewNotice(tone Tone, icon, title, words string, button *Button) *Banner {
	text := Column(0, Label(title).Wrap(), NewText(look.Small, words).In(look.Ink2).Wrap())
	return newBanner(tone, icon, text, button)
}

func newBanner(tone Tone, icon string, text fyne.CanvasObject, button *Button) *Banner {
	ground, ink := tone.colours()
	b := &Banner{tone: tone, frame: Plate(ground, ink, look.Radius)}
	parts := []fyne.CanvasObject{NewIcon(icon, look.IconRow, ink), Grow(1, text)}
	if button != nil {
		parts = append(parts, button.SizeOf(SmallButton))
	}
	b.tree = Stack(b.frame, Inset(14, 8, Row(look.Gap12, parts...)))
	b.ExtendBaseWidget(b)
	return b
}

// FitWidth implements the first of two steps of laying out wrapped words.
func (b *Banner) FitWidth(width float32) { fit(b.tree, width) }

// CreateRenderer implements fyne.Widget.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := filled(b.tree, func() {
		ground, ink := b.tone.colours()
		b.frame.Set(platePaint(ground, ink, look.Radius))
	})
	r.min = func() fyne.Size { return b.tree.MinSize().Max(fyne.NewSize(0, bannerHeight)) }
	return r
}

// bannerHeight is the height of a banner of one line: a small button and 10 around it.
const bannerHeight float32 = 48
