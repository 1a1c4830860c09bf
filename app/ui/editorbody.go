package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// formWidth is the widest that a form stands.
const formWidth float32 = 720

// fillBody makes the open page anew.
func (e *editor) fillBody() {
	if e.body == nil {
		return
	}
	v := e.ed.View()
	line := e.enterPage(v)
	e.cells, e.order, e.adders, e.touched = map[string]*cell{}, nil, map[string]fyne.Focusable{}, nil
	e.shape = e.shapeOf(v)
	e.scroll = nil // of the page before: nothing of it is laid out any more
	e.scroll = widgets.NewScroll(widgets.InsetEach(look.Gap4, look.PageEdgeNarrow, look.Gap32, look.PageEdgeNarrow, e.content(v)))
	head := widgets.InsetEach(0, look.PageEdgeNarrow, 0, look.PageEdgeNarrow, e.head(v))
	e.above = widgets.Stack()
	e.body.Objects = []fyne.CanvasObject{widgets.Column(0, e.above, line, head, widgets.Grow(1, e.withYears(v)))}
	e.showConflict()
	e.body.Refresh()
	e.scroll.Reflow()
}

// showConflict offers the one way out where something newer stands in the
// folder: the words on the screen are never given up for it.
func (e *editor) showConflict() {
	if e.above == nil || (len(e.above.Objects) > 0) == e.ed.Conflict() {
		return
	}
	e.above.Objects = nil
	if e.ed.Conflict() {
		over := widgets.NewButton(e.w.say("editor.overwrite"), func() { e.w.Run(e.ed.Overwrite(), nil) })
		e.above.Objects = []fyne.CanvasObject{widgets.Inset(look.PageEdgeNarrow, look.Gap8, e.w.banner(present.Message{Key: "editor.conflict"}, over))}
	}
	e.body.Refresh()
}

// shapeOf tells pages apart that have other fields or elements.
func (e *editor) shapeOf(v present.EditorView) string {
	var b strings.Builder
	b.WriteString(v.Section + " " + v.Element)
	var add func(fields []present.Field)
	add = func(fields []present.Field) {
		for _, f := range fields {
			b.WriteString(" " + f.Path)
			for _, row := range f.Rows {
				b.WriteString(" " + row.Path)
				add(row.Fields)
			}
		}
	}
	add(v.Fields)
	for _, l := range v.Lists {
		for _, c := range l.Cards {
			b.WriteString(" " + c.Path)
		}
	}
	return b.String()
}

// head is the name of the page with its buttons, and the parts of it.
func (e *editor) head(v present.EditorView) fyne.CanvasObject {
	e.undo = widgets.NewIconButton("undo", e.w.say("button.undo"), e.takeBack).Large()
	setEnabled(e.undo, e.ed.CanUndo())
	title, lead := e.w.say("section."+v.Section), e.w.say("lead."+v.Section)
	e.redo = widgets.NewIconButton("redo", e.w.say("button.redo"), e.doAgain).Large()
	setEnabled(e.redo, e.ed.CanRedo())
	help := widgets.NewIconButton("info", e.w.say("editor.help.title"), func() { e.togglePanel(sectionHelp) }).Large()
	earlier := widgets.NewIconButton("activity", e.w.say("versions.title"), func() { e.togglePanel(versionList) }).Large()
	actions := []fyne.CanvasObject{help, earlier, e.undo, e.redo}
	if v.Element != "" {
		title, lead = e.w.inWords(v.Title), e.w.say("section."+v.Section)
		if title == "" {
			title = e.w.say("list." + listOf(v.Element) + ".new")
		}
		if e.removable(v) {
			actions = append(actions, widgets.NewButton(e.w.say("button.remove"), func() { e.remove(v.Element) }).Kind(widgets.QuietRed))
		}
		actions = append(actions, widgets.NewButton(e.backWords(v), e.back).Icon("chevron-start"))
	} else if v.Section == "family" {
		actions = append(actions, e.familyActions()...)
	} else if add := e.addButton(v); add != nil {
		if v.Section == "documents" {
			actions = append(actions, e.folderButton())
		}
		actions = append(actions, add)
	}
	head := fyne.CanvasObject(widgets.PartHeader(title, lead, actions...))
	if e.folded {
		head = e.narrowHead(v, title, actions)
	}
	if len(v.Parts) < 2 {
		return head
	}
	return widgets.Column(0, head, widgets.InsetEach(0, 0, look.Gap12, 0, e.parts(v)))
}

