package bidi

import ucd "golang.org/x/text/unicode/bidi"

// resolveNeutral lets spaces, stops and the like go with what stands on both
// sides of them, or else with the level (N1, N2).
func (s *sequence) resolveNeutral() {
	before := s.before
	for k := 0; k < len(s.at); k++ {
		if class := sideOf(s.char(k).class); class != ucd.ON {
			before = class
			continue
		}
		end, after := k+1, s.after
		for ; end < len(s.at); end++ {
			if class := sideOf(s.char(end).class); class != ucd.ON {
				after = class
				break
			}
		}
		class := s.level.strong()
		if before == after {
			class = before
		}
		s.set(k, end, class)
		k = end - 1
	}
}

// sideOf is what a character counts as for the neutral ones beside it: figures
// are as letters from right to left, and ON is a neutral one itself.
func sideOf(c ucd.Class) ucd.Class {
	switch c {
	case ucd.L:
		return ucd.L
	case ucd.R, ucd.EN, ucd.AN:
		return ucd.R
	default:
		return ucd.ON
	}
}
