package crypto

import (
	"crypto/cipher"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"slices"

	"golang.org/x/crypto/chacha20poly1305"
)

// KeySize is the size in bytes of every symmetric key here.
const KeySize = chacha20poly1305.KeySize

// overhead is what sealing adds: a nonce of 24 bytes and a tag of 16.
const overhead = chacha20poly1305.NonceSizeX + chacha20poly1305.Overhead

// ErrDamaged is returned for sealed bytes that were changed, moved to another
// place or vault, or never were what they are taken for.
var ErrDamaged = errors.New("damaged or foreign data")

// newAEAD returns XChaCha20-Poly1305 under key.
func newAEAD(key []byte) cipher.AEAD {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		panic("crypto: key of wrong size")
	}
	return aead
}

// seal returns nonce ‖ ciphertext of plain under a fresh random nonce.
func seal(aead cipher.AEAD, aad, plain []byte) []byte {
	out := make([]byte, chacha20poly1305.NonceSizeX, len(plain)+overhead)
	rand.Read(out)
	return aead.Seal(out, out, plain, aad)
}

// sealPadded seals prefix ‖ length ‖ content ‖ zeros to size bytes in all. The
// plaintext lies where its ciphertext goes: no other copy of it is made. Both
// lie in room where that is large enough.
func sealPadded(room []byte, aead cipher.AEAD, aad, prefix, content []byte, size int) []byte {
	out := slices.Grow(room[:0], size)[:size]
	clear(out)
	nonce, plain := out[:chacha20poly1305.NonceSizeX], out[chacha20poly1305.NonceSizeX:size-chacha20poly1305.Overhead]
	rand.Read(nonce)
	pad(plain, prefix, content)
	return aead.Seal(nonce, nonce, plain, aad)
}

// open undoes seal, or returns ErrDamaged.
func open(aead cipher.AEAD, aad, sealed []byte) ([]byte, error) {
	if len(sealed) < overhead {
		return nil, ErrDamaged
	}
	nonce, ct := sealed[:chacha20poly1305.NonceSizeX], sealed[chacha20poly1305.NonceSizeX:]
	plain, err := aead.Open(make([]byte, 0, len(ct)), nonce, ct, aad)
	if err != nil {
		return nil, ErrDamaged
	}
	return plain, nil
}

// itemAAD binds sealed bytes to their use, their vault and their item.
func itemAAD(label string, vault VaultID, id uint64) []byte {
	aad := make([]byte, 0, len(label)+len(vault)+8)
	aad = append(append(aad, label...), vault[:]...)
	return binary.BigEndian.AppendUint64(aad, id)
}
