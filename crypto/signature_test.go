package crypto_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/pem"
	"errors"
	"fmt"
	mathrand "math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hiddeco/sshsig"
	"golang.org/x/crypto/ssh"

	harbour "harbour/crypto"
)

const pemType = "SSH SIGNATURE"

// sshsigFields are the parts of a signature, by OpenSSH's PROTOCOL.sshsig.
type sshsigFields struct {
	Magic     [6]byte
	Version   uint32
	PublicKey string
	Namespace string
	Reserved  string
	Hash      string
	Signature string
}

// blockOf lays out the one block that may stand for a key and a signature.
func blockOf(key harbour.SigningKey, ns harbour.Namespace, signature []byte) []byte {
	type pair struct {
		Kind string
		Data []byte
	}
	return armored(ssh.Marshal(sshsigFields{
		Magic:     [6]byte([]byte("SSHSIG")),
		Version:   1,
		PublicKey: string(ssh.Marshal(pair{"ssh-ed25519", key[:]})),
		Namespace: string(ns),
		Hash:      "sha512",
		Signature: string(ssh.Marshal(pair{"ssh-ed25519", signature})),
	}))
}

func armored(blob []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: pemType, Bytes: blob})
}

func unarmor(t testing.TB, block []byte) []byte {
	t.Helper()
	p, rest := pem.Decode(block)
	if p == nil || len(rest) != 0 {
		t.Fatal("not one PEM block")
	}
	return p.Bytes
}

func sign(t testing.TB, id *harbour.Identity, ns harbour.Namespace, message []byte) []byte {
	t.Helper()
	block, err := id.Sign(ns, message)
	if err != nil {
		t.Fatal(err)
	}
	return block
}

func TestSignatureRoundTrip(t *testing.T) {
	id := newIdentity(t)
	for _, ns := range []harbour.Namespace{harbour.NamespaceBundle, harbour.NamespaceCard, harbour.NamespaceRoster} {
		for _, message := range [][]byte{nil, []byte("a"), []byte("two\nlines\n"), randomBytes(1 << 16)} {
			block := sign(t, id, ns, message)
			key, err := harbour.Verify(ns, message, block)
			if err != nil || key != id.SigningKey() {
				t.Errorf("%s, %d bytes: got %v, %v", ns, len(message), key, err)
			}
			if len(block) > harbour.MaxSignature {
				t.Errorf("%s: a block of %d bytes", ns, len(block))
			}
		}
	}
}

func TestSignatureStandsForOneTextAndUse(t *testing.T) {
	id := newIdentity(t)
	message := []byte("the text")
	block := sign(t, id, harbour.NamespaceBundle, message)
	for name, c := range map[string]struct {
		ns      harbour.Namespace
		message string
	}{
		"another text":      {harbour.NamespaceBundle, "the test"},
		"more text":         {harbour.NamespaceBundle, "the text\n"},
		"no text":           {harbour.NamespaceBundle, ""},
		"another namespace": {harbour.NamespaceCard, "the text"},
		"no namespace":      {"", "the text"},
		"namespace of git":  {"git", "the text"},
	} {
		if key, err := harbour.Verify(c.ns, []byte(c.message), block); !errors.Is(err, harbour.ErrSignature) || key != (harbour.SigningKey{}) {
			t.Errorf("%s: got %v, %v, want ErrSignature", name, key, err)
		}
	}
	if block, err := id.Sign("", message); err == nil {
		t.Errorf("signed in no namespace: %s", block)
	}
}

