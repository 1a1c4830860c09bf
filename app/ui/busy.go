package ui

import (
	"harbour/app/present"
	"harbour/app/ui/widgets"
)

// RunBusy runs a job while a button shows that it is at work, in words such as
// "Writing". The button is idle again when the job is applied.
func (w *Window) RunBusy(button *widgets.Button, busy string, job present.Job, onProgress func(present.Progress)) *Work {
	if job == nil || button.Busy() {
		return w.Run(nil, nil)
	}
	button.SetBusy(busy)
	w.frame.turn(button)
	return w.Run(before(job, func() {
		w.frame.still(button)
		button.Idle()
	}), onProgress)
}
