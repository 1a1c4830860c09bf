package present_test

import (
	"slices"
	"testing"

	"harbour/app/present"
	"harbour/app/referral"
)

// kept saves and reads the case as the folder has it.
func kept(t *testing.T, d *deskAt, e *present.Editor) *referral.Referral {
	t.Helper()
	if job := e.Save(); job != nil {
		doEdit(t, job)
	}
	c, err := d.Load(t.Context(), referral.ID(e.ID()))
	if err != nil {
		t.Fatal(err)
	}
	return &c.Referral
}

func TestEditor_AddRelative_links_what_is_sure(t *testing.T) {
	tests := []struct {
		relation string
		other    bool // the other parent was named
		union    string
		parents  []referral.Code // kinds of the new person's parents
		parentOf bool
	}{
		{"spouse", false, "married", nil, false},
		{"common_law_partner", false, "common_law", nil, false},
		{"conjugal_partner", false, "conjugal", nil, false},
		{"former_spouse", false, "-", nil, false},
		{"child_biological", false, "", []referral.Code{"biological"}, false},
		{"child_biological", true, "", []referral.Code{"biological", "biological"}, false},
		{"child_adopted", false, "", []referral.Code{"adopted"}, false},
		{"step_child", true, "", []referral.Code{"step", ""}, false},
		{"parent", false, "", nil, true},
		{"sibling", false, "", nil, false},
		{"ward", false, "", nil, false},
		{"grandchild", false, "", nil, false},
	}
	for _, tt := range tests {
		t.Run(tt.relation, func(t *testing.T) {
			d := editorDesk(t)
			e := openEditor(t, d, practiceCase(t, d, "not-ready.json"))
			before := kept(t, d, e)
			n := present.Relative{Relation: tt.relation, Role: "relative_not_included", Country: "MMR", City: "Yangon", Name: " Hla "}
			if tt.other {
				choices := e.ParentChoices(tt.relation)
				if len(choices) != 1 {
					t.Fatalf("choices: %v", choices)
				}
				n.Parent = choices[0].Key
			}
			id := e.AddRelative(n)
			r := kept(t, d, e)
			p := r.PersonByID(referral.ID(id))
			if p == nil || p.FirstName() != "Hla" || p.CurrentCountry.Get() != "MMR" || p.CityArea.Get() != "Yangon" ||
				string(p.RelationshipToPA.Get()) != tt.relation || !p.PersonState.Blank() {
				t.Fatalf("%+v", p)
			}
			var kinds []referral.Code
			for _, parent := range p.Parents {
				kinds = append(kinds, parent.Kind)
			}
			if !slices.Equal(kinds, tt.parents) {
				t.Errorf("parents: %v", kinds)
			}
			lead := r.Principal()
			if got := slices.ContainsFunc(lead.Parents, func(l referral.Parent) bool { return l.Person == p.ID }); got != tt.parentOf {
				t.Errorf("parent of the principal: %v", got)
			}
			if len(r.Unions) > len(before.Unions) != (tt.union != "") {
				t.Errorf("unions: %d", len(r.Unions))
			} else if tt.union != "" {
				u := r.Unions[len(r.Unions)-1]
				if u.A != lead.ID || u.B != p.ID || tt.union != "-" && string(u.Kind) != tt.union {
					t.Errorf("%+v", u)
				}
			}
			e.Undo()
			if r := kept(t, d, e); len(r.People) != len(before.People) || len(r.Unions) != len(before.Unions) || len(r.Principal().Parents) != len(before.Principal().Parents) {
				t.Error("not taken back whole")
			}
		})
	}
}

func TestEditor_RoleFor(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, practiceCase(t, d, "family-of-four.json"))
	if got := e.RoleFor(present.Relative{Relation: "spouse", Beside: true}); got != "accompanying" {
		t.Errorf("beside the principal: %s", got)
	}
	for _, tt := range [][3]string{
		{"child_biological", "KEN", "accompanying"}, {"child_biological", "TJK", "non_accompanying_declared"},
		{"child_biological", "", "non_accompanying_declared"}, {"spouse", "KEN", "accompanying"}, {"parent", "KEN", "relative_not_included"},
	} {
		if got := e.RoleFor(present.Relative{Relation: tt[0], Country: tt[1]}); got != tt[2] {
			t.Errorf("%s in %q: %s", tt[0], tt[1], got)
		}
	}
}