func TestSignatureHasOneForm(t *testing.T) {
	id := newIdentity(t)
	message := []byte("the text")
	good := sign(t, id, harbour.NamespaceBundle, message)
	blob := unarmor(t, good)
	text := string(good)
	lines := strings.SplitAfter(text, "\n")
	body := strings.Join(lines[1:len(lines)-2], "")

	change := func(edit func(*sshsigFields)) string {
		var f sshsigFields
		if err := ssh.Unmarshal(blob, &f); err != nil {
			t.Fatal(err)
		}
		edit(&f)
		return string(armored(ssh.Marshal(f)))
	}
	if change(func(*sshsigFields) {}) != text {
		t.Fatal("the control does not lay out the same block")
	}
	oneLine := lines[0] + strings.ReplaceAll(body, "\n", "") + "\n" + lines[len(lines)-2]
	for name, block := range map[string]string{
		"nothing":                "",
		"text before":            "Dear office,\n" + text,
		"a line end before":      "\n" + text,
		"text after":             text + "P.S.\n",
		"a line end after":       text + "\n",
		"no last line end":       strings.TrimSuffix(text, "\n"),
		"twice":                  text + text,
		"a header":               lines[0] + "Comment: none\n\n" + strings.Join(lines[1:], ""),
		"an empty line inside":   lines[0] + "\n" + strings.Join(lines[1:], ""),
		"a space inside":         strings.Replace(text, lines[1], " "+lines[1], 1),
		"spaces at the end":      strings.ReplaceAll(text, "\n", " \n"),
		"windows line ends":      strings.ReplaceAll(text, "\n", "\r\n"),
		"lines of ssh-keygen":    lines[0] + wrap(body, 70) + lines[len(lines)-2],
		"one line":               oneLine,
		"another PEM type":       strings.ReplaceAll(text, pemType, "SSH SIGNATURES"),
		"lower case":             strings.ReplaceAll(text, pemType, strings.ToLower(pemType)),
		"a filled reserved":      change(func(f *sshsigFields) { f.Reserved = "x" }),
		"version 0":              change(func(f *sshsigFields) { f.Version = 0 }),
		"version 2":              change(func(f *sshsigFields) { f.Version = 2 }),
		"other magic":            change(func(f *sshsigFields) { f.Magic[0] = 's' }),
		"hash sha256":            change(func(f *sshsigFields) { f.Hash = "sha256" }),
		"no hash":                change(func(f *sshsigFields) { f.Hash = "" }),
		"bytes after the key":    change(func(f *sshsigFields) { f.PublicKey += "x" }),
		"bytes after the blob":   string(armored(append(bytes.Clone(blob), 'x'))),
		"bytes in the signature": change(func(f *sshsigFields) { f.Signature += "x" }),
		"a half signature":       change(func(f *sshsigFields) { f.Signature = f.Signature[:40] }),
		"no signature":           change(func(f *sshsigFields) { f.Signature = "" }),
		"no key":                 change(func(f *sshsigFields) { f.PublicKey = "" }),
		"filled to the limit":    text + strings.Repeat("\n", harbour.MaxSignature-len(text)),
		"over the limit":         text + strings.Repeat("\n", harbour.MaxSignature-len(text)+1),
		"a public key":           id.SigningKey().String(),
	} {
		t.Run(name, func(t *testing.T) {
			key, err := harbour.Verify(harbour.NamespaceBundle, message, []byte(block))
			if !errors.Is(err, harbour.ErrSignature) || key != (harbour.SigningKey{}) {
				t.Errorf("got %v, %v, want ErrSignature", key, err)
			}
		})
	}
}

// wrap puts base64 into lines of width characters.
func wrap(body string, width int) string {
	body = strings.ReplaceAll(body, "\n", "")
	var b strings.Builder
	for len(body) > width {
		b.WriteString(body[:width] + "\n")
		body = body[width:]
	}
	return b.String() + body + "\n"
}

