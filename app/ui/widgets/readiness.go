package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// ReadinessItem is one point of "What is missing": what, why, where and by which rule.
// The chosen one shows its buttons.
type ReadinessItem struct {
	control

	// OnTap chooses the point.
	OnTap func()

	frame   *Frame
	text    *fyne.Container
	actions *fyne.Container
	tree    *fyne.Container
	chosen  bool

	answerable bool // has buttons
}

// NewReadinessItem makes a point that is not chosen. place is the caption, with the
// rule; actions are shown small, the first as the main one.
func NewReadinessItem(tone Tone, title, why, place string, onTap func(), actions ...*Button) *ReadinessItem {
	r := &ReadinessItem{OnTap: onTap, frame: NewFrame(Paint{})}
	icon, ink := "stop", look.Red
	switch tone {
	case Amber:
		icon, ink = "warning", look.Amber
	case Green:
		icon, ink = "settled", look.Green
	}
	lines := []fyne.CanvasObject{Label(title).Wrap()}
	for _, words := range []string{why, place} {
		if words != "" {
			lines = append(lines, NewText(look.Small, words).In(look.Ink2).Wrap())
		}
	}
	buttons := make([]fyne.CanvasObject, 0, len(actions))
	for i, b := range actions {
		if i == 0 {
			b.Kind(Main)
		}
		buttons = append(buttons, b.SizeOf(SmallButton))
	}
	r.actions, r.answerable = InsetEach(look.Gap8, 0, 0, 0, Wrap(6, 0, buttons...)), len(buttons) > 0
	r.actions.Hide()
	r.text = Column(0, append(lines, r.actions)...)
	r.tree = Inset(look.Gap16, look.Gap12, RowAt(Top, look.Gap8, Inset(0, 1, NewIcon(icon, look.IconRow, ink)), Grow(1, r.text)))
	r.extend(r)
	r.act = func() {
		if r.OnTap != nil {
			r.OnTap()
		}
	}
	r.restate = r.paint
	return r
}

// SetChosen shows or hides the buttons of the point.
func (r *ReadinessItem) SetChosen(chosen bool) {
	r.chosen = chosen
	show(r.actions, chosen && r.answerable)
	r.Refresh()
}

// FitWidth implements the first of two steps of laying out wrapped words.
func (r *ReadinessItem) FitWidth(width float32) { fit(r.tree, width) }

func (r *ReadinessItem) paint() {
	fill := r.ground(look.Clear)
	if r.chosen {
		fill = look.Tint
	}
	r.frame.Set(Paint{Fill: fill})
	r.paintRing()
}

// CreateRenderer implements fyne.Widget.
func (r *ReadinessItem) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	r.paint()
	return framed(&r.control, r.frame, r.tree, 0, func() {
		r.paint()
		r.tree.Refresh()
	})
}
