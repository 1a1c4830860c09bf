package crypto

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
)

// VaultID names a vault: 16 random bytes that every sealed part is bound to.
type VaultID [16]byte

// Keyring is an open vault's key and what is derived from it. The vault key
// lives in locked memory and never leaves a Keyring in clear. After it is
// made, a Keyring may be used by several goroutines at once.
type Keyring struct {
	vault    VaultID
	vaultKey []byte // locked
	head     cipher.AEAD
	root     cipher.AEAD
}

// NewKeyring returns the keyring of a new vault with a fresh id and key. Its
// owner calls Destroy when the vault is closed.
func NewKeyring() *Keyring {
	var id VaultID
	rand.Read(id[:])
	key := lockedMemory(KeySize)
	rand.Read(key)
	return deriveKeyring(id, key)
}

// deriveKeyring takes ownership of key, which is in locked memory.
func deriveKeyring(id VaultID, key []byte) *Keyring {
	k := &Keyring{vault: id, vaultKey: key}
	k.head = k.derive(labelHeadKey)
	k.root = k.derive(labelRootKey)
	return k
}

// Vault is the id of the keyring's vault.
func (k *Keyring) Vault() VaultID { return k.vault }

// Destroy overwrites the vault key. The keyring must not be used after.
func (k *Keyring) Destroy() {
	freeMemory(k.vaultKey)
	k.vaultKey, k.head, k.root = nil, nil, nil
}

// String never gives a key.
func (Keyring) String() string { return "[keyring]" }

// Format never gives a key, whatever the verb; fmt asks String for some alone.
func (k Keyring) Format(f fmt.State, _ rune) { fmt.Fprint(f, k.String()) }

// MarshalText always fails, so that no encoder can write a Keyring out.
func (Keyring) MarshalText() ([]byte, error) {
	return nil, errors.New("a keyring is never written out")
}

func (k *Keyring) derive(label string) cipher.AEAD {
	key, err := hkdf.Key(sha256.New, k.vaultKey, k.vault[:], label, KeySize)
	if err != nil {
		panic("crypto: hkdf refused a fixed length")
	}
	defer clear(key)
	return newAEAD(key)
}
