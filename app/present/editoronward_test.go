package present_test

import (
	"testing"
)

// One direction leads past every part of every page to the end.
func TestOnward(t *testing.T) {
	d := editorDesk(t)
	id := practiceCase(t, d, "family-of-four.json")
	e := openEditor(t, d, id)
	e.Show("quick", "")
	seen := map[string]bool{}
	var last string
	for range 300 {
		v := e.View()
		at := v.Section + " " + v.Element
		if len(v.Parts) > 0 {
			at += " " + v.Parts[v.Part]
		}
		if at == last {
			break
		}
		if seen[at] {
			t.Fatalf("comes to %q again", at)
		}
		seen[at], last = true, at
		e.Onward()
	}
	r := load(t, d, id)
	for _, p := range r.People {
		if at := "people people/" + string(p.ID) + " "; !anyWith(seen, at) {
			t.Errorf("never comes to %s", at)
		}
	}
	for _, s := range e.Sections() {
		if !anyWith(seen, s.Key+" ") {
			t.Errorf("never comes to the section %s", s.Key)
		}
	}
}

func anyWith(seen map[string]bool, start string) bool {
	for at := range seen {
		if len(at) >= len(start) && at[:len(start)] == start {
			return true
		}
	}
	return false
}

func TestOpenList(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, practiceCase(t, d, "family-of-four.json"))
	for section, want := range map[string]string{"people": "people", "family": "unions", "events": "incidents", "case": ""} {
		e.Show(section, "")
		if got, _ := e.OpenList(); got.List != want {
			t.Errorf("%s: got %q, want %q", section, got.List, want)
		}
	}
	e.Show("safe_contact", "")
	if _, ok := e.OpenList(); ok {
		t.Error("adds to a compartment that is closed")
	}
}
