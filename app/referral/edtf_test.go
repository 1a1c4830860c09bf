package referral_test

import (
	"testing"
	"time"

	"harbour/app/referral"
)

func TestParseEDTF(t *testing.T) {
	for _, test := range []struct {
		text, from, to string
		precision      referral.Precision
	}{
		{"1984", "1984-01-01", "1984-12-31", "year"},
		{"1984-02", "1984-02-01", "1984-02-29", "month"},
		{"1985-02", "1985-02-01", "1985-02-28", "month"},
		{"1984-02-29", "1984-02-29", "1984-02-29", "day"},
		{"198X", "1980-01-01", "1989-12-31", "range"},
		{"19XX", "1900-01-01", "1999-12-31", "range"},
		{"1985-XX", "1985-01-01", "1985-12-31", "year"},
		{"1985-04-XX", "1985-04-01", "1985-04-30", "month"},
		{"1985-XX-XX", "1985-01-01", "1985-12-31", "year"},
		{"1984?", "1984-01-01", "1984-12-31", "year"},
		{"1984-06-02~", "1984-06-02", "1984-06-02", "day"},
		{"1984-06%", "1984-06-01", "1984-06-30", "month"},
		{"1981-21", "1981-03-01", "1981-06-21", "range"},
		{"1981-22", "1981-06-01", "1981-09-23", "range"},
		{"1981-23", "1981-09-01", "1981-12-22", "range"},
		{"1981-24", "1981-01-01", "1982-03-20", "range"},
		{"1964/2008", "1964-01-01", "2008-12-31", "range"},
		{"2004-06-01/2004-06-20", "2004-06-01", "2004-06-20", "range"},
		{"1984~/2004-06", "1984-01-01", "2004-06-30", "range"},
		{"1985-04-12/..", "1985-04-12", "", "range"},
		{"../1985-04-12", "", "1985-04-12", "range"},
		{"1985-04-12/", "1985-04-12", "", "range"},
		{"/1985-04-12", "", "1985-04-12", "range"},
	} {
		e, err := referral.ParseEDTF(test.text)
		if err != nil || e.String() != test.text {
			t.Errorf("%s: got %s, %v", test.text, e, err)
			continue
		}
		from, to := e.Range()
		if show(from) != test.from || show(to) != test.to || e.Precision() != test.precision {
			t.Errorf("%s: got %s to %s, %s", test.text, show(from), show(to), e.Precision())
		}
	}
}

func TestParseEDTF_refuses(t *testing.T) {
	for _, text := range []string{
		"", "/", "../..", "../", "/..", "..", "84", "01984", "0984", "-1984", "Y170000002", "1984-", "1984-13", "1984-00",
		"1984-25", "1984-6", "1984-02-30", "1985-02-29", "1984-06-2", "1984-21-01", "198X-06", "XXXX", "1XXX", "X984",
		"1984-X1", "1984-XX-01", "1984??", "?1984", "1984-06?-02", "2008/1964", "1964/2008/2010", "1984-06-02T10:00",
		"[1984]", "1984 ", " 1984", "1984‐06", "１９８４",
	} {
		if e, err := referral.ParseEDTF(text); err == nil {
			t.Errorf("%q was read as %s", text, e)
		}
	}
}

// FuzzParseEDTF holds: what is read is written as it was, and its range is not
// empty.
func FuzzParseEDTF(f *testing.F) {
	for _, seed := range []string{"1984", "198X", "1984-02-29~", "1985-XX-XX", "1981-24", "1984~/2004-06", "../1985-04-12", "1985/"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		e, err := referral.ParseEDTF(text)
		if err != nil {
			return
		}
		if e.String() != text {
			t.Fatalf("%q is written %q", text, e)
		}
		from, to := e.Range()
		if from.IsZero() && to.IsZero() || !from.IsZero() && !to.IsZero() && to.Before(from) {
			t.Fatalf("%q has no range", text)
		}
	})
}

func TestAge_is_a_range(t *testing.T) {
	for _, test := range []struct {
		edtf             string
		youngest, oldest int
		adult, child     bool
	}{
		{"2008-03-19", 18, 18, true, false},
		{"2008-03-20", 17, 17, false, true},
		{"2008", 17, 18, false, false},
		{"2009", 16, 17, false, true},
		{"2004-02-29", 22, 22, true, false},
		{"../2000", 25, -1, true, false},
		{"2000/..", 0, 26, false, false},
		{"2030", 0, 0, false, true},
		{"", 0, -1, false, false},
	} {
		age := referral.FuzzyDate{EDTF: test.edtf}.Age(today)
		if age.Youngest != test.youngest || age.Oldest != test.oldest {
			t.Errorf("%s: got %+v", test.edtf, age)
		}
		if age.SurelyAtLeast(18) != test.adult || age.SurelyUnder(18) != test.child {
			t.Errorf("%s: surely adult %v, surely child %v", test.edtf, age.SurelyAtLeast(18), age.SurelyUnder(18))
		}
	}
}

func TestBirthday_is_never_a_day_late(t *testing.T) {
	leap := time.Date(2004, 2, 29, 0, 0, 0, 0, time.UTC)
	if got := show(referral.Birthday(leap, 22)); got != "2026-02-28" {
		t.Errorf("got %s", got)
	}
	if got := show(referral.Birthday(leap, 24)); got != "2028-02-29" {
		t.Errorf("got %s", got)
	}
}

func show(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
