package casework_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"harbour/app/casework"
	"harbour/app/referral"
)

// TestHandOver_again_and_again hands a case over whose progress is full. The
// newest of it stays, and the number of the version counts on.
func TestHandOver_again_and_again(t *testing.T) {
	ctx := context.Background()
	field, office := setUp(t, casework.RoleField, "Desk 3", true), setUp(t, casework.RoleOffice, "Meridian", true)
	meridian := meet(t, field, office)
	id := take(t, field, "one-in-hiding.json")
	const before, again = 120, 3
	if err := casework.FillProgress(ctx, field, id, before); err != nil {
		t.Fatal(err)
	}
	for n := range again {
		c := load(t, field, id)
		c.Referral.Notes = fmt.Sprint(n)
		if _, err := field.Save(ctx, c); err != nil {
			t.Fatal(err)
		}
		handOver(t, field, meridian, t.TempDir(), id)
	}
	if err := field.Close(); err != nil {
		t.Fatal(err)
	}
	p := load(t, unlock(t, program(t), field.Dir()), id).Progress
	if n := len(p.HandOvers); n >= before || n < before/2 {
		t.Fatalf("%d hand-overs are kept", n)
	}
	for i, h := range p.HandOvers {
		if want := before + again - len(p.HandOvers) + i + 1; h.Version != want {
			t.Fatalf("hand-over %d has version %d, want %d", i, h.Version, want)
		}
	}
}

// TestPlan_refuses_too_many_cases before anything is written.
func TestPlan_refuses_too_many_cases(t *testing.T) {
	ctx := context.Background()
	field, office := setUp(t, casework.RoleField, "Desk 3", true), setUp(t, casework.RoleOffice, "Meridian", true)
	meridian := meet(t, field, office)
	id := take(t, field, "one-in-hiding.json")
	if err := casework.Fill(ctx, field, load(t, field, id), 120); err != nil {
		t.Fatal(err)
	}
	if err := field.Close(); err != nil {
		t.Fatal(err)
	}
	field = unlock(t, program(t), field.Dir())
	var ids []referral.ID
	for _, s := range field.All() {
		ids = append(ids, s.ID)
	}
	if _, err := field.Plan(ctx, meridian.ID, ids...); !errors.Is(err, casework.ErrTooManyCases) || !errors.Is(err, casework.ErrTooLarge) {
		t.Errorf("%d cases: got %v", len(ids), err)
	}
	ids = ids[:60]
	meet(t, office, field)
	path := handOver(t, field, meridian, t.TempDir(), ids...)
	got, err := office.Open(ctx, path, nil)
	if err != nil || len(got.Cases) != len(ids) {
		t.Fatalf("%d cases: opened %d, %v", len(ids), len(got.Cases), err)
	}
	stick := t.TempDir()
	receipt, err := office.Accept(ctx, got.BundleID, stick, nil)
	if err != nil {
		t.Fatal(err)
	}
	if ack, err := field.TakeReceipt(ctx, receipt.Path); err != nil || len(ack.Cases) != len(ids) {
		t.Errorf("receipt of %d cases: %d, %v", len(ids), len(ack.Cases), err)
	}
	if left, err := os.ReadDir(stick); err != nil || len(left) != 1 {
		t.Errorf("files: %v, %v", left, err)
	}
}

// TestSave_refuses_no_content: what lists show of a case is cut, the case is
// not.
func TestSave_refuses_no_content(t *testing.T) {
	ctx := context.Background()
	d := setUp(t, casework.RoleField, "Desk 3", true)
	id := take(t, d, "family-of-four.json")
	c := load(t, d, id)
	long := strings.Repeat("Ⴟ\"", 10_000)
	r := &c.Referral
	lead := r.Principal()
	lead.CityArea = referral.Answer[string]{Value: &long}
	lead.Names[0].Full = long
	place := casework.Place{Case: id, Section: referral.SectionPeople, Path: "people/" + long}
	if _, err := d.SaveAt(ctx, c, place); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d = unlock(t, program(t), d.Dir())
	c = load(t, d, id)
	if got := r.Principal().CityArea.Get(); got != long {
		t.Errorf("the case has %d bytes, want %d", len(got), len(long))
	}
	if s, _ := d.Summary(id); s.Place == "" || len(s.Place) > 300 || len(s.Who) == 0 {
		t.Errorf("the summary has a place of %d bytes and %d people", len(s.Place), len(s.Who))
	}
	if got := d.Place(); got.Case != id || got.Section != referral.SectionPeople || got.Path != "" {
		t.Errorf("returns to %q, a path of %d bytes", got.Section, len(got.Path))
	}
}

// TestTake_refuses_a_long_id: it stands in every head of the case.
func TestTake_refuses_a_long_id(t *testing.T) {
	var document map[string]any
	if err := json.Unmarshal(practice(t, "family-of-four.json"), &document); err != nil {
		t.Fatal(err)
	}
	document["id"] = strings.Repeat("A", 65)
	text, err := json.Marshal(document)
	if err != nil {
		t.Fatal(err)
	}
	d := setUp(t, casework.RoleField, "Desk 3", true)
	if _, err := d.Take(context.Background(), bytes.TrimSpace(text)); !errors.Is(err, casework.ErrMalformed) {
		t.Errorf("got %v", err)
	}
}
