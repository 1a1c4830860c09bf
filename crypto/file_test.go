package crypto_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"testing"

	"filippo.io/age"

	"harbour/crypto"
)

const (
	ageChunk = 64 << 10
	// The first two lines, "--- " with the MAC and its line end, the nonce.
	ageHeaderSize = len("age-encryption.org/v1\n-> harbour/file-v1\n\n--- \n") + 43 + 16
)

// sealedFile is a file with the head of the item that it belongs to.
type sealedFile struct {
	id    uint64
	head  []byte
	bytes []byte
}

func sealFile(t testing.TB, k *crypto.Keyring, id uint64, content []byte) sealedFile {
	t.Helper()
	var out bytes.Buffer
	w, err := crypto.NewFileWriter(&out)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(w, bytes.NewReader(content)); err != nil {
		t.Fatal(err)
	}
	if got := w.Size(); got != int64(len(content)) {
		t.Errorf("got size %d, want %d", got, len(content))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	head, err := k.SealFile(id, crypto.Head{Kind: 9}, w)
	if err != nil {
		t.Fatal(err)
	}
	return sealedFile{id, head, out.Bytes()}
}

// read opens f's bytes, or others in their place, and reads them to the end.
func (f sealedFile) read(k *crypto.Keyring, b []byte) ([]byte, error) {
	r, size, err := k.OpenFile(f.id, f.head, bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.NewSectionReader(r, 0, size))
}

func TestFileRoundTrip(t *testing.T) {
	k := newKeyring(t)
	for _, n := range []int{0, 1, 2, 1000, ageChunk - 1, ageChunk, ageChunk + 1, 2 * ageChunk, 1<<20 + 5} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			content := randomBytes(n)
			f := sealFile(t, k, 5, content)
			got, err := f.read(k, f.bytes)
			if err != nil {
				t.Fatal(err)
			}
			padded := crypto.Padme(int64(n))
			if int64(len(got)) != padded || !bytes.Equal(got[:n], content) {
				t.Fatalf("got %d bytes, want %d that begin with the content", len(got), padded)
			}
			if len(bytes.Trim(got[n:], "\x00")) != 0 {
				t.Error("the padding is not zeros")
			}
			chunks := max(1, (padded+ageChunk-1)/ageChunk)
			if want := int64(ageHeaderSize) + padded + 16*chunks; int64(len(f.bytes)) != want {
				t.Errorf("got a file of %d bytes, want %d", len(f.bytes), want)
			}
		})
	}
}

func TestFileHeaderIsBare(t *testing.T) {
	f := sealFile(t, newKeyring(t), 5, []byte("content"))
	const want = "age-encryption.org/v1\n-> harbour/file-v1\n\n--- "
	if !bytes.HasPrefix(f.bytes, []byte(want)) {
		t.Errorf("got %q", f.bytes[:len(want)])
	}
}

func TestFileReadsAtAnyPlace(t *testing.T) {
	k := newKeyring(t)
	content := randomBytes(5*ageChunk + 77)
	f := sealFile(t, k, 5, content)
	r, size, err := k.OpenFile(f.id, f.head, bytes.NewReader(f.bytes), int64(len(f.bytes)))
	if err != nil {
		t.Fatal(err)
	}
	whole := append(content, make([]byte, size-int64(len(content)))...)
	for _, at := range []int64{0, 1, ageChunk - 1, ageChunk, 3*ageChunk - 7, size - 1} {
		for _, n := range []int64{0, 1, 100, ageChunk, 2*ageChunk + 1} {
			p := make([]byte, n)
			want := whole[at:min(at+n, size)]
			got, err := r.ReadAt(p, at)
			if !bytes.Equal(p[:got], want) || err != nil && (!errors.Is(err, io.EOF) || at+n < size) {
				t.Errorf("%d at %d: got %d bytes, %v", n, at, got, err)
			}
		}
	}
	if n, err := r.ReadAt(make([]byte, 1), size); n != 0 || !errors.Is(err, io.EOF) {
		t.Errorf("past the end: got %d, %v", n, err)
	}
}

