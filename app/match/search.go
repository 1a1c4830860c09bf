package match

import (
	"bytes"
	"slices"
	"strings"

	"harbour/app/referral"
)

// Bounds on what is looked at of a query.
const (
	maxQuery = 200 // bytes
	maxWords = 8
)

// Search returns up to limit summaries that have, for each word of the query,
// a word in their code, names or place that begins so. The one whose code is
// the query comes first, then the newest change. An empty query finds all.
func (x *Index) Search(query string, limit int) []referral.Summary {
	x.mu.Lock()
	defer x.mu.Unlock()
	if limit <= 0 {
		return nil
	}
	words := strings.Fields(string(fold(nil, query[:min(len(query), maxQuery)])))
	if len(words) == 0 {
		return x.newest(limit)
	}
	return x.pick(x.matching(words[:min(len(words), maxWords)]), strings.Join(words, " "), limit)
}

// matching counts for each slot how many of the words it has, one word after
// the other: only who has all before is counted on.
func (x *Index) matching(words []string) func(slot int) bool {
	x.sortWords()
	counts := make([]uint8, len(x.slots))
	for i, prefix := range words {
		at, _ := slices.BinarySearchFunc(x.sorted, prefix, byText)
		for _, w := range x.sorted[at:] {
			if !strings.HasPrefix(w.text, prefix) {
				break
			}
			for _, slot := range w.slots {
				if counts[slot] == uint8(i) {
					counts[slot]++
				}
			}
		}
	}
	return func(slot int) bool { return counts[slot] == uint8(len(words)) }
}

// pick goes from the newest to the oldest and ends when it has enough; codes
// that are the query are looked up before.
func (x *Index) pick(matches func(slot int) bool, code string, limit int) []referral.Summary {
	x.sort()
	exact := x.withCode(code)
	var found []referral.Summary
	for _, i := range exact {
		if len(found) < limit {
			found = append(found, x.slots[i].summary)
		}
	}
	for _, i := range x.order {
		if len(found) >= limit {
			break
		}
		if matches(i) && !slices.Contains(exact, i) {
			found = append(found, x.slots[i].summary)
		}
	}
	return found
}

// withCode returns the live slots of that folded code, newest first.
func (x *Index) withCode(code string) []int {
	first, _, _ := strings.Cut(code, " ")
	w := x.words[first]
	if w == nil {
		return nil
	}
	var found []int
	for _, slot := range w.slots {
		s := &x.slots[slot]
		if s.live && len(s.summary.Code) == len(code) &&
			string(bytes.TrimSpace(fold(nil, s.summary.Code))) == code {
			found = append(found, int(slot))
		}
	}
	slices.SortFunc(found, x.newer)
	return found
}
