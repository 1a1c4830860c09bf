package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// longRows is how many lines of a long text are in view.
const longRows = 3

// cell makes the component of a field.
func (e *editor) cell(f present.Field) *cell {
	c := &cell{path: f.Path}
	switch f.Kind {
	case present.KindText, present.KindNumber, present.KindDay:
		e.typedCell(c, f, 1)
	case present.KindLong:
		e.typedCell(c, f, longRows)
		c.wide = true
	case present.KindYesNo:
		e.yesNoCell(c, f)
	case present.KindFlag:
		e.flagCell(c, f)
	case present.KindDate:
		e.dateCell(c, f)
		c.wide = true
	case present.KindCodes, present.KindPeople, present.KindPapers:
		e.severalCell(c, f)
		c.wide = true
	case present.KindGroup:
		e.groupCell(c, f)
		c.wide = true
	case present.KindWithheld:
		e.withheldCell(c, f)
		c.wide = true
	case present.KindAttachment:
		e.filesCell(c, f)
		c.wide = true
	default:
		e.choiceCell(c, f)
	}
	if !f.Wrong.Empty() {
		c.wrong(e.w, f.Wrong)
	}
	e.need(c, f.Needed)
	e.note(c)
	return c
}

// label is what a field is called.
func (e *editor) label(f present.Field) string { return e.w.say(f.Key) }

// help is the line under the label, nothing for most fields.
func (e *editor) help(f present.Field) string {
	if key := f.Key + "_help"; e.w.Words.Has(key) {
		return e.w.say(key)
	}
	return ""
}

// dress gives the label its help and its note.
func (e *editor) dress(c *cell, f present.Field) {
	help := e.help(f)
	c.labelled.Help(help)
	c.helped = help != ""
	if f.Who != "" {
		c.who = f.Who
	}
}

// typedCell is a field that is typed in.
func (e *editor) typedCell(c *cell, f present.Field, rows int) {
	typed := func(text string) {
		c.wrong(e.w, e.ed.SetText(f.Path, text))
		e.changed()
	}
	if len(f.States) == 0 {
		field := widgets.NewField(e.label(f))
		if rows > 1 {
			field = widgets.NewTextField(e.label(f), rows)
		}
		e.setInput(c, field.Input, f, typed)
		c.object, c.labelled = field, &field.Labelled
		e.dress(c, f)
		return
	}
	field := widgets.NewAnswerField(e.label(f), rows, e.answerWords(), e.answerList(f)...)
	field.OnAnswer = func(state string) {
		e.ed.SetState(f.Path, state)
		e.changed()
		e.reflow()
	}
	field.OnNext = func() { e.next(f.Path) }
	field.OnWhy = func(words string) {
		e.ed.SetWhy(f.Path, words)
		e.changed()
	}
	focus := field.Input.OnFocus
	e.setInput(c, field.Input, f, typed)
	own := field.Input.OnFocus
	field.Input.OnFocus = func(in bool) {
		focus(in)
		own(in)
		e.reflow()
	}
	field.SetAnswer(f.State, f.Why)
	c.stops = append(c.stops, field.Why())
	c.object, c.labelled = field, &field.Labelled
	e.dress(c, f)
}

func (e *editor) answerWords() widgets.AnswerWords {
	return widgets.AnswerWords{Lead: e.w.say("answer.label"), Why: e.w.say("answer.why"), Remove: e.w.say("editor.answer.remove")}
}

// setInput fills an input and follows it.
func (e *editor) setInput(c *cell, input *widgets.Input, f present.Field, typed func(string)) {
	input.SetText(f.Value)
	if key := f.Key + "_hint"; e.w.Words.Has(key) {
		input.Placeholder(e.w.say(key))
	} else if f.Kind == present.KindDay {
		input.Placeholder(e.w.say("editor.day_hint"))
	}
	input.OnChanged = typed
	input.OnSubmitted = func(string) { e.next(f.Path) }
	input.OnFocus = func(in bool) {
		if in {
			e.ed.SetCursor(f.Path, 0)
			e.ed.Noticed()
			return
		}
		if why := e.ed.Refusal(f.Path); !why.Empty() {
			c.wrong(e.w, why)
			e.reflow()
		}
	}
	c.focus, c.input = input.Focusable(), input
}

