package referral

import "time"

// FuzzyDate is a date as it was said. OriginalText is never rewritten; EDTF is
// its Gregorian reading (level 1), or empty when there are only words. Range,
// precision and ages are computed, never kept.
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
	Gregorian     Code = "gregorian"
	SolarHijri    Code = "solar_hijri"
	IslamicLunar  Code = "islamic_lunar"
	Ethiopian     Code = "ethiopian"
	OtherCalendar Code = "other"
)

// How well a date is known.
const (
	Documented Code = "documented"
	Stated     Code = "stated"
	Estimated  Code = "estimated"
	Assigned   Code = "assigned"
)

// Range returns the first and the last day that the date can mean, both
// included, at midnight UTC; an open end is the zero time. ok is false when
// there are only words.
func (d FuzzyDate) Range() (earliest, latest time.Time, ok bool) {
	e, err := ParseEDTF(d.EDTF)
	if err != nil {
		return time.Time{}, time.Time{}, false
	}
	earliest, latest = e.Range()
	return earliest, latest, true
}

// Precision returns how much of the date is known.
func (d FuzzyDate) Precision() Precision {
	e, err := ParseEDTF(d.EDTF)
	if err != nil {
		return PrecisionUnknown
	}
	return e.Precision()
}

// Age is what can be said of an age: a range, or nothing.
type Age struct {
	Youngest int
	Oldest   int // -1 where the birth has no earliest day
	Known    bool
}

// Age returns the age in whole years on a day of whoever was born on d.
func (d FuzzyDate) Age(on time.Time) Age {
	earliest, latest, ok := d.Range()
	if !ok {
		return Age{Oldest: -1}
	}
	age := Age{Oldest: -1, Known: true}
	if !latest.IsZero() {
		age.Youngest = yearsBetween(latest, on)
	}
	if !earliest.IsZero() {
		age.Oldest = yearsBetween(earliest, on)
	}
	return age
}

// SurelyUnder reports whether the age is below years whatever the date means.
func (a Age) SurelyUnder(years int) bool { return a.Known && a.Oldest >= 0 && a.Oldest < years }

// SurelyAtLeast reports whether the age is years or more whatever the date means.
func (a Age) SurelyAtLeast(years int) bool { return a.Known && a.Youngest >= years }

// Birthday returns the day on which somebody born on that day turns years old.
// One born on 29 February turns on the 28th where there is no 29th: a deadline
// must not come a day late.
func Birthday(born time.Time, years int) time.Time {
	year := born.Year() + years
	return date(year, int(born.Month()), min(born.Day(), daysIn(year, int(born.Month()))))
}

func yearsBetween(born, on time.Time) int {
	on = date(on.Year(), int(on.Month()), on.Day())
	years := on.Year() - born.Year()
	if Birthday(born, years).After(on) {
		years--
	}
	return max(years, 0)
}
