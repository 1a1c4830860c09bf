package referral_test

import (
	"testing"
	"time"

	"harbour/app/referral"
)

// New years as the Iranian calendar centre and the Ethiopian church give them.
func TestNewYear(t *testing.T) {
	for _, tt := range []struct {
		calendar referral.Code
		year     int
		want     string
	}{
		{referral.SolarHijri, 1358, "1979-03-21"}, {referral.SolarHijri, 1376, "1997-03-21"}, {referral.SolarHijri, 1399, "2020-03-20"},
		{referral.SolarHijri, 1400, "2021-03-21"}, {referral.SolarHijri, 1403, "2024-03-20"}, {referral.SolarHijri, 1404, "2025-03-21"},
		{referral.Ethiopian, 1992, "1999-09-12"}, {referral.Ethiopian, 2000, "2007-09-12"}, {referral.Ethiopian, 2016, "2023-09-12"},
		{referral.Ethiopian, 2017, "2024-09-11"}, {referral.Ethiopian, 2018, "2025-09-11"},
	} {
		day, ok := referral.NewYear(tt.calendar, tt.year)
		if got := day.Format(time.DateOnly); !ok || got != tt.want {
			t.Errorf("%s %d: %s, %t, want %s", tt.calendar, tt.year, got, ok, tt.want)
		}
		if got := referral.YearIn(tt.calendar, day); got != tt.year {
			t.Errorf("%s %d begins in %d", tt.calendar, tt.year, got)
		}
		if got := referral.YearIn(tt.calendar, day.AddDate(0, 0, -1)); got != tt.year-1 {
			t.Errorf("the day before %s %d is in %d", tt.calendar, tt.year, got)
		}
	}
	if _, ok := referral.NewYear(referral.IslamicLunar, 1445); ok {
		t.Error("a lunar year was reckoned")
	}
	if got := referral.YearIn(referral.Gregorian, time.Now()); got != 0 {
		t.Errorf("a year of our own: %d", got)
	}
}
