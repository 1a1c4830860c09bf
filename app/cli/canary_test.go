package cli_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"

	"harbour/assets"
)

// canaries are the texts that must stand nowhere in clear: every text of the
// family's case that a person would write, pieces of its papers, and the
// passphrase. Codes of vocabularies, dates and ids are no secrets.
func canaries() [][]byte {
	var found [][]byte
	for _, name := range []string{"family-of-four.json", "one-in-hiding.json"} {
		b, err := fs.ReadFile(assets.Practice(), name)
		if err != nil {
			panic(err)
		}
		var document any
		if err := json.Unmarshal(b, &document); err != nil {
			panic(err)
		}
		collect(document, &found)
	}
	for _, name := range []string{"letter.png", "statement.txt"} {
		b, err := fs.ReadFile(assets.Practice(), name)
		if err != nil {
			panic(err)
		}
		for at := 64; at+32 <= len(b); at += 512 {
			found = append(found, b[at:at+32])
		}
	}
	return append(found, []byte("pebble orchard kettle"))
}

func collect(v any, found *[][]byte) {
	switch v := v.(type) {
	case map[string]any:
		for name, inner := range v {
			// Codes are made to be spoken; commands print them.
			if name != "case_code" {
				collect(inner, found)
			}
		}
	case []any:
		for _, inner := range v {
			collect(inner, found)
		}
	case string:
		if ascii := len(v) == len([]rune(v)); len(v) >= 8 && (strings.Contains(v, " ") || !ascii) {
			*found = append(*found, []byte(v))
		}
	}
}

// forms are the ways in which a text could lie about.
func forms(text []byte) [][]byte {
	var wide, rune32 []byte
	for _, r := range string(text) {
		rune32 = append(rune32, byte(r), byte(r>>8), byte(r>>16), byte(r>>24))
		for _, u := range utf16.Encode([]rune{r}) {
			wide = append(wide, byte(u), byte(u>>8))
		}
	}
	// The first and the last letters of an encoding depend on what is around.
	encoded := base64.StdEncoding.EncodeToString(text[len(text)%3:])
	return [][]byte{text, wide, rune32, []byte(hex.EncodeToString(text)), []byte(encoded[:len(encoded)-4])}
}

// leaks fails where a canary stands in clear in a file below the folders named;
// with ! it fails where none does.
func leaks(ts *testscript.TestScript, neg bool, args []string) {
	n, files := 0, 0
	var where string
	needles := canaries()
	for _, dir := range args {
		err := filepath.WalkDir(ts.MkAbs(dir), func(path string, e fs.DirEntry, err error) error {
			if err != nil || !e.Type().IsRegular() {
				return err
			}
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			files++
			for _, text := range needles {
				for _, form := range forms(text) {
					if len(form) >= 8 && bytes.Contains(b, form) {
						n, where = n+1, path
					}
				}
			}
			return nil
		})
		ts.Check(err)
	}
	switch {
	case neg && n == 0:
		ts.Fatalf("the scan is blind: nothing found in %d files", files)
	case !neg && n > 0:
		ts.Fatalf("%d texts stand in clear, one in %s", n, where)
	}
}

func TestCanaries_are_many(t *testing.T) {
	if n := len(canaries()); n < 200 {
		t.Errorf("got %d canaries, want 200 at least", n)
	}
}
