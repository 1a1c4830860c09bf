package dates

import "strings"

// reader makes EDTF of the words of one text.
type reader struct {
	words   []string
	twoWays bool
}

// date reads a whole text: marks of doubt anywhere, then a bound, a range or
// one date.
func (r *reader) date() (edtf string, ok bool) {
	approximate, uncertain := r.take(isApproximate), r.take(isUncertain)
	mark := ""
	switch {
	case approximate && uncertain:
		mark = "%"
	case approximate:
		mark = "~"
	case uncertain:
		mark = "?"
	}
	if edtf, ok = r.bound(mark); ok {
		return edtf, true
	}
	if edtf, ok = r.single(r.words, mark); ok {
		return edtf, true
	}
	return r.between(mark)
}

// take removes every word of a kind and reports whether there was one.
func (r *reader) take(is func(string) bool) bool {
	var kept []string
	for _, word := range r.words {
		if !is(word) {
			kept = append(kept, word)
		}
	}
	took := len(kept) < len(r.words)
	r.words = kept
	return took
}

// bound reads "before 2010" and "since March 2019": the named day, month or
// year itself is not ruled out, for people mean either.
func (r *reader) bound(mark string) (string, bool) {
	if len(r.words) < 2 {
		return "", false
	}
	first, rest := r.words[0], r.words[1:]
	if !isBefore(first) && !isAfter(first) {
		return "", false
	}
	end, ok := r.single(rest, mark)
	if !ok {
		return "", false
	}
	early, late, both := strings.Cut(end, "/")
	if !both {
		late = early
	}
	if isBefore(first) {
		return "../" + late, true
	}
	return early + "/..", true
}

// between reads "between 2001 and 2003", "2019-05 / 2019-08", "1981-1984",
// "March to May 2019". The words are cut where both sides are dates.
func (r *reader) between(mark string) (string, bool) {
	words := r.words
	if len(words) > 0 && isBetween(words[0]) {
		words = words[1:]
	}
	for i, word := range words {
		if i == 0 || !isTo(word) {
			continue
		}
		to, ok := r.single(words[i+1:], mark)
		if !ok {
			continue
		}
		from, ok := r.single(words[:i], mark)
		if !ok { // the year is said once: March to May 2019
			from, ok = r.single(append(append([]string{}, words[:i]...), to[:4]), mark)
		}
		if ok && !r.twoWays {
			return from + "/" + to, true
		}
	}
	r.twoWays = false
	return "", false
}

// single reads one date and gives it the mark. A date that can be read in two
// ways is the range of both.
func (r *reader) single(words []string, mark string) (string, bool) {
	if decade, ok := decadeOf(words); ok {
		return decade + mark, true
	}
	p, other, ok := numbersAndNames(words)
	if !ok || !p.valid() {
		if !other.valid() {
			return "", false
		}
		p, other = other, part{}
	}
	if other == p || !other.valid() {
		return p.edtf() + mark, true
	}
	r.twoWays = true
	early, late := p.edtf(), other.edtf()
	if late < early {
		early, late = late, early
	}
	return early + mark + "/" + late + mark, true
}

// decadeOf reads "1980s"; "the 80s" says too little.
func decadeOf(words []string) (string, bool) {
	for len(words) > 0 && isFiller(words[0]) {
		words = words[1:]
	}
	if len(words) == 2 && words[1] == "s" && len(words[0]) == 4 && words[0][3] == '0' && words[0][0] >= '1' {
		return words[0][:3] + "X", true
	}
	return "", false
}
