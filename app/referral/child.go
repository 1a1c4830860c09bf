package referral

// Whether a child is without their parents (UNHCR).
const (
	ChildWithParents   Code = "neither"
	ChildSeparated     Code = "separated"
	ChildUnaccompanied Code = "unaccompanied"
)

// ChildProtection is what must be known of a child who does not travel with
// both legal parents.
type ChildProtection struct {
	ID                       ID                `json:"id"`
	Child                    ID                `json:"child,omitzero"`
	WithWhom                 Answer[Code]      `json:"with_whom,omitempty"`
	Caregiver                ID                `json:"caregiver,omitzero"` // one of the people
	CaregiverWho             string            `json:"caregiver_who,omitzero"`
	BothParentsCase          Answer[bool]      `json:"both_parents_case,omitempty"`
	OtherParentConsent       Answer[Code]      `json:"other_parent_consent,omitempty"`
	CustodyDocument          ID                `json:"custody_document,omitzero"`
	SeparatedOrUnaccompanied Answer[Code]      `json:"separated_or_unaccompanied,omitempty"`
	BestInterests            Answer[Code]      `json:"best_interests,omitempty"` // assessment, determination, none yet
	BestInterestsDate        Answer[FuzzyDate] `json:"best_interests_date,omitempty"`
	BestInterestsOutcome     string            `json:"best_interests_outcome,omitzero"`
	BestInterestsDocument    ID                `json:"best_interests_document,omitzero"`
	FollowUp                 string            `json:"follow_up,omitzero"` // where there is none yet
	CaregiverInformed        Answer[bool]      `json:"caregiver_informed,omitempty"`
	ChildViews               Answer[string]    `json:"child_views,omitempty"`
	SpouseOrPartner          Answer[bool]      `json:"spouse_or_partner,omitempty"`
	More                     Unknown           `json:",embed"`
}

// Owner returns which child it is about.
func (c ChildProtection) Owner() ID { return c.Child }

// Alone reports whether the child is separated or unaccompanied.
func (c ChildProtection) Alone() bool {
	state := c.SeparatedOrUnaccompanied.Get()
	return state == ChildSeparated || state == ChildUnaccompanied
}
