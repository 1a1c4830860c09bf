package referral

import "time"

// How far a case has come. The field's and the office's states are one list,
// for one vault may be both for different cases.
const (
	ProgressDraft        Code = "draft"
	ProgressHandedOver   Code = "handed_over"
	ProgressAcknowledged Code = "acknowledged" // the office's receipt is in
	ProgressReturned     Code = "returned"     // the office could not take it
	ProgressReceived     Code = "received"     // at the office: taken in
	ProgressRegistered   Code = "registered"   // at the office: receipt written
)

// Progress is what happened to a case. It stands beside the referral, so that
// handing over changes nothing of what was handed over, and it never leaves.
type Progress struct {
	State          Code       `json:"state"`
	HandOvers      []HandOver `json:"hand_overs,omitempty"`
	Receipts       []Receipt  `json:"receipts,omitempty"`
	ReferralMadeAt time.Time  `json:"referral_made_at,omitzero"` // as the office says: R25.1(7)
	More           Unknown    `json:",embed"`
}

// HandOver is one file that was made of the case, or by which it came.
type HandOver struct {
	BundleID string    `json:"bundle_id"`
	Version  int       `json:"version"`
	Contact  ID        `json:"contact,omitzero"`
	Role     Code      `json:"role,omitzero"`
	At       time.Time `json:"at,omitzero"`
	More     Unknown   `json:",embed"`
}

// Receipt is what the office answered to one file.
type Receipt struct {
	BundleID       string    `json:"bundle_id"`
	Version        int       `json:"version,omitzero"`
	State          Code      `json:"state,omitzero"`
	OfficeRef      string    `json:"office_ref,omitzero"`
	ReceivedAt     time.Time `json:"received_at,omitzero"`
	ReferralMadeAt time.Time `json:"referral_made_at,omitzero"`
	More           Unknown   `json:",embed"`
}
