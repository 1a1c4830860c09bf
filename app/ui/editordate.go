package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// dateField is a date as it was said, with what was made of it.
type dateField struct {
	e        *editor
	path     string
	said     *widgets.Input
	calendar *widgets.Choice
	show     func(means, note string)
	years    *fyne.Container
	from     *widgets.Input
	until    *widgets.Input
	notes    *fyne.Container
	cell     *cell
	full     *widgets.FuzzyDate // nil where the words and the range are all
	which    *widgets.Choice    // of the paper, with full
}

// calendarWidth is the width of the choice of calendar.
const calendarWidth float32 = 164

// dateCell is a date: birth dates with all that is asked of them, others with
// the words and the range alone.
func (e *editor) dateCell(c *cell, f present.Field) {
	d := &dateField{e: e, path: f.Path, cell: c}
	d.from, d.until = widgets.NewInput().Placeholder(e.w.say("editor.date_year_from")), widgets.NewInput().Placeholder(e.w.say("editor.date_year_until"))
	d.from.OnChanged = func(string) { d.setYears() }
	d.until.OnChanged = d.from.OnChanged
	d.years = widgets.Column(look.LabelGap, widgets.NewText(look.Small, e.w.say("editor.date_help")).In(look.Ink2).Wrap(),
		widgets.Row(look.Gap8, widgets.Width(calendarWidth, d.from), widgets.Width(calendarWidth, d.until)))
	d.notes = widgets.Column(look.Gap8)
	parts := []fyne.CanvasObject{d.years, d.notes}
	if strings.HasSuffix(f.Path, "/birth_date") {
		d.full = d.whole(f)
		parts = append([]fyne.CanvasObject{d.full}, parts...)
	} else {
		parts = append([]fyne.CanvasObject{d.small(f)}, parts...)
	}
	content := widgets.Column(look.Gap8, parts...)
	d.said.SetText(f.Value)
	d.calendar.Choose(f.Date.Calendar)
	d.from.SetText(f.Date.FromYear)
	d.until.SetText(f.Date.UntilYear)
	d.onward(c)
	c.focus, c.input = d.said.Focusable(), d.said
	e.around(c, f, content)
	if d.full != nil {
		// The component has a label of its own; a chosen answer stands without it.
		c.labelled, c.object, c.answers.label = &d.full.Labelled, c.answers.tree, e.label(f)
		c.answers.show(f)
	}
	d.refresh(*f.Date)
}

// onward lets Enter go on from every part of the date.
func (d *dateField) onward(c *cell) {
	next := func() { d.e.next(d.path) }
	for _, input := range []*widgets.Input{d.said, d.from, d.until} {
		input.OnSubmitted = func(string) { next() }
		c.stops = append(c.stops, input.Focusable())
	}
	d.calendar.OnSubmitted = next
	c.stops = append(c.stops, d.calendar)
	if d.full != nil {
		d.full.Certainty.OnSubmitted = next
		d.full.Paper.OnSubmitted = func(string) { next() }
		d.which.OnSubmitted = next
		c.stops = append(c.stops, d.full.Certainty, d.full.Paper.Focusable(), d.which)
	}
}

// small is the words, the calendar and the range.
func (d *dateField) small(present.Field) fyne.CanvasObject {
	e := d.e
	d.said = widgets.NewInput().Leading(widgets.NewIcon("calendar", look.IconInline, look.Ink2)).Placeholder(e.w.say("editor.date_hint"))
	d.calendar = widgets.NewChoice(e.optionsOf(e.ed.Calendars())...)
	means, note := widgets.Label("").Wrap(), widgets.NewText(look.Small, "").In(look.Ink2).Wrap()
	plate := widgets.Stack(widgets.Plate(look.Tint, look.TealInk, look.Radius),
		widgets.Inset(14, 6, widgets.Row(look.Gap12, widgets.NewIcon("arrow", look.IconRow, look.TealInk), widgets.Grow(1, widgets.Column(0, means, note)))))
	d.show = func(m, n string) {
		means.SetWords(m)
		note.SetWords(n)
		see(note, n != "")
		see(plate, m != "")
	}
	d.said.OnChanged = func(words string) { d.set(words, d.calendar.Chosen()) }
	d.calendar.OnChoose = func(key string) { d.set(d.said.Text(), key) }
	return widgets.Column(look.Gap8, widgets.Row(look.Gap8, widgets.Grow(1, d.said), widgets.Width(calendarWidth, d.calendar)), plate)
}

