package crypto_test

import (
	"crypto/sha512"
	"io"
	"testing"

	"harbour/crypto"
)

func TestHashing(t *testing.T) {
	content := randomBytes(5 << 20)
	for _, size := range []int{0, 1, 127, 128 << 10, 128<<10 + 1, len(content)} {
		for _, step := range []int{1 << 10, 64 << 10, 300_001} {
			h := crypto.NewHashing()
			for left := content[:size]; len(left) > 0; {
				k := min(step, len(left))
				if n, err := h.Write(left[:k]); n != k || err != nil {
					t.Fatalf("got %d, %v, want %d", n, err, k)
				}
				left = left[k:]
			}
			want := sha512.Sum512(content[:size])
			for range 2 {
				if h.Sum() != want {
					t.Errorf("%d bytes by %d: another hash", size, step)
				}
			}
		}
	}
}

// What was handed in may be used again at once.
func TestHashingKeepsNoPieces(t *testing.T) {
	h, plain := crypto.NewHashing(), sha512.New()
	piece := make([]byte, 100<<10)
	for i := range 50 {
		piece[i] = byte(i) + 1
		io.MultiWriter(h, plain).Write(piece)
		clear(piece)
	}
	if h.Sum() != [sha512.Size]byte(plain.Sum(nil)) {
		t.Error("another hash")
	}
}
