package bidi

import ucd "golang.org/x/text/unicode/bidi"

// sequence is an isolating run sequence (BD13): stretches of one level that
// belong together because only isolates stand between them. The rules for
// weak and neutral characters see nothing beyond it but before and after.
type sequence struct {
	chars         []char
	at            []int // which of them are in it
	level         Level
	before, after ucd.Class // L or R
}

// sequences parts the characters that take part (X10).
func (p *Paragraph) sequences() []*sequence {
	kept := make([]int, 0, len(p.chars))
	for i := range p.chars {
		if !removed(p.chars[i].first) {
			kept = append(kept, i)
		}
	}
	var all, open []*sequence
	for start, end := 0, 0; start < len(kept); start = end {
		level := p.chars[kept[start]].level
		for end = start + 1; end < len(kept) && p.chars[kept[end]].level == level; end++ {
		}
		var s *sequence
		if last := len(open) - 1; last >= 0 && open[last].resumesAt(kept[start]) {
			s, open = open[last], open[:last]
			s.at = append(s.at, kept[start:end]...)
		} else {
			s = &sequence{chars: p.chars, at: kept[start:end:end], level: level}
			s.before = p.edge(level, kept, start-1)
			all = append(all, s)
		}
		switch c := s.char(len(s.at) - 1); {
		case !isolates(c.first):
			s.after = p.edge(level, kept, end)
		case c.pair == unpaired:
			s.after = p.edge(level, nil, 0)
		default:
			open = append(open, s)
		}
	}
	return all
}

// edge is the direction at the border between a level and the character at a
// place of kept, or the paragraph where there is none.
func (p *Paragraph) edge(level Level, kept []int, place int) ucd.Class {
	beyond := p.base
	if place >= 0 && place < len(kept) {
		beyond = p.chars[kept[place]].level
	}
	return max(level, beyond).strong()
}

// strong is the class of a letter that reads as the level does.
func (l Level) strong() ucd.Class {
	if l.RightToLeft() {
		return ucd.R
	}
	return ucd.L
}

func (s *sequence) char(k int) *char { return &s.chars[s.at[k]] }

// resumesAt reports whether the sequence stopped at the isolate that the
// character at a place ends.
func (s *sequence) resumesAt(place int) bool {
	return s.char(len(s.at)-1).pair == place
}

// resolveLevels raises what does not read as its level does (I1, I2).
func (s *sequence) resolveLevels() {
	for k := range s.at {
		switch c := s.char(k); {
		case s.level.RightToLeft() && c.class != ucd.R:
			c.level++
		case !s.level.RightToLeft() && c.class == ucd.R:
			c.level++
		case !s.level.RightToLeft() && c.class != ucd.L:
			c.level += 2
		}
	}
}
