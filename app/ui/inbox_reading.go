package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// Measures of the reading pane.
const (
	readingEdge  float32 = 28
	readingLabel float32 = 138
	readingDone  float32 = 560
)

// middle is what is read, or why nothing is.
func (i *inbox) middle(folded bool) fyne.CanvasObject {
	w, s := i.w, i.state
	switch {
	case i.progress != nil:
		return widgets.Inset(readingEdge, look.Gap24, widgets.Column(0, widgets.AtMost(readingDone, i.progress), widgets.Flex()))
	case s.Held != nil:
		return i.held(s.Held)
	case s.Open == nil:
		parts := []fyne.CanvasObject{}
		if !s.Message.Empty() {
			parts = append(parts, widgets.InsetEach(look.Gap24, readingEdge, 0, readingEdge, w.banner(s.Message, nil)))
		}
		key := "inbox.empty"
		if len(s.Rows) > 0 {
			key = "inbox.none_open"
		}
		return widgets.Column(0, append(parts, widgets.Grow(1, widgets.Centred(
			widgets.EmptyState("inbox", w.say(key), w.say("inbox.empty_help"), nil))))...)
	case s.Receipt.File != "":
		return i.receipt(s.Receipt)
	}
	return i.reading(s.Open, folded)
}

// held is a file whose sender has to be checked first.
func (i *inbox) held(h *present.HeldFile) fyne.CanvasObject {
	w := i.w
	ask := widgets.NewButton(w.say("inbox.ask_groups"), func() {
		w.Go(present.Route{Page: present.PageContacts, Contact: h.Sender.ID})
	}).Kind(widgets.Main)
	again := widgets.NewButton(w.say("inbox.open_again"), func() { i.openPath(h.Path) })
	later := widgets.NewButton(w.say("button.not_now"), i.close).Kind(widgets.Quiet)
	return widgets.Inset(readingEdge, look.Gap24, widgets.Column(look.Gap16,
		widgets.NewText(look.Title, w.say("inbox.file_of", "size", w.Words.Bytes(h.Bytes))),
		w.trustOf(present.TrustUnknown, look.Body),
		w.banner(i.state.Message, nil),
		widgets.NewText(look.Body, w.say("inbox.held_claims", "name", h.Sender.Name, "role", w.say(h.Sender.RoleKey))).In(look.Ink2).Wrap(),
		widgets.Wrap(look.Gap12, look.Gap8, ask, again, later), widgets.Flex()))
}

// receipt says where the receipt is and what to do with it.
func (i *inbox) receipt(r present.Written) fyne.CanvasObject {
	w := i.w
	done := widgets.NewButton(w.say("button.done"), func() { i.read(i.state.Open.Bundle) }).Kind(widgets.Main)
	return widgets.Inset(readingEdge, 0, widgets.Column(0,
		w.doneHead(w.say("inbox.taken_in", "cases", r.Codes), w.say("inbox.receipt_line", "name", r.Name)),
		w.whatNow(
			nowLine{true, w.say("inbox.now.file"), w.say("handover.now.file_help", "file", r.File, "folder", r.Folder), nil},
			nowLine{false, w.say("inbox.now.bring", "name", r.Name), w.say("inbox.now.bring_help"), nil},
		),
		widgets.Gap(look.Gap16), widgets.Row(0, widgets.Flex(), done), widgets.Flex()))
}

// reading is one referral: who signed it, and its parts.
func (i *inbox) reading(r *present.Reading, folded bool) fyne.CanvasObject {
	tab := i.tabOf(r, folded)
	var content fyne.CanvasObject
	if tab == readyTab {
		content = widgets.NewScroll(widgets.Inset(readingEdge, look.Gap12, i.readyBody(r)))
	} else {
		content = widgets.NewScroll(widgets.Inset(readingEdge, look.Gap12, i.part(r, tab)))
	}
	parts := []fyne.CanvasObject{i.readingHead(r), widgets.NewDivider(), i.tabs(r, tab, folded), widgets.Grow(1, content)}
	if folded {
		parts = append(parts, widgets.NewDivider(), widgets.Inset(readingEdge, look.Gap12, i.readyButtons(r, true)))
	}
	return widgets.Column(0, parts...)
}

