package ui

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// list is a list of the section: cards that open, or what it is for.
func (e *editor) list(v present.EditorView, l present.CardList) fyne.CanvasObject {
	name := e.w.say("list." + v.Section + "." + l.List)
	var cards []fyne.CanvasObject
	for _, c := range l.Cards {
		cards = append(cards, e.card(v.Section, c))
	}
	var head fyne.CanvasObject
	if len(v.Lists) > 1 {
		parts := []fyne.CanvasObject{widgets.NewText(look.Heading, name), widgets.Flex()}
		if !l.Fixed {
			parts = append(parts, e.adder(l, widgets.SmallButton))
		}
		head = widgets.Row(look.Gap8, parts...)
	}
	if len(cards) == 0 {
		cards = []fyne.CanvasObject{e.emptyList(v, l)}
	}
	if head != nil {
		cards = append([]fyne.CanvasObject{head}, cards...)
	}
	return widgets.AtMost(formWidth, widgets.Column(look.Gap12, cards...))
}

func (e *editor) emptyList(v present.EditorView, l present.CardList) fyne.CanvasObject {
	if len(v.Lists) > 1 {
		return widgets.NewText(look.Body, e.w.say("list."+l.List+".none")).In(look.Ink2).Wrap()
	}
	return widgets.Inset(0, look.Gap32, widgets.EmptyState(iconOf(v.Section), e.w.say("list."+l.List+".none"), e.w.say("list."+l.List+".none_help"), nil))
}

// iconOf is the sign of a section or a list.
func iconOf(section string) string {
	switch section {
	case "work":
		return "work"
	case "events", "incidents":
		return "flag"
	case "unions":
		return "heart"
	case "documents":
		return "document"
	case "safe_contact":
		return "phone"
	case "consent":
		return "law"
	}
	return "people"
}

// card is one element.
func (e *editor) card(section string, c present.ElementCard) fyne.CanvasObject {
	title := c.Title
	if title == "" {
		title = e.w.say("list." + listOf(c.Path) + ".new")
	}
	title = e.w.inWords(title)
	var parts []string
	for _, p := range c.Line {
		parts = append(parts, e.w.inWords(p))
	}
	if c.Age != nil && len(parts) > 0 {
		parts = append([]string{parts[0], e.age(*c.Age)}, parts[1:]...)
	}
	if c.Files > 0 {
		parts = append(parts, e.w.say("editor.files", "n", c.Files))
	}
	if c.Blocks > 0 {
		parts = append(parts, e.w.say("count.to_settle", "n", c.Blocks))
	}
	open := func() {
		e.ed.Show(section, c.Path)
		e.rebuild()
		e.focusFirst()
	}
	line := joinedBy(" · ", parts...)
	if c.Person == "" {
		tile := widgets.NewTile(iconOf(listOf(c.Path)), title, line)
		tile.OnTap = open
		return tile
	}
	card := widgets.NewPersonCard(c.Person, initialsOf(title), title, c.Native, line, c.Share, open)
	if c.Clock != nil {
		card.Mark(clockTone(*c.Clock), "calendar", e.clockWords(c.Clock.Long, *c.Clock))
	}
	return card
}

// initialsOf are the first letters of the first and the last word.
func initialsOf(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return ""
	}
	first, _ := utf8.DecodeRuneInString(words[0])
	if len(words) == 1 {
		return string(first)
	}
	last, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return string(first) + string(last)
}

// addButton is the main button of a section with one list.
func (e *editor) addButton(v present.EditorView) fyne.CanvasObject {
	if v.Locked {
		return nil
	}
	for _, l := range v.Lists {
		if !l.Fixed && len(v.Lists) == 1 {
			return e.adder(l, widgets.Normal)
		}
	}
	return nil
}

// adder is a button that adds an element to a list.
func (e *editor) adder(l present.CardList, size widgets.ButtonSize) *widgets.Button {
	b := widgets.NewButton(e.w.say("list."+l.List+".add"), nil).Icon("plus").SizeOf(size)
	if size == widgets.Normal {
		b.Kind(widgets.Main)
	}
	b.OnTap = func() { e.addElement(b, l) }
	e.adders[l.List] = b
	return b
}

func (e *editor) addElement(anchor fyne.CanvasObject, l present.CardList) {
	open := func(at string) {
		e.changed()
		e.ed.Show(e.ed.Section(), at)
		e.rebuild()
		e.focusFirst()
	}
	if l.List == "people" {
		e.askRelative(present.Relative{Beside: true}, "", func(id string) { open("people/" + id) })
		return
	}
	heading := e.w.say("list." + l.List + ".add")
	if len(l.Adding) == 0 {
		open(e.ed.Add(l.List))
		return
	}
	e.chooseOne(anchor, heading, l.Adding, func(key string) {
		open(e.ed.Add(l.List, present.Member{Name: l.First, Value: key}))
	})
}
