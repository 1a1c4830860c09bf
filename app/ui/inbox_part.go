package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// part is what one tab holds.
func (i *inbox) part(r *present.Reading, key string) fyne.CanvasObject {
	var parts []fyne.CanvasObject
	for _, p := range r.Parts {
		if p.Key != key {
			continue
		}
		for _, g := range p.Groups {
			parts = append(parts, i.group(g))
		}
	}
	return widgets.Column(look.Gap24, parts...)
}

func (i *inbox) group(g present.ReadingGroup) fyne.CanvasObject {
	head := g.Head
	if g.HeadKey != "" {
		head = i.w.say(g.HeadKey)
	}
	parts := []fyne.CanvasObject{widgets.NewText(look.Heading, head).Wrap()}
	for _, row := range g.Rows {
		parts = append(parts, i.row(row))
	}
	for _, f := range g.Files {
		parts = append(parts, i.file(f))
	}
	for n, p := range g.People {
		if n == 0 {
			parts = append(parts, widgets.NewDivider())
		}
		parts = append(parts, i.person(p), widgets.NewDivider())
	}
	return widgets.Column(look.Gap8, parts...)
}

// file is one file of a paper, and the way to see it.
func (i *inbox) file(f present.PaperFile) fyne.CanvasObject {
	w := i.w
	view := widgets.NewButton(w.say("inbox.view"), func() { i.view(f) }).SizeOf(widgets.SmallButton)
	return widgets.Row(look.Gap8, widgets.NewIcon("attachment", look.IconInline, look.Ink2),
		widgets.Grow(1, widgets.NewText(look.Body, f.Name).Ellipsis()),
		widgets.NewText(look.Small, w.Words.Bytes(f.Size)).In(look.Ink2), view)
}

// view shows a file as the editor does, of a case that is not opened to be
// changed.
func (i *inbox) view(f present.PaperFile) {
	e := &editor{w: i.w, ed: present.NewEditor(i.w.Shell.Desk, i.state.Open.Case)}
	i.w.Run(e.ed.Open(present.Route{}, func() {
		if m := e.ed.Failure(); !m.Empty() {
			e.tellWrong(m)
			return
		}
		e.view(f)
	}), nil)
}

// row is one field: its label, and what was said beside it.
func (i *inbox) row(r present.ReadingRow) fyne.CanvasObject {
	value, detail := r.Value, r.Note
	if r.State != "" {
		value = i.w.say(r.State)
	}
	if r.Date != nil {
		value, detail = i.w.said(r.Date), inOneLine(i.w.saidDetail(r.Date), r.Note)
	}
	text := widgets.NewText(look.Body, value).Wrap()
	if r.State != "" {
		text.In(look.Ink2)
	}
	lines := []fyne.CanvasObject{text}
	for _, more := range []string{r.Native, detail} {
		if more != "" {
			lines = append(lines, widgets.NewText(look.Small, more).In(look.Ink2).Wrap())
		}
	}
	return widgets.RowAt(widgets.Top, 0, widgets.Width(readingLabel, widgets.NewText(look.Body, i.w.say(r.Key)).In(look.Ink2).Wrap()),
		widgets.Grow(1, widgets.Column(0, lines...)))
}

func (i *inbox) person(p present.ReadingPerson) fyne.CanvasObject {
	detail := p.Relation
	if p.Birth != nil {
		detail = inOneLine(detail, i.w.age(p.Birth))
	}
	name := []fyne.CanvasObject{widgets.NewText(look.Body, p.Name)}
	if p.Native != "" {
		name = append(name, widgets.NewText(look.Small, p.Native).In(look.Ink2))
	}
	return widgets.Row(look.Gap12, widgets.NewAvatar(widgets.AvatarSmall, p.ID, p.Initials),
		widgets.Grow(1, widgets.Column(-2, widgets.Row(look.Gap8, append(name, widgets.Flex())...),
			widgets.NewText(look.Small, inOneLine(detail, p.State)).In(look.Ink2).Ellipsis())),
		widgets.NewText(look.Small, p.Role).In(look.Ink2))
}
