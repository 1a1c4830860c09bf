package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// cardGroups is how many groups a card has.
const cardGroups = 12

// contactCheck is the page on which a card is made sure of.
type contactCheck struct {
	w      *Window
	state  *present.GroupCheck
	body   *fold
	groups *widgets.Groups
	asked  int // how many groups the component asks for
	how    *widgets.Segments
	mark   *widgets.Button
	doubt  *widgets.Button
	count  *widgets.Text
	own    bool
}

// Content implements Page.
func (c *contactCheck) Content() fyne.CanvasObject {
	c.count = widgets.NewText(look.Small, "").In(look.Ink2)
	c.body = c.w.fold(foldPage, c.build)
	return c.body
}

// Leave implements Page.
func (c *contactCheck) Leave() present.Job { return nil }

// First implements starter.
func (c *contactCheck) First() fyne.Focusable {
	c.groups.Focus()
	return c.w.Window.Canvas().Focused()
}

func (c *contactCheck) build(folded bool) fyne.CanvasObject {
	edge := look.PageEdge
	if folded {
		edge = look.PageEdgeNarrow
	}
	parts := []fyne.CanvasObject{}
	if note := c.note(); note != nil {
		parts = append(parts, note)
	}
	parts = append(parts, c.card())
	side := []fyne.CanvasObject{c.ownCard(), c.legend()}
	var middle fyne.CanvasObject = widgets.Column(look.Gap16, parts...)
	if folded {
		if c.own {
			middle = widgets.Column(look.Gap16, append([]fyne.CanvasObject{c.ownCard()}, parts...)...)
		}
	} else {
		middle = widgets.RowAt(widgets.Top, look.Gap16, widgets.Grow(1, middle), widgets.Width(ownCardWidth, widgets.Column(look.Gap16, side...)))
	}
	foot := c.foot()
	return widgets.InsetEach(0, edge-ringRoom, look.Gap24, edge-ringRoom, widgets.Column(0,
		widgets.Inset(ringRoom, 0, c.header(folded)),
		widgets.Grow(1, widgets.NewScroll(widgets.Inset(ringRoom, ringRoom, middle))),
		widgets.Gap(look.Gap16), widgets.Inset(ringRoom, 0, foot),
	))
}

func (c *contactCheck) header(folded bool) fyne.CanvasObject {
	w := c.w
	back := widgets.NewButton(w.say("contacts.title"), w.Back).Kind(widgets.Quiet).SizeOf(widgets.SmallButton).Icon("chevron-start")
	words := []fyne.CanvasObject{
		widgets.NewText(look.Display, w.say("contacts.check_title", "name", c.state.Party.Name)).Ellipsis(),
		widgets.NewText(look.Body, w.say("contacts.check_line")).In(look.Ink2).Wrap(),
	}
	row := []fyne.CanvasObject{widgets.Grow(1, widgets.Column(0, words...))}
	if folded {
		row = append(row, widgets.NewButton(w.say("contacts.own"), func() {
			c.own = !c.own
			c.body.rebuild()
		}))
	}
	return widgets.InsetEach(look.Gap16, 0, look.Gap12, 0, widgets.Column(0,
		widgets.Row(0, back, widgets.Flex()), widgets.RowAt(widgets.Top, look.Gap12, row...)))
}

// note says what became of the last try.
func (c *contactCheck) note() fyne.CanvasObject {
	w := c.w
	switch {
	case c.state.Marked:
		return widgets.NewBanner(widgets.Green, "shield-checked", w.say("contacts.checked_now", "name", c.state.Party.Name), nil)
	case !c.state.Message.Empty():
		return w.banner(c.state.Message, nil)
	}
	return nil
}

// card is the contact, the groups to type, and how they were asked for.
func (c *contactCheck) card() fyne.CanvasObject {
	w, p := c.w, c.state.Party
	head := widgets.Row(look.Gap12, widgets.NewAvatar(widgets.AvatarBig, p.ID, p.Initials),
		widgets.Grow(1, widgets.Column(0, widgets.NewText(look.Heading, w.say("contacts.name_role", "name", p.Name, "role", w.say(p.RoleKey))).Ellipsis(), w.trustOf(p.Trust, look.Body))),
		widgets.NewText(look.Small, w.say("contacts.card_of", "date", w.Words.Date(p.CardOf))).In(look.Ink2))
	return widgets.NewCard(widgets.Inset(look.Gap4, look.Gap4, widgets.Column(look.Gap16, head, widgets.NewDivider(),
		numbered(w.Words.Number(1), true, w.say("contacts.ask", "groups", c.askedFor()), c.typing()), widgets.NewDivider(),
		numbered(w.Words.Number(2), c.state.Typed() == len(c.state.Ask), w.say("contacts.how"), c.channel()))))
}

// numbered is one step of the check under its heading.
func numbered(figure string, now bool, heading string, content fyne.CanvasObject) fyne.CanvasObject {
	const side = 24
	disc := widgets.Sized(side, side, widgets.NewFrame(widgets.Paint{Fill: look.Surface, Line: look.Line, Radius: side}),
		widgets.Centred(widgets.NewText(look.Small, figure).In(look.Ink2)))
	if now {
		disc = widgets.Sized(side, side, widgets.NewFrame(widgets.Paint{Fill: look.Teal, Radius: side}),
			widgets.Centred(widgets.NewText(look.Small, figure).Bold().In(look.OnTeal)))
	}
	return widgets.RowAt(widgets.Top, look.Gap8, disc,
		widgets.Grow(1, widgets.Column(look.Gap8, widgets.NewText(look.Heading, heading).Wrap(), content)))
}

