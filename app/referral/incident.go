package referral

// Where an incident happened, seen from the flight.
const (
	InOrigin  Code = "origin"
	InAsylum  Code = "asylum"
	InTransit Code = "transit"
)

// Incident is one thing that happened to a person because of the work.
type Incident struct {
	ID                    ID                `json:"id"`
	Types                 Answer[[]Code]    `json:"types,omitempty"`
	When                  Answer[FuzzyDate] `json:"when,omitempty"`
	Country               Answer[Code]      `json:"country,omitempty"`
	Area                  string            `json:"area,omitzero"`
	Setting               Answer[Code]      `json:"setting,omitempty"` // origin, asylum, transit
	Victims               []ID              `json:"victims,omitempty"`
	Perpetrators          []Perpetrator     `json:"perpetrators,omitempty"`
	WhatHappened          Answer[string]    `json:"what_happened,omitempty"`
	LinkToHRDWork         Answer[string]    `json:"link_to_hrd_work,omitempty"`
	ThreatChannel         Code              `json:"threat_channel,omitzero"`
	ReportedTo            string            `json:"reported_to,omitzero"`
	ReportOutcome         string            `json:"report_outcome,omitzero"`
	Consequences          string            `json:"consequences,omitzero"`
	StillEffects          string            `json:"still_effects,omitzero"`
	Evidence              []ID              `json:"evidence_ids,omitempty"` // documents
	Sources               []Code            `json:"sources,omitempty"`
	Reliability           Code              `json:"reliability,omitzero"`
	ReferredForEvaluation Answer[Code]      `json:"referred_for_evaluation,omitempty"`   // by a clinician (Istanbul Protocol)
	ConfidentialFrom      []ID              `json:"confidential_from_members,omitempty"` // people
	More                  Unknown           `json:",embed"`
}

// Perpetrator is who did it, as far as it is known.
type Perpetrator struct {
	ID          ID      `json:"id"`
	Kind        Code    `json:"kind,omitzero"`
	Who         string  `json:"who,omitzero"`
	Unit        string  `json:"unit,omitzero"`
	Involvement Code    `json:"involvement,omitzero"`
	More        Unknown `json:",embed"`
}
