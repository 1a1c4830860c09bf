package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// Labelled puts a label, a tag, help and what is wrong around anything that is filled
// in: a Choice, Segments, a component of a screen.
type Labelled struct {
	widget.BaseWidget

	label   *Text
	note    *Text
	explain *Text
	failure *Text
	tag     *fyne.Container
	help    *fyne.Container
	failed  *fyne.Container
	waysOut *fyne.Container
	content fyne.CanvasObject
	tree    *fyne.Container
	mark    func(failed bool) // tells the content that it is wrong
}

// NewLabelled puts a label over content.
func NewLabelled(label string, content fyne.CanvasObject) *Labelled {
	l := &Labelled{}
	l.init(label, content)
	l.ExtendBaseWidget(l)
	return l
}

func (l *Labelled) init(label string, content fyne.CanvasObject) {
	l.label, l.note = Label(label), Caption("")
	l.explain = Caption("").Wrap()
	l.failure = NewText(look.Small, "").In(look.Red).Wrap()
	l.tag, l.help = Stack(), Stack()
	words := RowAt(Top, 6, NewIcon("stop", look.IconInline, look.Red), Grow(1, l.failure))
	l.failed = InsetEach(look.LabelGap, 0, 0, 0, words)
	l.waysOut = Wrap(look.Gap8, 0)
	l.content = content
	callAll(content, label)
	for _, o := range []fyne.CanvasObject{l.note, l.explain, l.failed, l.tag, l.help, l.waysOut} {
		o.Hide()
	}
	head := labelHead(l.label, l.note, l.tag, l.help)
	l.tree = Column(0, head, l.explain, Gap(look.LabelGap), content, l.failed, l.waysOut)
}

// Help writes a line under the label.
func (l *Labelled) Help(words string) *Labelled {
	l.explain.SetWords(words)
	show(l.explain, words != "")
	return l
}

// LevelWith keeps the room of another's help where this has none, so that both stand at
// one height side by side, in columns of one width.
func (l *Labelled) LevelWith(other *Labelled) {
	l.tree.Objects[1] = container.New(&roomOf{other.explain})
}

// roomOf is as high as a text, without it.
type roomOf struct{ text *Text }

func (r *roomOf) Layout([]fyne.CanvasObject, fyne.Size) {}

func (r *roomOf) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, r.text.MinSize().Height)
}

func (r *roomOf) fitObjects(_ []fyne.CanvasObject, width float32) { r.text.FitWidth(width) }

// Note writes a quiet word beside the label, such as whose date of birth it is.
func (l *Labelled) Note(words string) *Labelled {
	l.note.SetWords(words)
	show(l.note, words != "")
	return l
}

// Needed shows the tag of what blocks a hand-over; empty words take it away.
func (l *Labelled) Needed(words string) *Labelled {
	l.tag.Objects = nil
	if words != "" {
		l.tag.Objects = []fyne.CanvasObject{NewTag(Red, "stop", words)}
	}
	show(l.tag, words != "")
	return l
}

// Explain puts an icon at the end of the label that opens an explanation; name is what
// it does, for those who do not see it.
func (l *Labelled) Explain(name string, open func()) *Labelled {
	l.help.Objects = []fyne.CanvasObject{NewIconButton("info", name, open).In(look.Teal)}
	l.help.Show()
	return l
}

// SetFailed shows what is wrong in words, with small buttons as ways out. Empty words
// take it away.
func (l *Labelled) SetFailed(words string, waysOut ...*Button) {
	l.failure.SetWords(words)
	show(l.failed, words != "")
	l.waysOut.Objects = nil
	for _, b := range waysOut {
		l.waysOut.Objects = append(l.waysOut.Objects, b.SizeOf(SmallButton))
	}
	show(l.waysOut, len(waysOut) > 0)
	if l.mark != nil {
		l.mark(words != "")
	}
	l.Refresh()
}

// FitWidth implements the first of two steps of laying out wrapped words.
func (l *Labelled) FitWidth(width float32) { fit(l.tree, width) }

// Held implements Holder.
func (l *Labelled) Held() []fyne.CanvasObject { return []fyne.CanvasObject{l.content} }

// CreateRenderer implements fyne.Widget.
func (l *Labelled) CreateRenderer() fyne.WidgetRenderer {
	return filled(l.tree, l.tree.Refresh)
}

// Field is an input with its label: the usual line of a form. Callbacks and text are on
// Input.
type Field struct {
	Labelled

	Input *Input
}

// NewField makes a field of one line.
func NewField(label string) *Field { return newField(label, NewInput()) }

// NewTextField makes a field of several lines, at least rows of them in view.
func NewTextField(label string, rows int) *Field { return newField(label, NewArea(rows)) }

func newField(label string, input *Input) *Field {
	f := &Field{Input: input}
	f.init(label, input)
	f.mark = input.SetFailed
	f.ExtendBaseWidget(f)
	return f
}

// show hides or shows an object, without a repaint when nothing changes.
func show(object fyne.CanvasObject, visible bool) {
	if object.Visible() == visible {
		return
	}
	if visible {
		object.Show()
	} else {
		object.Hide()
	}
}
