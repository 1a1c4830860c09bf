package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// prove ties documents to the answer that has the keyboard.
func (e *editor) prove() {
	e.watchFocus()
	c := e.touched
	if c == nil {
		return
	}
	chosen, ok := e.ed.Evidence(c.path)
	if !ok {
		return
	}
	var rows []fyne.CanvasObject
	for _, paper := range e.ed.Papers() {
		toggle := widgets.NewToggle(paper.Words, func(on bool) {
			chosen = slices.DeleteFunc(chosen, func(id string) bool { return id == paper.Key })
			if on {
				chosen = append(chosen, paper.Key)
			}
		})
		toggle.SetOn(slices.Contains(chosen, paper.Key))
		rows = append(rows, toggle)
	}
	if len(rows) == 0 {
		rows = append(rows, widgets.NewText(look.Body, e.w.say("evidence.no_papers")).In(look.Ink2).Wrap())
	}
	var d *widgets.Dialog
	cancel := widgets.NewButton(e.w.say("button.cancel"), func() { d.Close() })
	done := widgets.NewButton(e.w.say("evidence.tie"), func() {
		d.Close()
		e.ed.SetEvidence(c.path, chosen)
		e.stepBack(func() {})
	}).Kind(widgets.Main)
	d = widgets.NewDialog(e.w.say("evidence.title"), widgets.Column(look.Gap8, rows...), cancel, done)
	d.Show(e.w.Window.Canvas())
}

// papers says how many documents prove the answer of a field.
func (e *editor) papers(path string) string {
	chosen, ok := e.ed.Evidence(path)
	if !ok || len(chosen) == 0 {
		return ""
	}
	return e.w.say("evidence.count", "n", len(chosen))
}

// proves lists what a document proves, with the way there.
func (e *editor) proves(document string) fyne.CanvasObject {
	parts := []fyne.CanvasObject{widgets.NewText(look.Heading, e.w.say("evidence.proves"))}
	for _, p := range e.ed.ProvenBy(document) {
		there := widgets.NewButton(joinedBy(" · ", e.w.say(p.Key), p.Who), func() {
			e.ed.Show(p.Section, p.Path)
			e.rebuild()
			e.focusOn(p.Path)
		}).Kind(widgets.Quiet).IconAfter("chevron-end")
		parts = append(parts, widgets.InsetEach(0, 0, 0, -11, widgets.Row(0, there, widgets.Flex())))
	}
	if len(parts) == 1 {
		parts = append(parts, widgets.NewText(look.Body, e.w.say("evidence.none")).In(look.Ink2).Wrap())
	}
	return widgets.AtMost(formWidth, widgets.Column(look.Gap8, parts...))
}
