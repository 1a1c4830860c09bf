package ui

import (
	"harbour/app/present"
	"harbour/app/ui/widgets"
)

// leftBehind says what became of work whose page was left: that it was stopped
// or failed, or by done that it was done all the same.
func (w *Window) leftBehind(m present.Message, finished bool, done string) {
	switch {
	case !m.Empty():
		w.Toast(w.tell(m), nil)
	case finished:
		w.Toast(w.say(done), nil)
	}
}

// standAt says where a page has come to, so that Back and Lock return there.
func (w *Window) standAt(p Page, r present.Route) {
	if w.open == p {
		w.route = r
	}
}

// setProgress shows how far a job is, in bytes.
func (w *Window) setProgress(bar *widgets.Progress, p present.Progress) {
	share := 0.0
	if p.Of > 0 {
		share = float64(p.Done) / float64(p.Of)
	}
	bar.Set(share, w.say("handover.progress", "done", w.Words.Bytes(p.Done), "all", w.Words.Bytes(p.Of)))
}

// offer lets a button be pressed, or not.
func offer(button *widgets.Button, possible bool) {
	if possible {
		button.Enable()
	} else {
		button.Disable()
	}
}
