package crypto_test

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"io"
	"strings"
	"testing"

	"filippo.io/age"

	"harbour/crypto"
)

// sealFor writes an age file to recipients.
func sealFor(t testing.TB, content []byte, recipients ...age.Recipient) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := age.Encrypt(&out, recipients...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func recipientOf(t testing.TB, id *crypto.Identity) age.Recipient {
	t.Helper()
	r, err := age.ParseHybridRecipient(id.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// headerOf is an age file up to the end of its header.
func headerOf(t testing.TB, file []byte) []byte {
	t.Helper()
	header, err := age.ExtractHeader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return header
}

func TestIdentityRoundTrip(t *testing.T) {
	id := newIdentity(t)
	kept := id.Marshal()
	again, err := crypto.ParseIdentity(kept)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Destroy()
	if again.SigningKey() != id.SigningKey() || again.Recipient() != id.Recipient() {
		t.Error("the pair that was read is another")
	}
	if !bytes.Equal(again.Marshal(), kept) {
		t.Error("the pair that was read is written otherwise")
	}
	if !strings.HasPrefix(id.Recipient(), "age1pq1") {
		t.Errorf("got recipient %.20s", id.Recipient())
	}
	if kept[0] != 1 || !bytes.HasPrefix(kept[1+ed25519.SeedSize:], []byte("AGE-SECRET-KEY-PQ-1")) {
		t.Errorf("got version %d", kept[0])
	}
	public := ed25519.NewKeyFromSeed(kept[1 : 1+ed25519.SeedSize]).Public().(ed25519.PublicKey)
	if id.SigningKey() != crypto.SigningKey(public) {
		t.Error("the signing key is not the seed's")
	}
	if other := newIdentity(t); other.SigningKey() == id.SigningKey() || other.Recipient() == id.Recipient() {
		t.Error("two identities share a key")
	}
}

func TestParseIdentityRefuses(t *testing.T) {
	good := newIdentity(t).Marshal()
	const ageAt = 1 + ed25519.SeedSize
	edit := func(change func([]byte) []byte) []byte { return change(bytes.Clone(good)) }
	x25519, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		b    []byte
		want error
	}{
		"nothing":              {nil, crypto.ErrDamaged},
		"no age identity":      {good[:ageAt], crypto.ErrDamaged},
		"cut in the seed":      {good[:20], crypto.ErrDamaged},
		"cut at the end":       {good[:len(good)-1], crypto.ErrDamaged},
		"a byte more":          {append(bytes.Clone(good), 'Q'), crypto.ErrDamaged},
		"a line end":           {append(bytes.Clone(good), '\n'), crypto.ErrDamaged},
		"version 0":            {edit(func(b []byte) []byte { b[0] = 0; return b }), crypto.ErrDamaged},
		"version 2":            {edit(func(b []byte) []byte { b[0] = 2; return b }), crypto.ErrNewer},
		"version 255, garbage": {append([]byte{255}, make([]byte, 40)...), crypto.ErrNewer},
		"a typing error":       {edit(func(b []byte) []byte { b[len(b)-3] ^= 1; return b }), crypto.ErrDamaged},
		"a classic identity":   {append(bytes.Clone(good[:ageAt]), x25519.String()...), crypto.ErrDamaged},
		"a recipient":          {append(bytes.Clone(good[:ageAt]), "age1pq1"...), crypto.ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			if id, err := crypto.ParseIdentity(c.b); !errors.Is(err, c.want) || id != nil {
				t.Errorf("got %v, %v, want %v", id, err, c.want)
			}
		})
	}
}

func TestIdentityOpens(t *testing.T) {
	id := newIdentity(t)
	for _, n := range []int{0, 1, ageChunk, 3*ageChunk + 1} {
		content := randomBytes(n)
		file := sealFor(t, content, recipientOf(t, id))
		if !id.Opens(headerOf(t, file)) {
			t.Errorf("%d bytes: the header is not taken", n)
		}
		r, err := id.Open(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, content) {
			t.Errorf("%d bytes: got %d back, %v", n, len(got), err)
		}
	}
}

func TestIdentityRefusesForeignFiles(t *testing.T) {
	id := newIdentity(t)
	x25519, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	scrypt, err := age.NewScryptRecipient("lantern")
	if err != nil {
		t.Fatal(err)
	}
	scrypt.SetWorkFactor(10)
	for name, r := range map[string]age.Recipient{
		"another identity": recipientOf(t, newIdentity(t)),
		"a classic key":    x25519.Recipient(),
		"a passphrase":     scrypt,
	} {
		file := sealFor(t, []byte("content"), r)
		if _, err := id.Open(bytes.NewReader(file)); !errors.Is(err, crypto.ErrNotRecipient) {
			t.Errorf("%s: got %v, want ErrNotRecipient", name, err)
		}
		if id.Opens(headerOf(t, file)) {
			t.Errorf("%s: the header is taken", name)
		}
	}
	for name, file := range map[string]string{
		"nothing":       "",
		"text":          "Dear office,\n",
		"no stanza":     "age-encryption.org/v1\n---",
		"newer version": "age-encryption.org/v2\n-> X25519 x\n\n--- y\n",
		"armor":         "-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n",
	} {
		if _, err := id.Open(strings.NewReader(file)); !errors.Is(err, crypto.ErrDamaged) {
			t.Errorf("%s: got %v, want ErrDamaged", name, err)
		}
		if id.Opens([]byte(file)) {
			t.Errorf("%s: taken for a header", name)
		}
	}
}

// TestIdentityReadsNoChangedFile changes and cuts a file everywhere outside
// its long stanza body, which gets a few changes only: each costs an ML-KEM.
func TestIdentityReadsNoChangedFile(t *testing.T) {
	id := newIdentity(t)
	content := []byte("content of no importance")
	file := sealFor(t, content, recipientOf(t, id))
	header := len(headerOf(t, file))
	read := func(b []byte) ([]byte, error) {
		r, err := id.Open(bytes.NewReader(b))
		if err != nil {
			if !errors.Is(err, crypto.ErrDamaged) && !errors.Is(err, crypto.ErrNotRecipient) {
				t.Errorf("got %v", err)
			}
			return nil, err
		}
		return io.ReadAll(r)
	}
	for at := range file {
		if at > 60 && at < header-80 && at%97 != 0 {
			continue
		}
		if got, err := read(flipped(file, 8*at+at%8)); err == nil || len(got) != 0 {
			t.Errorf("byte %d changed: got %q, %v", at, got, err)
		}
		if got, err := read(file[:at]); err == nil || len(got) != 0 {
			t.Errorf("cut at %d: got %q, %v", at, got, err)
		}
	}
	// age sees bytes behind the last chunk with the last read.
	if got, err := read(append(bytes.Clone(file), 0)); err == nil {
		t.Errorf("a byte more: got %q", got)
	}
}

// FuzzIdentity holds that what is read is written in the same way, up to the
// case of age's letters.
func FuzzIdentity(f *testing.F) {
	needSeeds(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		id, err := crypto.ParseIdentity(b)
		if err != nil {
			if id != nil || !errors.Is(err, crypto.ErrDamaged) && !errors.Is(err, crypto.ErrNewer) {
				t.Errorf("got %v, %v", id, err)
			}
			return
		}
		defer id.Destroy()
		const ageAt = 1 + ed25519.SeedSize
		again := id.Marshal()
		if !bytes.Equal(again[:ageAt], b[:ageAt]) || !bytes.Equal(again[ageAt:], bytes.ToUpper(b[ageAt:])) {
			t.Error("one identity has two forms")
		}
	})
}
