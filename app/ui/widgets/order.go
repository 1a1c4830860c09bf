package widgets

import "unicode"

// run is a stretch of a line that reads in one direction.
type run struct {
	words string
	right bool // reads from right to left
}

// rightMark keeps the spaces and stops of a right-to-left run inside it: without it the
// toolkit lays them at the wrong end.
const rightMark = "\u200F"

// shown is what to hand to the toolkit for a run.
func (r run) shown() string {
	if r.right {
		return rightMark + r.words + rightMark
	}
	return r.words
}

// order splits a line into runs, first at the left. It is the one place that decides
// where the parts of a mixed line stand: strong letters start a run, figures read left to
// right inside right-to-left text, and all else goes with what surrounds it.
func order(line string, mirrored bool) []run {
	right := mirrored
	var runs []run
	pending, seen := "", false
	for _, r := range line {
		towards, strong := directionOf(r)
		if !strong {
			pending += string(r)
			continue
		}
		if !seen {
			seen, right = true, towards
		}
		switch last := len(runs) - 1; {
		case last >= 0 && runs[last].right == towards:
			runs[last].words += pending + string(r)
		case last >= 0 && runs[last].right == right:
			runs[last].words += pending
			runs = append(runs, run{string(r), towards})
		default:
			runs = append(runs, run{pending + string(r), towards})
		}
		pending = ""
	}
	if len(runs) == 0 {
		return []run{{line, right}}
	}
	if last := len(runs) - 1; runs[last].right == right {
		runs[last].words += pending
	} else if pending != "" {
		runs = append(runs, run{pending, right})
	}
	if right {
		for i, j := 0, len(runs)-1; i < j; i, j = i+1, j-1 {
			runs[i], runs[j] = runs[j], runs[i]
		}
	}
	return runs
}

// directionOf says which way a letter reads, and whether it decides that at all.
func directionOf(r rune) (right, strong bool) {
	switch {
	case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko):
		return !unicode.IsDigit(r), !unicode.In(r, unicode.Mn, unicode.Po)
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return false, true
	default:
		return false, false
	}
}
