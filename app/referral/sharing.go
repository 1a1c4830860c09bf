package referral

import (
	"reflect"
	"slices"
	"strings"
	"time"
)

// Why something does not leave.
const (
	WhyNever     Code = "never"      // notes, pseudonyms, what is left for later
	WhyNoConsent Code = "no_consent" // not covered for this role
	WhyWithheld  Code = "withheld"   // the person keeps it back
	WhyNotAsked  Code = "not_asked"  // of a declared person only what the law asks leaves (R140.1)
	WhyNotChosen Code = "not_chosen" // a compartment, or a file that is to stay
)

// Stay is one place that does not leave, and why.
type Stay struct {
	Path string
	Why  Code
}

// Stays returns every place of the case that stays on the device when it goes
// to a recipient of that role. It is the one computation for what the screen
// says and what is written.
//
// A section leaves when the principal's consent covers it for the role, and a
// person's own part when theirs does too. The routing of the case and the
// consents themselves leave with any consent that covers the role.
func Stays(c *Case, role Code, today time.Time) []Stay {
	var stays []Stay
	if c.Referral != nil {
		s := sharing{Referral: c.Referral, role: role, today: today}
		s.sections()
		s.people()
		s.belongings()
		s.withheld()
		s.never()
		stays = s.stays
	}
	for _, part := range []struct {
		path string
		n    int
	}{{"safe_contacts", len(c.SafeContacts)}, {"screening", len(c.Screening)}, {"apart", len(c.Apart)}} {
		if part.n > 0 {
			stays = append(stays, Stay{part.path, WhyNotChosen})
		}
	}
	return stays
}

// CoversAnything reports whether the principal has agreed to a recipient of
// that role at all: without that nothing may leave.
func (r *Referral) CoversAnything(role Code) bool {
	lead := r.Principal()
	return lead != nil && slices.ContainsFunc(r.ConsentsOf(lead), func(c *Consent) bool {
		return c.WithdrawnAt == "" && c.Covers(role)
	})
}

type sharing struct {
	*Referral
	role  Code
	today time.Time
	stays []Stay
}

func (s *sharing) stay(path string, why Code) { s.stays = append(s.stays, Stay{path, why}) }

// sections keeps whole members whose section the principal does not share.
func (s *sharing) sections() {
	v := reflect.ValueOf(s.Referral).Elem()
	for i := range v.NumField() {
		name := MemberName(v.Type().Field(i))
		if name == "" || v.Field(i).IsZero() {
			continue
		}
		if !s.covers(s.Principal(), SectionOf(name)) {
			s.stay(name, WhyNoConsent)
		}
	}
}

// people keeps what each person does not share of themselves.
func (s *sharing) people() {
	for i := range s.People {
		p := &s.People[i]
		v := reflect.ValueOf(p).Elem()
		for j := range v.NumField() {
			name := MemberName(v.Type().Field(j))
			if name == "" || v.Field(j).IsZero() || askedByLaw(name) {
				continue
			}
			path := personPath(p, name)
			switch section := SectionOf(path); {
			case !s.covers(s.Principal(), section):
				s.stay(path, WhyNoConsent)
			case s.covers(p, section):
			case p.Accompanies():
				s.stay(path, WhyNoConsent)
			default:
				s.stay(path, WhyNotAsked)
			}
		}
		if p.Accompanies() && !s.covers(p, SectionPeople) {
			s.stay(personPath(p), WhyNoConsent)
		}
	}
}

// askedByLaw reports whether a field of a person must be declared whether or
// not they could be asked (R140.1).
func askedByLaw(field string) bool {
	switch field {
	case "id", "case_role", "names", "relationship_to_pa", "person_state", "birth_date", "birth_country":
		return true
	}
	return false
}

// belongings keeps what is about people who do not share it, consents that
// are for somebody else, and papers and files that are to stay.
func (s *sharing) belongings() {
	s.ownedBy(func(path string, object Owned) {
		if _, consent := object.(Consent); consent {
			return
		}
		if p := s.PersonByID(object.Owner()); p != nil && !s.covers(p, SectionOf(path)) {
			s.stay(path, WhyNoConsent)
		}
	})
	for _, c := range s.Consents {
		if c.WithdrawnAt != "" || !c.Covers(s.role) {
			s.stay("consents/"+string(c.ID), WhyNoConsent)
		}
	}
	for _, r := range s.Referees {
		if !r.MayBeContacted && r.Contact != "" {
			s.stay("referees/"+string(r.ID)+"/contact", WhyWithheld)
		}
	}
	s.papers()
	s.health()
	s.photos()
}

// withheld keeps what anybody keeps back, also by a consent that is withdrawn.
func (s *sharing) withheld() {
	for _, c := range s.Consents {
		for _, w := range c.WithheldItems {
			if w.Path != "" && (len(w.From) == 0 || slices.Contains(w.From, s.role)) {
				s.stay(w.Path, WhyWithheld)
			}
		}
	}
}

func (s *sharing) never() {
	if s.Notes != "" {
		s.stay("notes", WhyNever)
	}
	for _, m := range s.Remarks {
		if m.Kind == RemarkLater || SectionOf(m.Path).Sealed() || s.staysAt(m.Path) {
			s.stay("remarks/"+string(m.ID), WhyNever)
		}
	}
}

func (s *sharing) staysAt(path string) bool {
	return slices.ContainsFunc(s.stays, func(k Stay) bool { return Within(path, k.Path) })
}

// covers reports whether what belongs to p in the section may go to the role.
func (s *sharing) covers(p *Person, section Section) bool {
	if p == nil {
		return false
	}
	consents := s.ConsentsOf(p)
	if len(consents) == 0 && p.ID != s.PrincipalPersonID && (p.dead() || !p.Adult(s.today)) {
		return s.coveredByCaregiver(p, section)
	}
	return slices.ContainsFunc(consents, func(c *Consent) bool {
		return c.WithdrawnAt == "" && c.Covers(s.role) &&
			(alwaysShared(section) || slices.Contains(c.ScopeSections, section))
	})
}

// coveredByCaregiver speaks for a child and for the dead: a parent who was
// asked, else the principal.
func (s *sharing) coveredByCaregiver(p *Person, section Section) bool {
	asked := false
	for _, parent := range p.Parents {
		of := s.PersonByID(parent.Person)
		if of == nil || of.ID == p.ID || len(s.ConsentsOf(of)) == 0 {
			continue
		}
		asked = true
		if s.covers(of, section) {
			return true
		}
	}
	return !asked && s.covers(s.Principal(), section)
}

// alwaysShared names what no reader can do without: how the case is routed,
// and the consent that lets it be read.
func alwaysShared(section Section) bool { return section == SectionCase || section == SectionConsent }

// Within reports whether path is at or below outer.
func Within(path, outer string) bool {
	return path == outer || strings.HasPrefix(path, outer+"/")
}
