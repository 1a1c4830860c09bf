package present

import "time"

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