// askedFor lists the groups to ask for, as they are said.
func (c *contactCheck) askedFor() string {
	var figures []string
	for _, n := range c.state.Ask {
		figures = append(figures, c.w.Words.Number(n))
	}
	if len(figures) == cardGroups {
		return c.w.say("contacts.ask_all")
	}
	last := len(figures) - 1
	return c.w.say("contacts.ask_list", "first", strings.Join(figures[:last], ", "), "last", figures[last])
}

func (c *contactCheck) typing() fyne.CanvasObject {
	w := c.w
	if c.groups == nil || c.asked != len(c.state.Ask) {
		c.makeGroups()
	}
	for n := 1; n <= cardGroups; n++ {
		c.groups.Set(n-1, groupState(c.state.Mark(n)))
	}
	return widgets.Column(look.Gap12,
		widgets.NewText(look.Body, w.say("contacts.ask_help")).In(look.Ink2).Wrap(), c.groups.Object,
		widgets.Row(look.Gap8, widgets.NewIcon("info", look.IconInline, look.Ink2),
			widgets.Grow(1, widgets.NewText(look.Small, w.say("contacts.type_help")).In(look.Ink2).Wrap())))
}

func (c *contactCheck) makeGroups() {
	var numbers [cardGroups]string
	var open []int
	for i := range numbers {
		numbers[i] = c.w.Words.Number(i + 1)
	}
	for _, n := range c.state.Ask {
		open = append(open, n-1)
	}
	c.asked = len(open)
	c.groups = widgets.NewGroups(numbers, c.w.say("contacts.ask_again"), open...)
	c.groups.OnTyped = func(slot int, figures string) {
		c.state.Type(slot+1, figures)
		c.showReady()
	}
}

func groupState(m present.GroupMark) widgets.GroupState {
	switch m {
	case present.MarkOpen:
		return widgets.GroupOpen
	case present.MarkRight:
		return widgets.GroupRight
	case present.MarkWrong:
		return widgets.GroupWrong
	}
	return widgets.GroupClosed
}

func (c *contactCheck) channel() fyne.CanvasObject {
	if c.how == nil {
		var options []widgets.Option
		for _, how := range present.Channels() {
			options = append(options, widgets.Option{Key: how, Words: c.w.say("contacts.how." + how)})
		}
		c.how = widgets.NewSegments(options...)
		c.how.OnChoose = func(how string) {
			c.state.Channel = how
			c.showReady()
		}
	}
	return widgets.Row(0, c.how, widgets.Flex())
}

func (c *contactCheck) ownCard() fyne.CanvasObject {
	w := c.w
	return widgets.NewCard(widgets.Column(look.Gap8,
		widgets.Column(-2, widgets.NewText(look.Heading, w.say("contacts.they_ask")), widgets.NewText(look.Small, w.say("contacts.they_ask_help")).In(look.Ink2).Wrap()),
		ownGroups(c.state.Own)))
}

// legend says what each trust is good for.
func (c *contactCheck) legend() fyne.CanvasObject {
	w := c.w
	return widgets.NewCard(widgets.Column(look.Gap12,
		w.trustOf(present.TrustChecked, look.Body), w.trustOf(present.TrustFirst, look.Body), w.trustOf(present.TrustUnknown, look.Body),
		widgets.NewText(look.Small, w.say("contacts.legend")).In(look.Ink2).Wrap()))
}

func (c *contactCheck) foot() fyne.CanvasObject {
	w := c.w
	c.doubt = widgets.NewButton(w.say("contacts.no_match"), c.askDoubt).Kind(widgets.QuietRed).Icon("shield-unknown")
	if c.state.Marked {
		done := widgets.NewButton(w.say("button.done"), w.Back).Kind(widgets.Main).SizeOf(widgets.BigButton)
		return widgets.Row(look.Gap12, widgets.Flex(), done)
	}
	c.mark = widgets.NewButton(w.say("contacts.mark"), c.judge).Kind(widgets.Main).SizeOf(widgets.BigButton).Icon("shield-checked")
	c.showReady()
	return widgets.Row(look.Gap12, c.doubt, widgets.Flex(), c.count, c.mark)
}

// showReady says how many groups are typed and lets them be judged.
func (c *contactCheck) showReady() {
	c.count.SetWords(c.w.say("contacts.typed", "n", c.state.Typed(), "all", len(c.state.Ask)))
	if c.mark != nil {
		offer(c.mark, c.state.Ready())
		c.w.frame.Refresh()
	}
}

func (c *contactCheck) judge() {
	job := c.state.Judge()
	if job == nil {
		return
	}
	c.w.RunBusy(c.mark, c.w.say("handover.checking"), andThen(job, func() {
		c.body.rebuild()
		if !c.state.Marked {
			c.groups.Focus()
		}
	}), nil)
}

// askDoubt asks before a contact is marked red: from then on nothing can be
// opened that it sends.
func (c *contactCheck) askDoubt() {
	w := c.w
	w.ask(w.say("contacts.no_match"), w.say("contacts.no_match_ask", "name", c.state.Party.Name), w.say("contacts.no_match_do"), func() {
		w.Run(andThen(c.state.Doubt(), func() {
			c.groups = nil
			c.body.rebuild()
		}), nil)
	})
}
