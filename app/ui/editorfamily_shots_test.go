package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/referral"
)

// relativeOf is one of an invented family.
type relativeOf struct {
	id, name, native, relation, sex, role, state, since string
	country, city, born                                 string
	parents                                             map[string]string
}

// nairobi is a family of eight in three places.
var nairobi = []relativeOf{
	{"LALEH", "Laleh Rostamyar", "لاله", "self", "female", "principal", "alive", "", "KEN", "Nairobi", "1981-09-23/1981-12-21", map[string]string{"MARYAM": "biological", "HABIB": "biological"}},
	{"DAUD", "Daud Karimi", "داوود", "spouse", "male", "non_accompanying_declared", "detained", "2023", "AFG", "Herat", "1979-01-01/1979-02-01", nil},
	{"SOHRAB", "Sohrab Karimi", "سهراب", "child_biological", "male", "accompanying", "alive", "", "KEN", "Nairobi", "2004-04-29", map[string]string{"LALEH": "biological", "DAUD": "biological"}},
	{"MINA", "Mina Karimi", "مینا", "child_biological", "female", "accompanying", "alive", "", "KEN", "Nairobi", "2009-12-22/2010-03-20", map[string]string{"LALEH": "biological", "DAUD": "biological"}},
	{"ARASH", "Arash Karimi", "آرش", "child_biological", "male", "accompanying", "alive", "", "KEN", "Nairobi", "2017~", map[string]string{"LALEH": "biological", "DAUD": "biological"}},
	{"MARYAM", "Maryam Sharifi", "مریم", "parent", "female", "de_facto_linked", "alive", "", "KEN", "Nairobi", "1955-01-01", nil},
	{"HABIB", "Habib Rostamyar", "حبیب", "parent", "male", "relative_not_included", "deceased", "2019", "AFG", "Herat", "", nil},
	{"ZOHRA", "Zohra Karimi", "زهره", "step_child", "female", "non_accompanying_declared", "alive", "", "IRN", "Mashhad", "2006-06-01", map[string]string{"DAUD": "biological", "LALEH": "step"}},
}

func fill(r *referral.Referral, family []relativeOf, couples ...[3]string) {
	given := func(code string) referral.Answer[referral.Code] {
		if code == "" {
			return referral.Answer[referral.Code]{}
		}
		return referral.Given(referral.Code(code))
	}
	date := func(edtf string) referral.Answer[referral.FuzzyDate] {
		if edtf == "" {
			return referral.Answer[referral.FuzzyDate]{}
		}
		return referral.Given(referral.FuzzyDate{OriginalText: edtf, Calendar: referral.Gregorian, EDTF: edtf})
	}
	r.People, r.PrincipalPersonID = nil, referral.ID(family[0].id)
	for _, f := range family {
		p := referral.Person{
			ID: referral.ID(f.id), CaseRole: referral.Code(f.role), RelationshipToPA: given(f.relation), SexDocument: given(f.sex),
			PersonState: given(f.state), StateSince: date(f.since), BirthDate: date(f.born), CurrentCountry: given(f.country),
			Names: []referral.Name{{ID: referral.ID(f.id + "1"), Full: f.name, Script: "Latn", IsPrimary: true}},
		}
		p.Names[0].GivenPart, p.Names[0].FamilyPart = cut(f.name)
		if f.native != "" {
			p.Names = append(p.Names, referral.Name{ID: referral.ID(f.id + "2"), Full: f.native, Script: "Arab"})
		}
		if f.city != "" {
			p.CityArea = referral.Given(f.city)
		}
		for _, parent := range []string{"LALEH", "DAUD", "MARYAM", "HABIB"} {
			if kind := f.parents[parent]; kind != "" {
				p.Parents = append(p.Parents, referral.Parent{Person: referral.ID(parent), Kind: referral.Code(kind)})
			}
		}
		r.People = append(r.People, p)
	}
	for _, c := range couples {
		r.Unions = append(r.Unions, referral.Union{ID: referral.ID("U" + c[0]), A: referral.ID(c[0]), B: referral.ID(c[1]), Kind: referral.Code(c[2])})
	}
}

func cut(name string) (given, family string) {
	for i, r := range name {
		if r == ' ' {
			return name[:i], name[i+1:]
		}
	}
	return name, ""
}

// familyHouse has the family of eight open, with a few of the questions answered.
func familyHouse(t testing.TB, with houseWith) *house {
	t.Helper()
	with.role, with.practice = casework.RoleField, true
	h := newHouse(t, with)
	c, err := h.Shell.Desk.New(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	fill(&c.Referral, nairobi, [3]string{"LALEH", "DAUD", "married"}, [3]string{"MARYAM", "HABIB", "widowed"})
	yes := referral.Given(true)
	c.Referral.Sweep = referral.Sweep{
		PreviousUnions: referral.Given(false), ChildrenElsewhere: yes, ChildrenOfPartner: yes, Detained: yes,
		BelievedDead: referral.Answer[bool]{State: referral.Pending, AskOn: "2026-03-24"},
	}
	if _, err := h.Shell.Desk.Save(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	h.Go(present.Route{Page: present.PageEditor, Case: string(c.ID), Section: "family"})
	return h
}

// TestShotsFamily draws the picture of the family, and what comes of it.
func TestShotsFamily(t *testing.T) {
	drawing(t)
	small, large := fyne.NewSize(1000, 640), fyne.NewSize(1440, 900)
	variants := []struct {
		name string
		with houseWith
	}{
		{"", houseWith{}}, {"-dark", houseWith{dark: true}}, {"-small", houseWith{size: small}}, {"-small-dark", houseWith{size: small, dark: true}},
		{"-large", houseWith{size: large}}, {"-mirrored", houseWith{mirrored: true, pseudo: true}},
	}
	for _, v := range variants {
		t.Run("eight"+v.name, func(t *testing.T) {
			h := familyHouse(t, v.with)
			h.Window.Window.Canvas().Focus(h.picture())
			h.shot("family-eight" + v.name)
		})
		t.Run("four"+v.name, func(t *testing.T) {
			h := editorHouse(t, v.with, "family-of-four.json")
			h.at("family", "")
			h.shot("family-four" + v.name)
		})
	}
	for _, name := range []string{"family-of-seven", "couple-apart", "aunt-with-niece"} {
		t.Run(name, func(t *testing.T) {
			h := editorHouse(t, houseWith{}, name+".json")
			h.at("family", "")
			h.shot("family-" + name)
		})
	}
	t.Run("list", func(t *testing.T) {
		h := familyHouse(t, houseWith{})
		h.tap("As a list")
		h.shot("family-list")
	})
	t.Run("add", func(t *testing.T) {
		h := familyHouse(t, houseWith{})
		h.tap("Add someone in Herat")
		h.shot("family-add")
	})
	t.Run("unmet", func(t *testing.T) {
		h := familyHouse(t, houseWith{})
		h.at("family", "sweep/missing")
		h.typed("y")
		h.shot("family-unmet")
	})
	t.Run("left", func(t *testing.T) {
		h := familyHouse(t, houseWith{})
		h.at("work", "")
		h.shot("family-left")
	})
	t.Run("person", func(t *testing.T) {
		h := familyHouse(t, houseWith{})
		h.picture().OnOpen("SOHRAB")
		h.shot("family-person")
	})
	t.Run("people", func(t *testing.T) {
		h := familyHouse(t, houseWith{})
		h.at("people", "")
		h.shot("family-people")
	})
	t.Run("large-family", func(t *testing.T) {
		h := wideHouse(t)
		h.shot("family-wide")
	})
}
