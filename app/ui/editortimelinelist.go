package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// Measures of the list beside a timeline.
const (
	yearsListWidth float32 = 286
	yearsRow       float32 = 50
	yearsWhen      float32 = 118
	yearsWhenAlone float32 = 240 // in a list that has the page to itself
	yearsRowsShown         = 8   // in the narrow page, where all else scrolls
)

// yearsList is the section's own elements, from the earliest on.
type yearsList struct {
	y     *editorYears
	items []present.TimeItem
	rows  *widgets.List
	name  *widgets.Text
}

func (y *editorYears) newList(v present.EditorView) *yearsList {
	l := &yearsList{y: y}
	l.name = widgets.NewText(look.Heading, "").Ellipsis()
	room := yearsWhen
	if y.e.folded {
		room = yearsWhenAlone
	}
	l.rows = widgets.NewList(yearsRow, func() fyne.CanvasObject { return newYearsRow(room) }, l.fill).Padded(14)
	l.rows.OnChoose = func(row int) { y.open(l.items[row].Path) }
	l.refresh()
	l.rows.Choose(l.rowOf(v.Element))
	return l
}

func (l *yearsList) count() int { return len(l.items) }

func (l *yearsList) rowOf(path string) int {
	return slices.IndexFunc(l.items, func(i present.TimeItem) bool { return i.Path == path })
}

// refresh shows the elements as they now are.
func (l *yearsList) refresh() {
	l.items = l.y.shown.InSection(l.y.section)
	l.name.SetWords(l.y.e.w.say("timeline.list."+l.y.section, "n", len(l.items)))
	l.rows.SetCount(len(l.items))
}

// newYearsRow is a row without words: when, what, and what stops.
func newYearsRow(room float32) fyne.CanvasObject {
	when, end := widgets.NewText(look.Small, "").In(look.Ink2).Ellipsis(), widgets.NewText(look.Small, "").In(look.Ink2).Ellipsis()
	what, stops := widgets.NewText(look.Body, "").Ellipsis(), widgets.NewText(look.Small, "").In(look.Red).Ellipsis()
	return widgets.Row(look.Gap12, widgets.Width(room, widgets.Column(0, when, end)), widgets.Grow(1, widgets.Column(0, what, stops)))
}

func (l *yearsList) fill(row int, object fyne.CanvasObject, chosen bool) {
	w, item := l.y.e.w, l.items[row]
	parts := object.(*fyne.Container).Objects
	times := parts[0].(*fyne.Container).Objects[0].(*fyne.Container)
	when, end := times.Objects[0].(*widgets.Text), times.Objects[1].(*widgets.Text)
	words := parts[1].(*fyne.Container).Objects[0].(*fyne.Container)
	what, stops := words.Objects[0].(*widgets.Text), words.Objects[1].(*widgets.Text)
	when.SetWords(item.Said)
	end.SetWords("– " + widgets.InOwnOrder(item.SaidEnd))
	see(end, item.SaidEnd != "")
	if !item.Dated() && item.Said == "" {
		when.SetWords(w.say("timeline.no_date"))
	}
	what.SetWords(l.y.words(item))
	what.SetBold(chosen)
	if see(stops, item.Blocks > 0); item.Blocks > 0 {
		stops.SetWords(w.say("count.to_settle", "n", item.Blocks))
	}
	words.Refresh()
	times.Refresh()
	object.Refresh()
}

// card is the list with its name and, beside an open element, a way to add.
func (l *yearsList) card(v present.EditorView) fyne.CanvasObject {
	head := []fyne.CanvasObject{widgets.Grow(1, l.name)}
	if list := l.y.e.ed.TimelineList(); v.Element != "" && !list.Fixed {
		add := l.y.e.adder(list, widgets.SmallButton).Kind(widgets.Quiet)
		add.SetWords(l.y.e.w.say("button.add"))
		head = append(head, add)
	}
	rows := fyne.CanvasObject(widgets.Grow(1, l.rows))
	if l.y.e.folded {
		rows = widgets.Height(yearsRow*float32(min(len(l.items), yearsRowsShown)), l.rows)
	}
	return widgets.NewBareCard(widgets.Column(0,
		widgets.Inset(look.Gap16, look.Gap8, widgets.Row(look.Gap8, head...)), widgets.NewDivider(), rows))
}

// choice is the list over an open element in a narrow page.
func (l *yearsList) choice(v present.EditorView) fyne.CanvasObject {
	var options []widgets.Option
	for _, item := range l.items {
		words := l.y.words(item)
		if item.Said != "" {
			words = joinedBy(" · ", saidOf(item), words)
		}
		options = append(options, widgets.Option{Key: item.Path, Words: words})
	}
	field, choice := widgets.NewChoiceField(l.y.e.w.say("timeline.which."+l.y.section), options...)
	choice.Placeholder(l.y.e.w.say("editor.choose"), l.y.e.w.say("editor.filter")).Choose(v.Element)
	choice.OnChoose = l.y.open
	return field
}
