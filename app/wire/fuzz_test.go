package wire_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"harbour/app/wire"
)

// FuzzDecodeCase holds: what is read can be written, and is then read as the
// same.
func FuzzDecodeCase(f *testing.F) {
	seeds, err := filepath.Glob("testdata/cases/*.json")
	if err != nil || len(seeds) < 5 {
		f.Fatalf("%d seeds, error %v", len(seeds), err)
	}
	for _, seed := range seeds {
		data, err := os.ReadFile(seed)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := wire.DecodeCase(data)
		if err != nil {
			return
		}
		first, err := wire.EncodeCase(c)
		if err != nil {
			t.Fatalf("read and not written: %v", err)
		}
		again, err := wire.DecodeCase(first)
		if err != nil {
			t.Fatalf("written and not read: %v", err)
		}
		second, err := wire.EncodeCase(again)
		if err != nil || !bytes.Equal(first, second) {
			t.Fatalf("second writing differs, error %v", err)
		}
	})
}

// FuzzNormalise holds: what was normalised once does not change again.
func FuzzNormalise(f *testing.F) {
	f.Add([]byte("{\"a\":\"e\u0301\",\"b\":[1,true,null]}"))
	f.Add([]byte(`{"schema":"case/1"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		first, err := wire.Normalise(data)
		if err != nil {
			return
		}
		if len(first) > wire.MaxCase {
			return
		}
		second, err := wire.Normalise(first)
		if err != nil || !bytes.Equal(first, second) {
			t.Fatalf("second time differs, error %v", err)
		}
	})
}
