package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// The columns of the table of referrals.
const (
	columnCase = iota
	columnPerson
	columnPeople
	columnPlace
	columnComplete
	columnState
	columnNext
	columnChanged
)

// newTable makes the table; a narrow one has neither places nor when.
func (s *start) newTable(folded bool) *widgets.Table {
	say := s.w.say
	columns := []widgets.TableColumn{
		columnCase:     {Head: say("column.case"), Width: 120},
		columnPerson:   {Head: say("column.person"), Width: 179},
		columnPeople:   {Head: say("column.people"), Width: 44},
		columnPlace:    {Head: say("column.place"), Width: 92, Hidden: folded},
		columnComplete: {Head: say("column.complete"), Width: 72},
		columnState:    {Head: say("column.state"), Width: 116},
		columnNext:     {Head: say("column.next"), Weight: 1},
		columnChanged:  {Head: say("column.changed"), Width: 70, End: true, Hidden: folded},
	}
	t := widgets.NewTable(columns, look.RowHeight, newReferralCells, s.fill)
	t.List.OnChoose = s.open
	return t
}

// newReferralCells makes the cells of one row.
func newReferralCells() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		columnCase: widgets.Label("").Ellipsis(),
		columnPerson: widgets.Row(look.Gap12, widgets.NewAvatar(widgets.AvatarRow, "", ""),
			widgets.Grow(1, widgets.Column(-1, widgets.NewText(look.Body, "").Ellipsis(), widgets.NewText(look.Small, "").In(look.Ink2).Ellipsis()))),
		columnPeople:   widgets.Row(look.Gap8, widgets.NewIcon("people", look.IconInline, look.Ink2), widgets.NewText(look.Body, "").In(look.Ink2)),
		columnPlace:    widgets.NewText(look.Body, "").In(look.Ink2).Ellipsis(),
		columnComplete: widgets.Row(look.Gap8, widgets.NewRing(widgets.RingSmall), widgets.NewText(look.Small, "").In(look.Ink2)),
		columnState:    widgets.Row(0, widgets.NewTag(widgets.Neutral, "", "")),
		columnNext:     widgets.Row(look.Gap8, widgets.NewIcon("check", look.IconInline, look.Ink2), widgets.Grow(1, widgets.NewText(look.Body, "").Ellipsis())),
		columnChanged:  widgets.Width(70, widgets.NewText(look.Small, "").In(look.Ink2).Align(widgets.End).Ellipsis()),
	}
}

// fill shows the referral at a row.
func (s *start) fill(row int, cells []fyne.CanvasObject, chosen bool) {
	w, r := s.w, s.state.Row(row)
	part := func(column, i int) fyne.CanvasObject { return cells[column].(*fyne.Container).Objects[i] }
	text := func(o fyne.CanvasObject, words string) { o.(*widgets.Text).SetWords(words) }

	text(cells[columnCase], r.Code)
	part(columnPerson, 0).(*widgets.Avatar).Set(r.ID, r.Initials, chosen)
	names := part(columnPerson, 1).(*fyne.Container).Objects[0].(*fyne.Container).Objects
	text(names[0], r.Name)
	text(names[1], r.Native)
	names[1].(*widgets.Text).Hidden = r.Native == ""
	text(part(columnPeople, 1), w.Words.Number(r.People))
	text(cells[columnPlace], r.Place)
	ring := part(columnComplete, 0).(*widgets.Ring)
	ring.SetShare(r.Share)
	text(part(columnComplete, 1), w.say("start.percent", "n", int(r.Share*100)))
	state := cells[columnState].(*fyne.Container)
	state.Objects = []fyne.CanvasObject{widgets.NewTag(toneOf(r.State.Tone), r.State.Icon, w.say(r.State.Key))}
	part(columnNext, 0).(*widgets.Icon).Set(r.Next.Icon, inkOf(r.Next.Tone))
	text(part(columnNext, 1).(*fyne.Container).Objects[0], w.tell(r.Next.Words))
	text(part(columnChanged, 0), w.changed(r.Changed))
	for _, c := range cells {
		c.Refresh()
	}
}
