package referral

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// afterYear are words behind a year that give it to another calendar. The short
// ones are that only in capitals or with points.
var afterYear = struct{ short, long []string }{
	short: []string{"EC", "SH", "AH"},
	long: []string{
		"E.C", "S.H", "A.H", "Ethiopian", "Solar Hijri", "Hijri", "éthiopien", "calendrier éthiopien", "hégire",
		"de l’hégire", "de l'hégire", "solaire", "calendrier solaire",
	},
}

// nativeYear are such words in the scripts of those calendars, behind a year or
// before it.
var nativeYear = []string{
	"هجری", "هجري", "هجرية", "الهجري", "بالتقويم الهجري", "شمسی", "شمسي", "قمری", "قمري", "خورشیدی", "هـ", "ه.ش", "ه.ق", "ه ش", "ه ق",
	"حبشی", "حبشي", "إثيوبي", "اثيوبي", "الإثيوبي", "بالتقويم الإثيوبي", "بالتقويم الاثيوبي", "اتیوپی",
	"ዓ.ም", "ዓ/ም", "ዓም",
}

// otherCalendar reports whether the words about a year give it to another
// calendar than the Gregorian. Of several years before one such word it counts
// for each.
func otherCalendar(before, after string) bool {
	if strings.Contains(lastWords(before), "እ.ኤ.አ") { // by the European calendar
		return false
	}
	after = behindYears(after)
	for _, word := range afterYear.short {
		if rest, ok := strings.CutPrefix(after, word); ok && endsWord(rest) {
			return true
		}
	}
	for _, word := range afterYear.long {
		if len(after) >= len(word) && strings.EqualFold(after[:len(word)], word) && endsWord(after[len(word):]) {
			return true
		}
	}
	before = strings.TrimRight(before, " (")
	for _, word := range nativeYear {
		if rest, ok := strings.CutPrefix(after, word); ok && endsWord(rest) || strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}

// behindYears cuts off what may stand between a year and the word for its
// calendar: more figures, and what joins them.
func behindYears(text string) string {
	for {
		rest := strings.TrimLeftFunc(text, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(" \u00a0(-–—/", r) })
		for _, joins := range []string{"to ", "and ", "à ", "et ", "تا ", "و ", "إلى "} {
			if next, ok := strings.CutPrefix(rest, joins); ok && strings.IndexFunc(next, unicode.IsDigit) == 0 {
				rest = next
			}
		}
		if rest == text {
			return rest
		}
		text = rest
	}
}

// endsWord reports whether no letter stands at the start of the rest.
func endsWord(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return !unicode.IsLetter(r)
}

// lastWords returns the end of the text, as much as a word or two.
func lastWords(text string) string {
	const most = 24
	return text[max(len(text)-most, 0):]
}
