package referral

import "slices"

// Documents that leave only where matters of health, or photos, are shared.
const (
	paperMedical      Code = "medical_report"
	paperMedicoLegal  Code = "medico_legal_report"
	paperPhotographed Code = "photo"
)

// papers keeps those of people who do not share them, and files that are to
// stay.
func (s *sharing) papers() {
	for _, d := range s.Documents {
		path := "documents/" + string(d.ID)
		if slices.ContainsFunc(d.Of, func(id ID) bool {
			p := s.PersonByID(id)
			return p != nil && !(s.covers(p, SectionDocuments) && s.sharesKind(p, d.Type))
		}) {
			s.stay(path, WhyNoConsent)
		}
		for _, a := range d.Attachments {
			if a.KeepHere {
				s.stay(path+"/attachments/"+string(a.ID), WhyNotChosen)
			}
		}
	}
}

// sharesKind reports whether the person shares papers of that type, beyond
// sharing papers at all.
func (s *sharing) sharesKind(p *Person, kind Code) bool {
	switch kind {
	case paperMedical, paperMedicoLegal:
		return s.agreed(p, sharesHealth)
	case paperPhotographed:
		return s.agreed(p, sharesPhotos)
	}
	return true
}

// health keeps needs that are to stay, and those of health without a consent
// that says so.
func (s *sharing) health() {
	for _, n := range s.Needs.Get() {
		path := "needs/" + string(n.ID)
		switch {
		case n.ShareScope == ShareNobody:
			s.stay(path, WhyWithheld)
		case n.Medical() && !s.agreed(s.PersonByID(n.Person), sharesHealth):
			s.stay(path, WhyNoConsent)
		}
	}
}

// photos keeps the picture of whoever did not agree that photos are shared.
func (s *sharing) photos() {
	for i := range s.People {
		if p := &s.People[i]; p.PhotoAttachment.Given() && !s.agreed(p, sharesPhotos) {
			s.stay(personPath(p, "photo_attachment"), WhyNoConsent)
		}
	}
}

func sharesHealth(c *Consent) bool { return c.MedicalShare }
func sharesPhotos(c *Consent) bool { return c.PhotoShare }

// agreed reports whether the person, or for a child or the dead who were not
// asked a parent or the principal, agreed to that for the role.
func (s *sharing) agreed(p *Person, to func(*Consent) bool) bool {
	if p == nil {
		return false
	}
	speakers := []ID{p.ID}
	if len(s.ConsentsOf(p)) == 0 && (p.dead() || !p.Adult(s.today)) {
		speakers = append(speakers, s.PrincipalPersonID)
		for _, parent := range p.Parents {
			speakers = append(speakers, parent.Person)
		}
	}
	for i := range s.Consents {
		c := &s.Consents[i]
		if slices.Contains(speakers, c.Person) && to(c) && c.WithdrawnAt == "" && c.Covers(s.role) {
			return true
		}
	}
	return false
}
