package ui

import "harbour/app/present"

// page makes the page that a route leads to. Each page has one line here.
func (w *Window) page(r present.Route) Page {
	switch r.Page {
	case present.PageSetUp:
		return newSetUp(w)
	case present.PageUnlock:
		return newUnlock(w)
	case present.PageStart, present.PageReferrals:
		return newStart(w, r)
	case present.PageEditor:
		return newEditor(w, r)
	case present.PageHandOver:
		return newHandOver(w, r)
	case present.PageContacts:
		return newContacts(w, r)
	case present.PageInbox:
		return newInbox(w, r)
	case present.PageActivity:
		return newActivity(w)
	case present.PageSettings:
		return newSettings(w)
	case present.PageAbout:
		return newAbout(w)
	default:
		return newBlank(w, r)
	}
}
