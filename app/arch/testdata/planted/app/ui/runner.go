package ui

import "fyne.io/fyne/v2"

// The one place where this is right.
func run() {
	go fyne.Do(ask)
}
