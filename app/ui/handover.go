package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// ringRoom is what the ring of a focused component takes at each side.
const ringRoom = look.Gap4

// handOver is the wizard by which referrals leave the desk.
type handOver struct {
	w        *Window
	state    *present.HandOver
	body     *fold
	pass     *widgets.Passphrase
	sure     *widgets.Button // gives the passphrase
	main     *widgets.Button // the main button of the step
	progress *widgets.Progress
	list     *widgets.List          // of the first step
	opened   *widgets.ReadinessItem // of the third
	work     *Work
	at       int // the finding that is opened
}

func newHandOver(w *Window, r present.Route) Page {
	h := &handOver{w: w, state: present.NewHandOver(w.Shell, r)}
	h.sure = widgets.NewButton(w.say("handover.sure"), h.recognise)
	h.pass = widgets.NewPassphrase(h.state.Passphrase)
	h.pass.Script = w.script
	h.pass.OnSubmitted = h.recognise
	h.pass.OnChanged = h.typed
	return h
}

// Content implements Page.
func (h *handOver) Content() fyne.CanvasObject {
	h.body = h.w.fold(foldPage, h.build)
	return h.body
}

// Leave implements Page. A file that is being written is given up.
func (h *handOver) Leave() present.Job {
	if h.work != nil {
		h.work.Cancel()
	}
	h.state.Close()
	return nil
}

func (h *handOver) build(folded bool) fyne.CanvasObject {
	edge := look.PageEdge
	if folded {
		edge = look.PageEdgeNarrow
	}
	if h.state.Done() {
		return widgets.InsetEach(0, edge, look.Gap24, edge, h.written(folded))
	}
	return widgets.InsetEach(0, edge-ringRoom, look.Gap24, edge-ringRoom, widgets.Column(0,
		widgets.Inset(ringRoom, 0, widgets.Column(0, h.header(), h.steps(), widgets.Gap(look.Gap16-ringRoom))),
		widgets.Grow(1, h.step(folded)),
		widgets.Gap(look.Gap16),
		widgets.Inset(ringRoom, 0, h.foot()),
	))
}

func (h *handOver) header() fyne.CanvasObject {
	title := h.w.say("handover.title_open")
	if code := h.state.Title(); code != "" {
		title = h.w.say("handover.title", "case", code)
	} else if n := h.state.Count(); n > 1 {
		title = h.w.say("handover.title_many", "n", n)
	}
	var actions []fyne.CanvasObject
	if h.state.Step == present.StepCases {
		actions = append(actions, widgets.NewButton(h.w.say("handover.open_receipt"), h.openReceipt))
	}
	return widgets.PageHeader(title, "", actions...)
}

func (h *handOver) steps() fyne.CanvasObject {
	var steps []widgets.WizardStep
	for i, key := range present.StepKeys() {
		steps = append(steps, widgets.WizardStep{Words: h.w.say(key), Figure: h.w.Words.Number(i + 1)})
	}
	line := widgets.NewWizardSteps(steps...)
	line.SetNow(int(h.state.Step))
	return line
}

// step is the middle of the page.
func (h *handOver) step(folded bool) fyne.CanvasObject {
	switch h.state.Step {
	case present.StepCases:
		return h.cases(folded)
	case present.StepToWhom:
		return h.toWhom()
	case present.StepMissing:
		return h.missing()
	case present.StepLeaves:
		return h.leaves(folded)
	}
	return h.writing()
}

// foot is the way back at the reading side and the main button at the end.
func (h *handOver) foot() fyne.CanvasObject {
	if h.state.Step == present.StepWrite {
		return widgets.Height(look.ButtonBigHeight)
	}
	row := []fyne.CanvasObject{}
	if h.state.Step > present.StepCases {
		back := widgets.NewButton(h.w.say(present.StepKeys()[h.state.Step-1]), h.back).Kind(widgets.Quiet).Icon("chevron-start")
		row = append(row, back)
	}
	row = append(row, widgets.Flex())
	if help := h.footHelp(); help != "" {
		row = append(row, widgets.NewText(look.Small, help).In(look.Ink2))
	}
	words, act := h.w.say("button.continue"), h.next
	icon := ""
	if h.state.Step == present.StepLeaves {
		words, act, icon = h.w.say("handover.write", "name", h.state.To.Name), h.write, "hand-over"
	}
	h.main = widgets.NewButton(words, act).Kind(widgets.Main).SizeOf(widgets.BigButton)
	if icon != "" {
		h.main.Icon(icon)
	}
	offer(h.main, h.state.Ready())
	return widgets.Row(look.Gap12, append(row, h.main)...)
}

func (h *handOver) footHelp() string {
	s := h.state
	switch {
	case s.Step == present.StepCases && !s.Ready():
		return h.w.say("handover.choose_case")
	case s.Step == present.StepToWhom && !s.Ready() && len(s.Offices) > 0:
		return h.w.say("handover.choose_office")
	case s.Step == present.StepMissing && !s.Ready():
		return h.w.say("handover.settle_first")
	case s.Step == present.StepLeaves && !s.Ready():
		return h.w.say("handover.give_passphrase")
	case s.Step == present.StepLeaves:
		return h.w.say("handover.write_help")
	}
	return ""
}

func (h *handOver) back() {
	h.state.Back()
	h.show()
}

func (h *handOver) next() {
	job := h.state.Next()
	if job == nil {
		h.show()
		return
	}
	h.w.RunBusy(h.main, h.w.say("handover.looking"), andThen(job, h.show), nil)
}

// recognise gives the passphrase to be recognised.
func (h *handOver) recognise() {
	job := h.state.Recognise()
	if job == nil || h.sure.Busy() {
		return
	}
	h.pass.Disable()
	h.w.RunBusy(h.sure, h.w.say("handover.checking"), andThen(job, func() {
		if h.w.open != Page(h) {
			return
		}
		h.pass.Enable()
		h.pass.Clear()
		h.pass.SetFailed(!h.state.Recognised)
		h.show()
		if h.state.Recognised {
			h.w.Window.Canvas().Focus(h.main)
		} else {
			h.w.Window.Canvas().Focus(h.pass)
		}
	}), nil)
}

// typed lets the passphrase be given once there is one.
func (h *handOver) typed() { offer(h.sure, h.state.Passphrase.Len() > 0) }

func (h *handOver) write() {
	h.w.ChooseFolder(h.w.say("handover.choose_folder"), h.writeTo)
}

func (h *handOver) writeTo(dir string) {
	job := h.state.Write(dir)
	if job == nil {
		return
	}
	h.progress = widgets.NewProgress(h.w.say("handover.writing", "name", h.state.To.Name), h.w.say("handover.leave_stick"),
		h.w.say("button.cancel"), func() { h.work.Cancel() })
	h.show()
	h.work = h.w.Run(andThen(job, h.show), h.tellProgress)
}

func (h *handOver) tellProgress(p present.Progress) {
	if present.ReadsBack(p) {
		h.progress.SetName(h.w.say("handover.reading_back"))
	}
	h.w.setProgress(h.progress, p)
}

func (h *handOver) openReceipt() {
	h.w.ChooseFile(h.w.say("handover.choose_receipt"), func(path string) {
		h.w.Run(andThen(h.state.OpenReceipt(path), h.show), nil)
	}, ".age")
}

// show draws the page as the hand-over stands. Where the page was left it says
// what became of the file.
func (h *handOver) show() {
	if h.w.open != Page(h) {
		h.w.leftBehind(h.state.Message, h.state.Done(), "handover.written_left")
		return
	}
	h.w.standAt(h, h.state.Route())
	h.body.rebuild()
}
