package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// progressHeight is the height of the bar.
const progressHeight float32 = 6

// Progress shows what goes on, how far it is, and the way to stop it. A job that takes
// under a second needs none.
type Progress struct {
	widget.BaseWidget

	name   *Text
	amount *Text
	note   *Text
	bar    *bar
	cancel *Button
	tree   *fyne.Container
}

// NewProgress makes a progress that can always be cancelled; note may be empty.
func NewProgress(name, note, cancel string, onCancel func()) *Progress {
	p := &Progress{name: Label(name).Ellipsis(), amount: NewText(look.Small, "").In(look.Ink2), note: Caption(note)}
	p.bar = newBar()
	p.cancel = NewButton(cancel, onCancel).SizeOf(SmallButton)
	p.tree = Column(look.Gap8,
		Row(look.Gap8, Grow(1, p.name), p.amount),
		p.bar,
		Row(look.Gap8, p.note, Flex(), p.cancel),
	)
	p.ExtendBaseWidget(p)
	return p
}

// Set shows how far the work is: a share from 0 to 1 and words such as "7.1 of 11.4 MB".
func (p *Progress) Set(share float64, amount string) {
	p.amount.SetWords(amount)
	p.bar.share = min(max(share, 0), 1)
	p.Refresh()
}

// SetName says what goes on now.
func (p *Progress) SetName(name string) { p.name.SetWords(name) }

// CreateRenderer implements fyne.Widget.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return filled(p.tree, func() {
		p.tree.Refresh()
		p.bar.Refresh()
	})
}

// bar is a share of a rounded line.
type bar struct {
	widget.BaseWidget

	share  float64
	height float32
	ink    look.Colour
}

func newBar() *bar {
	b := &bar{height: progressHeight, ink: look.Teal}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	track := NewFrame(Paint{Fill: look.Hover, Radius: b.height})
	done := NewFrame(Paint{Fill: b.ink, Radius: b.height})
	layout := func(size fyne.Size) {
		put(track, 0, 0, size.Width, size.Height, size.Width)
		put(done, 0, 0, size.Width*float32(b.share), size.Height, size.Width)
		done.Set(Paint{Fill: b.ink, Radius: b.height})
		show(done, b.share > 0)
	}
	return &renderer{
		objects: []fyne.CanvasObject{track, done},
		min:     func() fyne.Size { return fyne.NewSize(44, b.height) },
		layout:  layout,
		refresh: func() { layout(b.Size()) },
	}
}

// Strength shows how hard a passphrase is to guess: up to five bars and a word. It is
// judged elsewhere.
type Strength struct {
	widget.BaseWidget

	bars []*bar
	word *State
	note *Text
	tree *fyne.Container
}

// strengthBars is how many bars there are.
const strengthBars = 5

// NewStrength makes a strength of nothing yet.
func NewStrength() *Strength {
	s := &Strength{word: NewState(Neutral, "warning", "", look.Body), note: Caption("")}
	parts := []fyne.CanvasObject{}
	for range strengthBars {
		b := newBar()
		s.bars = append(s.bars, b)
		parts = append(parts, b)
	}
	s.tree = Row(look.Gap12, Row(look.Gap4, parts...), s.word, s.note)
	s.word.Hide()
	s.ExtendBaseWidget(s)
	return s
}

// Set shows bars from 0 to 5, a word such as "Weak" and a note such as "add a word".
// From four bars on it is green.
func (s *Strength) Set(bars int, word, note string) {
	tone, icon, ink := Amber, "warning", look.Amber
	if bars >= strengthBars-1 {
		tone, icon, ink = Green, "settled", look.Green
	}
	for i, b := range s.bars {
		b.share, b.ink = 0, ink
		if i < bars {
			b.share = 1
		}
		b.Refresh()
	}
	s.word.Set(tone, icon, word)
	show(s.word, word != "")
	s.note.SetWords(note)
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *Strength) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	return filled(s.tree, s.tree.Refresh)
}
