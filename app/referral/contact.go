package referral

// SafeContact is how to reach one person without harm. It is kept in a
// compartment of its own and never stands in a summary.
type SafeContact struct {
	ID            ID               `json:"id"`
	Person        ID               `json:"person,omitzero"`
	SafeToContact Answer[bool]     `json:"safe_to_contact,omitempty"`
	Channel       Answer[Code]     `json:"channel,omitempty"`
	Handle        Answer[string]   `json:"handle,omitempty"`
	Verification  string           `json:"verification,omitzero"`
	SafeHours     string           `json:"safe_hours,omitzero"`
	TimeZone      string           `json:"time_zone,omitzero"`
	Language      Code             `json:"language,omitzero"`
	SharedWith    string           `json:"shared_with,omitzero"`
	CoverStory    string           `json:"cover_story,omitzero"`
	NoMessage     bool             `json:"no_message,omitzero"`
	CodeWord      string           `json:"code_word,omitzero"`
	DuressWord    string           `json:"duress_word,omitzero"`
	Intermediary  string           `json:"intermediary,omitzero"`
	LastConfirmed Day              `json:"last_confirmed,omitzero"`
	CheckInDays   int              `json:"check_in_days,omitzero"`
	IfSilent      string           `json:"if_silent,omitzero"`
	Attempts      []ContactAttempt `json:"attempts,omitempty"`
	More          Unknown          `json:",embed"`
}

// Owner returns whom it reaches.
func (c SafeContact) Owner() ID { return c.Person }

// unsafe reports whether using it was called a danger.
func (c SafeContact) unsafe() bool {
	return c.SafeToContact.Given() && !c.SafeToContact.Get() || c.SafeToContact.State == UnsafeToAsk
}

// ContactAttempt is one try to reach somebody. A case is not given up before
// several failed over several channels (UNHCR Resettlement Handbook 4.3, 4.4).
type ContactAttempt struct {
	ID      ID      `json:"id"`
	Date    Day     `json:"date,omitzero"`
	Channel Code    `json:"channel,omitzero"`
	Result  Code    `json:"result,omitzero"`
	ByCode  string  `json:"by_code,omitzero"`
	Note    string  `json:"note,omitzero"`
	More    Unknown `json:",embed"`
}
