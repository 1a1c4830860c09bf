package bundle

import "io"

// asideWriter gathers what is written to it and has another goroutine write it
// on: the medium takes one piece while the next is encrypted.
type asideWriter struct {
	a   *aside
	buf []byte // the one that is filled
	n   int
}

func newAsideWriter(w io.Writer) *asideWriter {
	a := newAside(w, newBuffers())
	return &asideWriter{a: a, buf: a.buffer()}
}

// Write implements io.Writer. An error of the medium comes with a later piece.
func (w *asideWriter) Write(p []byte) (int, error) {
	written := 0
	for len(p) > 0 {
		if w.buf == nil {
			return written, w.a.err
		}
		k := copy(w.buf[w.n:], p)
		w.n, p, written = w.n+k, p[k:], written+k
		if w.n == len(w.buf) {
			w.a.hand(w.buf)
			w.buf, w.n = w.a.buffer(), 0
		}
	}
	return written, nil
}

// end writes the rest, waits for the medium, and returns its error. Nothing may
// be written after.
func (w *asideWriter) end() error {
	if w.n > 0 && w.buf != nil {
		w.a.hand(w.buf[:w.n])
	}
	return w.a.end()
}
