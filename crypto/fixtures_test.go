package crypto_test

import (
	"crypto/rand"
	"encoding/hex"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"filippo.io/age"

	"harbour/crypto"
)

// long runs the comparisons with other programs at their full number.
var long = flag.Bool("long", false, "compare 1,000 signatures with ssh-keygen instead of 50")

// cheap is a cost for tests: readers accept it, no vault would use it.
var cheap = crypto.Cost{MemoryKiB: 64, Time: 1, Threads: 1}

// newSecret returns a Secret that holds words and ends with the test.
func newSecret(t testing.TB, words string) *crypto.Secret {
	t.Helper()
	s := crypto.NewSecret()
	t.Cleanup(s.Destroy)
	for _, r := range words {
		if !s.PutRune(r) {
			t.Fatalf("no room for %q", r)
		}
	}
	return s
}

func newKeyring(t testing.TB) *crypto.Keyring {
	t.Helper()
	k := crypto.NewKeyring()
	t.Cleanup(k.Destroy)
	return k
}

func newIdentity(t testing.TB) *crypto.Identity {
	t.Helper()
	id, err := crypto.NewIdentity()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(id.Destroy)
	return id
}

// identityOf joins a signing seed and an age identity in age's own encoding.
func identityOf(t testing.TB, seed []byte, ageIdentity string) *crypto.Identity {
	t.Helper()
	id, err := crypto.ParseIdentity(append(append([]byte{1}, seed...), ageIdentity...))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(id.Destroy)
	return id
}

// newAgeIdentity returns a fresh post-quantum identity as age writes it.
func newAgeIdentity(t testing.TB) string {
	t.Helper()
	id, err := age.GenerateHybridIdentity()
	if err != nil {
		t.Fatal(err)
	}
	return id.String()
}

func randomBytes(n int) []byte {
	b := make([]byte, n)
	rand.Read(b)
	return b
}

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// flipped returns a copy of b in which one bit differs.
func flipped(b []byte, bit int) []byte {
	c := append([]byte(nil), b...)
	c[bit/8] ^= 1 << (bit % 8)
	return c
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