func (i *inbox) readingHead(r *present.Reading) fyne.CanvasObject {
	w := i.w
	line := []fyne.CanvasObject{widgets.NewText(look.Title, r.Code)}
	if r.Priority != "" {
		line = append(line, widgets.NewTag(widgets.Neutral, "", r.Priority))
	}
	line = append(line, widgets.Flex())
	for _, other := range r.Others {
		if other.ID != r.Case {
			line = append(line, widgets.NewButton(other.Code, func() {
				w.Run(andThen(i.state.ShowCase(r.Bundle, other.ID), i.show), nil)
			}).SizeOf(widgets.SmallButton))
		}
	}
	kind, key := widgets.FirstSeen, "inbox.signed_amber"
	switch r.Trust {
	case present.TrustChecked:
		kind, key = widgets.CheckedInPerson, "inbox.signed_green"
	case present.TrustUnknown:
		kind, key = widgets.UnknownSender, "inbox.signed_red"
	}
	lines := []fyne.CanvasObject{
		widgets.Row(look.Gap8, line...),
		widgets.NewTrustBadge(kind, w.say(key, "name", r.Sender.Name), look.Body),
		widgets.NewText(look.Small, w.say("inbox.whole", "date", w.Words.DayMonth(r.Created), "time", w.Words.Clock(r.Created))).In(look.Ink2).Wrap(),
	}
	for _, m := range i.messages(r) {
		lines = append(lines, widgets.Gap(look.Gap8), m)
	}
	return widgets.InsetEach(look.Gap24-2, readingEdge, look.Gap12, readingEdge, widgets.Column(0, lines...))
}

// messages are what went wrong, what was done, and what is remarkable.
func (i *inbox) messages(r *present.Reading) []fyne.CanvasObject {
	w, s := i.w, i.state
	var list []fyne.CanvasObject
	if !s.Message.Empty() {
		list = append(list, w.banner(s.Message, nil))
	}
	if !s.Note.Empty() {
		list = append(list, widgets.NewBanner(widgets.Teal, "info", w.tell(s.Note), nil))
	}
	for _, m := range r.Notes {
		list = append(list, w.notice(m, nil))
	}
	if r.Trust == present.TrustFirst {
		list = append(list, w.notice(present.Message{Key: "inbox.amber_help"}, nil))
	}
	return list
}

// tabOf is the part that is shown: the one chosen last where it is there.
func (i *inbox) tabOf(r *present.Reading, folded bool) string {
	if folded && i.tab == readyTab {
		return readyTab
	}
	for _, p := range r.Parts {
		if p.Key == i.tab {
			return i.tab
		}
	}
	if len(r.Parts) > 0 {
		return r.Parts[0].Key
	}
	return ""
}

func (i *inbox) tabs(r *present.Reading, now string, folded bool) fyne.CanvasObject {
	var row []fyne.CanvasObject
	add := func(key, words string) {
		button := widgets.NewButton(words, func() {
			i.tab = key
			i.body.rebuild()
			i.w.Window.Canvas().Focus(i.tabNow)
		}).Kind(widgets.Quiet).SizeOf(widgets.SmallButton)
		line := widgets.Height(look.FocusWidth)
		if key == now {
			i.tabNow = button
			line.Objects = []fyne.CanvasObject{widgets.NewFrame(widgets.Paint{Fill: look.Teal})}
		}
		row = append(row, widgets.Column(look.Gap4, button, line))
	}
	for n, p := range r.Parts {
		add(p.Key, i.w.say("inbox.tab", "n", n+1, "part", i.w.say(p.Key)))
	}
	if folded {
		add(readyTab, i.w.say(readyTab))
	}
	return widgets.InsetEach(look.Gap8, readingEdge, 0, readingEdge-look.Gap8, widgets.Column(0, widgets.Wrap(0, 0, row...), widgets.NewDivider()))
}
