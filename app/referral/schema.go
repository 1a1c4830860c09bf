package referral

import (
	"strconv"
	"strings"
)

// ParseSchema takes "case/1" apart; ok is false for anything else than a name,
// a stroke and a number from 1 up, written as short as it can be.
func ParseSchema(text string) (name string, number int, ok bool) {
	name, digits, found := strings.Cut(text, "/")
	number, err := strconv.Atoi(digits)
	if !found || name == "" || err != nil || number < 1 || strconv.Itoa(number) != digits {
		return "", 0, false
	}
	return name, number, true
}

// Schema writes a schema's name and number.
func Schema(name string, number int) string { return name + "/" + strconv.Itoa(number) }
