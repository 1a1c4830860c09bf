package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// ownCardWidth is the width of the desk's own card beside the list.
const ownCardWidth float32 = 300

// contacts is the list of everybody whose card the desk has.
type contacts struct {
	w     *Window
	state *present.Contacts
	body  *fold
	own   bool // the own card is opened where there is no room beside
	take  *widgets.Button
}

// newContacts leads to the list or, for a contact of the route, to its check.
func newContacts(w *Window, r present.Route) Page {
	if r.Contact != "" {
		if check, ok := present.NewGroupCheck(w.Shell.Desk, r.Contact); ok {
			return &contactCheck{w: w, state: check}
		}
	}
	return &contacts{w: w, state: present.NewContacts(w.Shell.Desk)}
}

// Content implements Page.
func (c *contacts) Content() fyne.CanvasObject {
	c.body = c.w.fold(foldPage, c.build)
	return c.body
}

// Leave implements Page.
func (c *contacts) Leave() present.Job { return nil }

func (c *contacts) build(folded bool) fyne.CanvasObject {
	w, edge := c.w, look.PageEdge
	c.take = widgets.NewButton(w.say("contacts.take_in"), c.choose).Kind(widgets.Main).Icon("plus")
	actions := []fyne.CanvasObject{c.take}
	if folded {
		edge = look.PageEdgeNarrow
		actions = append([]fyne.CanvasObject{widgets.NewButton(w.say("contacts.own"), func() {
			c.own = !c.own
			c.body.rebuild()
		})}, actions...)
	}
	parts := []fyne.CanvasObject{}
	if !c.state.Message.Empty() && !c.state.Reading() {
		parts = append(parts, w.banner(c.state.Message, nil))
	}
	if !c.state.Note.Empty() {
		parts = append(parts, widgets.NewBanner(widgets.Green, "settled", w.tell(c.state.Note), nil))
	}
	if folded && c.own {
		parts = append(parts, c.ownCard())
	}
	parts = append(parts, c.list())
	var middle fyne.CanvasObject = widgets.Column(look.Gap12, parts...)
	if !folded {
		middle = widgets.RowAt(widgets.Top, look.Gap16, widgets.Grow(1, middle), widgets.Width(ownCardWidth, c.ownCard()))
	}
	return widgets.InsetEach(0, edge-ringRoom, look.Gap24, edge-ringRoom, widgets.Column(0,
		widgets.Inset(ringRoom, 0, widgets.PageHeader(w.say("contacts.title"), w.say("contacts.line"), actions...)),
		widgets.Grow(1, widgets.NewScroll(widgets.Inset(ringRoom, ringRoom, middle)))))
}

func (c *contacts) list() fyne.CanvasObject {
	w := c.w
	if len(c.state.All) == 0 {
		return widgets.NewCard(widgets.Inset(0, look.Gap32,
			widgets.EmptyState("contacts", w.say("contacts.empty"), w.say("contacts.empty_help"), nil)))
	}
	rows := []fyne.CanvasObject{}
	for i, p := range c.state.All {
		if i > 0 {
			rows = append(rows, widgets.NewDivider())
		}
		rows = append(rows, c.row(p))
	}
	return widgets.NewBareCard(widgets.Column(0, rows...))
}

func (c *contacts) row(p present.Party) fyne.CanvasObject {
	w := c.w
	lines := []fyne.CanvasObject{widgets.NewText(look.Heading, p.Name).Ellipsis(), w.trustOf(p.Trust, look.Small)}
	lines = append(lines, w.checkedLines(p)...)
	if p.Expired {
		lines = append(lines, widgets.NewText(look.Small, w.say("error.card_expired")).In(look.Amber).Wrap())
	}
	words := w.say("contacts.check")
	if p.Trust == present.TrustChecked {
		words = w.say("contacts.check_again")
	}
	open := widgets.NewButton(words, func() { w.Go(present.Route{Page: present.PageContacts, Contact: p.ID}) }).SizeOf(widgets.SmallButton)
	return widgets.Inset(look.CardPadX, look.CardPadY, widgets.Row(look.Gap16,
		widgets.NewAvatar(widgets.AvatarBig, p.ID, p.Initials),
		widgets.Grow(1, widgets.Column(0, lines...)),
		widgets.NewText(look.Small, w.say(p.RoleKey)).In(look.Ink2), open))
}

// ownCard is the desk's own card, to give to others.
func (c *contacts) ownCard() fyne.CanvasObject {
	w, own := c.w, c.state.Own
	return widgets.NewCard(widgets.Column(look.Gap8,
		widgets.NewText(look.Heading, w.say("contacts.own")),
		widgets.Row(look.Gap12, widgets.NewAvatar(widgets.AvatarRow, own.Name, own.Initials),
			widgets.Grow(1, widgets.Column(-2, widgets.Label(own.Name).Ellipsis(), widgets.NewText(look.Small, w.say(own.RoleKey)).In(look.Ink2)))),
		widgets.NewText(look.Small, w.say("contacts.own_help")).In(look.Ink2).Wrap(),
		ownGroups(c.state.Groups),
		widgets.Row(0, widgets.NewButton(w.say("contacts.save_own"), c.saveOwn).SizeOf(widgets.SmallButton), widgets.Flex())))
}

func (c *contacts) saveOwn() {
	c.w.ChooseFolder(c.w.say("contacts.save_where"), func(dir string) {
		c.w.Run(andThen(c.state.SaveOwn(dir), c.body.rebuild), nil)
	})
}

func (c *contacts) choose() {
	c.w.ChooseFile(c.w.say("contacts.choose_card"), c.read)
}

// read reads a card and asks what to call whoever it is of.
func (c *contacts) read(path string) {
	c.w.RunBusy(c.take, c.w.say("contacts.reading"), andThen(c.state.Read(path), func() {
		c.body.rebuild()
		if c.state.Reading() {
			c.askName()
		}
	}), nil)
}

// askName shows what the card says of itself, and takes it in under a name.
func (c *contacts) askName() {
	w := c.w
	var d *widgets.Dialog
	name := widgets.NewField(w.say("contacts.call"))
	name.Help(w.say("contacts.call_help"))
	name.Input.SetText(c.state.Claim.Name)
	var take *widgets.Button
	act := func() {
		w.RunBusy(take, w.say("contacts.taking"), andThen(c.state.TakeIn(name.Input.Text(), func(id string) {
			d.Close()
			w.Go(present.Route{Page: present.PageContacts, Contact: id})
		}), func() {
			name.SetFailed(w.tell(c.state.Message))
			d.Reflow()
		}), nil)
	}
	name.Input.OnSubmitted = func(string) { act() }
	take = widgets.NewButton(w.say("contacts.take_in"), act).Kind(widgets.Main)
	cancel := widgets.NewButton(w.say("button.cancel"), func() {
		c.state.Drop()
		d.Close()
	})
	claim := widgets.NewText(look.Body, w.say("contacts.claims", "name", c.state.Claim.Name, "role", w.say(c.state.Claim.RoleKey),
		"date", w.Words.Date(c.state.Claim.Until))).In(look.Ink2).Wrap()
	d = widgets.NewDialog(w.say("contacts.take_in"), widgets.Column(look.Gap16, claim, name), cancel, take)
	d.Show(w.Window.Canvas())
}
