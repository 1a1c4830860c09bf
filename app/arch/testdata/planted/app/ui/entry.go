package ui

import (
	"fyne.io/fyne/v2"
	field "fyne.io/fyne/v2/widget"
)

func ask() {
	field.NewPasswordEntry() // want: passphrase in a text field
	fyne.Do(ask)             // want: calls to the window thread
	fyne.DoAndWait(ask)      // want: calls to the window thread
}
