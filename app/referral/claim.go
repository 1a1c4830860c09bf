package referral

// Claim is why the principal fled, what they fear, and why no other solution
// holds (IRPA A96, IRPR R138, R139(1)(d), R147).
type Claim struct {
	ReasonFled               Answer[string]    `json:"reason_fled,omitempty"`
	DateLeft                 Answer[FuzzyDate] `json:"date_left,omitempty"`
	Route                    string            `json:"route,omitzero"`
	Grounds                  Answer[[]Ground]  `json:"grounds,omitempty"`
	ClassClaimed             Answer[Code]      `json:"class_claimed,omitempty"`
	FearOnReturn             Answer[string]    `json:"fear_on_return,omitempty"`
	StateProtectionSought    Answer[string]    `json:"state_protection_sought,omitempty"`
	RiskInAsylum             Answer[[]Code]    `json:"risk_in_asylum,omitempty"`
	RiskInAsylumWhy          string            `json:"risk_in_asylum_why,omitzero"`
	Imminence                Answer[string]    `json:"imminence,omitempty"`
	ReturnWhyNot             Answer[string]    `json:"return_why_not,omitempty"`
	ReturnBarriers           []Code            `json:"return_barriers,omitempty"`
	LocalIntegrationWhyNot   Answer[string]    `json:"local_integration_why_not,omitempty"`
	LocalIntegrationBarriers []Code            `json:"local_integration_barriers,omitempty"`
	OtherCountryWhyNot       Answer[string]    `json:"other_country_why_not,omitempty"`
	OtherCountryBarriers     []Code            `json:"other_country_barriers,omitempty"`
	WhyResettlementCanada    Answer[string]    `json:"why_resettlement_canada,omitempty"`
	UrgentNeed               Answer[[]Code]    `json:"urgent_need_of_protection,omitempty"` // R138 a, b, c
	UrgentNeedWhy            string            `json:"urgent_need_why,omitzero"`
	VulnerableReason         Answer[string]    `json:"vulnerable_reason,omitempty"`
	ProtectionTried          string            `json:"protection_measures_tried,omitzero"`
	More                     Unknown           `json:",embed"`
}

// Ground is one Convention ground and why it holds (A96).
type Ground struct {
	ID     ID      `json:"id"`
	Ground Code    `json:"ground,omitzero"`
	Why    string  `json:"why,omitzero"`
	More   Unknown `json:",embed"`
}

// Eligibility holds the criteria E1 to E7 of the stream (domain 1.2), true
// where the criterion is met.
type Eligibility struct {
	TrackRecord     Answer[bool] `json:"track_record,omitempty"`      // E1
	FledForWork     Answer[bool] `json:"fled_for_work,omitempty"`     // E2
	OutsideCountry  Answer[bool] `json:"outside_country,omitempty"`   // E3
	RefugeeClass    Answer[bool] `json:"refugee_class,omitempty"`     // E4
	NoOtherSolution Answer[bool] `json:"no_other_solution,omitempty"` // E5
	SeeksPermanence Answer[bool] `json:"seeks_permanence,omitempty"`  // E6
	ValidReferral   Answer[bool] `json:"valid_referral,omitempty"`    // E7
	More            Unknown      `json:",embed"`
}
