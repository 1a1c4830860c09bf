package crypto_test

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"testing"

	"harbour/crypto"
)

// Each digest is put together here once more, from store/FORMAT.md alone.

func u32(n uint32) []byte { return binary.BigEndian.AppendUint32(nil, n) }
func u64(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func hashOf(parts ...[]byte) crypto.Digest { return sha256.Sum256(slices.Concat(parts...)) }

func TestBucketDigest(t *testing.T) {
	heads := [][]byte{[]byte("head a"), []byte("head b"), randomBytes(1000)}
	ids := []uint64{1, 77, 1<<55 - 1}
	var b []byte
	text := [][]byte{[]byte("harbour/v1/bucket")}
	if got, want := crypto.BucketDigest(b), hashOf(text...); got != want {
		t.Errorf("empty bucket: got %x, want %x", got, want)
	}
	for i, head := range heads {
		sum := sha256.Sum256(head)
		if got := crypto.HeadDigest(head); got != sum {
			t.Errorf("head: got %x, want %x", got, sum)
		}
		b = crypto.AppendEntry(b, ids[i], crypto.HeadDigest(head))
		text = append(text, u64(ids[i]), sum[:])
		if got, want := crypto.BucketDigest(b), hashOf(text...); got != want {
			t.Errorf("%d entries: got %x, want %x", i+1, got, want)
		}
	}
}

func TestBucketOf(t *testing.T) {
	for id, want := range map[uint64]int{
		1: 0, 1<<55 - 1: 0, 1 << 55: 1, 3<<55 + 5: 3, 1<<63 - 1: 255, 255 << 55: 255, 254<<55 + 1<<54: 254,
	} {
		if got := crypto.BucketOf(id); got != want {
			t.Errorf("%d: got bucket %d, want %d", id, got, want)
		}
	}
}

func TestTopDigest(t *testing.T) {
	var buckets [crypto.Buckets]crypto.Digest
	text := [][]byte{[]byte("harbour/v1/top")}
	for i := range buckets {
		buckets[i] = crypto.Digest(randomBytes(32))
		text = append(text, buckets[i][:])
	}
	want := hashOf(text...)
	if got := crypto.TopDigest(&buckets); got != want {
		t.Errorf("got %x, want %x", got, want)
	}
	buckets[3], buckets[4] = buckets[4], buckets[3]
	if crypto.TopDigest(&buckets) == want {
		t.Error("swapped buckets are the same")
	}
}

func TestSlotsDigest(t *testing.T) {
	slots := []crypto.NumberedSlot{{1, randomBytes(130)}, {2, nil}, {32, randomBytes(8 << 10)}}
	text := [][]byte{[]byte("harbour/v1/allslots")}
	for i := range len(slots) + 1 {
		if got, want := crypto.SlotsDigest(slots[:i]), hashOf(text...); got != want {
			t.Errorf("%d slots: got %x, want %x", i, got, want)
		}
		if i < len(slots) {
			text = append(text, u32(slots[i].N), u32(uint32(len(slots[i].Blob))), slots[i].Blob)
		}
	}
	// Without the lengths these would be the same bytes.
	a := crypto.SlotsDigest([]crypto.NumberedSlot{{1, append([]byte("x"), append(u32(2), u32(1)...)...)}, {2, []byte("y")}})
	b := crypto.SlotsDigest([]crypto.NumberedSlot{{1, []byte("x")}, {2, append(append(u32(2), u32(1)...), 'y')}})
	if a == b {
		t.Error("bytes may move from one slot to the next")
	}
}

func TestAuditDigest(t *testing.T) {
	var before crypto.Digest
	for n := uint64(1); n <= 3; n++ {
		content := randomBytes(int(n) * 40)
		want := hashOf([]byte("harbour/v1/audit"), before[:], u64(n), content)
		if got := crypto.AuditDigest(before, n, content); got != want {
			t.Errorf("entry %d: got %x, want %x", n, got, want)
		}
		before = want
	}
}

func TestStateDigest(t *testing.T) {
	root := randomBytes(112)
	if got, want := crypto.StateDigest(root), hashOf([]byte("harbour/v1/state"), root); got != want {
		t.Errorf("got %x, want %x", got, want)
	}
}
