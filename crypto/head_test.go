package crypto_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"testing"

	"golang.org/x/crypto/chacha20poly1305"
	"pgregory.net/rapid"

	"harbour/crypto"
)

func TestItemRoundTrip(t *testing.T) {
	k := newKeyring(t)
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.Uint64Range(1, 1<<63-1).Draw(t, "id")
		want := crypto.Head{
			Kind:    rapid.Byte().Draw(t, "kind"),
			Rev:     rapid.Uint64().Draw(t, "rev"),
			Content: rapid.SliceOfN(rapid.Byte(), 0, 3000).Draw(t, "content"),
		}
		body := rapid.SliceOfN(rapid.Byte(), 0, 5000).Draw(t, "body")
		// What lies in the room must leave no trace in the padding.
		room := rapid.SliceOfN(rapid.Byte(), 0, 8000).Draw(t, "room")
		head, sealed, err := k.Seal(room, id, want, body)
		if err != nil {
			t.Fatal(err)
		}
		got, err := k.OpenHead(id, head)
		if err != nil {
			t.Fatal(err)
		}
		if got.Kind != want.Kind || got.Rev != want.Rev || !bytes.Equal(got.Content, want.Content) {
			t.Fatalf("head: got %+v, want %+v", got, want)
		}
		if got, err := k.OpenBody(id, head, sealed); err != nil || !bytes.Equal(got, body) {
			t.Fatalf("body: got %x, %v, want %x", got, err, body)
		}
	})
}

func TestSealedSizesTellLittle(t *testing.T) {
	k := newKeyring(t)
	for _, c := range []struct{ content, want int }{
		{0, 1000}, {914, 1000}, {915, 2000}, {1914, 2000}, {1915, 4000}, {3914, 4000}, {3915, 8000},
		{7914, 8000}, {7915, 16000}, {crypto.MaxHeadContent, 16000},
	} {
		head, body, err := k.Seal(nil, 1, crypto.Head{Content: make([]byte, c.content)}, nil)
		if err != nil || len(head) != c.want || body != nil {
			t.Errorf("head of %d: got %d bytes, a body of %d, %v, want %d", c.content, len(head), len(body), err, c.want)
		}
	}
	for _, c := range []struct{ content, want int }{
		{0, 1 << 10}, {1<<10 - 44, 1 << 10}, {1<<10 - 43, 1088}, {5600, 5888}, {1 << 20, 1<<20 + 1<<15},
		{crypto.MaxBodyContent, 16 << 20},
	} {
		head, body, err := k.Seal(nil, 1, crypto.Head{}, make([]byte, c.content))
		if err != nil || len(head) != 1000 || len(body) != c.want {
			t.Errorf("body of %d: got %d and %d bytes, %v, want %d", c.content, len(head), len(body), err, c.want)
			continue
		}
		if c.want != 1<<10 && int64(c.want) != padmeReference(int64(c.content+44)) {
			t.Errorf("body of %d: %d is not a Padmé size", c.content, c.want)
		}
		if got, err := k.OpenBody(1, head, body); err != nil || len(got) != c.content {
			t.Errorf("body of %d: got %d bytes back, %v", c.content, len(got), err)
		}
	}
}

