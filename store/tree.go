package store

import (
	"encoding/binary"
	"math"
	"slices"
	"sort"

	"harbour/crypto"
)

// maxID is the highest id, which the engine can still order as a number.
const maxID ID = math.MaxInt64

// leaf is what the root covers of one entry.
type leaf struct {
	id     ID
	digest crypto.Digest
	kind   Kind
}

// bucket holds the leaves of one bucket as they are hashed, by rising id, with
// the kind of each.
type bucket struct {
	entries []byte
	kinds   []Kind
	digest  crypto.Digest
}

// tree holds the leaves of all entries and the digest of each bucket, so that
// a save hashes one bucket and not all items.
type tree struct {
	buckets [crypto.Buckets]*bucket
}

// newTree returns a tree without leaves.
func newTree() *tree {
	t := &tree{}
	for i := range t.buckets {
		t.buckets[i] = &bucket{}
	}
	t.sum()
	return t
}

// find returns the leaf of id.
func (t *tree) find(id ID) (leaf, bool) {
	if id > maxID {
		return leaf{}, false
	}
	b := t.buckets[crypto.BucketOf(uint64(id))]
	i, ok := b.search(id)
	if !ok {
		return leaf{}, false
	}
	return b.leaf(i), true
}

// grow adds a leaf whose id is higher than all before it; sum must follow.
func (t *tree) grow(l leaf) {
	b := t.buckets[crypto.BucketOf(uint64(l.id))]
	b.entries = crypto.AppendEntry(b.entries, uint64(l.id), l.digest)
	b.kinds = append(b.kinds, l.kind)
}

// sum computes all buckets' digests.
func (t *tree) sum() {
	for _, b := range t.buckets {
		b.digest = crypto.BucketDigest(b.entries)
	}
}

// change is one leaf to be put or, without a digest, taken out.
type change struct {
	leaf
	gone bool
}

// with returns a tree with the changes in place. Buckets that do not change
// are shared, the others are new: t itself stays as it was.
func (t *tree) with(changes []change) *tree {
	next := *t
	touched := map[int]bool{}
	for _, c := range changes {
		n := crypto.BucketOf(uint64(c.id))
		if !touched[n] {
			touched[n] = true
			next.buckets[n] = next.buckets[n].clone()
		}
		next.buckets[n].apply(c)
	}
	for n := range touched {
		next.buckets[n].digest = crypto.BucketDigest(next.buckets[n].entries)
	}
	return &next
}

// top is the digest of all buckets.
func (t *tree) top() crypto.Digest {
	var digests [crypto.Buckets]crypto.Digest
	for i, b := range t.buckets {
		digests[i] = b.digest
	}
	return crypto.TopDigest(&digests)
}

// all calls yield for each leaf by rising id.
func (t *tree) all(yield func(leaf) bool) {
	for _, b := range t.buckets {
		for i := range b.kinds {
			if !yield(b.leaf(i)) {
				return
			}
		}
	}
}

// clone copies the bucket with room for one more.
func (b *bucket) clone() *bucket {
	return &bucket{
		entries: append(make([]byte, 0, len(b.entries)+crypto.EntrySize), b.entries...),
		kinds:   append(make([]Kind, 0, len(b.kinds)+1), b.kinds...),
	}
}

func (b *bucket) entry(i int) []byte {
	return b.entries[i*crypto.EntrySize : (i+1)*crypto.EntrySize]
}

func (b *bucket) id(i int) ID { return ID(binary.BigEndian.Uint64(b.entry(i))) }

func (b *bucket) leaf(i int) leaf {
	return leaf{b.id(i), crypto.Digest(b.entry(i)[8:]), b.kinds[i]}
}

// search returns where id is or would be, and whether it is there.
func (b *bucket) search(id ID) (int, bool) {
	i := sort.Search(len(b.kinds), func(i int) bool { return b.id(i) >= id })
	return i, i < len(b.kinds) && b.id(i) == id
}

func (b *bucket) apply(c change) {
	i, ok := b.search(c.id)
	switch {
	case c.gone && ok:
		b.entries = slices.Delete(b.entries, i*crypto.EntrySize, (i+1)*crypto.EntrySize)
		b.kinds = slices.Delete(b.kinds, i, i+1)
	case c.gone:
	case ok:
		copy(b.entry(i)[8:], c.digest[:])
		b.kinds[i] = c.kind
	default:
		b.insert(i, c.leaf)
	}
}

func (b *bucket) insert(i int, l leaf) {
	entry := crypto.AppendEntry(nil, uint64(l.id), l.digest)
	b.entries = slices.Insert(b.entries, i*crypto.EntrySize, entry...)
	b.kinds = slices.Insert(b.kinds, i, l.kind)
}
