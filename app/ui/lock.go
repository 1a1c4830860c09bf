package ui

import (
	"time"

	"harbour/app/ui/look"
)

// saveFor is how long a lock waits for the last save.
const saveFor = time.Second

// Lock saves what is open, stops the jobs, closes the desk and replaces the
// program by a fresh one. Where something cannot be saved it asks first.
func (w *Window) Lock() { w.lock(false) }

// lock locks. Forced, it does so whatever became of the last save: nobody is
// there to be asked.
func (w *Window) lock(forced bool) {
	if w.Shell.Desk == nil || w.leaving && !forced {
		return
	}
	if forced {
		stop := w.Runner.Every(saveFor, w.lockNow)
		locked := func() {
			stop()
			w.lockNow()
		}
		w.leaveOr(locked, locked)
		return
	}
	w.leaveOr(w.lockNow, func() {
		w.ask(w.say("lock.not_saved"), w.tell(w.save.Why), w.say("lock.anyway"), w.lockNow)
	})
}

// lockNow ends the program's work on the desk and begins it anew.
func (w *Window) lockNow() {
	if w.Shell.Desk == nil {
		return
	}
	w.Runner.Close()
	// A desk that does not close is gone with the process all the same.
	_ = w.Shell.Lock()
	w.restart()
}

// restart replaces the program by a fresh one at the lock.
func (w *Window) restart() {
	size, theme := w.Window.Canvas().Size(), look.Current()
	w.Restart(Restart{
		Dir: w.Shell.Dir, Dark: theme.Scheme == look.Dark, Language: w.Words.Language(),
		TextScale: theme.TextScale, Width: size.Width, Height: size.Height,
	})
}
