package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// about says what the program is, what it is made of, and what it can't do.
type about struct {
	w     *Window
	state *present.About
}

func newAbout(w *Window) Page { return &about{w, present.NewAbout(w.Shell)} }

// Content implements Page.
func (a *about) Content() fyne.CanvasObject {
	w := a.w
	back := widgets.NewButton(w.say("button.back"), w.Back).Kind(widgets.Quiet).Icon("chevron-start")
	promises := []fyne.CanvasObject{widgets.NewText(look.Heading, w.say("about.not_promised"))}
	for _, key := range a.state.NotPromised() {
		promises = append(promises, widgets.RowAt(widgets.Top, look.Gap12, widgets.NewIcon("info", look.IconRow, look.Ink2),
			widgets.Grow(1, widgets.NewText(look.Body, w.say(key)).Wrap())))
	}
	promises = append(promises, widgets.NewText(look.Body, w.say("about.lost")).Bold().Wrap())
	works := []fyne.CanvasObject{widgets.NewText(look.Heading, w.say("about.made_of"))}
	for _, work := range a.state.Licences() {
		works = append(works, widgets.Row(look.Gap12, widgets.Width(240, widgets.Label(work[0])), widgets.NewText(look.Body, work[1]).In(look.Ink2)))
	}
	cards := widgets.AtMost(settingsWidth, widgets.Inset(look.Gap4, look.Gap4, widgets.Column(look.Gap16,
		widgets.NewCard(widgets.Column(look.Gap8, promises...)), widgets.NewCard(widgets.Column(look.Gap4, works...)))))
	return widgets.InsetEach(0, look.PageEdge, 0, look.PageEdge-look.Gap4, widgets.Column(0,
		widgets.InsetEach(0, 0, 0, look.Gap4, widgets.PageHeader(w.say("about.title"), w.say("about.version", "version", a.state.Version), back)),
		widgets.Grow(1, widgets.NewScroll(widgets.InsetEach(0, 0, look.Gap32, 0, cards)))))
}

// Leave implements Page.
func (a *about) Leave() present.Job { return nil }
