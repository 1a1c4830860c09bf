package crypto_test

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"harbour/crypto"
)

func TestParseSigningKey(t *testing.T) {
	want := newIdentity(t).SigningKey()
	good := want.String()
	if got, err := crypto.ParseSigningKey(good); err != nil || got != want {
		t.Fatalf("got %v, %v", got, err)
	}
	encoded := strings.TrimPrefix(good, "ssh-ed25519 ")
	wire, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		t.Fatal(err)
	}
	encode := func(b []byte) string { return "ssh-ed25519 " + base64.StdEncoding.EncodeToString(b) }
	for name, s := range map[string]string{
		"nothing":            "",
		"the kind alone":     "ssh-ed25519",
		"no key":             "ssh-ed25519 ",
		"no kind":            encoded,
		"a comment":          good + " desk",
		"a space after":      good + " ",
		"a line end":         good + "\n",
		"a line end inside":  good[:40] + "\n" + good[40:],
		"a space before":     " " + good,
		"two spaces":         strings.Replace(good, " ", "  ", 1),
		"a tab":              strings.Replace(good, " ", "\t", 1),
		"kind twice":         "ssh-ed25519 " + good,
		"another kind":       strings.Replace(good, "ssh-ed25519", "ssh-rsa", 1),
		"upper case":         strings.Replace(good, "ssh-ed25519", "SSH-ED25519", 1),
		"no padding":         strings.TrimRight(encode(wire[:50]), "="),
		"a byte less":        encode(wire[:len(wire)-1]),
		"a byte more":        encode(append(bytes.Clone(wire), 0)),
		"the 32 bytes alone": encode(want[:]),
		"other wire kind":    encode(bytes.Replace(wire, []byte("ssh-ed25519"), []byte("ssh-ed25518"), 1)),
		"base64 for URLs":    strings.NewReplacer("+", "-", "/", "_").Replace(encode(append(wire[:19:19], bytes.Repeat([]byte{0xff}, 32)...))),
		"far too long":       encode(make([]byte, 1<<16)),
	} {
		if got, err := crypto.ParseSigningKey(s); err == nil || got != (crypto.SigningKey{}) {
			t.Errorf("%s: got %v, %v", name, got, err)
		}
	}
}

func FuzzSigningKey(f *testing.F) {
	needSeeds(f)
	f.Add(loadFrozen(f).SigningKey)
	f.Fuzz(func(t *testing.T, s string) {
		key, err := crypto.ParseSigningKey(s)
		if err == nil && key.String() != s {
			t.Errorf("%q is read and written as %q", s, key)
		}
		// The second way: what OpenSSH's own reader makes of it.
		public, _, _, _, sshErr := ssh.ParseAuthorizedKey([]byte(s))
		if err == nil && (sshErr != nil || public.Type() != ssh.KeyAlgoED25519) {
			t.Errorf("%q is no key of OpenSSH: %v", s, sshErr)
		}
	})
}
