package referral

import "strings"

// Section is one part of a case, the same for the editor, completeness,
// consent, rules and what leaves.
type Section string

// The sections.
const (
	SectionQuick       Section = "quick"
	SectionCase        Section = "case"
	SectionPeople      Section = "people"
	SectionFamily      Section = "family"
	SectionWork        Section = "work"
	SectionEvents      Section = "events"
	SectionHistory     Section = "history"
	SectionProceedings Section = "proceedings"
	SectionClaim       Section = "claim"
	SectionNeeds       Section = "needs"
	SectionChildren    Section = "children"
	SectionConsent     Section = "consent"
	SectionDocuments   Section = "documents"
	SectionSessions    Section = "sessions"
	SectionSafeContact Section = "safe_contact"
	SectionScreening   Section = "screening"
	SectionApart       Section = "apart"
)

// Sections lists every section in its one order.
func Sections() []Section {
	return []Section{
		SectionQuick, SectionCase, SectionPeople, SectionFamily, SectionWork, SectionEvents,
		SectionHistory, SectionProceedings, SectionClaim, SectionNeeds, SectionChildren,
		SectionConsent, SectionDocuments, SectionSessions, SectionSafeContact,
		SectionScreening, SectionApart,
	}
}

// Sealed reports whether the section is a compartment: kept apart from the
// referral, and opened with the passphrase.
func (s Section) Sealed() bool {
	return s == SectionSafeContact || s == SectionScreening || s == SectionApart
}

// SectionOf returns the section in which the field at path is shown. What it
// does not know belongs to the case.
func SectionOf(path string) Section {
	parts := strings.Split(path, "/")
	if parts[0] == "people" && len(parts) > 2 {
		return sectionOfPerson(parts[2])
	}
	switch parts[0] {
	case "danger_now", "consent_to_note", "notes":
		return SectionQuick
	case "people", "stated_size", "principal_person_id":
		return SectionPeople
	case "unions", "sweep":
		return SectionFamily
	case "work", "referees":
		return SectionWork
	case "incidents":
		return SectionEvents
	case "history":
		return SectionHistory
	case "proceedings":
		return SectionProceedings
	case "claim", "eligibility":
		return SectionClaim
	case "needs", "support_requested":
		return SectionNeeds
	case "children":
		return SectionChildren
	case "consents":
		return SectionConsent
	case "documents":
		return SectionDocuments
	case "sessions":
		return SectionSessions
	case "safe_contacts":
		return SectionSafeContact
	case "screening":
		return SectionScreening
	case "apart":
		return SectionApart
	}
	return SectionCase
}

func sectionOfPerson(field string) Section {
	switch field {
	case "relationship_to_pa", "marital_status", "spouse_of_another", "spouse_of_another_who", "parents",
		"dependency_basis", "disability_since_before_22", "disability_detail":
		return SectionFamily
	case "consent_ref":
		return SectionConsent
	}
	return SectionPeople
}
