package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// leavesSide is the width of what stands beside the list of what leaves.
const leavesSide float32 = 348

// sectionIcons are the icons of the parts of a referral.
var sectionIcons = map[string]string{
	"quick": "edit", "case": "referrals", "people": "people", "family": "people", "work": "work", "events": "flag",
	"history": "calendar", "proceedings": "law", "claim": "heart", "needs": "heart", "children": "person",
	"consent": "declined", "documents": "attachment", "sessions": "calendar", "safe_contact": "phone",
	"screening": "question", "apart": "unsafe-to-ask",
}

// missing is the third step: what is open, with the way to it.
func (h *handOver) missing() fyne.CanvasObject {
	var cards []fyne.CanvasObject
	number := 0
	for _, c := range h.state.Missing {
		head := widgets.Row(look.Gap8, widgets.Grow(1, widgets.NewText(look.Heading, c.Code).Ellipsis()), h.readiness(c.Blocks, c.Looks))
		rows := []fyne.CanvasObject{widgets.Inset(look.CardPadX, look.Gap12, head)}
		for _, line := range c.Lines {
			rows = append(rows, widgets.NewDivider(), h.finding(number, line))
			number++
		}
		rows = append(rows, widgets.NewDivider(), widgets.Inset(look.CardPadX, look.Gap8,
			widgets.NewText(look.Small, h.w.say("handover.set", "set", c.Set)).In(look.Ink2)))
		cards = append(cards, widgets.NewBareCard(widgets.Column(0, rows...)))
	}
	return widgets.NewScroll(widgets.Inset(ringRoom, ringRoom, widgets.Column(look.Gap12, cards...)))
}

func (h *handOver) finding(number int, line present.MissingLine) fyne.CanvasObject {
	tone := widgets.Amber
	if line.Blocks {
		tone = widgets.Red
	}
	place := h.w.say("handover.place", "section", h.w.say(line.SectionKey), "rule", line.Source)
	item := widgets.NewReadinessItem(tone, line.Title, line.Why, place, func() {
		h.at = number
		h.body.rebuild()
		h.w.Window.Canvas().Focus(h.opened)
	}, widgets.NewButton(h.w.say("button.go_there"), func() { h.w.Go(line.To) }))
	item.SetChosen(number == h.at)
	if number == h.at {
		h.opened = item
	}
	return item
}

// leaves is the fourth step: all that leaves and stays, who can open it, and
// the passphrase.
func (h *handOver) leaves(folded bool) fyne.CanvasObject {
	list := []fyne.CanvasObject{}
	for _, c := range h.state.Leaving {
		list = append(list, h.leaving(c))
	}
	for _, note := range h.leavesNotes() {
		list = append([]fyne.CanvasObject{note}, list...)
	}
	side := append([]fyne.CanvasObject{h.recipient()}, h.clocks()...)
	side = append(side, h.passphrase(false))
	if folded {
		all := append([]fyne.CanvasObject{h.recipient()}, h.clocks()...)
		all = append(append(all, list...), h.passphrase(true))
		return widgets.NewScroll(widgets.Inset(ringRoom, ringRoom, widgets.Column(look.Gap16, all...)))
	}
	return widgets.NewScroll(widgets.Inset(ringRoom, ringRoom, widgets.RowAt(widgets.Top, look.Gap16,
		widgets.Grow(1, widgets.Column(look.Gap16, list...)),
		widgets.Width(leavesSide, widgets.Column(look.Gap16, side...)))))
}

func (h *handOver) leavesNotes() []fyne.CanvasObject {
	if h.state.Message.Empty() || h.state.Message.Key == "error.wrong_passphrase" {
		return nil
	}
	return []fyne.CanvasObject{h.w.banner(h.state.Message, nil)}
}

// leaving is the list of one referral.
func (h *handOver) leaving(c present.LeavingCase) fyne.CanvasObject {
	w := h.w
	title, size := w.say("handover.leaves.title"), w.say("handover.leaves.size", "size", w.Words.Bytes(h.state.Bytes))
	if len(h.state.Leaving) > 1 {
		title = w.say("handover.leaves.title_of", "case", c.Code)
	}
	rows := []fyne.CanvasObject{widgets.Inset(look.CardPadX, look.Gap12,
		widgets.Row(look.Gap8, widgets.Grow(1, widgets.NewText(look.Heading, title).Ellipsis()), widgets.NewText(look.Small, size).In(look.Ink2)))}
	for _, line := range c.Lines {
		rows = append(rows, widgets.NewDivider(), h.leavingLine(line))
	}
	notes := leavingRow("stop", look.Ink2, "edit", look.Ink2, w.say("handover.leaves.notes"), w.say("handover.leaves.notes_help"),
		widgets.NewText(look.Small, w.say("handover.leaves.stays")).In(look.Ink2))
	return widgets.NewBareCard(widgets.Column(0, append(rows, widgets.NewDivider(), notes)...))
}

