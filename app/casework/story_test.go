package casework_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"harbour/app/casework"
	"harbour/app/referral"
	"harbour/assets"
	"harbour/crypto"
)

// today is the day of the practice cases.
var today = time.Date(2026, 3, 19, 14, 2, 11, 0, time.UTC)

func program(t testing.TB) casework.Program {
	t.Helper()
	book, err := referral.ReadBook(assets.Vocabularies(), assets.Requirements(), assets.Consents())
	if err != nil {
		t.Fatal(err)
	}
	list, err := assets.Wordlist(assets.CaseWords)
	if err != nil {
		t.Fatal(err)
	}
	p := casework.NewProgram(book, strings.Fields(string(list)), "test")
	p.Now = func() time.Time { return today }
	p.Cost = func() crypto.Cost { return crypto.Cost{MemoryKiB: 64, Time: 1, Threads: 1} }
	return p
}

func passphrase(t testing.TB, words string) *casework.Passphrase {
	t.Helper()
	s := casework.NewPassphrase()
	for _, r := range words {
		if !s.PutRune(r) {
			t.Fatal("passphrase too long")
		}
	}
	t.Cleanup(s.Destroy)
	return s
}

// setUp makes a desk in a folder of its own and unlocks it.
func setUp(t testing.TB, role, name string, practice bool) *casework.Desk {
	t.Helper()
	p, dir := program(t), filepath.Join(t.TempDir(), "vault")
	ctx := context.Background()
	err := p.Create(ctx, dir, passphrase(t, "pebble orchard kettle"), casework.SetUp{Role: role, Name: name, Practice: practice})
	if err != nil {
		t.Fatal(err)
	}
	return unlock(t, p, dir)
}

