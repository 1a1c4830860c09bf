package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// showKeys lists the keys that work everywhere.
func (w *Window) showKeys() {
	rows := []fyne.CanvasObject{}
	for _, key := range []string{"keys.lock", "keys.find", "keys.new", "keys.more", "keys.answers", "keys.next", "keys.enter", "keys.onward", "keys.sections",
		"keys.repeat", "keys.evidence", "keys.undo", "keys.help_panel", "keys.help"} {
		rows = append(rows, widgets.Row(look.Gap16,
			widgets.Width(120, widgets.Label(w.say(key))), widgets.Grow(1, widgets.NewText(look.Body, w.say(key+"_does")).Wrap())))
	}
	var d *widgets.Dialog
	done := widgets.NewButton(w.say("button.close"), func() { d.Close() }).Kind(widgets.Main)
	d = widgets.NewDialog(w.say("keys.title"), widgets.Column(look.Gap8, rows...), done)
	d.Show(w.Window.Canvas())
}
