package wire

import (
	"errors"
	"fmt"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/unicode/norm"

	"harbour/app/referral"
)

// Errors of reading. None of them says what stood in the document.
var (
	ErrNewer     = errors.New("document needs a newer version")
	ErrTooLarge  = errors.New("document is too large")
	ErrMalformed = errors.New("document is malformed")
)

// schemaVersion is the number of every schema that this version writes.
const schemaVersion = 1

// encode writes v deterministically, in NFC. Text that is not UTF-8 gets
// replacement characters: saving refuses no content.
func encode(v any) ([]byte, error) {
	data, err := json.Marshal(v, json.Deterministic(true), jsontext.AllowInvalidUTF8(true))
	if err != nil {
		return nil, fmt.Errorf("encode document: %w", ErrMalformed)
	}
	// Nothing but controls, quotes and backslashes is escaped here, and these
	// compose with nothing: normal bytes have normal strings.
	if norm.NFC.IsNormal(data) {
		return data, nil
	}
	return normalise(data)
}

// decode reads a document of that schema into v. It refuses duplicate members,
// bad UTF-8 and anything after the document.
func decode(data []byte, schema string, v any) error {
	if err := checkSchema(data, schema); err != nil {
		return err
	}
	return malformed(json.Unmarshal(data, v))
}

// checkSchema comes first, so that a newer document is called newer whatever
// else is new in it.
func checkSchema(data []byte, want string) error {
	var head struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return malformed(err)
	}
	name, number, ok := referral.ParseSchema(head.Schema)
	if !ok || name != want {
		return fmt.Errorf("%w: not the schema expected", ErrMalformed)
	}
	if number > schemaVersion {
		return ErrNewer
	}
	return nil
}

// malformed keeps the place of a fault and drops its words, which may quote
// the document.
func malformed(err error) error {
	if err == nil {
		return nil
	}
	var syntax *jsontext.SyntacticError
	var meaning *json.SemanticError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("%w at byte %d", ErrMalformed, syntax.ByteOffset)
	case errors.As(err, &meaning):
		return fmt.Errorf("%w at byte %d", ErrMalformed, meaning.ByteOffset)
	}
	return ErrMalformed
}
