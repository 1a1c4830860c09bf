package bidi

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	ucd "golang.org/x/text/unicode/bidi"
)

// leastTelephone is how many digits make spaced groups a telephone number and
// not, say, a list of years.
const leastTelephone = 7

const isolate, ownOrder, endIsolate = "\u2066", "\u2068", "\u2069"

// A date has three parts or more, so that a span of years, which reads as the
// text around it does, is none. A telephone number begins with + or a nought.
var (
	date      = regexp.MustCompile(`^\p{Nd}+(?:[-/.:]\p{Nd}+){2,}`)
	telephone = regexp.MustCompile(`^[+(]{0,2}\p{Nd}+\)?(?:[ \x{A0}\x{202F}-]?\(?\p{Nd}+\)?)*`)
)

// IsolateFigures returns text in which each date and telephone number that is
// written in figures stands in an isolate from left to right. People read these
// so in every script; without it the rules turn the groups of "+93 70 123 4567"
// and of "2012-03-04" round behind an Arabic letter, and move a date that
// follows an Arabic name in a Latin line to the left of it.
func IsolateFigures(text string) string {
	var made strings.Builder
	done, before := 0, ' '
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		length := 0
		if begins := r == '+' || r == '(' || unicode.IsDigit(r); begins && !unicode.IsLetter(before) && !unicode.IsDigit(before) {
			length = figure(text[at:])
		}
		if length > 0 {
			made.WriteString(text[done:at] + isolate + text[at:at+length] + endIsolate)
			done, size = at+length, length
		}
		before, _ = utf8.DecodeLastRuneInString(text[:at+size])
		at += size
	}
	if done == 0 {
		return text
	}
	made.WriteString(text[done:])
	return made.String()
}

// Isolate returns words that stand inside others, such as a name in a sentence,
// so that they keep their own order and leave that of the others alone. Words
// from left to right alone come back as they are.
func Isolate(words string) string {
	if Plain(words) {
		return words
	}
	return ownOrder + words + endIsolate
}

// figure is the length of the date or telephone number that text begins with.
func figure(text string) int {
	if found := date.FindString(text); found != "" {
		return len(found)
	}
	if start := strings.TrimPrefix(text, "("); !strings.HasPrefix(start, "+") && !noughtFirst(start) {
		return 0
	}
	found := telephone.FindString(text)
	if strings.Count(found, ")") > strings.Count(found, "(") {
		found = strings.TrimSuffix(found, ")") // it closes what stands around the number
	}
	digits := 0
	for _, r := range found {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	if digits < leastTelephone {
		return 0
	}
	return len(found)
}

// noughtFirst reports whether text begins with the digit nought of its script;
// the digits of each script stand together in Unicode, nought first.
func noughtFirst(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsDigit(r) && !unicode.IsDigit(r-1)
}

// WithoutControls returns text without the characters that only embed, override
// and isolate, once a line was ordered by them. They have no shape, but fonts
// may draw one.
func WithoutControls(text string) string {
	return strings.Map(func(r rune) rune {
		switch classOf(r) {
		case ucd.LRE, ucd.RLE, ucd.LRO, ucd.RLO, ucd.PDF, ucd.LRI, ucd.RLI, ucd.FSI, ucd.PDI:
			return -1
		}
		return r
	}, text)
}
