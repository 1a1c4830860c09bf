package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// Card is lighter paper with a hairline around it. Its rows are parted by dividers; a
// card never holds a card.
type Card struct {
	widget.BaseWidget

	content fyne.CanvasObject
	tree    *fyne.Container
}

// NewCard frames content with the padding of cards.
func NewCard(content fyne.CanvasObject) *Card {
	return newCard(Inset(look.CardPadX, look.CardPadY, content))
}

// NewBareCard frames content that reaches to the line, such as rows with dividers.
func NewBareCard(content fyne.CanvasObject) *Card {
	return newCard(Inset(look.LineWidth, look.LineWidth, content))
}

func newCard(content fyne.CanvasObject) *Card {
	frame := NewFrame(Paint{Fill: look.Surface, Line: look.Hair, Radius: look.Radius})
	c := &Card{content: content, tree: Stack(frame, content)}
	c.ExtendBaseWidget(c)
	return c
}

// FitWidth passes a width on to the content.
func (c *Card) FitWidth(width float32) { fit(c.content, width) }

// Held implements Holder.
func (c *Card) Held() []fyne.CanvasObject { return []fyne.CanvasObject{c.content} }

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return filled(c.tree, nil)
}
