package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// Measures of the page of a written file.
const (
	writtenSide   float32 = 372
	writtenDisc   float32 = 48
	progressWidth float32 = 560
)

// writing shows how far the file is.
func (h *handOver) writing() fyne.CanvasObject {
	card := widgets.NewCard(h.progress)
	return widgets.Inset(ringRoom, ringRoom, widgets.Column(0, widgets.AtMost(progressWidth, card), widgets.Flex()))
}

// written says that the file is whole, and what to do now.
func (h *handOver) written(folded bool) fyne.CanvasObject {
	w, file := h.w, h.state.Written
	line := w.say("handover.written_line", "cases", file.Codes, "size", w.Words.Bytes(file.Bytes))
	head := w.doneHead(w.say("handover.written_title", "name", file.Name), line)
	var left []fyne.CanvasObject
	left = append(left, h.notes()...)
	left = append(left, h.whatNow())
	side := []fyne.CanvasObject{
		widgets.NewCard(widgets.Column(look.Gap4, widgets.NewText(look.Heading, w.say("handover.ask_again")),
			widgets.NewText(look.Body, w.say("handover.ask_again_help")).In(look.Ink2).Wrap())),
	}
	var middle fyne.CanvasObject = widgets.RowAt(widgets.Top, look.Gap16,
		widgets.Grow(1, widgets.Column(look.Gap12, left...)), widgets.Width(writtenSide, widgets.Column(look.Gap16, side...)))
	if folded {
		middle = widgets.Column(look.Gap16, append(left, side...)...)
	}
	again := widgets.NewButton(w.say("handover.second_stick"), h.again).Kind(widgets.Quiet)
	done := widgets.NewButton(w.say("button.done"), func() { w.Go(w.Shell.Home()) }).Kind(widgets.Main).SizeOf(widgets.BigButton)
	h.main = again
	return widgets.Column(0, head, widgets.Grow(1, widgets.NewScroll(widgets.Inset(0, ringRoom, middle))),
		widgets.Gap(look.Gap16), widgets.Row(look.Gap12, again, widgets.Flex(), done))
}

// doneHead is a page header with a check before it.
func (w *Window) doneHead(title, line string) fyne.CanvasObject {
	disc := widgets.Sized(writtenDisc, writtenDisc, widgets.NewFrame(widgets.Paint{Fill: look.GreenTint, Radius: writtenDisc}),
		widgets.Centred(widgets.NewIcon("check", look.IconEmpty, look.Green)))
	return widgets.InsetEach(look.Gap24, 0, look.Gap16, 0, widgets.RowAt(widgets.Top, look.Gap16, disc,
		widgets.Grow(1, widgets.Column(0, widgets.NewText(look.Display, title).Ellipsis(), widgets.NewText(look.Body, line).In(look.Ink2).Wrap()))))
}

func (h *handOver) whatNow() fyne.CanvasObject {
	w, file := h.w, h.state.Written
	receipt := widgets.NewButton(w.say("handover.open_receipt"), h.openReceipt).SizeOf(widgets.SmallButton)
	return w.whatNow(
		nowLine{true, w.say("handover.now.file"), w.say("handover.now.file_help", "file", file.File, "folder", file.Folder), nil},
		nowLine{true, w.say("handover.now.safe"), w.say("handover.now.safe_help"), nil},
		nowLine{false, w.say("handover.now.bring"), w.say("handover.now.bring_help"), nil},
		nowLine{h.state.Answer.Key != "", w.say("handover.now.receipt"), w.say("handover.now.receipt_help"), receipt},
	)
}

// nowLine is one line of what to do now.
type nowLine struct {
	done        bool
	words, help string
	button      *widgets.Button
}

// whatNow is the card of what is done and what to do now.
func (w *Window) whatNow(lines ...nowLine) fyne.CanvasObject {
	rows := []fyne.CanvasObject{widgets.Inset(look.CardPadX, look.Gap12, widgets.NewText(look.Heading, w.say("button.what_now")))}
	for _, l := range lines {
		mark := fyne.CanvasObject(widgets.Sized(look.IconRow, look.IconRow, widgets.NewFrame(widgets.Paint{Fill: look.Surface, Line: look.Line, Radius: look.IconRow})))
		if l.done {
			mark = widgets.NewIcon("settled", look.IconRow, look.Green)
		}
		parts := []fyne.CanvasObject{widgets.Inset(0, 2, mark), widgets.Grow(1, widgets.Column(-2, widgets.Label(l.words).Wrap(),
			widgets.NewText(look.Small, l.help).In(look.Ink2).Wrap()))}
		if l.button != nil {
			parts = append(parts, l.button)
		}
		rows = append(rows, widgets.NewDivider(), widgets.Inset(look.CardPadX, look.Gap8, widgets.RowAt(widgets.Top, look.Gap12, parts...)))
	}
	return widgets.NewBareCard(widgets.Column(0, rows...))
}

// again shows once more what leaves, for a second stick.
func (h *handOver) again() {
	h.pass.SetFailed(false)
	h.w.RunBusy(h.main, h.w.say("handover.looking"), andThen(h.state.Again(), h.show), nil)
}
