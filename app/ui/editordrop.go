package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/widgets"
)

// Drop implements dropper: files and whole folders become documents, or join
// the one that is open.
func (e *editor) Drop(paths []string) {
	if e.ed.Section() == "" || e.w.Window.Canvas().Overlays().Top() != nil {
		return
	}
	e.w.Run(present.FindFiles(paths, e.takeAll), nil)
}

// takeAll takes the files in, each as its own document where none is open.
func (e *editor) takeAll(files []string, left int) {
	if len(files) == 0 {
		e.w.Toast(e.w.say("drop.nothing"), nil)
		return
	}
	if e.ed.Section() != "documents" {
		e.ed.Show("documents", "")
	}
	d := &dropping{e: e, files: files, left: left}
	if v := e.ed.View(); v.Element != "" {
		d.document = v.Element
	}
	d.next()
}

// dropping takes one file after the other in.
type dropping struct {
	e        *editor
	files    []string
	left     int
	done     int
	document string // that all belong to; empty where each is its own
	dialog   *widgets.Dialog
	progress *widgets.Progress
	work     *Work
	stopped  bool
}

func (d *dropping) next() {
	e := d.e
	if d.stopped || d.done == len(d.files) {
		d.finish(present.Message{})
		return
	}
	if !e.ed.CanAttach() {
		d.finish(present.Message{Key: "editor.file.wait"})
		return
	}
	if d.dialog == nil {
		d.progress = widgets.NewProgress(e.w.say("editor.file.taking"), "", e.w.say("button.cancel"), d.stop)
		d.dialog = widgets.NewDialog(e.w.say("editor.file.attach"), d.progress)
		d.dialog.Show(e.w.Window.Canvas())
	}
	document := d.document
	if document == "" {
		document = e.ed.DocumentFor()
		e.ed.Back()
	}
	d.work = e.w.Run(e.ed.Attach(document, d.files[d.done], func(m present.Message) {
		if !m.Empty() {
			if d.document == "" {
				e.ed.Undo() // the document that it was for holds nothing
			}
			d.finish(m)
			return
		}
		d.done++
		d.next()
	}), func(p present.Progress) {
		d.progress.Set((float64(d.done)+shareOf(p))/float64(len(d.files)),
			e.w.say("drop.amount", "n", d.done+1, "all", len(d.files)))
	})
}

func (d *dropping) stop() {
	d.stopped = true
	d.work.Cancel()
}

// finish shows what came in, and what did not.
func (d *dropping) finish(m present.Message) {
	e := d.e
	if d.dialog != nil {
		d.dialog.Close()
	}
	e.waited = 0
	e.rebuild()
	switch {
	case !m.Empty() && !d.stopped:
		e.tellWrong(m)
	case d.left > 0:
		e.w.Toast(e.w.say("drop.left", "n", d.left), nil)
	default:
		e.w.Toast(e.w.say("drop.done", "n", d.done), nil)
	}
}

// folderButton takes a whole folder in.
func (e *editor) folderButton() fyne.CanvasObject {
	name := e.w.say("drop.folder")
	choose := func() { e.w.ChooseFolder(name, func(dir string) { e.Drop([]string{dir}) }) }
	if e.folded {
		return widgets.NewIconButton("folder", name, choose).Large()
	}
	return widgets.NewButton(name, choose).Icon("folder")
}
