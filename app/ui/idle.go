package ui

import (
	"time"
)

// countDown is how long before it locks the window says so.
const countDown = 30 * time.Second

// idleClock counts how long nobody has done anything.
type idleClock struct {
	since   time.Time
	counted bool // the count-down is shown
}

// Noticed tells the idle clock that a person is there.
func (w *Window) Noticed() {
	w.idle.since = w.Shell.Program.Now()
	if w.idle.counted {
		w.idle.counted = false
		w.frame.warn("")
	}
}

// Tick is called once a second: it locks the desk when nobody has touched it
// for as long as the settings say. It stands still while a job shows how far
// it is.
func (w *Window) Tick() {
	if w.Shell.Desk == nil {
		return
	}
	now := w.Shell.Program.Now()
	if w.idle.since.IsZero() || w.Runner.Showing() {
		w.idle.since = now
	}
	limit := time.Duration(w.Shell.Desk.Preferences().IdleMinutes) * time.Minute
	left := limit - now.Sub(w.idle.since)
	switch {
	case left <= 0:
		w.lock(true)
	case left <= countDown:
		w.idle.counted = true
		w.frame.warn(w.say("foot.locks_in", "n", int((left+time.Second-1)/time.Second)))
	case w.idle.counted:
		w.Noticed()
	}
}
