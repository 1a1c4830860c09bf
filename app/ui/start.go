package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// start is the list of referrals; on the start page what needs somebody stands
// over it.
type start struct {
	w      *Window
	state  *present.Start
	listed bool // the list alone
	body   *fold
	table  *widgets.Table
	search *widgets.Input
	chips  map[present.Filter]*widgets.Chip
	count  *widgets.Text
	room   *fyne.Container // the table, or why it is empty
	make   *widgets.Button
	why    *fyne.Container
}

func newStart(w *Window, r present.Route) Page {
	s := &start{w: w, state: present.NewStart(w.Shell), listed: r.Page == present.PageReferrals, why: widgets.Stack()}
	s.make = widgets.NewButton(w.say("start.new"), s.new).Kind(widgets.Main).Icon("plus")
	s.search = widgets.NewInput().Placeholder(w.say("start.search")).
		Leading(widgets.NewIcon("search", look.IconInline, look.Ink2)).
		Trailing(widgets.NewText(look.Small, w.say("start.search_key")).In(look.Ink3))
	s.search.OnChanged = s.find
	s.search.OnSubmitted = func(string) { s.openFirst() }
	s.count = widgets.NewText(look.Body, "").In(look.Ink2)
	s.chips = map[present.Filter]*widgets.Chip{}
	for _, f := range s.state.Filters() {
		s.chips[f] = widgets.NewChip("", w.say("filter."+string(f)), func() { s.filter(f) })
	}
	s.room = widgets.Stack()
	return s
}

// Content implements Page.
func (s *start) Content() fyne.CanvasObject {
	s.body = s.w.fold(foldPage, s.build)
	return s.body
}

// Leave implements Page.
func (s *start) Leave() present.Job { return nil }

// Find implements finder.
func (s *start) Find() { s.search.Focus() }

// Make implements maker.
func (s *start) Make() {
	if !s.state.Office() {
		s.new()
	}
}

// First implements starter: what is typed searches, and on a desk without
// referrals Enter begins the first.
func (s *start) First() fyne.Focusable {
	if s.state.Count() == 0 && !s.state.Office() {
		return s.make
	}
	return s.search.Focusable()
}

func (s *start) build(folded bool) fyne.CanvasObject {
	edge := look.PageEdge
	if folded {
		edge = look.PageEdgeNarrow
	}
	s.table = s.newTable(folded)
	parts := []fyne.CanvasObject{s.header(), s.why}
	if cards := s.cards(folded); cards != nil {
		parts = append(parts, cards, widgets.Gap(28))
	}
	parts = append(parts, widgets.Height(look.Current().Scaled(look.FieldHeight), s.tools(folded)), widgets.Gap(look.Gap12), widgets.Grow(1, s.room))
	s.refresh()
	return widgets.InsetEach(0, edge, look.Gap24, edge, widgets.Column(0, parts...))
}

func (s *start) header() fyne.CanvasObject {
	w := s.w
	actions := []fyne.CanvasObject{}
	if !s.state.Office() {
		actions = append(actions, s.make)
	}
	if s.listed {
		title := w.say("nav.referrals")
		if s.state.Office() {
			title = w.say("nav.cases")
		}
		return widgets.PageHeader(title, "", actions...)
	}
	line := w.say("start.nothing_due")
	if n := len(s.state.Attention()); n > 0 {
		line = w.say("start.due", "n", n)
	}
	return widgets.PageHeader(w.Words.Weekday(s.state.Today()), line, actions...)
}

// tools are the filters and the search over the table.
func (s *start) tools(folded bool) fyne.CanvasObject {
	row := []fyne.CanvasObject{}
	if !s.listed {
		row = append(row, widgets.NewText(look.Title, s.w.say("nav.referrals")))
	}
	row = append(row, s.count, widgets.Flex())
	for _, f := range s.state.Filters() {
		row = append(row, s.chips[f])
	}
	width := searchWidth
	if folded {
		width = searchWidthFolded
	}
	return widgets.Row(look.Gap8, append(row, widgets.Width(width, s.search))...)
}

// Widths of the search.
const (
	searchWidth       float32 = 236
	searchWidthFolded float32 = 236
)

func (s *start) filter(f present.Filter) {
	s.state.SetFilter(f)
	s.refresh()
}

func (s *start) find(query string) {
	s.state.SetQuery(query)
	s.refresh()
}

// refresh shows the rows that are found.
func (s *start) refresh() {
	for f, chip := range s.chips {
		chip.SetChosen(f == s.state.Filter())
	}
	s.count.SetWords(s.w.Words.Number(s.state.Count()))
	s.room.Objects = []fyne.CanvasObject{container.New(lowLayout{s.tableHeight}, s.table)}
	if s.state.Count() == 0 {
		s.room.Objects = []fyne.CanvasObject{widgets.NewCard(widgets.Centred(s.empty()))}
	}
	s.table.List.SetCount(s.state.Count())
	s.room.Refresh()
}

// tableHeight is how high the table stands with the rows it has.
func (s *start) tableHeight() float32 { return s.table.HeightFor(s.state.Count()) }

// empty says why no row is there, and what next.
func (s *start) empty() fyne.CanvasObject {
	w := s.w
	switch {
	case !s.state.Empty() && s.state.Query() != "":
		return widgets.EmptyState("search", w.say("start.not_found"), "", nil)
	case !s.state.Empty():
		return widgets.EmptyState("referrals", w.say("start.none_filter"), "", nil)
	case s.state.Office():
		return widgets.EmptyState("inbox", w.say("start.none_office"), w.say("start.none_office_help"), nil)
	case s.state.CanPractise():
		take := widgets.NewButton(w.say("start.practise"), nil).Icon("people")
		take.OnTap = func() { s.practise(take) }
		empty := widgets.EmptyState("people", w.say("start.none"), w.say("start.none_practice"), take)
		// The main button of the page is another.
		take.Kind(widgets.Other)
		return empty
	}
	return widgets.EmptyState("people", w.say("start.none"), w.say("start.none_help"), nil)
}

// practise brings the invented people in.
func (s *start) practise(take *widgets.Button) {
	s.w.RunBusy(take, s.w.say("start.new_busy"), andThen(s.state.Practise(), s.done), nil)
}

// new makes a referral and opens it.
func (s *start) new() {
	s.w.RunBusy(s.make, s.w.say("start.new_busy"), andThen(s.state.New(s.w.Go), s.done), nil)
}

// done shows what became of a job.
func (s *start) done() {
	s.why.Objects = nil
	if s.w.Shell.Desk != nil {
		s.w.ShowSave(s.w.Shell.LastSave())
	}
	if m := s.state.Failed(); !m.Empty() {
		s.why.Objects = []fyne.CanvasObject{widgets.InsetEach(0, 0, look.Gap16, 0, s.w.banner(m, nil))}
	}
	s.body.rebuild()
}

func (s *start) openFirst() {
	if s.state.Count() > 0 {
		s.open(0)
	}
}

func (s *start) open(row int) {
	s.w.Go(present.Route{Page: present.PageEditor, Case: s.state.Row(row).ID})
}

// changed is when a referral was changed, the nearer the more exact.
func (w *Window) changed(at time.Time) string {
	now := w.Shell.Now()
	switch y, m, d := now.Date(); {
	case !at.Before(time.Date(y, m, d, 0, 0, 0, 0, now.Location())):
		return w.say("start.time_today", "time", w.Words.Clock(at))
	case !at.Before(time.Date(y, m, d-1, 0, 0, 0, 0, now.Location())):
		return w.say("start.yesterday")
	default:
		return w.Words.ShortDay(at)
	}
}
