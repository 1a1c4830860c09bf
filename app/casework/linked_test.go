package casework_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"harbour/app/casework"
	"harbour/app/referral"
)

func TestDesk_KnownPeople(t *testing.T) {
	d := setUp(t, casework.RoleField, "Nairobi desk", true)
	ctx := context.Background()
	id := take(t, d, "family-of-four.json")
	tests := []struct {
		query string
		not   referral.ID
		want  []string
	}{
		{"sohr", "", []string{"Sohrab Karimi"}},
		{"karimi", "", []string{"Sohrab Karimi", "Habib Karimi"}},
		{"سهراب", "", []string{"Sohrab Karimi"}},
		{"karimi", id, nil},
		{"nairobi", "", nil}, // a place is nobody's name
		{"zzz", "", nil},
	}
	for _, tt := range tests {
		found, err := d.KnownPeople(ctx, tt.query, tt.not, 4)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, k := range found {
			names = append(names, k.Name())
		}
		if !slices.Equal(names, tt.want) {
			t.Errorf("%q: got %v, want %v", tt.query, names, tt.want)
		}
	}
}

func TestDesk_KnownPeople_keeps_sensitive_names(t *testing.T) {
	d := setUp(t, casework.RoleField, "Nairobi desk", true)
	ctx := context.Background()
	c, err := d.New(ctx)
	if err != nil {
		t.Fatal(err)
	}
	c.Referral.People[0].Names = []referral.Name{
		{ID: d.NewID(), Full: "Selam Desta", IsPrimary: true}, {ID: d.NewID(), Full: "Whisper", IsSensitive: true},
	}
	if c, err = d.Save(ctx, c); err != nil {
		t.Fatal(err)
	}
	if found, err := d.KnownPeople(ctx, "whisper", "", 4); err != nil || len(found) > 0 {
		t.Errorf("found by a sensitive name: %v, %v", found, err)
	}
	found, err := d.KnownPeople(ctx, "selam", "", 4)
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	if p := found[0].Copy(d.NewID); len(p.Names) != 1 || p.Names[0].Full != "Selam Desta" {
		t.Errorf("copied %+v", p.Names)
	}
}

func TestKnownPerson_Copy_points_nowhere(t *testing.T) {
	d := setUp(t, casework.RoleField, "Nairobi desk", true)
	id := take(t, d, "family-of-four.json")
	found, err := d.KnownPeople(context.Background(), "laleh", "", 1)
	if err != nil || len(found) != 1 {
		t.Fatalf("%v, %v", found, err)
	}
	p := found[0].Copy(d.NewID)
	old := load(t, d, id)
	from := old.Referral.Principal()
	if p.ID == from.ID || p.Names[0].ID == from.Names[0].ID || p.Nationalities.Get()[0].ID == from.Nationalities.Get()[0].ID {
		t.Error("an id is used twice")
	}
	if p.Names[0].DocumentID != "" || p.BirthDate.Get().DocumentID != "" || len(p.BirthDate.Evidence) > 0 {
		t.Errorf("points to a paper of the other case: %+v", p)
	}
	if p.BirthDate.Get().EDTF != from.BirthDate.Get().EDTF || len(p.Languages.Get()) != len(from.Languages.Get()) {
		t.Errorf("not copied: %+v", p)
	}
	if !p.CurrentCountry.Blank() || !p.CityArea.Blank() || p.CaseRole != "" {
		t.Errorf("copied too much: %+v", p)
	}
}

func TestDesk_LinkReferral(t *testing.T) {
	d := setUp(t, casework.RoleField, "Nairobi desk", true)
	ctx := context.Background()
	c := load(t, d, take(t, d, "family-of-four.json"))
	person := c.Referral.People[2].ID
	from, made, err := d.LinkReferral(ctx, c, person)
	if err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string]casework.Case{"from": load(t, d, from.ID), "made": load(t, d, made.ID)} {
		if n := len(got.Referral.LinkedCases); n != 1 {
			t.Fatalf("%s: %d links", name, n)
		}
	}
	own, back := &made.Referral, load(t, d, from.ID).Referral.LinkedCases[0]
	if back.CaseCode != own.CaseCode || back.Person != person || back.Relation != "de_facto_dependant" {
		t.Errorf("link to the new case: %+v", back)
	}
	if l := own.LinkedCases[0]; l.CaseCode != c.Referral.CaseCode || l.Relation != "de_facto_dependant" || l.Person != own.PrincipalPersonID {
		t.Errorf("link back: %+v", l)
	}
	lead := own.Principal()
	if len(own.People) != 1 || lead.CaseRole != referral.RolePrincipal || lead.ShownName() != "Sohrab Karimi" || lead.RelationshipToPA.Get() != referral.RelSelf {
		t.Errorf("principal: %+v", lead)
	}
	if len(lead.Parents) > 0 || lead.ConsentRef.Given() || lead.Names[0].DocumentID != "" {
		t.Errorf("points into the other case: %+v", lead)
	}
	if found := d.Search(own.CaseCode, 1); len(found) != 1 || found[0].ID != made.ID {
		t.Error("the new case is not found")
	}
	if _, err := d.Save(ctx, made); err != nil {
		t.Errorf("the new case cannot be gone on with: %v", err)
	}
}

func TestDesk_LinkReferral_refuses(t *testing.T) {
	d := setUp(t, casework.RoleField, "Nairobi desk", true)
	ctx := context.Background()
	c := load(t, d, take(t, d, "family-of-four.json"))
	person, cases := c.Referral.People[2].ID, len(d.All())
	if _, err := d.Save(ctx, c); err != nil {
		t.Fatal(err)
	}
	if _, _, err := d.LinkReferral(ctx, c, person); !errors.Is(err, casework.ErrConflict) {
		t.Errorf("an older one: %v", err)
	}
	if len(d.All()) != cases {
		t.Error("half of it was written")
	}
	c = load(t, d, c.ID)
	linked, _, err := d.LinkReferral(ctx, c, person)
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		who  referral.ID
		want error
	}{
		"twice": {person, casework.ErrLinked}, "the principal": {c.Referral.PrincipalPersonID, casework.ErrRole}, "nobody": {"NOBODY", casework.ErrNotFound},
	} {
		if _, _, err := d.LinkReferral(ctx, linked, tt.who); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
