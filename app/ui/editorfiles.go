package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// filesCell is the files of a document.
func (e *editor) filesCell(c *cell, f present.Field) {
	document := "documents/" + pathStep(f.Path, 1)
	var rows []fyne.CanvasObject
	for i, row := range f.Rows {
		if i > 0 {
			rows = append(rows, widgets.NewDivider())
		}
		rows = append(rows, widgets.Inset(look.Gap16, look.Gap8, e.fileRow(*row.File, row.Path)))
		if e.about == row.Path {
			rows = append(rows, widgets.Inset(look.Gap16, look.Gap12, e.form(row.Fields)))
		}
	}
	attach := widgets.NewButton(e.w.say("editor.file.attach"), func() { e.attach(document) }).Icon("attachment")
	buttons := []fyne.CanvasObject{attach}
	if len(rows) > 0 {
		buttons = append(buttons, widgets.NewButton(e.w.say("editor.file.copy"), func() { e.saveCopy(document) }))
	}
	c.focus = attach
	content := fyne.CanvasObject(widgets.Row(look.Gap8, append(buttons, widgets.Flex())...))
	if len(rows) > 0 {
		content = widgets.Column(look.Gap8, widgets.NewBareCard(widgets.Column(0, rows...)), content)
	}
	e.around(c, f, content)
}

func (e *editor) fileRow(f present.PaperFile, path string) fyne.CanvasObject {
	words := widgets.Column(0, widgets.Label(f.Name).Ellipsis(), widgets.Caption(f.MIME+" · "+e.w.Words.Bytes(f.Size)).Ellipsis())
	open := widgets.NewButton(e.w.say("button.open"), func() { e.view(f) }).SizeOf(widgets.SmallButton)
	about := widgets.NewIconButton("chevron-down", e.w.say("editor.file.about"), func() { e.tellAbout(path) })
	remove := widgets.NewIconButton("close", e.w.say("button.remove"), func() { e.remove(path) })
	return widgets.Row(look.Gap12, widgets.NewIcon("attachment", look.IconRow, look.Ink2), widgets.Grow(1, words), open, about, remove)
}

// tellAbout opens or closes what is known of a file: where it came from, what
// it shows, who had it.
func (e *editor) tellAbout(path string) {
	if e.about == path {
		path = ""
	}
	e.about = path
	e.rebuild()
	e.focusOn(path)
}

// attach takes a file in, with its progress over the page.
func (e *editor) attach(document string) {
	e.w.ChooseFile(e.w.say("editor.file.attach"), func(file string) {
		e.take(document, file)
	})
}

func (e *editor) take(document, file string) {
	if !e.ed.CanAttach() {
		e.w.Toast(e.w.say("editor.file.wait"), nil)
		return
	}
	var work *Work
	progress := widgets.NewProgress(e.w.say("editor.file.taking"), "", e.w.say("button.cancel"), func() { work.Cancel() })
	d := widgets.NewDialog(e.w.say("editor.file.attach"), progress)
	d.Show(e.w.Window.Canvas())
	work = e.w.Run(e.ed.Attach(document, file, func(m present.Message) {
		d.Close()
		e.rebuild()
		if !m.Empty() {
			e.tellWrong(m)
		}
	}), func(p present.Progress) {
		progress.Set(shareOf(p), e.w.say("editor.file.amount", "done", e.w.Words.Bytes(p.Done), "all", e.w.Words.Bytes(p.Of)))
	})
}

func shareOf(p present.Progress) float64 {
	if p.Of == 0 {
		return 0
	}
	return float64(p.Done) / float64(p.Of)
}

// tellWrong says what is wrong and waits until it was read.
func (e *editor) tellWrong(m present.Message) {
	var d *widgets.Dialog
	done := widgets.NewButton(e.w.say("button.close"), func() { d.Close() }).Kind(widgets.Main)
	d = widgets.NewDialog(e.w.say("editor.file.failed"), widgets.NewText(look.Body, e.w.tell(m)).Wrap(), done)
	d.Show(e.w.Window.Canvas())
}

// saveCopy writes a document out, after a warning in full.
func (e *editor) saveCopy(document string) {
	e.w.ask(e.w.say("editor.file.copy"), e.w.say("editor.file.copy_warning"), e.w.say("editor.file.copy_do"), func() {
		e.w.ChooseFolder(e.w.say("editor.file.copy"), func(dir string) {
			e.w.Run(e.ed.SaveCopy(document, dir, func(_ []string, m present.Message) {
				if !m.Empty() {
					e.tellWrong(m)
					return
				}
				e.w.Toast(e.w.say("editor.file.copied"), nil)
			}), nil)
		})
	})
}
