package dates

import (
	"strings"
	"unicode"

	"harbour/app/referral"
)

// fold takes the accents off the few letters that French dates have.
var fold = strings.NewReplacer("é", "e", "è", "e", "ê", "e", "û", "u", "ô", "o", "à", "a", "â", "a")

// split cuts a text into words, numbers and marks, in lower case.
func split(text string) []string {
	var words []string
	kind := func(c rune) int {
		switch {
		case unicode.IsDigit(c):
			return 1
		case unicode.IsLetter(c) || c == '\'':
			return 2
		case unicode.IsSpace(c):
			return 3
		}
		return 0
	}
	last := 0
	for _, c := range fold.Replace(strings.ToLower(text)) {
		now := kind(c)
		if now != 3 {
			if now == last && now != 0 && len(words) > 0 {
				words[len(words)-1] += string(c)
			} else {
				words = append(words, string(c))
			}
		}
		last = now
	}
	for i, word := range words {
		if _, rest, ok := strings.Cut(word, "'"); ok && rest != "" && len(word)-len(rest) == 2 {
			words[i] = rest // l'été, d'avril
		}
	}
	return words
}

// months and seasons in English and French, and the short forms in use.
func monthOf(word string) int {
	if len(word) < 3 {
		return 0
	}
	for month, names := range [][]string{
		{"january", "janvier"}, {"february", "fevrier"}, {"march", "mars"}, {"april", "avril"},
		{"may", "mai"}, {"june", "juin"}, {"july", "juillet"}, {"august", "aout"},
		{"september", "septembre"}, {"october", "octobre"}, {"november", "novembre"}, {"december", "decembre"},
	} {
		for _, name := range names {
			if word == name || (len(word) >= shortest(name) && strings.HasPrefix(name, word)) {
				return month + 1
			}
		}
	}
	return 0
}

// shortest is how many letters tell the month from the others: French juin and
// juillet need four.
func shortest(name string) int {
	if strings.HasPrefix(name, "jui") {
		return 4
	}
	return 3
}

func seasonOf(word string) int {
	switch word {
	case "spring", "printemps":
		return referral.Spring
	case "summer", "ete":
		return referral.Summer
	case "autumn", "fall", "automne":
		return referral.Autumn
	case "winter", "hiver":
		return referral.Winter
	}
	return 0
}

// The words before, after and around a date.

func isApproximate(word string) bool {
	return one(word, "c", "ca", "circa", "about", "around", "approx", "approximately", "roughly", "near",
		"vers", "environ", "autour", "~")
}

func isBefore(word string) bool {
	return one(word, "before", "avant", "until", "jusqu'a", "jusqu'en", "<")
}

func isAfter(word string) bool { return one(word, "after", "since", "apres", "depuis", ">") }

func isUncertain(word string) bool { return one(word, "?", "maybe", "perhaps", "possibly", "peut") }

func isBetween(word string) bool { return one(word, "between", "entre", "from", "de") }

func isTo(word string) bool {
	return one(word, "and", "et", "to", "a", "au", "or", "ou", "till", "-", "/")
}

// isFiller names words that say nothing (in March, the 3rd of May, le 1er mai)
// or less than the date can hold (early 1984 stays the whole year).
func isFiller(word string) bool {
	return one(word, "in", "on", "the", "of", "le", "la", "en", "du", "au", ",", "etre", "st", "nd", "rd", "th", "er",
		"year", "annee", "an", "month", "mois", "early", "late", "mid", "beginning", "end", "debut", "fin", "milieu", "mi")
}

func one(word string, of ...string) bool {
	for _, w := range of {
		if w == word {
			return true
		}
	}
	return false
}
