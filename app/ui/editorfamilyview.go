package ui

import (
	"harbour/app/present"
	"harbour/app/ui/widgets"
)

// familyView puts the family into words.
func (e *editor) familyView() widgets.FamilyView {
	f := e.ed.Family()
	v := widgets.FamilyView{Rows: f.Rows}
	for i, key := range []string{"family.legend.case", "family.legend.named", "family.legend.relative"} {
		v.Legend[i] = e.w.say(key)
	}
	for _, p := range f.Places {
		v.Places = append(v.Places, e.familyPlace(p))
	}
	for _, p := range f.People {
		v.Nodes = append(v.Nodes, e.familyNode(p))
	}
	for _, c := range f.Couples {
		v.Couples = append(v.Couples, widgets.FamilyCouple{A: c.A, B: c.B, Marked: c.Union != "", Ended: c.Ended})
	}
	for _, d := range f.Descents {
		v.Descents = append(v.Descents, widgets.FamilyDescent(d))
	}
	return v
}

func (e *editor) familyPlace(p present.FamilyPlace) widgets.FamilyPlace {
	name := p.Name
	if name == "" {
		name = e.w.say("family.place_unknown")
	}
	detail := []string{p.Detail, ""}
	if p.People > 1 {
		detail[1] = e.w.say("family.together", "n", p.People)
	}
	return widgets.FamilyPlace{Name: name, Detail: joinedBy(" · ", detail...), Brief: p.Detail, Add: e.w.say("family.add_in", "place", name), Width: p.Width}
}

func (e *editor) familyNode(p present.FamilyPerson) widgets.FamilyNode {
	n := widgets.FamilyNode{
		ID: p.ID, Name: p.Name, Native: p.Native, Initials: initialsOf(p.Full), Line: e.w.tell(p.Relation), State: e.w.tell(p.State.Words),
		Bar: widgets.BarNone, Place: p.Place, Row: p.Row, X: p.X, Up: p.Up, Down: p.Down, Before: p.Before, After: p.After,
	}
	if year, ok := p.State.Words.Args["year"]; ok && e.folded {
		n.State = e.w.say("family.state."+p.State.Key+"_brief", "year", year)
	}
	if n.Name == "" {
		n.Name = e.w.say("family.no_name")
	}
	if p.Age != nil {
		n.Line = e.w.say("family.line", "relation", n.Line, "age", e.shortAge(*p.Age, p.About))
	}
	switch p.Membership {
	case present.InCase:
		n.Bar = widgets.BarFilled
	case present.Named:
		n.Bar = widgets.BarHollow
	}
	n.Icon, n.Tone = familySign(p.State)
	return n
}

// shortAge is an age as it stands on a node.
func (e *editor) shortAge(a present.Ages, about bool) string {
	key := "family.age"
	if about {
		key = "family.age_about"
	}
	switch {
	case a.Oldest < 0:
		return e.w.say("family.age_least", "n", a.Youngest)
	case a.Youngest == a.Oldest:
		return e.w.say(key, "n", a.Youngest)
	case about:
		return e.w.say(key, "n", (a.Youngest+a.Oldest)/2)
	}
	return e.w.say("family.age_range", "from", a.Youngest, "to", a.Oldest)
}

// familySign is the icon of a state and how grave it is.
func familySign(s present.FamilyState) (icon string, tone widgets.Tone) {
	switch s.Key {
	case present.StateTravels, present.StateOwnCase:
		return "arrow", widgets.Neutral
	case present.StateStays:
		return "place", widgets.Neutral
	case present.StateDetained:
		return "lock", widgets.Red
	case present.StateMissing:
		return "question", widgets.Red
	case present.StateUnknown:
		return "question", widgets.Amber
	case present.StateClock:
		return "calendar", clockTone(*s.Clock)
	}
	return "minus", widgets.Neutral
}
