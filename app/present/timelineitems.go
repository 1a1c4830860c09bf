package present

import (
	"slices"
	"time"

	"harbour/app/referral"
)

// timelineBuilder collects the items of one person.
type timelineBuilder struct {
	TimelineSource
	today  time.Time
	items  []TimeItem
	blocks map[string]int        // by the path of an element
	others map[referral.Code]int // dates said in another calendar
}

func newTimelineBuilder(s TimelineSource) *timelineBuilder {
	b := &timelineBuilder{TimelineSource: s, today: civil(s.Today), blocks: map[string]int{}, others: map[referral.Code]int{}}
	for _, f := range s.Findings {
		if f.Severity == referral.Blocks && f.State != referral.Explained {
			b.blocks[stepOf(f.Path, 0)+"/"+stepOf(f.Path, 1)]++
		}
	}
	return b
}

// openStatuses are those of a proceeding that is not over.
var openStatuses = []referral.Code{"open", "suspended", "on_appeal", "serving", "wanted"}

// discreet is the type of an event that is never named on a picture.
const discreet referral.Code = "SXV"

// owns reports whether something of that owner is drawn with the person: their
// own, and with the principal's what is nobody's.
func (b *timelineBuilder) owns(owner referral.ID) bool {
	if owner == b.Person {
		return true
	}
	return b.leads() && b.Referral.PersonByID(owner) == nil
}

func (b *timelineBuilder) leads() bool { return b.Person == b.Referral.PrincipalPersonID }

func (b *timelineBuilder) activities() {
	for i := range b.Referral.History {
		a := &b.Referral.History[i]
		if !b.owns(a.Person) {
			continue
		}
		item := TimeItem{
			Path: "history/" + string(a.ID), Section: string(referral.SectionHistory), Lane: laneOf(a.Kind),
			Title: b.activityTitle(a),
		}
		b.stretch(&item, a.From.Get(), a.To.Get(), a.Ongoing)
		b.add(item)
	}
}

func laneOf(kind referral.Code) string {
	switch kind {
	case referral.ActivityAddress, "":
		return LaneAddress
	case referral.ActivityDetention, referral.ActivityHiding:
		return LaneDetention
	case referral.ActivityTravel:
		return LaneMoves
	}
	return LaneWork
}

func (b *timelineBuilder) activityTitle(a *referral.Activity) string {
	place := a.Place.Get()
	if place == "" {
		place = b.label("country", a.Country.Get())
	}
	kind := b.label("activity_kind", a.Kind)
	switch a.Kind {
	case referral.ActivityAddress, "":
		return place
	case referral.ActivityWork, referral.ActivityStudy, referral.ActivityMilitary:
		if told := joined(", ", a.Organisation, a.Role); told != "" {
			return told
		}
		return joined(", ", kind, place)
	case referral.ActivityHiding:
		return kind // where somebody hid is not for a picture
	}
	return joined(", ", kind, place)
}

func (b *timelineBuilder) incidents() {
	for i := range b.Referral.Incidents {
		in := &b.Referral.Incidents[i]
		if !b.leads() && !slices.Contains(in.Victims, b.Person) {
			continue
		}
		item := TimeItem{
			Path: "incidents/" + string(in.ID), Section: string(referral.SectionEvents), Lane: LaneEvents,
			Shape: TimePoint, Title: b.incidentTitle(in), Said: in.When.Get().OriginalText,
		}
		b.point(&item, in.When.Get())
		b.add(item)
	}
}

// incidentTitle is the first type that may be named where others can see it.
func (b *timelineBuilder) incidentTitle(in *referral.Incident) string {
	for _, t := range in.Types.Get() {
		if t != discreet {
			return b.label("incident_type", t)
		}
	}
	return ""
}

func (b *timelineBuilder) proceedings() {
	for i := range b.Referral.Proceedings {
		p := &b.Referral.Proceedings[i]
		if !b.owns(p.Person) {
			continue
		}
		path, title := "proceedings/"+string(p.ID), b.label("proceeding_kind", p.Kind.Get())
		item := TimeItem{
			Path: path, Section: string(referral.SectionProceedings), Lane: LaneProceedings,
			Shape: TimeSquare, Title: title, Said: p.When.Get().OriginalText,
		}
		if early, _, ok := p.When.Get().Range(); ok && !early.After(b.today) && slices.Contains(openStatuses, p.CurrentStatus.Get()) {
			item.Shape = TimeBar
			item.Title = joined(", ", title, b.label("proceeding_status", p.CurrentStatus.Get()))
			b.stretch(&item, p.When.Get(), referral.FuzzyDate{}, true)
		} else {
			b.point(&item, p.When.Get())
		}
		b.add(item)
		if p.DetainedFrom.Given() || p.DetainedTo.Given() {
			b.held(p, path, title)
		}
	}
}

