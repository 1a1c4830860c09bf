package casework_test

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"harbour/app/casework"
	"harbour/app/referral"
)

// TestCompartments keeps each kind, reads it after a lock, and finds it in the
// document and not in what leaves.
func TestCompartments(t *testing.T) {
	ctx := context.Background()
	d := setUp(t, casework.RoleField, "Field", true)
	id := take(t, d, "one-in-hiding.json")
	lead := load(t, d, id).Referral.PrincipalPersonID
	if d.HasScreening(id) || d.HasApart(id) {
		t.Error("a new case has compartments that nobody filled")
	}
	screening := []referral.Screening{{
		ID: d.NewID(), Person: lead, AskedOn: "2026-03-19", DetainedOrJailedWhy: "Two nights, for a march.",
		DetainedOrJailed: referral.Given(true), MilitaryService: referral.Without[bool](referral.Declined, ""),
	}}
	apart := []referral.Apart{{ID: d.NewID(), Person: lead, Section: referral.SectionFamily, Text: "A first marriage.", Why: "fear_of_harm"}}
	if err := errors.Join(d.SaveScreening(ctx, id, screening), d.SaveApart(ctx, id, apart)); err != nil {
		t.Fatal(err)
	}
	if err := d.SaveScreening(ctx, "NOBODY", screening); !errors.Is(err, casework.ErrNotFound) {
		t.Errorf("of no case: got %v", err)
	}

	p, dir := program(t), d.Dir()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d = unlock(t, p, dir)
	if !d.HasScreening(id) || !d.HasApart(id) {
		t.Error("a compartment is gone after a lock")
	}
	if got, err := d.Screening(ctx, id); err != nil || !reflect.DeepEqual(got, screening) {
		t.Errorf("screening %+v, %v", got, err)
	}
	if got, err := d.Apart(ctx, id); err != nil || !reflect.DeepEqual(got, apart) {
		t.Errorf("apart %+v, %v", got, err)
	}
	doc, err := d.Document(ctx, id)
	if err != nil || len(doc.Screening) != 1 || len(doc.Apart) != 1 {
		t.Errorf("document has %d and %d, %v", len(doc.Screening), len(doc.Apart), err)
	}
	if err := d.Remove(ctx, id); err != nil {
		t.Fatal(err)
	}
	if d.HasScreening(id) || d.HasApart(id) {
		t.Error("a compartment outlives its case")
	}
}
