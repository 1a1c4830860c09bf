package referral

// Who gave a consent.
const (
	GivenBySelf      Code = "self"
	GivenByCaregiver Code = "caregiver"
	GivenByGuardian  Code = "guardian"
)

// Consent is what one person agreed to: which sections go to which roles, and
// what they keep back.
type Consent struct {
	ID               ID         `json:"id"`
	Person           ID         `json:"person,omitzero"`
	GivenBy          Code       `json:"given_by,omitzero"`
	GivenByPerson    ID         `json:"given_by_person,omitzero"` // where it is one of the people
	Purposes         []Code     `json:"purposes,omitempty"`
	Basis            Code       `json:"basis,omitzero"`
	InformationGiven []Code     `json:"information_given,omitempty"`
	ScopeSections    []Section  `json:"scope_sections,omitempty"`
	ScopeRecipients  []Code     `json:"scope_recipients,omitempty"`
	WithheldItems    []Withheld `json:"withheld_items,omitempty"`
	Wording          string     `json:"wording,omitzero"`
	Language         Code       `json:"language,omitzero"`
	ViaInterpreter   bool       `json:"via_interpreter,omitzero"`
	InterpreterCode  string     `json:"interpreter_code,omitzero"`
	ReadBack         bool       `json:"read_back,omitzero"`
	Method           Code       `json:"method,omitzero"`
	MedicalShare     bool       `json:"medical_share,omitzero"`
	PhotoShare       bool       `json:"photo_share,omitzero"`
	StatsUse         bool       `json:"stats_use,omitzero"`
	DeclaredAccurate bool       `json:"declared_accurate,omitzero"` // complete and true as far as they know (R10(2)(d))
	Date             Day        `json:"date,omitzero"`
	PlaceType        Code       `json:"place_type,omitzero"`
	WitnessCode      string     `json:"witness_code,omitzero"`
	Expires          Day        `json:"expires,omitzero"`
	WithdrawnAt      Day        `json:"withdrawn_at,omitzero"`
	WithdrawnHow     string     `json:"withdrawn_how,omitzero"`
	Attachment       ID         `json:"attachment,omitzero"`
	Supersedes       ID         `json:"supersedes,omitzero"` // an earlier consent
	More             Unknown    `json:",embed"`
}

// Withheld is a place that a person keeps back, and why. Neither ever leaves.
type Withheld struct {
	Path string  `json:"path"`
	From []Code  `json:"from,omitempty"` // roles; none means everybody
	Why  Code    `json:"why,omitzero"`
	More Unknown `json:",embed"`
}

// Owner returns for whom it was given.
func (c Consent) Owner() ID { return c.Person }
