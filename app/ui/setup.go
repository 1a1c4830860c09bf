package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// Measures of set-up.
const (
	setUpSide  float32 = 420
	setUpForm  float32 = 600
	setUpStart float32 = 68 // and 4 for the rings of what has the keyboard
	setUpHead  float32 = 84
)

// setUp makes a desk in two steps: who works there, and the passphrase.
type setUp struct {
	w     *Window
	state *present.SetUp
	step  int
	body  *widgets.Scroll
	room  *fyne.Container
	foot  *fyne.Container
	steps *fold

	name   *widgets.Field
	folder *widgets.Text
	failed *fyne.Container

	typed, again *widgets.Passphrase
	strength     *widgets.Strength
	onceMore     *fyne.Container
	idea         *fyne.Container
	make         *widgets.Button
}

func newSetUp(w *Window) Page {
	s := &setUp{w: w, state: present.NewSetUp(w.Shell), room: widgets.Stack(), foot: widgets.Stack(), failed: widgets.Stack()}
	s.body = widgets.NewScroll(s.room)
	s.showStep(0)
	return s
}

// Content implements Page.
func (s *setUp) Content() fyne.CanvasObject {
	s.steps = s.w.fold(foldPage, s.build)
	return s.steps
}

// Leave implements Page.
func (s *setUp) Leave() present.Job {
	s.state.Close()
	return nil
}

// First implements starter.
func (s *setUp) First() fyne.Focusable {
	if s.step == 0 {
		return s.name.Input.Focusable()
	}
	return s.typed
}

func (s *setUp) build(folded bool) fyne.CanvasObject {
	edge := setUpStart
	if folded {
		edge = look.PageEdge
	}
	head := setUpHead
	if folded {
		head = look.Gap8
	}
	form := widgets.InsetEach(head, edge, 0, edge, widgets.Column(0,
		widgets.Grow(1, s.body), widgets.AtMost(setUpForm+2*look.Gap4, widgets.InsetEach(look.Gap12, look.Gap4, 28, look.Gap4, s.foot))))
	if folded {
		line := widgets.InsetEach(look.Gap24, edge, 0, edge, widgets.Row(look.Gap24, widgets.NewMark(railMark), s.wizard()))
		return widgets.Column(0, line, widgets.Grow(1, form))
	}
	brand := widgets.Row(look.Gap12, widgets.NewMark(railMark), widgets.NewText(look.Heading, s.w.say("app.name")))
	side := widgets.Stack(widgets.NewFrame(widgets.Paint{Fill: look.Rail}),
		widgets.Place(
			widgets.At{Object: widgets.NewDivider().Upright(), Along: widgets.End, Down: widgets.Both},
			widgets.At{Object: brand, X: 36, Y: look.Gap32},
			widgets.At{Object: widgets.Width(setUpSide-72, s.wizard().Standing()), X: 36, Y: 112},
			widgets.At{Object: widgets.NewScene(), Along: widgets.Center, Down: widgets.End, Y: 60},
		))
	return widgets.RowAt(widgets.Fill, 0, widgets.Width(setUpSide, side), widgets.Grow(1, form))
}

func (s *setUp) wizard() *widgets.WizardSteps {
	steps := widgets.NewWizardSteps(
		widgets.WizardStep{Words: s.w.say("setup.step.who"), Note: s.w.say("setup.step.who_note"), Figure: s.w.Words.Number(1)},
		widgets.WizardStep{Words: s.w.say("setup.step.passphrase"), Note: s.w.say("setup.step.passphrase_note"), Figure: s.w.Words.Number(2)},
	)
	steps.SetNow(s.step)
	return steps
}

// showStep puts a step into the form.
func (s *setUp) showStep(step int) {
	s.step = step
	if step == 0 {
		s.showWho()
	} else {
		s.showPassphrase()
	}
	if s.steps != nil {
		s.foot.Refresh()
		s.steps.rebuild()
		s.body.ScrollToTop()
		s.body.Reflow()
		s.w.Window.Canvas().Focus(s.First())
	}
}

// fail shows what stands in the way under the form, or takes it away.
func (s *setUp) fail(m present.Message) {
	s.failed.Objects = nil
	if !m.Empty() {
		s.failed.Objects = []fyne.CanvasObject{widgets.InsetEach(look.Gap16, 0, 0, 0, s.w.banner(m, nil))}
	}
	s.failed.Refresh()
	s.body.Reflow()
}

func (s *setUp) head(title, line string) fyne.CanvasObject {
	return widgets.Column(look.Gap4, widgets.NewText(look.Display, title), widgets.NewText(look.Body, line).In(look.Ink2).Wrap())
}

func (s *setUp) form(parts ...fyne.CanvasObject) {
	form := widgets.InsetEach(0, look.Gap4, look.Gap8, look.Gap4, widgets.Column(0, append(parts, s.failed)...))
	s.room.Objects = []fyne.CanvasObject{widgets.AtMost(setUpForm+2*look.Gap4, form)}
	s.room.Refresh()
}
