package crypto

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"strings"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"
)

// Namespace separates the kinds of text that a desk signs, so that a signature
// over one can never stand under another (OpenSSH PROTOCOL.sshsig).
type Namespace string

// The namespaces in use. The signing key signs nothing else.
const (
	NamespaceBundle Namespace = "bundle-v1@harbour"
	NamespaceCard   Namespace = "card-v1@harbour"
	NamespaceRoster Namespace = "roster-v1@harbour"
)

// MaxSignature is the most bytes that a signature block may have.
const MaxSignature = 1 << 10

// ErrSignature is returned for a signature that is not wholly right.
var ErrSignature = errors.New("signature does not hold")

// SigningKey is an Ed25519 public key.
type SigningKey [ed25519.PublicKeySize]byte

// ParseSigningKey reads the form that String writes, and no other.
func ParseSigningKey(s string) (SigningKey, error) {
	var key SigningKey
	wire, err := base64.StdEncoding.Strict().DecodeString(strings.TrimPrefix(s, ssh.KeyAlgoED25519+" "))
	if err != nil || len(wire) < len(key) {
		return key, errors.New("not an ed25519 key")
	}
	copy(key[:], wire[len(wire)-len(key):])
	if key.String() != s {
		return SigningKey{}, errors.New("not an ed25519 key")
	}
	return key, nil
}

// String is the key as OpenSSH writes it: "ssh-ed25519 AAAA…".
func (k SigningKey) String() string {
	wire := ssh.Marshal(struct {
		Kind string
		Key  []byte
	}{ssh.KeyAlgoED25519, k[:]})
	return ssh.KeyAlgoED25519 + " " + base64.StdEncoding.EncodeToString(wire)
}

// Sign returns an SSHSIG of message in namespace ns, over SHA-512, as one PEM
// block that ssh-keygen -Y verify accepts.
func (i *Identity) Sign(ns Namespace, message []byte) ([]byte, error) {
	key := ed25519.NewKeyFromSeed(i.seed)
	defer clear(key)
	signer, err := ssh.NewSignerFromKey(key)
	if err != nil {
		return nil, errors.New("signing key not usable")
	}
	sig, err := sshsig.SignWithRand(bytes.NewReader(message), rand.Reader, signer, sshsig.HashSHA512, string(ns))
	if err != nil {
		return nil, errors.New("sign")
	}
	return sshsig.Armor(sig), nil
}

// Verify checks that block signs message in namespace ns and returns the key
// that made it. Whose key that is, is for the caller to know: a valid signature
// by an unknown key proves nothing. Every block but the very bytes that Sign
// would write for the same signature is ErrSignature.
func Verify(ns Namespace, message, block []byte) (SigningKey, error) {
	var key SigningKey
	if len(block) > MaxSignature {
		return key, ErrSignature
	}
	sig, err := sshsig.Unarmor(block)
	if err != nil {
		return key, ErrSignature
	}
	// PEM and SSHSIG readers pass over text around the block, a filled
	// reserved field and bytes behind the signature: one form only, or a
	// signed file has many faces.
	if sig.PublicKey.Type() != ssh.KeyAlgoED25519 || sig.HashAlgorithm != sshsig.HashSHA512 ||
		sig.Signature.Format != ssh.KeyAlgoED25519 || len(sig.Signature.Rest) != 0 ||
		!bytes.Equal(sshsig.Armor(sig), block) {
		return key, ErrSignature
	}
	if err := sshsig.Verify(bytes.NewReader(message), sig, sig.PublicKey, sshsig.HashSHA512, string(ns)); err != nil {
		return key, ErrSignature
	}
	wire := sig.PublicKey.Marshal()
	copy(key[:], wire[len(wire)-len(key):])
	return key, nil
}
