package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// relativeForm asks who somebody is before they are added to the family. Only
// what they are to the main person must be said.
type relativeForm struct {
	e        *editor
	open     func(id string)
	adding   present.Relative
	place    string // in words, empty where none is given
	dialog   *widgets.Dialog
	relation *widgets.Choice
	role     *widgets.Choice
	parent   *widgets.Choice
	name     *widgets.Input
	sure     *widgets.Button
	roleSet  bool // by hand
	parents  *fyne.Container
	known    *fyne.Container
	typed    int // counts what was typed, so that a late answer is not shown
}

// addRelative asks who, adds them and opens their page; back leads to the
// picture of the family.
func (e *editor) addRelative(adding present.Relative, place string) {
	e.askRelative(adding, place, e.openPerson)
}

func (e *editor) askRelative(adding present.Relative, place string, open func(id string)) {
	f := &relativeForm{e: e, open: open, adding: adding, place: place, parents: widgets.Stack(), known: widgets.Stack()}
	relationField, relation := widgets.NewChoiceField(e.w.say("editor.person_relation"), e.optionsOf(e.ed.Relationships())...)
	roleField, role := widgets.NewChoiceField(e.w.say("editor.person_role"), e.optionsOf(e.ed.Roles())...)
	f.relation, f.role, f.name = relation, role, widgets.NewInput()
	for _, c := range []*widgets.Choice{relation, role} {
		c.Placeholder(e.w.say("editor.choose"), e.w.say("editor.filter"))
	}
	f.relation.OnChoose = func(string) {
		f.follow()
		f.name.Focus()
	}
	f.role.OnChoose = func(string) {
		f.roleSet = true
		e.w.Window.Canvas().Focus(f.sure)
	}
	f.name.OnChanged = f.look
	f.name.OnSubmitted = func(string) { f.add() }
	f.relation.Choose(adding.Relation)
	f.show(relationField, widgets.NewLabelled(e.w.say("family.name"), f.name), roleField)
	f.follow()
	if adding.Relation != "" {
		f.name.Focus()
	}
}

func (f *relativeForm) show(relation, name, role fyne.CanvasObject) {
	e := f.e
	parts := []fyne.CanvasObject{relation, f.parents, name, f.known, role}
	if f.place != "" {
		where := widgets.Row(look.Gap8, widgets.NewIcon("place", look.IconInline, look.Ink2), widgets.NewText(look.Body, f.place).In(look.Ink2))
		parts = append([]fyne.CanvasObject{where}, parts...)
	}
	cancel := widgets.NewButton(e.w.say("button.cancel"), func() { f.dialog.Close() })
	f.sure = widgets.NewButton(e.w.say("button.add"), f.add).Kind(widgets.Main)
	f.dialog = widgets.NewDialog(e.w.say("list.people.add"), widgets.Column(look.Gap16, parts...), cancel, f.sure)
	f.dialog.Show(e.w.Window.Canvas())
	f.showKnown()
}

// follow offers the role that goes with the relation, and asks whose child it
// is, too, where there is a choice.
func (f *relativeForm) follow() {
	relation := f.relation.Chosen()
	if !f.roleSet && relation != "" {
		beside := f.adding
		beside.Relation = relation
		f.role.Choose(f.e.ed.RoleFor(beside))
	}
	f.relation.SetFailed(false)
	f.parent, f.parents.Objects = nil, nil
	if choices := f.e.ed.ParentChoices(relation); len(choices) > 0 {
		field, parent := widgets.NewChoiceField(f.e.w.say("family.parent"), append(f.e.optionsOf(choices),
			widgets.Option{Words: f.e.w.say("family.parent_unsaid")})...)
		parent.Placeholder(f.e.w.say("family.parent_unsaid"), f.e.w.say("editor.filter"))
		f.parent, f.parents.Objects = parent, []fyne.CanvasObject{field}
	}
	see(f.parents, f.parent != nil)
	f.parents.Refresh()
	f.dialog.Reflow()
}

// look finds people of other referrals with the name that is being typed.
func (f *relativeForm) look(typed string) {
	f.adding.Known = nil
	f.typed++
	turn := f.typed
	f.e.w.Run(f.e.ed.Known(typed, func(found []present.Known) {
		if turn == f.typed {
			f.offer(found)
		}
	}), nil)
}

func (f *relativeForm) offer(found []present.Known) {
	var rows []fyne.CanvasObject
	for _, k := range found {
		tile := widgets.NewTile("person", k.Name+" "+k.Native, f.e.w.say("family.known", "code", k.Code, "born", k.Born))
		if k.Born == "" {
			tile = widgets.NewTile("person", k.Name+" "+k.Native, f.e.w.say("family.known_undated", "code", k.Code))
		}
		tile.OnTap = func() { f.take(k) }
		rows = append(rows, tile)
	}
	f.showKnown(rows...)
}

// take copies somebody: their name cannot be typed on, only left.
func (f *relativeForm) take(k present.Known) {
	f.adding.Known = &k
	f.adding.KnownAs = f.e.w.Words.Text("family.known_note", "name", k.Name, "code", k.Code)
	f.name.SetText(k.Name)
	f.showKnown(widgets.NewText(look.Small, f.e.w.say("family.known_copied", "code", k.Code)).In(look.Ink2).Wrap())
	f.name.Focus()
}

func (f *relativeForm) showKnown(rows ...fyne.CanvasObject) {
	f.known.Objects = nil
	if len(rows) > 0 {
		f.known.Objects = []fyne.CanvasObject{widgets.Column(look.Gap4, rows...)}
	}
	see(f.known, len(rows) > 0)
	f.known.Refresh()
	f.dialog.Reflow()
}

func (f *relativeForm) add() {
	if f.relation.Chosen() == "" {
		f.relation.SetFailed(true)
		f.e.w.Window.Canvas().Focus(f.relation)
		return
	}
	f.adding.Relation, f.adding.Role, f.adding.Name = f.relation.Chosen(), f.role.Chosen(), f.name.Text()
	if f.parent != nil {
		f.adding.Parent = f.parent.Chosen()
	}
	if f.adding.Known == nil {
		f.adding.KnownAs = ""
	}
	f.dialog.Close()
	id := f.e.ed.AddRelative(f.adding)
	f.e.waited = 0
	f.open(id)
}
