package crypto

import (
	"crypto/rand"
	"crypto/subtle"
	"errors"

	"golang.org/x/crypto/argon2"
)

// MaxSlot is the most bytes that a slot of any kind may have.
const MaxSlot = 8 << 10

const (
	slotPassphrase = 1
	slotAge        = 2
	slotTwoPeople  = 3

	slotCostAt   = 1
	slotSaltAt   = slotCostAt + 9
	slotCommitAt = slotSaltAt + 16
	slotSealedAt = slotCommitAt + 32
	slotSize     = slotSealedAt + KeySize + overhead
)

var (
	// ErrWrongPassphrase is returned where a passphrase does not open a slot.
	ErrWrongPassphrase = errors.New("wrong passphrase")
	// ErrSlotKind is returned for a slot that no passphrase opens.
	ErrSlotKind = errors.New("not a passphrase slot")
)

// PassphraseSlot returns the vault key wrapped under pass, 130 bytes, to be
// stored as a slot of the vault. It returns ErrPassphraseLength for an empty
// passphrase and ErrCost for a cost that no reader would accept.
func (k *Keyring) PassphraseSlot(pass *Secret, cost Cost) ([]byte, error) {
	if pass.n == 0 {
		return nil, ErrPassphraseLength
	}
	if err := cost.check(); err != nil {
		return nil, err
	}
	blob := cost.append([]byte{slotPassphrase})
	salt := make([]byte, 16)
	rand.Read(salt)
	blob = append(blob, salt...)
	kek, commit := deriveKEK(pass, salt, cost)
	defer freeMemory(kek)
	blob = append(blob, commit...)
	return append(blob, seal(newAEAD(kek), slotAAD(k.vault, blob), k.vaultKey)...), nil
}

// OpenSlot returns the keyring of vault id that pass opens in blob. It returns
// ErrWrongPassphrase, ErrSlotKind for a slot of another kind, ErrCost for one
// that asks for too much work, and ErrDamaged for anything else that is wrong.
func OpenSlot(id VaultID, blob []byte, pass *Secret) (*Keyring, error) {
	if len(blob) > 0 && (blob[0] == slotAge || blob[0] == slotTwoPeople) {
		return nil, ErrSlotKind
	}
	if len(blob) != slotSize || blob[0] != slotPassphrase {
		return nil, ErrDamaged
	}
	cost := parseCost(blob[slotCostAt:])
	if err := cost.check(); err != nil {
		return nil, err
	}
	kek, commit := deriveKEK(pass, blob[slotSaltAt:slotCommitAt], cost)
	defer freeMemory(kek)
	// The AEAD does not commit to its key: without this, one blob could open
	// under several passphrases.
	if subtle.ConstantTimeCompare(commit, blob[slotCommitAt:slotSealedAt]) != 1 {
		return nil, ErrWrongPassphrase
	}
	plain, err := open(newAEAD(kek), slotAAD(id, blob[:slotSealedAt]), blob[slotSealedAt:])
	if err != nil {
		return nil, err
	}
	key := lockedMemory(KeySize)
	copy(key, plain)
	clear(plain)
	return deriveKeyring(id, key), nil
}

// deriveKEK returns the key that wraps the vault key, in locked memory, and
// the commitment stored beside it.
func deriveKEK(pass *Secret, salt []byte, cost Cost) (kek, commit []byte) {
	kek = lockedMemory(KeySize)
	pass.withNormal(func(p []byte) {
		out := argon2.IDKey(p, salt, cost.Time, cost.MemoryKiB, cost.Threads, 64)
		copy(kek, out)
		commit = append(commit, out[KeySize:]...)
		clear(out)
	})
	return kek, commit
}

func slotAAD(id VaultID, front []byte) []byte {
	aad := append([]byte(labelSlot), id[:]...)
	return append(aad, front...)
}
