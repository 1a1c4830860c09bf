package bidi

import ucd "golang.org/x/text/unicode/bidi"

// resolveWeak decides on marks, figures and what stands between figures
// (W1 to W7).
func (s *sequence) resolveWeak() {
	s.resolveMarks()
	s.resolveSeparators()
	s.resolveTerminators()
	s.resolveEuropean()
}

// resolveMarks gives marks the class of what carries them, makes figures Arabic
// that follow an Arabic letter, and such letters plainly right to left (W1 to W3).
func (s *sequence) resolveMarks() {
	carrier, strong := s.before, s.before
	for k := range s.at {
		c := s.char(k)
		if c.class == ucd.NSM {
			c.class = carrier
		}
		carrier = c.class
		if isolates(carrier) || carrier == ucd.PDI {
			carrier = ucd.ON
		}
		switch c.class {
		case ucd.L, ucd.R:
			strong = c.class
		case ucd.AL:
			strong, c.class = ucd.AL, ucd.R
		case ucd.EN:
			if strong == ucd.AL {
				c.class = ucd.AN
			}
		}
	}
}

// resolveSeparators makes one separator between two figures of a kind part of
// them (W4).
func (s *sequence) resolveSeparators() {
	for k := 1; k+1 < len(s.at); k++ {
		c, before, after := s.char(k), s.char(k-1).class, s.char(k+1).class
		if before != after {
			continue
		}
		switch {
		case before == ucd.EN && (c.class == ucd.ES || c.class == ucd.CS):
			c.class = ucd.EN
		case before == ucd.AN && c.class == ucd.CS:
			c.class = ucd.AN
		}
	}
}

// resolveTerminators joins signs such as per cent to the figures beside them,
// and makes all else that stands about figures neutral (W5, W6).
func (s *sequence) resolveTerminators() {
	for k := 0; k < len(s.at); k++ {
		switch c := s.char(k); c.class {
		case ucd.ES, ucd.CS:
			c.class = ucd.ON
		case ucd.ET:
			end := k + 1
			for end < len(s.at) && s.char(end).class == ucd.ET {
				end++
			}
			class := ucd.ON
			if k > 0 && s.char(k-1).class == ucd.EN || end < len(s.at) && s.char(end).class == ucd.EN {
				class = ucd.EN
			}
			s.set(k, end, class)
			k = end - 1
		}
	}
}

// resolveEuropean makes figures part of left-to-right text before them (W7).
func (s *sequence) resolveEuropean() {
	strong := s.before
	for k := range s.at {
		switch c := s.char(k); c.class {
		case ucd.L, ucd.R:
			strong = c.class
		case ucd.EN:
			if strong == ucd.L {
				c.class = ucd.L
			}
		}
	}
}

func (s *sequence) set(from, to int, class ucd.Class) {
	for k := from; k < to; k++ {
		s.char(k).class = class
	}
}
