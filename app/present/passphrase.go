package present

import (
	"unicode"

	"harbour/app/casework"
)

// Typed is a passphrase that is being chosen. It remembers of each letter what
// kind it is, never which, so that its strength can be told while it is typed.
type Typed struct {
	secret *casework.Passphrase
	kinds  []kind
	last   rune // 0 where it is not known any more
}

// kind is what a letter adds for somebody who guesses.
type kind byte

const (
	small kind = iota
	capital
	figure
	sign
	gap  // between words
	same // as the letter before, or the next in the alphabet
)

// NewTyped returns an empty passphrase; its owner destroys it.
func NewTyped() *Typed { return &Typed{secret: casework.NewPassphrase()} }

// PutRune adds a letter, or reports false where there is no room.
func (t *Typed) PutRune(r rune) bool {
	if !t.secret.PutRune(r) {
		return false
	}
	t.kinds = append(t.kinds, kindOf(r, t.last))
	t.last = r
	return true
}

// TakeRune takes the last letter back.
func (t *Typed) TakeRune() {
	if len(t.kinds) == 0 {
		return
	}
	t.secret.TakeRune()
	t.kinds[len(t.kinds)-1], t.last = 0, 0
	t.kinds = t.kinds[:len(t.kinds)-1]
}

// Len is the number of letters.
func (t *Typed) Len() int { return t.secret.Len() }

// Wipe forgets all of it.
func (t *Typed) Wipe() {
	t.secret.Wipe()
	clear(t.kinds)
	t.kinds, t.last = t.kinds[:0], 0
}

// Destroy wipes t for good.
func (t *Typed) Destroy() {
	t.Wipe()
	t.secret.Destroy()
}

// equal reports whether both hold the same letters.
func (t *Typed) equal(o *casework.Passphrase) bool { return t.secret.Equal(o) }

func kindOf(r, last rune) kind {
	switch {
	case unicode.IsSpace(r):
		return gap
	case last != 0 && (r == last || r == last+1 || r == last-1):
		return same
	case unicode.IsDigit(r):
		return figure
	case unicode.IsUpper(r):
		return capital
	case unicode.IsLetter(r):
		return small
	default:
		return sign
	}
}

// Bits are what a passphrase is worth to somebody who guesses with a list of
// words and the usual turns of people: eleven bits for a word, because people
// choose common ones, and no more than three for each of its letters.
const (
	bitsPerWord   = 11
	bitsPerLetter = 3
	shortestWord  = 3
	// Without words: a letter of a text that a person made up.
	bitsSmall, bitsOther = 2.2, 3.5
)

// bits is a low estimate of the strength.
func (t *Typed) bits() float64 {
	words, letters, run, mixed := 0, 0.0, 0, 0.0
	for _, k := range append(t.kinds, gap) {
		if k == gap {
			if run >= shortestWord {
				words++
			}
			run = 0
			continue
		}
		run++
		switch k {
		case same:
			mixed += 0.5
			letters += 0.5
		case small:
			mixed += bitsSmall
			letters += bitsPerLetter
		default:
			mixed += bitsOther
			letters += bitsPerLetter
		}
	}
	if words < 2 {
		return mixed
	}
	return min(float64(words*bitsPerWord), letters)
}

// Strength is how hard a passphrase is to guess.
type Strength struct {
	Bars int    // 0 to 5
	Word string // key
	Note string // key
}

// StrengthEnough is how many bars a desk with real people needs.
const StrengthEnough = 3

// Strength estimates. The steps hold for ten thousand guesses a second, which
// is a room of machines against the cost of opening a vault: hours, months,
// centuries.
func (t *Typed) Strength() Strength {
	if t.Len() == 0 {
		return Strength{}
	}
	switch bits := t.bits(); {
	case bits < 24:
		return Strength{1, "strength.1", "strength.1_note"}
	case bits < 36:
		return Strength{2, "strength.2", "strength.2_note"}
	case bits < 48:
		return Strength{3, "strength.3", "strength.3_note"}
	case bits < 60:
		return Strength{4, "strength.4", "strength.4_note"}
	default:
		return Strength{5, "strength.5", "strength.5_note"}
	}
}
