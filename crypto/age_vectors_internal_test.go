package crypto

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"testing"

	agetest "c2sp.org/CCTV/age"
)

// TestOpenFileHoldsAgeVectors puts the file key of each age vector into a head
// and reads the vector's file through OpenFile, the way attachments are read.
// It looks into no stanza, so that faults there do not count; faults of the
// header's form, its MAC and the payload do.
func TestOpenFileHoldsAgeVectors(t *testing.T) {
	line := func(b []byte, key string) string {
		m := regexp.MustCompile(`(?m)^` + key + `: (.+)$`).FindSubmatch(b)
		if m == nil {
			return ""
		}
		return string(m[1])
	}
	form := regexp.MustCompile(`^(empty|header_|hmac_|stanza_|version_)`)
	k := NewKeyring()
	defer k.Destroy()
	files, err := fs.ReadDir(agetest.Vectors, ".")
	if err != nil {
		t.Fatal(err)
	}
	seen, opened := 0, 0
	for _, f := range files {
		b, err := fs.ReadFile(agetest.Vectors, f.Name())
		if err != nil {
			t.Fatal(err)
		}
		front, file, _ := bytes.Cut(b, []byte("\n\n"))
		fileKey, err := hex.DecodeString(line(front, "file key"))
		if err != nil {
			t.Fatal(err)
		}
		if len(fileKey) != fileKeySize {
			continue // the long ones, which no head can hold
		}
		seen++
		if line(front, "compressed") != "" {
			r, err := zlib.NewReader(bytes.NewReader(file))
			if err != nil {
				t.Fatal(err)
			}
			if file, err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
		}
		t.Run(f.Name(), func(t *testing.T) {
			head, err := k.sealHead(1, Head{}, append(fileKey, make([]byte, KeySize-fileKeySize)...))
			if err != nil {
				t.Fatal(err)
			}
			content, err := readFile(k, head, file)
			if err != nil && !errors.Is(err, ErrDamaged) {
				t.Fatalf("got %v, want ErrDamaged", err)
			}
			if err == nil {
				opened++
			}
			expect := line(front, "expect")
			switch {
			case line(front, "armored") != "", expect == "payload failure", expect == "HMAC failure",
				expect == "header failure" && form.MatchString(f.Name()):
				if err == nil {
					t.Errorf("opened a file of %s", expect)
				}
			case expect == "success":
				sum := sha256.Sum256(content)
				if err != nil || hex.EncodeToString(sum[:]) != line(front, "payload") {
					t.Errorf("got %d bytes, %v", len(content), err)
				}
			}
		})
	}
	// Open: 19 of success, and those whose one fault is inside a stanza.
	if len(files) != 147 || seen != 144 || opened != 62 {
		t.Errorf("got %d vectors, %d looked at, %d opened, want 147, 144 and 62", len(files), seen, opened)
	}
}

func readFile(k *Keyring, head, file []byte) ([]byte, error) {
	r, size, err := k.OpenFile(1, head, bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.NewSectionReader(r, 0, size))
}
