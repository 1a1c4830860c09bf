package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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

// lines breaks the words at the width known, or only at their own line ends.
func (t *Text) lines() []string {
	if t.ellipsis {
		return []string{t.cut(t.words)}
	}
	if !t.wrapped || t.width <= 0 {
		return strings.Split(t.words, "\n")
	}
	limit := min(t.width, look.Current().Scaled(look.WrapWidth))
	var lines []string
	for _, paragraph := range strings.Split(t.words, "\n") {
		lines = append(lines, t.breakLine(paragraph, limit)...)
	}
	return lines
}

func (t *Text) breakLine(paragraph string, limit float32) []string {
	var lines []string
	line := ""
	for _, word := range strings.Split(paragraph, " ") {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line != "" && t.measure(longer) > limit {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	return append(lines, line)
}

// cut shortens words to the width with an ellipsis at their end.
func (t *Text) cut(words string) string {
	if t.width <= 0 || t.measure(words) <= t.width+0.5 {
		return words
	}
	runes := []rune(words)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if t.measure(string(runes[:middle])+"…") <= t.width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " ") + "…"
}

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
			size.Width = max(size.Width, t.measure(line))
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
		for _, part := range order(line, mirrored) {
			piece := r.piece(len(pieces))
			piece.Text, piece.TextSize, piece.TextStyle, piece.Color = part.shown(), t.size(), style, colour
			piece.Move(fyne.NewPos(look.Snap(x, scale), look.Snap(float32(i)*t.lineHeight(), scale)))
			width := t.measure(part.shown())
			piece.Resize(fyne.NewSize(width, t.lineHeight()))
			piece.Refresh()
			x += width
			pieces = append(pieces, piece)
		}
	}
	r.pieces = pieces
}

// lineStart is the left edge of a line.
func (r *textRenderer) lineStart(line string, width float32, mirrored bool) float32 {
	space := width - r.text.measure(line)
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
