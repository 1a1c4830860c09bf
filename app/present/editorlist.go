package present

import (
	"reflect"
	"slices"
	"strings"

	"harbour/app/referral"
)

// startOptions are what is chosen before an element of a list is made.
func (e *Editor) startOptions(l *listPlan) []Option {
	switch l.first {
	case "person", "a":
		return e.peopleOptions(nil)
	case "child":
		return e.peopleOptions(func(p *referral.Person) bool {
			return !p.BirthDate.Get().Age(e.now()).SurelyAtLeast(referral.Adulthood)
		})
	case "type":
		return e.vocabulary("document_type")
	case "setting":
		return e.vocabulary("setting")
	}
	return nil
}

// Roles are the roles of anybody but the principal, who is there from the start.
func (e *Editor) Roles() []Option {
	return slices.DeleteFunc(e.vocabulary("case_role"), func(o Option) bool {
		return o.Key == string(referral.RolePrincipal) && e.c.Referral.Principal() != nil
	})
}

// Relationships are the ways in which somebody may belong to the principal.
func (e *Editor) Relationships() []Option {
	return slices.DeleteFunc(e.vocabulary("relationship"), func(o Option) bool { return o.Key == string(referral.RelSelf) })
}

// adding are what is chosen before an element of a group is made.
func (e *Editor) adding(s spec, path string) []Option {
	if s.first == "" {
		return nil
	}
	if s.first == "person" {
		self := referral.ID(stepOf(path, 1))
		return e.peopleOptions(func(p *referral.Person) bool { return p.ID != self })
	}
	for _, f := range s.group {
		if f.at == s.at+"/"+referral.Every+"/"+s.first {
			return e.vocabulary(f.vocabulary)
		}
	}
	return nil
}

// Member is a member of a new element and its value.
type Member struct{ Name, Value string }

// Add makes an element of the list at path, opens it where it has a page, and
// returns its path.
func (e *Editor) Add(path string, sets ...Member) string {
	v, ok := e.at(path)
	if !ok {
		return ""
	}
	list := listAt(v)
	element := reflect.New(list.Type().Elem()).Elem()
	if id := element.FieldByName("ID"); id.IsValid() {
		id.SetString(string(e.desk.NewID()))
	}
	for _, s := range sets {
		if member, ok := stepInto(element, s.Name); ok {
			// A value that does not fit is for the person to mend in its field.
			_ = setText(member, s.Value)
		}
	}
	at := path + "/" + keyOf(element)
	if _, there := e.at(at); there {
		return at
	}
	next := cloneValue(v)
	grown := reflect.Append(cloneValue(list), element)
	putSpot(next, grown)
	e.closeChange()
	e.change(path, next)
	e.closeChange()
	e.place.Path = at
	return at
}

// Remove takes an element out, and a person with what is theirs alone. Undo
// brings it back.
func (e *Editor) Remove(path string) {
	i := strings.LastIndexByte(path, '/')
	v, ok := e.at(path[:max(i, 0)])
	if !ok {
		return
	}
	e.closeChange()
	if path[:i] == "people" {
		e.removePerson(referral.ID(path[i+1:]))
		return
	}
	if path[:i] == "documents" {
		e.removeDocument(referral.ID(path[i+1:]))
		return
	}
	list, next := listAt(v), cloneValue(v)
	kept := reflect.MakeSlice(list.Type(), 0, list.Len())
	for j := range list.Len() {
		if keyOf(list.Index(j)) != path[i+1:] {
			kept = reflect.Append(kept, list.Index(j))
		}
	}
	if kept.Len() == 0 {
		clearSpot(next)
	} else {
		putSpot(next, kept)
	}
	e.change(path[:i], next)
	e.closeChange()
	e.place.Path = ""
}

// CanRemove reports whether the element may be taken out where it is open: the
// principal may not, and nobody from within the family.
func (e *Editor) CanRemove(path string) bool {
	p := e.page()
	lead := "people/" + string(e.c.Referral.PrincipalPersonID)
	return p.list != nil && !p.list.fixed && p.element == path && path != lead
}

