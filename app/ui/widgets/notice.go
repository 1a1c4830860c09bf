package widgets

import "fyne.io/fyne/v2"

// Watcher is a window's content that wants to know when something is typed
// anywhere in the window: to see that a person is there, and to hear the keys
// that work on every page.
type Watcher interface {
	// Noticed is told that a letter or a key was typed.
	Noticed()
	// Key is told of a key that nothing else used.
	Key(key *fyne.KeyEvent)
	// Shortcut is told of a shortcut typed into a field: the toolkit gives it
	// to the field alone.
	Shortcut(shortcut fyne.Shortcut)
}

// watcherOf finds the watcher of the window that an object stands in.
func watcherOf(object fyne.CanvasObject) Watcher {
	on := canvasOf(object)
	if on == nil {
		return nil
	}
	w, _ := on.Content().(Watcher)
	return w
}

// noticed says that something was typed into an object.
func noticed(object fyne.CanvasObject) {
	if w := watcherOf(object); w != nil {
		w.Noticed()
	}
}

// passKey hands a key on that an object does not use.
func passKey(object fyne.CanvasObject, key *fyne.KeyEvent) {
	if w := watcherOf(object); w != nil {
		w.Key(key)
	}
}

// passShortcut hands a shortcut on that was typed into an object.
func passShortcut(object fyne.CanvasObject, shortcut fyne.Shortcut) {
	if w := watcherOf(object); w != nil {
		w.Shortcut(shortcut)
	}
}
