package crypto

import (
	"crypto/sha256"
	"encoding/binary"
)

// Digest is a SHA-256 under one of the labels.
type Digest [sha256.Size]byte

// EntrySize is what a bucket holds of one entry: its id and a SHA-256.
const EntrySize = 8 + sha256.Size

// Buckets is the number of buckets that a vault's entries fall into.
const Buckets = 256

// BucketOf is the bucket of item id, from 0 to Buckets-1 for ids of 63 bits.
func BucketOf(id uint64) int { return int(id >> 55) }

// AppendEntry adds to the entries of a bucket one with the SHA-256 of its
// sealed head. They must come in rising order of id.
func AppendEntry(entries []byte, id uint64, head Digest) []byte {
	return append(binary.BigEndian.AppendUint64(entries, id), head[:]...)
}

// BucketDigest hashes the entries of one bucket; one without entries hashes
// its label alone.
func BucketDigest(entries []byte) Digest {
	h := sha256.New()
	h.Write([]byte(labelBucket))
	h.Write(entries)
	return Digest(h.Sum(nil))
}

// HeadDigest is the plain SHA-256 of a sealed head, by which a save names the
// revision that it replaces.
func HeadDigest(head []byte) Digest { return sha256.Sum256(head) }

// TopDigest hashes all buckets' digests.
func TopDigest(buckets *[Buckets]Digest) Digest {
	all := make([]byte, 0, len(labelTop)+Buckets*sha256.Size)
	all = append(all, labelTop...)
	for i := range buckets {
		all = append(all, buckets[i][:]...)
	}
	return sha256.Sum256(all)
}

// NumberedSlot is a slot with its number in the vault.
type NumberedSlot struct {
	N    uint32
	Blob []byte
}

// SlotsDigest hashes all slots, which must come in rising order of number.
func SlotsDigest(slots []NumberedSlot) Digest {
	h := sha256.New()
	h.Write([]byte(labelAllSlots))
	for _, s := range slots {
		var front [8]byte
		binary.BigEndian.PutUint32(front[:], s.N)
		binary.BigEndian.PutUint32(front[4:], uint32(len(s.Blob)))
		h.Write(front[:])
		h.Write(s.Blob)
	}
	return Digest(h.Sum(nil))
}

// AuditDigest chains entry n of the audit log, with its content, to the digest
// before it. The digest before the first entry is all zeros.
func AuditDigest(before Digest, n uint64, content []byte) Digest {
	h := sha256.New()
	h.Write([]byte(labelAudit))
	h.Write(before[:])
	var number [8]byte
	binary.BigEndian.PutUint64(number[:], n)
	h.Write(number[:])
	h.Write(content)
	return Digest(h.Sum(nil))
}

// StateDigest hashes a root's plaintext into the state that people compare.
func StateDigest(root []byte) Digest {
	h := sha256.New()
	h.Write([]byte(labelState))
	h.Write(root)
	return Digest(h.Sum(nil))
}
