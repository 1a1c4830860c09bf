package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// familyPage is what the editor keeps of the family: its picture, the questions
// under it, and whether they were left open.
type familyPage struct {
	picture *widgets.FamilyPicture // nil where another page, or the list, is shown
	sweep   *sweepBoard
	way     *widgets.IconButton // from the one to the other
	listed  bool                // as a list
	was     string              // the section shown before
	left    bool                // with questions open
}

// family is the section of the family: the picture, or the list of the same
// people, and the questions that look for whoever is left out.
func (e *editor) family(v present.EditorView) fyne.CanvasObject {
	e.kin.sweep = newSweepBoard(e)
	var blocks []fyne.CanvasObject
	if e.kin.listed {
		for _, l := range v.Lists {
			blocks = append(blocks, e.list(v, l))
		}
		return widgets.Column(look.Gap24, append(blocks, e.kin.sweep.tree)...)
	}
	e.kin.picture = e.newFamilyPicture()
	return widgets.Column(look.Gap12, e.kin.picture, e.kin.sweep.tree)
}

func (e *editor) newFamilyPicture() *widgets.FamilyPicture {
	p := widgets.NewFamilyPicture()
	if e.folded {
		p.Compact()
	}
	p.SetView(e.familyView())
	p.GoTo(e.ed.FamilyAt())
	p.OnOpen = e.openPerson
	p.OnMove = e.ed.SetFamilyAt
	p.OnAdd = func(place int) {
		at := e.ed.Family().Places[place]
		e.addRelative(present.Relative{Country: at.Country, City: at.City}, at.Name)
	}
	return p
}

// familyActions are the buttons of the section's head.
func (e *editor) familyActions() []fyne.CanvasObject {
	icon, words := "referrals", e.w.say("family.as_list")
	if e.kin.listed {
		icon, words = "people", e.w.say("family.as_picture")
	}
	e.kin.way = widgets.NewIconButton(icon, words, func() {
		e.kin.listed = !e.kin.listed
		e.rebuild()
		e.w.Window.Canvas().Focus(e.kin.way)
	}).Large()
	add := widgets.NewButton(e.w.say("list.people.add"), func() { e.addRelative(present.Relative{}, "") }).Kind(widgets.Main).Icon("plus")
	e.adders["people"] = add
	return []fyne.CanvasObject{e.kin.way, add}
}

// openPerson opens somebody's page; back leads to their node.
func (e *editor) openPerson(id string) {
	e.ed.OpenPerson(id)
	e.rebuild()
	e.focusFirst()
}

// focusFamily moves the keyboard to the picture, where it is shown, at the
// node of whoever was opened last.
func (e *editor) focusFamily() bool {
	if e.kin.picture == nil {
		return false
	}
	e.kin.picture.GoTo(e.ed.FamilyAt())
	e.w.Window.Canvas().Focus(e.kin.picture)
	return true
}

// refreshFamily shows what has changed of the family.
func (e *editor) refreshFamily() {
	if e.kin.picture != nil {
		e.kin.picture.SetView(e.familyView())
	}
	if e.kin.sweep != nil {
		e.kin.sweep.refresh()
	}
}

// enterPage notes which section is shown, and returns the line that stands over
// the page after the family was left with questions open.
func (e *editor) enterPage(v present.EditorView) fyne.CanvasObject {
	e.kin.picture, e.kin.sweep = nil, nil
	n, first := e.ed.SweepOpen()
	if v.Section != e.kin.was && !e.ed.FromFamily() {
		e.kin.left = e.kin.was == "family"
		e.kin.was = v.Section
	}
	if !e.kin.left || n == 0 || v.Section == "family" {
		return widgets.Stack()
	}
	back := widgets.NewButton(e.w.say("family.open_show"), func() {
		e.ed.Show("family", first)
		e.rebuild()
		e.focusOn(first)
	}).Kind(widgets.Quiet).SizeOf(widgets.SmallButton)
	line := widgets.Row(look.Gap8, widgets.NewIcon("question", look.IconInline, look.Ink2),
		widgets.NewText(look.Small, e.w.say("family.open", "n", n)).In(look.Ink2), back, widgets.Flex())
	return widgets.InsetEach(look.Gap8, look.PageEdgeNarrow, 0, look.PageEdgeNarrow, line)
}

// backWords are what the button says that closes an element.
func (e *editor) backWords(v present.EditorView) string {
	if e.ed.FromFamily() {
		return e.w.say("editor.all.family")
	}
	return e.w.say("editor.all." + v.Section)
}

// personStrip stands over the fields of a person: how near the child is to the
// age that ends dependence, the other page about them, and their own referral.
func (e *editor) personStrip(v present.EditorView) fyne.CanvasObject {
	id, ok := strings.CutPrefix(v.Element, "people/")
	if !ok || v.Section != "people" && v.Section != "family" {
		return nil
	}
	var parts []fyne.CanvasObject
	if c, ok := e.ed.Clock(id); ok {
		words := v.Title + " " + e.clockWords(c.Long, c)
		parts = append(parts, widgets.NewBanner(clockTone(c), "calendar", words, nil))
	}
	other, words := "family", e.w.say("family.ties")
	if v.Section == "family" {
		other, words = "people", e.w.say("family.papers")
	}
	row := []fyne.CanvasObject{widgets.NewButton(words, func() {
		e.ed.ShowBeside(other, id)
		e.rebuild()
		e.focusFirst()
	}).Kind(widgets.Quiet).SizeOf(widgets.SmallButton).IconAfter("chevron-end")}
	row = append(row, e.ownCase(id)...)
	parts = append(parts, widgets.Row(look.Gap8, append(row, widgets.Flex())...))
	return widgets.AtMost(formWidth, widgets.Column(look.Gap8, parts...))
}

// ownCase offers a referral of their own to a de facto dependant, or leads to it.
func (e *editor) ownCase(id string) []fyne.CanvasObject {
	if code := e.ed.LinkedCode(id); code != "" {
		to := e.ed.LinkedCase(id)
		open := widgets.NewButton(e.w.say("family.own_case", "code", code), func() {
			e.w.Go(present.Route{Page: present.PageEditor, Case: to})
		}).SizeOf(widgets.SmallButton)
		setEnabled(open, to != "")
		return []fyne.CanvasObject{open}
	}
	if !e.ed.MayLink(id) {
		return nil
	}
	return []fyne.CanvasObject{widgets.NewButton(e.w.say("family.link"), func() {
		job := e.ed.Link(id, func(_ string, wrong present.Message) {
			e.rebuild()
			if wrong.Empty() {
				e.w.Toast(e.w.say("family.linked"), nil)
			}
		})
		if job != nil {
			e.w.Run(job, nil)
		}
	}).SizeOf(widgets.SmallButton).Icon("plus")}
}

// clockTone is the colour of a clock.
func clockTone(c present.Clock) widgets.Tone {
	switch {
	case !c.Made.IsZero():
		return widgets.Green
	case c.Red:
		return widgets.Red
	}
	return widgets.Amber
}

// clockWords fills the day in, which a language writes in its own way.
func (e *editor) clockWords(m present.Message, c present.Clock) string {
	if !c.Made.IsZero() {
		return e.w.say(m.Key, "day", e.w.Words.Date(c.Made))
	}
	return e.w.tell(m)
}
