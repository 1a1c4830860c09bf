package wire

import (
	"github.com/go-json-experiment/json"

	"harbour/app/referral"
)

// EncodeSummary writes the head of a referral: under 900 bytes for a family of
// four.
func EncodeSummary(s referral.Summary) ([]byte, error) { return encode(&s) }

// DecodeSummary reads a head that the vault kept. A summary is drawn anew at
// each save, so that unknown members are not carried.
func DecodeSummary(data []byte) (referral.Summary, error) {
	var s referral.Summary
	err := malformed(json.Unmarshal(data, &s))
	return s, err
}
