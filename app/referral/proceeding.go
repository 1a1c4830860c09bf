package referral

// Kinds and outcomes of proceedings that code branches on (domain 7.9).
const (
	ProceedingConviction Code = "conviction"
	OutcomeConvicted     Code = "convicted"
)

// Proceeding is what a state did to a person by law or in its name: the
// commonest reprisal. Whether it bars somebody turns on what they did, not on
// what it is called (IRPA A36), so both are kept.
type Proceeding struct {
	ID                   ID                `json:"id"`
	Person               ID                `json:"person,omitzero"`
	Kind                 Answer[Code]      `json:"kind,omitempty"`
	When                 Answer[FuzzyDate] `json:"when,omitempty"`
	Country              Answer[Code]      `json:"country,omitempty"`
	Authority            Answer[string]    `json:"authority,omitempty"`
	LawAndArticle        Answer[string]    `json:"law_and_article,omitempty"`
	ChargeType           Answer[Code]      `json:"charge_type,omitempty"`
	AllegedAct           Answer[string]    `json:"alleged_act,omitempty"`
	WhatActuallyHappened Answer[string]    `json:"what_actually_happened,omitempty"`
	WhyReprisal          Answer[string]    `json:"why_reprisal,omitempty"`
	InAbsentia           Answer[bool]      `json:"in_absentia,omitempty"`
	DetainedFrom         Answer[FuzzyDate] `json:"detained_from,omitempty"`
	DetainedTo           Answer[FuzzyDate] `json:"detained_to,omitempty"`
	Counsel              Answer[string]    `json:"counsel,omitempty"`
	FairTrialConcerns    Answer[[]Code]    `json:"fair_trial_concerns,omitempty"`
	Outcome              Answer[Code]      `json:"outcome,omitempty"`
	Sentence             string            `json:"sentence,omitzero"`
	CurrentStatus        Answer[Code]      `json:"current_status,omitempty"`
	InterpolNotice       Answer[bool]      `json:"interpol_notice,omitempty"`
	Documents            []ID              `json:"documents,omitempty"`
	More                 Unknown           `json:",embed"`
}

// Owner returns against whom it is.
func (p Proceeding) Owner() ID { return p.Person }

// Convicted reports whether it ended in a conviction.
func (p Proceeding) Convicted() bool {
	return p.Kind.Get() == ProceedingConviction || p.Outcome.Get() == OutcomeConvicted
}
