package referral

import (
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"unicode"
)

// Errors of case codes.
var (
	ErrCaseCode = errors.New("not a case code")
	ErrNoCode   = errors.New("no case code is free")
)

// drawTries bounds how often a taken code is drawn again.
const drawTries = 2000

// CaseCode is the name under which a case is spoken of: a word and two digits,
// three once half of those are used. It says nothing about anybody.
type CaseCode struct {
	Word   string // lower case
	Digits string
}

// ParseCaseCode reads a code as people write it: Kestrel 27, kestrel-27.
func ParseCaseCode(text string) (CaseCode, error) {
	text = strings.ToLower(strings.TrimSpace(text))
	i := strings.IndexAny(text, " -")
	if i < 0 {
		return CaseCode{}, ErrCaseCode
	}
	c := CaseCode{Word: text[:i], Digits: strings.TrimLeft(text[i:], " -")}
	if len(c.Word) < 3 || len(c.Word) > 12 || !all(c.Word, 'a', 'z') ||
		len(c.Digits) < 2 || len(c.Digits) > 3 || !all(c.Digits, '0', '9') {
		return CaseCode{}, ErrCaseCode
	}
	return c, nil
}

// String writes the code as it is shown: Kestrel 27.
func (c CaseCode) String() string {
	if c.Word == "" {
		return ""
	}
	return string(unicode.ToUpper(rune(c.Word[0]))) + c.Word[1:] + " " + c.Digits
}

// Argument writes the code as commands take it: kestrel-27.
func (c CaseCode) Argument() string { return c.Word + "-" + c.Digits }

// DrawCaseCode draws a code that is not taken, with three digits once half of
// those with two are. It returns ErrNoCode where nothing free was found, and
// random's error.
func DrawCaseCode(words []string, taken func(code string) bool, random io.Reader) (CaseCode, error) {
	if len(words) == 0 {
		return CaseCode{}, ErrNoCode
	}
	digits := 2
	if halfTaken(words, taken) {
		digits = 3
	}
	for range drawTries {
		c, err := drawOne(words, digits, random)
		if err != nil {
			return CaseCode{}, err
		}
		if !taken(c.String()) {
			return c, nil
		}
	}
	return CaseCode{}, ErrNoCode
}

func halfTaken(words []string, taken func(code string) bool) bool {
	used := 0
	for _, word := range words {
		for n := range 100 {
			if taken(CaseCode{strings.ToLower(word), twoDigits(n)}.String()) {
				used++
			}
		}
	}
	return used*2 >= len(words)*100
}

func twoDigits(n int) string { return string(rune('0'+n/10)) + string(rune('0'+n%10)) }

func drawOne(words []string, digits int, random io.Reader) (CaseCode, error) {
	word, err := below(len(words), random)
	if err != nil {
		return CaseCode{}, err
	}
	c := CaseCode{Word: strings.ToLower(words[word])}
	for range digits {
		digit, err := below(10, random)
		if err != nil {
			return CaseCode{}, err
		}
		c.Digits += string(rune('0' + digit))
	}
	return c, nil
}

// below draws evenly from 0 to n-1. What would favour the low numbers is
// thrown away.
func below(n int, random io.Reader) (int, error) {
	var b [4]byte
	fair := ^uint32(0) / uint32(n) * uint32(n)
	for {
		if _, err := io.ReadFull(random, b[:]); err != nil {
			return 0, err
		}
		if v := binary.BigEndian.Uint32(b[:]); v < fair {
			return int(v % uint32(n)), nil
		}
	}
}

func all(text string, first, last byte) bool {
	for i := range len(text) {
		if text[i] < first || text[i] > last {
			return false
		}
	}
	return true
}
