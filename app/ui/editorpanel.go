package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// panelKind is what stands beside the page, or over it where the window is
// narrow.
type panelKind int

const (
	noPanel panelKind = iota
	missingPoints
	sectionHelp
	versionList
)

// editorPanel is one of them.
type editorPanel interface {
	Tree() fyne.CanvasObject
	// refresh follows a change of the referral or of the open section.
	refresh()
}

// openPanel makes the panel that is open.
func (e *editor) openPanel() editorPanel {
	switch e.beside {
	case missingPoints:
		return newMissingPanel(e)
	case sectionHelp:
		return newHelpPanel(e)
	case versionList:
		return newVersionsPanel(e)
	}
	return nil
}

// togglePanel opens a panel in the place of another, or closes it.
func (e *editor) togglePanel(kind panelKind) {
	if e.beside == kind {
		kind = noPanel
	}
	e.showPanel(kind)
}

func (e *editor) showPanel(kind panelKind) {
	e.beside = kind
	e.root.rebuild()
}

// panelFrame is a panel with its name, a way to close it, what stays in sight
// over the rest, and the rest.
func (e *editor) panelFrame(title string, over fyne.CanvasObject, scroll *widgets.Scroll, foot string) *fyne.Container {
	close := widgets.NewIconButton("close", e.w.say("button.close"), func() { e.showPanel(noPanel) }).Large()
	head := widgets.Row(look.Gap8, widgets.Grow(1, widgets.NewText(look.Title, title).Ellipsis()), close)
	ground := widgets.NewFrame(widgets.Paint{Fill: look.Surface, Line: look.Hair})
	if e.folded {
		ground.Floating()
	}
	parts := []fyne.CanvasObject{widgets.InsetEach(look.Gap16, look.Gap8, 0, look.Gap16, head)}
	if over != nil {
		parts = append(parts, widgets.InsetEach(0, look.Gap16, look.Gap12, look.Gap16, over), widgets.NewDivider())
	}
	parts = append(parts, widgets.Grow(1, scroll))
	if foot != "" {
		parts = append(parts, widgets.Inset(look.Gap16, look.Gap12, widgets.Caption(foot).Ellipsis()))
	}
	return widgets.Stack(ground, widgets.Column(0, parts...))
}
