package casework_test

import (
	"context"
	"fmt"
	"testing"

	"harbour/app/casework"
	"harbour/app/referral"
)

// visit changes the notes in a visit of its own.
func visit(t *testing.T, d *casework.Desk, c casework.Case, notes string) casework.Case {
	t.Helper()
	c.Referral.Notes = notes
	c, err := d.SaveVisit(context.Background(), c, casework.Place{Case: c.ID, Section: referral.SectionQuick})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// notesOf reads the notes of all versions, the newest first.
func notesOf(t *testing.T, d *casework.Desk, id referral.ID) []string {
	t.Helper()
	versions, err := d.Versions(id)
	if err != nil {
		t.Fatal(err)
	}
	var notes []string
	for _, v := range versions {
		r, err := d.ReadVersion(context.Background(), v)
		if err != nil {
			t.Fatal(err)
		}
		notes = append(notes, r.Notes)
	}
	return notes
}

func TestVisitsAreKept(t *testing.T) {
	d := setUp(t, casework.RoleField, "Desk 3", true)
	c := load(t, d, take(t, d, "one-in-hiding.json"))
	for i := range 3 {
		c = visit(t, d, c, fmt.Sprint("visit ", i))
	}
	before := fmt.Sprint(notesOf(t, d, c.ID)[:2])
	if want := fmt.Sprint([]string{"visit 1", "visit 0"}); before != want {
		t.Errorf("got %s, want %s", before, want)
	}
	// They are there at the next unlock, and go with the case.
	dir := d.Dir()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d = unlock(t, program(t), dir)
	if got := fmt.Sprint(notesOf(t, d, c.ID)[:2]); got != before {
		t.Errorf("after unlock: got %s, want %s", got, before)
	}
	if err := d.Remove(context.Background(), c.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Versions(c.ID); err != casework.ErrNotFound {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}

// What was handed over outlives any number of visits.
func TestVisitsAreBounded(t *testing.T) {
	field, office := setUp(t, casework.RoleField, "Desk 3", true), setUp(t, casework.RoleOffice, "Meridian", true)
	to := meet(t, field, office)
	meet(t, office, field)
	c := load(t, field, take(t, field, "one-in-hiding.json"))
	handOver(t, field, to, t.TempDir(), c.ID)
	c = load(t, field, c.ID)
	for i := range 60 {
		c = visit(t, field, c, fmt.Sprint("visit ", i))
	}
	versions, err := field.Versions(c.ID)
	if err != nil {
		t.Fatal(err)
	}
	last := versions[len(versions)-1]
	if len(versions) != 51 || last.Number != 1 {
		t.Errorf("got %d versions, the oldest number %d; want 51 and 1", len(versions), last.Number)
	}
	if got := notesOf(t, field, c.ID)[0]; got != "visit 58" {
		t.Errorf("got %q as the newest", got)
	}
}

// A visit alone does not change under which number a case goes.
func TestVisitsAreNoVersions(t *testing.T) {
	field, office := setUp(t, casework.RoleField, "Desk 3", true), setUp(t, casework.RoleOffice, "Meridian", true)
	to := meet(t, field, office)
	meet(t, office, field)
	c := load(t, field, take(t, field, "one-in-hiding.json"))
	visit(t, field, c, "before the first hand-over")
	handOver(t, field, to, t.TempDir(), c.ID)
	if got := load(t, field, c.ID).Progress.HandOvers[0].Version; got != 1 {
		t.Errorf("got version %d, want 1", got)
	}
}
