// Package bidi puts text that mixes left-to-right and right-to-left writing in
// the order in which it stands on a line: the Unicode Bidirectional Algorithm,
// UAX #9. It takes the classes of characters from golang.org/x/text and does
// the ordering itself, because the one there cannot tell figures in
// right-to-left text from the line around them.
//
// It never changes, drops or repeats a byte of what it orders, and its work
// grows with the length of the text alone, whatever is nested in it.
package bidi

// Direction is a way to read.
type Direction uint8

// The directions. Auto is that of the first letter which has one, and
// LeftToRight where none has (rules P2 and P3).
const (
	Auto Direction = iota
	LeftToRight
	RightToLeft
)

// Level is the depth at which a character is embedded, at most MaxDepth and
// one more. Even levels read from left to right, odd ones from right to left.
type Level uint8

// MaxDepth is the deepest level that control characters can open (BD2).
const MaxDepth = 125

// RightToLeft reports whether text of this level reads from right to left.
func (l Level) RightToLeft() bool { return l%2 == 1 }

// Run is a stretch of a line that reads one way. Text is in the order in which
// it was typed: whoever draws a run from right to left turns it round, and
// mirrors its brackets (see Mirror).
type Run struct {
	Text        string
	RightToLeft bool
	Start, End  int // offsets of bytes in the text that was ordered
}

// Line orders one line that is a whole paragraph, and returns its runs as they
// stand from left to right. Empty text has none.
func Line(text string, base Direction) []Run {
	return NewParagraph(text, base).Line(0, len(text))
}

// Levels returns the level of each character of one line that is a whole
// paragraph. A character that takes no part, such as a control that opens an
// embedding (rule X9), has the level of the one before it.
func Levels(text string, base Direction) []Level {
	p := NewParagraph(text, base)
	return p.lineLevels(0, len(p.chars))
}

// Plain reports whether nothing in text is written from right to left or
// controls directions. Such text needs no ordering in a line from left to
// right. It allocates nothing.
func Plain(text string) bool {
	for _, r := range text {
		if r >= firstRightToLeft && !plain(r) {
			return false
		}
	}
	return true
}
