package bundle

import (
	"archive/tar"
	"bytes"
	stdjson "encoding/json"
	"os"
	"path/filepath"
	"testing"
)

func needSeeds(f *testing.F) {
	f.Helper()
	seeds, err := os.ReadDir(filepath.Join("testdata", "fuzz", f.Name()))
	if err != nil || len(seeds) == 0 {
		f.Fatalf("no seeds for %s: %v", f.Name(), err)
	}
}

// FuzzHeader reads bundle.json; what is taken has one form that says the same.
func FuzzHeader(f *testing.F) {
	needSeeds(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		h, err := decodeHeader(text)
		if err != nil {
			return
		}
		once, err := h.encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := decodeHeader(once)
		if err != nil {
			t.Fatalf("own form refused: %v\n%s", err, once)
		}
		if twice, err := again.encode(); err != nil || !bytes.Equal(twice, once) {
			t.Errorf("got %s, want %s", twice, once)
		}
	})
}

// FuzzManifest reads manifests; what is taken is written the same, byte for
// byte.
func FuzzManifest(f *testing.F) {
	needSeeds(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		entries, err := parseManifest(text, DefaultLimits())
		if err != nil {
			return
		}
		var again string
		for _, e := range entries {
			again += manifestLine(e.sum, e.name)
		}
		if again != string(text) {
			t.Errorf("got %q, want %q", again, text)
		}
	})
}

// FuzzRecords splits records.jsonl; what is taken is valid to the standard
// library too and joins to the same bytes.
func FuzzRecords(f *testing.F) {
	needSeeds(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		lines, err := recordsOf(bytes.Clone(text), DefaultLimits())
		if err != nil {
			return
		}
		var again []byte
		for _, l := range lines {
			if !stdjson.Valid(l) {
				t.Errorf("%q is not JSON", l)
			}
			again = append(append(again, l...), '\n')
		}
		if !bytes.Equal(again, text) {
			t.Errorf("got %q, want %q", again, text)
		}
	})
}

// FuzzTarEntry reads an entry; what is taken is the same to the standard
// library's reader.
func FuzzTarEntry(f *testing.F) {
	needSeeds(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		in := &inner{r: bytes.NewReader(text), limits: DefaultLimits()}
		content, err := in.memory(nameHeader, 4096)
		if err != nil {
			return
		}
		h, err := tar.NewReader(bytes.NewReader(text)).Next()
		if err != nil || h.Name != nameHeader || h.Size != int64(len(content)) || h.Typeflag != tar.TypeReg {
			t.Errorf("got %v and %v, want %d bytes", err, h, len(content))
		}
	})
}
