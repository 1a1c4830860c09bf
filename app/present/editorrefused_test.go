package present_test

import (
	"testing"
)

func TestEditor_keeps_what_it_refused(t *testing.T) {
	d := editorDesk(t)
	id := practiceCase(t, d, "not-ready.json")
	e := openEditor(t, d, id)
	e.Show("quick", "")
	shown := func(path string) (value, wrong string) {
		f, ok := e.FieldAt(path)
		if !ok {
			t.Fatalf("no field %s", path)
		}
		return f.Value, f.Wrong.Key
	}
	before, _ := shown("stated_size")
	if m := e.SetText("stated_size", "1o2"); m.Key != "editor.wrong.number" {
		t.Errorf("got %+v", m)
	}
	e.Show("claim", "")
	e.Show("quick", "")
	if value, wrong := shown("stated_size"); value != "1o2" || wrong != "editor.wrong.number" {
		t.Errorf("shows %q, %q", value, wrong)
	}
	if got := kept(t, d, e).StatedSize.Get(); before == "" || got == 0 {
		t.Errorf("kept %d, %q before", got, before)
	}
	if m := e.SetText("stated_size", "102"); !m.Empty() || !e.Refusal("stated_size").Empty() {
		t.Errorf("got %+v", m)
	}
	if value, wrong := shown("stated_size"); value != "102" || wrong != "" {
		t.Errorf("shows %q, %q", value, wrong)
	}
}

func TestEditor_waits_for_the_end_of_a_day(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, practiceCase(t, d, "family-of-four.json"))
	e.Show("sessions", "")
	path := e.View().Lists[0].Cards[0].Path + "/date"
	for text, wrong := range map[string]bool{
		"2": false, "2026-": false, "2026-0": false, "2026-04-0": false, "2026-04-09": false, "": false,
		"x": true, "2026-4-9": true, "2026-04-31": true, "2026-04-091": true,
	} {
		if m := e.SetText(path, text); m.Empty() == wrong {
			t.Errorf("%q: got %+v", text, m)
		}
	}
	e.SetText(path, "2026-0")
	if m := e.Refusal(path); m.Key != "editor.wrong.day" {
		t.Errorf("left unfinished: %+v", m)
	}
	e.SetText(path, "2026-04-09")
	if m := e.Refusal(path); !m.Empty() {
		t.Errorf("finished: %+v", m)
	}
}
