package bundle

import (
	"bytes"
	"errors"
	"io"
)

// inner reads the tar inside, one entry after the other.
type inner struct {
	r      io.Reader
	limits Limits
	n      int64 // bytes read

	buffers [][]byte
}

// copy reads size bytes and hands them over to be staged.
func (in *inner) copy(staging *aside, size int64, tell func(int64)) error {
	for n := int64(0); n < size; {
		buf := staging.buffer()
		if buf == nil {
			return nil
		}
		buf = buf[:min(size-n, copySize)]
		if _, err := io.ReadFull(in, buf); err != nil {
			return err
		}
		staging.hand(buf)
		n += int64(len(buf))
		tell(n)
	}
	return nil
}

// end reads the end mark and the padding, to the end of the age file: only
// then has age checked that nothing is missing.
func (in *inner) end() error {
	want := plainSize(in.n + endSize)
	if err := in.zeros(want - in.n); err != nil {
		return err
	}
	var more [1]byte
	switch _, err := io.ReadFull(in.r, more[:]); {
	case err == nil:
		return ErrChanged
	case errors.Is(err, io.EOF):
		return nil
	default:
		return ageError(err)
	}
}

// memory reads an entry of at most limit bytes.
func (in *inner) memory(name string, limit int64) ([]byte, error) {
	size, err := in.entry(name, limit)
	if err != nil {
		return nil, err
	}
	content := make([]byte, size)
	if _, err := io.ReadFull(in, content); err != nil {
		return nil, err
	}
	return content, in.zeros(paddingOf(size))
}

// entry reads the next header, which must be, byte for byte, that of a plain
// file of the given name. Only its size is taken from it.
func (in *inner) entry(name string, limit int64) (int64, error) {
	header := make([]byte, blockSize)
	if _, err := io.ReadFull(in, header); err != nil {
		return 0, err
	}
	size, err := tarSize(header)
	if err != nil {
		return 0, err
	}
	want, err := tarHeader(name, size)
	if err != nil || !bytes.Equal(header, want) {
		return 0, ErrChanged
	}
	if size > limit {
		return 0, ErrLimit
	}
	return size, nil
}

// zeros reads n bytes, all of which must be zero.
func (in *inner) zeros(n int64) error {
	buf := make([]byte, min(n, copySize))
	for n > 0 {
		b := buf[:min(n, copySize)]
		if _, err := io.ReadFull(in, b); err != nil {
			return err
		}
		for _, c := range b {
			if c != 0 {
				return ErrChanged
			}
		}
		n -= int64(len(b))
	}
	return nil
}

// Read implements io.Reader over the decrypted content. Its end is always too
// early: end reads the last byte itself.
func (in *inner) Read(p []byte) (int, error) {
	n, err := in.r.Read(p)
	in.n += int64(n)
	if errors.Is(err, io.EOF) {
		if n > 0 {
			return n, nil
		}
		return 0, ErrTruncated
	}
	return n, ageError(err)
}
