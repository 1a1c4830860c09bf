package crypto_test

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	agetest "c2sp.org/CCTV/age"
	"filippo.io/age"
	"filippo.io/age/armor"

	"harbour/crypto"
)

// The outcomes that the age test vectors expect (c2sp.org/CCTV/age).
const (
	success        = "success"
	noMatch        = "no match"
	hmacFailure    = "HMAC failure"
	headerFailure  = "header failure"
	armorFailure   = "armor failure"
	payloadFailure = "payload failure"
)

// ageVector is one file with what a reader must make of it.
type ageVector struct {
	expect      string
	payload     string   // SHA-256 of what may be released, in hex
	identities  []string // age's own encoding
	passphrases []string
	armored     bool
	file        []byte
}

// hybrid returns those identities that are of our one kind.
func (v ageVector) hybrid() []string {
	var keys []string
	for _, s := range v.identities {
		if strings.HasPrefix(s, "AGE-SECRET-KEY-PQ-1") {
			keys = append(keys, s)
		}
	}
	return keys
}

// hybridOnly reports whether v is wholly of our kind.
func (v ageVector) hybridOnly() bool {
	return len(v.identities) != 0 && len(v.hybrid()) == len(v.identities) && len(v.passphrases) == 0
}

func parseAgeVector(t testing.TB, b []byte) ageVector {
	t.Helper()
	front, file, ok := bytes.Cut(b, []byte("\n\n"))
	if !ok {
		t.Fatal("no file in the vector")
	}
	v := ageVector{file: file}
	for line := range strings.Lines(string(front)) {
		key, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		switch key {
		case "expect":
			v.expect = value
		case "payload":
			v.payload = value
		case "identity":
			v.identities = append(v.identities, value)
		case "passphrase":
			v.passphrases = append(v.passphrases, value)
		case "armored":
			v.armored = true
		case "compressed":
			r, err := zlib.NewReader(bytes.NewReader(v.file))
			if err != nil {
				t.Fatal(err)
			}
			if v.file, err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
		case "file key", "comment":
		default:
			t.Fatalf("unknown line %q", key)
		}
	}
	return v
}

// eachAgeVector runs check on every vector and asserts that there are 147.
func eachAgeVector(t *testing.T, check func(*testing.T, ageVector)) {
	t.Helper()
	files, err := fs.ReadDir(agetest.Vectors, ".")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 147 {
		t.Fatalf("got %d vectors, want 147", len(files))
	}
	for _, f := range files {
		b, err := fs.ReadFile(agetest.Vectors, f.Name())
		if err != nil {
			t.Fatal(err)
		}
		t.Run(f.Name(), func(t *testing.T) { check(t, parseAgeVector(t, b)) })
	}
}

// readAll returns all that is released, and the outcome by age's classes.
func readAll(r io.Reader, err error) (released []byte, outcome string) {
	var none *age.NoIdentityMatchError
	var armorErr *armor.Error
	switch {
	case err == nil:
	case errors.As(err, &armorErr):
		return nil, armorFailure
	case errors.As(err, &none), errors.Is(err, crypto.ErrNotRecipient):
		return nil, noMatch
	case strings.HasSuffix(err.Error(), "bad header MAC"):
		return nil, hmacFailure
	default:
		return nil, headerFailure
	}
	released, err = io.ReadAll(r)
	switch {
	case err == nil:
		return released, success
	case errors.As(err, &armorErr):
		return released, armorFailure
	}
	return released, payloadFailure
}

func checkReleased(t *testing.T, v ageVector, released []byte) {
	t.Helper()
	sum := sha256.Sum256(released)
	if v.payload != "" && hex.EncodeToString(sum[:]) != v.payload {
		t.Errorf("released %d bytes that are not the payload", len(released))
	}
}

// TestIdentityOpensAgeVectors runs all vectors through Identity.Open. It takes
// binary files to a post-quantum identity and nothing else, so that vectors
// for other recipients and armored ones must all be refused; where a vector
// has no identity of our kind, a fresh one tries. That the classes which we
// refuse unread would otherwise come out right is TestAgeHoldsItsVectors.
func TestIdentityOpensAgeVectors(t *testing.T) {
	fresh := newAgeIdentity(t)
	opened := 0
	eachAgeVector(t, func(t *testing.T, v ageVector) {
		keys := v.hybrid()
		if len(keys) == 0 {
			keys = []string{fresh}
		}
		for _, key := range keys {
			id := identityOf(t, make([]byte, 32), key)
			r, err := id.Open(bytes.NewReader(v.file))
			if err != nil && !errors.Is(err, crypto.ErrDamaged) && !errors.Is(err, crypto.ErrNotRecipient) {
				t.Fatalf("got %v, want an error of ours", err)
			}
			released, outcome := readAll(r, err)
			if outcome == success {
				opened++
			}
			if err := ourOutcome(v, outcome); err != nil {
				t.Error(err)
			}
			if r != nil {
				checkReleased(t, v, released)
			}
		}
	})
	// hybrid, hybrid_and_x25519, hybrid_grease, hybrid_multiple_recipients
	if opened != 4 {
		t.Errorf("opened %d vectors, want 4", opened)
	}
}

// ourOutcome says what is wrong with the outcome of v in our path.
func ourOutcome(v ageVector, outcome string) error {
	want := []string{v.expect}
	switch {
	case v.armored:
		want = []string{headerFailure}
	case v.hybridOnly():
		// ErrDamaged stands for a bad MAC too, but no such vector is ours.
	case v.expect == headerFailure:
		// A fault inside another recipient's stanza is never looked at.
		want = []string{headerFailure, noMatch}
	default:
		want = []string{noMatch}
	}
	for _, w := range want {
		if outcome == w {
			return nil
		}
	}
	return fmt.Errorf("got %s, want %v", outcome, want)
}

// TestAgeHoldsItsVectors runs all vectors through the pinned age itself with
// the identities, passphrases and armor that they are made for: every class
// comes out exactly, in the module that our path calls.
func TestAgeHoldsItsVectors(t *testing.T) {
	classes := map[string]int{}
	eachAgeVector(t, func(t *testing.T, v ageVector) {
		classes[v.expect]++
		var identities []age.Identity
		for _, s := range v.identities {
			parsed, err := age.ParseIdentities(strings.NewReader(s))
			if err != nil {
				t.Fatal(err)
			}
			identities = append(identities, parsed...)
		}
		for _, s := range v.passphrases {
			id, err := age.NewScryptIdentity(s)
			if err != nil {
				t.Fatal(err)
			}
			identities = append(identities, id)
		}
		var in io.Reader = bytes.NewReader(v.file)
		if v.armored {
			in = armor.NewReader(in)
		}
		r, err := age.Decrypt(in, identities...)
		released, outcome := readAll(r, err)
		if outcome != v.expect {
			t.Errorf("got %s, want %s", outcome, v.expect)
		}
		if r != nil {
			checkReleased(t, v, released)
		}
	})
	want := map[string]int{
		success: 26, noMatch: 13, hmacFailure: 1, headerFailure: 62, armorFailure: 26, payloadFailure: 19,
	}
	for class, n := range want {
		if classes[class] != n {
			t.Errorf("got %d vectors of %s, want %d", classes[class], class, n)
		}
	}
}
