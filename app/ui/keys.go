package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// ringStep is how often a ring turns by a twelfth.
const ringStep = time.Second / 12

// listen sets up the keys that work on every page, the clocks, and the close
// of the window.
func (w *Window) listen() {
	canvas := w.Window.Canvas()
	for _, key := range []fyne.KeyName{fyne.KeyL, fyne.KeyF, fyne.KeyN} {
		canvas.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}, w.shortcut)
	}
	canvas.SetOnTypedKey(func(key *fyne.KeyEvent) {
		w.Noticed()
		w.key(key)
	})
	canvas.SetOnTypedRune(func(rune) { w.Noticed() })
	w.Runner.Every(time.Second, w.Tick)
	w.Runner.Every(ringStep, func() {
		if !w.Runner.Busy() {
			return
		}
		w.frame.step()
		if s, ok := w.open.(spinner); ok {
			s.Step()
		}
	})
	w.Window.SetCloseIntercept(w.close)
	w.Window.SetOnDropped(func(_ fyne.Position, dropped []fyne.URI) {
		w.Noticed()
		var paths []string
		for _, uri := range dropped {
			if uri.Scheme() == "file" {
				paths = append(paths, uri.Path())
			}
		}
		if d, ok := w.open.(dropper); ok {
			d.Drop(paths)
		}
	})
}

// close saves what is open and ends the program.
func (w *Window) close() {
	end := func() {
		w.Runner.Close()
		// A desk that does not close is gone with the process all the same.
		_ = w.Shell.Lock()
		w.Window.SetCloseIntercept(nil)
		w.Window.Close()
	}
	w.leaveOr(end, func() {
		w.ask(w.say("lock.not_saved"), w.tell(w.save.Why), w.say("close.anyway"), end)
	})
}

// shortcut does what a shortcut of the window says.
func (w *Window) shortcut(s fyne.Shortcut) {
	w.Noticed()
	if k, ok := w.open.(keyed); ok && k.Shortcut(s) {
		return
	}
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok || custom.Modifier != fyne.KeyModifierControl {
		return
	}
	switch custom.KeyName {
	case fyne.KeyL:
		w.Lock()
	case fyne.KeyF:
		w.find()
	case fyne.KeyN:
		if m, ok := w.open.(maker); ok {
			m.Make()
		}
	}
}

// key takes a key that nothing on the page uses.
func (w *Window) key(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyF1 && w.Window.Canvas().Overlays().Top() == nil {
		w.showKeys()
	}
}

func (w *Window) find() {
	if f, ok := w.open.(finder); ok {
		f.Find()
	}
}
