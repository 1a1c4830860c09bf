package widgets

import (
	"strings"

	"harbour/app/bidi"
	"harbour/app/ui/look"
)

// rightMark keeps the spaces and stops of a right-to-left run inside it: without it the
// toolkit lays them at the wrong end.
const rightMark = "\u200F"

// overrides are the characters that turn letters round against the way they read. They
// are not followed: a name must not read otherwise than it was typed.
var overrides = strings.NewReplacer("\u202D", "", "\u202E", "")

// line is words that stand on one line, or that are still to be broken into lines.
type line struct {
	words string
	order *bidi.Paragraph // of the paragraph they are from; nil where all reads from left to right
	start int             // where in the paragraph they begin
}

// lineOf finds how one paragraph reads: as its first letter does, but on a mirrored
// screen from right to left as soon as anything in it does.
func lineOf(paragraph string) line {
	if bidi.Plain(paragraph) {
		return line{words: paragraph}
	}
	base := bidi.Auto
	if look.Current().Mirrored() {
		base = bidi.RightToLeft
	}
	words := bidi.IsolateFigures(overrides.Replace(paragraph))
	return line{words: words, order: bidi.NewParagraph(words, base)}
}

// part is the words between two places of a line.
func (l line) part(start, end int) line {
	return line{words: l.words[start:end], order: l.order, start: l.start + start}
}

// cut is the words up to a place, and an ellipsis.
func (l line) cut(end int) line {
	cut := line{words: strings.TrimRight(l.words[:end], " ") + "…"}
	if l.order != nil {
		cut.order = bidi.NewParagraph(cut.words, l.order.Base())
	}
	return cut
}

// each calls draw with what to hand to the toolkit, first at the left. The toolkit lays
// what reads both ways in the order of typing, so each run is given to it by itself.
func (l line) each(draw func(words string)) {
	if l.order == nil {
		draw(l.words)
		return
	}
	for _, run := range l.order.Line(l.start, l.start+len(l.words)) {
		words := bidi.WithoutControls(run.Text)
		switch {
		case words == "":
		case run.RightToLeft:
			draw(rightMark + words + rightMark)
		default:
			draw(words)
		}
	}
}

// mixes says whether a line of words reads both ways.
func mixes(words string) bool {
	if bidi.Plain(words) {
		return false
	}
	for paragraph := range strings.SplitSeq(words, "\n") {
		if len(bidi.Line(paragraph, bidi.Auto)) > 1 {
			return true
		}
	}
	return false
}

func (t *Text) widthOf(l line) float32 {
	width := float32(0)
	l.each(func(words string) { width += t.measure(words) })
	return width
}

// lines breaks the words at the width known, or only at their own line ends.
func (t *Text) lines() []line {
	if t.ellipsis {
		return []line{t.cut(lineOf(t.words))}
	}
	var lines []line
	limit := min(t.width, look.Current().Scaled(look.WrapWidth))
	for paragraph := range strings.SplitSeq(t.words, "\n") {
		whole := lineOf(paragraph)
		if !t.wrapped || t.width <= 0 {
			lines = append(lines, whole)
			continue
		}
		lines = append(lines, t.breakLine(whole, limit)...)
	}
	return lines
}

// breakLine breaks a paragraph between words in the order of typing.
func (t *Text) breakLine(whole line, limit float32) []line {
	var lines []line
	start, end := 0, 0 // of the line so far
	for word := 0; word <= len(whole.words); {
		after := len(whole.words)
		if space := strings.IndexByte(whole.words[word:], ' '); space >= 0 {
			after = word + space
		}
		if end > start && t.widthOf(whole.part(start, after)) > limit {
			lines = append(lines, whole.part(start, end))
			end = start
		}
		if end == start {
			start = word
		}
		end, word = after, after+1
	}
	return append(lines, whole.part(start, end))
}

// cut shortens words to the width with an ellipsis at their end.
func (t *Text) cut(whole line) line {
	if t.width <= 0 || t.widthOf(whole) <= t.width+0.5 {
		return whole
	}
	var ends []int // of as many characters as the index says
	for at := range whole.words {
		ends = append(ends, at)
	}
	low, high := 0, len(ends)-1
	for low < high {
		middle := (low + high + 1) / 2
		if t.widthOf(whole.cut(ends[middle])) <= t.width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return whole.cut(ends[low])
}

// InOwnOrder returns words that are put into others, such as a name into a
// sentence, so that both keep the order in which they read.
func InOwnOrder(words string) string { return bidi.Isolate(words) }
