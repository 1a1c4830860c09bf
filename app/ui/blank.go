package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/widgets"
)

// blank is the page of a route that leads nowhere.
type blank struct{ w *Window }

func newBlank(w *Window, _ present.Route) Page { return &blank{w} }

// Content implements Page.
func (b *blank) Content() fyne.CanvasObject {
	return widgets.Centred(widgets.EmptyState("hint", b.w.say("page.none"), "", nil))
}

// Leave implements Page.
func (b *blank) Leave() present.Job { return nil }
