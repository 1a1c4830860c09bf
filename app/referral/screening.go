package referral

// Screening holds what one adult answered to the questions of the statute. It
// may incriminate, so it is kept in a compartment of its own, and whoever asks
// may leave all of it to the office: NeedsFollowUp. A yes is often innocuous:
// jailed for the work, or conscripted; each has its words beside it.
type Screening struct {
	ID            ID   `json:"id"`
	Person        ID   `json:"person,omitzero"`
	NeedsFollowUp bool `json:"needs_follow_up_by_office,omitzero"` // in person, by the office
	AskedOn       Day  `json:"asked_on,omitzero"`

	ConvictedInCanada       Answer[bool] `json:"convicted_in_canada,omitempty"`
	ConvictedInCanadaWhy    string       `json:"convicted_in_canada_why,omitzero"`
	ChargedAnywhere         Answer[bool] `json:"charged_anywhere,omitempty"`
	ChargedAnywhereWhy      string       `json:"charged_anywhere_why,omitzero"`
	EarlierClaims           Answer[bool] `json:"earlier_refugee_claims,omitempty"`
	EarlierClaimsWhy        string       `json:"earlier_refugee_claims_why,omitzero"`
	RefusedOrRemoved        Answer[bool] `json:"refused_or_removed,omitempty"`
	RefusedOrRemovedWhy     string       `json:"refused_or_removed_why,omitzero"`
	GraveCrimes             Answer[bool] `json:"grave_crimes,omitempty"` // genocide, war crimes, crimes against humanity
	GraveCrimesWhy          string       `json:"grave_crimes_why,omitzero"`
	ArmedStruggle           Answer[bool] `json:"armed_struggle,omitempty"`
	ArmedStruggleWhy        string       `json:"armed_struggle_why,omitzero"`
	ViolentGroup            Answer[bool] `json:"violent_group,omitempty"`
	ViolentGroupWhy         string       `json:"violent_group_why,omitzero"`
	CriminalOrganisation    Answer[bool] `json:"criminal_organisation,omitempty"`
	CriminalOrganisationWhy string       `json:"criminal_organisation_why,omitzero"`
	DetainedOrJailed        Answer[bool] `json:"detained_or_jailed,omitempty"`
	DetainedOrJailedWhy     string       `json:"detained_or_jailed_why,omitzero"`
	SeriousDisease          Answer[bool] `json:"serious_disease,omitempty"`
	SeriousDiseaseWhy       string       `json:"serious_disease_why,omitzero"`
	MilitaryService         Answer[bool] `json:"military_service,omitempty"`
	MilitaryServiceWhy      string       `json:"military_service_why,omitzero"`
	GovernmentPositions     Answer[bool] `json:"government_positions,omitempty"`
	GovernmentPositionsWhy  string       `json:"government_positions_why,omitzero"`
	Memberships             Answer[bool] `json:"memberships,omitempty"`
	MembershipsWhy          string       `json:"memberships_why,omitzero"`

	More Unknown `json:",embed"`
}

// Owner returns who answered.
func (s Screening) Owner() ID { return s.Person }
