package words

import (
	"strconv"
	"time"
)

// Date returns a day with its year: "19 March 2026". The day is t's own, in
// t's zone, as for all of them.
func (w Words) Date(t time.Time) string { return w.date("date.long", t) }

// DayMonth returns a day of this year: "19 March".
func (w Words) DayMonth(t time.Time) string { return w.date("date.day_month", t) }

// ShortDay returns a day for a narrow column: "19 Mar".
func (w Words) ShortDay(t time.Time) string { return w.date("date.short", t) }

// Weekday returns a day as a heading: "Thursday, 19 March".
func (w Words) Weekday(t time.Time) string { return w.date("date.weekday", t) }

// MonthYear returns a month: "March 2026".
func (w Words) MonthYear(t time.Time) string { return w.date("date.month_year", t) }

// Clock returns the time of day: "14:02".
func (w Words) Clock(t time.Time) string {
	return w.Text("date.clock", "hour", t.Format("15"), "minute", t.Format("04"))
}

// date fills the pattern at key. Day and year stay strings: a year has no
// thousands separator.
func (w Words) date(key string, t time.Time) string {
	month := strconv.Itoa(int(t.Month()))
	return w.Text(key,
		"day", strconv.Itoa(t.Day()),
		"month", w.Text("date.month."+month),
		"month_short", w.Text("date.month_short."+month),
		"name", w.Text("date.day."+strconv.Itoa(int(t.Weekday()))),
		"year", strconv.Itoa(t.Year()))
}
