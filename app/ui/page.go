package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
)

// Page is one screen of the window. The Window makes it when a Route leads to
// it and drops it when another is shown: nothing of it is kept.
type Page interface {
	// Content is what the page shows. It is asked for once.
	Content() fyne.CanvasObject
	// Leave returns the work that saves what is open, nil for none. It is run
	// before the page goes: by navigation, lock and close. What it applies may
	// call Window.Stay, when something could not be saved.
	Leave() present.Job
}

// A Page that is one of these, too, gets more of the window.
type (
	// starter says what has the keyboard first.
	starter interface{ First() fyne.Focusable }
	// finder takes Ctrl F.
	finder interface{ Find() }
	// maker takes Ctrl N.
	maker interface{ Make() }
	// dropper takes files and folders that are dropped on the window.
	dropper interface{ Drop(paths []string) }
	// keyed has shortcuts of its own; it says whether one was.
	keyed interface{ Shortcut(fyne.Shortcut) bool }
	// spinner has rings that turn while it waits; it is called twelve times a
	// second while any job runs.
	spinner interface{ Step() }
	// shower says whether it can show a route without being made anew: the
	// editor, for another section of the referral that it has open.
	shower interface{ Show(present.Route) bool }
)
