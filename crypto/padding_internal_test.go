package crypto

import (
	"bytes"
	"errors"
	"math"
	"testing"
)

func TestUnpadRefuses(t *testing.T) {
	good := pad(make([]byte, 64), nil, []byte("content"))
	if got, err := unpad(good); err != nil || string(got) != "content" {
		t.Fatalf("got %q, %v", got, err)
	}
	changed := func(at int, c byte) []byte {
		b := bytes.Clone(good)
		b[at] = c
		return b
	}
	for name, b := range map[string][]byte{
		"nothing":                    {},
		"half a length":              good[:3],
		"first padding byte filled":  changed(4+len("content"), 1),
		"last padding byte filled":   changed(63, 0x80),
		"a length that hides a byte": changed(3, byte(len("content"))-1),
		"a length past the end":      changed(3, 61),
		"the largest length":         append(bytes.Repeat([]byte{0xff}, 4), good[4:]...),
		"a length of 2^31":           append([]byte{0x80, 0, 0, 0}, good[4:]...),
	} {
		if got, err := unpad(b); !errors.Is(err, ErrDamaged) || got != nil {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
	if got, err := unpad(changed(3, 60)); err != nil || len(got) != 60 {
		t.Errorf("a length up to the end: got %d bytes, %v", len(got), err)
	}
}

// TestUnpaddedContentHasNoRoom keeps an append to one item's content out of
// the bytes behind it.
func TestUnpaddedContentHasNoRoom(t *testing.T) {
	got, err := unpad(pad(make([]byte, 64), nil, []byte("content")))
	if err != nil || cap(got) != len(got) {
		t.Errorf("got %d bytes with room for %d, %v", len(got), cap(got), err)
	}
}

func TestHeadSize(t *testing.T) {
	for _, c := range []struct {
		n, want int
		ok      bool
	}{
		{0, 1000, true}, {960, 1000, true}, {961, 2000, true}, {1960, 2000, true}, {1961, 4000, true},
		{3960, 4000, true}, {3961, 8000, true}, {7960, 8000, true}, {7961, 16000, true},
		{15960, 16000, true}, {15961, 0, false}, {math.MaxInt32, 0, false},
	} {
		if got, ok := headSize(c.n); got != c.want || ok != c.ok {
			t.Errorf("%d: got %d, %v, want %d, %v", c.n, got, ok, c.want, c.ok)
		}
	}
}
