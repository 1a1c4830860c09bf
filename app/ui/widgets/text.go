package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// Text is the one component through which every word on a screen goes: step, weight,
// colour, wrapping, alignment to the reading side, and the order of mixed directions.
// The methods without Set configure a new Text and return it.
type Text struct {
	widget.BaseWidget

	words    string
	step     look.Step
	bold     bool
	mono     bool
	colour   look.Colour
	align    Side
	wrapped  bool
	ellipsis bool
	width    float32
}

// NewText makes words in a step, in ink, at the reading side, on one line.
func NewText(step look.Step, words string) *Text {
	t := &Text{words: words, step: step, bold: step.Bold(), colour: look.Ink}
	t.ExtendBaseWidget(t)
	return t
}

// Label is Body in semibold: names of fields, codes, names of people.
func Label(words string) *Text { return NewText(look.Body, words).Bold() }

// Caption is Small in the third ink.
func Caption(words string) *Text { return NewText(look.Small, words).In(look.Ink3) }

// Bold takes the second weight.
func (t *Text) Bold() *Text { t.bold = true; return t }

// Regular takes the first weight where the step is semibold by itself.
func (t *Text) Regular() *Text { t.bold = false; return t }

// Mono takes Harbour Mono, for figures that people compare.
func (t *Text) Mono() *Text { t.mono = true; return t }

// In takes a colour of the palette.
func (t *Text) In(colour look.Colour) *Text { t.colour = colour; return t }

// Align sets the words to Start, Center or End of the width they get.
func (t *Text) Align(side Side) *Text { t.align = side; return t }

// Wrap breaks the words into lines at the width they get, at most look.WrapWidth.
func (t *Text) Wrap() *Text { t.wrapped = true; return t }

// Ellipsis cuts words that do not fit and lets the Text be as narrow as a layout wants.
func (t *Text) Ellipsis() *Text { t.ellipsis = true; return t }

// Words returns what is shown.
func (t *Text) Words() string { return t.words }

// Lines says in how many lines the words stand at the width given last.
func (t *Text) Lines() int { return len(t.lines()) }

// SetWords shows other words.
func (t *Text) SetWords(words string) {
	if t.words == words {
		return
	}
	t.words = words
	t.Refresh()
}

// SetColour shows the words in another colour.
func (t *Text) SetColour(colour look.Colour) {
	if t.colour == colour {
		return
	}
	t.colour = colour
	t.Refresh()
}

// SetBold changes the weight.
func (t *Text) SetBold(bold bool) {
	if t.bold == bold {
		return
	}
	t.bold = bold
	t.Refresh()
}

// FitWidth tells wrapped words how wide they will stand, before they are laid out.
func (t *Text) FitWidth(width float32) { t.width = width }

// Resize implements fyne.CanvasObject.
func (t *Text) Resize(size fyne.Size) {
	t.width = size.Width
	t.BaseWidget.Resize(size)
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return &textRenderer{text: t}
}

func (t *Text) size() float32 { return look.Current().TextSize(t.step) }

func (t *Text) style() fyne.TextStyle {
	return fyne.TextStyle{Bold: t.bold, Monospace: t.mono}
}

func (t *Text) measure(words string) float32 {
	if words == "" {
		return 0
	}
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(words, t.size(), t.style(), nil)
	return size.Width
}

func (t *Text) lineHeight() float32 { return look.Current().Scaled(t.step.Line()) }
