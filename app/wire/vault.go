package wire

import "harbour/app/referral"

// Schemas of what the vault keeps.
const (
	schemaProgress = "progress"
	schemaPart     = "compartment"
)

// EncodeReferral writes the body of a referral as the vault keeps it. It
// refuses no content and no size.
func EncodeReferral(r *referral.Referral) ([]byte, error) {
	return encode(&referral.Case{Schema: referral.Schema(referral.CaseSchema, schemaVersion), Referral: r})
}

// DecodeReferral reads what EncodeReferral wrote, of this or an older version.
// It returns ErrNewer or ErrMalformed.
func DecodeReferral(data []byte) (*referral.Referral, error) {
	var c referral.Case
	if err := decode(data, referral.CaseSchema, &c); err != nil {
		return nil, err
	}
	if c.Referral == nil {
		return nil, ErrMalformed
	}
	return c.Referral, nil
}

// EncodeSafeContacts writes the safe-contact compartment of one referral.
func EncodeSafeContacts(contacts []referral.SafeContact) ([]byte, error) {
	return encode(&referral.Case{Schema: referral.Schema(referral.CaseSchema, schemaVersion), SafeContacts: contacts})
}

// DecodeSafeContacts reads what EncodeSafeContacts wrote.
func DecodeSafeContacts(data []byte) ([]referral.SafeContact, error) {
	var c referral.Case
	err := decode(data, referral.CaseSchema, &c)
	return c.SafeContacts, err
}

// compartment is the screening or the apart compartment of one referral.
type compartment[T any] struct {
	Schema string           `json:"schema"`
	Values []T              `json:"values"`
	More   referral.Unknown `json:",embed"`
}

// EncodeScreening writes the screening compartment of one referral.
func EncodeScreening(answers []referral.Screening) ([]byte, error) { return encodePart(answers) }

// DecodeScreening reads what EncodeScreening wrote.
func DecodeScreening(data []byte) ([]referral.Screening, error) {
	return decodePart[referral.Screening](data)
}

// EncodeApart writes the compartment of what members keep from each other.
func EncodeApart(answers []referral.Apart) ([]byte, error) { return encodePart(answers) }

// DecodeApart reads what EncodeApart wrote.
func DecodeApart(data []byte) ([]referral.Apart, error) { return decodePart[referral.Apart](data) }

func encodePart[T any](values []T) ([]byte, error) {
	return encode(&compartment[T]{Schema: referral.Schema(schemaPart, schemaVersion), Values: values})
}

func decodePart[T any](data []byte) ([]T, error) {
	var c compartment[T]
	err := decode(data, schemaPart, &c)
	return c.Values, err
}

// progress is referral.Progress with its schema.
type progress struct {
	Schema string `json:"schema"`

	referral.Progress
}

// EncodeProgress writes how far a case has come.
func EncodeProgress(p referral.Progress) ([]byte, error) {
	return encode(&progress{referral.Schema(schemaProgress, schemaVersion), p})
}

// DecodeProgress reads what EncodeProgress wrote.
func DecodeProgress(data []byte) (referral.Progress, error) {
	var p progress
	err := decode(data, schemaProgress, &p)
	return p.Progress, err
}
