package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// missingPanel is "What is missing" beside the page, or over it where the
// window is narrow.
type missingPanel struct {
	e      *editor
	tree   *fyne.Container
	counts *fyne.Container
	list   *fyne.Container
	scroll *widgets.Scroll
	chosen string // rule and path
}

func newMissingPanel(e *editor) *missingPanel {
	p := &missingPanel{e: e, counts: widgets.Stack(), list: widgets.Stack()}
	p.scroll = widgets.NewScroll(p.list)
	p.tree = e.panelFrame(e.w.say("editor.missing.title"), p.counts, p.scroll, e.w.say("editor.missing.set", "set", e.ed.Set()))
	p.refresh()
	return p
}

// Tree implements editorPanel.
func (p *missingPanel) Tree() fyne.CanvasObject { return p.tree }

// refresh lists what is missing now.
func (p *missingPanel) refresh() {
	e := p.e
	counts := []fyne.CanvasObject{}
	if n := e.ed.Blocks(); n > 0 {
		counts = append(counts, widgets.NewState(widgets.Red, "stop", e.w.say("editor.missing.first", "n", n), look.Small))
	}
	if n := e.ed.Looks(); n > 0 {
		counts = append(counts, widgets.NewState(widgets.Amber, "warning", e.w.say("count.to_look_at", "n", n), look.Small))
	}
	if len(counts) == 0 {
		counts = append(counts, widgets.NewState(widgets.Green, "settled", e.w.say("editor.missing.none"), look.Small))
	}
	p.counts.Objects = []fyne.CanvasObject{widgets.Row(look.Gap12, counts...)}
	var rows []fyne.CanvasObject
	for i, m := range e.ed.Missing() {
		if i == 0 && p.chosen == "" {
			p.chosen = m.Rule + " " + m.Path
		}
		rows = append(rows, p.item(m), widgets.NewDivider())
	}
	p.list.Objects = []fyne.CanvasObject{widgets.Column(0, rows...)}
	p.tree.Refresh()
	p.scroll.Reflow()
}

func (p *missingPanel) item(m present.Missing) fyne.CanvasObject {
	w := p.e.w
	tone := widgets.Red
	place := w.say("section."+m.Section) + " · " + m.Source
	switch {
	case m.Explained:
		tone, place = widgets.Green, w.say("editor.missing.explained", "text", m.Text)
	case !m.Blocks:
		tone = widgets.Amber
	}
	if m.Later && m.AskOn != "" {
		place = w.say("editor.missing.ask_on", "day", m.AskOn)
	}
	var actions []*widgets.Button
	if m.Here {
		actions = append(actions, widgets.NewButton(w.say("button.go_there"), func() { p.goTo(m) }))
	}
	if m.Explains {
		actions = append(actions, widgets.NewButton(w.say("button.explain"), func() { p.explain(m) }))
	}
	if !m.Explained {
		actions = append(actions, widgets.NewButton(w.say("button.ask_later"), func() { p.later(m) }))
	}
	key := m.Rule + " " + m.Path
	item := widgets.NewReadinessItem(tone, m.Title, m.Why, place, func() {
		p.chosen = key
		p.refresh()
	}, actions...)
	item.SetChosen(p.chosen == key)
	return item
}

// goTo opens the field that settles a point. A panel over the page goes.
func (p *missingPanel) goTo(m present.Missing) {
	e := p.e
	path := e.ed.GoTo(m)
	if e.folded {
		e.showPanel(noPanel)
	} else {
		e.rebuild()
	}
	e.focusOn(path)
}

// explain asks for the words of why a point stands as it is.
func (p *missingPanel) explain(m present.Missing) {
	field := widgets.NewTextField(p.e.w.say("editor.missing.explain"), longRows)
	field.Input.SetText(m.Text)
	p.ask(m.Title, field, field.Input, func() present.Message {
		p.e.ed.Explain(m, field.Input.Text())
		return present.Message{}
	}, field.SetFailed)
}

// later asks for the day on which to ask again.
func (p *missingPanel) later(m present.Missing) {
	field := widgets.NewField(p.e.w.say("answer.ask_on"))
	field.Input.Placeholder(p.e.w.say("editor.day_hint"))
	field.Input.SetText(m.AskOn)
	p.ask(m.Title, field, field.Input, func() present.Message {
		return p.e.ed.AskLater(m, field.Input.Text())
	}, field.SetFailed)
}

func (p *missingPanel) ask(heading string, content fyne.CanvasObject, input *widgets.Input, do func() present.Message, wrong func(string, ...*widgets.Button)) {
	var d *widgets.Dialog
	done := func() {
		if m := do(); !m.Empty() {
			wrong(p.e.w.tell(m))
			d.Reflow()
			return
		}
		d.Close()
		p.e.changed()
	}
	cancel := widgets.NewButton(p.e.w.say("button.cancel"), func() { d.Close() })
	main := widgets.NewButton(p.e.w.say("button.done"), done).Kind(widgets.Main)
	input.OnSubmitted = func(string) { done() }
	d = widgets.NewDialog(heading, content, cancel, main)
	d.Show(p.e.w.Window.Canvas())
	input.Focus()
}
