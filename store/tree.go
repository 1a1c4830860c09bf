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
	b := t.bucketOf(id)
	i, ok := b.search(id)
	if !ok {
		return leaf{}, false
	}
	return b.leaf(i), true
}

// grow adds a leaf whose id is higher than all before it; sum must follow.
func (t *tree) grow(l leaf) {
	b := t.bucketOf(l.id)
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

// apply puts changes in place and returns what takes them back. A bucket is
// changed where it lies: copies of a large vault's would cost a save more than
// hashing them.
func (t *tree) apply(changes []change) (undo func()) {
	before := make([]change, len(changes))
	touched := map[*bucket]crypto.Digest{}
	for i, c := range changes {
		b := t.bucketOf(c.id)
		if _, ok := touched[b]; !ok {
			touched[b] = b.digest
		}
		before[i] = b.apply(c)
	}
	for b := range touched {
		b.digest = crypto.BucketDigest(b.entries)
	}
	return func() {
		for _, c := range slices.Backward(before) {
			t.bucketOf(c.id).apply(c)
		}
		for b, digest := range touched {
			b.digest = digest
		}
	}
}

func (t *tree) bucketOf(id ID) *bucket { return t.buckets[crypto.BucketOf(uint64(id))] }

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

// apply puts c in place and returns the change that takes it back.
func (b *bucket) apply(c change) (undo change) {
	i, ok := b.search(c.id)
	undo = change{leaf: leaf{id: c.id}, gone: true}
	if ok {
		undo = change{leaf: b.leaf(i)}
	}
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
	return undo
}

func (b *bucket) insert(i int, l leaf) {
	entry := crypto.AppendEntry(nil, uint64(l.id), l.digest)
	b.entries = slices.Insert(b.entries, i*crypto.EntrySize, entry...)
	b.kinds = slices.Insert(b.kinds, i, l.kind)
}
