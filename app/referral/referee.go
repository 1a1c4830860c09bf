package referral

// Referee is somebody who vouches for the work of one person. They are named
// only where they agreed to it.
type Referee struct {
	ID             ID           `json:"id"`
	Person         ID           `json:"person,omitzero"` // whose work
	Name           string       `json:"name,omitzero"`
	Position       string       `json:"position,omitzero"`
	Organisation   string       `json:"organisation,omitzero"`
	Country        Answer[Code] `json:"country,omitempty"`
	Relation       string       `json:"relation,omitzero"`
	Agreed         Answer[bool] `json:"agreed,omitempty"` // to be named
	Contact        string       `json:"contact,omitzero"`
	ContactSafe    Answer[bool] `json:"contact_safe,omitempty"`
	MayBeContacted bool         `json:"may_be_contacted_by_office,omitzero"`
	Letter         ID           `json:"letter,omitzero"` // a document
	More           Unknown      `json:",embed"`
}

// Owner returns whose work they vouch for.
func (r Referee) Owner() ID { return r.Person }
