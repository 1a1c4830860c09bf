package referral

import (
	"slices"
	"strings"
	"unicode"
)

// shownDate is a date as a paper shows it: a year, and two numbers of which
// nobody here says which is the month.
type shownDate struct {
	year   int
	others [2]int // sorted; 0 where there is none
}

// lastOtherYear parts years of the Gregorian calendar from those of others.
const lastOtherYear = 1700

// readShown reads figures in any script, and months by name.
func readShown(text string) (d shownDate, ok bool) {
	var numbers []int
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if n, ok := figures(word); ok {
			numbers = append(numbers, n)
		} else if m := monthNamed(word); m > 0 {
			numbers = append(numbers, m)
		}
	}
	year := slices.IndexFunc(numbers, func(n int) bool { return n >= 1000 })
	if year < 0 || len(numbers) > 3 {
		return shownDate{}, false
	}
	d.year = numbers[year]
	copy(d.others[:], slices.Delete(numbers, year, year+1))
	slices.Sort(d.others[:])
	return d, true
}

// agrees reports whether both can mean the same day. Years of different
// calendars are not compared.
func (d shownDate) agrees(other shownDate, ethiopian bool) bool {
	apart := max(d.year-other.year, other.year-d.year)
	switch {
	case (d.year < lastOtherYear) != (other.year < lastOtherYear), d.year < lastOtherYear && apart > 20:
		return true
	case ethiopian && (apart == 7 || apart == 8):
		return true
	case apart != 0:
		return false
	}
	return d.others == other.others || d.others == [2]int{} || other.others == [2]int{}
}

// figures reads a number of decimal digits of any script.
func figures(word string) (n int, ok bool) {
	for _, r := range word {
		digit, isDigit := digitOf(r)
		if !isDigit || n > 1e6 {
			return 0, false
		}
		n = n*10 + digit
	}
	return n, word != ""
}

// digitOf returns the value of a decimal digit. Each script has its ten in a
// row that begins with its zero.
func digitOf(r rune) (int, bool) {
	if r >= '0' && r <= '9' {
		return int(r - '0'), true
	}
	if r < 0x660 || !unicode.IsDigit(r) {
		return 0, false
	}
	zero := r
	for r-zero < 9 && unicode.IsDigit(zero-1) {
		zero--
	}
	return int(r - zero), true
}

// monthNamed reads the names that passports show, English and French.
func monthNamed(word string) int {
	word = strings.ToLower(word)
	for i, names := range [...]string{
		"jan", "feb fev fév", "mar", "apr avr", "may mai", "jun juin", "jul juil", "aug aou aoû", "sep", "oct", "nov", "dec déc",
	} {
		for name := range strings.FieldsSeq(names) {
			if strings.HasPrefix(word, name) {
				return i + 1
			}
		}
	}
	return 0
}
