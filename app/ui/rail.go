package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// rail is the navigation: where one can go, how the last save went, and the
// lock, always in the same places.
type rail struct {
	window *Window
	tree   *fyne.Container
	folded bool
	built  bool
	chosen present.Page
	items  map[present.Page]*widgets.NavigationItem
	save   *widgets.SaveState
	saved  present.Save
	short  *widgets.Text // the save state where the navigation is folded
	mark   *widgets.Icon
	sign   *fyne.Container
}

func newRail(w *Window) *rail { return &rail{window: w, tree: widgets.Stack()} }

// Measures of the navigation.
const (
	railEdge       float32 = 12
	railEdgeFolded float32 = 8
	railMark       float32 = 32
	lockHeight     float32 = 40
	practiceHeight float32 = 48
	shortHeight    float32 = 34 // two lines, such as "Saved" and "14:02"
)

func (r *rail) width() float32 {
	if r.folded {
		return look.NavigationFoldedWidth
	}
	return look.NavigationWidth
}

// fold builds the navigation anew when it folds or unfolds.
func (r *rail) fold(folded bool) {
	if r.built && folded == r.folded {
		return
	}
	r.folded, r.built = folded, true
	r.build()
}

func (r *rail) build() {
	r.items = map[present.Page]*widgets.NavigationItem{}
	entries := []fyne.CanvasObject{}
	for _, e := range r.window.Shell.Entries() {
		item := widgets.NewNavigationItem(e.Icon, r.window.say(e.Key), func() { r.window.Go(present.Route{Page: e.Page}) })
		item.SetFolded(r.folded)
		if e.Count > 0 {
			item.SetCount(r.window.Words.Number(e.Count))
		}
		r.items[e.Page] = item
		entries = append(entries, item)
	}
	parts := r.wide(entries)
	if r.folded {
		parts = r.narrow(entries)
	}
	ground := widgets.NewFrame(widgets.Paint{Fill: look.Rail})
	line := widgets.Place(widgets.At{Object: widgets.NewDivider().Upright(), Along: widgets.End, Down: widgets.Both, W: look.LineWidth})
	r.tree.Objects = []fyne.CanvasObject{ground, line, parts}
	r.choose(present.Route{Page: r.chosen})
	r.showSave(r.saved)
	r.tree.Refresh()
}

func (r *rail) wide(entries []fyne.CanvasObject) *fyne.Container {
	w := r.window
	brand := widgets.Row(10, widgets.NewMark(railMark), widgets.Grow(1, widgets.Column(-3,
		widgets.NewText(look.Heading, w.say("app.name")),
		widgets.NewText(look.Small, w.Shell.Desk.Name()).In(look.Ink2).Ellipsis())))
	r.save = widgets.NewSaveState(w.whyNotSaved)
	lock := widgets.NewButton(w.say("foot.lock"), w.Lock).Icon("lock").Keys(w.say("foot.lock_key"))
	column := []fyne.CanvasObject{
		widgets.InsetEach(14, 0, 18, look.Gap8, brand),
		widgets.Column(2, entries...), widgets.Flex(),
	}
	if w.Shell.Desk.Practice() {
		column = append(column, widgets.Height(practiceHeight,
			widgets.Plate(look.AmberTint, look.Amber, look.Radius),
			widgets.Inset(10, 6, widgets.Column(0,
				widgets.NewText(look.Small, w.say("foot.practice")).Bold().In(look.Amber),
				widgets.NewText(look.Small, w.say("foot.practice_help")).In(look.Amber).Ellipsis()))), widgets.Gap(look.Gap8))
	}
	column = append(column, r.save, widgets.Gap(look.Gap4), widgets.Height(lockHeight, lock))
	return widgets.InsetEach(0, railEdge+1, railEdge, railEdge, widgets.Column(0, column...))
}

func (r *rail) narrow(entries []fyne.CanvasObject) *fyne.Container {
	w := r.window
	r.save = nil
	r.mark = widgets.NewIcon("check", look.IconInline, look.Green)
	r.short = widgets.NewText(look.Tiny, "").In(look.Ink2).Align(widgets.Center).Wrap()
	lock := widgets.NewNavigationItem("lock", w.say("foot.lock"), w.Lock)
	lock.SetFolded(true)
	column := []fyne.CanvasObject{
		widgets.InsetEach(14, 0, 14, 0, widgets.Row(0, widgets.Flex(), widgets.NewMark(railMark), widgets.Flex())),
		widgets.Column(0, entries...), widgets.Flex(),
	}
	if w.Shell.Desk.Practice() {
		column = append(column, widgets.Height(26, widgets.Plate(look.AmberTint, look.Amber, look.RadiusSmall),
			widgets.Inset(0, look.Gap4, widgets.NewText(look.Small, w.say("foot.practice")).Bold().In(look.Amber).Align(widgets.Center).Ellipsis())), widgets.Gap(look.Gap8))
	}
	// Their heights are given: what is said changes while the column stands.
	r.sign = widgets.Row(0, widgets.Flex(), r.mark, widgets.Flex())
	column = append(column, widgets.Height(look.IconInline, r.sign),
		widgets.Height(shortHeight, r.short), widgets.Gap(look.Gap8),
		widgets.Stack(widgets.NewFrame(widgets.Paint{Fill: look.Surface, Line: look.Line, Radius: look.Radius}), lock))
	return widgets.InsetEach(0, railEdgeFolded+1, railEdgeFolded, railEdgeFolded, widgets.Column(0, column...))
}

// choose shows the part of the program in which a page lies.
func (r *rail) choose(route present.Route) {
	r.chosen = route.Page
	part := route.Page
	switch part {
	case present.PageEditor:
		part = present.PageReferrals
	case present.PageAbout:
		part = present.PageSettings
	}
	for page, item := range r.items {
		item.SetChosen(page == part)
	}
}

func (r *rail) showSave(s present.Save) {
	r.saved = s
	kind, words := widgets.Saved, ""
	switch {
	case s.Busy:
		kind, words = widgets.Saving, r.window.say("foot.saving")
	case !s.Why.Empty():
		kind, words = widgets.NotSaved, r.window.say("foot.not_saved_short")
	case !s.At.IsZero():
		words = r.window.say("foot.saved", "time", r.window.Words.Clock(s.At.Local()))
	}
	if r.save != nil {
		r.save.Set(kind, words)
	}
	if r.short == nil || !r.folded {
		return
	}
	r.short.SetWords(words)
	see(r.mark, words != "")
	r.sign.Refresh() // it has no place while there is nothing to show
	if kind == widgets.NotSaved {
		r.mark.Set("disk", look.Red)
		r.short.SetColour(look.Red)
		return
	}
	r.mark.Set("check", look.Green)
	r.short.SetColour(look.Ink2)
}

func (r *rail) step() {
	if r.save != nil && r.saved.Busy {
		r.save.Step()
	}
}

// whyNotSaved says what to do about a save that failed.
func (w *Window) whyNotSaved() {
	var d *widgets.Dialog
	done := widgets.NewButton(w.say("button.close"), func() { d.Close() }).Kind(widgets.Main)
	d = widgets.NewDialog(w.say("foot.not_saved_title"), widgets.NewText(look.Body, w.tell(w.save.Why)).Wrap(), done)
	d.Show(w.Window.Canvas())
}
