package ui

import "harbour/app/present"

// Paths are the fields of the open page, in the order of Tab.
func (e *editor) Paths() []string { return e.order }

// At is the field that has the keyboard, empty for none.
func (e *editor) At() string {
	e.watchFocus()
	if e.touched == nil {
		return ""
	}
	return e.touched.path
}

// State is what the page shows.
func (e *editor) State() *present.Editor { return e.ed }
