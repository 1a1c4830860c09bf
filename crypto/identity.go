package crypto

import (
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
)

const identityVersion = 1

// ErrNotRecipient is returned for an age file that an identity does not open.
var ErrNotRecipient = errors.New("not a recipient")

// Identity is one desk's pair of keys: an Ed25519 key that signs, and a
// post-quantum age identity that opens what is written for the desk. The
// signing seed is in locked memory.
type Identity struct {
	seed []byte // locked
	age  *age.HybridIdentity
}

// NewIdentity makes a fresh pair. Its owner calls Destroy when done.
func NewIdentity() (*Identity, error) {
	id, err := age.GenerateHybridIdentity()
	if err != nil {
		return nil, errors.New("generate identity")
	}
	seed := lockedMemory(ed25519.SeedSize)
	rand.Read(seed)
	return &Identity{seed: seed, age: id}, nil
}

// ParseIdentity reads what Marshal wrote. It returns ErrNewer for a later
// version and ErrDamaged for anything else. The caller wipes b.
func ParseIdentity(b []byte) (*Identity, error) {
	if len(b) < 1+ed25519.SeedSize || b[0] == 0 {
		return nil, ErrDamaged
	}
	if b[0] > identityVersion {
		return nil, ErrNewer
	}
	id, err := age.ParseHybridIdentity(string(b[1+ed25519.SeedSize:]))
	if err != nil {
		return nil, ErrDamaged
	}
	seed := lockedMemory(ed25519.SeedSize)
	copy(seed, b[1:])
	return &Identity{seed: seed, age: id}, nil
}

// Marshal returns the pair as version u8, signing seed of 32 bytes, age
// identity in age's own encoding: to be kept sealed, and wiped by the caller.
func (i *Identity) Marshal() []byte {
	b := append([]byte{identityVersion}, i.seed...)
	return append(b, i.age.String()...)
}

// Destroy overwrites the signing seed. The identity must not be used after.
func (i *Identity) Destroy() {
	freeMemory(i.seed)
	i.seed, i.age = nil, nil
}

// SigningKey is the public half of the signing key.
func (i *Identity) SigningKey() SigningKey {
	key := ed25519.NewKeyFromSeed(i.seed)
	defer clear(key)
	return SigningKey(key.Public().(ed25519.PublicKey))
}

// Recipient is the age recipient that others write to, about 2,000 characters
// beginning with age1pq1.
func (i *Identity) Recipient() string { return i.age.Recipient().String() }

// Opens reports whether an age file that begins with header, which ends with
// its last line, was written to this identity.
func (i *Identity) Opens(header []byte) bool {
	key, err := age.DecryptHeader(header, i.age)
	clear(key)
	return err == nil
}

// Open decrypts an age file that was written to this identity, or returns
// ErrNotRecipient. What is read is checked chunk by chunk: the whole is genuine
// only once the reader has ended without an error.
func (i *Identity) Open(r io.Reader) (io.Reader, error) {
	plain, err := age.Decrypt(r, i.age)
	var none *age.NoIdentityMatchError
	if errors.As(err, &none) {
		return nil, ErrNotRecipient
	}
	if err != nil {
		return nil, ErrDamaged
	}
	return plain, nil
}

// String never gives a key.
func (Identity) String() string { return "[identity]" }

// Format never gives a key, whatever the verb; fmt asks String for some alone.
func (i Identity) Format(f fmt.State, _ rune) { fmt.Fprint(f, i.String()) }

// MarshalText always fails, so that no encoder can write an Identity out.
func (Identity) MarshalText() ([]byte, error) {
	return nil, errors.New("an identity is never written out")
}
