package present

import (
	"strings"

	"harbour/app/referral"
)

// CardList is a list of the section's page whose elements open.
type CardList struct {
	List   string // such as people; its words stand under "list." and this
	Cards  []ElementCard
	Fixed  bool     // nothing is added or taken out here
	Adding []Option // what is chosen before an element is made; none: it is made at once
	First  string   // the member that is chosen
}

// ElementCard is one element of the list.
type ElementCard struct {
	Path   string
	Title  string // empty: nothing is known yet
	Native string
	Line   []string // parts of the second line, in words
	Age    *Ages
	Clock  *Clock // of a child who is near the age that ends dependence
	Person string // id, for the colour of the disc
	Share  float64
	Blocks int
	Looks  int
	Files  int
	Keep   bool // cannot be taken out
}

// Ages is what can be said of an age.
type Ages struct{ Youngest, Oldest int }

func (e *Editor) cards(p *sectionPlan, l *listPlan) CardList {
	all := CardList{List: l.at, Fixed: l.fixed, First: l.first}
	if !l.fixed {
		all.Adding = e.startOptions(l)
	}
	v, ok := e.at(l.at)
	if !ok {
		return all
	}
	for i := range v.Len() {
		c := e.card(l.at + "/" + keyOf(v.Index(i)))
		c.Share, c.Blocks, c.Looks = e.shareOf(c.Path, p.section)
		all.Cards = append(all.Cards, c)
	}
	return all
}

func (e *Editor) card(path string) ElementCard {
	c := ElementCard{Path: path, Title: e.nameOf(path)}
	v, _ := e.at(path)
	switch x := v.Addr().Interface().(type) {
	case *referral.Person:
		e.personCard(&c, x)
	case *referral.Union:
		c.add(e.label("union_kind", x.Kind), x.From.Get().OriginalText, x.Place)
	case *referral.HRDProfile:
		c.Person = string(x.Person)
		c.add(e.labels("hrd_role", x.Roles.Get())...)
	case *referral.Incident:
		c.add(x.When.Get().OriginalText, e.label("country", x.Country.Get()), x.Area)
	case *referral.Consent:
		c.Person = string(x.Person)
		c.add(e.label("consent_method", x.Method), string(x.Date))
		c.add(e.labels("recipient_role", x.ScopeRecipients)...)
	case *referral.Document:
		c.Files = len(x.Attachments)
		c.add(e.label("document_state", x.State), x.Number, x.ReasonMissing)
	default:
		e.moreCard(&c, x)
	}
	return c
}

// moreCard is the card of what is mostly about one person.
func (e *Editor) moreCard(c *ElementCard, element any) {
	if owned, ok := element.(referral.Owned); ok {
		c.Person = string(owned.Owner())
	}
	switch x := element.(type) {
	case *referral.Activity:
		c.add(e.label("activity_kind", x.Kind), span(x.From.Get(), x.To.Get(), x.Ongoing), x.Place.Get())
	case *referral.Proceeding:
		c.add(e.label("proceeding_kind", x.Kind.Get()), x.When.Get().OriginalText, e.label("proceeding_status", x.CurrentStatus.Get()))
	case *referral.ChildProtection:
		c.add(e.label("child_with_whom", x.WithWhom.Get()), e.label("separated_child", x.SeparatedOrUnaccompanied.Get()))
	case *referral.Referee:
		c.Person = ""
		c.add(x.Position, x.Organisation)
	case *referral.Session:
		c.add(e.label("session_mode", x.Mode.Get()), e.label("place_type", x.PlaceType), e.peopleNames(x.Present))
	case *referral.SafeContact:
		c.add(e.label("contact_channel", x.Channel.Get()), x.SafeHours)
	case *referral.Screening:
		c.add(string(x.AskedOn))
	case *referral.Apart:
		c.add(e.label("withheld_reason", x.Why), string(x.ToldOn))
	}
}

// span is a time in the words in which its ends were said.
func span(from, to referral.FuzzyDate, ongoing bool) string {
	end := to.OriginalText
	if ongoing {
		end = "…"
	}
	return joined(" – ", from.OriginalText, end)
}

