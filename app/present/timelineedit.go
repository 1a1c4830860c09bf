package present

import (
	"slices"
	"time"

	"harbour/app/referral"
)

// The kinds of what is added from a timeline that are no activity.
const (
	TimeIncident   = "incident"
	TimeProceeding = "proceeding"
)

// TimelineShown reports whether a section has a timeline on top.
func TimelineShown(section string) bool {
	switch referral.Section(section) {
	case referral.SectionEvents, referral.SectionHistory, referral.SectionProceedings:
		return true
	}
	return false
}

// Timeline draws the years of a person, of the principal where the id is empty
// or nobody's.
func (e *Editor) Timeline(person string) Timeline {
	id := referral.ID(person)
	if e.c.Referral.PersonByID(id) == nil {
		id = e.c.Referral.PrincipalPersonID
	}
	set, _ := e.desk.Book.SetFor(e.c.Referral.Pathway.Get())
	var rules []string
	for _, rule := range set.Rules {
		if rule.Check == referral.CheckHistoryGap {
			rules = append(rules, rule.ID)
		}
	}
	return NewTimeline(TimelineSource{
		Referral: &e.c.Referral, Person: id, Today: e.now(), Findings: e.report.Findings, GapRules: rules, Label: e.label,
	})
}

// TimelinePeople are those whose years can be drawn: the principal first, then
// each adult, and whoever has a history or a proceeding.
func (e *Editor) TimelinePeople() []Option {
	r := &e.c.Referral
	all := e.peopleOptions(func(p *referral.Person) bool { return p.ID != r.PrincipalPersonID && e.hasYears(p) })
	if lead := r.Principal(); lead != nil {
		all = slices.Insert(all, 0, Option{string(lead.ID), e.personName(lead.ID)})
	}
	return all
}

func (e *Editor) hasYears(p *referral.Person) bool {
	r := &e.c.Referral
	return p.Adult(e.now()) ||
		slices.ContainsFunc(r.History, func(a referral.Activity) bool { return a.Person == p.ID }) ||
		slices.ContainsFunc(r.Proceedings, func(x referral.Proceeding) bool { return x.Person == p.ID })
}

// TimelineList is the list that the open section adds to, without its cards.
func (e *Editor) TimelineList() CardList {
	for i := range e.page().plan.lists {
		if l := &e.page().plan.lists[i]; !l.fixed {
			return CardList{List: l.at, Adding: e.startOptions(l), First: l.first}
		}
	}
	return CardList{Fixed: true}
}

// TimelineOwner is on whose timeline the element at a path stands, empty where
// that is the principal's or nobody's.
func (e *Editor) TimelineOwner(path string) string {
	v, ok := e.at(joined("/", stepOf(path, 0), stepOf(path, 1)))
	if !ok || stepOf(path, 1) == "" {
		return ""
	}
	if owned, ok := v.Addr().Interface().(referral.Owned); ok {
		return string(owned.Owner())
	}
	return ""
}

// TimelineKinds are what can be added at a lane: its own kinds first. Their
// words stand under "timeline.add." and the key. Kinds whose section the editor
// lacks are left out.
func (e *Editor) TimelineKinds(lane string) []string {
	kinds := []string{
		TimeIncident, string(referral.ActivityAddress), string(referral.ActivityWork), string(referral.ActivityStudy),
		string(referral.ActivityDetention), string(referral.ActivityHiding), string(referral.ActivityTravel), TimeProceeding,
	}
	kinds = slices.DeleteFunc(kinds, func(kind string) bool { return e.planOf(referral.SectionOf(listOfKind(kind))) < 0 })
	slices.SortStableFunc(kinds, func(a, b string) int { return rankIn(lane, a) - rankIn(lane, b) })
	return kinds
}

func rankIn(lane, kind string) int {
	own := laneOf(referral.Code(kind))
	switch kind {
	case TimeIncident:
		own = LaneEvents
	case TimeProceeding:
		own = LaneProceedings
	}
	if own == lane {
		return 0
	}
	return 1
}

func listOfKind(kind string) string {
	switch kind {
	case TimeIncident:
		return "incidents"
	case TimeProceeding:
		return "proceedings"
	}
	return "history"
}

// TimeSpot is where on a timeline something is added. Both days are zero where
// the time is not known; Gap says that it is to fill all of it.
type TimeSpot struct {
	From, Until time.Time
	Gap         bool
}

// AddAtTime makes a new element of a kind for a person, opens it, and returns
// its section and path. The time is typed into its dates for the person to
// confirm: marked as uncertain, never as a fact.
func (e *Editor) AddAtTime(kind, person string, at TimeSpot) (section, path string) {
	list := listOfKind(kind)
	switch list {
	case "incidents":
		path = e.Add(list)
		if person != "" && person != string(e.c.Referral.PrincipalPersonID) {
			e.SetChosen(path+"/victims", []string{person})
		}
		e.setRough(path+"/when", at.text())
	case "proceedings":
		path = e.Add(list, Member{"person", person})
		e.setRough(path+"/when", at.text())
	default:
		path = e.Add(list, Member{"person", person}, Member{"kind", kind})
		from, to := at.ends()
		e.setRough(path+"/from", from)
		e.setRough(path+"/to", to)
	}
	section = string(referral.SectionOf(path))
	e.closeChange()
	e.Show(section, path)
	return section, path
}

// setRough types a date that nobody has confirmed yet.
func (e *Editor) setRough(path, text string) {
	if text == "" {
		return
	}
	e.SetDate(path, text, string(referral.Gregorian))
	e.SetQuality(path, string(referral.Estimated))
}

// text is the time as it would be typed: the question mark says that it is to
// be confirmed.
func (s TimeSpot) text() string {
	if s.From.IsZero() {
		return ""
	}
	if from, to := s.ends(); to != "" {
		return from + "/" + to
	}
	return rough(s.From, s.Until)
}

// ends are the first and the last day of what is to be filled, or when it
// began alone.
func (s TimeSpot) ends() (from, to string) {
	switch {
	case s.From.IsZero():
		return "", ""
	case s.Gap:
		return rough(s.From, s.From), rough(s.Until, s.Until)
	}
	return rough(s.From, s.Until), ""
}

// rough writes a year, a month or a day as EDTF has them, uncertain.
func rough(from, until time.Time) string {
	layout := time.DateOnly
	switch {
	case from.YearDay() == 1 && until.Equal(from.AddDate(1, 0, -1)):
		layout = "2006"
	case from.Day() == 1 && until.Equal(from.AddDate(0, 1, -1)):
		layout = "2006-01"
	}
	return from.Format(layout) + "?"
}
