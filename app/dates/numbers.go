package dates

import "strconv"

// fields are the numbers and names found in a text that is one date.
type fields struct {
	numbers []string
	month   int // by name
	season  int
	marks   string // between the numbers
}

// numbersAndNames reads the words of one date. other is the second reading
// where day and month are both small numbers.
func numbersAndNames(words []string) (p, other part, ok bool) {
	f, ok := gather(words)
	if !ok {
		return part{}, part{}, false
	}
	switch {
	case f.month > 0 && f.season == 0:
		p, ok = f.named()
	case f.season > 0 && f.month == 0:
		p, ok = f.seasonal()
	case f.month == 0:
		return f.figures()
	default:
		ok = false
	}
	return p, part{}, ok
}

// gather sorts the words. It refuses any that it does not know: half a date
// understood is a date misunderstood.
func gather(words []string) (f fields, ok bool) {
	mark := ""
	for _, word := range words {
		month, season := monthOf(word), seasonOf(word)
		switch {
		case word[0] >= '0' && word[0] <= '9':
			if len(f.numbers) > 0 {
				f.marks += mark
			}
			f.numbers, mark = append(f.numbers, word), ""
		case month > 0 && f.month == 0:
			f.month = month
		case season > 0 && f.season == 0:
			f.season = season
		case word == "." || word == "/" || word == "-":
			mark += word
		case !isFiller(word):
			return f, false
		}
	}
	return f, len(f.numbers) > 0 && len(f.numbers) <= 3
}

// named reads 12 March 2026, March 12 2026, March 2026, 2026 March 12.
func (f fields) named() (part, bool) {
	year, rest, ok := f.year()
	if !ok || len(rest) > 1 {
		return part{}, false
	}
	p := part{year: year, month: f.month}
	if len(rest) == 1 {
		p.day, ok = small(rest[0])
		ok = ok && p.day > 0
	}
	return p, ok
}

func (f fields) seasonal() (part, bool) {
	year, rest, ok := f.year()
	return part{year: year, month: f.season}, ok && len(rest) == 0
}

// figures reads 2026, 2026-03, 03/2026, 2026-03-12 and 12.3.2026. With the year
// first the order is known; with the year last day and month may be either way
// round, except where a point stands between: those who write so put the day
// first.
func (f fields) figures() (p, other part, ok bool) {
	year, rest, ok := f.year()
	if !ok {
		return p, other, false
	}
	p.year = year
	switch len(rest) {
	case 0:
		return p, other, f.marks == ""
	case 1:
		p.month, ok = small(rest[0])
		return p, other, ok && p.month >= 1 && p.month <= 12 && len(f.marks) == 1
	}
	first, ok1 := small(rest[0])
	second, ok2 := small(rest[1])
	if !ok1 || !ok2 || first == 0 || second == 0 || len(f.marks) != 2 || f.marks[0] != f.marks[1] {
		return p, other, false
	}
	if isYear(f.numbers[0]) {
		return part{year, first, second}, other, true
	}
	p = part{year, second, first}
	if f.marks != ".." {
		other = part{year, first, second}
	}
	return p, other, true
}

// year takes the one four-figure number out, which is first or last.
func (f fields) year() (year int, rest []string, ok bool) {
	last := len(f.numbers) - 1
	switch {
	case isYear(f.numbers[last]):
		rest = f.numbers[:last]
	case isYear(f.numbers[0]):
		rest = f.numbers[1:]
	default:
		return 0, nil, false
	}
	for _, number := range rest {
		if isYear(number) {
			return 0, nil, false
		}
	}
	year, err := strconv.Atoi(f.numbers[last])
	if !isYear(f.numbers[last]) {
		year, err = strconv.Atoi(f.numbers[0])
	}
	return year, rest, err == nil
}

func isYear(text string) bool { return len(text) == 4 && text[0] >= '1' }

func small(text string) (int, bool) {
	n, err := strconv.Atoi(text)
	return n, err == nil && len(text) <= 2
}
