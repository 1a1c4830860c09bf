package bundle_test

import (
	"bytes"
	"context"
	"crypto/sha512"
	"hash"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"harbour/crypto"
	"harbour/crypto/bundle"
)

// desk is one end of a hand-over.
type desk struct {
	identity *crypto.Identity
	card     bundle.Card
}

func newDesk(t testing.TB, name, role string) desk {
	t.Helper()
	id, err := crypto.NewIdentity()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(id.Destroy)
	card, err := bundle.NewCard(id, bundle.Card{Name: name, Role: role, From: "2026-02-02", Until: "2029-02-02"})
	if err != nil {
		t.Fatal(err)
	}
	return desk{id, card}
}

// seed is the desk's signing seed, and ageIdentity its age identity as age
// writes it: what a stock program needs to stand in for the desk.
func (d desk) seed() []byte        { return d.identity.Marshal()[1:33] }
func (d desk) ageIdentity() []byte { return d.identity.Marshal()[33:] }

func header() bundle.Header {
	return bundle.Header{
		Kind: bundle.KindReferral, BundleID: strings.Repeat("0a", 16), Seq: 1,
		Audit: strings.Repeat("0b", 32), Say: strings.Repeat("0c", 16), Lang: "en",
		Created: time.Date(2026, 2, 2, 10, 0, 0, 0, time.UTC), App: "1.0.0",
	}
}

func attachment(content []byte) bundle.Attachment {
	return bundle.Attachment{
		Size: int64(len(content)), SHA512: sha512.Sum512(content),
		Open: func(context.Context) (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil },
	}
}

const record = `{"schema":"case/1","id":"A"}`

func outgoing(from, to desk, contents ...[]byte) bundle.Outgoing {
	out := bundle.Outgoing{
		Header: header(), Sender: from.identity, Card: from.card, Recipient: to.card,
		Records: [][]byte{[]byte(record)},
	}
	for _, c := range contents {
		out.Attachments = append(out.Attachments, attachment(c))
	}
	return out
}

func write(t testing.TB, out bundle.Outgoing) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := bundle.Write(context.Background(), &b, out, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// staged keeps an attachment in memory.
type staged struct {
	bytes.Buffer
	sum hash.Hash
}

func (s *staged) Write(p []byte) (int, error) {
	s.sum.Write(p)
	return s.Buffer.Write(p)
}
func (s *staged) Close() error              { return nil }
func (s *staged) SHA512() [sha512.Size]byte { return [sha512.Size]byte(s.sum.Sum(nil)) }

// stagedOnDisk keeps an attachment in a file.
type stagedOnDisk struct {
	*os.File
	sum hash.Hash
}

func (s *stagedOnDisk) Write(p []byte) (int, error) {
	s.sum.Write(p)
	return s.File.Write(p)
}
func (s *stagedOnDisk) SHA512() [sha512.Size]byte { return [sha512.Size]byte(s.sum.Sum(nil)) }

// options read at a desk, take every sender and keep nothing.
func options(at desk) bundle.Options {
	return bundle.Options{
		Identities: []*crypto.Identity{at.identity},
		Limits:     bundle.DefaultLimits(),
		Judge:      func(bundle.Arrival) error { return nil },
		Stage:      func(int, int64) (bundle.StagedFile, error) { return &staged{sum: sha512.New()}, nil },
	}
}

// read reads a bundle at to and returns it with its attachments.
func read(t testing.TB, file []byte, to desk) (bundle.Bundle, []*staged, error) {
	t.Helper()
	var files []*staged
	o := options(to)
	o.Stage = func(int, int64) (bundle.StagedFile, error) {
		s := &staged{sum: sha512.New()}
		files = append(files, s)
		return s, nil
	}
	b, err := bundle.Read(context.Background(), bytes.NewReader(file), o)
	return b, files, err
}

// noise is n bytes that are always the same and look like nothing.
func noise(n int) []byte {
	b := make([]byte, n)
	rand.NewChaCha8([32]byte{1}).Read(b)
	return b
}

func writeFile(t testing.TB, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(name, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// program finds a stock program, or skips the test. AGE names age where it is
// not in PATH.
func program(t testing.TB, name string) string {
	t.Helper()
	candidates := []string{name}
	if name == "age" {
		candidates = []string{os.Getenv("AGE"), name, filepath.Join(goBin(), name)}
	}
	for _, c := range candidates {
		if path, err := exec.LookPath(c); err == nil {
			return path
		}
	}
	t.Skipf("%s is not installed", name)
	return ""
}

func goBin() string {
	if dir := os.Getenv("GOBIN"); dir != "" {
		return dir
	}
	if dir := os.Getenv("GOPATH"); dir != "" {
		return filepath.Join(dir, "bin")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, "go", "bin")
}

// decrypted is the content of a bundle as age gives it.
func decrypted(t testing.TB, file []byte, at desk) []byte {
	t.Helper()
	r, err := at.identity.Open(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}
