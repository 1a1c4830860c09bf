package crypto

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/binary"
	"errors"
)

const (
	headVersion  = 1
	headPrefix   = 1 + 1 + 8 + KeySize
	headKeyAt    = 10
	maxHeadSize  = 16000
	bodyOverhead = overhead + 4
)

// MaxHeadContent is the most bytes of content that a head can carry.
const MaxHeadContent = maxHeadSize - overhead - headPrefix - 4

// MaxBodyContent is the most bytes of content that a body can carry.
const MaxBodyContent = MaxBody - bodyOverhead

var (
	// ErrTooLarge is returned for content that no head or body can carry.
	ErrTooLarge = errors.New("content too large to seal")
	// ErrNewer is returned for a part that a later version has sealed.
	ErrNewer = errors.New("sealed by a newer version")
)

// Head is the part of an item that is read at unlock: its kind, its revision
// and its content. The key of the item's body or file stays inside the sealed
// head and is never part of this.
type Head struct {
	Kind    byte
	Rev     uint64
	Content []byte
}

// Seal seals a new head for item id and, where body is not nil, the body. The
// body gets a key of its own that is made here and kept in the head alone: one
// key seals one body, and the head binds it. The sealed body lies in room, what
// an earlier one left, where that is large enough.
func (k *Keyring) Seal(room []byte, id uint64, h Head, body []byte) (head, sealedBody []byte, err error) {
	var key [KeySize]byte
	defer clear(key[:])
	if body != nil {
		if len(body) > MaxBodyContent {
			return nil, nil, ErrTooLarge
		}
		rand.Read(key[:])
		size := max(Padme(int64(len(body)+bodyOverhead)), minBody)
		sealedBody = sealPadded(room, newAEAD(key[:]), itemAAD(labelBody, k.vault, id), nil, body, int(size))
	}
	head, err = k.sealHead(id, h, key[:])
	return head, sealedBody, err
}

// Reseal seals a changed head over the sealed one that stood before; body and
// file stay as they are.
func (k *Keyring) Reseal(id uint64, h Head, before []byte) ([]byte, error) {
	plain, err := k.openHead(id, before)
	if err != nil {
		return nil, err
	}
	defer clear(plain)
	return k.sealHead(id, h, plain[headKeyAt:headPrefix])
}

// OpenHead opens a sealed head of item id. It returns ErrDamaged, or ErrNewer
// for a head of a later version. The content is the caller's.
func (k *Keyring) OpenHead(id uint64, sealed []byte) (Head, error) {
	plain, err := k.openHead(id, sealed)
	if err != nil {
		return Head{}, err
	}
	clear(plain[headKeyAt:headPrefix])
	content, err := unpad(plain[headPrefix:])
	if err != nil {
		return Head{}, err
	}
	return Head{Kind: plain[1], Rev: binary.BigEndian.Uint64(plain[2:]), Content: content}, nil
}

// OpenBody opens the sealed body of item id with the key that its sealed head
// holds, or returns ErrDamaged. The content is the caller's.
func (k *Keyring) OpenBody(id uint64, head, sealed []byte) ([]byte, error) {
	plain, err := k.openHead(id, head)
	if err != nil {
		return nil, err
	}
	defer clear(plain)
	key := plain[headKeyAt:headPrefix]
	// A head without a body holds zeros: a key that everybody knows.
	if isZero(key) {
		return nil, ErrDamaged
	}
	body, err := open(newAEAD(key), itemAAD(labelBody, k.vault, id), sealed)
	if err != nil {
		return nil, err
	}
	return unpad(body)
}

// HasBody reports whether the sealed head of item id holds the key of a body
// or a file.
func (k *Keyring) HasBody(id uint64, head []byte) bool {
	plain, err := k.openHead(id, head)
	if err != nil {
		return false
	}
	defer clear(plain)
	return !isZero(plain[headKeyAt:headPrefix])
}

// SealRoot seals the vault's root.
func (k *Keyring) SealRoot(plain []byte) []byte { return seal(k.root, k.rootAAD(), plain) }

// OpenRoot opens what SealRoot sealed, or returns ErrDamaged.
func (k *Keyring) OpenRoot(sealed []byte) ([]byte, error) { return open(k.root, k.rootAAD(), sealed) }

func (k *Keyring) rootAAD() []byte { return append([]byte(labelRoot), k.vault[:]...) }

func (k *Keyring) sealHead(id uint64, h Head, key []byte) ([]byte, error) {
	size, ok := headSize(headPrefix + 4 + len(h.Content))
	if !ok {
		return nil, ErrTooLarge
	}
	prefix := binary.BigEndian.AppendUint64([]byte{headVersion, h.Kind}, h.Rev)
	prefix = append(prefix, key...)
	defer clear(prefix)
	return sealPadded(nil, k.head, itemAAD(labelHead, k.vault, id), prefix, h.Content, size), nil
}

// openHead returns the whole plain head, checked as far as its prefix.
func (k *Keyring) openHead(id uint64, sealed []byte) ([]byte, error) {
	plain, err := open(k.head, itemAAD(labelHead, k.vault, id), sealed)
	if err != nil {
		return nil, err
	}
	if len(plain) < headPrefix+4 || plain[0] == 0 {
		return nil, ErrDamaged
	}
	if plain[0] > headVersion {
		return nil, ErrNewer
	}
	return plain, nil
}

// isZero reports whether key is none at all.
func isZero(key []byte) bool {
	return subtle.ConstantTimeCompare(key, make([]byte, len(key))) == 1
}