// whole is the date of picture 07: also how sure it is, and what a paper says.
func (d *dateField) whole(f present.Field) *widgets.FuzzyDate {
	e := d.e
	words := widgets.FuzzyDateWords{
		Label: e.label(f), Help: e.help(f), Placeholder: e.w.say("editor.date_hint"),
		Certainty: e.w.say("editor.date_sure"), PaperSays: e.w.say("editor.date_paper"), KeptAsPrinted: e.w.say("editor.date_printed"),
	}
	date := widgets.NewFuzzyDate(words, e.optionsOf(e.ed.Calendars()), e.optionsOf(e.ed.Qualities()))
	papers, paper := widgets.NewChoiceField(e.w.say("editor.date_which"), e.optionsOf(e.ed.Options(present.Field{Kind: present.KindPaper}))...)
	paper.Placeholder(e.w.say("editor.choose"), e.w.say("editor.filter")).Choose(f.Date.PaperID)
	date.Beside(papers)
	date.Certainty.Choose(f.Date.Quality)
	date.Paper.SetText(f.Date.Paper)
	d.said, d.calendar, d.show = date.Said, date.Calendar, date.SetRange
	date.OnSaid = func(words string) { d.set(words, d.calendar.Chosen()) }
	date.OnCalendar = func(key string) { d.set(d.said.Text(), key) }
	date.OnCertainty = func(key string) { e.ed.SetQuality(d.path, key); e.changed() }
	setPaper := func() { e.ed.SetPaper(d.path, date.Paper.Text(), paper.Chosen()); d.changed() }
	date.OnPaper = func(string) { setPaper() }
	paper.OnChoose = func(string) { setPaper() }
	d.which = paper
	return date
}

// set keeps what was said.
func (d *dateField) set(words, calendar string) {
	d.e.ed.SetCursor(d.path, 0)
	d.cell.wrong(d.e.w, d.e.ed.SetDate(d.path, words, calendar))
	d.changed()
}

// setYears keeps the years that were asked for, once they are years.
func (d *dateField) setYears() {
	if until := len(d.until.Text()); len(d.from.Text()) < 4 || until > 0 && until < 4 {
		return
	}
	m := d.e.ed.SetYears(d.path, d.from.Text(), d.until.Text())
	d.cell.wrong(d.e.w, m)
	d.changed()
}

func (d *dateField) changed() {
	if f, ok := d.e.ed.FieldAt(d.path); ok {
		d.refresh(*f.Date)
		if d.cell.answers != nil {
			d.cell.answers.show(f)
		}
	}
	d.e.changed()
	d.e.reflow()
}

// refresh shows what is made of the words now.
func (d *dateField) refresh(v present.DateView) {
	w := d.e.w
	see(d.years, v.AskYears)
	d.show(d.means(v), d.note(v))
	d.notes.Objects = nil
	if v.FirstJan {
		d.notes.Objects = append(d.notes.Objects, widgets.NewBanner(widgets.Amber, "warning", w.say("editor.date_first"), nil))
	}
	if v.TwoWays {
		d.notes.Objects = append(d.notes.Objects, widgets.NewBanner(widgets.Amber, "warning", w.say("editor.date_two_ways"), nil))
	}
	see(d.notes, len(d.notes.Objects) > 0)
	d.notes.Refresh()
}

// means is the range in words, nothing while there are only words.
func (d *dateField) means(v present.DateView) string {
	w := d.e.w
	words := ""
	switch v.Reading {
	case present.DateDay:
		words = w.Words.Date(v.Early)
	case present.DateRange:
		words = w.say("editor.date_range", "from", w.Words.Date(v.Early), "to", w.Words.Date(v.Late))
	case present.DateBefore:
		words = w.say("editor.date_before", "date", w.Words.Date(v.Late))
	case present.DateSince:
		words = w.say("editor.date_since", "date", w.Words.Date(v.Early))
	}
	if v.About && words != "" {
		return w.say("editor.date_about", "date", words)
	}
	return words
}

// note is the age, where it is a birth.
func (d *dateField) note(v present.DateView) string {
	if v.Age == nil {
		return ""
	}
	return d.e.age(*v.Age)
}

// age is what can be said of an age.
func (e *editor) age(a present.Ages) string {
	switch {
	case a.Oldest < 0:
		return e.w.say("editor.age_least", "n", a.Youngest)
	case a.Youngest == a.Oldest:
		return e.w.say("editor.age", "n", a.Youngest)
	}
	return e.w.say("editor.age_range", "from", a.Youngest, "to", a.Oldest)
}
