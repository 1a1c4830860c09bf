package bundle

import (
	"errors"
	"slices"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

const (
	receiptFamily = "receipt/"
	receiptSchema = receiptFamily + "1"
)

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
// ErrNewer for a later schema, state or result.
func ParseReceipt(record []byte) (Receipt, error) {
	var r Receipt
	if !shallow(record) || json.Unmarshal(record, &r) != nil {
		return Receipt{}, ErrChanged
	}
	if r.Schema != receiptSchema {
		if strings.HasPrefix(r.Schema, receiptFamily) {
			return Receipt{}, ErrNewer
		}
		return Receipt{}, ErrChanged
	}
	return r, r.check()
}

// check makes sure that every value has its form.
func (r Receipt) check() error {
	if !isHex(r.BundleID, 16) || !isHex(r.TagManifestSHA512, 64) || r.ID == "" ||
		!plainWord(r.ID) || !plainWord(r.Reason) {
		return ErrChanged
	}
	for _, record := range r.Records {
		if record.ID == "" || !plainWord(record.ID) {
			return ErrChanged
		}
		if !slices.Contains([]RecordResult{ResultNew, ResultNewer, ResultSame, ResultOlder, ResultRefused}, record.Result) {
			return ErrNewer
		}
	}
	if !slices.Contains([]ReceiptState{ReceiptStored, ReceiptIncomplete, ReceiptRefused}, r.State) {
		return ErrNewer
	}
	return nil
}
