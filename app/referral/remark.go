package referral

import "slices"

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

// Explain says in words why the rule's finding at path stands as it is.
func (r *Referral) Explain(newID func() ID, path, rule, text string) {
	r.remark(Remark{ID: newID(), Kind: RemarkExplained, Rule: rule, Path: path, Text: text})
}

// Later leaves the rule's finding at path for another day; the day may be empty.
func (r *Referral) Later(newID func() ID, path, rule string, askOn Day) {
	r.remark(Remark{ID: newID(), Kind: RemarkLater, Rule: rule, Path: path, AskOn: askOn})
}

// Override sets the rule's finding at path aside by an approver's reason. Only
// a criterion of the pathway that is answered "no" can be set aside.
func (r *Referral) Override(newID func() ID, path, rule, text string) {
	r.remark(Remark{ID: newID(), Kind: RemarkOverride, Rule: rule, Path: path, Text: text})
}

// Unremark takes back what was remarked on the rule's finding at path.
func (r *Referral) Unremark(path, rule string) {
	r.Remarks = slices.DeleteFunc(slices.Clone(r.Remarks), func(m Remark) bool {
		return m.Path == path && m.Rule == rule
	})
}

// RemarkOn returns the remark on the rule's finding at path, or nil.
func (r *Referral) RemarkOn(path, rule string) *Remark {
	i := slices.IndexFunc(r.Remarks, func(m Remark) bool { return m.Path == path && m.Rule == rule })
	if i < 0 {
		return nil
	}
	return &r.Remarks[i]
}

// remark keeps one remark a finding, under its first id.
func (r *Referral) remark(m Remark) {
	if old := r.RemarkOn(m.Path, m.Rule); old != nil {
		m.ID, m.More = old.ID, old.More
		*old = m
		return
	}
	r.Remarks = append(r.Remarks, m)
}
