package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// trustOf is the badge of a trust.
func (w *Window) trustOf(t present.Trust, step look.Step) *widgets.State {
	kind := widgets.UnknownSender
	switch t {
	case present.TrustChecked:
		kind = widgets.CheckedInPerson
	case present.TrustFirst:
		kind = widgets.FirstSeen
	}
	return widgets.NewTrustBadge(kind, w.say(present.TrustKey(t)), step)
}

// checkedLines say when and how a contact was checked.
func (w *Window) checkedLines(p present.Party) []fyne.CanvasObject {
	if p.CheckedAt.IsZero() {
		return nil
	}
	line := w.say("contacts.checked_on", "date", w.Words.Date(p.CheckedAt.Local()))
	if p.HowKey != "" {
		line = w.say("contacts.checked_how", "date", w.Words.Date(p.CheckedAt.Local()), "how", w.say(p.HowKey))
	}
	return []fyne.CanvasObject{widgets.NewText(look.Small, line).In(look.Ink2).Wrap()}
}

// ownGroups are the groups of the desk's own card, three a line.
func ownGroups(groups []string) fyne.CanvasObject {
	const aLine = 3
	lines := []fyne.CanvasObject{}
	for i := 0; i < len(groups); i += aLine {
		row := []fyne.CanvasObject{}
		for _, g := range groups[i:min(i+aLine, len(groups))] {
			row = append(row, widgets.Grow(1, widgets.NewText(look.Body, g).Mono().Align(widgets.Center)))
		}
		lines = append(lines, widgets.Row(0, row...))
	}
	return widgets.Stack(widgets.NewFrame(widgets.Paint{Fill: look.Paper, Line: look.Hair, Radius: look.Radius}),
		widgets.Inset(look.Gap8, look.Gap12, widgets.Column(look.Gap8, lines...)))
}
