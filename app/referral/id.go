package referral

import (
	"encoding/json"
	"time"
)

// ID names one object for life: 26 letters and digits, random, without time or
// order. Ids are made outside and given in.
type ID string

// Code is a value of a vocabulary. A code that no vocabulary knows is kept and
// shown as it is.
type Code string

// Unknown keeps the members of a document that this version does not know, so
// that a newer version's answers survive being edited here.
type Unknown map[string]json.RawMessage

// Day is a civil day as 2006-01-02, without time or zone.
type Day string

// DayOf returns the civil day of t in t's own zone.
func DayOf(t time.Time) Day { return Day(t.Format(time.DateOnly)) }

// Time returns midnight UTC of the day; ok is false for anything that is not
// one whole existing day.
func (d Day) Time() (t time.Time, ok bool) {
	t, err := time.Parse(time.DateOnly, string(d))
	return t, err == nil
}
