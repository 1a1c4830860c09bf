package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// activity is the list of what was done at this desk.
type activity struct {
	w     *Window
	state *present.Activity
}

func newActivity(w *Window) Page { return &activity{w, present.NewActivity(w.Shell)} }

// Content implements Page.
func (a *activity) Content() fyne.CanvasObject {
	w := a.w
	return w.fold(foldPage, func(folded bool) fyne.CanvasObject {
		edge := look.PageEdge
		if folded {
			edge = look.PageEdgeNarrow
		}
		columns := []widgets.TableColumn{
			{Head: w.say("activity.column_what"), Weight: 1},
			{Head: w.say("activity.column_cases"), Width: 220},
			{Head: w.say("activity.column_when"), Width: 160, End: true},
		}
		table := widgets.NewTable(columns, look.RowCompactHeight, newActivityCells, a.fill)
		table.List.SetCount(a.state.Count())
		return widgets.InsetEach(0, edge, look.Gap24, edge, widgets.Column(0,
			widgets.PageHeader(w.say("activity.title"), w.say("activity.line")), widgets.Grow(1, table)))
	})
}

// Leave implements Page.
func (a *activity) Leave() present.Job { return nil }

func newActivityCells() []fyne.CanvasObject {
	return []fyne.CanvasObject{
		widgets.Row(look.Gap12, widgets.NewIcon("activity", look.IconRow, look.Ink2), widgets.Grow(1, widgets.NewText(look.Body, "").Ellipsis())),
		widgets.NewText(look.Body, "").Bold().Ellipsis(),
		widgets.Width(160, widgets.NewText(look.Small, "").In(look.Ink2).Align(widgets.End).Ellipsis()),
	}
}

func (a *activity) fill(row int, cells []fyne.CanvasObject, _ bool) {
	w, line := a.w, a.state.Line(row)
	what := cells[0].(*fyne.Container).Objects
	what[0].(*widgets.Icon).Set(line.Icon, inkOf(line.Tone))
	what[1].(*fyne.Container).Objects[0].(*widgets.Text).SetWords(w.tell(line.Words))
	cells[1].(*widgets.Text).SetWords(line.Cases)
	cells[2].(*fyne.Container).Objects[0].(*widgets.Text).SetWords(w.say("activity.when", "day", w.Words.Date(line.At), "time", w.Words.Clock(line.At)))
	for _, c := range cells {
		c.Refresh()
	}
}
