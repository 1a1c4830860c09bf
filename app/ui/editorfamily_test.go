package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/referral"
	"harbour/app/ui/widgets"
)

// picture is the family's, where it is shown.
func (h *house) picture() *widgets.FamilyPicture {
	h.tb.Helper()
	for _, o := range h.objects() {
		if p, ok := o.(*widgets.FamilyPicture); ok {
			return p
		}
	}
	h.tb.Fatal("no picture of the family")
	return nil
}

// wideHouse has a family of forty over three countries.
func wideHouse(t testing.TB) *house {
	t.Helper()
	h := newHouse(t, houseWith{role: casework.RoleField, practice: true})
	c, err := h.Shell.Desk.New(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var family []relativeOf
	places := [][2]string{{"KEN", "Nairobi"}, {"AFG", "Herat"}, {"IRN", "Mashhad"}}
	for i := range 40 {
		at := places[i%3]
		relation := []string{"child_biological", "sibling", "parent", "grandchild", "other"}[i%5]
		if i == 0 {
			relation = "self"
		}
		family = append(family, relativeOf{id: fmt.Sprint("P", i), name: fmt.Sprint("Relative ", i), relation: relation, role: "accompanying", country: at[0], city: at[1]})
	}
	fill(&c.Referral, family)
	for i := range c.Referral.People {
		if p := &c.Referral.People[i]; p.RelationshipToPA.Get() == "child_biological" {
			p.Parents = []referral.Parent{{Person: "P0", Kind: "biological"}}
		}
	}
	if _, err := h.Shell.Desk.Save(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	h.Go(present.Route{Page: present.PageEditor, Case: string(c.ID), Section: "family"})
	return h
}

// opened reads the case that is open as the folder has it.
func (h *house) opened() *referral.Referral {
	h.tb.Helper()
	h.beat(saved)
	c, err := h.Shell.Desk.Load(h.tb.Context(), referral.ID(h.Route().Case))
	if err != nil {
		h.tb.Fatal(err)
	}
	return &c.Referral
}

func TestFamily_walks_by_key(t *testing.T) {
	h := familyHouse(t, houseWith{})
	p := h.picture()
	h.Window.Window.Canvas().Focus(p)
	for _, step := range []struct {
		key fyne.KeyName
		at  string
	}{
		{fyne.KeyRight, "DAUD"}, {fyne.KeyDown, "ARASH"}, {fyne.KeyRight, "ZOHRA"}, {fyne.KeyLeft, "ARASH"}, {fyne.KeyLeft, "MINA"},
		{fyne.KeyUp, "LALEH"}, {fyne.KeyUp, "MARYAM"}, {fyne.KeyRight, "HABIB"}, {fyne.KeyDown, "LALEH"}, {fyne.KeyRight, "DAUD"},
	} {
		h.key(step.key)
		if p.At() != step.at {
			t.Fatalf("%s leads to %s, want %s", step.key, p.At(), step.at)
		}
	}
	h.key(fyne.KeyUp)
	h.key(fyne.KeyUp)
	h.key(fyne.KeyReturn)
	h.mustSay("Herat", h.Words.Text("editor.person_relation"))
}

func TestFamily_mirrored_walks_the_other_way(t *testing.T) {
	h := familyHouse(t, houseWith{mirrored: true})
	p := h.picture()
	h.Window.Window.Canvas().Focus(p)
	h.key(fyne.KeyLeft)
	if p.At() != "DAUD" {
		t.Errorf("at %s", p.At())
	}
	if a, b := p.NodeOf("LALEH").Position().X, p.NodeOf("DAUD").Position().X; a < b {
		t.Errorf("Laleh at %v, Daud at %v", a, b)
	}
}

func TestFamily_is_one_stop_of_the_keyboard(t *testing.T) {
	h := familyHouse(t, houseWith{})
	on := h.Window.Window.Canvas()
	on.Focus(h.picture())
	on.FocusNext()
	if on.Focused() == fyne.Focusable(h.picture()) {
		t.Error("Tab does not leave")
	}
	on.FocusPrevious()
	if on.Focused() != fyne.Focusable(h.picture()) {
		t.Error("Tab does not come back")
	}
}

func TestFamily_opens_and_comes_back(t *testing.T) {
	h := familyHouse(t, houseWith{})
	h.Window.Window.Canvas().Focus(h.picture())
	h.key(fyne.KeyRight)
	h.key(fyne.KeyReturn)
	h.mustSay("Daud Karimi", "Family ties")
	h.tap("Family ties")
	h.mustSay("Name and papers")
	h.tap("Whole family")
	if p := h.picture(); p.At() != "DAUD" || h.Window.Window.Canvas().Focused() != fyne.Focusable(p) {
		t.Errorf("came back to %s", p.At())
	}
}

func TestFamily_adds_in_a_place(t *testing.T) {
	h := familyHouse(t, houseWith{})
	before := len(h.opened().People)
	h.Window.Window.Canvas().Focus(h.picture())
	h.key(fyne.KeyRight)
	h.typed("+")
	h.tap("Add") // the relation is missing
	h.mustSay(h.Words.Text("editor.person_relation"))
	h.typed("Child")
	h.key(fyne.KeyReturn)
	h.mustSay(h.Words.Text("family.parent"))
	h.typed("Omid")
	h.key(fyne.KeyReturn)
	r := h.opened()
	if len(r.People) != before+1 {
		t.Fatalf("%d people", len(r.People))
	}
	p := r.People[before]
	if p.CurrentCountry.Get() != "AFG" || p.CityArea.Get() != "Herat" || p.CaseRole != referral.RoleDeclared ||
		p.FirstName() != "Omid" || len(p.Parents) != 1 || p.Parents[0].Person != "LALEH" || p.Parents[0].Kind != "biological" {
		t.Errorf("%+v", p)
	}
	h.mustSay("Omid", "Family ties")
	h.tap("Whole family")
	if h.picture().At() != string(p.ID) {
		t.Error("not at who was added")
	}
}

func TestFamily_copies_somebody_known(t *testing.T) {
	h := editorHouse(t, houseWith{}, "family-of-four.json")
	c, err := h.Shell.Desk.New(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	h.Go(present.Route{Page: present.PageEditor, Case: string(c.ID), Section: "family"})
	h.tap("Add someone")
	h.typed("Sister")
	h.key(fyne.KeyReturn)
	h.typed("Sohr")
	h.mustSay("Sohrab Karimi", "Kestrel 27")
	h.tap("Sohrab Karimi سهراب کریمی")
	h.tap("Add")
	r := h.opened()
	p := r.People[1]
	if p.BirthDate.Get().EDTF != "2004-04-29" || p.RelationshipToPA.Get() != "sibling" || len(p.Parents) != 0 {
		t.Errorf("%+v", p)
	}
	if !strings.Contains(r.Notes, "Kestrel 27") {
		t.Errorf("notes: %q", r.Notes)
	}
}

func TestFamily_makes_a_linked_referral(t *testing.T) {
	h := familyHouse(t, houseWith{})
	h.picture().OnOpen("MARYAM")
	h.tap("Make a linked referral")
	r := h.opened()
	if len(r.LinkedCases) != 1 || r.LinkedCases[0].Person != "MARYAM" {
		t.Fatalf("%+v", r.LinkedCases)
	}
	h.tap("Open " + r.LinkedCases[0].CaseCode)
	own := h.opened()
	if own.Principal().FirstName() != "Maryam" || len(own.LinkedCases) != 1 || own.LinkedCases[0].CaseCode != r.CaseCode {
		t.Errorf("%+v", own.LinkedCases)
	}
}

func TestSweep_goes_from_question_to_question(t *testing.T) {
	h := familyHouse(t, houseWith{})
	h.mustSay("4 of 7")
	h.at("family", "sweep/missing")
	h.typed("y")
	h.mustSay("Nobody is named for this yet.", "Add them now")
	h.tap("Add them now")
	h.mustSay(h.Words.Text("editor.person_relation"))
	h.tap("Cancel")
	h.at("family", "sweep/missing")
	h.typed("n")
	if h.says("Nobody is named for this yet.") {
		t.Error("still asks for somebody")
	}
	h.typed("n") // the next question has the keyboard
	if got := h.opened().Sweep; got.Missing.Get() || !got.Missing.Given() || got.Estranged.Get() || !got.Estranged.Given() {
		t.Errorf("%+v", got)
	}
}

func TestSweep_takes_a_reason_for_no_answer(t *testing.T) {
	h := familyHouse(t, houseWith{})
	h.at("family", "sweep/missing")
	h.beat(1)
	h.alt(fyne.Key3)
	h.typed("not today")
	if a := h.opened().Sweep.Missing; a.State != referral.Declined || a.Note != "not today" {
		t.Errorf("%+v", a)
	}
}

func TestSweep_says_that_it_was_left_open(t *testing.T) {
	h := familyHouse(t, houseWith{})
	h.picture().OnOpen("DAUD")
	if h.says("still open") {
		t.Error("a person of the family is not away from it")
	}
	h.tap("Whole family")
	h.at("work", "")
	h.mustSay(h.Words.Text("family.open", "n", 2))
	h.tap("Go to the first")
	h.mustSay("Has everyone been named?")
	h.typed("n")
	h.typed("n")
	h.at("work", "")
	if h.says("still open") {
		t.Error("nothing is open")
	}
}

func TestFamily_shows_the_clock_on_the_card(t *testing.T) {
	h := familyHouse(t, houseWith{})
	h.mustSay("22 in 41 days")
	h.at("people", "")
	h.mustSay("turns 22 in 41 days")
	h.openNode("SOHRAB")
	h.mustSay("Sohrab Karimi turns 22 in 41 days")
}

// openNode opens somebody from the picture of the family.
func (h *house) openNode(id string) {
	h.at("family", "")
	h.picture().OnOpen(id)
}

func TestFamily_begins_at_the_first_open_question(t *testing.T) {
	h := familyHouse(t, houseWith{})
	h.at("people", "")
	h.keys(fyne.KeyPageDown, fyne.KeyModifierControl)
	h.typed("n")
	if got := h.opened().Sweep.Missing; !got.Given() || got.Get() {
		t.Errorf("%+v", got)
	}
}

func TestFamily_as_a_list(t *testing.T) {
	h := familyHouse(t, houseWith{})
	h.tap("As a list")
	h.mustSay("Couples", "Each person", "Has everyone been named?")
	h.tap("As a picture")
	h.picture()
}

// BenchmarkFamilyPage is opening the section of a family of forty.
func BenchmarkFamilyPage(b *testing.B) {
	h := wideHouse(b)
	for b.Loop() {
		h.at("people", "")
		h.at("family", "")
	}
}