func (e *Editor) peopleNames(ids []referral.ID) string {
	var names []string
	for _, id := range ids {
		names = append(names, e.personName(id))
	}
	return strings.Join(names, ", ")
}

func (e *Editor) personCard(c *ElementCard, p *referral.Person) {
	c.Person, c.Native = string(p.ID), p.NativeName()
	c.Keep = p.ID == e.c.Referral.PrincipalPersonID
	relation := e.label("relationship", p.RelationshipToPA.Get())
	if c.Keep {
		relation = e.label("case_role", referral.RolePrincipal)
	}
	c.add(relation)
	if age := p.BirthDate.Get().Age(e.now()); age.Known && p.PersonState.Get() != referral.Deceased {
		c.Age = &Ages{age.Youngest, age.Oldest}
	}
	if clock, ok := e.Clock(c.Person); ok {
		c.Clock = &clock
	}
	if !c.Keep {
		c.add(e.label("case_role", p.CaseRole))
	}
	if p.PersonState.Given() && p.PersonState.Get() != referral.Alive {
		c.add(e.label("person_state", p.PersonState.Get()))
	}
	c.add(p.CityArea.Get())
}

// add adds the parts that say something.
func (c *ElementCard) add(parts ...string) {
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			c.Line = append(c.Line, p)
		}
	}
}

func (e *Editor) labels(name string, codes []referral.Code) []string {
	var all []string
	for _, c := range codes {
		all = append(all, e.label(name, c))
	}
	return all
}

// nameOf is what an element is called.
func (e *Editor) nameOf(path string) string {
	v, ok := e.at(path)
	if !ok {
		return ""
	}
	switch x := v.Addr().Interface().(type) {
	case *referral.Person:
		return e.personName(x.ID)
	case *referral.Union:
		return joined(" · ", e.personName(x.A), e.personName(x.B))
	case *referral.HRDProfile:
		return e.personName(x.Person)
	case *referral.Incident:
		return strings.Join(e.labels("incident_type", x.Types.Get()[:min(1, len(x.Types.Get()))]), "")
	case *referral.Consent:
		return e.personName(x.Person)
	case *referral.Document:
		return e.paperName(*x)
	case *referral.Referee:
		return x.Name
	case *referral.Session:
		return string(x.Date)
	case referral.Owned:
		return e.personName(x.Owner())
	}
	return ""
}

func joined(by string, parts ...string) string {
	var all []string
	for _, p := range parts {
		if p != "" {
			all = append(all, p)
		}
	}
	return strings.Join(all, by)
}

// shareOf is how much of the element's fields in this section has an answer,
// and what readiness has open about it.
func (e *Editor) shareOf(path string, section referral.Section) (share float64, blocks, looks int) {
	for _, f := range e.report.Findings {
		if f.State == referral.Explained || f.Section != section || !referral.Within(f.Path, path) {
			continue
		}
		if f.Severity == referral.Blocks {
			blocks++
		} else {
			looks++
		}
	}
	if blocks+looks == 0 {
		return 1, 0, 0
	}
	answered, all := 0, 0
	for _, rule := range e.needed(section, path) {
		for _, place := range e.c.Referral.Places(rule) {
			if referral.Within(place.Path, path) {
				all++
				if state, _ := place.State(); place.Given() || state != "" && state != referral.Pending {
					answered++
				}
			}
		}
	}
	if all == 0 {
		return 0, blocks, looks
	}
	return float64(answered) / float64(all), blocks, looks
}

// needed lists the patterns that the requirement set asks for in a section and
// that may lie within path.
func (e *Editor) needed(section referral.Section, path string) []string {
	set, _ := e.desk.Book.SetFor(e.c.Referral.Pathway.Get())
	var all []string
	for _, rule := range set.Rules {
		if rule.Check == referral.CheckAnswered && stepOf(rule.At, 0) == stepOf(path, 0) &&
			(rule.Section == section || rule.Section == "" && referral.SectionOf(rule.At) == section) {
			all = append(all, rule.At)
		}
	}
	return all
}
