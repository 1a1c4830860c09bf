package match

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"sync"

	"harbour/app/referral"
)

// Index holds the summaries and, for each word in them, who has it. A prefix is
// then a stretch of the sorted words, and a keystroke costs the cases that have
// them, not all text there is. It may be used by several goroutines.
type Index struct {
	mu        sync.Mutex
	slots     []slot
	byID      map[referral.ID]int
	words     map[string]*word
	sorted    []*word // nil when it has to be made anew
	order     []int   // live slots, newest first; nil when it has to be made anew
	dead      int
	folded    []byte // room for the words of one summary
	namesakes namesakes
}

type slot struct {
	summary referral.Summary
	changed int64
	live    bool
}

// word is one folded word and the slots that have it, rising; dead ones stay
// until the index is compacted.
type word struct {
	text  string
	slots []int32
}

// compactAt is how many dead slots are carried before they are cleared away.
const compactAt = 1024

// New returns an empty index.
func New() *Index {
	return &Index{byID: map[referral.ID]int{}, words: map[string]*word{}}
}

// Put takes a summary in, in place of the one with its id.
func (x *Index) Put(s referral.Summary) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.drop(s.ID)
	x.add(s)
	x.insert(len(x.slots) - 1)
}

// Fill takes many summaries in, at unlock.
func (x *Index) Fill(all []referral.Summary) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.order, x.sorted = nil, nil
	x.slots = slices.Grow(x.slots, len(all))
	if len(x.byID) == 0 {
		x.byID = make(map[referral.ID]int, len(all))
	}
	for _, s := range all {
		x.drop(s.ID)
		x.add(s)
	}
}

// Delete takes the summary of that id out.
func (x *Index) Delete(id referral.ID) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.drop(id)
}

// Get returns the summary of that id.
func (x *Index) Get(id referral.ID) (s referral.Summary, ok bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	i, ok := x.byID[id]
	if !ok {
		return referral.Summary{}, false
	}
	return x.slots[i].summary, true
}

// Len returns how many summaries there are.
func (x *Index) Len() int {
	x.mu.Lock()
	defer x.mu.Unlock()
	return len(x.byID)
}

// All returns every summary, the newest change first.
func (x *Index) All() []referral.Summary {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.newest(len(x.byID))
}

func (x *Index) newest(limit int) []referral.Summary {
	x.sort()
	found := make([]referral.Summary, min(limit, len(x.order)))
	for i := range found {
		found[i] = x.slots[x.order[i]].summary
	}
	return found
}

func (x *Index) add(s referral.Summary) {
	i := len(x.slots)
	x.slots = append(x.slots, slot{s, s.Changed.Unix(), true})
	x.byID[s.ID] = i
	x.folded = appendWords(x.folded[:0], s)
	for text := range bytes.SplitSeq(x.folded, []byte{' '}) {
		if len(text) == 0 {
			continue
		}
		w := x.words[string(text)]
		if w == nil {
			w = &word{text: string(text)}
			x.words[w.text] = w
			x.insertWord(w)
		}
		if n := len(w.slots); n == 0 || w.slots[n-1] != int32(i) {
			w.slots = append(w.slots, int32(i))
		}
	}
	x.nameSlot(i)
}

// appendWords appends all that a case is found by, folded.
func appendWords(words []byte, s referral.Summary) []byte {
	for _, text := range []string{s.Code, s.Lead, s.Native, s.Place} {
		words = append(fold(words, text), ' ')
	}
	for _, who := range s.Who {
		for _, name := range who[min(1, len(who)):] {
			if name != s.Native {
				words = append(fold(words, name), ' ')
			}
		}
	}
	return words
}

func (x *Index) insertWord(w *word) {
	if x.sorted == nil {
		return
	}
	at, _ := slices.BinarySearchFunc(x.sorted, w.text, byText)
	x.sorted = slices.Insert(x.sorted, at, w)
}

func byText(w *word, text string) int { return strings.Compare(w.text, text) }

func (x *Index) drop(id referral.ID) {
	i, ok := x.byID[id]
	if !ok {
		return
	}
	if x.order != nil {
		if at, found := slices.BinarySearchFunc(x.order, i, x.newer); found {
			x.order = slices.Delete(x.order, at, at+1)
		}
	}
	x.slots[i] = slot{}
	delete(x.byID, id)
	if x.dead++; x.dead > compactAt && x.dead > len(x.byID) {
		x.compact()
	}
}

// compact takes the live slots in anew.
func (x *Index) compact() {
	old := x.slots
	x.slots, x.sorted, x.order, x.dead = nil, nil, nil, 0
	x.words, x.namesakes = map[string]*word{}, namesakes{}
	for _, s := range old {
		if s.live {
			x.add(s.summary)
		}
	}
}

func (x *Index) insert(i int) {
	if x.order == nil {
		return
	}
	at, _ := slices.BinarySearchFunc(x.order, i, x.newer)
	x.order = slices.Insert(x.order, at, i)
}

// sortWords makes the list of words that a prefix is a stretch of.
func (x *Index) sortWords() {
	if x.sorted != nil {
		return
	}
	x.sorted = make([]*word, 0, len(x.words))
	for _, w := range x.words {
		x.sorted = append(x.sorted, w)
	}
	slices.SortFunc(x.sorted, func(a, b *word) int { return strings.Compare(a.text, b.text) })
}

func (x *Index) sort() {
	if x.order != nil {
		return
	}
	x.order = make([]int, 0, len(x.byID))
	for i := range x.slots {
		if x.slots[i].live {
			x.order = append(x.order, i)
		}
	}
	slices.SortFunc(x.order, x.newer)
}

// newer orders slots by change, the newest first, then by id.
func (x *Index) newer(i, j int) int {
	a, b := &x.slots[i], &x.slots[j]
	if a.changed != b.changed {
		return cmp.Compare(b.changed, a.changed)
	}
	return cmp.Compare(a.summary.ID, b.summary.ID)
}