// TestSignatureMalleability adds the group order to S: the same signature in
// other bytes, which a lax verifier takes.
func TestSignatureMalleability(t *testing.T) {
	id := newIdentity(t)
	block := sign(t, id, harbour.NamespaceBundle, []byte("the text"))
	blob := unarmor(t, block)
	raw := bytes.Clone(blob[len(blob)-64:])
	if !bytes.Equal(blockOf(id.SigningKey(), harbour.NamespaceBundle, raw), block) {
		t.Fatal("the control does not lay out the same block")
	}
	order := unhex(t, "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
	carry := 0
	for i, b := range order {
		sum := int(raw[32+i]) + int(b) + carry
		raw[32+i], carry = byte(sum), sum>>8
	}
	malleable := blockOf(id.SigningKey(), harbour.NamespaceBundle, raw)
	if _, err := harbour.Verify(harbour.NamespaceBundle, []byte("the text"), malleable); !errors.Is(err, harbour.ErrSignature) {
		t.Errorf("got %v, want ErrSignature", err)
	}
}

// TestSignatureByAnotherKindOfKey makes signatures that sshsig itself takes.
func TestSignatureByAnotherKindOfKey(t *testing.T) {
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	ecdsaKey, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	_, edKey, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	message := []byte("the text")
	for name, c := range map[string]struct {
		key  crypto.Signer
		hash sshsig.HashAlgorithm
		want error
	}{
		"ed25519, sha512": {edKey, sshsig.HashSHA512, nil},
		"ed25519, sha256": {edKey, sshsig.HashSHA256, harbour.ErrSignature},
		"rsa":             {rsaKey, sshsig.HashSHA512, harbour.ErrSignature},
		"ecdsa":           {ecdsaKey, sshsig.HashSHA512, harbour.ErrSignature},
	} {
		signer, err := ssh.NewSignerFromSigner(c.key)
		if err != nil {
			t.Fatal(err)
		}
		sig, err := sshsig.Sign(bytes.NewReader(message), signer, c.hash, string(harbour.NamespaceBundle))
		if err != nil {
			t.Fatal(err)
		}
		if err := sshsig.Verify(bytes.NewReader(message), sig, signer.PublicKey(), c.hash, string(harbour.NamespaceBundle)); err != nil {
			t.Fatal(err)
		}
		if _, err := harbour.Verify(harbour.NamespaceBundle, message, sshsig.Armor(sig)); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
}

func TestMutatedSignaturesAreRefused(t *testing.T) {
	id := newIdentity(t)
	message := []byte("the text")
	block := sign(t, id, harbour.NamespaceBundle, message)
	blob := unarmor(t, block)
	rnd := mathrand.New(mathrand.NewPCG(2026, 2))
	accepted := 0
	for i := range 200 {
		var bad []byte
		switch i % 4 {
		case 0: // a bit of what is inside
			bad = armored(flipped(blob, rnd.IntN(8*len(blob))))
		case 1: // a bit of the block
			bad = flipped(block, rnd.IntN(8*len(block)))
		case 2: // a byte less
			at := rnd.IntN(len(block))
			bad = append(bytes.Clone(block[:at]), block[at+1:]...)
		case 3: // a byte more
			at := rnd.IntN(len(block) + 1)
			bad = append(bytes.Clone(block[:at]), append([]byte{byte(rnd.Uint32())}, block[at:]...)...)
		}
		if _, err := harbour.Verify(harbour.NamespaceBundle, message, bad); err == nil {
			accepted++
		}
	}
	if accepted != 0 {
		t.Errorf("took %d of 200 mutated blocks", accepted)
	}
}

// TestSSHKeygenAgrees signs with each program and verifies with the other.
// With -long it does so a thousand times.
func TestSSHKeygenAgrees(t *testing.T) {
	program, err := exec.LookPath("ssh-keygen")
	if err != nil {
		t.Skip("ssh-keygen is not installed: nothing to compare with")
	}
	count := 50
	if *long {
		count = 1000
	}
	ageIdentity := newAgeIdentity(t)
	for i := range count {
		compareWithSSHKeygen(t, program, ageIdentity, randomBytes(i*i%9000))
	}
}

func compareWithSSHKeygen(t *testing.T, program, ageIdentity string, message []byte) {
	t.Helper()
	const ns = harbour.NamespaceBundle
	folder := t.TempDir()
	path := func(name string) string { return filepath.Join(folder, name) }
	write := func(name string, b []byte) {
		if err := os.WriteFile(path(name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	keygen := func(args ...string) []byte {
		cmd := exec.Command(program, args...)
		cmd.Stdin = bytes.NewReader(message)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("ssh-keygen %s: %v", args[1], err)
		}
		return out
	}
	seed := randomBytes(ed25519.SeedSize)
	id := identityOf(t, seed, ageIdentity)
	private, err := ssh.MarshalPrivateKey(ed25519.NewKeyFromSeed(seed), "")
	if err != nil {
		t.Fatal(err)
	}
	write("key", pem.EncodeToMemory(private))
	ours := sign(t, id, ns, message)
	write("ours.sig", ours)
	write("signers", fmt.Appendf(nil, "desk namespaces=%q %s\n", ns, id.SigningKey()))

	keygen("-Y", "verify", "-f", path("signers"), "-I", "desk", "-n", string(ns), "-s", path("ours.sig"))
	theirs := keygen("-Y", "sign", "-q", "-f", path("key"), "-n", string(ns))
	// The same bytes inside, in lines of another length.
	key, err := harbour.Verify(ns, message, armored(unarmor(t, theirs)))
	if err != nil || key != id.SigningKey() {
		t.Fatalf("a signature by ssh-keygen: got %v, %v", key, err)
	}
	if !bytes.Equal(armored(unarmor(t, theirs)), ours) {
		t.Fatal("ssh-keygen signs otherwise")
	}
}

// FuzzVerify holds that whatever verifies is the one block that its key and
// its signature lay out.
func FuzzVerify(f *testing.F) {
	needSeeds(f)
	frozen := loadFrozen(f)
	f.Add([]byte(frozen.Signature))
	f.Fuzz(func(t *testing.T, block []byte) {
		key, err := harbour.Verify(harbour.NamespaceBundle, []byte(frozen.Message), block)
		if err != nil {
			if !errors.Is(err, harbour.ErrSignature) || key != (harbour.SigningKey{}) {
				t.Errorf("got %v, %v", key, err)
			}
			return
		}
		blob := unarmor(t, block)
		if again := blockOf(key, harbour.NamespaceBundle, blob[len(blob)-ed25519.SignatureSize:]); !bytes.Equal(again, block) {
			t.Error("one signature has two forms")
		}
	})
}
