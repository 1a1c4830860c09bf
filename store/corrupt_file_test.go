package store_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"harbour/crypto"
)

func TestVault_notices_changed_files(t *testing.T) {
	s := newSample(t)
	one, two := s.files[0], s.files[1]
	cases := map[string]func(att string) error{
		"missing":   func(att string) error { return os.Remove(filepath.Join(att, one)) },
		"truncated": func(att string) error { return os.Truncate(filepath.Join(att, one), 200) },
		"empty":     func(att string) error { return os.Truncate(filepath.Join(att, one), 0) },
		"longer":    func(att string) error { return appendByte(filepath.Join(att, one)) },
		"a folder": func(att string) error {
			return errors.Join(os.Remove(filepath.Join(att, one)), os.Mkdir(filepath.Join(att, one), 0o700))
		},
		"a link out": func(att string) error {
			out := filepath.Join(filepath.Dir(att), "LOCK")
			return errors.Join(os.Remove(filepath.Join(att, one)), os.Symlink(out, filepath.Join(att, one)))
		},
		"swapped": func(att string) error {
			return errors.Join(os.Rename(filepath.Join(att, one), filepath.Join(att, "x")),
				os.Rename(filepath.Join(att, two), filepath.Join(att, one)),
				os.Rename(filepath.Join(att, "x"), filepath.Join(att, two)))
		},
	}
	for name, change := range cases {
		t.Run(name, func(t *testing.T) {
			dir := copyVault(t, s.dir)
			if err := change(filepath.Join(dir, "att")); err != nil {
				t.Fatal(err)
			}
			o := s.check(t, dir)
			if len(o.lost) == 0 {
				t.Errorf("got %+v", o)
			}
			if named := len(o.damage.Items) == 1; named != (name == "missing") {
				t.Errorf("damage at unlock is %+v", o.damage)
			}
		})
	}
}

// Every bit of an attachment's file counts.
func TestVault_notices_flipped_bits_of_files(t *testing.T) {
	s := newSample(t)
	path := filepath.Join(s.dir, "att", s.files[0])
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	v, items := open(t, s.dir)
	defer closeVault(t, v)
	for at := range whole {
		changed := bytes.Clone(whole)
		changed[at] ^= 1 << rand.IntN(8)
		if err := os.WriteFile(path, changed, 0o600); err != nil {
			t.Fatal(err)
		}
		lost := 0
		for id, item := range items {
			if !item.IsFile() {
				continue
			}
			if got, err := itemBytes(v, item); errors.Is(err, crypto.ErrDamaged) {
				lost++
			} else if err != nil || string(got) != s.bytes[id] {
				t.Fatalf("byte %d: got %q, %v", at, got, err)
			}
		}
		if lost != 1 {
			t.Fatalf("byte %d: %d files lost", at, lost)
		}
	}
}

// Only what an interrupted attaching left is cleared away at unlock.
func TestOpen_deletes_nothing_that_it_does_not_know(t *testing.T) {
	s := newSample(t)
	hex := "00112233445566778899aabbccddeeff"
	att := filepath.Join(s.dir, "att")
	kept := []string{hex + ".age", ".tmp-notes", ".tmp-" + hex, "letter.pdf"}
	for _, name := range append([]string{".tmp-" + hex + ".age"}, kept...) {
		if err := os.WriteFile(filepath.Join(att, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	v, _ := open(t, s.dir)
	defer closeVault(t, v)
	if _, err := os.Lstat(filepath.Join(att, ".tmp-"+hex+".age")); err == nil {
		t.Error("a staged file is left")
	}
	r, err := v.Verify(context.Background(), nil)
	if err != nil || !r.Sound() || len(r.Unknown) != len(kept) {
		t.Errorf("got %+v, %v", r, err)
	}
}

func appendByte(path string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write([]byte{0})
	return errors.Join(err, f.Close())
}