func unlock(t testing.TB, p casework.Program, dir string) *casework.Desk {
	t.Helper()
	d, err := p.Unlock(context.Background(), dir, passphrase(t, "pebble orchard kettle"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// practice reads one of the invented cases.
func practice(t testing.TB, name string) []byte {
	t.Helper()
	b, err := fs.ReadFile(assets.Practice(), name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// meet makes other known and checked at d.
func meet(t testing.TB, d, other *casework.Desk) casework.Contact {
	t.Helper()
	ctx := context.Background()
	c, err := d.TakeCard(ctx, other.OwnCard(), "")
	if err != nil {
		t.Fatal(err)
	}
	groups := other.OwnGroups()
	var told []string
	for _, n := range c.Ask {
		told = append(told, groups[n-1])
	}
	c, _, err = d.CheckGroups(ctx, c.ID, told, "face to face")
	if err != nil || c.Trust != casework.TrustChecked {
		t.Fatalf("check groups: %v, trust %s", err, c.Trust)
	}
	return c
}

// take takes a practice case in and returns its id.
func take(t testing.TB, d *casework.Desk, name string) referral.ID {
	t.Helper()
	taken, err := d.Take(context.Background(), practice(t, name))
	if err != nil {
		t.Fatal(err)
	}
	return taken.ID
}

func load(t testing.TB, d *casework.Desk, id referral.ID) casework.Case {
	t.Helper()
	c, err := d.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// handOver writes the cases for the contact and returns the file's path.
func handOver(t testing.TB, d *casework.Desk, to casework.Contact, dir string, ids ...referral.ID) string {
	t.Helper()
	ctx := context.Background()
	plan, err := d.Plan(ctx, to.ID, ids...)
	if err != nil {
		t.Fatal(err)
	}
	out, err := d.HandOver(ctx, plan, dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out.Path
}

// TestStory is the whole way of a referral: set up, write, hand over, open,
// receipt.
func TestStory(t *testing.T) {
	ctx := context.Background()
	stick := t.TempDir()
	field, office := setUp(t, casework.RoleField, "Desk 3", true), setUp(t, casework.RoleOffice, "Meridian", true)
	meridian := meet(t, field, office)
	meet(t, office, field)

	id := take(t, field, "family-of-four.json")
	c := load(t, field, id)
	lead := c.Referral.PrincipalPersonID
	letter, statement := practice(t, "letter.png"), practice(t, "statement.txt")
	c, letterDoc, err := field.Attach(ctx, c, casework.Paper{Type: "threat_evidence", Of: lead, Filename: "letter.png"}, bytes.NewReader(letter))
	if err != nil {
		t.Fatal(err)
	}
	c, _, err = field.Attach(ctx, c, casework.Paper{Document: letterDoc, Filename: "statement.txt"}, bytes.NewReader(statement))
	if err != nil {
		t.Fatal(err)
	}

	path := handOver(t, field, meridian, stick, id)
	if s, _ := field.Summary(id); s.State != referral.ProgressHandedOver {
		t.Errorf("field: state %s after hand-over", s.State)
	}
	got, err := office.Open(ctx, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Cases) != 1 || got.Contact.Name != "Desk 3" || got.Trust != casework.TrustChecked || got.Cases[0].Version != 1 {
		t.Fatalf("received %+v", got)
	}
	there := load(t, office, got.Cases[0].ID)
	if len(there.Referral.People) != len(c.Referral.People) || there.Referral.Notes != "" {
		t.Errorf("got %d people, notes %q", len(there.Referral.People), there.Referral.Notes)
	}
	checkAttachments(t, office, there, letterDoc, letter, statement)

	receipt, err := office.Accept(ctx, got.BundleID, stick, nil)
	if err != nil {
		t.Fatal(err)
	}
	ack, err := field.TakeReceipt(ctx, receipt.Path)
	if err != nil {
		t.Fatal(err)
	}
	if ack.State != "stored" || len(ack.Cases) != 1 || ack.Cases[0].Result != "new" {
		t.Errorf("acknowledged %+v", ack)
	}
	if s, _ := field.Summary(id); s.State != referral.ProgressAcknowledged {
		t.Errorf("field: state %s after receipt", s.State)
	}
	reopenEqual(t, field, id)
	for _, d := range []*casework.Desk{office} {
		if r, err := d.Verify(ctx, nil); err != nil || !r.Sound {
			t.Errorf("verify: %+v, %v", r, err)
		}
	}
}

func checkAttachments(t *testing.T, d *casework.Desk, c casework.Case, document referral.ID, want ...[]byte) {
	t.Helper()
	n := slices.IndexFunc(c.Referral.Documents, func(doc referral.Document) bool { return doc.ID == document })
	if n < 0 || len(c.Referral.Documents[n].Attachments) != len(want) {
		t.Fatalf("attachments did not arrive")
	}
	for i, a := range c.Referral.Documents[n].Attachments {
		r, err := d.Attachment(context.Background(), c.ID, a.ID)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(r)
		if err != nil || !bytes.Equal(got, want[i]) {
			t.Errorf("attachment %d: %d bytes, %v", i, len(got), err)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
}

// reopenEqual locks and unlocks the desk and finds the case as it was.
func reopenEqual(t *testing.T, d *casework.Desk, id referral.ID) {
	t.Helper()
	before := load(t, d, id)
	events := len(d.Activity())
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	again := unlock(t, program(t), d.Dir())
	after := load(t, again, id)
	if after.Referral.CaseCode != before.Referral.CaseCode || len(after.Progress.HandOvers) != 1 || len(after.Progress.Receipts) != 1 {
		t.Errorf("after unlocking: %+v", after.Progress)
	}
	if len(again.Activity()) != events {
		t.Errorf("got %d events, want %d", len(again.Activity()), events)
	}
	if r, err := again.Verify(context.Background(), nil); err != nil || !r.Sound {
		t.Errorf("verify: %+v, %v", r, err)
	}
}

func TestHandOver_refuses(t *testing.T) {
	ctx := context.Background()
	stick := t.TempDir()
	field, office := setUp(t, casework.RoleField, "Desk 3", true), setUp(t, casework.RoleOffice, "Meridian", true)
	ready, notReady := take(t, field, "one-in-hiding.json"), take(t, field, "not-ready.json")

	amber, err := field.TakeCard(ctx, office.OwnCard(), "")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := field.Plan(ctx, amber.ID, ready)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := field.HandOver(ctx, plan, stick, nil); !errors.Is(err, casework.ErrNotChecked) {
		t.Errorf("not checked: got %v", err)
	}
	green := meet(t, field, office)
	if _, err := field.HandOver(ctx, plan, stick, nil); !errors.Is(err, casework.ErrPlanPassed) {
		t.Errorf("plan of an unchecked contact: got %v", err)
	}
	if plan, err = field.Plan(ctx, green.ID, notReady); err != nil {
		t.Fatal(err)
	}
	if _, err := field.HandOver(ctx, plan, stick, nil); !errors.Is(err, casework.ErrNotReady) {
		t.Errorf("not ready: got %v", err)
	}
	if plan, err = field.Plan(ctx, green.ID, ready); err != nil {
		t.Fatal(err)
	}
	if _, err := field.Save(ctx, load(t, field, ready)); err != nil {
		t.Fatal(err)
	}
	if _, err := field.HandOver(ctx, plan, stick, nil); !errors.Is(err, casework.ErrPlanPassed) {
		t.Errorf("changed since: got %v", err)
	}
	if left, err := os.ReadDir(stick); err != nil || len(left) != 0 {
		t.Errorf("files left: %v, %v", left, err)
	}
	practiceOffice := setUp(t, casework.RoleOffice, "Real", false)
	if _, err := field.TakeCard(ctx, practiceOffice.OwnCard(), ""); !errors.Is(err, casework.ErrPractice) {
		t.Errorf("real card in practice: got %v", err)
	}
}

func TestOpen_refuses(t *testing.T) {
	ctx := context.Background()
	stick := t.TempDir()
	field, office := setUp(t, casework.RoleField, "Desk 3", true), setUp(t, casework.RoleOffice, "Meridian", true)
	other := setUp(t, casework.RoleOffice, "Northern", true)
	meridian := meet(t, field, office)
	id := take(t, field, "one-in-hiding.json")
	path := handOver(t, field, meridian, stick, id)

	got, err := office.Open(ctx, path, nil)
	if !errors.Is(err, casework.ErrUnknownSender) || got.Contact.Name != "Desk 3" || got.Contact.Trust != casework.TrustUnknown {
		t.Fatalf("unknown sender: got %v, contact %+v", err, got.Contact)
	}
	if len(office.All()) != 0 || len(office.Inbox()) != 0 {
		t.Error("something of an unknown sender was taken in")
	}
	groups := field.OwnGroups()
	var told []string
	for _, n := range got.Contact.Ask {
		told = append(told, groups[n-1])
	}
	if _, _, err := office.CheckGroups(ctx, got.Contact.ID, told, "phone"); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Open(ctx, path, nil); !errors.Is(err, casework.ErrNotRecipient) {
		t.Errorf("wrong recipient: got %v", err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		file []byte
		want error
		last string // what the activity ends with: a short copy is nobody's deed
	}{
		{"truncated", whole[:len(whole)-70_000], casework.ErrTruncated, casework.EventTrust},
		{"flipped bit", flip(whole, len(whole)-100), casework.ErrChanged, casework.EventRefused},
	} {
		broken := filepath.Join(stick, c.name)
		if err := os.WriteFile(broken, c.file, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := office.Open(ctx, broken, nil); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, err, c.want)
		}
		if e := office.Activity()[0]; e.What != c.last || e.Name != "Desk 3" {
			t.Errorf("%s: the activity ends with %+v", c.name, e)
		}
	}
	if len(office.All()) != 0 {
		t.Error("something of a broken file was taken in")
	}
	first, err := office.Open(ctx, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	again, err := office.Open(ctx, path, nil)
	if err != nil || !again.Again || again.BundleID != first.BundleID || len(office.All()) != 1 {
		t.Errorf("replay: got %+v, %v", again, err)
	}
	olderVersion(t, field, office, meridian, stick, id, path)
}

// olderVersion hands a case over twice and opens the files in the wrong order.
func olderVersion(t *testing.T, field, office *casework.Desk, to casework.Contact, stick string, id referral.ID, first string) {
	t.Helper()
	ctx := context.Background()
	c := load(t, field, id)
	c.Referral.Claim.ReasonFled.Note = "said again"
	if _, err := field.Save(ctx, c); err != nil {
		t.Fatal(err)
	}
	second := handOver(t, field, to, stick, id)
	got, err := office.Open(ctx, second, nil)
	if err != nil || got.Cases[0].Result != "newer" || got.Cases[0].Version != 2 {
		t.Fatalf("second version: %+v, %v", got, err)
	}
	third := handOver(t, field, to, stick, id)
	got, err = office.Open(ctx, third, nil)
	if err != nil || got.Cases[0].Result != "same" {
		t.Errorf("the same again: %+v, %v", got, err)
	}
	if got, err = office.Open(ctx, first, nil); err != nil || !got.Again {
		t.Errorf("the first again: %+v, %v", got, err)
	}
	if there := load(t, office, got.Cases[0].ID); there.Referral.Claim.ReasonFled.Note != "said again" {
		t.Error("an older version came over a newer one")
	}
}

func flip(b []byte, at int) []byte {
	c := bytes.Clone(b)
	c[at] ^= 1
	return c
}
