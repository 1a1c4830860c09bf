package bundle

import (
	"archive/tar"
	"bytes"
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"harbour/crypto"
)

// The entries of a bundle, in this order. What follows records.jsonl are the
// attachments, numbered from 1.
const (
	nameBagit       = "bagit.txt"
	nameHeader      = "bundle.json"
	nameBagInfo     = "bag-info.txt"
	nameManifest    = "manifest-sha512.txt"
	nameTagManifest = "tagmanifest-sha512.txt"
	nameSignature   = "tagmanifest-sha512.txt.sig"
	nameRecords     = "data/records.jsonl"
)

const bagit = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

const (
	blockSize    = 512
	endSize      = 2 * blockSize
	minPlain     = 256 << 10
	maxHeader    = 64 << 10
	maxManifest  = 1 << 20
	maxBagInfo   = 128
	maxTagLines  = 4 << 10
	tarSizeAt    = 124
	tarSizeBytes = 12
)

// AttachmentName is the entry name of attachment n, counted from 1.
func AttachmentName(n int) string { return fmt.Sprintf("data/att/%04d.bin", n) }

// tarHeader is the one form of a header that writer and reader know: a plain
// file of the given name and size, of no owner and no time.
func tarHeader(name string, size int64) ([]byte, error) {
	var b bytes.Buffer
	err := tar.NewWriter(&b).WriteHeader(&tar.Header{
		Format: tar.FormatUSTAR, Typeflag: tar.TypeReg, Name: name, Size: size, Mode: 0o600, ModTime: time.Unix(0, 0),
	})
	if err != nil {
		return nil, errors.New("entry does not fit the format")
	}
	return b.Bytes(), nil
}

// tarSize reads the size from a header's bytes.
func tarSize(header []byte) (int64, error) {
	digits := strings.TrimRight(string(header[tarSizeAt:tarSizeAt+tarSizeBytes]), "\x00 ")
	size, err := strconv.ParseInt(digits, 8, 64)
	if err != nil || size < 0 {
		return 0, ErrChanged
	}
	return size, nil
}

// blocks is the room that an entry of size bytes takes, with its header.
func blocks(size int64) int64 { return blockSize + size + paddingOf(size) }

func paddingOf(size int64) int64 { return -size & (blockSize - 1) }

// plainSize is the size that a tar of n bytes, with its end mark, is padded to.
func plainSize(n int64) int64 { return max(crypto.Padme(n), minPlain) }

// manifestLine is one line of a BagIt manifest.
func manifestLine(sum [sha512.Size]byte, name string) string {
	return hex.EncodeToString(sum[:]) + "  " + name + "\n"
}

// entrySum is an entry of the payload with what its manifest says of it.
type entrySum struct {
	name string
	sum  [sha512.Size]byte
}

// parseManifest reads the manifest of the payload: the records, then the
// attachments in order, and nothing else.
func parseManifest(b []byte, limits Limits) ([]entrySum, error) {
	var entries []entrySum
	for n := 0; len(b) > 0; n++ {
		if n > limits.Attachments {
			return nil, ErrLimit
		}
		e := entrySum{name: nameRecords}
		if n > 0 {
			e.name = AttachmentName(n)
		}
		line, rest, ok := bytes.Cut(b, []byte("\n"))
		if !ok || len(line) < 2*sha512.Size {
			return nil, ErrChanged
		}
		if _, err := hex.Decode(e.sum[:], line[:2*sha512.Size]); err != nil {
			return nil, ErrChanged
		}
		if string(line)+"\n" != manifestLine(e.sum, e.name) {
			return nil, ErrChanged
		}
		entries, b = append(entries, e), rest
	}
	if len(entries) == 0 {
		return nil, ErrChanged
	}
	return entries, nil
}

func bagInfo(bytes int64, files int) string {
	return fmt.Sprintf("Payload-Oxum: %d.%d\n", bytes, files)
}
