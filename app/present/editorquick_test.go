package present_test

import (
	"context"
	"testing"

	"harbour/app/present"
)

// The first ten minutes of a new referral: one page, useful on its own.
func TestQuick(t *testing.T) {
	d := editorDesk(t)
	id := newCase(t, d)
	e := openEditor(t, d, id)
	if e.Section() != "quick" || e.Unsaved() {
		t.Fatalf("opens at %s, unsaved %v", e.Section(), e.Unsaved())
	}
	typed := map[string]string{
		"field.quick.name": "Tesfaye", "field.quick.size": "4", "field.quick.country": "KEN",
		"field.quick.channel": "signal", "field.quick.handle": "+254 700 000 000", "field.quick.hours": "after dark",
		"field.consent_to_note": present.Yes, "field.danger_now": "Asked for at the border",
	}
	seen := map[string]string{} // path by key
	for _, f := range e.View().Fields {
		if text, ok := typed[f.Key]; ok {
			say(t, f.Path, e.SetText(f.Path, text))
			seen[f.Key] = f.Path
		}
	}
	if len(seen) != len(typed) {
		t.Fatalf("got fields %v", seen)
	}
	doEdit(t, e.Save())
	if s, _ := d.Summary(id); s.Lead != "Tesfaye" {
		t.Errorf("the list says %q", s.Lead)
	}
	// The rest of the referral has what was said, and does not ask again.
	again := openEditor(t, d, id)
	for _, at := range []struct{ key, section string }{{"field.quick.name", "people"}, {"field.quick.size", "people"}, {"field.quick.country", "people"}} {
		again.Show(at.section, seen[at.key])
		if got := again.TextAt(seen[at.key]); got != typed[at.key] {
			t.Errorf("%s: got %q", at.key, got)
		}
	}
	// How to reach them is closed from then on.
	again.Show("quick", "")
	for _, f := range again.View().Fields {
		if f.Key == "field.quick.handle" {
			t.Error("the safe contact stands open")
		}
	}
	contacts, err := d.SafeContacts(context.Background(), id)
	if err != nil || len(contacts) != 1 || contacts[0].Handle.Get() != "+254 700 000 000" || contacts[0].Person == "" {
		t.Errorf("kept %+v, %v", contacts, err)
	}
}

// Looking at the page alone leaves nothing behind.
func TestQuick_leaves_nothing_of_a_look(t *testing.T) {
	d := editorDesk(t)
	id := newCase(t, d)
	e := openEditor(t, d, id)
	e.Show("people", "")
	e.Show("quick", "")
	if e.Unsaved() || d.HasSafeContacts(id) {
		t.Error("a look is taken for a change")
	}
	doEdit(t, e.Leave(func() { t.Error("stays") }))
	c, err := d.Load(context.Background(), id)
	if err != nil || len(c.Referral.People[0].Names) != 0 {
		t.Errorf("kept %+v, %v", c.Referral.People[0].Names, err)
	}
}