// removePerson takes a person out of every list: of nobody can be said who
// their parents are when these are no longer there.
func (e *Editor) removePerson(id referral.ID) {
	next := cloneReferral(e.c.Referral)
	next.People = slices.DeleteFunc(next.People, func(p referral.Person) bool { return p.ID == id })
	for i := range next.People {
		p := &next.People[i]
		p.Parents = slices.DeleteFunc(p.Parents, func(parent referral.Parent) bool { return parent.Person == id })
	}
	next.Unions = slices.DeleteFunc(next.Unions, func(u referral.Union) bool { return u.A == id || u.B == id })
	next.Work = slices.DeleteFunc(next.Work, func(w referral.HRDProfile) bool { return w.Person == id })
	next.Consents = slices.DeleteFunc(next.Consents, func(c referral.Consent) bool { return c.Person == id })
	next.Referees = slices.DeleteFunc(next.Referees, func(x referral.Referee) bool { return x.Person == id })
	next.History = slices.DeleteFunc(next.History, func(h referral.Activity) bool { return h.Person == id })
	next.Proceedings = slices.DeleteFunc(next.Proceedings, func(p referral.Proceeding) bool { return p.Person == id })
	next.Children = slices.DeleteFunc(next.Children, func(c referral.ChildProtection) bool { return c.Child == id })
	removeNeeds(&next, id)
	for i := range next.Sessions {
		s := &next.Sessions[i]
		s.Present = slices.DeleteFunc(s.Present, func(of referral.ID) bool { return of == id })
	}
	for i := range next.Documents {
		next.Documents[i].Of = slices.DeleteFunc(next.Documents[i].Of, func(of referral.ID) bool { return of == id })
	}
	for i := range next.Incidents {
		in := &next.Incidents[i]
		in.Victims = slices.DeleteFunc(in.Victims, func(of referral.ID) bool { return of == id })
	}
	e.change("", reflect.ValueOf(next))
	e.closeChange()
	e.place.Path = ""
}

// removeNeeds takes out the needs of one person. Where none is left, nobody has
// said that there are none.
func removeNeeds(r *referral.Referral, id referral.ID) {
	if !r.Needs.Given() || len(r.Needs.Get()) == 0 {
		return
	}
	kept := slices.DeleteFunc(r.Needs.Get(), func(n referral.SpecificNeed) bool { return n.Person == id })
	if r.Needs.Value = &kept; len(kept) == 0 {
		r.Needs.Value = nil
	}
}

// withheld are the rows of what a person keeps back.
func (e *Editor) withheld(v reflect.Value) []GroupRow {
	var rows []GroupRow
	list, _ := v.Interface().([]referral.Withheld)
	for _, w := range list {
		rows = append(rows, GroupRow{Path: w.Path, Title: e.withheldName(w.Path), Detail: e.label("withheld_reason", w.Why)})
	}
	return rows
}

func (e *Editor) withheldName(path string) string {
	for _, o := range e.withholdable() {
		if o.Key == path {
			return o.Words
		}
	}
	return path
}

// withholdable are what a person may keep back: papers, and what happened.
func (e *Editor) withholdable() []Option {
	var all []Option
	for _, d := range e.c.Referral.Documents {
		all = append(all, Option{"documents/" + string(d.ID), e.paperName(d)})
	}
	for _, in := range e.c.Referral.Incidents {
		path := "incidents/" + string(in.ID)
		all = append(all, Option{path, e.nameOf(path)})
	}
	return all
}

// Reasons are why something may be kept back.
func (e *Editor) Reasons() []Option { return e.vocabulary("withheld_reason") }

// Withhold keeps what stands at path out of a consent, for a reason.
func (e *Editor) Withhold(consent, path, why string) {
	e.setWithheld(consent, func(list []referral.Withheld) []referral.Withheld {
		list = slices.DeleteFunc(list, func(w referral.Withheld) bool { return w.Path == path })
		return append(list, referral.Withheld{Path: path, Why: referral.Code(why)})
	})
}

// Release takes back that something is withheld.
func (e *Editor) Release(consent, path string) {
	e.setWithheld(consent, func(list []referral.Withheld) []referral.Withheld {
		return slices.DeleteFunc(list, func(w referral.Withheld) bool { return w.Path == path })
	})
}

func (e *Editor) setWithheld(consent string, by func([]referral.Withheld) []referral.Withheld) {
	at := consent + "/withheld_items"
	v, ok := e.at(at)
	if !ok {
		return
	}
	list := cloneValue(v).Interface().([]referral.Withheld)
	e.closeChange()
	e.change(at, reflect.ValueOf(by(list)))
	e.closeChange()
}
