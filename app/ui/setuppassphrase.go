package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// showPassphrase is the second step.
func (s *setUp) showPassphrase() {
	w := s.w
	s.fail(present.Message{})
	s.typed, s.again = widgets.NewPassphrase(s.state.Typed), widgets.NewPassphrase(s.state.Again)
	s.strength = widgets.NewStrength()
	for _, p := range []*widgets.Passphrase{s.typed, s.again} {
		p.Script = w.script
		p.OnChanged = s.judge
		p.OnSubmitted = s.create
	}
	s.onceMore = widgets.Column(0, widgets.Gap(look.Gap24), widgets.Label(w.say("setup.again")), widgets.Gap(look.LabelGap), s.again)
	s.idea = widgets.Stack()
	s.showIdea()
	note := widgets.RowAt(widgets.Top, look.Gap8, widgets.NewIcon("info", look.IconInline, look.Ink2),
		widgets.Grow(1, widgets.NewText(look.Small, w.say("setup.never_shown")).In(look.Ink2).Wrap()))
	s.form(
		s.head(w.say("setup.passphrase.title"), w.say("setup.passphrase.line")),
		widgets.Gap(look.Gap24),
		widgets.Label(w.say("setup.passphrase")), widgets.Gap(look.LabelGap),
		s.typed, widgets.Gap(look.Gap12), s.strength,
		s.onceMore, widgets.Gap(look.Gap24), s.idea, widgets.Gap(look.Gap12), note,
	)
	back := widgets.NewButton(w.say("button.back"), func() { s.showStep(0) }).Kind(widgets.Quiet).Icon("chevron-start")
	s.make = widgets.NewButton(w.say("setup.make"), s.create).Kind(widgets.Main).SizeOf(widgets.BigButton).IconAfter("arrow")
	s.foot.Objects = []fyne.CanvasObject{widgets.Row(0, back, widgets.Flex(), s.make)}
}

// judge shows how strong what is typed is, and whether both are the same.
func (s *setUp) judge() {
	strength := s.state.Typed.Strength()
	word, note := "", ""
	if strength.Word != "" {
		word, note = s.w.say(strength.Word), s.w.say(strength.Note)
	}
	s.strength.Set(strength.Bars, word, note)
	last := s.again
	if s.state.Using {
		last = s.typed
	}
	last.SetState(widgets.Green, "check", "")
	if s.state.Same() {
		last.SetState(widgets.Green, "check", s.w.say("setup.same"))
	}
	if len(s.failed.Objects) > 0 {
		s.fail(present.Message{})
	}
}

// showIdea shows words to use. Each letter is a text of its own, so that the
// toolkit keeps no copy of the whole.
func (s *setUp) showIdea() {
	w := s.w
	words := []fyne.CanvasObject{}
	for _, word := range s.state.Idea {
		letters := []fyne.CanvasObject{}
		for _, r := range word {
			letters = append(letters, widgets.NewText(look.Body, string(r)).In(look.Ink2))
		}
		words = append(words, widgets.Row(0, letters...))
	}
	title, use, toggle := w.say("setup.idea"), w.say("setup.use_these"), s.useIdea
	if s.state.Using {
		title, use, toggle = w.say("setup.idea_using"), w.say("setup.own_words"), s.otherIdea
	}
	other := widgets.NewButton(w.say("setup.other_words"), s.otherIdea).SizeOf(widgets.SmallButton).Icon("undo")
	buttons := widgets.Row(look.Gap12, other, widgets.NewButton(use, toggle).SizeOf(widgets.SmallButton))
	if s.state.Using {
		buttons = widgets.Row(0, widgets.NewButton(use, toggle).SizeOf(widgets.SmallButton))
	}
	s.idea.Objects = []fyne.CanvasObject{widgets.NewCard(widgets.Row(look.Gap16,
		widgets.NewIcon("hint", look.IconRow, look.Teal),
		widgets.Grow(1, widgets.Column(0, widgets.Label(title), widgets.Wrap(5, 0, words...))), buttons))}
	s.idea.Refresh()
	s.onceMore.Hidden = s.state.Using
}

func (s *setUp) otherIdea() {
	s.state.OtherIdea()
	s.ideaChanged()
}

func (s *setUp) useIdea() {
	s.state.UseIdea()
	s.typed.Clear()
	s.again.Clear()
	s.ideaChanged()
	s.w.Window.Canvas().Focus(s.typed)
}

func (s *setUp) ideaChanged() {
	s.typed.SetState(widgets.Green, "check", "")
	s.showIdea()
	s.judge()
	s.body.Reflow()
}

// create makes the desk, and begins anew at its lock.
func (s *setUp) create() {
	if s.make.Busy() {
		return
	}
	job := s.state.Create(look.Current().Scheme == look.Dark, s.w.Words.Language(), s.w.restart)
	if job == nil {
		s.fail(s.state.Why)
		return
	}
	s.freeze(true)
	s.w.RunBusy(s.make, s.w.say("setup.making"), andThen(job, func() {
		s.freeze(false)
		s.fail(s.state.Why)
	}), nil)
}

// freeze keeps the passphrase as it is while the desk is made.
func (s *setUp) freeze(frozen bool) {
	for _, p := range []*widgets.Passphrase{s.typed, s.again} {
		if frozen {
			p.Disable()
		} else {
			p.Enable()
		}
	}
}

// script names the script of a letter, so that a wrong keyboard is seen.
func (w *Window) script(name string) string {
	switch name {
	case "Latin":
		return w.say("script.latin")
	case "Arabic":
		return w.say("script.arabic")
	case "Cyrillic":
		return w.say("script.cyrillic")
	default:
		return w.say("script.other")
	}
}
