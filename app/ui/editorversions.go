package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// nowKey is the choice of what is shown now.
const nowKey = "now"

// versionsPanel compares what was kept of the case, place by place.
type versionsPanel struct {
	e        *editor
	tree     *fyne.Container
	list     *fyne.Container
	scroll   *widgets.Scroll
	versions []present.Version
	from, to *widgets.Choice
	why      present.Message
}

func newVersionsPanel(e *editor) *versionsPanel {
	p := &versionsPanel{e: e, list: widgets.Stack()}
	p.scroll = widgets.NewScroll(p.list)
	p.versions, p.why = e.ed.Versions()
	p.tree = e.panelFrame(e.w.say("versions.title"), p.choices(), p.scroll, e.w.say("versions.foot"))
	p.compare()
	return p
}

// Tree implements editorPanel.
func (p *versionsPanel) Tree() fyne.CanvasObject { return p.tree }

// refresh implements editorPanel: what is shown now may be another. It waits
// until that is saved, for reading a version is no work for every key.
func (p *versionsPanel) refresh() {
	if p.to != nil && p.to.Chosen() == nowKey && !p.e.ed.Unsaved() && !p.e.ed.SaveState().Busy {
		p.compare()
	}
}

// choices are the two versions that are compared: at first what the visit
// began from, and now.
func (p *versionsPanel) choices() fyne.CanvasObject {
	if len(p.versions) == 0 {
		return nil
	}
	w := p.e.w
	var options []widgets.Option
	for i, v := range p.versions {
		options = append(options, widgets.Option{Key: strconv.Itoa(i), Words: p.nameOf(v)})
	}
	var from, to *widgets.Labelled
	from, p.from = widgets.NewChoiceField(w.say("versions.from"), options...)
	to, p.to = widgets.NewChoiceField(w.say("versions.to"), append([]widgets.Option{{Key: nowKey, Words: w.say("versions.now")}}, options...)...)
	p.from.Choose("0")
	p.to.Choose(nowKey)
	p.from.OnChoose = func(string) { p.compare() }
	p.to.OnChoose = func(string) { p.compare() }
	return widgets.Row(look.Gap12, widgets.Grow(1, from), widgets.Grow(1, to))
}

// nameOf is a version in words: the day it was, or its number.
func (p *versionsPanel) nameOf(v present.Version) string {
	w := p.e.w
	day := w.changed(v.At.In(w.Shell.Now().Location()))
	if v.Number > 0 {
		return w.say("versions.number", "n", v.Number, "day", day)
	}
	return day
}

// compare lists what differs.
func (p *versionsPanel) compare() {
	if len(p.versions) == 0 {
		words := present.Message{Key: "versions.none"}
		if !p.why.Empty() {
			words = p.why
		}
		p.show(widgets.NewText(look.Body, p.e.w.tell(words)).In(look.Ink2).Wrap())
		return
	}
	from := p.version(p.from.Chosen())
	var to *present.Version
	if key := p.to.Chosen(); key != nowKey {
		v := p.version(key)
		to = &v
	}
	p.e.w.Run(p.e.ed.Compare(from, to, func(changes []present.VersionChange, m present.Message) {
		if !m.Empty() {
			p.show(widgets.NewText(look.Body, p.e.w.tell(m)).In(look.Red).Wrap())
			return
		}
		p.show(p.rows(from, changes)...)
	}), nil)
}

func (p *versionsPanel) version(key string) present.Version {
	i, err := strconv.Atoi(key)
	if err != nil || i >= len(p.versions) {
		return p.versions[0]
	}
	return p.versions[i]
}

func (p *versionsPanel) show(rows ...fyne.CanvasObject) {
	p.list.Objects = []fyne.CanvasObject{widgets.Inset(look.Gap16, look.Gap12, widgets.Column(look.Gap12, rows...))}
	p.tree.Refresh()
	p.scroll.Reflow()
}

// rows are the changes under the names of their sections.
func (p *versionsPanel) rows(from present.Version, changes []present.VersionChange) []fyne.CanvasObject {
	if len(changes) == 0 {
		return []fyne.CanvasObject{widgets.NewText(look.Body, p.e.w.say("versions.same")).In(look.Ink2).Wrap()}
	}
	var rows []fyne.CanvasObject
	section := ""
	for _, c := range changes {
		if c.Section != section {
			section = c.Section
			rows = append(rows, widgets.NewText(look.Small, p.e.w.say("section."+section)).Bold().In(look.Ink2))
		}
		rows = append(rows, p.row(from, c), widgets.NewDivider())
	}
	return rows
}

func (p *versionsPanel) row(from present.Version, c present.VersionChange) fyne.CanvasObject {
	w := p.e.w
	title := c.Who
	if c.Key != "" {
		title = w.say(c.Key)
	}
	if title == "" {
		title = w.say("section." + c.Section)
	}
	lines := []fyne.CanvasObject{widgets.NewText(look.Body, title).Bold().Wrap()}
	if c.Key != "" && c.Who != "" {
		lines = append(lines, widgets.Caption(c.Who).Wrap())
	}
	if c.Key == "" {
		return widgets.Column(look.Gap4, append(lines, widgets.NewText(look.Body, w.say("versions."+c.Change)).In(look.Ink2))...)
	}
	lines = append(lines, p.line("versions.was", c.Was, look.Ink2), p.line("versions.is", c.Is, look.Ink))
	if c.Back {
		back := widgets.NewButton(w.say("versions.back"), func() { p.back(from, c) }).Kind(widgets.Quiet).SizeOf(widgets.SmallButton).Icon("undo")
		lines = append(lines, widgets.InsetEach(0, 0, 0, -11, widgets.Row(0, back, widgets.Flex())))
	}
	return widgets.Column(look.Gap4, lines...)
}

// line is what stood there, after the word of when.
func (p *versionsPanel) line(key string, said present.Said, ink look.Colour) fyne.CanvasObject {
	when := widgets.Width(versionWhen, widgets.Caption(p.e.w.say(key)))
	return widgets.RowAt(widgets.Top, look.Gap8, when, widgets.Grow(1, widgets.NewText(look.Body, p.words(said)).In(ink).Wrap()))
}

// versionWhen is the width of the words "was" and "now".
const versionWhen float32 = 44

func (p *versionsPanel) words(said present.Said) string {
	w := p.e.w
	parts := []string{}
	if said.Words != "" {
		parts = append(parts, said.Words)
	}
	for _, a := range said.Answers {
		parts = append(parts, w.say("editor."+a))
	}
	if said.State != "" {
		parts = append(parts, w.say("answer."+said.State))
	}
	if said.Why != "" {
		parts = append(parts, said.Why)
	}
	if said.Files > 0 {
		parts = append(parts, w.say("versions.files", "n", said.Files))
	}
	if len(parts) == 0 {
		return w.say("versions.nothing")
	}
	return joinedBy(" · ", parts...)
}

// back brings one answer back and shows where.
func (p *versionsPanel) back(from present.Version, c present.VersionChange) {
	e := p.e
	e.w.Run(e.ed.BringBack(from, c.Path, func(m present.Message) {
		if !m.Empty() {
			p.show(widgets.NewText(look.Body, e.w.tell(m)).In(look.Red).Wrap())
			return
		}
		e.waited = 0
		e.ed.Show(c.Section, c.Path)
		e.rebuild()
		e.focusOn(c.Path)
	}), nil)
}
