package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// sweepIndent is how far the answers of a question stand from its sign.
const sweepIndent = look.IconRow + look.Gap12

// sweep is the questions that look for family left out, a row each: the sign
// of how it stands, the question, and yes or no at the end.
func (e *editor) sweep(fields []present.Field) fyne.CanvasObject {
	head := widgets.Row(look.Gap8, widgets.NewText(look.Heading, e.w.say("part.family.sweep")),
		widgets.Grow(1, widgets.Caption(e.w.say("editor.sweep_help")).Ellipsis()))
	rows := []fyne.CanvasObject{widgets.Inset(look.Gap16, look.Gap12, head)}
	for _, f := range fields {
		c := e.sweepCell(f)
		e.cells[f.Path] = c
		e.order = append(e.order, f.Path)
		rows = append(rows, widgets.NewDivider(), widgets.Inset(look.Gap16, look.Gap4, c.object))
	}
	return widgets.AtMost(formWidth, widgets.NewBareCard(widgets.Column(0, rows...)))
}

func (e *editor) sweepCell(f present.Field) *cell {
	c := &cell{path: f.Path, mark: widgets.NewIcon("minus", look.IconRow, look.Ink3)}
	s := widgets.NewSegments(widgets.Option{Key: present.Yes, Words: e.w.say("editor.yes")}, widgets.Option{Key: present.No, Words: e.w.say("editor.no")})
	s.Choose(f.Value)
	s.OnChoose = func(key string) { e.chose(f.Path, key) }
	c.focus = s
	a := newAnswers(e, f, s)
	c.answers = a
	c.stops = append(append(c.stops, a.stops...), a.why.Focusable())
	row := widgets.Row(look.Gap12, c.mark, widgets.Grow(1, widgets.NewText(look.Body, e.label(f)).Wrap()), s)
	a.plate.Show()
	a.chips.Show()
	a.boxes = [2]fyne.CanvasObject{widgets.InsetEach(0, 0, 0, sweepIndent, a.plate), widgets.InsetEach(0, 0, 0, sweepIndent, a.chips)}
	a.tree.Objects = []fyne.CanvasObject{widgets.Inset(0, look.Gap4, row), a.boxes[0], a.boxes[1]}
	a.show(f)
	c.object = a.tree
	markOf(c.mark, f)
	return c
}

// refreshMark shows how a question stands now.
func (e *editor) refreshMark(c *cell) {
	if f, ok := e.ed.FieldAt(c.path); ok {
		markOf(c.mark, f)
	}
}

func markOf(mark *widgets.Icon, f present.Field) {
	switch {
	case f.State == "pending":
		mark.Set("activity", look.Amber)
	case f.Needed:
		mark.Set("stop", look.Red)
	case f.Value != "" || f.State != "":
		mark.Set("settled", look.Green)
	default:
		mark.Set("minus", look.Ink3)
	}
}