func TestSealRefusesTooMuch(t *testing.T) {
	k := newKeyring(t)
	tooLong := crypto.Head{Content: make([]byte, crypto.MaxHeadContent+1)}
	if _, _, err := k.Seal(nil, 1, tooLong, nil); !errors.Is(err, crypto.ErrTooLarge) {
		t.Errorf("head: got %v, want ErrTooLarge", err)
	}
	if _, _, err := k.Seal(nil, 1, crypto.Head{}, make([]byte, crypto.MaxBodyContent+1)); !errors.Is(err, crypto.ErrTooLarge) {
		t.Errorf("body: got %v, want ErrTooLarge", err)
	}
	head, _, err := k.Seal(nil, 1, crypto.Head{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := k.Reseal(1, tooLong, head); !errors.Is(err, crypto.ErrTooLarge) {
		t.Errorf("reseal: got %v, want ErrTooLarge", err)
	}
}

// TestSealedBytesKeepTheirPlace moves each sealed part to each other place.
func TestSealedBytesKeepTheirPlace(t *testing.T) {
	k, other := newKeyring(t), newKeyring(t)
	seal := func(id uint64) (head, body []byte) {
		head, body, err := k.Seal(nil, id, crypto.Head{Content: []byte("head")}, []byte("body"))
		if err != nil {
			t.Fatal(err)
		}
		return head, body
	}
	head1, body1 := seal(1)
	head1Again, body1Again := seal(1)
	head2, body2 := seal(2)
	root := k.SealRoot([]byte("root"))

	openHead := func(k *crypto.Keyring, id uint64, sealed []byte) func() error {
		return func() error { _, err := k.OpenHead(id, sealed); return err }
	}
	openBody := func(k *crypto.Keyring, id uint64, head, sealed []byte) func() error {
		return func() error { _, err := k.OpenBody(id, head, sealed); return err }
	}
	openRoot := func(k *crypto.Keyring, sealed []byte) func() error {
		return func() error { _, err := k.OpenRoot(sealed); return err }
	}
	reseal := func(k *crypto.Keyring, id uint64, before []byte) func() error {
		return func() error { _, err := k.Reseal(id, crypto.Head{}, before); return err }
	}
	for name, c := range map[string]struct {
		open func() error
		want error
	}{
		"head in place":                    {openHead(k, 1, head1), nil},
		"body in place":                    {openBody(k, 1, head1, body1), nil},
		"root in place":                    {openRoot(k, root), nil},
		"head of another item":             {openHead(k, 1, head2), crypto.ErrDamaged},
		"head of another vault":            {openHead(other, 1, head1), crypto.ErrDamaged},
		"head as root":                     {openRoot(k, head1), crypto.ErrDamaged},
		"root as head":                     {openHead(k, 1, root), crypto.ErrDamaged},
		"root of another vault":            {openRoot(other, root), crypto.ErrDamaged},
		"body as head":                     {openHead(k, 1, body1), crypto.ErrDamaged},
		"head as body":                     {openBody(k, 1, head1, head1), crypto.ErrDamaged},
		"body of another item":             {openBody(k, 1, head1, body2), crypto.ErrDamaged},
		"body of another revision":         {openBody(k, 1, head1, body1Again), crypto.ErrDamaged},
		"head of another revision":         {openBody(k, 1, head1Again, body1), crypto.ErrDamaged},
		"body and head under another id":   {openBody(k, 2, head1, body1), crypto.ErrDamaged},
		"body of another vault":            {openBody(other, 1, head1, body1), crypto.ErrDamaged},
		"reseal over another item's head":  {reseal(k, 2, head1), crypto.ErrDamaged},
		"reseal over another vault's head": {reseal(other, 1, head1), crypto.ErrDamaged},
		"no head":                          {openHead(k, 1, nil), crypto.ErrDamaged},
		"no body":                          {openBody(k, 1, head1, nil), crypto.ErrDamaged},
		"no root":                          {openRoot(k, nil), crypto.ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			if err := c.open(); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

func TestSealedBytesRefuseChange(t *testing.T) {
	k := newKeyring(t)
	head, body, err := k.Seal(nil, 1, crypto.Head{Content: []byte("head")}, []byte("body"))
	if err != nil {
		t.Fatal(err)
	}
	root := k.SealRoot(make([]byte, 112))
	if len(root) != 152 {
		t.Errorf("got a root of %d bytes, want 152", len(root))
	}
	for name, c := range map[string]struct {
		sealed []byte
		open   func([]byte) error
	}{
		"head": {head, func(b []byte) error { _, err := k.OpenHead(1, b); return err }},
		"body": {body, func(b []byte) error { _, err := k.OpenBody(1, head, b); return err }},
		"root": {root, func(b []byte) error { _, err := k.OpenRoot(b); return err }},
	} {
		t.Run(name, func(t *testing.T) {
			for bit := range 8 * len(c.sealed) {
				if err := c.open(flipped(c.sealed, bit)); !errors.Is(err, crypto.ErrDamaged) {
					t.Fatalf("bit %d: got %v, want ErrDamaged", bit, err)
				}
			}
			for n := range len(c.sealed) {
				if err := c.open(c.sealed[:n]); !errors.Is(err, crypto.ErrDamaged) {
					t.Fatalf("%d bytes: got %v, want ErrDamaged", n, err)
				}
			}
			if err := c.open(append(bytes.Clone(c.sealed), 0)); !errors.Is(err, crypto.ErrDamaged) {
				t.Fatalf("one byte more: got %v, want ErrDamaged", err)
			}
		})
	}
}

func TestResealKeepsTheBody(t *testing.T) {
	k := newKeyring(t)
	head, body, err := k.Seal(nil, 1, crypto.Head{Kind: 1, Rev: 1, Content: []byte("before")}, []byte("body"))
	if err != nil {
		t.Fatal(err)
	}
	after, err := k.Reseal(1, crypto.Head{Kind: 1, Rev: 2, Content: bytes.Repeat([]byte("after "), 400)}, head)
	if err != nil {
		t.Fatal(err)
	}
	got, err := k.OpenHead(1, after)
	if err != nil || got.Rev != 2 || len(got.Content) != 2400 {
		t.Errorf("got rev %d with %d bytes, %v", got.Rev, len(got.Content), err)
	}
	if got, err := k.OpenBody(1, after, body); err != nil || string(got) != "body" {
		t.Errorf("body: got %q, %v", got, err)
	}
}

// A body lies in the room that an earlier one left, and nothing of that stays.
func TestSealLiesInTheRoom(t *testing.T) {
	k := newKeyring(t)
	room := bytes.Repeat([]byte{0xff}, 64<<10)
	head, body, err := k.Seal(room, 1, crypto.Head{}, []byte("short"))
	if err != nil {
		t.Fatal(err)
	}
	if &body[0] != &room[0] || len(body) != 1<<10 {
		t.Errorf("%d bytes, not in the room", len(body))
	}
	if got, err := k.OpenBody(1, head, body); err != nil || string(got) != "short" {
		t.Errorf("got %q, %v", got, err)
	}
	if bytes.Contains(body, []byte("short")) {
		t.Error("the plaintext stands in the room")
	}
}

func TestSealingTwiceSharesNothing(t *testing.T) {
	k := newKeyring(t)
	h := crypto.Head{Content: []byte("same")}
	head, body, err := k.Seal(nil, 1, h, []byte("same"))
	if err != nil {
		t.Fatal(err)
	}
	headAgain, bodyAgain, err := k.Seal(nil, 1, h, []byte("same"))
	if err != nil {
		t.Fatal(err)
	}
	const nonce = 24
	if bytes.Equal(head[:nonce], headAgain[:nonce]) || bytes.Equal(body[:nonce], bodyAgain[:nonce]) {
		t.Error("a nonce is used twice")
	}
}

func TestHasBody(t *testing.T) {
	k := newKeyring(t)
	for name, c := range map[string]struct {
		body []byte
		want bool
	}{"none": {nil, false}, "empty": {[]byte{}, true}, "some": {[]byte("body"), true}} {
		head, _, err := k.Seal(nil, 1, crypto.Head{}, c.body)
		if err != nil {
			t.Fatal(err)
		}
		if got := k.HasBody(1, head); got != c.want {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
		if k.HasBody(2, head) || k.HasBody(1, nil) {
			t.Errorf("%s: a head that does not open has a body", name)
		}
	}
	if f := sealFile(t, k, 1, []byte("content")); !k.HasBody(1, f.head) {
		t.Error("a file is not seen")
	}
}

// TestPlantedBodyIsRefused seals a body without any secret: the key in the
// head of an item that has no body is all zeros, and everything else that
// binds a body is known to whoever holds the file.
func TestPlantedBodyIsRefused(t *testing.T) {
	k := newKeyring(t)
	head, _, err := k.Seal(nil, 7, crypto.Head{Content: []byte("small")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	aead, err := chacha20poly1305.NewX(make([]byte, crypto.KeySize))
	if err != nil {
		t.Fatal(err)
	}
	vault := k.Vault()
	aad := binary.BigEndian.AppendUint64(slices.Concat([]byte("harbour/v1/body"), vault[:]), 7)
	plain := make([]byte, 1<<10-40)
	copy(plain, "\x00\x00\x00\x07planted")
	planted := aead.Seal(make([]byte, 24), make([]byte, 24), plain, aad)
	if got, err := k.OpenBody(7, head, planted); !errors.Is(err, crypto.ErrDamaged) {
		t.Errorf("got %q, %v, want ErrDamaged", got, err)
	}
}
