package ui

import (
	"time"

	"harbour/app/ui/widgets"
)

// toastFor is how long a toast floats.
const toastFor = 8 * time.Second

// Toast says for eight seconds that something is done. undo may be nil. It
// never holds a name.
func (w *Window) Toast(words string, undo func()) {
	label := ""
	if undo != nil {
		label = w.say("button.undo")
	}
	hide := func() { w.frame.hideToast(words) }
	w.frame.showToast(words, widgets.NewToast(words, label, w.say("button.close"), func() {
		hide()
		undo()
	}, hide))
	var stop func()
	stop = w.Runner.Every(toastFor, func() {
		stop()
		hide()
	})
}
