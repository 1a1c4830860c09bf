package ui

import (
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// chooserWidth is how wide a chooser stands.
const chooserWidth float32 = 720

// ChooseFolder asks for a folder, sticks first.
func (w *Window) ChooseFolder(heading string, then func(path string)) {
	w.choose(heading, widgets.NewFolderChooser(widgets.DiskFiles{}, w.chooserWords()), then)
}

// ChooseFile asks for a file that ends in one of the extensions, or any.
func (w *Window) ChooseFile(heading string, then func(path string), extensions ...string) {
	w.choose(heading, widgets.NewFileChooser(widgets.DiskFiles{}, w.chooserWords(), extensions...), then)
}

func (w *Window) choose(heading string, c *widgets.Chooser, then func(path string)) {
	d := widgets.NewDialog(heading, widgets.Inset(0, look.Gap4, c)).Wide(chooserWidth)
	c.OnCancel = d.Close
	c.OnChoose = func(path string) {
		d.Close()
		then(path)
	}
	d.Show(w.Window.Canvas())
}

func (w *Window) chooserWords() widgets.ChooserWords {
	return widgets.ChooserWords{
		Home: w.say("chooser.home"), Up: w.say("chooser.up"), Path: w.say("chooser.path"),
		Choose: w.say("button.choose"), Cancel: w.say("button.cancel"),
		Empty: w.say("chooser.empty"), NoAccess: w.say("chooser.no_access"),
	}
}
