package store

import (
	"crypto/rand"
	"encoding/binary"

	"harbour/crypto"
)

// ID names an item in its vault: random, from 1 to 1<<63-1, without order.
type ID uint64

// Kind says what an item is. The store gives two kinds a meaning and keeps
// all others from FirstKind on for its user.
type Kind byte

const (
	kindAudit Kind = 1
	kindFile  Kind = 2
	// FirstKind is the lowest kind that a user of the store may give.
	FirstKind Kind = 16
)

// MaxContent is the most bytes of head content that an item can have.
const MaxContent = crypto.MaxHeadContent - fileFront

// MaxBody is the most bytes of body content that an item can have.
const MaxBody = crypto.MaxBodyContent

// Item is the head of an item as it was read or written. Changing the item
// takes the Item, and succeeds only while nothing newer stands in its place.
type Item struct {
	ID      ID
	Kind    Kind
	Rev     uint64 // counts the changes of this item
	Content []byte
	File    *FileInfo // for an attachment
	digest  crypto.Digest
}

// IsFile reports whether the item is an attachment.
func (i Item) IsFile() bool { return i.File != nil }

// newID returns a random id that neither the vault nor used knows.
func (v *Vault) newID(used map[ID]bool) ID {
	for {
		var b [8]byte
		rand.Read(b[:])
		id := ID(binary.BigEndian.Uint64(b[:]) >> 1)
		if _, ok := v.tree.find(id); !ok && id != 0 && !used[id] {
			return id
		}
	}
}
