package present

import "strings"

// Onward opens what comes after the open page: its next part, then the first
// element of the section's list or the next of the same list, then the next
// section. So the whole referral can be walked in one direction.
func (e *Editor) Onward() {
	p := e.page()
	if at := e.part[p.key()]; at+1 < len(p.parts) {
		e.ShowPart(at + 1)
		return
	}
	if next := e.elementAfter(p); next != "" {
		e.Show(string(p.plan.section), next)
		return
	}
	e.Step(1)
}

// elementAfter is the element that comes after the page, empty for none.
func (e *Editor) elementAfter(p openPage) string {
	var all []string
	for i := range p.plan.lists {
		l := &p.plan.lists[i]
		if e.locked(p.plan.section) {
			continue
		}
		list, ok := e.at(l.at)
		if !ok {
			continue
		}
		for j := range list.Len() {
			all = append(all, l.at+"/"+keyOf(list.Index(j)))
		}
	}
	if p.element == "" && len(all) > 0 {
		return all[0]
	}
	for i, at := range all {
		if at == p.element && i+1 < len(all) {
			return all[i+1]
		}
	}
	return ""
}

// OpenList returns the list that one more is added to: that of the open
// element, or the first of the section.
func (e *Editor) OpenList() (CardList, bool) {
	p := e.page()
	if e.locked(p.plan.section) {
		return CardList{}, false
	}
	own, _, _ := strings.Cut(p.element, "/")
	for i := range p.plan.lists {
		if l := &p.plan.lists[i]; !l.fixed && (own == "" || l.at == own) {
			return e.cards(p.plan, l), true
		}
	}
	return CardList{}, false
}
