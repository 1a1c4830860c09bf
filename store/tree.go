package store

import (
	"cmp"
	"math"
	"slices"

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

// tree holds the leaves of all entries and the digest of each bucket, so that
// a save hashes one bucket and not all items.
type tree struct {
	buckets [crypto.Buckets][]leaf
	digests [crypto.Buckets]crypto.Digest
}

// find returns the leaf of id.
func (t *tree) find(id ID) (leaf, bool) {
	if id > maxID {
		return leaf{}, false
	}
	b := t.buckets[crypto.BucketOf(uint64(id))]
	i, ok := slices.BinarySearchFunc(b, id, compareLeaf)
	if !ok {
		return leaf{}, false
	}
	return b[i], true
}

// grow adds a leaf whose id is higher than all before it; sum must follow.
func (t *tree) grow(l leaf) {
	n := crypto.BucketOf(uint64(l.id))
	t.buckets[n] = append(t.buckets[n], l)
}

// sum computes all buckets' digests.
func (t *tree) sum() {
	for i := range t.buckets {
		t.digests[i] = bucketDigest(t.buckets[i])
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
			next.buckets[n] = slices.Clone(next.buckets[n])
		}
		i, ok := slices.BinarySearchFunc(next.buckets[n], c.id, compareLeaf)
		switch {
		case c.gone && ok:
			next.buckets[n] = slices.Delete(next.buckets[n], i, i+1)
		case c.gone:
		case ok:
			next.buckets[n][i] = c.leaf
		default:
			next.buckets[n] = slices.Insert(next.buckets[n], i, c.leaf)
		}
	}
	for n := range touched {
		next.digests[n] = bucketDigest(next.buckets[n])
	}
	return &next
}

// top is the digest of all buckets.
func (t *tree) top() crypto.Digest { return crypto.TopDigest(&t.digests) }

// all calls yield for each leaf by rising id.
func (t *tree) all(yield func(leaf) bool) {
	for _, b := range t.buckets {
		for _, l := range b {
			if !yield(l) {
				return
			}
		}
	}
}

func bucketDigest(leaves []leaf) crypto.Digest {
	d := crypto.NewBucketDigest(len(leaves))
	for _, l := range leaves {
		d.Add(uint64(l.id), l.digest)
	}
	return d.Sum()
}

func compareLeaf(l leaf, id ID) int { return cmp.Compare(l.id, id) }
