// Package sheet shows every component in its states on one page, for people to look at
// beside the design and for tests to draw. It is no part of the program: nothing but
// tests imports it, and its words are examples that are never translated.
package sheet

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// Width and Height are what the sheet is laid out for.
const (
	Width  float32 = 1280
	Height float32 = 4240
)

// Sheet builds the page in the look that the running program has.
func Sheet() fyne.CanvasObject {
	page := widgets.Column(look.Gap16,
		widgets.Row(look.Gap12, widgets.NewMark(32), widgets.NewText(look.Title, "Harbour components")),
		line(typeCard(), 420, colourCard()),
		line3(buttonCard(), 724, navigationCard(), 226, sectionsCard()),
		line(fieldCard(), 962, widgets.Column(look.Gap16, trustCard(), saveCard())),
		line3(bannerCard(), 552, readinessCard(), 340, widgets.Column(look.Gap16, progressCard(), toastCard())),
		mixedCard(),
		line(dateCard(), 600, choiceCard()),
		line(peopleCard(), 600, tableCard()),
		line(emptyCard(), 440, secretCard()),
		line(wizardCard(), 948, menuCard()),
		line(chooserCard(), 760, dialogCard()),
	)
	ground := widgets.NewFrame(widgets.Paint{Fill: look.Paper})
	return widgets.Stack(ground, widgets.Inset(28, look.Gap24, page))
}

// line sets two cards beside each other, the first of a fixed width.
func line(first fyne.CanvasObject, width float32, second fyne.CanvasObject) fyne.CanvasObject {
	return widgets.RowAt(widgets.Fill, look.Gap16, widgets.Width(width, first), widgets.Grow(1, second))
}

// line3 sets three cards beside each other, the first two of fixed widths.
func line3(first fyne.CanvasObject, a float32, second fyne.CanvasObject, b float32, third fyne.CanvasObject) fyne.CanvasObject {
	return widgets.RowAt(widgets.Fill, look.Gap16, widgets.Width(a, first), widgets.Width(b, second), widgets.Grow(1, third))
}

// card frames examples under a caption.
func card(caption string, content ...fyne.CanvasObject) fyne.CanvasObject {
	title := widgets.NewText(look.Small, caption).Bold().In(look.Ink2)
	return widgets.NewCard(widgets.Column(look.Gap12, append([]fyne.CanvasObject{title}, content...)...))
}

// caption makes a small caption before examples in a row.
func caption(words string) fyne.CanvasObject {
	return widgets.Width(64, widgets.Caption(words))
}
