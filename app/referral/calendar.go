package referral

import "time"

// NewYear returns the day on which a year of another calendar begins. ok is
// false for calendars whose years are not reckoned here: the lunar one begins
// when the moon is seen.
func NewYear(calendar Code, year int) (day time.Time, ok bool) {
	switch calendar {
	case SolarHijri:
		return solarNewYear(year), true
	case Ethiopian:
		return ethiopianNewYear(year), true
	}
	return time.Time{}, false
}

// YearIn returns the year of another calendar in which a day lies, 0 for
// calendars whose years are not reckoned here.
func YearIn(calendar Code, day time.Time) int {
	year := day.Year() - 621
	if calendar == Ethiopian {
		year = day.Year() - 7
	}
	begins, ok := NewYear(calendar, year)
	if !ok {
		return 0
	}
	if day.Before(begins) {
		year--
	}
	return year
}

// solarNewYear returns the day on which the Solar Hijri year begins. Leap are
// eight years of 33; that is true to the equinox from 1178 to 1633.
func solarNewYear(year int) time.Time {
	length := func(years int) int { return 365*years + (8*years+29)/33 }
	return date(1921, 3, 21).AddDate(0, 0, length(year-1)-length(1300-1))
}

// ethiopianNewYear returns the day on which the Ethiopian year begins. Every
// fourth year is leap, and ends with a sixth day of Pagume.
func ethiopianNewYear(year int) time.Time {
	length := func(years int) int { return 365*years + (years+1)/4 }
	return date(2007, 9, 12).AddDate(0, 0, length(year-1)-length(2000-1))
}
