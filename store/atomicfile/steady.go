package atomicfile

import "os"

// steadyStep is how much is written before the system is asked to move it on.
const steadyStep = 4 << 20

// Steady is a new file that goes to its medium while it is written: syncing it
// at the end has little left to do, and progress does not run ahead of a slow
// stick. It is durable after Sync, not before.
type Steady struct {
	*os.File
	n, begun int64
}

// NewSteady takes over an empty file that is open for writing.
func NewSteady(f *os.File) *Steady { return &Steady{File: f} }

// Write implements io.Writer.
func (s *Steady) Write(p []byte) (int, error) {
	n, err := s.File.Write(p)
	if s.n += int64(n); s.n-s.begun >= steadyStep {
		startWriting(s.File, s.begun, s.n-s.begun)
		s.begun = s.n
	}
	return n, err
}
