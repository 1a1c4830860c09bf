package dates

import (
	"errors"
	"strings"
	"time"

	"harbour/app/referral"
)

// Errors of typed dates.
var (
	ErrUnread  = errors.New("date was not understood")
	ErrYears   = errors.New("years are not a range")
	ErrTooLong = errors.New("date is too long")
)

// maxTyped is the longest text that is tried, in bytes.
const maxTyped = 200

// Reading is what was made of a typed date.
type Reading struct {
	Date referral.FuzzyDate
	// TwoWays is set when day and month could be either way round. The date is
	// then the range of both.
	TwoWays bool
}

// Parse reads a date of the Gregorian calendar: English, French, figures or
// EDTF. Of another calendar it keeps the words alone; WithYears adds the years
// that the person gives. It returns ErrUnread for text that it cannot read,
// with the words kept, and ErrTooLong.
func Parse(text, calendar string) (Reading, error) {
	date := referral.FuzzyDate{OriginalText: text, Calendar: referral.Code(calendar), Quality: referral.Stated}
	if len(text) > maxTyped {
		return Reading{}, ErrTooLong
	}
	if calendar != "" && date.Calendar != referral.Gregorian {
		return Reading{Date: date}, nil
	}
	date.Calendar = referral.Gregorian
	edtf, twoWays, ok := read(text)
	if !ok {
		return Reading{Date: date}, ErrUnread
	}
	date.EDTF = edtf
	if e, err := referral.ParseEDTF(edtf); err == nil && e.Approximate() {
		date.Quality = referral.Estimated
	}
	return Reading{Date: date, TwoWays: twoWays}, nil
}

// WithYears keeps the words of a date of any calendar and the earliest and the
// latest Gregorian year that they can mean; both are included. It returns
// ErrYears when they are not a range of four-figure years.
func WithYears(text, calendar string, earliest, latest int) (referral.FuzzyDate, error) {
	date := referral.FuzzyDate{OriginalText: text, Calendar: referral.Code(calendar), Quality: referral.Stated}
	if earliest > latest || earliest < 1000 || latest > 9999 {
		return date, ErrYears
	}
	ends := referral.EDTF{From: referral.EDTFDate{Year: earliest}, To: referral.EDTFDate{Year: latest}}
	date.EDTF = ends.From.String()
	if latest > earliest {
		date.EDTF += "/" + ends.To.String()
	}
	return date, nil
}

// read tries EDTF as it stands, then words.
func read(text string) (edtf string, twoWays, ok bool) {
	text = tidy(text)
	if e, err := referral.ParseEDTF(strings.ToUpper(text)); err == nil {
		return e.String(), false, true
	}
	r := reader{words: split(text)}
	edtf, ok = r.date()
	if !ok {
		return "", false, false
	}
	_, err := referral.ParseEDTF(edtf)
	return edtf, r.twoWays, err == nil
}

// tidy makes figures of other scripts plain and spaces one.
func tidy(text string) string {
	text = strings.Map(func(c rune) rune {
		for _, zero := range []rune{'٠', '۰', '०', '০'} {
			if c >= zero && c <= zero+9 {
				return '0' + c - zero
			}
		}
		switch c {
		case '–', '—', '‐', '‑', '−':
			return '-'
		case '’', '\u02bc':
			return '\''
		}
		return c
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// part is one date that words gave, before it is written as EDTF.
type part struct{ year, month, day int }

func (p part) valid() bool {
	if p.year < 1000 || p.year > 9999 || p.month < 0 || p.day < 0 {
		return false
	}
	if p.day == 0 {
		return p.month <= 12 || p.month >= referral.Spring && p.month <= referral.Winter
	}
	days := time.Date(p.year, time.Month(p.month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return p.month >= 1 && p.month <= 12 && p.day <= days
}

func (p part) edtf() string {
	return referral.EDTFDate{Year: p.year, Month: p.month, Day: p.day}.String()
}
