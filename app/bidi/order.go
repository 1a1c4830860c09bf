package bidi

import (
	"slices"

	ucd "golang.org/x/text/unicode/bidi"
)

// lineLevels are the levels of the characters from one up to another on a line
// of their own, whose end and tabs read as the paragraph does (L1).
func (p *Paragraph) lineLevels(from, to int) []Level {
	levels := make([]Level, to-from)
	trailing := true
	for i := to - 1; i >= from; i-- {
		switch c := p.chars[i].first; {
		case c == ucd.B || c == ucd.S:
			trailing = true
		case c == ucd.WS || c == ucd.PDI || isolates(c) || removed(c):
		default:
			trailing = false
		}
		levels[i-from] = p.chars[i].level
		if trailing {
			levels[i-from] = p.base
		}
	}
	return levels
}

// stretch is characters of one level.
type stretch struct {
	from, to int
	level    Level
}

// runs orders the characters from one on, of the levels given (L2).
func (p *Paragraph) runs(from int, levels []Level) []Run {
	stretches, lowestOdd, highest := stretchesOf(levels)
	for level := highest; level >= lowestOdd; level-- {
		for start, end := 0, 0; start < len(stretches); start = end + 1 {
			for end = start; end < len(stretches) && stretches[end].level >= level; end++ {
			}
			slices.Reverse(stretches[start:end])
		}
	}
	var runs []Run
	for _, s := range stretches {
		run := Run{Start: p.offset(from + s.from), End: p.offset(from + s.to), RightToLeft: s.level.RightToLeft()}
		if last := len(runs) - 1; last >= 0 && runs[last].joins(run) {
			run.Start, run.End = min(run.Start, runs[last].Start), max(run.End, runs[last].End)
			runs = runs[:last]
		}
		run.Text = p.text[run.Start:run.End]
		runs = append(runs, run)
	}
	return runs
}

// joins reports whether a run and the one at its right read as one.
func (r Run) joins(right Run) bool {
	if r.RightToLeft != right.RightToLeft {
		return false
	}
	if r.RightToLeft {
		return right.End == r.Start
	}
	return r.End == right.Start
}

func stretchesOf(levels []Level) (list []stretch, lowestOdd, highest Level) {
	lowestOdd = MaxDepth + 2
	for start, end := 0, 0; start < len(levels); start = end {
		for end = start + 1; end < len(levels) && levels[end] == levels[start]; end++ {
		}
		list = append(list, stretch{start, end, levels[start]})
		highest = max(highest, levels[start])
		if levels[start].RightToLeft() {
			lowestOdd = min(lowestOdd, levels[start])
		}
	}
	return list, lowestOdd, highest
}