// around puts a label around a component, and the answers under it.
func (e *editor) around(c *cell, f present.Field, content fyne.CanvasObject) {
	if len(f.States) > 0 {
		c.answers = newAnswers(e, f, content)
		c.stops = append(c.stops, c.answers.stops...)
		c.stops = append(c.stops, c.answers.why.Focusable())
		content = c.answers.tree
	}
	c.labelled = widgets.NewLabelled(e.label(f), content)
	c.object = c.labelled
	e.dress(c, f)
}

func (e *editor) yesNoCell(c *cell, f present.Field) {
	s := widgets.NewSegments(widgets.Option{Key: present.Yes, Words: e.w.say("editor.yes")}, widgets.Option{Key: present.No, Words: e.w.say("editor.no")})
	s.Choose(f.Value)
	s.OnChoose = func(key string) { e.chose(f.Path, key) }
	s.OnSubmitted = func() { e.next(f.Path) }
	c.focus = s
	e.around(c, f, s)
}

func (e *editor) flagCell(c *cell, f present.Field) {
	toggle := widgets.NewToggle(e.label(f), func(on bool) {
		value := ""
		if on {
			value = present.Yes
		}
		e.chose(f.Path, value)
	})
	toggle.SetOn(f.Value == present.Yes)
	toggle.OnSubmitted = func() { e.next(f.Path) }
	c.object, c.focus = toggle, toggle
	if help := e.help(f); help != "" {
		c.object = widgets.Column(0, toggle, widgets.InsetEach(0, 0, 0, flagIndent, widgets.Caption(help).Wrap()))
	}
}

// flagIndent is where the words of a toggle begin.
const flagIndent float32 = 28

// choiceCell is one of a list: side by side where they are few.
func (e *editor) choiceCell(c *cell, f present.Field) {
	options := e.options(f)
	if f.Short {
		s := widgets.NewSegments(options...)
		s.Choose(f.Value)
		s.OnChoose = func(key string) { e.chose(f.Path, key) }
		s.OnSubmitted = func() { e.next(f.Path) }
		c.focus, c.wide = s, true
		e.around(c, f, s)
		return
	}
	choice := widgets.NewChoice(e.withClear(options, f)...).Placeholder(e.w.say("editor.choose"), e.w.say("editor.filter"))
	choice.Choose(f.Value)
	choice.OnChoose = func(key string) {
		e.chose(f.Path, key)
		e.after(f.Path)
	}
	choice.OnSubmitted = func() { e.next(f.Path) }
	c.focus = choice
	e.around(c, f, choice)
}

// withClear adds a way back to nothing chosen.
func (e *editor) withClear(options []widgets.Option, f present.Field) []widgets.Option {
	if f.Value == "" {
		return options
	}
	return append(options, widgets.Option{Words: e.w.say("editor.clear")})
}

// chose gives a field what was chosen.
func (e *editor) chose(path, key string) {
	e.ed.SetCursor(path, 0)
	c := e.cells[path]
	m := e.ed.SetText(path, key)
	if c != nil {
		c.wrong(e.w, m)
	}
	e.changed()
	e.refreshAnswers(path)
}

// refreshAnswers shows the answers of a field as its value now asks for.
func (e *editor) refreshAnswers(path string) {
	c, ok := e.cells[path]
	if !ok || c.answers == nil {
		return
	}
	if f, ok := e.ed.FieldAt(path); ok {
		c.answers.show(f)
		e.reflow()
	}
}

// options are what can be chosen, in words.
func (e *editor) options(f present.Field) []widgets.Option { return e.optionsOf(e.ed.Options(f)) }

// optionsOf turns options into words; the names of sections are keys.
func (e *editor) optionsOf(list []present.Option) []widgets.Option {
	all := make([]widgets.Option, 0, len(list))
	for _, o := range list {
		words := o.Words
		if strings.HasPrefix(words, "section.") {
			words = e.w.say(words)
		}
		all = append(all, widgets.Option{Key: o.Key, Words: words})
	}
	return all
}

// fewOptions is up to how many options stand side by side as chips.
const fewOptions = 16

