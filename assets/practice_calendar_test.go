package assets_test

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"

	"harbour/app/referral"
)

// What was said in the Ethiopian or the Solar Hijri calendar means the days
// that stand beside it. The reckoning here steps year by year from one new
// year that is known.
func TestPracticeCalendars(t *testing.T) {
	seen := map[referral.Code]int{}
	for name, c := range practice(t) {
		t.Run(name, func(t *testing.T) {
			eachDate(reflect.ValueOf(c), func(d referral.FuzzyDate) {
				cal, ok := calendars[d.Calendar]
				if !ok {
					return
				}
				from, to, ok := cal.read(d.OriginalText)
				early, late, read := d.Range()
				if !ok || !read {
					t.Errorf("%q, %q was not read", d.OriginalText, d.EDTF)
				}
				if !from.Equal(early) || !to.Equal(late) {
					t.Errorf("%q is %s to %s, not %s", d.OriginalText, referral.DayOf(from), referral.DayOf(to), d.EDTF)
				}
				seen[d.Calendar]++
			})
		})
	}
	for _, cal := range []referral.Code{referral.Ethiopian, referral.SolarHijri} {
		if seen[cal] < 30 {
			t.Errorf("got %d dates of %s, want 30 at least", seen[cal], cal)
		}
	}
}

// Days whose date in both calendars is widely known.
func TestCalendarsByKnownDays(t *testing.T) {
	for _, tt := range []struct {
		calendar referral.Code
		text     string
		want     string
	}{
		{referral.SolarHijri, "۲۲ بهمن ۱۳۵۷", "1979-02-11"},
		{referral.SolarHijri, "۳۰ اسفند ۱۳۹۹", "2021-03-20"},
		{referral.SolarHijri, "۱ فروردین ۱۴۰۴", "2025-03-21"},
		{referral.Ethiopian, "መስከረም 1 2000", "2007-09-12"},
		{referral.Ethiopian, "መስከረም 1 2017", "2024-09-11"},
		{referral.Ethiopian, "መስከረም ፩ ቀን ፲፱፻፸፯", "1984-09-11"},
		{referral.Ethiopian, "ታኅሣሥ 29 2016", "2024-01-08"},
	} {
		from, to, ok := calendars[tt.calendar].read(tt.text)
		if !ok || string(referral.DayOf(from)) != tt.want || !to.Equal(from) {
			t.Errorf("%s: got %v to %v, %v, want %s", tt.text, from, to, ok, tt.want)
		}
	}
}

// calendar is one whose years begin on a day that is known for one year.
type calendar struct {
	year     int // of the new year that is known
	begins   time.Time
	months   [][]string
	seasons  map[string]int // the first month of each
	leap     func(year int) bool
	length   func(month int, leap bool) int
	dayFirst bool // of figures with strokes
}

var calendars = map[referral.Code]calendar{
	referral.SolarHijri: {
		year: 1400, begins: time.Date(2021, 3, 21, 0, 0, 0, 0, time.UTC),
		months: [][]string{
			{"فروردین", "حمل"}, {"اردیبهشت", "ثور"}, {"خرداد", "جوزا"}, {"تیر", "سرطان"}, {"مرداد", "اسد"}, {"شهریور", "سنبله"},
			{"مهر", "میزان"}, {"آبان", "عقرب"}, {"آذر", "قوس"}, {"دی", "جدی"}, {"بهمن", "دلو"}, {"اسفند", "حوت"},
		},
		seasons: map[string]int{"بهار": 1, "تابستان": 4, "پاییز": 7, "خزان": 7, "زمستان": 10},
		leap:    func(year int) bool { return (25*year+11)%33 < 8 },
		length: func(month int, leap bool) int {
			switch {
			case month <= 6:
				return 31
			case month < 12 || leap:
				return 30
			}
			return 29
		},
	},
	referral.Ethiopian: {
		year: 2000, begins: time.Date(2007, 9, 12, 0, 0, 0, 0, time.UTC), dayFirst: true,
		months: [][]string{
			{"መስከረም"}, {"ጥቅምት"}, {"ኅዳር"}, {"ታኅሣሥ"}, {"ጥር"}, {"የካቲት"}, {"መጋቢት"}, {"ሚያዝያ"}, {"ግንቦት"}, {"ሰኔ"}, {"ሐምሌ"}, {"ነሐሴ"}, {"ጳጉሜን"},
		},
		leap: func(year int) bool { return year%4 == 3 },
		length: func(month int, leap bool) int {
			switch {
			case month < 13:
				return 30
			case leap:
				return 6
			}
			return 5
		},
	},
}

