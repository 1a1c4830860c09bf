package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// editorSide is the list of the sections, with how full each is.
type editorSide struct {
	e     *editor
	tree  *fyne.Container
	ring  *widgets.Ring
	code  *widgets.Text
	who   *widgets.Text
	items map[string]*widgets.SectionItem
	list  *widgets.Scroll
	shown string // the section that was brought into view
	stops *widgets.State
	looks *widgets.State
}

// Measures of the list.
const (
	sideEdge       float32 = 20
	sideItemEdge   float32 = 12
	sideItemFolded float32 = 36
)

func newEditorSide(e *editor) *editorSide {
	s := &editorSide{e: e, items: map[string]*widgets.SectionItem{}}
	s.ring = widgets.NewRing(widgets.RingBig)
	s.code = widgets.NewText(look.Heading, "").Ellipsis()
	s.who = widgets.NewText(look.Small, "").In(look.Ink2).Ellipsis()
	s.stops = widgets.NewState(widgets.Red, "stop", "", look.Small)
	s.looks = widgets.NewState(widgets.Amber, "warning", "", look.Small)
	items := []fyne.CanvasObject{}
	for _, section := range e.ed.Sections() {
		item := widgets.NewSectionItem(e.w.say("section."+section.Key), func() {
			e.ed.Show(section.Key, "")
			e.rebuild()
		})
		item.SetFolded(e.folded)
		s.items[section.Key] = item
		items = append(items, item)
	}
	content := s.wide(items)
	if e.folded {
		content = s.narrow(items)
	}
	line := widgets.Place(widgets.At{Object: widgets.NewDivider().Upright(), Along: widgets.End, Down: widgets.Both, W: look.LineWidth})
	s.tree = widgets.Width(s.width(), line, content)
	s.refresh()
	return s
}

func (s *editorSide) width() float32 {
	if s.e.folded {
		return look.SectionsFoldedWidth
	}
	return look.SectionsWidth
}

func (s *editorSide) wide(items []fyne.CanvasObject) fyne.CanvasObject {
	head := widgets.Row(look.Gap12, s.ring, widgets.Grow(1, widgets.Column(0, s.code, s.who)))
	show := widgets.NewButton(s.e.w.say("editor.missing.show"), func() { s.e.togglePanel(missingPoints) }).
		Kind(widgets.Quiet).SizeOf(widgets.SmallButton).IconAfter("chevron-end")
	foot := widgets.Column(0, widgets.NewDivider(), widgets.Gap(look.Gap8),
		widgets.Wrap(look.Gap16, 0, s.stops, s.looks),
		widgets.InsetEach(0, 0, 0, -11, widgets.Row(0, show, widgets.Flex())))
	s.list = widgets.NewScroll(widgets.Inset(sideItemEdge, look.Gap4, widgets.Column(0, items...)))
	return widgets.Column(0,
		widgets.InsetEach(sideEdge, sideEdge, look.Gap12, sideEdge, head),
		widgets.Grow(1, s.list),
		widgets.InsetEach(0, sideEdge, look.Gap8, sideEdge, foot))
}

func (s *editorSide) narrow(items []fyne.CanvasObject) fyne.CanvasObject {
	for i, item := range items {
		items[i] = widgets.Height(sideItemFolded, item)
	}
	show := widgets.NewIconButton("chevron-end", s.e.w.say("editor.missing.show"), func() { s.e.togglePanel(missingPoints) }).Large()
	s.list = widgets.NewScroll(widgets.Inset(look.Gap8, look.Gap4, widgets.Column(0, items...)))
	centred := func(o fyne.CanvasObject) fyne.CanvasObject { return widgets.Row(0, widgets.Flex(), o, widgets.Flex()) }
	return widgets.Column(0,
		widgets.Inset(0, look.Gap12, centred(s.ring)), widgets.Grow(1, s.list),
		centred(s.stops), centred(s.looks), centred(show), widgets.Gap(look.Gap8))
}

// refresh shows how full the sections are now.
func (s *editorSide) refresh() {
	w, ed := s.e.w, s.e.ed
	s.ring.SetShare(ed.Share())
	percent := s.ring.Percent()
	if s.e.folded {
		percent = strings.TrimSuffix(percent, "%")
	}
	s.ring.Figure(percent)
	s.ring.Refresh()
	s.code.SetWords(ed.Code())
	s.who.SetWords(w.tell(ed.Who()))
	for _, section := range ed.Sections() {
		item := s.items[section.Key]
		item.Set(section.Share, s.figure(section.Blocks), s.figure(section.Looks))
		item.SetChosen(section.Key == ed.Section())
	}
	stops, looks := w.say("count.to_settle", "n", ed.Blocks()), w.say("count.to_look_at", "n", ed.Looks())
	if s.e.folded {
		stops, looks = w.Words.Number(ed.Blocks()), w.Words.Number(ed.Looks())
	}
	s.stops.Set(widgets.Red, "stop", stops)
	s.looks.Set(widgets.Amber, "warning", looks)
	see(s.stops, ed.Blocks() > 0)
	see(s.looks, ed.Looks() > 0)
	s.tree.Refresh()
}

// reveal brings the open section into view, once for each.
func (s *editorSide) reveal() {
	section := s.e.ed.Section()
	if item := s.items[section]; item != nil && s.shown != section {
		s.shown = section
		s.list.Reveal(item)
	}
}

// figure writes a count, nothing for none.
func (s *editorSide) figure(n int) string {
	if n == 0 {
		return ""
	}
	return s.e.w.Words.Number(n)
}

// see hides or shows an object.
func see(object fyne.CanvasObject, visible bool) {
	if visible {
		object.Show()
	} else {
		object.Hide()
	}
}
