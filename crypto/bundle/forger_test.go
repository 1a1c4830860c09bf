package bundle_test

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/bits"
	"strings"
	"testing"

	"filippo.io/age"

	"harbour/crypto"
	"harbour/crypto/bundle"
)

// part is an entry of the tar. What is nil is made as the format says.
type part struct {
	name    string
	content []byte
	header  []byte
	padding []byte
}

// forger writes bundles by FORMAT.md and not by the package's own code, so
// that every piece can be another than it should be. Its functions, which may
// be nil, change a piece before the next one is made from it.
type forger struct {
	from, to desk

	members     map[string]any           // over those of bundle.json
	headText    func(string) string      // bundle.json as text
	records     string                   // records.jsonl
	attachments []string                 // contents
	bagit       string                   // bagit.txt
	bagInfo     func(string) string      // bag-info.txt
	manifest    func(string) string      // manifest-sha512.txt
	tags        func(string) string      // tagmanifest-sha512.txt, before it is signed
	sign        func(tags []byte) []byte // makes the signature
	parts       func([]part) []part      // the entries, after signing
	end         func([]byte) []byte      // the plain tar without end mark
	tar         func([]byte) []byte      // the plain tar with its padding
	recipients  []age.Recipient          // of the envelope
}

func newForger(from, to desk) *forger {
	return &forger{
		from: from, to: to, members: map[string]any{}, records: record + "\n",
		attachments: []string{"a letter", ""}, bagit: "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
	}
}

func changed(f func(string) string, s string) string {
	if f == nil {
		return s
	}
	return f(s)
}

func changedBytes(f func([]byte) []byte, b []byte) []byte {
	if f == nil {
		return b
	}
	return f(b)
}

// forge returns the finished file.
func (f *forger) forge(t testing.TB) []byte {
	t.Helper()
	recipients := f.recipients
	if recipients == nil {
		recipients = []age.Recipient{ageRecipient(t, f.to.card.Age)}
	}
	return seal(t, f.plain, recipients...)
}

