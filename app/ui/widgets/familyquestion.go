package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// QuestionRow is a question that was answered, in one line: how it stands, the
// question, the answer. Pressed it opens to be answered anew.
type QuestionRow struct {
	control

	// OnTap opens the question.
	OnTap func()

	answer string
	frame  *Frame
	tree   *fyne.Container
}

// NewQuestionRow makes a row. An answer of a tone other than Neutral stands on
// a plate with its sign; at is where the answer begins, from the reading side.
func NewQuestionRow(mark fyne.CanvasObject, question, sign, answer, note string, at float32, onTap func()) *QuestionRow {
	q := &QuestionRow{OnTap: onTap, frame: NewFrame(Paint{})}
	q.callIt(question)
	q.answer = answer
	plain := NewText(look.Body, answer).In(look.Ink2)
	said := fyne.CanvasObject(plain)
	switch {
	case sign != "":
		said = Row(0, NewTag(Teal, sign, answer), Flex())
	case at > 0:
		plain.Ellipsis()
	case plain.measure(answer) > questionAnswer:
		said = Width(questionAnswer, plain.Ellipsis())
	}
	parts := []fyne.CanvasObject{mark}
	words := NewText(look.Body, question)
	if at > 0 {
		parts = append(parts, Width(at, words.Ellipsis()), Grow(1, said))
	} else {
		parts = append(parts, Grow(1, words.Wrap()), said)
	}
	if note != "" {
		parts = append(parts, Caption(note))
	}
	q.tree = Inset(look.Gap16, 9, Row(look.Gap12, parts...))
	q.extend(q)
	q.act = func() {
		if q.OnTap != nil {
			q.OnTap()
		}
	}
	q.restate = q.paint
	return q
}

// questionAnswer is the most room of an answer in a narrow row.
const questionAnswer float32 = 160

// FitWidth implements the first of two steps of laying out wrapped words.
func (q *QuestionRow) FitWidth(width float32) { fit(q.tree, width) }

// AccessibilityLabel implements fyne.Accessible.
func (q *QuestionRow) AccessibilityLabel() string { return q.calledWith(q.answer) }

// AccessibilityRole implements fyne.Accessible.
func (q *QuestionRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (q *QuestionRow) paint() {
	q.frame.Set(Paint{Fill: q.ground(look.Clear)})
	q.paintRing()
}

// CreateRenderer implements fyne.Widget.
func (q *QuestionRow) CreateRenderer() fyne.WidgetRenderer {
	q.ExtendBaseWidget(q)
	q.paint()
	r := framed(&q.control, q.frame, q.tree, 0, q.paint)
	layout := r.layout
	r.layout = func(size fyne.Size) {
		layout(size)
		q.placeRingInside(size, look.RadiusSmall)
	}
	return r
}
