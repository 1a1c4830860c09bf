package dates_test

import (
	"errors"
	"strings"
	"testing"

	"harbour/app/dates"
	"harbour/app/referral"
)

func TestParse_reads_what_people_type(t *testing.T) {
	for _, test := range []struct{ typed, want string }{
		// figures
		{"1984", "1984"},
		{" 1984 ", "1984"},
		{"12.3.2026", "2026-03-12"},
		{"12.03.2026", "2026-03-12"},
		{"13/04/2020", "2020-04-13"},
		{"04/13/2020", "2020-04-13"},
		{"05-05-2020", "2020-05-05"},
		{"03/2024", "2024-03"},
		{"3.2024", "2024-03"},
		{"2004-1-5", "2004-01-05"},
		{"2004/1/5", "2004-01-05"},
		{"۱۹۸۴", "1984"},
		{"٢٠٠٤-٠١-٠٥", "2004-01-05"},
		// words
		{"12 March 2026", "2026-03-12"},
		{"March 12, 2026", "2026-03-12"},
		{"March 2026", "2026-03"},
		{"Sept. 2019", "2019-09"},
		{"the 3rd of May 2001", "2001-05-03"},
		{"1er mai 2001", "2001-05-01"},
		{"le 12 août 1999", "1999-08-12"},
		{"juin 1990", "1990-06"},
		{"juillet 1990", "1990-07"},
		{"début d'avril 2011", "2011-04"},
		{"early 1984", "1984"},
		// seasons
		{"autumn 1981", "1981-23"},
		{"spring 1984", "1984-21"},
		{"Fall of 1981", "1981-23"},
		{"l'été 1999", "1999-22"},
		{"hiver 2001", "2001-24"},
		// doubt
		{"c. 1979", "1979~"},
		{"ca 1979", "1979~"},
		{"about 1979", "1979~"},
		{"vers mai 1979", "1979-05~"},
		{"1984?", "1984?"},
		{"maybe 1984", "1984?"},
		{"peut-être 1984", "1984?"},
		{"March 1984?", "1984-03?"},
		{"perhaps about 1984", "1984%"},
		// bounds and ranges
		{"before 2010", "../2010"},
		{"avant mars 2010", "../2010-03"},
		{"since 2019", "2019/.."},
		{"after 12 March 2019", "2019-03-12/.."},
		{"before 03/04/2020", "../2020-04-03"},
		{"2019-05 / 2019-08", "2019-05/2019-08"},
		{"1981-1984", "1981/1984"},
		{"1981 – 1984", "1981/1984"},
		{"between 2001 and 2003", "2001/2003"},
		{"entre 2001 et 2003", "2001/2003"},
		{"March to May 2019", "2019-03/2019-05"},
		{"1979 or 1980", "1979/1980"},
		{"from spring 1984 to autumn 1985", "1984-21/1985-23"},
		{"about 1981-1984", "1981~/1984~"},
		{"1980s", "198X"},
		{"in the 1980s", "198X"},
		// EDTF itself
		{"198x", "198X"},
		{"1985-XX-XX", "1985-XX-XX"},
		{"1984~/2004-06", "1984~/2004-06"},
		{"1985-04-12/..", "1985-04-12/.."},
	} {
		got, err := dates.Parse(test.typed, "gregorian")
		if err != nil || got.Date.EDTF != test.want {
			t.Errorf("%q: got %q, %v, want %q", test.typed, got.Date.EDTF, err, test.want)
		}
		if got.Date.OriginalText != test.typed {
			t.Errorf("%q: original text became %q", test.typed, got.Date.OriginalText)
		}
		if got.TwoWays && !strings.Contains(test.typed, "03/04") {
			t.Errorf("%q: said to be readable in two ways", test.typed)
		}
	}
}

