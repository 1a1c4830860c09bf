package referral

// HRDProfile is the human rights work of one person.
type HRDProfile struct {
	ID                 ID                      `json:"id"`
	Person             ID                      `json:"person,omitzero"`
	Roles              Answer[[]Code]          `json:"roles,omitempty"`
	Areas              Answer[[]Code]          `json:"areas,omitempty"`
	Summary            Answer[string]          `json:"summary,omitempty"` // 150 to 3000 characters
	Since              Answer[FuzzyDate]       `json:"since,omitempty"`
	ActiveUntil        Answer[FuzzyDate]       `json:"active_until,omitempty"`
	StillActive        Answer[bool]            `json:"still_active,omitempty"`
	Organisations      []Organisation          `json:"organisations,omitempty"`
	PublicVisibility   Answer[Code]            `json:"public_visibility,omitempty"`
	WorkLinks          []WorkLink              `json:"work_links,omitempty"`
	Recognition        []Recognition           `json:"recognition,omitempty"`
	ContinuingAbroad   Answer[bool]            `json:"continuing_abroad,omitempty"`
	NonViolentDeclared Answer[bool]            `json:"non_violent_declared,omitempty"`
	Corroboration      Answer[[]Corroboration] `json:"corroboration,omitempty"`
	More               Unknown                 `json:",embed"`
}

// Owner returns whose work it is.
func (w HRDProfile) Owner() ID { return w.Person }

// Organisation is a body in which somebody did the work.
type Organisation struct {
	ID         ID                `json:"id"`
	Name       string            `json:"name,omitzero"`
	Role       string            `json:"role,omitzero"`
	From       Answer[FuzzyDate] `json:"from,omitempty"`
	To         Answer[FuzzyDate] `json:"to,omitempty"`
	Registered Answer[bool]      `json:"registered,omitempty"`
	More       Unknown           `json:",embed"`
}

// WorkLink is a public trace of the work and the hash of what was archived.
type WorkLink struct {
	ID     ID      `json:"id"`
	URL    string  `json:"url,omitzero"`
	SHA512 string  `json:"sha512,omitzero"`
	More   Unknown `json:",embed"`
}

// Recognition is an award or a public statement about the work.
type Recognition struct {
	ID    ID                `json:"id"`
	Title string            `json:"title,omitzero"`
	Date  Answer[FuzzyDate] `json:"date,omitempty"`
	More  Unknown           `json:",embed"`
}

// Corroboration is something or somebody that confirms the work.
type Corroboration struct {
	ID             ID           `json:"id"`
	Kind           Code         `json:"kind,omitzero"`
	Describes      string       `json:"describes,omitzero"`
	ContactSafe    Answer[bool] `json:"contact_safe,omitempty"`
	Strength       Code         `json:"strength,omitzero"`
	MayBeContacted bool         `json:"may_be_contacted_by_office,omitzero"`
	Document       ID           `json:"document,omitzero"`
	Referee        ID           `json:"referee,omitzero"`
	More           Unknown      `json:",embed"`
}
