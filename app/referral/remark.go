package referral

// What a remark says about a finding.
const (
	RemarkExplained Code = "explained"
	RemarkLater     Code = "later"
	RemarkOverride  Code = "override"
)

// Remark answers a finding in words: explained, left for later, or set aside
// by an approver.
type Remark struct {
	ID    ID      `json:"id"`
	Kind  Code    `json:"kind"`
	Rule  string  `json:"rule,omitzero"`
	Path  string  `json:"path,omitzero"`
	Text  string  `json:"text,omitzero"`
	AskOn Day     `json:"ask_on,omitzero"`
	More  Unknown `json:",embed"`
}
