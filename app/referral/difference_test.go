package referral_test

import (
	"slices"
	"testing"

	"harbour/app/referral"
)

func TestDifferences(t *testing.T) {
	base := func() referral.Referral {
		return referral.Referral{
			CaseCode: "Kestrel 27",
			People: []referral.Person{
				{ID: "LALEH", CaseRole: referral.RolePrincipal, Names: []referral.Name{{ID: "N1", Full: "Laleh Rostamyar"}}},
				{ID: "SOHRAB", CaseRole: referral.RoleAccompanying},
			},
			Pathway: referral.Given(referral.PathwayPermanent),
		}
	}
	person := func(r *referral.Referral, i int) *referral.Person { return &r.People[i] }
	tests := map[string]struct {
		change func(*referral.Referral)
		want   []referral.Difference
	}{
		"nothing": {func(*referral.Referral) {}, nil},
		"plain member": {func(r *referral.Referral) { r.Notes = "call back" },
			[]referral.Difference{{Path: "notes", Change: referral.Altered}}},
		"answer": {func(r *referral.Referral) { r.Pathway = referral.Without[referral.Code](referral.Pending, "") },
			[]referral.Difference{{Path: "pathway", Change: referral.Altered}}},
		"in a list": {func(r *referral.Referral) { person(r, 0).Names[0].Full = "Laleh Rostam" },
			[]referral.Difference{{Path: "people/LALEH/names/N1/full", Change: referral.Altered}}},
		"order alone": {func(r *referral.Referral) { slices.Reverse(r.People) }, nil},
		"taken out and put in": {func(r *referral.Referral) {
			r.People[1] = referral.Person{ID: "MINA", CaseRole: referral.RoleAccompanying}
		}, []referral.Difference{{Path: "people/MINA", Change: referral.Added}, {Path: "people/SOHRAB", Change: referral.Removed}}},
		"first of a list in an answer": {func(r *referral.Referral) {
			person(r, 0).Nationalities = referral.Given([]referral.Nationality{{ID: "IR", Country: "IRN"}})
		}, []referral.Difference{{Path: "people/LALEH/nationalities", Change: referral.Altered}}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			before, after := base(), base()
			test.change(&after)
			if got := referral.Differences(&before, &after); !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

// Each place that differs can be found again in one of the versions.
func TestDifferencesLeadSomewhere(t *testing.T) {
	blank := referral.Referral{}
	full := practice(t)["family-of-four.json"].Referral
	found := referral.Differences(&blank, full)
	if len(found) < 10 {
		t.Fatalf("got %d differences from an empty referral", len(found))
	}
	for _, d := range found {
		if _, ok := full.At(d.Path); !ok {
			t.Errorf("%s leads nowhere", d.Path)
		}
	}
	if got := referral.Differences(full, full); len(got) != 0 {
		t.Errorf("a referral differs from itself: %v", got)
	}
}