// severalCell is several of a list: chips to press, or the chosen ones and a
// list to add from.
func (e *editor) severalCell(c *cell, f present.Field) {
	options := e.options(f)
	listed := slices.ContainsFunc(options, func(o widgets.Option) bool { return o.Key == noneOfThem })
	box := widgets.Stack()
	var fill func()
	fill = func() {
		now, ok := e.ed.FieldAt(f.Path)
		if !ok {
			now = f
		}
		chosen := map[string]bool{}
		for _, key := range now.Chosen {
			chosen[key] = true
		}
		set := func(key string, on bool) {
			e.ed.SetCursor(f.Path, 0)
			e.ed.SetChosen(f.Path, toggled(besideNone(now.Chosen, key), key, on))
			fill()
			e.changed()
			e.refreshAnswers(f.Path)
			c.focusOn(e.w, key)
		}
		content := e.severalBox(c, options, chosen, set)
		if len(now.States) > 0 && len(now.Chosen) == 0 && (!listed || now.None) {
			content = widgets.Column(look.Gap4, content, widgets.Row(0, e.noneChip(c, now, fill), widgets.Flex()))
		}
		box.Objects = []fyne.CanvasObject{content}
		box.Refresh()
	}
	fill()
	e.around(c, f, box)
}

// noneOfThem is the code of a vocabulary that denies all others.
const noneOfThem = "none"

// besideNone leaves out what cannot stand beside a key: none of them beside
// any, and any beside none of them.
func besideNone(chosen []string, key string) []string {
	return slices.DeleteFunc(slices.Clone(chosen), func(c string) bool {
		return c != key && (c == noneOfThem || key == noneOfThem)
	})
}

// noneChip says of an empty list that it is known to be empty, which is an
// answer, too.
func (e *editor) noneChip(c *cell, f present.Field, then func()) *widgets.Chip {
	icon := ""
	if f.None {
		icon = "check"
	}
	chip := widgets.NewChip(icon, e.w.say("editor.none"), func() {
		e.ed.SetCursor(f.Path, 0)
		if f.None {
			e.ed.SetText(f.Path, "")
		} else {
			e.ed.SetNone(f.Path)
		}
		then()
		e.changed()
		e.refreshAnswers(f.Path)
	})
	if f.None {
		chip.Chosen()
	}
	chip.OnSubmitted = func() { e.next(f.Path) }
	c.stops = append(c.stops, chip)
	return chip
}

func (e *editor) severalBox(c *cell, options []widgets.Option, chosen map[string]bool, set func(string, bool)) fyne.CanvasObject {
	var chips []fyne.CanvasObject
	var group []*widgets.Chip
	var rest []widgets.Option
	c.focus, c.chips = nil, map[string]*widgets.Chip{}
	for _, o := range options {
		on := chosen[o.Key]
		if !on && len(options) > fewOptions {
			rest = append(rest, o)
			continue
		}
		icon := ""
		if on {
			icon = "check"
		}
		chip := widgets.NewChip(icon, o.Words, func() { set(o.Key, !on) })
		if on {
			chip.Chosen()
		}
		chip.OnSubmitted = func() { e.next(c.path) }
		c.chips[o.Key] = chip
		chips, group, c.stops = append(chips, chip), append(group, chip), append(c.stops, chip)
		if c.focus == nil {
			c.focus = chip
		}
	}
	widgets.Together(group...)
	wrap := widgets.Wrap(look.Gap8, 0, chips...)
	if len(options) <= fewOptions {
		return wrap
	}
	add := widgets.NewChoice(rest...).Placeholder(e.w.say("editor.add_one"), e.w.say("editor.filter"))
	add.OnChoose = func(key string) { set(key, true) }
	add.OnSubmitted = func() { e.next(c.path) }
	c.focus, c.adds = add, true
	if len(chips) == 0 {
		return add
	}
	return widgets.Column(look.Gap4, add, wrap)
}

// toggled is a list with a key in it or not.
func toggled(list []string, key string, on bool) []string {
	var all []string
	for _, k := range list {
		if k != key {
			all = append(all, k)
		}
	}
	if on {
		all = append(all, key)
	}
	return all
}
