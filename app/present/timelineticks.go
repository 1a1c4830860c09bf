package present

import (
	"strconv"
	"strings"
	"time"

	"harbour/app/referral"
)

// TimeTick is a mark along the top of a timeline.
type TimeTick struct {
	At    time.Time
	Month bool // it is of a month within the year
}

// Least room between marks, in the units of the picture.
const (
	leastYearRoom  = 48
	leastMonthRoom = 64
)

// maxTicks bounds what is made for any range.
const maxTicks = 400

// TimelineTicks lists the marks between two days where a day is perDay wide:
// years, every few where they stand close, and months where there is room.
func TimelineTicks(from, until time.Time, perDay float64) []TimeTick {
	if perDay <= 0 || until.Before(from) {
		return nil
	}
	var all []TimeTick
	months := monthStep(perDay)
	years := yearStep(perDay)
	at := time.Date(from.Year()-from.Year()%years, 1, 1, 0, 0, 0, 0, time.UTC)
	for !at.After(until) && len(all) < maxTicks {
		if !at.Before(from) {
			all = append(all, TimeTick{at, at.Month() != time.January})
		}
		if months > 0 {
			at = at.AddDate(0, months, 0)
		} else {
			at = at.AddDate(years, 0, 0)
		}
	}
	return all
}

// YearTick is a mark along the foot of a timeline: where a year of the second
// calendar begins, in its own figures.
type YearTick struct {
	At    time.Time
	Words string
}

// TimelineYears lists the years of another calendar that begin between two
// days, every few where they stand close.
func TimelineYears(calendar string, from, until time.Time, perDay float64) []YearTick {
	if perDay <= 0 || until.Before(from) {
		return nil
	}
	var all []YearTick
	step, code := yearStep(perDay), referral.Code(calendar)
	first := referral.YearIn(code, from)
	for year := first - first%step; len(all) < maxTicks; year += step {
		at, ok := referral.NewYear(code, year)
		if !ok || at.After(until) {
			return all
		}
		if !at.Before(from) {
			all = append(all, YearTick{at, figures(code, year)})
		}
	}
	return all
}

// figures writes a year as those write it who reckon by that calendar.
func figures(calendar referral.Code, year int) string {
	words := strconv.Itoa(year)
	if calendar != referral.SolarHijri {
		return words
	}
	return strings.Map(func(r rune) rune { return r - '0' + '۰' }, words)
}

// monthStep is after how many months a mark stands, 0 where years are enough.
func monthStep(perDay float64) int {
	for _, n := range []int{1, 2, 3, 6} {
		if perDay*30*float64(n) >= leastMonthRoom {
			return n
		}
	}
	return 0
}

func yearStep(perDay float64) int {
	for _, n := range []int{1, 2, 5, 10, 20} {
		if perDay*365*float64(n) >= leastYearRoom {
			return n
		}
	}
	return 50
}
