package store

import (
	"encoding/binary"

	"harbour/crypto"
)

const rootSize = 8 + 32 + 32 + 8 + 32

// root covers the whole vault at one moment: every entry, every slot, and the
// end of the audit chain. It is renewed by each transaction.
type root struct {
	gen      uint64 // counts the transactions of the vault
	top      crypto.Digest
	slots    crypto.Digest
	auditN   uint64
	auditSum crypto.Digest
}

func (r root) encode() []byte {
	b := make([]byte, 0, rootSize)
	b = binary.BigEndian.AppendUint64(b, r.gen)
	b = append(b, r.top[:]...)
	b = append(b, r.slots[:]...)
	b = binary.BigEndian.AppendUint64(b, r.auditN)
	return append(b, r.auditSum[:]...)
}

func decodeRoot(b []byte) (root, error) {
	if len(b) != rootSize {
		return root{}, crypto.ErrDamaged
	}
	return root{
		gen:      binary.BigEndian.Uint64(b),
		top:      crypto.Digest(b[8:40]),
		slots:    crypto.Digest(b[40:72]),
		auditN:   binary.BigEndian.Uint64(b[72:]),
		auditSum: crypto.Digest(b[80:]),
	}, nil
}
