package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// helpPanel says of the open section why it is asked, what the law says, and
// how to ask without harm.
type helpPanel struct {
	e      *editor
	tree   *fyne.Container
	parts  *fyne.Container
	scroll *widgets.Scroll
	shown  string
}

func newHelpPanel(e *editor) *helpPanel {
	p := &helpPanel{e: e, parts: widgets.Stack()}
	p.scroll = widgets.NewScroll(p.parts)
	p.tree = e.panelFrame(e.w.say("editor.help.title"), nil, p.scroll, e.w.say("editor.help.foot"))
	p.refresh()
	return p
}

// Tree implements editorPanel.
func (p *helpPanel) Tree() fyne.CanvasObject { return p.tree }

func (p *helpPanel) refresh() {
	section := p.e.ed.Section()
	if section == p.shown {
		return
	}
	p.shown = section
	w := p.e.w
	parts := []fyne.CanvasObject{widgets.NewText(look.Heading, w.say("section."+section)).Wrap()}
	for _, part := range []struct{ icon, name string }{{"question", "why"}, {"law", "law"}, {"heart", "ask"}} {
		key := "help.section." + section + "." + part.name
		if !w.Words.Has(key) {
			continue
		}
		head := widgets.Row(look.Gap8, widgets.NewIcon(part.icon, look.IconInline, look.Teal), widgets.NewText(look.Body, w.say("editor.help."+part.name)).Bold())
		parts = append(parts, widgets.Column(look.Gap4, head, widgets.NewText(look.Body, w.say(key)).Wrap()))
	}
	p.parts.Objects = []fyne.CanvasObject{widgets.InsetEach(look.Gap8, look.Gap16, look.Gap16, look.Gap16, widgets.Column(look.Gap16, parts...))}
	p.tree.Refresh()
	p.scroll.Reflow()
}