func TestFileOfAnotherItemIsDamaged(t *testing.T) {
	k, other := newKeyring(t), newKeyring(t)
	f, foreign := sealFile(t, k, 5, []byte("ours")), sealFile(t, k, 6, []byte("foreign"))
	if _, err := f.read(k, foreign.bytes); !errors.Is(err, crypto.ErrDamaged) {
		t.Errorf("foreign file: got %v, want ErrDamaged", err)
	}
	if _, err := (sealedFile{6, f.head, f.bytes}).read(k, f.bytes); !errors.Is(err, crypto.ErrDamaged) {
		t.Errorf("foreign id: got %v, want ErrDamaged", err)
	}
	if _, err := f.read(other, f.bytes); !errors.Is(err, crypto.ErrDamaged) {
		t.Errorf("foreign vault: got %v, want ErrDamaged", err)
	}
	noFile, _, err := k.Seal(nil, 5, crypto.Head{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := (sealedFile{5, noFile, nil}).read(k, f.bytes); !errors.Is(err, crypto.ErrDamaged) {
		t.Errorf("head without a file: got %v, want ErrDamaged", err)
	}
}

// TestPlantedFileIsRefused takes a file under a key of zeros, which anybody
// can write, into the place of a file of an item that has none.
func TestPlantedFileIsRefused(t *testing.T) {
	k := newKeyring(t)
	noFile, _, err := k.Seal(nil, 5, crypto.Head{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	planted := unhex(t, loadFrozen(t).PlantedFile)
	// The control: it is a genuine file, for whoever takes such a key.
	if _, err := age.Decrypt(bytes.NewReader(planted), age.NewInjectedFileKeyIdentity(make([]byte, 16))); err != nil {
		t.Fatal(err)
	}
	if got, err := (sealedFile{5, noFile, nil}).read(k, planted); !errors.Is(err, crypto.ErrDamaged) {
		t.Errorf("got %q, %v, want ErrDamaged", got, err)
	}
}

// TestFileRefusesChange cuts and changes a file. Each is damage, either when
// the file is opened or when the place is read; none gives other bytes.
func TestFileRefusesChange(t *testing.T) {
	k := newKeyring(t)
	f := sealFile(t, k, 5, randomBytes(300))
	check := func(name string, b []byte) {
		t.Helper()
		if got, err := f.read(k, b); !errors.Is(err, crypto.ErrDamaged) || len(got) != 0 {
			t.Fatalf("%s: got %d bytes, %v, want ErrDamaged", name, len(got), err)
		}
	}
	for bit := range 8 * len(f.bytes) {
		check(fmt.Sprintf("bit %d", bit), flipped(f.bytes, bit))
	}
	for n := range len(f.bytes) {
		check(fmt.Sprintf("%d bytes", n), f.bytes[:n])
	}
	check("one byte more", append(bytes.Clone(f.bytes), 0))
	check("twice", append(bytes.Clone(f.bytes), f.bytes...))
}

func TestLongFileRefusesChange(t *testing.T) {
	k := newKeyring(t)
	content := randomBytes(3*ageChunk + 9)
	f := sealFile(t, k, 5, content)
	for _, at := range []int{ageHeaderSize, ageHeaderSize + ageChunk, ageHeaderSize + 2*ageChunk, len(f.bytes) - 1} {
		got, err := f.read(k, flipped(f.bytes, 8*at))
		if !errors.Is(err, crypto.ErrDamaged) || !bytes.HasPrefix(content, got) {
			t.Errorf("byte %d: got %d bytes, %v", at, len(got), err)
		}
	}
	const sealedChunk = ageChunk + 16
	for _, chunks := range []int{0, 1, 2, 3} {
		if _, err := f.read(k, f.bytes[:ageHeaderSize+chunks*sealedChunk]); !errors.Is(err, crypto.ErrDamaged) {
			t.Errorf("%d chunks: got %v, want ErrDamaged", chunks, err)
		}
	}
	swapped := bytes.Clone(f.bytes)
	copy(swapped[ageHeaderSize:], f.bytes[ageHeaderSize+sealedChunk:ageHeaderSize+2*sealedChunk])
	copy(swapped[ageHeaderSize+sealedChunk:], f.bytes[ageHeaderSize:ageHeaderSize+sealedChunk])
	if _, err := f.read(k, swapped); !errors.Is(err, crypto.ErrDamaged) {
		t.Errorf("swapped chunks: got %v, want ErrDamaged", err)
	}
}

// fullDisk takes so many bytes and no more.
type fullDisk struct{ left int }

var errDiskFull = errors.New("disk full")

func (d *fullDisk) Write(p []byte) (int, error) {
	if len(p) > d.left {
		return 0, errDiskFull
	}
	d.left -= len(p)
	return len(p), nil
}

func TestFileWriterReportsAFullDisk(t *testing.T) {
	for _, room := range []int{0, 10, ageHeaderSize, ageHeaderSize + ageChunk + 16} {
		w, err := crypto.NewFileWriter(&fullDisk{room})
		if err == nil {
			_, err = io.CopyN(w, rand.Reader, 2*ageChunk+1)
		}
		if err == nil {
			err = w.Close()
		}
		if !errors.Is(err, errDiskFull) {
			t.Errorf("room for %d: got %v, want a full disk", room, err)
		}
	}
}
