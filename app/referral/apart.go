package referral

// Apart is an answer that one member keeps from others of the case. UNHCR asks
// for it under a heading of its own; it is kept in a compartment of its own.
type Apart struct {
	ID       ID      `json:"id"`
	Person   ID      `json:"person,omitzero"`     // who told it
	KeptFrom []ID    `json:"kept_from,omitempty"` // people; none means everybody else
	Section  Section `json:"section,omitzero"`    // where it belongs
	Path     string  `json:"path,omitzero"`       // the field it speaks to, where there is one
	Text     string  `json:"text,omitzero"`
	Why      Code    `json:"why,omitzero"`
	ToldOn   Day     `json:"told_on,omitzero"`
	More     Unknown `json:",embed"`
}

// Owner returns who told it.
func (a Apart) Owner() ID { return a.Person }
