package ui

import "harbour/app/present"

// page makes the page that a route leads to. Each page has one line here.
func (w *Window) page(r present.Route) Page {
	switch r.Page {
	default:
		return newBlank(w, r)
	}
}
