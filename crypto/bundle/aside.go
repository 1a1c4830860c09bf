package bundle

import "io"

const (
	copySize    = 256 << 10
	copyBuffers = 3 // one filled, one written, one between them
)

// newBuffers makes the buffers that one aside after another works with.
func newBuffers() [][]byte {
	buffers := make([][]byte, copyBuffers)
	for i := range buffers {
		buffers[i] = make([]byte, copySize)
	}
	return buffers
}

// aside writes to w on a goroutine of its own: hashing or staging one piece
// while the next is read and decrypted, or encrypted. Pieces are handed over,
// not copied.
type aside struct {
	free, full chan []byte
	done       chan struct{}
	err        error // of w; read it after done
}

func newAside(w io.Writer, buffers [][]byte) *aside {
	a := &aside{
		free: make(chan []byte, len(buffers)),
		full: make(chan []byte, len(buffers)),
		done: make(chan struct{}),
	}
	for _, b := range buffers {
		a.free <- b
	}
	go a.run(w)
	return a
}

func (a *aside) run(w io.Writer) {
	defer close(a.done)
	for b := range a.full {
		if _, a.err = w.Write(b); a.err != nil {
			return
		}
		a.free <- b[:cap(b)]
	}
}

// buffer returns a buffer to fill, or nil where writing has failed.
func (a *aside) buffer() []byte {
	select {
	case b := <-a.free:
		return b
	case <-a.done:
		return nil
	}
}

// hand gives a filled buffer over to be written. It may still be read until
// the next call of buffer.
func (a *aside) hand(b []byte) { a.full <- b }

// end waits until all that was handed over is written, and returns the error
// of writing.
func (a *aside) end() error {
	close(a.full)
	<-a.done
	return a.err
}
