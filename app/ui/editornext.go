package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// next moves the keyboard to the field after one, over the parts of a field
// that most answers leave as they are; after the last it opens what comes next.
func (e *editor) next(path string) {
	if !e.after(path) {
		e.onward()
	}
}

// after moves the keyboard to the field after one on the same page, and
// reports whether there is any: what was chosen must not turn the page.
func (e *editor) after(path string) bool {
	e.watchFocus()
	for _, at := range e.order[slices.Index(e.order, path)+1:] {
		if c := e.cells[at]; c.focus != nil && !c.filled {
			e.w.Window.Canvas().Focus(c.focus)
			e.watchFocus()
			e.reveal(c.object)
			return true
		}
	}
	return false
}

// onward opens what comes after the page: its next part, the next element of
// its list, or the next section.
func (e *editor) onward() {
	e.ed.Onward()
	e.rebuild()
	e.focusFirst()
}

// more adds a row to the short list that the keyboard is in, such as another
// name of the same person.
func (e *editor) more() {
	e.watchFocus()
	if e.touched == nil {
		return
	}
	for path := e.touched.path; path != ""; path = path[:max(strings.LastIndexByte(path, '/'), 0)] {
		if c, ok := e.cells[path]; ok && c.more != nil {
			c.more()
			return
		}
	}
}

// Make implements maker: it adds one more to the list that is open.
func (e *editor) Make() {
	if e.w.Window.Canvas().Overlays().Top() != nil {
		return
	}
	list, ok := e.ed.OpenList()
	if !ok {
		return
	}
	anchor := fyne.CanvasObject(e.scroll)
	if button, ok := e.adders[list.List].(fyne.CanvasObject); ok {
		anchor = button
	}
	e.addElement(anchor, list)
}
