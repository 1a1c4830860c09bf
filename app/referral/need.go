package referral

import "strings"

// Needs that code branches on (UNHCR specific needs, domain 2.4).
const (
	NeedSeparated     Code = "SC-SC"
	NeedUnaccompanied Code = "SC-UC"
	NeedSexual        Code = "SV" // one discreet code, never a narrative
)

// With whom a need may be shared.
const (
	ShareMedicalOnly Code = "medical_only"
	ShareNobody      Code = "nobody"
)

// SpecificNeed is what one person needs on the way and after. What lies behind
// it is told by a report, never by this.
type SpecificNeed struct {
	ID                   ID      `json:"id"`
	Person               ID      `json:"person,omitzero"`
	Code                 Code    `json:"code,omitzero"`
	NeededSupport        string  `json:"needed_support,omitzero"`
	TreatmentNow         string  `json:"treatment_now,omitzero"`
	MedicationContinuity string  `json:"medication_continuity,omitzero"`
	FitnessToTravel      Code    `json:"fitness_to_travel,omitzero"`
	Report               ID      `json:"report,omitzero"` // a document
	ShareScope           Code    `json:"share_scope,omitzero"`
	More                 Unknown `json:",embed"`
}

// Owner returns whose need it is.
func (n SpecificNeed) Owner() ID { return n.Person }

// Medical reports whether the need is one of health, which leaves only with a
// consent to share medical matters.
func (n SpecificNeed) Medical() bool {
	return strings.HasPrefix(string(n.Code), "SM-") || n.ShareScope == ShareMedicalOnly
}
