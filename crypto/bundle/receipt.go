package bundle

import (
	"errors"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

const receiptSchema = "receipt/1"

// ReceiptState says what became of a bundle.
type ReceiptState string

// The states of a receipt. Stored is final.
const (
	ReceiptStored     ReceiptState = "stored"
	ReceiptIncomplete ReceiptState = "incomplete"
	ReceiptRefused    ReceiptState = "refused"
)

// RecordResult says what became of one record.
type RecordResult string

// The results of taking in a record.
const (
	ResultNew     RecordResult = "new"
	ResultNewer   RecordResult = "newer"
	ResultSame    RecordResult = "same"
	ResultOlder   RecordResult = "older"
	ResultRefused RecordResult = "refused"
)

// Receipt is the one record of a bundle of that kind. TagManifestSHA512 stands
// only inside the bundle that it answers: it proves that this very file was
// opened.
type Receipt struct {
	Schema            string          `json:"schema"`
	ID                string          `json:"id"`
	BundleID          string          `json:"bundle_id"`
	TagManifestSHA512 string          `json:"tagmanifest_sha512"`
	State             ReceiptState    `json:"state"`
	Reason            string          `json:"reason,omitzero"`
	Missing           []int           `json:"missing,omitempty"` // volumes
	Records           []ReceiptRecord `json:"records"`
	More              jsontext.Value  `json:",embed"`
}

// ReceiptRecord is what became of one record of the bundle.
type ReceiptRecord struct {
	ID      string         `json:"id"`
	Version int            `json:"version"`
	Result  RecordResult   `json:"result"`
	More    jsontext.Value `json:",embed"`
}

// Encode returns the receipt as a record.
func (r Receipt) Encode() ([]byte, error) {
	r.Schema = receiptSchema
	b, err := json.Marshal(r, json.Deterministic(true))
	if err != nil {
		return nil, errors.New("encode receipt")
	}
	return b, nil
}

// ParseReceipt reads a record of a receipt bundle, or returns ErrChanged, or
// ErrNewer for a later schema.
func ParseReceipt(record []byte) (Receipt, error) {
	var r Receipt
	if !shallow(record) || json.Unmarshal(record, &r) != nil {
		return Receipt{}, ErrChanged
	}
	if r.Schema != receiptSchema {
		return Receipt{}, ErrNewer
	}
	if !isHex(r.BundleID, 16) || !isHex(r.TagManifestSHA512, 64) || r.ID == "" {
		return Receipt{}, ErrChanged
	}
	switch r.State {
	case ReceiptStored, ReceiptIncomplete, ReceiptRefused:
		return r, nil
	}
	return Receipt{}, ErrNewer
}
