package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// The columns of the referrals to choose from.
const (
	chooseMark = iota
	chooseCode
	choosePerson
	choosePeople
	chooseComplete
	chooseState
	chooseMissing
)

// fewCases fit into the smallest window.
const fewCases = 5

// cases is the first step: the desk's own referrals, and what is open of
// hand-overs before.
func (h *handOver) cases(folded bool) fyne.CanvasObject {
	parts := []fyne.CanvasObject{}
	for _, note := range h.notes() {
		parts = append(parts, note, widgets.Gap(look.Gap12))
	}
	if len(h.state.Rows) == 0 {
		empty := widgets.EmptyState("referrals", h.w.say("start.none"), h.w.say("start.none_help"),
			widgets.NewButton(h.w.say("nav.referrals"), func() { h.w.Go(present.Route{Page: present.PageStart}) }))
		return widgets.Column(0, append(parts, widgets.Grow(1, widgets.Centred(empty)))...)
	}
	table := h.caseTable(folded)
	room := widgets.Grow(1, table)
	if n := len(h.state.Rows); n <= fewCases {
		room = widgets.Height(table.HeightFor(n), table)
	}
	return widgets.Inset(ringRoom, ringRoom, widgets.Column(0, append(parts, room)...))
}

// notes are what went wrong, what a receipt told, and files of which nobody
// knows.
func (h *handOver) notes() []fyne.CanvasObject {
	w, s := h.w, h.state
	var notes []fyne.CanvasObject
	if !s.Message.Empty() {
		notes = append(notes, w.banner(s.Message, nil))
	}
	if s.Answer.Key != "" {
		notes = append(notes, h.answer())
	}
	for _, u := range s.Unfinished {
		notes = append(notes, widgets.NewNotice(widgets.Amber, "warning",
			w.say("handover.unfinished", "cases", u.Codes, "name", u.Name, "date", w.Words.DayMonth(u.At.Local())),
			w.say("handover.unfinished_help"), nil))
	}
	return notes
}

// answer says what a receipt told.
func (h *handOver) answer() fyne.CanvasObject {
	w, a := h.w, h.state.Answer
	tone, icon := widgets.Green, "settled"
	if a.Key != "handover.answer.stored" {
		tone, icon = widgets.Amber, "warning"
	}
	help := w.say(a.Key+"_help", "name", a.Name)
	if a.Again {
		help = w.say("handover.answer.again")
	}
	return widgets.NewNotice(tone, icon, w.say(a.Key, "name", a.Name, "cases", a.Codes), help, nil)
}

func (h *handOver) caseTable(folded bool) *widgets.Table {
	say := h.w.say
	columns := []widgets.TableColumn{
		chooseMark:     {Width: 24},
		chooseCode:     {Head: say("column.case"), Width: 120},
		choosePerson:   {Head: say("column.person"), Weight: 1},
		choosePeople:   {Head: say("column.people"), Width: 52, Hidden: folded},
		chooseComplete: {Head: say("column.complete"), Width: 76},
		chooseState:    {Head: say("column.state"), Width: 124},
		chooseMissing:  {Head: say("handover.column.missing"), Width: 180},
	}
	t := widgets.NewTable(columns, look.RowHeight, newChooseCells, h.fillCase)
	t.List.OnChoose = func(row int) {
		h.state.Toggle(h.state.Rows[row].ID)
		h.show()
		h.list.Choose(row)
		h.w.Window.Canvas().Focus(h.list)
	}
	h.list = t.List
	t.List.SetCount(len(h.state.Rows))
	return t
}

func newChooseCells() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		chooseMark: widgets.Stack(),
		chooseCode: widgets.Label("").Ellipsis(),
		choosePerson: widgets.Row(look.Gap12, widgets.NewAvatar(widgets.AvatarRow, "", ""),
			widgets.Grow(1, widgets.Column(-2, widgets.NewText(look.Body, "").Ellipsis(), widgets.NewText(look.Small, "").In(look.Ink2).Ellipsis()))),
		choosePeople:   widgets.Row(look.Gap8, widgets.NewIcon("people", look.IconInline, look.Ink2), widgets.NewText(look.Body, "").In(look.Ink2)),
		chooseComplete: widgets.Row(look.Gap8, widgets.NewRing(widgets.RingSmall), widgets.NewText(look.Small, "").In(look.Ink2)),
		chooseState:    widgets.Stack(),
		chooseMissing:  widgets.Stack(),
	}
}

