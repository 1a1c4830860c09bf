package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// Tone is what a state means. Each comes with its own two colours.
type Tone int

// Tones. Red stops, amber asks to look, green is settled.
const (
	Neutral Tone = iota
	Teal
	Green
	Amber
	Red
)

// colours gives the ground and the words of a tone.
func (t Tone) colours() (ground, words look.Colour) {
	switch t {
	case Teal:
		return look.Tint, look.TealInk
	case Green:
		return look.GreenTint, look.Green
	case Amber:
		return look.AmberTint, look.Amber
	case Red:
		return look.RedTint, look.Red
	default:
		return look.Hover, look.Ink2
	}
}

// Tag is a state in a word: icon, word and colour. It takes no input.
type Tag struct {
	widget.BaseWidget

	tone  Tone
	icon  string
	words string
	frame *Frame
	text  *Text
	mark  *Icon
	tree  *fyne.Container
}

// NewTag makes a tag; without an icon name it holds the word alone.
func NewTag(tone Tone, icon, words string) *Tag {
	t := &Tag{tone: tone, icon: icon, words: words}
	ground, ink := tone.colours()
	t.frame = Plate(ground, ink, look.TagHeight)
	t.text = NewText(look.Small, words).In(ink)
	parts := []fyne.CanvasObject{t.text}
	if icon != "" {
		t.mark = NewIcon(icon, look.IconTag, ink)
		parts = []fyne.CanvasObject{t.mark, t.text}
	}
	t.tree = Stack(t.frame, Inset(look.Gap8, 1, Row(look.Gap4, parts...)))
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *Tag) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return filled(t.tree, func() {
		ground, ink := t.tone.colours()
		t.frame.Set(platePaint(ground, ink, look.TagHeight))
	})
}

// Badge is a count in a small disc, on the navigation. It stands in teal where the item
// is chosen.
type Badge struct {
	widget.BaseWidget

	frame *Frame
	text  *Text
	tree  *fyne.Container
}

// badgeHeight is the height of a badge, and its least width.
const badgeHeight float32 = 18

// NewBadge makes a badge with figures already in the interface's digits.
func NewBadge(words string) *Badge {
	b := &Badge{frame: NewFrame(Paint{Fill: look.Pressed, Radius: badgeHeight})}
	b.text = NewText(look.Tiny, words).Bold().In(look.Ink2).Align(Center)
	b.tree = Stack(b.frame, Inset(6, 0, b.text))
	b.ExtendBaseWidget(b)
	return b
}

// Set changes the words and whether the badge stands on a chosen item.
func (b *Badge) Set(words string, chosen bool) {
	b.text.SetWords(words)
	paint, ink := Paint{Fill: look.Pressed, Radius: badgeHeight}, look.Ink2
	if chosen {
		paint.Fill, ink = look.Teal, look.OnTeal
	}
	b.frame.Set(paint)
	b.text.SetColour(ink)
}

// CreateRenderer implements fyne.Widget.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := filled(b.tree, nil)
	r.min = func() fyne.Size { return b.tree.MinSize().Max(fyne.NewSquareSize(badgeHeight)) }
	return r
}
