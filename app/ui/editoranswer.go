package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// cell is one field on the page.
type cell struct {
	path     string
	object   fyne.CanvasObject
	labelled *widgets.Labelled
	focus    fyne.Focusable // what takes the keyboard
	input    *widgets.Input // the same, of what is typed in
	stops    []fyne.Focusable
	answers  *answers // nil where the component has chips of its own, or none
	needed   string   // the words of its tag
	helped   bool
	noted    string                   // beside the label
	who      string                   // whose field it is
	chips    map[string]*widgets.Chip // of several, by key
	adds     bool                     // several that are added from a list
	wide     bool
	more     func() // adds a row to a group
	filled   bool   // a group with rows, each of which is a stop already
}

// focusOn keeps the keyboard where it was when several were drawn anew.
func (c *cell) focusOn(w *Window, key string) {
	if chip, ok := c.chips[key]; ok && !c.adds {
		chip.Take()
	} else if c.focus != nil {
		w.Window.Canvas().Focus(c.focus)
	}
}

// need shows or takes away the tag of what blocks a hand-over: an answer that
// is needed, or one that is to be settled with others.
func (e *editor) need(c *cell, blocks bool) {
	words := ""
	if blocks {
		words = e.w.say("editor.needed")
		if f, ok := e.ed.FieldAt(c.path); ok && f.Filled() {
			words = e.w.say("editor.settle")
		}
	}
	if c.labelled == nil || c.needed == words {
		return
	}
	c.needed = words
	c.labelled.Needed(words)
	c.labelled.Refresh()
}

// note writes beside the label whose field it is, that nobody has said what it
// holds, and how many papers prove it.
func (e *editor) note(c *cell) {
	parts := []string{c.who, "", e.papers(c.path)}
	if e.ed.Copied(c.path) {
		parts[1] = e.w.say("editor.copied")
	}
	words := joinedBy(" · ", parts...)
	if c.labelled == nil || c.noted == words {
		return
	}
	c.noted = words
	c.labelled.Note(words)
	c.labelled.Refresh()
}

// wrong shows what is wrong with what was typed.
func (c *cell) wrong(w *Window, m present.Message) {
	if c.labelled != nil {
		c.labelled.SetFailed(w.tell(m))
	}
}

// answerSign is the icon of a way of having no answer.
func answerSign(state string) string {
	switch state {
	case "unknown_to_person":
		return "question"
	case "declined":
		return "declined"
	case "unsafe_to_ask":
		return "unsafe-to-ask"
	case "pending":
		return "activity"
	}
	return "minus"
}

// answerList is the chips of a field, in words.
func (e *editor) answerList(f present.Field) []widgets.Answer {
	var list []widgets.Answer
	for _, s := range f.States {
		list = append(list, widgets.Answer{Key: s, Icon: answerSign(s), Words: e.w.say("answer." + s)})
	}
	return list
}

// answers are the ways of having no answer, under anything that is not typed.
// They show while it is empty and has the keyboard; a chosen one takes its place.
type answers struct {
	e       *editor
	path    string
	label   string // over a chosen answer, where the content has its own
	list    []widgets.Answer
	content fyne.CanvasObject
	chips   *fyne.Container
	stops   []fyne.Focusable
	plate   *fyne.Container
	why     *widgets.Input
	tree    *fyne.Container
	boxes   [2]fyne.CanvasObject // what hides with the plate and with the chips
	at      bool                 // the keyboard is here
	always  bool                 // the chips show wherever the keyboard is
}

func newAnswers(e *editor, f present.Field, content fyne.CanvasObject) *answers {
	a := &answers{e: e, path: f.Path, list: e.answerList(f), content: content}
	chips := []fyne.CanvasObject{widgets.Height(look.TargetHeight, widgets.Centred(widgets.Caption(e.w.say("answer.label"))))}
	for i, answer := range a.list {
		chip := widgets.NewChip(answer.Icon, answer.Words, func() { a.pickAt(i) }).ByPointer()
		chips, a.stops = append(chips, chip), append(a.stops, chip)
	}
	a.chips = widgets.Wrap(look.Gap8, 0, chips...)
	a.why = widgets.NewInput().Bare(look.Paper).Placeholder(e.w.say("answer.why"))
	a.why.OnChanged = func(words string) {
		e.ed.SetWhy(a.path, words)
		e.changed()
	}
	a.why.OnSubmitted = func(string) { e.next(a.path) }
	a.plate = widgets.Stack()
	a.tree = widgets.Column(0, content, a.plate, a.chips)
	a.boxes = [2]fyne.CanvasObject{a.plate, a.chips}
	a.show(f)
	return a
}

// show follows the value of the field.
func (a *answers) show(f present.Field) {
	a.plate.Objects = nil
	for _, answer := range a.list {
		if answer.Key == f.State {
			a.plate.Objects = a.plateOf(answer)
			a.why.SetText(f.Why)
		}
	}
	see(a.boxes[0], f.State != "")
	see(a.content, f.State == "")
	a.showChips()
}

func (a *answers) plateOf(answer widgets.Answer) []fyne.CanvasObject {
	ground := widgets.NewFrame(widgets.Paint{Fill: look.Paper, Line: look.Hair, Radius: look.Radius})
	chip := widgets.NewChip(answer.Icon, answer.Words, a.why.Focus).Chosen().ByPointer()
	cross := widgets.NewIconButton("close", a.e.w.say("editor.answer.remove"), func() { a.pick("") })
	row := widgets.Row(0, chip, widgets.Grow(1, a.why), cross)
	plate := widgets.Height(look.FieldHeight, ground, widgets.Inset(6, 2, row))
	if a.label == "" {
		return []fyne.CanvasObject{plate}
	}
	return []fyne.CanvasObject{widgets.Column(look.LabelGap, widgets.Label(a.label), plate)}
}

func (a *answers) showChips() {
	f, ok := a.e.ed.FieldAt(a.path)
	empty := f.Value == "" && len(f.Chosen) == 0 && len(f.Rows) == 0 && !f.None
	open := ok && f.State == "" && (a.always || empty && a.at)
	if open == a.boxes[1].Visible() {
		return
	}
	see(a.boxes[1], open)
	a.tree.Refresh()
	a.e.reflow()
}

// touch notes whether the keyboard is here.
func (a *answers) touch(at bool) {
	a.at = at
	a.showChips()
}

// pickAt chooses the answer of that number.
func (a *answers) pickAt(n int) {
	if n < len(a.list) {
		a.pick(a.list[n].Key)
	}
}

func (a *answers) pick(state string) {
	a.e.ed.SetState(a.path, state)
	f, _ := a.e.ed.FieldAt(a.path)
	a.show(f)
	a.tree.Refresh()
	a.e.reflow()
	a.e.changed()
	if state != "" {
		a.why.Focus()
	} else {
		a.e.focusOn(a.path)
	}
}
