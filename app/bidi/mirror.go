package bidi

import "slices"

// Mirror returns the character whose usual shape is the mirror image of this
// one's, such as the other bracket of a pair, or the character itself. Drawn
// from right to left, a character has the shape of its mirror (rule L4).
func Mirror(r rune) rune {
	i, found := slices.BinarySearchFunc(mirrors[:], r, func(m [2]rune, r rune) int { return int(m[0] - r) })
	if !found {
		return r
	}
	return mirrors[i][1]
}
