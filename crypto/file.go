package crypto

import (
	"errors"
	"io"

	"filippo.io/age"
)

const (
	fileStanza  = "harbour/file-v1"
	fileKeySize = 16
	paddingStep = 64 << 10
)

// FileWriter encrypts one attachment as an age file whose key is kept in the
// item's head and nowhere else. The content is followed by zeros to a Padmé
// size, so that offsets in the file are offsets in the content.
type FileWriter struct {
	age io.WriteCloser
	key keptKey
	n   int64
}

// NewFileWriter starts an encrypted file on w. Close must be called to finish
// it; w is not closed.
func NewFileWriter(w io.Writer) (*FileWriter, error) {
	f := &FileWriter{}
	enc, err := age.Encrypt(w, &f.key)
	if err != nil {
		return nil, err
	}
	f.age = enc
	return f, nil
}

// Write adds content.
func (f *FileWriter) Write(p []byte) (int, error) {
	n, err := f.age.Write(p)
	f.n += int64(n)
	return n, err
}

// Size is the number of content bytes written so far.
func (f *FileWriter) Size() int64 { return f.n }

// Close adds the padding and writes the last chunk.
func (f *FileWriter) Close() error {
	zeros := make([]byte, paddingStep)
	for left := Padme(f.n) - f.n; left > 0; {
		n, err := f.age.Write(zeros[:min(left, paddingStep)])
		if err != nil {
			return err
		}
		left -= int64(n)
	}
	return f.age.Close()
}

// SealFile seals the head of item id, to which the finished file f belongs.
func (k *Keyring) SealFile(id uint64, h Head, f *FileWriter) ([]byte, error) {
	var key [KeySize]byte
	defer clear(key[:])
	copy(key[:], f.key[:])
	return k.sealHead(id, h, key[:])
}

// OpenFile opens the encrypted file of size bytes that belongs to item id and
// its sealed head. It returns the content with its padding, readable at any
// place, and the length of both. A file of another item is ErrDamaged; so is,
// when it is read, a place that was changed.
func (k *Keyring) OpenFile(id uint64, head []byte, src io.ReaderAt, size int64) (io.ReaderAt, int64, error) {
	plain, err := k.openHead(id, head)
	if err != nil {
		return nil, 0, err
	}
	defer clear(plain)
	// age keeps the slice that it is given.
	key := append([]byte(nil), plain[headKeyAt:headKeyAt+fileKeySize]...)
	if isZero(key) {
		return nil, 0, ErrDamaged
	}
	r, n, err := age.DecryptReaderAt(src, size, age.NewInjectedFileKeyIdentity(key))
	if err != nil {
		return nil, 0, ErrDamaged
	}
	return checkedReaderAt{r}, n, nil
}

// keptKey is an age recipient that keeps the file key which age has made and
// writes a bare stanza in its place.
type keptKey [fileKeySize]byte

// Wrap implements age.Recipient.
func (k *keptKey) Wrap(fileKey []byte) ([]*age.Stanza, error) {
	if copy(k[:], fileKey) != fileKeySize || len(fileKey) != fileKeySize {
		return nil, errors.New("file key of unknown size")
	}
	return []*age.Stanza{{Type: fileStanza}}, nil
}

// checkedReaderAt turns age's refusals into ErrDamaged.
type checkedReaderAt struct{ r io.ReaderAt }

func (c checkedReaderAt) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.r.ReadAt(p, off)
	if err != nil && !errors.Is(err, io.EOF) {
		return n, ErrDamaged
	}
	return n, err
}
