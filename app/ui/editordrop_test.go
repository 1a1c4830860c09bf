package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/ui/widgets"
)

func TestEditor_takes_a_folder_that_is_dropped(t *testing.T) {
	h := editorHouse(t, houseWith{}, "not-ready.json")
	before := len(h.kept().Documents)
	dir := t.TempDir()
	for _, name := range []string{"a letter.txt", "b card.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	h.at("quick", "notes")
	h.Page().(interface{ Drop([]string) }).Drop([]string{dir})
	h.mustSay(h.Words.Text("drop.done", "n", 2))
	documents := h.kept().Documents
	if len(documents) != before+2 {
		t.Fatalf("got %d documents, want %d", len(documents), before+2)
	}
	if got := documents[before].Attachments[0].FilenameOriginal; got != "a letter.txt" {
		t.Errorf("got %q", got)
	}
	h.Page().(interface{ Drop([]string) }).Drop([]string{filepath.Join(dir, "gone")})
	h.mustSay(h.Words.Text("drop.nothing"))
}

func TestEditor_ties_papers_to_an_answer(t *testing.T) {
	h := editorHouse(t, houseWith{}, "family-of-four.json")
	lead := h.kept().People[0]
	h.at("people", "people/"+string(lead.ID)+"/birth_country")
	h.keys(fyne.KeyE, fyne.KeyModifierControl)
	h.mustSay(h.Words.Text("evidence.title"))
	var toggles []*widgets.Toggle
	for _, o := range h.objects() {
		if toggle, ok := o.(*widgets.Toggle); ok {
			toggles = append(toggles, toggle)
		}
	}
	papers := len(h.kept().Documents)
	toggles[len(toggles)-papers].Tapped(&fyne.PointEvent{})
	h.tap(h.Words.Text("evidence.tie"))
	h.mustSay(h.Words.Text("evidence.count", "n", 1))
	h.beat(saved)
	kept := h.kept()
	if got := kept.People[0].BirthCountry.Evidence; len(got) != 1 || got[0] != kept.Documents[0].ID {
		t.Errorf("got %v", got)
	}
	h.at("documents", "documents/"+string(kept.Documents[0].ID))
	h.mustSay(h.Words.Text("evidence.proves"))
	h.shot("panel-proves")
}

func TestEditor_tells_about_a_file(t *testing.T) {
	h := editorHouse(t, houseWith{}, "not-ready.json")
	file := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(file, []byte("a letter"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.at("documents", "")
	h.Page().(interface{ Drop([]string) }).Drop([]string{file})
	documents := h.kept().Documents
	h.at("documents", "documents/"+string(documents[len(documents)-1].ID))
	h.tap(h.Words.Text("editor.file.about"))
	h.typed("Threat sent to her sister")
	h.beat(saved)
	h.shot("panel-file")
	documents = h.kept().Documents
	if got := documents[len(documents)-1].Attachments[0].Describes; got != "Threat sent to her sister" {
		t.Errorf("kept %q", got)
	}
	h.tap(h.Words.Text("editor.file.about"))
	if h.says("Threat sent to her sister") {
		t.Error("still open")
	}
}
