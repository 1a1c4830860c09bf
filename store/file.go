package store

import (
	"context"
	"crypto/rand"
	"crypto/sha512"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"

	"harbour/crypto"
)

const (
	fileNameSize  = 16
	fileFront     = fileNameSize + 8 + sha512.Size
	fileChunkSize = 64 << 10
)

// MaxFile is the most bytes that an attachment can have.
const MaxFile = 1 << 30

// FileInfo is what the vault keeps of an attachment's bytes.
type FileInfo struct {
	name   [fileNameSize]byte // random, in hex the name on disk
	Size   int64
	SHA512 [sha512.Size]byte
}

// File is an attachment on its way into the vault, encrypted as it is written.
// Its owner calls Close and gives it to a Write, or calls Discard.
type File struct {
	vault *Vault
	f     folderFile // nil once closed
	saved chan error // gives, once, how making it durable ended; nil before Close
	ready bool       // durable
	taken bool       // part of the vault
	enc   *crypto.FileWriter
	name  [fileNameSize]byte
	sum   *crypto.Hashing
}

// NewFile starts an attachment.
func (v *Vault) NewFile() (*File, error) {
	if err := v.writable(); err != nil {
		return nil, err
	}
	f := &File{vault: v}
	rand.Read(f.name[:])
	out, err := v.files.create(staged + fileName(f.name))
	if err != nil {
		return nil, plainError(err)
	}
	f.f, f.sum = out, crypto.NewHashing()
	if f.enc, err = crypto.NewFileWriter(out); err != nil {
		return nil, errors.Join(plainError(err), f.Discard())
	}
	return f, nil
}

// Write adds content. It returns crypto.ErrTooLarge past MaxFile and
// ErrDiskFull where there is no room.
func (f *File) Write(p []byte) (int, error) {
	if f.enc.Size()+int64(len(p)) > MaxFile {
		return 0, crypto.ErrTooLarge
	}
	n, err := f.enc.Write(p)
	f.sum.Write(p[:n])
	return n, plainError(err)
}

// Size is the number of bytes of content written so far.
func (f *File) Size() int64 { return f.enc.Size() }

// SHA512 is the hash of the content. Nothing may be written after.
func (f *File) SHA512() [sha512.Size]byte { return f.sum.Sum() }

// Close ends the writing. The attachment is not part of the vault before a
// Write with it is committed, which waits until it is durable: a slow disk does
// not hold up what comes after.
func (f *File) Close() error {
	if f.f == nil {
		return fs.ErrClosed
	}
	out, err := f.f, f.enc.Close()
	f.f = nil
	if err != nil {
		return plainError(errors.Join(err, out.Close()))
	}
	f.saved = make(chan error, 1)
	go func() {
		err := errors.Join(out.Sync(), out.Close())
		if err == nil {
			err = f.vault.files.sync()
		}
		f.saved <- err
	}()
	return nil
}

// settle waits until what was closed is durable.
func (f *File) settle() error {
	if f.saved == nil {
		return nil
	}
	err := <-f.saved
	f.saved, f.ready = nil, err == nil
	return plainError(err)
}

// Discard removes what was written. It does nothing once the attachment is
// part of the vault.
func (f *File) Discard() error {
	if f.taken {
		return nil
	}
	// What is thrown away need not be durable.
	_ = f.settle()
	f.ready = false
	f.sum.Sum()
	var err error
	if f.f != nil {
		err = f.f.Close()
		f.f = nil
	}
	return errors.Join(err, f.vault.files.remove(staged+fileName(f.name)))
}

func (f *File) info() *FileInfo {
	return &FileInfo{name: f.name, Size: f.enc.Size(), SHA512: f.SHA512()}
}

// OpenFile opens the attachment that item is. What is read was checked; a
// changed place gives crypto.ErrDamaged.
func (v *Vault) OpenFile(ctx context.Context, item Item) (*FileReader, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if !item.IsFile() {
		return nil, ErrNotFound
	}
	head, err := v.head(ctx, item.ID)
	if err != nil {
		return nil, err
	}
	f, err := v.openStored(item.File)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	content, size, err := v.keys.OpenFile(uint64(item.ID), head, f, info.Size())
	if err != nil || size != crypto.Padme(item.File.Size) {
		return nil, errors.Join(crypto.ErrDamaged, f.Close())
	}
	return &FileReader{SectionReader: io.NewSectionReader(content, 0, item.File.Size), f: f}, nil
}

// openStored opens the encrypted file on disk.
func (v *Vault) openStored(i *FileInfo) (*os.File, error) {
	f, err := v.files.open(fileName(i.name))
	if errors.Is(err, fs.ErrNotExist) {
		// Committed, and the last rename did not come to pass yet.
		f, err = v.files.open(staged + fileName(i.name))
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, crypto.ErrDamaged
	}
	return f, err
}

// FileReader reads the content of an attachment, at any place.
type FileReader struct {
	*io.SectionReader
	f *os.File
}

// Close ends the reading.
func (r *FileReader) Close() error { return r.f.Close() }

// front puts what the vault keeps of the file before the user's content.
func (i *FileInfo) front(content []byte) []byte {
	b := make([]byte, 0, fileFront+len(content))
	b = append(b, i.name[:]...)
	b = binary.BigEndian.AppendUint64(b, uint64(i.Size))
	b = append(b, i.SHA512[:]...)
	return append(b, content...)
}

// takeFront splits the content of a freshly opened item into what the vault
// keeps of it and what is the user's.
func (i *Item) takeFront() error {
	switch i.Kind {
	case kindAudit:
		if len(i.Content) < auditFront {
			return crypto.ErrDamaged
		}
	case kindFile:
		if len(i.Content) < fileFront {
			return crypto.ErrDamaged
		}
		b := i.Content
		i.File = &FileInfo{Size: int64(binary.BigEndian.Uint64(b[fileNameSize:]))}
		copy(i.File.name[:], b)
		copy(i.File.SHA512[:], b[fileNameSize+8:])
		if i.File.Size < 0 || i.File.Size > MaxFile {
			return crypto.ErrDamaged
		}
		i.Content = b[fileFront:]
	}
	return nil
}

func fileName(name [fileNameSize]byte) string { return hex.EncodeToString(name[:]) + fileSuffix }
