package bundle

import (
	"context"
	"errors"
	"io"
)

// sourceReader remembers what went wrong with the medium, so that it is not
// taken for a changed file.
type sourceReader struct {
	ctx   context.Context
	r     io.Reader
	n     int64
	ended bool
	err   error
}

func (s *sourceReader) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		s.err = err
		return 0, err
	}
	n, err := s.r.Read(p)
	s.n += int64(n)
	s.ended = s.ended || errors.Is(err, io.EOF)
	if err != nil && !s.ended {
		s.err = err
	}
	return n, err
}

// explain finds the reason behind err: the medium, or a file that is not as
// long as any whole bundle is. The last piece of such a file fails its check
// just as a changed one does.
func (s *sourceReader) explain(err error) error {
	switch {
	case err == nil:
		return nil
	case s.err != nil:
		return s.err
	case errors.Is(err, ErrChanged) && s.ended && !wholeSize(s.n):
		return ErrTruncated
	}
	return err
}

// ageError turns what age says of a damaged file into ours.
func ageError(err error) error {
	switch {
	case err == nil, errors.Is(err, ErrTruncated):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return ErrTruncated
	}
	return ErrChanged
}
