package referral

// Application is an organisation or a state that was asked for help before or
// beside this referral, and what came of it (R139(1)(d)).
type Application struct {
	ID        ID                `json:"id"`
	Kind      Code              `json:"kind,omitzero"`
	To        string            `json:"to,omitzero"`
	Country   Code              `json:"country,omitzero"`
	Date      Answer[FuzzyDate] `json:"date,omitempty"`
	Reference string            `json:"reference,omitzero"`
	Result    Answer[Code]      `json:"result,omitempty"`
	Note      string            `json:"note,omitzero"`
	More      Unknown           `json:",embed"`
}
