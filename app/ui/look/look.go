// Package look is Harbour's design language as data: colours, type, measures, icons
// and the theme that carries them to Fyne. It never lays out or draws a widget, and it
// never asks the system for its light or dark setting: the program decides.
package look