func TestEditor_Sweep(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, practiceCase(t, d, "not-ready.json"))
	n, first := e.SweepOpen()
	if n != 0 || first != "" {
		t.Errorf("%d open, first %s", n, first)
	}
	e.SetText("sweep/detained", "")
	if n, first = e.SweepOpen(); n != 1 || first != "sweep/detained" {
		t.Errorf("%d open, first %s", n, first)
	}
	find := func(path string) present.SweepRow {
		rows := e.Sweep()
		i := slices.IndexFunc(rows, func(r present.SweepRow) bool { return r.Path == path })
		if i < 0 {
			t.Fatalf("no %s", path)
		}
		return rows[i]
	}
	if row := find("sweep/missing"); !row.Unmet || len(row.Names) != 0 || row.Adding.State != "missing" {
		t.Errorf("nobody is missing: %+v", row)
	}
	e.AddRelative(present.Relative{Relation: "sibling", State: "missing", Name: "Nang Hla"})
	if row := find("sweep/missing"); row.Unmet || !slices.Equal(row.Names, []string{"Nang Hla"}) {
		t.Errorf("somebody is: %+v", row)
	}
}

// The ring of the section is not full before each question has its answer.
func TestEditor_Sweep_keeps_the_ring_open(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, practiceCase(t, d, "family-of-four.json"))
	share := func() float64 {
		for _, s := range e.Sections() {
			if s.Key == "family" {
				return s.Share
			}
		}
		return -1
	}
	if share() != 1 {
		t.Fatalf("share %v", share())
	}
	for _, row := range e.Sweep() {
		e.SetText(row.Path, "")
		if share() == 1 {
			t.Errorf("full without %s", row.Path)
		}
		e.SetState(row.Path, "pending")
		if share() == 1 {
			t.Errorf("full with %s put off", row.Path)
		}
		e.Undo()
		e.Undo()
	}
}

func TestEditor_Link_keeps_what_is_typed_meanwhile(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, practiceCase(t, d, "family-of-four.json"))
	id := e.AddRelative(present.Relative{Relation: "parent", Role: "de_facto_linked", Name: "Maryam"})
	if !e.MayLink(id) || e.MayLink("VCNDBU6IJ3VPOQ2BYP3E22G5YU") {
		t.Fatal("who may have a case of their own")
	}
	var made string
	job := e.Link(id, func(other string, m present.Message) { made = other; say(t, "link", m) })
	e.SetText("notes", "typed meanwhile")
	doEdit(t, job)
	if made == "" || e.LinkedCode(id) == "" || e.LinkedCase(id) != made || e.MayLink(id) {
		t.Errorf("made %q, code %q", made, e.LinkedCode(id))
	}
	r := kept(t, d, e)
	if r.Notes != "typed meanwhile" || len(r.LinkedCases) != 1 {
		t.Errorf("notes %q, links %v", r.Notes, r.LinkedCases)
	}
}

func TestEditor_Known(t *testing.T) {
	d := editorDesk(t)
	practiceCase(t, d, "family-of-four.json")
	e := openEditor(t, d, newCase(t, d))
	var found []present.Known
	look := func(typed string) int {
		doEdit(t, e.Known(typed, func(k []present.Known) { found = k }))
		return len(found)
	}
	if look("s") != 0 || look("Sohrab") != 1 {
		t.Fatalf("found %d", len(found))
	}
	e.AddRelative(present.Relative{Relation: "sibling", Known: &found[0], KnownAs: "Sohrab: copied."})
	r := kept(t, d, e)
	if p := r.People[1]; p.BirthDate.Get().EDTF != "2004-04-29" || r.Notes != "Sohrab: copied." {
		t.Errorf("%+v, %q", p, r.Notes)
	}
}
