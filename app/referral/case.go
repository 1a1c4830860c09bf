package referral

// CaseSchema names the shape of Case and its number. The number rises only
// where an older reader would misunderstand.
const (
	CaseSchema        = "case"
	CaseSchemaVersion = 1
)

// Case is the whole document: the one shape for import, export, practice files
// and each record of a bundle. A nil part means that the document lacks it.
type Case struct {
	Schema       string        `json:"schema"`
	ID           ID            `json:"id,omitzero"`
	Version      int           `json:"version,omitzero"` // of what was handed over; the vault sets it
	Referral     *Referral     `json:"referral,omitzero"`
	SafeContacts []SafeContact `json:"safe_contacts,omitzero"`
	Screening    []Screening   `json:"screening,omitzero"`
	Apart        []Apart       `json:"apart,omitzero"`
	More         Unknown       `json:",embed"`
}
