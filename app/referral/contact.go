package referral

// SafeContact is how to reach one person without harm. It is kept in a
// compartment of its own and never stands in a summary.
type SafeContact struct {
	ID            ID             `json:"id"`
	Person        ID             `json:"person,omitzero"`
	SafeToContact Answer[bool]   `json:"safe_to_contact,omitempty"`
	Channel       Answer[Code]   `json:"channel,omitempty"`
	Handle        Answer[string] `json:"handle,omitempty"`
	Verification  string         `json:"verification,omitzero"`
	SafeHours     string         `json:"safe_hours,omitzero"`
	TimeZone      string         `json:"time_zone,omitzero"`
	Language      Code           `json:"language,omitzero"`
	SharedWith    string         `json:"shared_with,omitzero"`
	CoverStory    string         `json:"cover_story,omitzero"`
	NoMessage     bool           `json:"no_message,omitzero"`
	CodeWord      string         `json:"code_word,omitzero"`
	DuressWord    string         `json:"duress_word,omitzero"`
	Intermediary  string         `json:"intermediary,omitzero"`
	LastConfirmed Day            `json:"last_confirmed,omitzero"`
	CheckInDays   int            `json:"check_in_days,omitzero"`
	IfSilent      string         `json:"if_silent,omitzero"`
	More          Unknown        `json:",embed"`
}
