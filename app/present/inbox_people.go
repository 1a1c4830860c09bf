package present

import (
	"strings"

	"harbour/app/referral"
)

// peopleGroups are the main person and the family, as an office reads them.
func (f readingForm) peopleGroups() []ReadingGroup {
	var groups []ReadingGroup
	if lead := f.Principal(); lead != nil {
		groups = append(groups, f.leadRows(lead).group("inbox.main_person", "", "")...)
	}
	var family []ReadingPerson
	for n := range f.People {
		if p := &f.People[n]; p.ID != f.PrincipalPersonID {
			family = append(family, f.person(p))
		}
	}
	if len(family) > 0 {
		groups = append(groups, ReadingGroup{HeadKey: "inbox.family", People: family})
	}
	return groups
}

func (f readingForm) leadRows(p *referral.Person) readingRows {
	var r readingRows
	if name := p.PrimaryName(); name != nil {
		r = append(r, ReadingRow{Key: "inbox.row.name." + nameKind(name.Kind), Value: name.Full, Native: p.NativeName(), Note: f.otherNames(p, name)})
	}
	r.date("inbox.row.born", f, p.BirthDate, true)
	r.text("inbox.row.birth_place", inOneLine(p.BirthCity, f.label("country", p.BirthCountry.Get())))
	readAnswer(&r, "inbox.row.nationality", p.Nationalities, func(list []referral.Nationality) string {
		var words []string
		for _, n := range list {
			words = append(words, f.label("country", n.Country))
		}
		return strings.Join(words, ", ")
	})
	readAnswer(&r, "inbox.row.lives_in", p.CityArea, func(city string) string {
		return inOneLine(city, f.label("country", p.CurrentCountry.Get()))
	})
	readAnswer(&r, "inbox.row.status", p.AsylumStatus, f.in("asylum_status"))
	r.date("inbox.row.since", f, p.AsylumSince, false)
	readAnswer(&r, "inbox.row.danger", p.LocationRisk, f.in("location_risk"))
	readAnswer(&r, "inbox.row.married", p.MaritalStatus, f.in("marital_status"))
	readAnswer(&r, "inbox.row.languages", p.Languages, func(list []referral.Language) string {
		var words []string
		for _, l := range list {
			words = append(words, f.label("language", l.Code))
		}
		return strings.Join(words, ", ")
	})
	return r
}

// nameKind is the kind of a name that has a label of its own.
func nameKind(kind referral.Code) string {
	if kind == "passport" {
		return "passport"
	}
	return "other"
}

// otherNames are the names besides the first, each with its kind.
func (f readingForm) otherNames(p *referral.Person, shown *referral.Name) string {
	var names []string
	for n := range p.Names {
		name := &p.Names[n]
		if name == shown || name.IsSensitive || name.Full == "" || name.Full == p.NativeName() {
			continue
		}
		names = append(names, inOneLine(name.Full, f.label("name_kind", name.Kind)))
	}
	return strings.Join(names, "; ")
}

func (f readingForm) person(p *referral.Person) ReadingPerson {
	r := ReadingPerson{
		ID: string(p.ID), Name: p.ShownName(), Native: p.NativeName(), Initials: monogram(p.ShownName()),
		Role: f.label("case_role", p.CaseRole), Relation: f.label("relationship", p.RelationshipToPA.Get()),
	}
	if state := p.PersonState.Get(); state != referral.Alive {
		r.State = f.label("person_state", state)
	}
	if p.BirthDate.Given() {
		r.Birth = f.said(p.BirthDate.Get(), true)
	}
	return r
}

// inOneLine puts what is not empty behind each other.
func inOneLine(parts ...string) string {
	var given []string
	for _, p := range parts {
		if p != "" {
			given = append(given, p)
		}
	}
	return strings.Join(given, ", ")
}