// narrowHead stands where the list of sections is rings alone: the name opens
// the list, and arrows lead to the sections before and after.
func (e *editor) narrowHead(v present.EditorView, title string, actions []fyne.CanvasObject) fyne.CanvasObject {
	sections := e.ed.Sections()
	at, line := 0, ""
	var items []widgets.MenuItem
	for i, s := range sections {
		if s.Key == v.Section {
			at = i
		}
		items = append(items, widgets.MenuItem{Words: e.w.say("section." + s.Key), OnTap: func() {
			e.ed.Show(s.Key, "")
			e.rebuild()
		}})
	}
	line = e.w.say("editor.part_of", "case", e.ed.Code(), "n", at+1, "all", len(sections))
	if v.Element != "" {
		line = e.w.say("editor.part_named", "case", e.ed.Code(), "part", e.w.say("section."+v.Section), "n", at+1, "all", len(sections))
	}
	var list *widgets.IconButton
	list = widgets.NewIconButton("chevron-down", e.w.say("editor.sections"), func() { widgets.OpenMenu(list, items...) })
	before := widgets.NewIconButton("chevron-start", e.w.say("editor.before"), func() { e.step(-1) }).Large()
	after := widgets.NewIconButton("chevron-end", e.w.say("editor.after"), func() { e.step(1) }).Large()
	setEnabled(before, at > 0)
	setEnabled(after, at < len(sections)-1)
	// A long name must not push the buttons out.
	name := fyne.CanvasObject(widgets.NewText(look.Title, title))
	if v.Element != "" {
		name = widgets.Width(narrowName, widgets.NewText(look.Title, title).Ellipsis())
	}
	words := widgets.Column(0, widgets.Row(look.Gap8, name, list), widgets.Caption(line))
	row := append([]fyne.CanvasObject{before, words, after, widgets.Flex()}, actions...)
	return widgets.InsetEach(look.Gap8, 0, look.Gap12, -look.Gap8, widgets.Row(look.Gap8, row...))
}

// narrowName is the width of the name of an element over a narrow page.
const narrowName float32 = 260

func (e *editor) parts(v present.EditorView) fyne.CanvasObject {
	var options []widgets.Option
	for _, name := range v.Parts {
		key := "part." + listOf(v.Element) + "." + name
		if v.Element == "" {
			key = "part." + v.Section + "." + name
		}
		options = append(options, widgets.Option{Key: name, Words: e.w.say(strings.TrimSuffix(key, "."))})
	}
	s := widgets.NewSegments(options...)
	s.Choose(v.Parts[v.Part])
	s.OnChoose = func(key string) {
		for i, name := range v.Parts {
			if name == key {
				e.ed.ShowPart(i)
			}
		}
		e.rebuild()
	}
	return s
}

// back closes the open element and returns to its card.
func (e *editor) back() {
	e.ed.Back()
	e.rebuild()
	if !e.focusFamily() {
		e.focusFirst()
	}
}

// listOf names the list in which an element stands.
func listOf(element string) string {
	name, _, _ := strings.Cut(element, "/")
	return name
}

func (e *editor) removable(v present.EditorView) bool {
	return e.ed.CanRemove(v.Element)
}

// remove takes an element out, and offers it back.
func (e *editor) remove(path string) {
	e.ed.Remove(path)
	e.rebuild()
	e.w.Toast(e.w.say("editor.taken_out"), e.takeBack)
}

// content is what stands under the head.
func (e *editor) content(v present.EditorView) fyne.CanvasObject {
	if v.Locked {
		return e.lockedSafe()
	}
	if v.Section == "family" && v.Element == "" {
		return e.family(v)
	}
	var blocks []fyne.CanvasObject
	if strip := e.personStrip(v); strip != nil {
		blocks = append(blocks, strip)
	}
	for _, l := range v.Lists {
		blocks = append(blocks, e.list(v, l))
	}
	if len(v.Fields) > 0 {
		form := e.form(v.Fields)
		if v.Section == "people" && v.Element == "" {
			blocks = append([]fyne.CanvasObject{form}, blocks...)
		} else {
			blocks = append(blocks, form)
		}
	}
	if listOf(v.Element) == "documents" {
		blocks = append(blocks, e.proves(v.Element))
	}
	if listOf(v.Element) == "consents" && v.Part == 0 {
		blocks = append(blocks, e.agreement(v.Element))
	}
	return widgets.Column(look.Gap24, blocks...)
}

