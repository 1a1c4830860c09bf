package crypto

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestSecretIsOverwritten(t *testing.T) {
	fill := func(words string) *Secret {
		s := NewSecret()
		t.Cleanup(s.Destroy)
		for _, r := range words {
			s.PutRune(r)
		}
		return s
	}
	zeros := make([]byte, MaxPassphrase)

	s := fill("tide海")
	s.TakeRune()
	if want := append([]byte("tide"), zeros[4:]...); !bytes.Equal(s.memory, want) {
		t.Error("TakeRune left bytes of the rune")
	}
	s.Wipe()
	if !bytes.Equal(s.memory, zeros) {
		t.Error("Wipe left bytes")
	}

	// Destroy unmaps the memory, so that only heap memory can be looked at.
	heap := []byte("tide")
	s = &Secret{memory: heap, n: len(heap)}
	s.Destroy()
	if !bytes.Equal(heap, zeros[:4]) {
		t.Error("Destroy left bytes")
	}
	heap = []byte("a key")
	freeMemory(heap)
	if !bytes.Equal(heap, zeros[:5]) {
		t.Error("freeMemory left bytes")
	}
}

// TestNormalFormStaysInItsBuffer uses text that grows threefold: were the
// buffer too small, a copy of the passphrase would be left on the heap.
func TestNormalFormStaysInItsBuffer(t *testing.T) {
	for _, words := range []string{
		"plain", "",
		strings.Repeat("\U0001D160", MaxPassphrase/4), // 4 bytes become 12
		strings.Repeat("\u0344", MaxPassphrase/2),
		strings.Repeat("e\u0301", MaxPassphrase/3),
		"a" + strings.Repeat("\u0301\u0327", MaxPassphrase/4-1),
	} {
		s := NewSecret()
		defer s.Destroy()
		for _, r := range words {
			s.PutRune(r)
		}
		s.withNormal(func(p []byte) {
			if want := norm.NFC.String(words); string(p) != want {
				t.Errorf("%.12q: not the normal form", words)
			}
			if want := 3*s.n + 4; cap(p) != want {
				t.Errorf("%.12q: moved to a buffer of %d bytes, want %d", words, cap(p), want)
			}
		})
	}
}