func (h *handOver) fillCase(row int, cells []fyne.CanvasObject, _ bool) {
	w, c := h.w, h.state.Rows[row]
	chosen := h.state.Chosen(c.ID)
	part := func(column, i int) fyne.CanvasObject { return cells[column].(*fyne.Container).Objects[i] }
	set := func(column int, o fyne.CanvasObject) {
		cells[column].(*fyne.Container).Objects = []fyne.CanvasObject{o}
	}

	set(chooseMark, tick(chosen))
	cells[chooseCode].(*widgets.Text).SetWords(c.Code)
	part(choosePerson, 0).(*widgets.Avatar).Set(c.ID, c.Initials, false)
	names := part(choosePerson, 1).(*fyne.Container).Objects[0].(*fyne.Container).Objects
	names[0].(*widgets.Text).SetWords(c.Lead)
	names[1].(*widgets.Text).SetWords(c.Native)
	names[1].(*widgets.Text).Hidden = c.Native == ""
	part(choosePeople, 1).(*widgets.Text).SetWords(w.Words.Number(c.People))
	share := 0.0
	if c.Points[1] > 0 {
		share = float64(c.Points[0]) / float64(c.Points[1])
	}
	part(chooseComplete, 0).(*widgets.Ring).SetShare(share)
	part(chooseComplete, 1).(*widgets.Text).SetWords(w.say("start.percent", "n", int(share*100)))
	set(chooseState, widgets.Row(0, widgets.NewTag(widgets.Neutral, "", w.say(c.StateKey))))
	set(chooseMissing, h.readiness(c.Blocks, c.Looks))
	for _, cell := range cells {
		cell.Refresh()
	}
}

// readiness is how much is open in a referral, in one state.
func (h *handOver) readiness(blocks, looks int) fyne.CanvasObject {
	switch {
	case blocks > 0:
		return widgets.NewState(widgets.Red, "stop", h.w.say("count.to_settle", "n", blocks), look.Small)
	case looks > 0:
		return widgets.NewState(widgets.Amber, "warning", h.w.say("count.to_look_at", "n", looks), look.Small)
	}
	return widgets.NewState(widgets.Green, "settled", h.w.say("handover.nothing_missing"), look.Small)
}

// tick is a square that is filled where something is chosen.
func tick(chosen bool) fyne.CanvasObject {
	const side = 20
	if !chosen {
		return widgets.Sized(side, side, widgets.NewFrame(widgets.Paint{Fill: look.FieldGround, Line: look.Line, Radius: 5}))
	}
	return widgets.Sized(side, side, widgets.NewFrame(widgets.Paint{Fill: look.Teal, Radius: 5}),
		widgets.Centred(widgets.NewIcon("check", look.IconInline, look.OnTeal)))
}

// toWhom is the second step: the offices whose card the desk has.
func (h *handOver) toWhom() fyne.CanvasObject {
	w := h.w
	if len(h.state.Offices) == 0 {
		return widgets.Centred(widgets.EmptyState("contacts", w.say("contacts.empty"), w.say("contacts.empty_help"),
			widgets.NewButton(w.say("nav.contacts"), func() { w.Go(present.Route{Page: present.PageContacts}) })))
	}
	rows := []fyne.CanvasObject{}
	for i, p := range h.state.Offices {
		if i > 0 {
			rows = append(rows, widgets.NewDivider())
		}
		rows = append(rows, h.office(p))
	}
	parts := []fyne.CanvasObject{widgets.NewBareCard(widgets.Column(0, rows...))}
	if !h.state.Message.Empty() {
		parts = append([]fyne.CanvasObject{w.banner(h.state.Message, nil)}, parts...)
	}
	parts = append(parts, widgets.NewText(look.Small, w.say("handover.green_only")).In(look.Ink2).Wrap())
	return widgets.NewScroll(widgets.Inset(ringRoom, ringRoom, widgets.Column(look.Gap12, parts...)))
}

func (h *handOver) office(p present.Party) fyne.CanvasObject {
	w := h.w
	lines := []fyne.CanvasObject{widgets.NewText(look.Heading, p.Name).Ellipsis(), w.trustOf(p.Trust, look.Small)}
	if p.Expired {
		lines = append(lines, widgets.NewText(look.Small, w.say("error.card_expired")).In(look.Amber))
	}
	return widgets.Inset(look.CardPadX, look.CardPadY, widgets.Row(look.Gap16,
		tick(h.state.To.ID == p.ID),
		widgets.NewAvatar(widgets.AvatarBig, p.ID, p.Initials),
		widgets.Grow(1, widgets.Column(0, lines...)),
		widgets.NewText(look.Small, w.say(p.RoleKey)).In(look.Ink2),
		h.officeButton(p)))
}

// officeButton chooses a checked office, and leads to the check of another.
func (h *handOver) officeButton(p present.Party) *widgets.Button {
	if p.Trust == present.TrustChecked {
		button := widgets.NewButton(h.w.say("button.choose"), func() {
			h.state.Choose(p.ID)
			h.show()
			h.w.Window.Canvas().Focus(h.main)
		})
		if h.state.To.ID == p.ID {
			button.SetWords(h.w.say("handover.chosen"))
		}
		offer(button, !p.Expired)
		return button
	}
	return widgets.NewButton(h.w.say("handover.check_first"), func() {
		h.w.Go(present.Route{Page: present.PageContacts, Contact: p.ID})
	})
}
