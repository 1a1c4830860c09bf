package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// PageHeader is the name of a page, one line under it, and its buttons at the far end.
func PageHeader(name, line string, actions ...fyne.CanvasObject) *fyne.Container {
	return header(NewText(look.Display, name).Ellipsis(), line, actions)
}

// PartHeader is the same in the editor, a step smaller.
func PartHeader(name, line string, actions ...fyne.CanvasObject) *fyne.Container {
	return header(NewText(look.Title, name).Ellipsis(), line, actions)
}

func header(name *Text, line string, actions []fyne.CanvasObject) *fyne.Container {
	words := []fyne.CanvasObject{name}
	if line != "" {
		words = append(words, NewText(look.Body, line).In(look.Ink2).Wrap())
	}
	row := append([]fyne.CanvasObject{Grow(1, Column(0, words...))}, actions...)
	return InsetEach(look.Gap24, 0, look.Gap16, 0, RowAt(Top, look.Gap12, row...))
}

// EmptyState says what an empty place is for and starts it.
func EmptyState(icon, heading, sentence string, start *Button) *fyne.Container {
	const disc = 56
	sign := Sized(disc, disc, NewFrame(Paint{Fill: look.Tint, Radius: disc}), Centred(NewIcon(icon, look.IconEmpty, look.TealInk)))
	parts := []fyne.CanvasObject{
		Row(0, Flex(), sign, Flex()),
		NewText(look.Heading, heading).Align(Center),
	}
	if sentence != "" {
		parts = append(parts, NewText(look.Body, sentence).In(look.Ink2).Align(Center))
	}
	if start != nil {
		parts = append(parts, Gap(look.Gap8), Row(0, Flex(), start.Kind(Main), Flex()))
	}
	return Column(look.Gap8, parts...)
}

// WizardSteps is the line of steps over a wizard, or, Standing, the list beside one.
type WizardSteps struct {
	widget.BaseWidget

	steps    []WizardStep
	now      int
	standing bool
	tree     *fyne.Container
}

// WizardStep is one step; Note is shown where the steps stand.
type WizardStep struct {
	Words, Note string
	Figure      string // its number, in the digits of the interface
}

// Measures of steps.
const (
	stepDisc         float32 = 24
	stepDiscStanding float32 = 28
	stepLine         float32 = 32
)

// NewWizardSteps makes a line of steps at the first one.
func NewWizardSteps(steps ...WizardStep) *WizardSteps {
	w := &WizardSteps{steps: steps, tree: Stack()}
	w.ExtendBaseWidget(w)
	w.build()
	return w
}

// Standing sets the steps under each other, with their notes.
func (w *WizardSteps) Standing() *WizardSteps { w.standing = true; w.build(); return w }

// SetNow shows a step, counted from 0, as the one at work; those before it are done.
func (w *WizardSteps) SetNow(step int) {
	w.now = step
	w.build()
	w.Refresh()
}

func (w *WizardSteps) build() {
	var parts []fyne.CanvasObject
	for i, step := range w.steps {
		if w.standing {
			parts = append(parts, w.standingStep(i, step))
			continue
		}
		if i > 0 {
			parts = append(parts, w.line(i))
		}
		parts = append(parts, w.disc(i, step, stepDisc), w.name(i, step))
	}
	if w.standing {
		w.tree.Objects = []fyne.CanvasObject{Column(look.Gap24, parts...)}
		return
	}
	w.tree.Objects = []fyne.CanvasObject{Row(look.Gap8, parts...)}
}

func (w *WizardSteps) line(i int) fyne.CanvasObject {
	colour := look.Hair
	if i <= w.now {
		colour = look.Teal
	}
	return Sized(stepLine, look.FocusWidth, NewFrame(Paint{Fill: colour}))
}

func (w *WizardSteps) name(i int, step WizardStep) *Text {
	text := NewText(look.Body, step.Words).In(look.Ink2)
	if i == w.now {
		return text.In(look.Ink).Bold()
	}
	return text
}

func (w *WizardSteps) standingStep(i int, step WizardStep) fyne.CanvasObject {
	words := w.name(i, step)
	if i < w.now {
		words.In(look.Ink)
	}
	return Row(look.Gap12, w.disc(i, step, stepDiscStanding),
		Grow(1, Column(0, words, NewText(look.Small, step.Note).In(look.Ink2).Ellipsis())))
}

func (w *WizardSteps) disc(i int, step WizardStep, side float32) fyne.CanvasObject {
	figure := NewText(look.Small, step.Figure)
	switch {
	case i < w.now && w.standing:
		return Sized(side, side, NewFrame(Paint{Fill: look.Green, Radius: side}), Centred(NewIcon("check", look.IconInline, look.Surface)))
	case i < w.now:
		return Sized(side, side, NewFrame(Paint{Fill: look.Tint, Radius: side}), Centred(NewIcon("check", look.IconInline, look.TealInk)))
	case i == w.now:
		return Sized(side, side, NewFrame(Paint{Fill: look.Teal, Radius: side}), Centred(figure.Bold().In(look.OnTeal)))
	default:
		return Sized(side, side, newCircle(look.Line), Centred(figure.In(look.Ink2)))
	}
}

// CreateRenderer implements fyne.Widget.
func (w *WizardSteps) CreateRenderer() fyne.WidgetRenderer {
	w.ExtendBaseWidget(w)
	return filled(w.tree, w.tree.Refresh)
}

// circle is a thin outline. Circles may be stroked: only straight edges go soft.
type circle struct {
	widget.BaseWidget

	line look.Colour
}

func newCircle(line look.Colour) *circle {
	c := &circle{line: line}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *circle) CreateRenderer() fyne.WidgetRenderer {
	shape := &canvas.Circle{StrokeWidth: look.LineWidth}
	paint := func() {
		shape.StrokeColor = look.Current().Colour(c.line)
		shape.FillColor = look.Current().Colour(look.Clear)
		shape.Refresh()
	}
	paint()
	return &renderer{
		objects: []fyne.CanvasObject{shape},
		min:     func() fyne.Size { return fyne.Size{} },
		layout: func(size fyne.Size) {
			shape.Resize(size.SubtractWidthHeight(look.LineWidth, look.LineWidth))
			shape.Move(fyne.NewSquareOffsetPos(look.LineWidth / 2))
		},
		refresh: paint,
	}
}