func (h *handOver) leavingLine(l present.LeavingLine) fyne.CanvasObject {
	w := h.w
	mark, ink, amount := "settled", look.Green, widgets.NewText(look.Small, w.say("handover.leaves.all")).In(look.Ink2)
	title := look.Ink
	switch {
	case l.Count == 0:
		mark, ink, title = "stop", look.Ink2, look.Ink2
		amount = widgets.NewText(look.Small, w.say("handover.leaves.stays")).In(look.Ink2)
	case l.Count < l.Of:
		mark, ink = "stop", look.Amber
		amount = widgets.NewText(look.Small, w.say("handover.leaves.part", "n", l.Count, "all", l.Of)).Bold().In(look.Amber)
	case len(l.WhyKeys) > 0:
		mark, ink = "stop", look.Amber
		amount = widgets.NewText(look.Small, w.say("handover.leaves.not_whole")).Bold().In(look.Amber)
	}
	return leavingRow(mark, ink, sectionIcons[l.Section], title, w.say(l.SectionKey), h.leavingDetail(l), amount)
}

// leavingDetail says whose it is and why the rest stays.
func (h *handOver) leavingDetail(l present.LeavingLine) string {
	whose := strings.Join(l.People, h.w.say("handover.leaves.and"))
	var why []string
	for _, key := range l.WhyKeys {
		why = append(why, h.w.say(key))
	}
	reason := strings.Join(why, h.w.say("handover.leaves.and_why"))
	switch {
	case whose != "" && reason != "":
		return h.w.say("handover.leaves.of", "names", whose, "why", reason)
	case reason != "":
		return reason
	}
	return whose
}

func leavingRow(mark string, ink look.Colour, icon string, title look.Colour, words, detail string, amount fyne.CanvasObject) fyne.CanvasObject {
	edge := float32(11)
	text := []fyne.CanvasObject{widgets.NewText(look.Body, words).In(title).Ellipsis()}
	if detail != "" {
		edge = 5
		text = append(text, widgets.NewText(look.Small, detail).In(look.Ink2).Wrap())
	}
	return widgets.Inset(look.CardPadX, edge, widgets.Row(look.Gap12,
		widgets.NewIcon(mark, look.IconRow, ink), widgets.NewIcon(icon, look.IconRow, look.Ink2),
		widgets.Grow(1, widgets.Column(-2, text...)), amount))
}

// recipient is the card of who can open the file.
func (h *handOver) recipient() fyne.CanvasObject {
	w, p := h.w, h.state.To
	parts := []fyne.CanvasObject{
		widgets.NewText(look.Small, w.say("handover.to")).In(look.Ink2),
		widgets.Row(look.Gap12, widgets.NewAvatar(widgets.AvatarBig, p.ID, p.Initials),
			widgets.Grow(1, widgets.Column(0, widgets.NewText(look.Heading, p.Name).Ellipsis(), widgets.NewText(look.Body, w.say(p.RoleKey)).In(look.Ink2)))),
		widgets.NewDivider(), w.trustOf(p.Trust, look.Body),
	}
	return widgets.NewCard(widgets.Column(look.Gap8, append(parts, w.checkedLines(p)...)...))
}

func (h *handOver) clocks() []fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, m := range h.state.Warnings {
		list = append(list, widgets.NewNotice(widgets.Amber, "calendar", h.w.tell(m), h.w.say("handover.turns_22_help"), nil))
	}
	return list
}

// passphrase asks for the passphrase once more, or says that it was given.
func (h *handOver) passphrase(folded bool) fyne.CanvasObject {
	w := h.w
	parts := []fyne.CanvasObject{
		widgets.Label(w.say("handover.passphrase")),
		widgets.NewText(look.Small, w.say("handover.passphrase_help")).In(look.Ink2).Wrap(),
	}
	if h.state.Recognised {
		parts = append(parts, widgets.Gap(look.Gap8), widgets.NewState(widgets.Green, "settled", w.say("handover.recognised"), look.Body))
		return widgets.NewCard(widgets.Column(0, parts...))
	}
	h.typed()
	if folded {
		parts = append(parts, widgets.Gap(look.Gap8), widgets.Row(look.Gap12, widgets.Grow(1, h.pass), h.sure))
	} else {
		parts = append(parts, widgets.Gap(look.Gap8), h.pass)
	}
	if h.state.Message.Key == "error.wrong_passphrase" {
		parts = append(parts, widgets.Gap(look.Gap8),
			widgets.RowAt(widgets.Top, 6, widgets.NewIcon("stop", look.IconTag, look.Red),
				widgets.Grow(1, widgets.NewText(look.Small, w.tell(h.state.Message)).In(look.Red).Wrap())))
	}
	if !folded {
		parts = append(parts, widgets.Gap(look.Gap12), widgets.Row(0, widgets.Flex(), h.sure))
	}
	return widgets.NewCard(widgets.Column(0, parts...))
}
