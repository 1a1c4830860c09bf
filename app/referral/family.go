package referral

// Union is a couple, now or before.
type Union struct {
	ID                  ID                `json:"id"`
	A                   ID                `json:"a,omitzero"`
	B                   ID                `json:"b,omitzero"`
	Kind                Code              `json:"kind,omitzero"`
	Place               string            `json:"place,omitzero"`
	From                Answer[FuzzyDate] `json:"from,omitempty"`
	To                  Answer[FuzzyDate] `json:"to,omitempty"`
	CeremonyBothPresent Answer[bool]      `json:"ceremony_both_present,omitempty"`
	PriorSpouse         Answer[bool]      `json:"prior_spouse_of_either,omitempty"`
	WhyNotCohabiting    Answer[Code]      `json:"why_not_cohabiting,omitempty"`
	More                Unknown           `json:",embed"`
}

// Sweep holds the questions that look for family left out: whoever is not
// declared before departure may never follow (IRPR R141). True means that
// there is somebody, who then is one of the people.
type Sweep struct {
	PreviousUnions    Answer[bool] `json:"previous_unions,omitempty"`     // of the principal or the partner
	ChildrenElsewhere Answer[bool] `json:"children_elsewhere,omitempty"`  // of the principal: born, adopted, step
	ChildrenOfPartner Answer[bool] `json:"children_of_partner,omitempty"` // where there is a partner
	Missing           Answer[bool] `json:"missing,omitempty"`
	Detained          Answer[bool] `json:"detained,omitempty"`
	Estranged         Answer[bool] `json:"estranged,omitempty"`
	BelievedDead      Answer[bool] `json:"believed_dead,omitempty"`
	More              Unknown      `json:",embed"`
}
