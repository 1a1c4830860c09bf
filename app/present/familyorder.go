package present

import (
	"cmp"
	"slices"
)

// order lists everybody so that families stay together: from the oldest row
// down, somebody, those they are or were a couple with, and the children of all
// of these, before the next. Along a row it is the order in which they stand.
func (k *kin) order() []int {
	roots := make([]int, len(k.people))
	for i := range roots {
		roots[i] = i
	}
	slices.SortStableFunc(roots, func(a, b int) int { return cmp.Compare(k.row[a], k.row[b]) })
	seen := make([]bool, len(k.people))
	var all []int
	for _, root := range roots {
		for next := []int{root}; len(next) > 0; {
			i := next[len(next)-1]
			next = next[:len(next)-1]
			if seen[i] {
				continue
			}
			line := k.line(i, seen)
			all = append(all, line...)
			for _, j := range slices.Backward(line) {
				for _, child := range slices.Backward(k.children[j]) {
					if !seen[child] && k.row[child] > k.row[j] {
						next = append(next, child)
					}
				}
			}
		}
	}
	return all
}

// line is a chain of couples in one row: who was a couple with somebody stands
// before them, who is one after them.
func (k *kin) line(from int, seen []bool) []int {
	line := []int{from}
	seen[from] = true
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		i := queue[0]
		for _, past := range []bool{false, true} {
			for _, j := range k.partners[i] {
				if seen[j] || k.row[j] != k.row[i] || k.ended(i, j) != past {
					continue
				}
				seen[j] = true
				queue = append(queue, j)
				if line[0] == i && (past || len(line) > 1) {
					line = slices.Insert(line, 0, j)
				} else {
					line = append(line, j)
				}
			}
		}
	}
	return line
}
