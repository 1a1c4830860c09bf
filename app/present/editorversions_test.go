package present_test

import (
	"testing"
	"time"

	"harbour/app/present"
)

// changesBetween compares a version with what is shown now.
func changesBetween(t *testing.T, e *present.Editor, from present.Version, to *present.Version) []present.VersionChange {
	t.Helper()
	var got []present.VersionChange
	doEdit(t, e.Compare(from, to, func(changes []present.VersionChange, m present.Message) {
		if !m.Empty() {
			t.Fatalf("got %+v", m)
		}
		got = changes
	}))
	return got
}

func TestVersions_are_one_a_visit(t *testing.T) {
	d := editorDesk(t)
	id := newCase(t, d)
	e := openEditor(t, d, id)
	for _, notes := range []string{"first", "second", "third"} {
		e.SetText("notes", notes)
		doEdit(t, e.Save())
	}
	again := openEditor(t, d, id)
	again.SetText("notes", "next day")
	doEdit(t, again.Save())
	versions, m := again.Versions()
	if !m.Empty() || len(versions) != 2 {
		t.Fatalf("got %d versions, %+v; want one for each visit", len(versions), m)
	}
	changes := changesBetween(t, again, versions[0], nil)
	if len(changes) != 1 || changes[0].Was.Words != "third" || changes[0].Is.Words != "next day" || changes[0].Key != "field.notes" {
		t.Errorf("got %+v", changes)
	}
	if changes := changesBetween(t, again, versions[1], &versions[0]); len(changes) != 1 || !changes[0].Was.Empty() || changes[0].Back {
		t.Errorf("between two that were kept: got %+v", changes)
	}
}

func TestVersions_word_what_changed(t *testing.T) {
	d := editorDesk(t)
	id := newCase(t, d)
	e := openEditor(t, d, id)
	e.SetText("notes", "a visit begins")
	doEdit(t, e.Save())
	e.Show("people", "")
	lead := e.View().Lists[0].Cards[0].Path
	e.SetText(lead+"/birth_country", "IRN")
	e.SetState("priority", "not_asked")
	e.SetWhy("priority", "the bus left")
	added := "people/" + e.AddRelative(present.Relative{Role: "accompanying", Relation: "spouse"})
	versions, _ := e.Versions()
	found := map[string]present.VersionChange{}
	for _, c := range changesBetween(t, e, versions[0], nil) {
		found[c.Path] = c
	}
	if c := found[lead+"/birth_country"]; c.Is.Words != "Iran" || c.Section != "people" || c.Who == "" {
		t.Errorf("country: got %+v", c)
	}
	if c := found["priority"]; c.Is.State != "not_asked" || c.Is.Why != "the bus left" {
		t.Errorf("answer: got %+v", c)
	}
	if c := found[added]; c.Change != "added" || c.Key != "" {
		t.Errorf("person: got %+v", c)
	}
}

func TestVersions_bring_an_answer_back(t *testing.T) {
	d := editorDesk(t)
	id := newCase(t, d)
	e := openEditor(t, d, id)
	e.SetText("notes", "as it was")
	doEdit(t, e.Save())
	e = openEditor(t, d, id)
	e.SetText("notes", "as it is")
	doEdit(t, e.Save())
	versions, _ := e.Versions()
	doEdit(t, e.BringBack(versions[0], "notes", func(m present.Message) {
		if !m.Empty() {
			t.Errorf("got %+v", m)
		}
	}))
	if got := fieldIn(e, "quick", "notes").Value; got != "as it was" {
		t.Errorf("got %q", got)
	}
	e.Undo()
	if got := fieldIn(e, "quick", "notes").Value; got != "as it is" {
		t.Errorf("undone: got %q", got)
	}
	e.Redo()
	if got := fieldIn(e, "quick", "notes").Value; got != "as it was" || !e.Unsaved() {
		t.Errorf("done again: got %q", got)
	}
}

func TestRedo_ends_with_the_next_change(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, newCase(t, d))
	e.SetText("notes", "one")
	e.SetCursor("danger_now", 0)
	e.SetText("danger_now", "two")
	e.Undo()
	e.Undo()
	if e.CanUndo() || !e.CanRedo() {
		t.Fatal("not all taken back")
	}
	e.Redo()
	if got := fieldIn(e, "quick", "notes").Value; got != "one" {
		t.Errorf("got %q", got)
	}
	e.SetText("notes", "three")
	if e.CanRedo() {
		t.Error("what was taken back can be done again over another change")
	}
	if present.VisitEnds != 15*time.Minute {
		t.Errorf("a visit ends after %v", present.VisitEnds)
	}
}
