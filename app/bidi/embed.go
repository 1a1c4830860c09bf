package bidi

import ucd "golang.org/x/text/unicode/bidi"

// pairIsolates finds the end of each isolate (BD9).
func (p *Paragraph) pairIsolates() {
	var open []int
	for i := range p.chars {
		c := &p.chars[i]
		c.pair = unpaired
		switch last := len(open) - 1; {
		case isolates(c.first):
			open = append(open, i)
		case c.first == ucd.PDI && last >= 0:
			c.pair = open[last]
			p.chars[c.pair].pair = i
			open = open[:last]
		case c.first == ucd.B:
			open = open[:0]
		}
	}
}

// firstStrong is the direction of the first letter that has one between two
// places, outside isolates, or Auto (P2).
func (p *Paragraph) firstStrong(from, to int) Direction {
	for i := from; i < to; i++ {
		switch c := p.chars[i]; c.first {
		case ucd.L:
			return LeftToRight
		case ucd.R, ucd.AL:
			return RightToLeft
		case ucd.B:
			return Auto
		case ucd.LRI, ucd.RLI, ucd.FSI:
			if c.pair == unpaired {
				return Auto // the isolate is all that is left
			}
			i = c.pair
		}
	}
	return Auto
}

// embedding is what control characters have opened: its level, the class that
// it forces on its content, ON for none, and whether it is an isolate.
type embedding struct {
	level   Level
	force   ucd.Class
	isolate bool
}

// embeddings are those open at a place, with what rule X1 counts.
type embeddings struct {
	stack            []embedding
	isolates         int // open ones
	overflowIsolates int // too deep to be opened
	overflow         int // embeddings too deep to be opened
}

// embed gives characters the levels that control characters ask for (X1 to X8).
func (p *Paragraph) embed() {
	outside := embedding{level: p.base, force: ucd.ON}
	open := embeddings{stack: make([]embedding, 1, 4)}
	open.stack[0] = outside
	for i := range p.chars {
		c := &p.chars[i]
		switch c.first {
		case ucd.LRE, ucd.RLE, ucd.LRO, ucd.RLO:
			open.embed(c.first)
		case ucd.PDF:
			open.endEmbedding()
		case ucd.LRI, ucd.RLI, ucd.FSI:
			open.enter(c)
			open.isolate(p.isolateDirection(i))
		case ucd.PDI:
			open.endIsolate()
			open.enter(c)
		case ucd.B:
			open = embeddings{stack: append(open.stack[:0], outside)}
			c.level = p.base
		case ucd.BN:
			// Takes no part, and is not to be given another class.
		default:
			open.enter(c)
		}
	}
}

// isolateDirection is how the isolate that begins at i reads; one of the first
// strong letter goes by its content, left to right where that has none (X5c).
func (p *Paragraph) isolateDirection(i int) Direction {
	c := p.chars[i]
	switch {
	case c.first == ucd.RLI:
		return RightToLeft
	case c.first == ucd.LRI:
		return LeftToRight
	case c.pair == unpaired:
		return p.firstStrong(i+1, len(p.chars))
	default:
		return p.firstStrong(i+1, c.pair)
	}
}

func (e *embeddings) top() embedding { return e.stack[len(e.stack)-1] }

func (e *embeddings) pop() { e.stack = e.stack[:len(e.stack)-1] }

// enter puts a character into the innermost embedding.
func (e *embeddings) enter(c *char) {
	in := e.top()
	c.level = in.level
	if in.force != ucd.ON {
		c.class = in.force
	}
}

// next is the least level above the innermost that reads in a direction.
func (e *embeddings) next(d Direction) Level {
	level := e.top().level
	if d == RightToLeft {
		return (level + 1) | 1
	}
	return (level + 2) &^ 1
}

// embed opens an embedding or override (X2 to X5).
func (e *embeddings) embed(c ucd.Class) {
	inner := embedding{force: ucd.ON}
	switch c {
	case ucd.RLE:
		inner.level = e.next(RightToLeft)
	case ucd.LRE:
		inner.level = e.next(LeftToRight)
	case ucd.RLO:
		inner.level, inner.force = e.next(RightToLeft), ucd.R
	case ucd.LRO:
		inner.level, inner.force = e.next(LeftToRight), ucd.L
	}
	switch {
	case inner.level <= MaxDepth && e.overflowIsolates == 0 && e.overflow == 0:
		e.stack = append(e.stack, inner)
	case e.overflowIsolates == 0:
		e.overflow++
	}
}

// isolate opens an isolate (X5a, X5b).
func (e *embeddings) isolate(d Direction) {
	level := e.next(d)
	if level > MaxDepth || e.overflowIsolates > 0 || e.overflow > 0 {
		e.overflowIsolates++
		return
	}
	e.isolates++
	e.stack = append(e.stack, embedding{level: level, force: ucd.ON, isolate: true})
}

// endIsolate closes the innermost isolate with all that is open in it (X6a).
func (e *embeddings) endIsolate() {
	if e.overflowIsolates > 0 {
		e.overflowIsolates--
		return
	}
	if e.isolates == 0 {
		return
	}
	e.overflow = 0
	for !e.top().isolate {
		e.pop()
	}
	e.pop()
	e.isolates--
}

// endEmbedding closes the innermost embedding, but no isolate (X7).
func (e *embeddings) endEmbedding() {
	switch {
	case e.overflowIsolates > 0:
	case e.overflow > 0:
		e.overflow--
	case !e.top().isolate && len(e.stack) > 1:
		e.pop()
	}
}