// form sets fields under each other, narrow ones in pairs.
func (e *editor) form(fields []present.Field) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	var half *cell
	flush := func() {
		if half != nil {
			lines = append(lines, widgets.RowAt(widgets.Top, look.Gap16, widgets.Grow(1, half.object), widgets.Grow(1)))
			half = nil
		}
	}
	for _, f := range fields {
		c := e.cell(f)
		e.cells[f.Path] = c
		e.order = append(e.order, f.Path)
		switch {
		case c.wide:
			flush()
			lines = append(lines, c.object)
		case half == nil:
			half = c
		default:
			level(half, c)
			lines = append(lines, widgets.RowAt(widgets.Top, look.Gap16, widgets.Grow(1, half.object), widgets.Grow(1, c.object)))
			half = nil
		}
	}
	flush()
	return widgets.AtMost(formWidth, widgets.Column(look.FieldGap, lines...))
}

// level sets what is typed in of a pair at one height where one of them has
// help.
func level(a, b *cell) {
	switch {
	case a.labelled == nil || b.labelled == nil || a.helped == b.helped:
	case a.helped:
		b.labelled.LevelWith(a.labelled)
	default:
		a.labelled.LevelWith(b.labelled)
	}
}

// reflow lays the page out again after something in it grew or shrank.
func (e *editor) reflow() {
	if e.scroll != nil {
		e.scroll.Reflow()
	}
}

// watchFocus notes in which field the keyboard is.
func (e *editor) watchFocus() {
	on := e.w.Window.Canvas()
	if on.Overlays().Top() != nil {
		return
	}
	now := e.cellOf(on.Focused())
	if now == e.touched {
		return
	}
	for _, c := range []*cell{e.touched, now} {
		if c != nil && c.answers != nil {
			c.answers.touch(c == now)
		}
	}
	if e.touched = now; now != nil {
		e.ed.SetCursor(now.path, 0)
	}
}

func (e *editor) cellOf(focused fyne.Focusable) *cell {
	if focused == nil {
		return nil
	}
	// A group shares the focus of its first row, which is the nearer one.
	var found *cell
	for _, c := range e.cells {
		if (c.focus == focused || slices.Contains(c.stops, focused)) && (found == nil || len(c.path) > len(found.path)) {
			found = c
		}
	}
	return found
}

// focusOn moves the keyboard to the field at a path, or to the nearest thing
// that leads there.
func (e *editor) focusOn(path string) {
	on := e.w.Window.Canvas()
	if c, ok := e.cells[path]; ok && c.focus != nil {
		on.Focus(c.focus)
		e.watchFocus()
		e.reveal(c.object)
		e.unseen = c.object
		return
	}
	for _, at := range e.order {
		if path != "" && strings.HasPrefix(at, path+"/") && e.cells[at].focus != nil {
			on.Focus(e.cells[at].focus)
			return
		}
	}
	if add, ok := e.adders[path]; ok {
		on.Focus(add)
	}
}

// revealLate scrolls once more to the field that the keyboard was moved to, and
// to its section: where an object stands is not known before it was drawn.
func (e *editor) revealLate() {
	e.reveal(e.unseen)
	e.unseen = nil
	if e.side != nil {
		e.side.reveal()
	}
}

// reveal scrolls until the whole of a field is in view, what was made of it
// too.
func (e *editor) reveal(object fyne.CanvasObject) {
	if object == nil || e.scroll == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	below := at(object).Y + object.Size().Height + look.Gap24 - at(e.scroll).Y - e.scroll.Size().Height
	if room := at(object).Y - at(e.scroll).Y - look.Gap24; below > 0 && room > 0 {
		e.scroll.ScrollToOffset(e.scroll.Offset.AddXY(0, min(below, room)))
	}
}

// focusFirst moves the keyboard to the first field of the page.
func (e *editor) focusFirst() {
	if e.kin.sweep != nil {
		e.focusOn(e.kin.sweep.first())
		return
	}
	for _, path := range e.order {
		if c := e.cells[path]; c.focus != nil {
			e.w.Window.Canvas().Focus(c.focus)
			e.watchFocus()
			return
		}
	}
	e.years.focus()
}
