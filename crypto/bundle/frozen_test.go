package bundle_test

import (
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	jsonv2 "github.com/go-json-experiment/json"

	"harbour/crypto"
	"harbour/crypto/bundle"
)

// update makes the frozen files of version 1 anew. They are read by everybody
// who writes a reader: make them anew only for a new version, under its name.
var update = flag.Bool("update", false, "make the frozen files anew")

const frozenDir = "testdata/v1"

// expectation is what a reader must find in a frozen bundle.
type expectation struct {
	Sender      string   `json:"sender"`
	Kind        string   `json:"kind"`
	Practice    bool     `json:"practice"`
	TagManifest string   `json:"tagmanifest_sha512"`
	Records     []string `json:"records"`
	Attachments []string `json:"attachments"` // SHA-512
}

// expectations is what testdata/v1/expected.json holds.
type expectations struct {
	Cards   map[string]string      `json:"cards"`  // id by name
	Groups  map[string]string      `json:"groups"` // twelve groups by name
	Bundles map[string]expectation `json:"bundles"`
}

func frozen(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(frozenDir, name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func unhex(t testing.TB, text []byte) []byte {
	t.Helper()
	b, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func jsonText(h bundle.Header) (string, error) {
	b, err := jsonv2.Marshal(h, jsonv2.Deterministic(true))
	return string(b) + "\n", err
}

func TestFrozen_bundles_are_read(t *testing.T) {
	if *update {
		freeze(t)
	}
	var want expectations
	if err := json.Unmarshal(frozen(t, "expected.json"), &want); err != nil {
		t.Fatal(err)
	}
	office := fixedDesk(t, "office")
	for name, w := range want.Bundles {
		t.Run(name, func(t *testing.T) {
			got, err := found(t, frozen(t, name), office)
			if err != nil {
				t.Fatal(err)
			}
			if fmt.Sprint(got) != fmt.Sprint(w) {
				t.Errorf("got %v, want %v", got, w)
			}
		})
	}
	for name, id := range want.Cards {
		card := fixedDesk(t, name).card
		if got := card.ID(); fmt.Sprintf("%x", got[:]) != id || fmt.Sprint(crypto.GroupsOf(got)) != want.Groups[name] {
			t.Errorf("card %s: got %x and %v", name, got, crypto.GroupsOf(got))
		}
	}
	if len(want.Bundles) != 3 || len(want.Cards) != 2 {
		t.Errorf("got %d bundles and %d cards", len(want.Bundles), len(want.Cards))
	}
}

// found is what reading a bundle finds.
func found(t testing.TB, file []byte, at desk) (expectation, error) {
	b, files, err := read(t, file, at)
	if err != nil {
		return expectation{}, err
	}
	e := expectation{
		Sender: b.Header.Sender, Kind: string(b.Header.Kind), Practice: b.Card.Practice,
		TagManifest: hex.EncodeToString(b.TagManifest[:]), Records: []string{}, Attachments: []string{},
	}
	for _, r := range b.Records {
		e.Records = append(e.Records, string(r))
	}
	for _, f := range files {
		sum := f.SHA512()
		e.Attachments = append(e.Attachments, hex.EncodeToString(sum[:]))
	}
	return e, nil
}

func freeze(t *testing.T) {
	field, office := newDesk(t, "Desk 3, Harbour Mission", bundle.RoleField), newDesk(t, "Meridian, resettlement desk", bundle.RoleOffice)
	practice := field
	practice.card = practiceCard(t, field)
	receipt, err := bundle.Receipt{
		ID: "r1", BundleID: strings.Repeat("0d", 16), TagManifestSHA512: strings.Repeat("0e", 64), State: bundle.ReceiptStored,
		Records: []bundle.ReceiptRecord{{ID: "A", Version: 1, Result: bundle.ResultNew}},
	}.Encode()
	if err != nil {
		t.Fatal(err)
	}
	answer := outgoing(field, office)
	answer.Header.Kind, answer.Records = bundle.KindReceipt, [][]byte{receipt}
	bundles := map[string]bundle.Outgoing{
		"referral.age": outgoing(field, office, []byte("A letter of a person who does not exist.\n"), nil, noise(1000)),
		"practice.age": outgoing(practice, office),
		"receipt.age":  answer,
	}
	if err := os.MkdirAll(frozenDir, 0o755); err != nil {
		t.Fatal(err)
	}
	want := expectations{Cards: map[string]string{}, Groups: map[string]string{}, Bundles: map[string]expectation{}}
	for name, d := range map[string]desk{"field": field, "office": office} {
		writeFile(t, filepath.Join(frozenDir, name+".card"), d.card.Text())
		writeFile(t, filepath.Join(frozenDir, name+".seed"), []byte(hex.EncodeToString(d.seed())+"\n"))
		writeFile(t, filepath.Join(frozenDir, name+".key"), append(d.ageIdentity(), '\n'))
		id := d.card.ID()
		want.Cards[name], want.Groups[name] = hex.EncodeToString(id[:]), fmt.Sprint(crypto.GroupsOf(id))
	}
	for name, out := range bundles {
		file := write(t, out)
		writeFile(t, filepath.Join(frozenDir, name), file)
		e, err := found(t, file, office)
		if err != nil {
			t.Fatal(err)
		}
		want.Bundles[name] = e
	}
	text, err := json.MarshalIndent(want, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(frozenDir, "expected.json"), append(text, '\n'))
}

func practiceCard(t testing.TB, d desk) bundle.Card {
	t.Helper()
	c := d.card
	c.Practice = true
	card, err := bundle.NewCard(d.identity, c)
	if err != nil {
		t.Fatal(err)
	}
	return card
}
