package crypto

import (
	"bytes"
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"testing"

	"github.com/c2sp/wycheproof"
	"golang.org/x/crypto/ssh"
)

// hexBytes are bytes that JSON holds in hex.
type hexBytes []byte

func (h *hexBytes) UnmarshalText(b []byte) (err error) {
	*h, err = hex.DecodeString(string(b))
	return err
}

// wycheproofCase is the union of what the sets in use give for a case.
type wycheproofCase struct {
	ID     int `json:"tcId"`
	Result string

	Key, IV, AAD, Msg, CT, Tag hexBytes // AEAD
	IKM, Salt, Info, OKM       hexBytes // HKDF
	Size                       int
	Sig                        hexBytes // Ed25519, with Msg
}

type wycheproofGroup struct {
	PublicKey struct{ PK hexBytes }
	Tests     []wycheproofCase
}

// eachWycheproof runs check on all cases of a set and asserts their number.
// Cases that the set leaves open ("acceptable") do not occur in these sets.
func eachWycheproof(t *testing.T, set string, count int, check func(g wycheproofGroup, c wycheproofCase) bool) {
	t.Helper()
	b, err := fs.ReadFile(wycheproof.TestVectors, set+"_test.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ TestGroups []wycheproofGroup }
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	got, valid := 0, 0
	for _, g := range file.TestGroups {
		for _, c := range g.Tests {
			got++
			if c.Result != "valid" && c.Result != "invalid" {
				t.Fatalf("case %d: unknown result %q", c.ID, c.Result)
			}
			if c.Result == "valid" {
				valid++
			}
			if ok := check(g, c); ok != (c.Result == "valid") {
				t.Errorf("case %d: got %v, want %s", c.ID, ok, c.Result)
			}
		}
	}
	if got != count || valid == 0 {
		t.Errorf("got %d cases, %d valid, want %d", got, valid, count)
	}
}

func TestWycheproofXChaCha20Poly1305(t *testing.T) {
	eachWycheproof(t, "xchacha20_poly1305", 315, func(_ wycheproofGroup, c wycheproofCase) bool {
		aead := newAEAD(c.Key)
		ct := bytes.Join([][]byte{c.CT, c.Tag}, nil)
		plain, err := open(aead, c.AAD, append(bytes.Clone(c.IV), ct...))
		if err != nil {
			return false
		}
		if !bytes.Equal(plain, c.Msg) || !bytes.Equal(aead.Seal(nil, c.IV, c.Msg, c.AAD), ct) {
			t.Errorf("case %d: other bytes", c.ID)
		}
		return true
	})
}

// TestWycheproofHKDF calls HKDF as Keyring.derive does.
func TestWycheproofHKDF(t *testing.T) {
	eachWycheproof(t, "hkdf_sha256", 86, func(_ wycheproofGroup, c wycheproofCase) bool {
		okm, err := hkdf.Key(sha256.New, c.IKM, c.Salt, string(c.Info), c.Size)
		return err == nil && bytes.Equal(okm, c.OKM)
	})
}

// TestWycheproofEd25519 verifies as Verify does at its end: by x/crypto's key
// of the SSH wire form, over a text that is signed as it is.
func TestWycheproofEd25519(t *testing.T) {
	eachWycheproof(t, "ed25519", 151, func(g wycheproofGroup, c wycheproofCase) bool {
		key, err := ssh.NewPublicKey(ed25519.PublicKey(g.PublicKey.PK))
		if err != nil {
			return false
		}
		return key.Verify(c.Msg, &ssh.Signature{Format: ssh.KeyAlgoED25519, Blob: c.Sig}) == nil
	})
}