// held is the time in which somebody was detained in a proceeding.
func (b *timelineBuilder) held(p *referral.Proceeding, path, title string) {
	item := TimeItem{
		Path: path + "/detained_from", Section: string(referral.SectionProceedings), Lane: LaneDetention,
		Title: joined(", ", b.label("activity_kind", referral.ActivityDetention), title),
	}
	b.stretch(&item, p.DetainedFrom.Get(), p.DetainedTo.Get(), false)
	b.add(item)
}

// entry is when the person came to where they now are.
func (b *timelineBuilder) entry() {
	p := b.Referral.PersonByID(b.Person)
	if p == nil || !p.EntryDateAsylum.Given() {
		return
	}
	item := TimeItem{
		Path: "people/" + string(p.ID) + "/entry_date_asylum", Section: string(referral.SectionPeople), Lane: LaneMoves,
		Shape: TimePoint, Said: p.EntryDateAsylum.Get().OriginalText, Name: Message{Key: "timeline.entry.somewhere"},
	}
	if country := b.label("country", p.CurrentCountry.Get()); country != "" {
		item.Name = Message{Key: "timeline.entry", Args: map[string]any{"country": country}}
	}
	b.point(&item, p.EntryDateAsylum.Get())
	b.add(item)
}

// add takes an item in; one that nothing names gets the name of its lane.
func (b *timelineBuilder) add(item TimeItem) {
	if item.Title == "" && item.Name.Empty() {
		item.Name = Message{Key: "timeline.unnamed." + item.Lane}
	}
	item.Blocks = b.blocks[item.Path]
	b.items = append(b.items, item)
}

func (b *timelineBuilder) stretch(item *TimeItem, from, to referral.FuzzyDate, ongoing bool) {
	b.count(from, to)
	item.stretch(from, to, ongoing, b.today)
}

func (b *timelineBuilder) point(item *TimeItem, when referral.FuzzyDate) {
	b.count(when)
	item.point(when, b.today)
}

// count notes in which other calendars dates were said.
func (b *timelineBuilder) count(said ...referral.FuzzyDate) {
	for _, d := range said {
		if referral.YearIn(d.Calendar, b.today) > 0 {
			b.others[d.Calendar]++
		}
	}
}

// second is the other calendar in which most was said.
func (b *timelineBuilder) second() referral.Code {
	best := referral.Code("")
	for calendar, n := range b.others {
		if n > b.others[best] || n == b.others[best] && calendar < best {
			best = calendar
		}
	}
	return best
}

func (b *timelineBuilder) label(list string, code referral.Code) string {
	if code == "" {
		return ""
	}
	return b.Label(list, code)
}

// stretch sets the item from one date to another. A start or an end that is
// not known leaves the most that it can be, as the search for gaps takes it.
func (i *TimeItem) stretch(from, to referral.FuzzyDate, ongoing bool, today time.Time) {
	if i.Said, i.SaidEnd = from.OriginalText, to.OriginalText; ongoing {
		i.SaidEnd = "…"
	}
	early, surely, began := from.Range()
	least, late, ended := to.Range()
	if !began && !ended {
		return
	}
	if ongoing {
		least, late, ended = today, today, true
	}
	if late.IsZero() {
		late = today
	}
	i.Early, i.Late = early, late
	if late.Before(early) {
		i.Early, i.Late = late, early
		return
	}
	if began && ended && !surely.IsZero() && !least.IsZero() && !least.Before(surely) {
		i.SureFrom, i.SureUntil = surely, least
	}
}

// point sets the item at a day, or at some time within a range.
func (i *TimeItem) point(when referral.FuzzyDate, today time.Time) {
	early, late, ok := when.Range()
	if !ok {
		return
	}
	if late.IsZero() {
		late = today
		if late.Before(early) {
			late = early
		}
	}
	i.Early, i.Late = early, late
}
