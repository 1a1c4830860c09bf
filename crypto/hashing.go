package crypto

import "crypto/sha512"

// What a Hashing holds at most: far enough behind that neither side waits for
// the other at each piece.
const (
	hashingPiece  = 128 << 10
	hashingPieces = 16
)

// Hashing makes the SHA-512 of a stream on a goroutine of its own: hashing
// costs more than encrypting the same bytes, and each has a core. Its owner
// calls Sum, also where the hash is of no use any more, or the goroutine stays.
type Hashing struct {
	free, full chan []byte
	done       chan struct{}
	piece      []byte // the one that is filled
	made       int    // pieces
	sum        [sha512.Size]byte
}

// NewHashing starts a hash of nothing.
func NewHashing() *Hashing {
	h := &Hashing{
		free: make(chan []byte, hashingPieces), full: make(chan []byte, hashingPieces), done: make(chan struct{}),
	}
	go h.run()
	return h
}

func (h *Hashing) run() {
	defer close(h.done)
	sum := sha512.New()
	for p := range h.full {
		sum.Write(p)
		clear(p)
		h.free <- p[:0]
	}
	sum.Sum(h.sum[:0])
}

// Write adds p, of which it keeps a copy until that is hashed. It never fails.
// Nothing may be added after Sum.
func (h *Hashing) Write(p []byte) (int, error) {
	n := len(p)
	for len(p) > 0 {
		if h.piece == nil {
			h.piece = h.empty()
		}
		k := min(len(p), cap(h.piece)-len(h.piece))
		h.piece, p = append(h.piece, p[:k]...), p[k:]
		if len(h.piece) == cap(h.piece) {
			h.full <- h.piece
			h.piece = nil
		}
	}
	return n, nil
}

// empty returns a piece to fill: a new one until there are enough.
func (h *Hashing) empty() []byte {
	select {
	case p := <-h.free:
		return p
	default:
	}
	if h.made < hashingPieces {
		h.made++
		return make([]byte, 0, hashingPiece)
	}
	return <-h.free
}

// Sum returns the hash of all that was written, and ends the goroutine. It may
// be called again.
func (h *Hashing) Sum() [sha512.Size]byte {
	select {
	case <-h.done:
		return h.sum
	default:
	}
	if len(h.piece) > 0 {
		h.full <- h.piece
	}
	h.piece = nil
	close(h.full)
	<-h.done
	return h.sum
}
