package casework

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"harbour/app/referral"
	"harbour/store"
)

// The kinds of item in a desk's vault. Numbers are for ever.
const (
	kindSettings    = store.FirstKind + iota // head: settings
	kindIdentity                             // head: own card; body: keys
	kindCase                                 // head: caseHead; body: referral
	kindSafeContact                          // head: compartmentHead; body: compartment
	kindScreening                            // head: compartmentHead; body: compartment
	kindApart                                // head: compartmentHead; body: compartment
	kindContact                              // head: contactRecord
	kindSent                                 // head: sentRecord
	kindReceived                             // head: receivedRecord
	kindPlace                                // head: Place
	kindKept                                 // head: keptHead; body: the case as it stood
	kindProgress                             // head: progressHead
)

// settings are what holds for the whole desk.
type settings struct {
	Role     string         `json:"role"`
	Name     string         `json:"name"`
	Practice bool           `json:"practice,omitzero"`
	Prefs    Preferences    `json:"preferences"`
	More     jsontext.Value `json:",embed"`
}

// caseHead is what unlock learns of a case.
type caseHead struct {
	referral.Summary
	From    referral.ID `json:"from,omitzero"`    // the contact who brought it
	Remote  referral.ID `json:"remote,omitzero"`  // its id there, where it differs
	Version int         `json:"version,omitzero"` // as it was brought
}

// compartmentHead ties a compartment to its case.
type compartmentHead struct {
	Case referral.ID    `json:"case"`
	More jsontext.Value `json:",embed"`
}

// fileHead ties an attachment's bytes to its place in a case.
type fileHead struct {
	Case       referral.ID    `json:"case"`
	Attachment referral.ID    `json:"attachment"`
	More       jsontext.Value `json:",embed"`
}

// keptHead names a version that was kept.
type keptHead struct {
	Case    referral.ID    `json:"case"`
	N       int            `json:"n,omitzero"`     // counts what was kept of the case: clocks go wrong
	Version int            `json:"version"`        // under which it was handed over
	Visit   bool           `json:"visit,omitzero"` // a visit began from it; it was not handed over
	At      time.Time      `json:"at"`
	More    jsontext.Value `json:",embed"`
}

// progressHead ties a case's progress to it.
type progressHead struct {
	Case     referral.ID       `json:"case"`
	Progress referral.Progress `json:"progress"`
	More     jsontext.Value    `json:",embed"`
}

// sentRecord is a bundle that went out, or was about to.
type sentRecord struct {
	BundleID    string         `json:"bundle_id"`
	Kind        string         `json:"kind"`
	Contact     referral.ID    `json:"contact"`
	Seq         uint64         `json:"seq"`
	State       string         `json:"state"`
	TagManifest string         `json:"tagmanifest_sha512,omitzero"`
	Cases       []casePart     `json:"cases,omitempty"`
	Answers     string         `json:"answers,omitzero"` // for a receipt: the bundle
	At          time.Time      `json:"at"`
	More        jsontext.Value `json:",embed"`
}

// The states of a sentRecord.
const (
	sentPrepared   = "prepared"
	sentHandedOver = "handed_over"
	sentReceipted  = "receipted"
)

// receivedRecord is a bundle that came in.
type receivedRecord struct {
	BundleID    string         `json:"bundle_id"`
	Kind        string         `json:"kind"`
	Contact     referral.ID    `json:"contact"`
	Seq         uint64         `json:"seq"`
	TagManifest string         `json:"tagmanifest_sha512"`
	Cases       []casePart     `json:"cases,omitempty"`
	Created     time.Time      `json:"created"` // by the sender's clock
	At          time.Time      `json:"at"`
	Bytes       int64          `json:"bytes"`
	Trust       Trust          `json:"trust"` // of the sender at that time
	Notes       []string       `json:"notes,omitempty"`
	Accepted    time.Time      `json:"accepted,omitzero"`
	More        jsontext.Value `json:",embed"`
}

// casePart is one case in a bundle.
type casePart struct {
	ID      referral.ID    `json:"id"`     // here
	Remote  referral.ID    `json:"remote"` // in the bundle
	Code    string         `json:"code"`
	Version int            `json:"version"`
	Result  string         `json:"result,omitzero"`
	More    jsontext.Value `json:",embed"`
}

// encode writes a head's content. It returns ErrTooLarge for one that the store
// would not take.
func encode(v any) ([]byte, error) {
	b, err := json.Marshal(v, json.Deterministic(true))
	if err != nil {
		return nil, errors.New("encode item")
	}
	if len(b) > store.MaxContent {
		return nil, ErrTooLarge
	}
	return b, nil
}

// decode reads a head's content, or returns ErrDamaged.
func decode(item store.Item, v any) error {
	if err := json.Unmarshal(item.Content, v); err != nil {
		return ErrDamaged
	}
	return nil
}

// randomHex returns n random bytes in hex.
func randomHex(n int) string {
	b := make([]byte, n)
	rand.Read(b)
	return hex.EncodeToString(b)
}
