package crypto

import (
	"bytes"
	"crypto/subtle"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// MaxPassphrase is the most bytes of UTF-8 that a passphrase may have.
const MaxPassphrase = 1024

// ErrPassphraseLength is returned for a passphrase that is empty or longer
// than MaxPassphrase.
var ErrPassphraseLength = errors.New("passphrase is empty or too long")

// Secret holds a passphrase in memory that is locked against swapping and left
// out of core dumps where the system allows it. It is filled rune by rune,
// never becomes a string, and cannot print or marshal itself. It is not safe
// for use by several goroutines at once.
type Secret struct {
	memory []byte
	n      int
}

// NewSecret returns an empty Secret. Its owner calls Destroy when done.
func NewSecret() *Secret {
	return &Secret{memory: lockedMemory(MaxPassphrase)}
}

// ReadSecret reads a passphrase of at most MaxPassphrase bytes from r, without
// the line end that a file or a pipe puts after it. It returns
// ErrPassphraseLength for an empty or longer one.
func ReadSecret(r io.Reader) (*Secret, error) {
	buf := lockedMemory(MaxPassphrase + 3)
	defer freeMemory(buf)
	n, err := io.ReadFull(r, buf)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, errors.New("read passphrase")
	}
	line := bytes.TrimSuffix(bytes.TrimSuffix(buf[:n], []byte("\n")), []byte("\r"))
	if len(line) == 0 || len(line) > MaxPassphrase || !utf8.Valid(line) {
		return nil, ErrPassphraseLength
	}
	s := NewSecret()
	s.n = copy(s.memory, line)
	return s, nil
}

// PutRune adds r at the end. It reports false, and changes nothing, when there
// is no room left or r is not a character.
func (s *Secret) PutRune(r rune) bool {
	size := utf8.RuneLen(r)
	if size < 0 || s.n+size > len(s.memory) {
		return false
	}
	s.n += utf8.EncodeRune(s.memory[s.n:], r)
	return true
}

// TakeRune takes the last rune back and overwrites it.
func (s *Secret) TakeRune() {
	_, size := utf8.DecodeLastRune(s.memory[:s.n])
	clear(s.memory[s.n-size : s.n])
	s.n -= size
}

// Len is the number of runes held.
func (s *Secret) Len() int { return utf8.RuneCount(s.memory[:s.n]) }

// Wipe overwrites what is held and leaves the Secret empty and usable.
func (s *Secret) Wipe() {
	clear(s.memory)
	s.n = 0
}

// Destroy wipes the Secret and gives its memory back; it holds nothing after.
func (s *Secret) Destroy() {
	s.Wipe()
	freeMemory(s.memory)
	s.memory = nil
}

// Equal reports, in time that depends on the lengths alone, whether both hold
// the same bytes.
func (s *Secret) Equal(o *Secret) bool {
	return subtle.ConstantTimeCompare(s.memory[:s.n], o.memory[:o.n]) == 1
}

// String never gives the secret.
func (Secret) String() string { return "[secret]" }

// Format never gives the secret, whatever the verb; fmt asks String for some alone.
func (s Secret) Format(f fmt.State, _ rune) { fmt.Fprint(f, s.String()) }

// MarshalText always fails, so that no encoder can write a Secret out.
func (Secret) MarshalText() ([]byte, error) {
	return nil, errors.New("a secret is never written out")
}

// withNormal calls use with the passphrase in Unicode NFC, so that the same
// words typed on two systems are the same bytes, and wipes them afterwards.
func (s *Secret) withNormal(use func([]byte)) {
	// NFC makes no text longer than three times its bytes.
	buf := lockedMemory(3*s.n + utf8.UTFMax)
	defer freeMemory(buf)
	out := norm.NFC.Append(buf[:0], s.memory[:s.n]...)
	use(out)
	clear(out)
}
