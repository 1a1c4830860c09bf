package bundle_test

import (
	"bytes"
	"crypto/sha512"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"harbour/crypto"
	"harbour/crypto/bundle"
)

// fixedDesk is a desk whose keys are in testdata.
func fixedDesk(t testing.TB, name string) desk {
	t.Helper()
	id, err := crypto.ParseIdentity(append(append([]byte{1}, unhex(t, frozen(t, name+".seed"))...), bytes.TrimSpace(frozen(t, name+".key"))...))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(id.Destroy)
	card, err := bundle.ParseCard(frozen(t, name+".card"))
	if err != nil {
		t.Fatal(err)
	}
	return desk{id, card}
}

// needSeeds fails a fuzz target that has lost its checked-in seeds: it would
// pass and look at nothing.
func needSeeds(f *testing.F) {
	f.Helper()
	seeds, err := os.ReadDir(filepath.Join("testdata", "fuzz", f.Name()))
	if err != nil || len(seeds) == 0 {
		f.Fatalf("no seeds for %s: %v", f.Name(), err)
	}
}

// FuzzRead changes what is inside the envelope and behind the signature: all
// hashes are right and the forger signs what it is given. What is accepted
// must be exactly what was given, and must be accepted again from what was
// read.
func FuzzRead(f *testing.F) {
	needSeeds(f)
	field, office := fixedDesk(f, "field"), fixedDesk(f, "office")
	f.Fuzz(func(t *testing.T, members, records, letter, second string) {
		forger := newForger(field, office)
		if json.Unmarshal([]byte(members), &forger.members) != nil || forger.members == nil {
			return
		}
		forger.records, forger.attachments = records, []string{letter, second}
		var tags string
		forger.tags = func(s string) string { tags = s; return s }
		b, files, err := read(t, forger.forge(t), office)
		if err != nil {
			return
		}
		if len(files) != 2 || files[0].String() != letter || files[1].String() != second {
			t.Error("an attachment is another")
		}
		if got := string(bytes.Join(append(b.Records, nil), []byte("\n"))); got != records {
			t.Errorf("got records %q, want %q", got, records)
		}
		if b.TagManifest != sha512.Sum512([]byte(tags)) {
			t.Error("what was signed is another")
		}
		again := newForger(field, office)
		again.records, again.attachments = records, forger.attachments
		again.headText = func(fresh string) string {
			b.Header.AgeHeaderSHA256 = envelopeOf(t, fresh)
			text, err := jsonText(b.Header)
			if err != nil {
				t.Fatal(err)
			}
			return text
		}
		reread, _, err := read(t, again.forge(t), office)
		if err != nil || fmt.Sprint(reread.Header) != fmt.Sprint(b.Header) {
			t.Errorf("got %v and %v, want %v", err, reread.Header, b.Header)
		}
	})
}

func envelopeOf(t testing.TB, header string) string {
	t.Helper()
	var h bundle.Header
	if err := json.Unmarshal([]byte(header), &h); err != nil {
		t.Fatal(err)
	}
	return h.AgeHeaderSHA256
}

// FuzzCard signs a card of any lines. Every card that is taken has one text
// and one id.
func FuzzCard(f *testing.F) {
	needSeeds(f)
	field := fixedDesk(f, "field")
	keys := strings.SplitAfter(string(field.card.Text()), "\n")[1:3]
	f.Fuzz(func(t *testing.T, first, rest string) {
		front := first + keys[0] + keys[1] + rest
		text := front + string(sign(t, field.identity, crypto.NamespaceCard, []byte(front)))
		c, err := bundle.ParseCard([]byte(text))
		if err != nil {
			return
		}
		if string(c.Text()) != text {
			t.Errorf("got text %q, want %q", c.Text(), text)
		}
		if id := c.ID(); fmt.Sprintf("%x", id[:]) != cardID(text) {
			t.Errorf("got id %x", id)
		}
		made, err := bundle.NewCard(field.identity, c)
		if err != nil || string(made.Text()) != text {
			t.Errorf("made anew it is %q: %v", made.Text(), err)
		}
	})
}

// FuzzReceipt reads receipts; what is taken has one form that says the
// same.
func FuzzReceipt(f *testing.F) {
	needSeeds(f)
	f.Fuzz(func(t *testing.T, record []byte) {
		r, err := bundle.ParseReceipt(record)
		if err != nil {
			return
		}
		text, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		again, err := bundle.ParseReceipt(text)
		if err != nil {
			t.Fatalf("own form refused: %v\n%s", err, text)
		}
		if twice, err := again.Encode(); err != nil || !bytes.Equal(twice, text) {
			t.Errorf("got %s, want %s", twice, text)
		}
	})
}
