package crypto

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/argon2"
)

// TestArgon2idAgreesWithTheReference compares x/crypto with 200 cases by the
// reference C library (testdata/vectors.py). Those of a slot's shape go
// through deriveKEK as well. The vector of RFC 9106 itself has a secret and
// associated data, for which x/crypto has no call.
func TestArgon2idAgreesWithTheReference(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("testdata", "argon2id.txt"))
	if err != nil {
		t.Fatal(err)
	}
	cases, slots := 0, 0
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cases++
		var passwordHex, saltHex, hashHex string
		var c Cost
		var size uint32
		if _, err := fmt.Sscan(line, &passwordHex, &saltHex, &c.Time, &c.MemoryKiB, &c.Threads, &size, &hashHex); err != nil {
			t.Fatalf("case %d: %v", cases, err)
		}
		fromHex := func(s string) []byte {
			b, err := hex.DecodeString(strings.TrimPrefix(s, "-"))
			if err != nil {
				t.Fatalf("case %d: %v", cases, err)
			}
			return b
		}
		password, salt, want := fromHex(passwordHex), fromHex(saltHex), fromHex(hashHex)
		if got := argon2.IDKey(password, salt, c.Time, c.MemoryKiB, c.Threads, size); !bytes.Equal(got, want) {
			t.Errorf("case %d: got %x, want %x", cases, got, want)
		}
		if cases > 100 {
			continue
		}
		slots++
		pass, err := ReadSecret(bytes.NewReader(password))
		if err != nil {
			t.Fatalf("case %d: %v", cases, err)
		}
		kek, commit := deriveKEK(pass, salt, c)
		if !bytes.Equal(append(bytes.Clone(kek), commit...), want) {
			t.Errorf("case %d: a slot's key is another", cases)
		}
		freeMemory(kek)
		pass.Destroy()
	}
	if cases != 200 || slots != 100 {
		t.Errorf("got %d cases, %d of them slots, want 200 and 100", cases, slots)
	}
}
