package wire

import (
	"reflect"

	"harbour/app/referral"
)

// MaxCase is the largest case document, in bytes.
const MaxCase = 256 << 10

// EncodeCase writes a case document: one line, the same bytes for the same
// case. It returns ErrTooLarge for one that no reader would take.
func EncodeCase(c *referral.Case) ([]byte, error) {
	document := *c
	document.Schema = referral.Schema(referral.CaseSchema, referral.CaseSchemaVersion)
	data, err := encode(&document)
	if err != nil {
		return nil, err
	}
	if len(data) > MaxCase {
		return nil, ErrTooLarge
	}
	return data, nil
}

// DecodeCase reads a case document from outside. It returns ErrTooLarge,
// ErrNewer for a higher schema number, or ErrMalformed: not JSON, a member
// twice, bad UTF-8, text that is not in NFC, nested deeper than 16, an id that
// is missing or not unique, a control in an identifier.
func DecodeCase(data []byte) (*referral.Case, error) {
	if len(data) > MaxCase {
		return nil, ErrTooLarge
	}
	if err := checkSchema(data, referral.CaseSchema); err != nil {
		return nil, err
	}
	if err := strict(data); err != nil {
		return nil, err
	}
	c := new(referral.Case)
	if err := decode(data, referral.CaseSchema, c); err != nil {
		return nil, err
	}
	if err := checkIdentifiers(reflect.ValueOf(c).Elem(), map[string]bool{}); err != nil {
		return nil, err
	}
	return c, nil
}

// Normalise returns the document with every string in NFC, for input that the
// user typed or made; what comes in a bundle is not mended.
func Normalise(data []byte) ([]byte, error) {
	if len(data) > MaxCase {
		return nil, ErrTooLarge
	}
	return normalise(data)
}