// seal encrypts what plain makes for a header to recipients.
func seal(t testing.TB, plain func(t testing.TB, header []byte) []byte, recipients ...age.Recipient) []byte {
	t.Helper()
	var file bytes.Buffer
	w, err := age.Encrypt(&file, recipients...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(plain(t, bytes.Clone(file.Bytes()[:file.Len()-16]))); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// constant is a plain content that does not depend on its envelope.
func constant(plain []byte) func(testing.TB, []byte) []byte {
	return func(testing.TB, []byte) []byte { return plain }
}

func ageRecipient(t testing.TB, s string) age.Recipient {
	t.Helper()
	r, err := age.ParseHybridRecipient(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// plain is the padded tar inside a file that begins with header.
func (f *forger) plain(t testing.TB, header []byte) []byte {
	t.Helper()
	manifest := sumLine(f.records, "data/records.jsonl")
	payload := len(f.records)
	for i, a := range f.attachments {
		manifest += sumLine(a, fmt.Sprintf("data/att/%04d.bin", i+1))
		payload += len(a)
	}
	manifest = changed(f.manifest, manifest)
	files := []part{
		{name: "bagit.txt", content: []byte(f.bagit)},
		{name: "bundle.json", content: []byte(f.headerText(t, header, payload))},
		{name: "bag-info.txt", content: []byte(changed(f.bagInfo, fmt.Sprintf("Payload-Oxum: %d.%d\n", payload, 1+len(f.attachments))))},
		{name: "manifest-sha512.txt", content: []byte(manifest)},
	}
	var tags string
	for _, p := range files {
		tags += sumLine(string(p.content), p.name)
	}
	tags = changed(f.tags, tags)
	files = append(files,
		part{name: "tagmanifest-sha512.txt", content: []byte(tags)},
		part{name: "tagmanifest-sha512.txt.sig", content: f.signature(t, []byte(tags))},
		part{name: "data/records.jsonl", content: []byte(f.records)})
	for i, a := range f.attachments {
		files = append(files, part{name: fmt.Sprintf("data/att/%04d.bin", i+1), content: []byte(a)})
	}
	if f.parts != nil {
		files = f.parts(files)
	}
	return changedBytes(f.tar, padded(changedBytes(f.end, joined(files))))
}

func (f *forger) signature(t testing.TB, tags []byte) []byte {
	if f.sign != nil {
		return f.sign(tags)
	}
	return sign(t, f.from.identity, crypto.NamespaceBundle, tags)
}

func sign(t testing.TB, by *crypto.Identity, ns crypto.Namespace, message []byte) []byte {
	t.Helper()
	sig, err := by.Sign(ns, message)
	if err != nil {
		t.Fatal(err)
	}
	return sig
}

// headerText is bundle.json.
func (f *forger) headerText(t testing.TB, envelope []byte, payload int) string {
	t.Helper()
	card := string(f.from.card.Text())
	m := map[string]any{
		"format": "harbour-bundle", "version": 1, "critical": []string{}, "kind": "referral",
		"bundle_id": strings.Repeat("0a", 16), "set": strings.Repeat("0a", 16), "volume": []int{1, 1},
		"sender": cardID(card), "card": card, "recipients": []string{hexSum(f.to.card.Age)},
		"age_header_sha256": hexSum(string(envelope)), "seq": 1, "prev": "",
		"audit": strings.Repeat("0b", 32), "say": strings.Repeat("0c", 16), "lang": "en",
		"created":     "2026-02-02T10:00:00Z",
		"counts":      map[string]int{"records": strings.Count(f.records, "\n"), "attachments": len(f.attachments)},
		"total_bytes": payload, "app": "1.0.0",
	}
	for name, value := range f.members {
		if m[name] = value; value == nil {
			delete(m, name)
		}
	}
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return changed(f.headText, string(b)+"\n")
}

// cardID is the id of a card's text, as head -n 3 | sha256sum finds it.
func cardID(card string) string {
	return hexSum(strings.Join(strings.SplitAfterN(card, "\n", 4)[:3], ""))
}

func hexSum(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

func sumLine(content, name string) string {
	sum := sha512.Sum512([]byte(content))
	return hex.EncodeToString(sum[:]) + "  " + name + "\n"
}

// joined is the tar of parts without an end mark.
func joined(parts []part) []byte {
	var b bytes.Buffer
	for _, p := range parts {
		if p.header == nil {
			p.header = ustar(p.name, fmt.Sprintf("%011o\x00", len(p.content)), '0')
		}
		if p.padding == nil {
			p.padding = make([]byte, -len(p.content)&511)
		}
		b.Write(p.header)
		b.Write(p.content)
		b.Write(p.padding)
	}
	return b.Bytes()
}

// ustar is a header block: the fields that FORMAT.md lists, and nothing else.
func ustar(name, size string, kind byte) []byte {
	h := make([]byte, 512)
	copy(h, name)
	copy(h[100:], "0000600\x000000000\x000000000\x00")
	copy(h[124:136], size)
	copy(h[136:], "00000000000\x00")
	h[156] = kind
	copy(h[257:], "ustar\x0000")
	copy(h[329:], "0000000\x000000000\x00")
	return summed(h)
}

// summed puts the checksum of a header right.
func summed(h []byte) []byte {
	copy(h[148:156], "        ")
	var sum int
	for _, b := range h {
		sum += int(b)
	}
	copy(h[148:], fmt.Sprintf("%06o\x00 ", sum))
	return h
}

// padded adds the end mark and fills up to the size that FORMAT.md gives.
func padded(tar []byte) []byte {
	n := uint64(len(tar) + 1024)
	e := bits.Len64(n) - 1
	last := max(e-bits.Len(uint(e)), 0)
	size := max((n+1<<last-1)>>last<<last, 256<<10)
	return append(tar, make([]byte, int(size)-len(tar))...)
}

// stage says how far a refused bundle may come.
type stage int

const (
	front   stage = iota // nothing is judged
	content              // judged, perhaps staged, never accepted
)

// refuse reads file and fails unless it is refused with want, no later than
// may, in bounded memory, and with no attachment staged before the judgement.
func refuse(t *testing.T, file []byte, at desk, may stage, want error) {
	t.Helper()
	judged, stagedFiles := 0, 0
	o := options(at)
	o.Judge = func(bundle.Arrival) error { judged++; return nil }
	stage := o.Stage
	o.Stage = func(n int, size int64) (bundle.StagedFile, error) {
		if stagedFiles++; judged == 0 {
			t.Error("staged before the sender was judged")
		}
		return stage(n, size)
	}
	grown, took, err := measured(func() error {
		_, err := bundle.Read(t.Context(), bytes.NewReader(file), o)
		return err
	})
	if !errorIs(err, want) {
		t.Errorf("got %v, want %v", err, want)
	}
	if may == front && judged > 0 {
		t.Error("judged although the front does not hold")
	}
	if grown > 256<<20 || took > 2e9 {
		t.Errorf("took %d MiB and %v", grown>>20, took)
	}
}
