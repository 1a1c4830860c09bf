package crypto

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// sealPlainHead seals any plaintext as the head of item id, as only the holder
// of the vault key could.
func sealPlainHead(k *Keyring, id uint64, plain []byte) []byte {
	return seal(k.head, itemAAD(labelHead, k.vault, id), plain)
}

func TestHeadOfOtherShapes(t *testing.T) {
	k := NewKeyring()
	defer k.Destroy()
	shape := func(version byte, change func([]byte) []byte) []byte {
		plain := pad(make([]byte, 960), append([]byte{version, 7}, make([]byte, headPrefix-2)...), []byte("content"))
		return sealPlainHead(k, 1, change(plain))
	}
	same := func(b []byte) []byte { return b }
	for name, c := range map[string]struct {
		head []byte
		want error
	}{
		"this version":            {shape(headVersion, same), nil},
		"no version":              {shape(0, same), ErrDamaged},
		"next version":            {shape(headVersion+1, same), ErrNewer},
		"last version":            {shape(255, same), ErrNewer},
		"filled padding":          {shape(1, func(b []byte) []byte { b[959] = 1; return b }), ErrDamaged},
		"length past the end":     {shape(1, func(b []byte) []byte { b[headPrefix] = 1; return b }), ErrDamaged},
		"cut in the prefix":       {shape(1, func(b []byte) []byte { return b[:headPrefix] }), ErrDamaged},
		"cut before the length":   {shape(1, func(b []byte) []byte { return b[:headPrefix+3] }), ErrDamaged},
		"nothing":                 {shape(1, func(b []byte) []byte { return nil }), ErrDamaged},
		"newer, with more inside": {shape(2, func(b []byte) []byte { b[959] = 1; return b }), ErrNewer},
	} {
		t.Run(name, func(t *testing.T) {
			h, err := k.OpenHead(1, c.head)
			if !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if c.want != nil && (h.Kind != 0 || h.Rev != 0 || h.Content != nil) {
				t.Error("something came with the error")
			}
			if errors.Is(c.want, ErrNewer) {
				if _, err := k.Reseal(1, Head{}, c.head); !errors.Is(err, ErrNewer) {
					t.Errorf("reseal: got %v, want ErrNewer", err)
				}
				if _, err := k.OpenBody(1, c.head, nil); !errors.Is(err, ErrNewer) {
					t.Errorf("body: got %v, want ErrNewer", err)
				}
			}
		})
	}
}

func TestBodyWithFilledPaddingIsDamaged(t *testing.T) {
	k := NewKeyring()
	defer k.Destroy()
	key := bytes.Repeat([]byte{9}, KeySize)
	head, err := k.sealHead(1, Head{}, key)
	if err != nil {
		t.Fatal(err)
	}
	plain := pad(make([]byte, 1<<10-overhead), nil, []byte("body"))
	sealBody := func() []byte { return seal(newAEAD(key), itemAAD(labelBody, k.vault, 1), plain) }
	if got, err := k.OpenBody(1, head, sealBody()); err != nil || string(got) != "body" {
		t.Fatalf("got %q, %v", got, err)
	}
	plain[len(plain)-1] = 1
	if _, err := k.OpenBody(1, head, sealBody()); !errors.Is(err, ErrDamaged) {
		t.Errorf("got %v, want ErrDamaged", err)
	}
}

// TestHeadKeepsTheKeyToItself looks for the body's key in what OpenHead gives.
func TestHeadKeepsTheKeyToItself(t *testing.T) {
	k := NewKeyring()
	defer k.Destroy()
	key := bytes.Repeat([]byte("key!"), KeySize/4)
	sealed, err := k.sealHead(1, Head{Content: []byte("content")}, key)
	if err != nil {
		t.Fatal(err)
	}
	h, err := k.OpenHead(1, sealed)
	if err != nil {
		t.Fatal(err)
	}
	if all := h.Content[:cap(h.Content)]; bytes.Contains(all, key[:4]) {
		t.Error("the content reaches the key")
	}
}

// FuzzHead reads any plaintext as a head. What is accepted must be what
// sealing the same head again lays out, in the same bytes.
func FuzzHead(f *testing.F) {
	if seeds, err := os.ReadDir(filepath.Join("testdata", "fuzz", "FuzzHead")); err != nil || len(seeds) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	k := NewKeyring()
	defer k.Destroy()
	f.Add(pad(make([]byte, 960), make([]byte, headPrefix), nil))
	f.Fuzz(func(t *testing.T, plain []byte) {
		sealed := sealPlainHead(k, 1, plain)
		h, err := k.OpenHead(1, sealed)
		if err != nil {
			if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNewer) {
				t.Errorf("got %v", err)
			}
			return
		}
		if plain[0] != headVersion || h.Kind != plain[1] {
			t.Errorf("read version %d, kind %d of % x", plain[0], h.Kind, plain[:2])
		}
		if again := pad(make([]byte, len(plain)), plain[:headPrefix], h.Content); !bytes.Equal(again, plain) {
			t.Error("one head has two forms")
		}
	})
}
