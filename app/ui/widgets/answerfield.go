package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"harbour/app/ui/look"
)

// Answer is one way of having no answer: its key, the icon and the words of its chip.
type Answer struct {
	Key   string
	Icon  string
	Words string
}

// AnswerField is a field that may also be answered with "doesn't know", "declined" and
// the like. The chips show under it while it is empty and has the cursor or the pointer;
// Alt with a digit takes one. A chosen one takes the place of the field.
type AnswerField struct {
	Labelled

	Input *Input

	// OnAnswer is called with the key chosen, empty when it was taken away.
	OnAnswer func(key string)
	// OnNext is called for Enter in the few words of why.
	OnNext func()
	// OnWhy is called with each change of the few words of why.
	OnWhy func(words string)

	answers []Answer
	chosen  string
	drawn   string // the answer that the chip shows
	why     *Input
	chips   []*Chip
	row     *fyne.Container
	plate   *fyne.Container
	chip    *fyne.Container
	inside  bool // the pointer is over the field, but not over a chip
}

var _ desktop.Hoverable = (*AnswerField)(nil)

// AnswerWords are the words around the chips.
type AnswerWords struct {
	Lead   string // before the chips: "No answer:"
	Why    string // in the empty entry of why
	Remove string // what the cross does
}

// NewAnswerField makes a field of one line, or of rows where that is more than one.
func NewAnswerField(label string, rows int, words AnswerWords, answers ...Answer) *AnswerField {
	f := &AnswerField{answers: answers, Input: newInput(max(rows, 1))}
	f.why = NewInput().Bare(look.Paper).Placeholder(words.Why)
	f.why.OnChanged = func(text string) {
		if f.OnWhy != nil {
			f.OnWhy(text)
		}
	}
	f.why.OnSubmitted = func(string) {
		if f.OnNext != nil {
			f.OnNext()
		}
	}
	f.chip = Stack()
	cross := NewIconButton("close", words.Remove, func() { f.pick("") })
	ground := NewFrame(Paint{Fill: look.Paper, Line: look.Hair, Radius: look.Radius})
	f.plate = Height(look.FieldHeight, ground, Inset(6, 2, Row(0, f.chip, Grow(1, f.why), cross)))
	f.plate.Hide()
	f.row = f.buildChips(words.Lead)
	f.row.Hide()
	f.init(label, Column(0, f.Input, f.plate, f.row))
	f.mark = f.Input.SetFailed
	f.watch()
	f.ExtendBaseWidget(f)
	return f
}

func (f *AnswerField) buildChips(lead string) *fyne.Container {
	var objects []fyne.CanvasObject
	if lead != "" {
		objects = append(objects, Height(look.TargetHeight, Centred(Caption(lead))))
	}
	for _, answer := range f.answers {
		chip := NewChip(answer.Icon, answer.Words, func() { f.pick(answer.Key) }).ByPointer()
		chip.onFocus = func(bool) { f.update() }
		chip.restate = func() { chip.paint(); f.update() }
		f.chips = append(f.chips, chip)
		objects = append(objects, chip)
	}
	return Wrap(look.Gap8, 0, objects...)
}

// watch follows what makes the chips come and go.
func (f *AnswerField) watch() {
	f.Input.OnFocus = func(bool) { f.update() }
	f.Input.onHover = func(in bool) {
		f.inside = in
		f.update()
	}
	f.Input.entry.onAlt = func(digit int) bool {
		if digit > len(f.answers) || f.Input.Text() != "" {
			return false
		}
		f.pick(f.answers[digit-1].Key)
		return true
	}
	f.Input.onChange = f.update
}

// Why is the entry of why there is no answer.
func (f *AnswerField) Why() fyne.Focusable { return f.why.Focusable() }

// Chosen returns the key of the answer chosen, empty for none.
func (f *AnswerField) Chosen() string { return f.chosen }

// SetAnswer shows an answer and why, without calling back; an empty key shows the field.
func (f *AnswerField) SetAnswer(key, why string) {
	f.chosen = key
	f.why.SetText(why)
	f.update()
}

// MouseIn implements desktop.Hoverable.
func (f *AnswerField) MouseIn(*desktop.MouseEvent) { f.inside = true; f.update() }

// MouseMoved implements desktop.Hoverable.
func (f *AnswerField) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (f *AnswerField) MouseOut() { f.inside = false; f.update() }

func (f *AnswerField) pick(key string) {
	f.chosen = key
	if key == "" {
		f.why.SetText("")
	}
	f.update()
	if f.OnAnswer != nil {
		f.OnAnswer(key)
	}
	if key == "" {
		f.Input.Focus()
	} else {
		f.why.Focus()
	}
}

// update shows the field or the answer, and the chips while they are of use.
func (f *AnswerField) update() {
	answered := f.chosen != ""
	chips := !answered && f.Input.Text() == "" && !f.Input.Disabled() && f.touched()
	if f.plate.Visible() == answered && f.row.Visible() == chips && f.drawn == f.chosen {
		return
	}
	show(f.Input, !answered)
	show(f.plate, answered)
	show(f.row, chips)
	f.drawn, f.chip.Objects = f.chosen, nil
	for _, answer := range f.answers {
		if answer.Key == f.chosen {
			f.chip.Objects = []fyne.CanvasObject{NewChip(answer.Icon, answer.Words, func() { f.why.Focus() }).Chosen().ByPointer()}
		}
	}
	f.Refresh()
}

// touched says whether cursor or pointer is on the field or its chips.
func (f *AnswerField) touched() bool {
	if f.inside || f.Input.Focused() {
		return true
	}
	for _, chip := range f.chips {
		if chip.focused || chip.hovered {
			return true
		}
	}
	return false
}
