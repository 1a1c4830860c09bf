package store

import (
	"context"
	"crypto/rand"
	"crypto/sha512"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"harbour/crypto"
	"harbour/store/atomicfile"
)

const (
	fileSuffix    = ".age"
	staged        = ".tmp-"
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
	f     *os.File
	enc   *crypto.FileWriter
	name  [fileNameSize]byte
	sum   hash.Hash
}

// NewFile starts an attachment.
func (v *Vault) NewFile() (*File, error) {
	if err := v.writable(); err != nil {
		return nil, err
	}
	f := &File{vault: v, sum: sha512.New()}
	rand.Read(f.name[:])
	out, err := v.files.OpenFile(staged+fileName(f.name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, plainError(err)
	}
	f.f = out
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

// SHA512 is the hash of the content written so far.
func (f *File) SHA512() [sha512.Size]byte { return [sha512.Size]byte(f.sum.Sum(nil)) }

// Close makes what was written durable. The attachment is not part of the
// vault before a Write with it is committed.
func (f *File) Close() error {
	err := errors.Join(f.enc.Close(), f.f.Sync(), f.f.Close())
	f.f = nil
	if err != nil {
		return plainError(err)
	}
	return f.vault.syncFiles()
}

// Discard removes what was written.
func (f *File) Discard() error {
	var err error
	if f.f != nil {
		err = f.f.Close()
		f.f = nil
	}
	return errors.Join(err, f.vault.files.Remove(staged+fileName(f.name)))
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
	f, err := v.files.Open(fileName(item.File.name))
	if errors.Is(err, fs.ErrNotExist) {
		// Committed, and the last rename did not come to pass yet.
		f, err = v.files.Open(staged + fileName(item.File.name))
	}
	if err != nil {
		return nil, crypto.ErrDamaged
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

// openFiles opens the folder of attachments, made if it is not there.
func openFiles(dir string) (*os.Root, error) {
	path := filepath.Join(dir, filesName)
	if err := os.Mkdir(path, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, plainError(err)
	}
	return os.OpenRoot(path)
}

// settleFiles brings the folder in line with the heads at unlock: a staged
// file that a head names gets its name, one that none names is what an
// interrupted attaching left. Nothing else is ever deleted: after a restore an
// unknown file may be the only copy.
func (v *Vault) settleFiles(files []Item) error {
	present, err := v.listFiles()
	if err != nil {
		return err
	}
	for _, item := range files {
		name := fileName(item.File.name)
		switch {
		case present[name]:
		case present[staged+name] && !v.damage.Any():
			if err := v.files.Rename(staged+name, name); err != nil {
				return err
			}
		case !present[staged+name]:
			v.damage.Items = append(v.damage.Items, item.ID)
		}
		delete(present, staged+name)
	}
	if v.damage.Any() {
		return nil
	}
	for name := range present {
		if strings.HasPrefix(name, staged) {
			if err := v.files.Remove(name); err != nil {
				return err
			}
		}
	}
	return v.syncFiles()
}

// listFiles returns the names in the folder of attachments.
func (v *Vault) listFiles() (map[string]bool, error) {
	entries, err := fs.ReadDir(v.files.FS(), ".")
	if err != nil {
		return nil, err
	}
	names := make(map[string]bool, len(entries))
	for _, e := range entries {
		names[e.Name()] = true
	}
	return names, nil
}

// hideFiles gives the files of removed attachments a staged name, so that a
// crash after the transaction leaves nothing to be taken for an unknown file.
// The function it returns undoes that.
func (v *Vault) hideFiles(sealed []sealedChange) (restore func() error, err error) {
	var hidden []string
	restore = func() error {
		var errs []error
		for _, name := range hidden {
			errs = append(errs, v.files.Rename(staged+name, name))
		}
		return errors.Join(errs...)
	}
	for _, s := range sealed {
		if s.head != nil || !s.item.IsFile() {
			continue
		}
		name := fileName(s.item.File.name)
		if err := v.files.Rename(name, staged+name); err != nil {
			return restore, err
		}
		hidden = append(hidden, name)
	}
	return restore, nil
}

// settleCommitted gives added attachments their names and unlinks removed
// ones. What fails here is done at the next unlock: the heads have decided.
func (v *Vault) settleCommitted(sealed []sealedChange) {
	settled := false
	for _, s := range sealed {
		if !s.item.IsFile() {
			continue
		}
		name := fileName(s.item.File.name)
		if s.head == nil {
			_ = v.files.Remove(staged + name)
		} else if s.item.Rev == 1 {
			_ = v.files.Rename(staged+name, name)
		}
		settled = true
	}
	if settled {
		_ = v.syncFiles()
	}
}

func (v *Vault) syncFiles() error {
	return plainError(atomicfile.SyncDir(filepath.Join(v.dir, filesName)))
}

func fileName(name [fileNameSize]byte) string { return hex.EncodeToString(name[:]) + fileSuffix }
