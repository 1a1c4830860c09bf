package referral

// FuzzyDate is a date as it was said. OriginalText is never rewritten; EDTF is
// its Gregorian reading (level 1), or empty when there are only words.
type FuzzyDate struct {
	OriginalText  string  `json:"original_text,omitzero"`
	Calendar      Code    `json:"calendar,omitzero"`
	EDTF          string  `json:"edtf,omitzero"`
	Quality       Code    `json:"quality,omitzero"`
	DocumentValue string  `json:"document_value,omitzero"` // as a paper shows it
	DocumentID    ID      `json:"document_id,omitzero"`
	More          Unknown `json:",embed"`
}

// The calendars that a date may have been said in.
const (
	Gregorian    Code = "gregorian"
	SolarHijri   Code = "solar_hijri"
	IslamicLunar Code = "islamic_lunar"
	Ethiopian    Code = "ethiopian"
	OtherCal     Code = "other"
)

// How well a date is known.
const (
	Documented Code = "documented"
	Stated     Code = "stated"
	Estimated  Code = "estimated"
	Assigned   Code = "assigned"
)
