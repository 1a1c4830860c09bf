package bidi

import (
	"sort"
	"unicode/utf8"

	ucd "golang.org/x/text/unicode/bidi"
)

// firstRightToLeft is where the first script from right to left begins, Hebrew.
const firstRightToLeft = 0x0590

// unpaired stands in char.pair.
const unpaired = -1

// char is one character on its way through the rules.
type char struct {
	r     rune
	at    int       // offset of its first byte
	first ucd.Class // as Unicode has it
	class ucd.Class // as the rules have made it so far
	level Level
	pair  int // of an isolate's beginning or end: where the other one stands
}

// Paragraph is text whose levels are known. Its lines are ordered one by one,
// after a layout has decided where they break.
type Paragraph struct {
	text  string
	chars []char
	base  Level
}

// NewParagraph finds the levels of text, which holds one paragraph. Should a
// paragraph separator stand inside it, all that is open ends there.
func NewParagraph(text string, base Direction) *Paragraph {
	p := &Paragraph{text: text, chars: make([]char, 0, utf8.RuneCountInString(text))}
	for at, r := range text {
		class := classOf(r)
		p.chars = append(p.chars, char{r: r, at: at, first: class, class: class})
	}
	p.pairIsolates()
	if base == Auto {
		base = p.firstStrong(0, len(p.chars))
	}
	if base == RightToLeft {
		p.base = 1
	}
	p.embed()
	for _, s := range p.sequences() {
		s.resolveWeak()
		s.resolveBrackets()
		s.resolveNeutral()
		s.resolveLevels()
	}
	p.levelRemoved()
	return p
}

// Base returns LeftToRight or RightToLeft, the direction of the whole.
func (p *Paragraph) Base() Direction {
	if p.base.RightToLeft() {
		return RightToLeft
	}
	return LeftToRight
}

// Line returns the runs of the bytes from start up to end, as they stand from
// left to right on a line of their own. Both are to be where characters begin.
func (p *Paragraph) Line(start, end int) []Run {
	from, to := p.index(start), p.index(end)
	return p.runs(from, p.lineLevels(from, to))
}

// index is which character begins at an offset.
func (p *Paragraph) index(offset int) int {
	return sort.Search(len(p.chars), func(i int) bool { return p.chars[i].at >= offset })
}

// offset is where a character begins; the one after the last is the end.
func (p *Paragraph) offset(index int) int {
	if index < len(p.chars) {
		return p.chars[index].at
	}
	return len(p.text)
}

// levelRemoved gives what took no part the level of what stands before it.
func (p *Paragraph) levelRemoved() {
	level := p.base
	for i := range p.chars {
		if c := &p.chars[i]; removed(c.first) {
			c.level = level
		} else {
			level = c.level
		}
	}
}

func classOf(r rune) ucd.Class {
	properties, _ := ucd.LookupRune(r)
	return properties.Class()
}

// plain reports whether a character leaves a line from left to right as it is.
func plain(r rune) bool {
	switch classOf(r) {
	case ucd.R, ucd.AL, ucd.AN, ucd.LRE, ucd.RLE, ucd.LRO, ucd.RLO, ucd.PDF,
		ucd.LRI, ucd.RLI, ucd.FSI, ucd.PDI:
		return false
	}
	return true
}

// removed reports whether rule X9 takes a character out.
func removed(c ucd.Class) bool {
	switch c {
	case ucd.LRE, ucd.RLE, ucd.LRO, ucd.RLO, ucd.PDF, ucd.BN:
		return true
	}
	return false
}

// isolates reports whether a character begins an isolate.
func isolates(c ucd.Class) bool {
	return c == ucd.LRI || c == ucd.RLI || c == ucd.FSI
}