// read returns the first and the last day of a day, a month, a season or a year.
func (c calendar) read(text string) (from, to time.Time, ok bool) {
	var numbers []int
	month, span := 0, 1
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		if n := number(word); n > 0 {
			numbers = append(numbers, n)
			continue
		}
		for i, names := range c.months {
			for _, name := range names {
				if word == name {
					month = i + 1
				}
			}
		}
		if first, ok := c.seasons[word]; ok {
			month, span = first, 3
		}
	}
	switch {
	case len(numbers) == 3 && c.dayFirst:
		return c.days(numbers[2], numbers[1], numbers[0])
	case len(numbers) == 3:
		return c.days(numbers[0], numbers[1], numbers[2])
	case len(numbers) == 2 && month > 0:
		return c.days(numbers[1], month, numbers[0])
	case len(numbers) == 1 && month > 0:
		return c.first(numbers[0], month), c.first(numbers[0], month+span).AddDate(0, 0, -1), true
	case len(numbers) == 1:
		return c.first(numbers[0], 1), c.first(numbers[0]+1, 1).AddDate(0, 0, -1), true
	}
	return from, to, false
}

func (c calendar) days(year, month, day int) (from, to time.Time, ok bool) {
	if month > len(c.months) || day > c.length(month, c.leap(year)) {
		return from, to, false
	}
	from = c.first(year, month).AddDate(0, 0, day-1)
	return from, from, true
}

// first is the first day of a month; the one after the last is of the next year.
func (c calendar) first(year, month int) time.Time {
	if month > len(c.months) {
		year, month = year+1, 1
	}
	day := c.begins
	for y := c.year; y < year; y++ {
		day = day.AddDate(0, 0, c.daysOf(y))
	}
	for y := c.year - 1; y >= year; y-- {
		day = day.AddDate(0, 0, -c.daysOf(y))
	}
	for m := 1; m < month; m++ {
		day = day.AddDate(0, 0, c.length(m, c.leap(year)))
	}
	return day
}

func (c calendar) daysOf(year int) int {
	if c.leap(year) {
		return 366
	}
	return 365
}

// number reads decimal digits of any script and the numbers of the Ethiopic,
// which count tens, hundreds and units; 0 for anything else.
func number(word string) int {
	n, hundreds := 0, 0
	for _, r := range word {
		switch {
		case r >= '፩' && r <= '፱':
			n += int(r-'፩') + 1
		case r >= '፲' && r <= '፺':
			n += 10 * (int(r-'፲') + 1)
		case r == '፻':
			hundreds, n = 100*max(n, 1), 0
		case r >= '0' && r <= '9':
			n = 10*n + int(r-'0')
		case r >= '۰' && r <= '۹':
			n = 10*n + int(r-'۰')
		default:
			return 0
		}
	}
	return hundreds + n
}

// eachDate calls found for every date in v.
func eachDate(v reflect.Value, found func(referral.FuzzyDate)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachDate(v.Elem(), found)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachDate(v.Index(i), found)
		}
	case reflect.Struct:
		if d, ok := v.Interface().(referral.FuzzyDate); ok {
			found(d)
			return
		}
		for i := range v.NumField() {
			eachDate(v.Field(i), found)
		}
	}
}
