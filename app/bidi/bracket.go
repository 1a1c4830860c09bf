package bidi

import ucd "golang.org/x/text/unicode/bidi"

// maxBrackets is how many brackets may be open at once; beyond it no more are
// paired (BD16).
const maxBrackets = 63

// bracket is an opening bracket and what was found for it.
type bracket struct {
	open, close int  // places in the sequence; close is unpaired at first
	closing     rune // what closes it
	left, right bool // whether letters that read so stand between
}

// resolveBrackets gives both of a pair one direction: that of the text around
// where the content has it, too, else that of what stands before, if that is
// the content's (N0).
func (s *sequence) resolveBrackets() {
	context, seen := s.before, 0
	for _, b := range s.pairBrackets() {
		if b.close == unpaired {
			continue
		}
		for ; seen < b.open; seen++ {
			if class := sideOf(s.char(seen).class); class != ucd.ON {
				context = class
			}
		}
		switch own := s.level.strong(); {
		case !b.left && !b.right:
			// Left to the rules for neutral characters.
		case own == ucd.L && b.left, own == ucd.R && b.right, context == own:
			s.setPair(b, own)
		default:
			s.setPair(b, context)
		}
	}
}

// setPair sets both brackets and the marks upon them.
func (s *sequence) setPair(b bracket, class ucd.Class) {
	for _, k := range [2]int{b.open, b.close} {
		s.char(k).class = class
		for k++; k < len(s.at) && s.char(k).first == ucd.NSM; k++ {
			s.char(k).class = class
		}
	}
}

// pairBrackets returns the opening brackets in their order, those that are
// never closed among them (BD16).
func (s *sequence) pairBrackets() []bracket {
	var all []bracket
	var open []int // places in all
	for k := range s.at {
		c := s.char(k)
		if side := sideOf(c.class); side != ucd.ON {
			if last := len(open) - 1; last >= 0 {
				all[open[last]].note(side)
			}
			continue
		}
		properties, _ := ucd.LookupRune(c.r)
		switch {
		case c.class != ucd.ON || !properties.IsBracket():
		case properties.IsOpeningBracket():
			if len(open) == maxBrackets {
				return all
			}
			open = append(open, len(all))
			all = append(all, bracket{open: k, close: unpaired, closing: canonical(Mirror(c.r))})
		default:
			open = closeBracket(all, open, canonical(c.r), k)
		}
	}
	return all
}

func (b *bracket) note(side ucd.Class) {
	b.left = b.left || side == ucd.L
	b.right = b.right || side == ucd.R
}

// closeBracket pairs the innermost bracket that closing closes with place k and
// returns what is open after it. What stood between counts for the one around.
func closeBracket(all []bracket, open []int, closing rune, k int) []int {
	for i := len(open) - 1; i >= 0; i-- {
		if all[open[i]].closing != closing {
			continue
		}
		all[open[i]].close = k
		for j := len(open) - 1; j > max(i-1, 0); j-- {
			inner, outer := all[open[j]], &all[open[j-1]]
			outer.left = outer.left || inner.left
			outer.right = outer.right || inner.right
		}
		return open[:i]
	}
	return open
}

// canonical makes one of the two brackets that Unicode has as the same.
func canonical(r rune) rune {
	switch r {
	case '\u2329':
		return '\u3008'
	case '\u232A':
		return '\u3009'
	default:
		return r
	}
}
