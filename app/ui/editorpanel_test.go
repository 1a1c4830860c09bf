package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/casework"
	"harbour/app/present"
)

// visitTwice changes the notes in two visits.
func visitTwice(h *house, first, second string) {
	h.tb.Helper()
	for _, words := range []string{first, second} {
		h.at("quick", "notes")
		h.typed(words)
		h.beat(saved)
		h.Go(present.Route{Page: present.PageStart})
		h.Go(present.Route{Page: present.PageEditor, Case: string(h.Shell.Desk.All()[0].ID)})
	}
	h.at("quick", "notes")
}

func TestEditor_shows_and_brings_back_what_was(t *testing.T) {
	h := editorHouse(t, houseWith{}, "not-ready.json")
	was := h.kept().Notes
	visitTwice(h, "Rain. ", "Wind. ")
	h.tap(h.Words.Text("versions.title"))
	h.mustSay(h.Words.Text("versions.was"), "Rain. "+was, "Wind. Rain. "+was)
	h.tap(h.Words.Text("versions.back"))
	h.beat(saved)
	if got := h.kept().Notes; got != "Rain. "+was {
		t.Errorf("kept %q", got)
	}
	h.mustSay(h.Words.Text("versions.same"))
}

func TestEditor_says_why_it_is_asked(t *testing.T) {
	h := editorHouse(t, houseWith{}, "not-ready.json")
	h.at("quick", "notes")
	h.keys(fyne.KeyH, fyne.KeyModifierControl)
	h.mustSay(h.Words.Text("help.section.quick.why"))
	h.at("family", "")
	h.mustSay(h.Words.Text("help.section.family.ask"))
	h.keys(fyne.KeyH, fyne.KeyModifierControl)
	if h.says(h.Words.Text("editor.help.title")) {
		t.Error("still open")
	}
}

func TestEditor_repeats_what_the_one_before_has(t *testing.T) {
	h := editorHouse(t, houseWith{}, "family-of-four.json")
	people := h.kept().People
	path := "people/" + string(people[1].ID) + "/city_area"
	h.at("people", path)
	h.keys(fyne.KeyR, fyne.KeyModifierControl)
	h.mustSay(h.Words.Text("editor.copied"))
	h.beat(saved)
	if got, want := h.kept().People[1].CityArea.Get(), people[0].CityArea.Get(); got != want {
		t.Errorf("kept %q, want %q", got, want)
	}
	h.typed("x")
	if h.says(h.Words.Text("editor.copied")) {
		t.Error("still marked after it was typed over")
	}
}

func TestShotsEditorPanels(t *testing.T) {
	drawing(t)
	for _, with := range []houseWith{{}, {dark: true}} {
		name := "panel"
		if with.dark {
			name = "panel-dark"
		}
		h := editorHouse(t, with, "not-ready.json")
		visitTwice(h, "Rain. ", "Wind. ")
		h.tap(h.Words.Text("versions.title"))
		h.shot(name + "-versions")
		h.keys(fyne.KeyH, fyne.KeyModifierControl)
		h.shot(name + "-help")
	}
}

// TestEditor_begins_with_ten_minutes of a referral that nobody was named in.
func TestEditor_begins_with_ten_minutes(t *testing.T) {
	h := newHouse(t, houseWith{role: casework.RoleField, practice: true})
	h.key(fyne.KeyReturn) // the list has nobody: its button has the keyboard
	h.mustSay(h.Words.Text("field.quick.name"), h.Words.Text("field.quick.handle"))
	h.shot("panel-ten-minutes")
	h.at("quick", h.nameOfLead())
	h.typed("Tesfaye")
	h.beat(saved)
	if got := h.kept().People[0].Names[0].Full; got != "Tesfaye" {
		t.Errorf("kept %q", got)
	}
}

// nameOfLead is the path of the field of the name on the first page.
func (h *house) nameOfLead() string {
	h.tb.Helper()
	for _, path := range h.Page().(interface{ Paths() []string }).Paths() {
		if strings.HasSuffix(path, "/full") {
			return path
		}
	}
	h.tb.Fatal("no field for a name")
	return ""
}
