package present

import (
	"strings"

	"harbour/app/referral"
)

// openPage is what of a section is open: its own fields and lists, or one element.
type openPage struct {
	plan    *sectionPlan
	list    *listPlan // of the element
	element string    // path of the element, empty for the section itself
	parts   []partPlan
}

// key names the page for the part that was shown of it last.
func (p openPage) key() string { return string(p.plan.section) + " " + p.element }

// page follows the place: the element in which its path stands, if it is of a
// list of the section.
func (e *Editor) page() openPage {
	p := openPage{plan: &e.plans[e.planOf(e.place.Section)]}
	p.parts = p.plan.parts
	steps := strings.Split(e.place.Path, "/")
	for i := range p.plan.lists {
		l := &p.plan.lists[i]
		if len(steps) < 2 || steps[0] != l.at || e.ownField(p.plan, e.place.Path) {
			continue
		}
		element := l.at + "/" + steps[1]
		if _, ok := e.at(element); ok {
			p.list, p.element, p.parts = l, element, l.parts
		}
	}
	return p
}

// ownField reports whether the path is a field of the section's own page.
func (e *Editor) ownField(p *sectionPlan, path string) bool {
	for _, part := range p.parts {
		for _, s := range part.fields {
			if matches(s.at, path) {
				return true
			}
		}
	}
	return false
}

// partOf returns the part of the page in which path stands, -1 for none.
func (e *Editor) partOf(p openPage, path string) int {
	for i, part := range p.parts {
		for _, s := range part.fields {
			if matches(s.at, path) || (s.kind == KindGroup || s.kind == KindAttachment) && under(s.at, path) {
				return i
			}
		}
	}
	return -1
}

// matches reports whether the pattern leads to path.
func matches(pattern, path string) bool {
	return len(strings.Split(pattern, "/")) == len(strings.Split(path, "/")) && under(pattern, path)
}

// under reports whether path is what the pattern leads to, or within it.
func under(pattern, path string) bool {
	p, s := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(s) < len(p) {
		return false
	}
	for i, step := range p {
		if step != s[i] && step != referral.Every {
			return false
		}
	}
	return true
}

// EditorView is what the open page shows.
type EditorView struct {
	Section string
	Element string // path of the open element, empty for the section itself
	Title   string // of the element; empty where the section's name is the title
	Parts   []string
	Part    int
	Fields  []Field
	Lists   []CardList // of the section itself
	Locked  bool       // a compartment that asks for the passphrase
	Extra   string     // what else the element may do
}

// View returns what the open page shows now.
func (e *Editor) View() EditorView {
	p := e.page()
	v := EditorView{Section: string(p.plan.section), Element: p.element}
	if e.locked(p.plan.section) {
		v.Locked = true
		return v
	}
	if p.element != "" {
		v.Title = e.nameOf(p.element)
	}
	v.Part = min(e.part[p.key()], max(len(p.parts)-1, 0))
	for i, part := range p.parts {
		v.Parts = append(v.Parts, part.name)
		if i == v.Part {
			v.Fields = e.fields(part.fields, p.element)
		}
	}
	if p.element == "" {
		for i := range p.plan.lists {
			v.Lists = append(v.Lists, e.cards(p.plan, &p.plan.lists[i]))
		}
	}
	return v
}

// ShowPart opens a part of the page.
func (e *Editor) ShowPart(i int) {
	e.closeChange()
	p := e.page()
	e.part[p.key()] = i
	e.place.Path, e.place.Cursor = p.element, 0
}

// Back closes the open element: the section's own page is shown, or the picture
// of the family from which it was opened.
func (e *Editor) Back() {
	section := e.place.Section
	if e.FromFamily() {
		section = referral.SectionFamily
	}
	e.family.person = ""
	e.Show(string(section), "")
}
