package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// groupCell is a short list that is filled in where it stands.
func (e *editor) groupCell(c *cell, f present.Field) {
	name := f.Key[len("field."):]
	var rows []fyne.CanvasObject
	for i, row := range f.Rows {
		if i > 0 {
			rows = append(rows, widgets.NewDivider())
		}
		rows = append(rows, widgets.Inset(look.Gap16, look.Gap16, e.groupRow(row)))
	}
	add := widgets.NewButton(e.w.say("group."+name+".add"), nil).Icon("plus").SizeOf(widgets.SmallButton)
	add.OnTap = func() { e.addTo(add, f) }
	c.focus, c.more = add, add.OnTap
	foot := []fyne.CanvasObject{add}
	if len(rows) == 0 && len(f.States) > 0 {
		foot = append(foot, e.noneChip(c, f, e.rebuild))
	}
	content := fyne.CanvasObject(widgets.Row(look.Gap8, append(foot, widgets.Flex())...))
	if len(rows) > 0 {
		content = widgets.Column(look.Gap8, widgets.NewBareCard(widgets.Column(0, rows...)), content)
	}
	e.around(c, f, content)
	if c.filled = len(f.Rows) > 0; c.filled {
		first := f.Rows[0]
		if len(first.Fields) > 0 {
			if inner, ok := e.cells[first.Fields[0].Path]; ok {
				c.stops = append(c.stops, add)
				c.focus = inner.focus
			}
		}
	}
}

func (e *editor) groupRow(row present.GroupRow) fyne.CanvasObject {
	remove := widgets.NewButton(e.w.say("button.remove"), func() { e.remove(row.Path) }).Kind(widgets.QuietRed).SizeOf(widgets.SmallButton)
	form := e.form(row.Fields)
	foot := widgets.Row(0, widgets.Flex(), remove)
	if row.Title != "" {
		return widgets.Column(look.Gap8, widgets.NewText(look.Heading, row.Title), form, foot)
	}
	return widgets.Column(look.Gap8, form, foot)
}

// addTo makes an element of a group, after a choice where one comes first.
func (e *editor) addTo(button *widgets.Button, f present.Field) {
	add := func(members ...present.Member) {
		at := e.ed.Add(f.Path, members...)
		e.changed()
		e.rebuild()
		e.focusOn(at)
	}
	if len(f.Adding) == 0 {
		add()
		return
	}
	e.chooseOne(button, e.w.say("group."+f.Key[len("field."):]+".add"), f.Adding, func(key string) {
		add(present.Member{Name: f.First, Value: key})
	})
}

// menuLength is up to how many options stand in a menu; more get a dialog with
// a list to find them in.
const menuLength = 9

// chooseOne asks which of the options it is to be.
func (e *editor) chooseOne(anchor fyne.CanvasObject, heading string, options []present.Option, then func(string)) {
	if len(options) <= menuLength {
		var items []widgets.MenuItem
		for _, o := range options {
			items = append(items, widgets.MenuItem{Words: o.Words, OnTap: func() { then(o.Key) }})
		}
		widgets.OpenMenu(anchor, items...)
		return
	}
	var d *widgets.Dialog
	choice := widgets.NewChoice(e.optionsOf(options)...).Placeholder(e.w.say("editor.choose"), e.w.say("editor.filter"))
	choice.OnChoose = func(key string) {
		d.Close()
		then(key)
	}
	cancel := widgets.NewButton(e.w.say("button.cancel"), func() { d.Close() })
	d = widgets.NewDialog(heading, choice, cancel)
	d.Show(e.w.Window.Canvas())
}

// withheldCell is what a person keeps back, and why.
func (e *editor) withheldCell(c *cell, f present.Field) {
	consent := strings.TrimSuffix(f.Path, "/withheld_items")
	var rows []fyne.CanvasObject
	for i, row := range f.Rows {
		if i > 0 {
			rows = append(rows, widgets.NewDivider())
		}
		release := widgets.NewIconButton("close", e.w.say("button.remove"), func() {
			e.ed.Release(consent, row.Path)
			e.changed()
			e.rebuild()
		})
		words := widgets.Column(0, widgets.NewText(look.Body, row.Title).Ellipsis(), widgets.Caption(row.Detail))
		rows = append(rows, widgets.Inset(look.Gap16, look.Gap8, widgets.Row(look.Gap8, widgets.Grow(1, words), release)))
	}
	add := widgets.NewButton(e.w.say("group.consents.withheld_items.add"), nil).Icon("plus").SizeOf(widgets.SmallButton)
	add.OnTap = func() {
		e.chooseOne(add, e.w.say(f.Key), f.Adding, func(path string) {
			e.chooseOne(add, e.w.say("editor.withheld_why"), e.ed.Reasons(), func(why string) {
				e.ed.Withhold(consent, path, why)
				e.changed()
				e.rebuild()
			})
		})
	}
	setEnabled(add, len(f.Adding) > 0)
	c.focus = add
	content := fyne.CanvasObject(widgets.Row(0, add, widgets.Flex()))
	if len(rows) > 0 {
		content = widgets.Column(look.Gap8, widgets.NewBareCard(widgets.Column(0, rows...)), content)
	}
	e.around(c, f, content)
}
