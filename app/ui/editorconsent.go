package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// consentNumber is the width of the number before a sentence.
const consentNumber float32 = 28

// consentSheet is what is read to a person before they agree. It follows what
// is chosen above it.
type consentSheet struct {
	e     *editor
	path  string
	shown present.ConsentSheet
	tree  *fyne.Container
}

// agreement makes the sheet of the consent at a path.
func (e *editor) agreement(path string) fyne.CanvasObject {
	e.agreed = &consentSheet{e: e, path: path, tree: widgets.Stack()}
	e.agreed.fill()
	return widgets.AtMost(formWidth, e.agreed.tree)
}

// refresh shows the sheet anew where it says something else now.
func (s *consentSheet) refresh() {
	if s == nil || !s.fill() {
		return
	}
	s.tree.Refresh()
	s.e.reflow()
}

// fill reports whether anything has changed.
func (s *consentSheet) fill() bool {
	sheet, ok := s.e.ed.ConsentSheet(s.path)
	if !ok || slices.Equal(sheet.Lines, s.shown.Lines) && sheet.ReadBack == s.shown.ReadBack && sameMessages(sheet.Notes, s.shown.Notes) {
		return false
	}
	s.shown = sheet
	w := s.e.w
	parts := []fyne.CanvasObject{widgets.Column(0,
		widgets.NewText(look.Heading, w.say("consent.title")),
		widgets.NewText(look.Small, w.say("consent.lead", "language", sheet.Language)).In(look.Ink2).Wrap(),
	)}
	for _, note := range sheet.Notes {
		parts = append(parts, w.notice(note, nil))
	}
	var lines []fyne.CanvasObject
	for i, line := range sheet.Lines {
		lines = append(lines, consentLine(w.Words.Number(i+1), line, sheet.RightToLeft))
	}
	card := widgets.NewCard(widgets.Column(look.Gap12, lines...))
	s.tree.Objects = []fyne.CanvasObject{widgets.Column(look.Gap12, append(parts, card, s.question())...)}
	return true
}

// consentLine is one numbered sentence, the number at the side from which it is
// read.
func consentLine(number, words string, rightToLeft bool) fyne.CanvasObject {
	atEnd, side := rightToLeft != look.Current().Mirrored(), widgets.Start
	if atEnd {
		side = widgets.End
	}
	n := widgets.Width(consentNumber, widgets.NewText(look.Body, number).In(look.Ink3).Align(side))
	text := widgets.Grow(1, widgets.NewText(look.Body, words).Wrap().Align(side))
	if atEnd {
		return widgets.RowAt(widgets.Top, 0, text, n)
	}
	return widgets.RowAt(widgets.Top, 0, n, text)
}

// question asks whether the words were read back, or says that they were.
func (s *consentSheet) question() fyne.CanvasObject {
	w := s.e.w
	if s.shown.ReadBack {
		return widgets.Row(look.Gap8, widgets.NewIcon("check", look.IconInline, look.Teal), widgets.NewText(look.Body, w.say("consent.done")))
	}
	yes := widgets.NewButton(w.say("consent.was_read"), func() {
		s.e.ed.SetReadBack(s.path, true)
		s.e.stepBack(func() {})
	}).Icon("check")
	return widgets.Row(look.Gap12, widgets.NewText(look.Body, w.say("consent.read_back")), yes)
}

func sameMessages(a, b []present.Message) bool {
	return slices.EqualFunc(a, b, func(a, b present.Message) bool {
		return a.Key == b.Key && a.Args["language"] == b.Args["language"] && a.Args["wording"] == b.Args["wording"]
	})
}
