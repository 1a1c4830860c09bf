package match

import (
	"bytes"
	"cmp"
	"hash/maphash"
	"math"
	"slices"
	"time"

	"harbour/app/referral"
)

// maxSimilar is how many cases are named that may be of the same people: who
// has to compare more than these compares none.
const maxSimilar = 5

// Person is somebody of a case, as others are compared with them.
type Person struct {
	ID      referral.ID
	Born    referral.FuzzyDate
	Names   []string // in every spelling and script
	Fathers []string // names of the father
}

// namesakes finds who has a name, by its words in any order. It is made when
// somebody is first looked for, and kept up from then on.
type namesakes struct {
	seed maphash.Seed
	of   map[uint64][]namesake
}

// namesake is one of the people of a case, and when they may have been born.
type namesake struct {
	slot int32
	born span
}

// Similar returns the cases other than id in which somebody has, in any order
// of its words, a name of one of the people, and either may be born on the same
// day or is in a case that also names that person's father. It returns at most
// five, by code, each with the first of the people that it is about, and never
// nil.
func (x *Index) Similar(id referral.ID, people []Person) []referral.Similar {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.nameAll()
	similar := []referral.Similar{}
	for _, p := range people {
		born, fathers := spanOf(p.Born), x.named(p.Fathers)
		for _, others := range x.named(p.Names) {
			rest := slices.Clone(fathers)
			for _, other := range others {
				if !born.meets(other.born) && !anyAt(rest, other.slot) {
					continue
				}
				if s := &x.slots[other.slot]; s.live && s.summary.ID != id {
					similar = among(similar, referral.Similar{Code: s.summary.Code, Person: p.ID})
				}
			}
		}
	}
	return similar
}

// among puts s in its place by code, where that is one of the first five and
// its case is not there: thousands may have a name, so they are never all
// gathered.
func among(similar []referral.Similar, s referral.Similar) []referral.Similar {
	at, there := slices.BinarySearchFunc(similar, s.Code, func(have referral.Similar, code string) int {
		return cmp.Compare(have.Code, code)
	})
	if there || at == maxSimilar {
		return similar
	}
	return slices.Insert(similar, at, s)[:min(len(similar)+1, maxSimilar)]
}

// nameAll takes the names of every case in, where that was not done.
func (x *Index) nameAll() {
	if x.namesakes.of != nil {
		return
	}
	x.namesakes = namesakes{seed: maphash.MakeSeed(), of: make(map[uint64][]namesake, len(x.slots))}
	for i := range x.slots {
		x.nameSlot(i)
	}
}

// nameSlot takes the names of one case in; those that are there rise by slot.
func (x *Index) nameSlot(i int) {
	if x.namesakes.of == nil {
		return
	}
	for _, who := range x.slots[i].summary.Who {
		if len(who) < 2 {
			continue
		}
		other := namesake{int32(i), spanOf(referral.FuzzyDate{EDTF: who[0]})}
		for _, name := range who[1:] {
			if key, ok := x.nameKey(name); ok {
				x.namesakes.of[key] = append(x.namesakes.of[key], other)
			}
		}
	}
}

// named returns for each of the names who has it, dead slots among them.
func (x *Index) named(names []string) [][]namesake {
	var all [][]namesake
	for _, name := range names {
		if key, ok := x.nameKey(name); ok && len(x.namesakes.of[key]) > 0 {
			all = append(all, x.namesakes.of[key])
		}
	}
	return all
}

// anyAt reports whether a slot is in one of the lists, and drops what lies
// before it: the slots that are asked for rise as the lists do.
func anyAt(lists [][]namesake, slot int32) bool {
	found := false
	for i, list := range lists {
		for len(list) > 0 && list[0].slot < slot {
			list = list[1:]
		}
		lists[i] = list
		found = found || len(list) > 0 && list[0].slot == slot
	}
	return found
}

// nameKey is the same for names of the same folded words in any order; ok is
// false for a name without any.
func (x *Index) nameKey(name string) (key uint64, ok bool) {
	x.folded = fold(x.folded[:0], name)
	for word := range bytes.SplitSeq(x.folded, []byte{' '}) {
		if len(word) > 0 {
			key += maphash.Bytes(x.namesakes.seed, word)
			ok = true
		}
	}
	return key, ok
}

// span is the days that a birth can have been, counted from 1970. What is not
// known ends before it begins.
type span struct{ from, to int32 }

func spanOf(d referral.FuzzyDate) span {
	s := span{math.MaxInt32, math.MinInt32}
	from, to, ok := d.Range()
	if !ok || from.IsZero() && to.IsZero() {
		return s
	}
	if s.from = math.MinInt32; !from.IsZero() {
		s.from = daysOf(from)
	}
	if s.to = math.MaxInt32; !to.IsZero() {
		s.to = daysOf(to)
	}
	return s
}

func daysOf(t time.Time) int32 { return int32(t.Unix() / (24 * 60 * 60)) }

// meets reports whether both can be the same day.
func (s span) meets(o span) bool { return max(s.from, o.from) <= min(s.to, o.to) }