func TestParse_says_when_day_and_month_may_be_swapped(t *testing.T) {
	got, err := dates.Parse("03/04/2020", "")
	if err != nil || !got.TwoWays || got.Date.EDTF != "2020-03-04/2020-04-03" {
		t.Errorf("got %+v, %v", got, err)
	}
	got, err = dates.Parse("13/04/2020", "")
	if err != nil || got.TwoWays {
		t.Errorf("one way only: got %+v, %v", got, err)
	}
}

func TestParse_keeps_words_that_it_cannot_read(t *testing.T) {
	for _, typed := range []string{
		"", "yesterday", "when I was ten", "30 February 2020", "12/3/81", "the 80s", "32.1.2020", "2020-13-13",
		"March", "1984 1985", "12 March April 2020", "between 2003 and 2001", "0984", "3 days before 2010 or so",
	} {
		got, err := dates.Parse(typed, "gregorian")
		if !errors.Is(err, dates.ErrUnread) {
			t.Errorf("%q: got %q, %v, want %v", typed, got.Date.EDTF, err, dates.ErrUnread)
		}
		if got.Date.OriginalText != typed || got.Date.EDTF != "" {
			t.Errorf("%q: words not kept alone: %+v", typed, got.Date)
		}
	}
	if _, err := dates.Parse(strings.Repeat("1", 201), ""); !errors.Is(err, dates.ErrTooLong) {
		t.Errorf("long text: got %v, want %v", err, dates.ErrTooLong)
	}
}

func TestParse_marks_an_estimate(t *testing.T) {
	for typed, want := range map[string]referral.Code{"about 1979": "estimated", "1979": "stated", "1979?": "stated"} {
		if got, _ := dates.Parse(typed, ""); got.Date.Quality != want {
			t.Errorf("%q: quality %s, want %s", typed, got.Date.Quality, want)
		}
	}
}

func TestParse_keeps_other_calendars_as_said(t *testing.T) {
	got, err := dates.Parse("زمستان ۱۳۸۸", "solar_hijri")
	if err != nil || got.Date.EDTF != "" || got.Date.Calendar != referral.SolarHijri || got.Date.OriginalText != "زمستان ۱۳۸۸" {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestWithYears(t *testing.T) {
	got, err := dates.WithYears("زمستان ۱۳۸۸", "solar_hijri", 2009, 2010)
	if err != nil || got.EDTF != "2009/2010" || got.OriginalText != "زمستان ۱۳۸۸" {
		t.Errorf("got %+v, %v", got, err)
	}
	if got, _ := dates.WithYears("1369", "solar_hijri", 1990, 1990); got.EDTF != "1990" {
		t.Errorf("one year: got %q", got.EDTF)
	}
	for _, years := range [][2]int{{2010, 2009}, {999, 2000}, {2000, 10000}} {
		if _, err := dates.WithYears("x", "ethiopian", years[0], years[1]); !errors.Is(err, dates.ErrYears) {
			t.Errorf("%v: got %v, want %v", years, err, dates.ErrYears)
		}
	}
}

// FuzzParse holds: what is read is EDTF that reads again to the same range,
// and the words stay.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"autumn 1981", "c. 1979", "03/04/2020", "2019-05 / 2019-08", "before 2010", "1984?", "12 mars 2026", "1980s", "۱۹۸۴"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		got, err := dates.Parse(typed, "gregorian")
		if err != nil {
			return
		}
		if got.Date.OriginalText != typed {
			t.Fatal("words were changed")
		}
		e, err := referral.ParseEDTF(got.Date.EDTF)
		if err != nil || e.String() != got.Date.EDTF {
			t.Fatalf("%q gave %q, which is no EDTF", typed, got.Date.EDTF)
		}
		early, late, ok := got.Date.Range()
		if !ok || (!early.IsZero() && !late.IsZero() && late.Before(early)) {
			t.Fatalf("%q gave an empty range", typed)
		}
		again, err := dates.Parse(got.Date.EDTF, "gregorian")
		if err != nil || again.Date.EDTF != got.Date.EDTF {
			t.Fatalf("%q reads %q, then %q", typed, got.Date.EDTF, again.Date.EDTF)
		}
	})
}
