package referral

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// ErrDate is returned for text that is not a date of EDTF level 1 between the
// years 1000 and 9999.
var ErrDate = errors.New("not an EDTF date")

// Precision is how much of a date is known.
type Precision string

// The precisions.
const (
	PrecisionDay     Precision = "day"
	PrecisionMonth   Precision = "month"
	PrecisionYear    Precision = "year"
	PrecisionRange   Precision = "range"
	PrecisionUnknown Precision = "unknown"
)

// The seasons as EDTF numbers them, in place of a month.
const (
	Spring = 21
	Summer = 22
	Autumn = 23
	Winter = 24
)

// EDTF is a date or an interval of ISO 8601-2 level 1.
type EDTF struct {
	From EDTFDate
	To   EDTFDate // as From where there is no interval

	interval bool
}

// EDTFDate is one end of an interval, or a date alone.
type EDTFDate struct {
	Year, Month, Day int  // 0 where there is none; Month may be a season
	Unspecified      int  // digits of the year that are X: 0, 1 or 2
	MonthX, DayX     bool // written XX
	Qualifier        byte // '?', '~', '%', or 0
	Open             bool // ".."
	Unknown          bool // an end left empty
}

// ParseEDTF reads a date of level 1: year, month, day, seasons 21 to 24,
// digits left open from the right, one qualifier at the end of a date, and
// intervals whose ends may be open or unknown, but not both. It takes no long
// or negative year, no time of day and nothing of level 2.
func ParseEDTF(text string) (EDTF, error) {
	first, second, interval := strings.Cut(text, "/")
	from, ok := parseEnd(first, interval)
	if !ok {
		return EDTF{}, ErrDate
	}
	if !interval {
		return EDTF{From: from, To: from}, nil
	}
	to, ok := parseEnd(second, true)
	if !ok || (from.endless() && to.endless()) {
		return EDTF{}, ErrDate
	}
	e := EDTF{From: from, To: to, interval: true}
	if !from.endless() && !to.endless() && to.latest().Before(from.earliest()) {
		return EDTF{}, ErrDate
	}
	return e, nil
}

// String writes the date as ParseEDTF reads it.
func (e EDTF) String() string {
	if e.interval {
		return e.From.String() + "/" + e.To.String()
	}
	return e.From.String()
}

// Range returns the first and the last day that the date can mean, both
// included. An open or unknown end is the zero time. Qualifiers do not widen.
func (e EDTF) Range() (earliest, latest time.Time) {
	if !e.From.endless() {
		earliest = e.From.earliest()
	}
	if !e.To.endless() {
		latest = e.To.latest()
	}
	return earliest, latest
}

// Precision returns how much is known.
func (e EDTF) Precision() Precision {
	d := e.From
	switch {
	case e.interval, d.Unspecified > 0, d.Month >= Spring:
		return PrecisionRange
	case d.Month == 0:
		return PrecisionYear
	case d.Day == 0:
		return PrecisionMonth
	}
	return PrecisionDay
}

// Approximate reports whether an end is marked ~ or %.
func (e EDTF) Approximate() bool { return e.From.marked("~%") || e.To.marked("~%") }

// Uncertain reports whether an end is marked ? or %.
func (e EDTF) Uncertain() bool { return e.From.marked("?%") || e.To.marked("?%") }

// String writes one end.
func (d EDTFDate) String() string {
	if d.Open {
		return ".."
	}
	if d.Unknown {
		return ""
	}
	year := strconv.Itoa(d.Year)
	text := year[:len(year)-d.Unspecified] + "XX"[:d.Unspecified]
	text += part(d.Month, d.MonthX) + part(d.Day, d.DayX)
	if d.Qualifier != 0 {
		text += string(d.Qualifier)
	}
	return text
}

func (d EDTFDate) marked(with string) bool {
	return d.Qualifier != 0 && strings.IndexByte(with, d.Qualifier) >= 0
}

func (d EDTFDate) endless() bool { return d.Open || d.Unknown }

func part(n int, unspecified bool) string {
	if unspecified {
		return "-XX"
	}
	if n == 0 {
		return ""
	}
	return "-" + twoDigits(n)
}

func parseEnd(text string, interval bool) (EDTFDate, bool) {
	switch {
	case interval && text == "..":
		return EDTFDate{Open: true}, true
	case interval && text == "":
		return EDTFDate{Unknown: true}, true
	}
	var d EDTFDate
	if n := len(text) - 1; n > 0 && strings.IndexByte("?~%", text[n]) >= 0 {
		d.Qualifier, text = text[n], text[:n]
	}
	year, rest, _ := strings.Cut(text, "-")
	if !d.setYear(year) || (rest == "" && strings.Contains(text, "-")) {
		return d, false
	}
	month, day, hasDay := strings.Cut(rest, "-")
	return d, d.setMonth(month) && (!hasDay || d.setDay(day))
}

func (d *EDTFDate) setYear(text string) bool {
	if len(text) != 4 || text[0] < '1' {
		return false
	}
	for d.Unspecified < 2 && text[3-d.Unspecified] == 'X' {
		d.Unspecified++
	}
	year, ok := number(text[:4-d.Unspecified])
	for range d.Unspecified {
		year *= 10
	}
	d.Year = year
	return ok
}

func (d *EDTFDate) setMonth(text string) bool {
	if text == "" {
		return true
	}
	if d.Unspecified > 0 {
		return false // level 2
	}
	if text == "XX" {
		d.MonthX = true
		return true
	}
	month, ok := number(text)
	d.Month = month
	return ok && len(text) == 2 && (month >= 1 && month <= 12 || month >= Spring && month <= Winter)
}

func (d *EDTFDate) setDay(text string) bool {
	if text == "XX" && (d.MonthX || d.Month >= 1 && d.Month <= 12) {
		d.DayX = true
		return true
	}
	if d.MonthX || d.Month < 1 || d.Month > 12 {
		return false
	}
	day, ok := number(text)
	d.Day = day
	return ok && len(text) == 2 && day >= 1 && day <= daysIn(d.Year, d.Month)
}

func (d EDTFDate) earliest() time.Time {
	switch d.Month {
	case 0, Winter:
		return date(d.Year, 1, 1)
	case Spring:
		return date(d.Year, 3, 1)
	case Summer:
		return date(d.Year, 6, 1)
	case Autumn:
		return date(d.Year, 9, 1)
	}
	return date(d.Year, d.Month, max(d.Day, 1))
}

// latest is as wide as people mean it: a season both by the month and by the
// sun, and winter either of the two that touch the year. Ages and deadlines
// are then never surer than what was said.
func (d EDTFDate) latest() time.Time {
	switch d.Month {
	case 0:
		span := map[int]int{0: 0, 1: 9, 2: 99}
		return date(d.Year+span[d.Unspecified], 12, 31)
	case Spring:
		return date(d.Year, 6, 21)
	case Summer:
		return date(d.Year, 9, 23)
	case Autumn:
		return date(d.Year, 12, 22)
	case Winter:
		return date(d.Year+1, 3, 20)
	}
	if d.Day == 0 {
		return date(d.Year, d.Month, daysIn(d.Year, d.Month))
	}
	return date(d.Year, d.Month, d.Day)
}

func number(text string) (int, bool) {
	n := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return 0, false
		}
		n = n*10 + int(text[i]-'0')
	}
	return n, text != ""
}

func daysIn(year, month int) int { return date(year, month+1, 0).Day() }

func date(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}
