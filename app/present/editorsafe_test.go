package present_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"harbour/app/present"
	"harbour/app/referral"
)

// TestEditor_compartments_open_one_by_one: a passphrase that was given for one
// shows no other.
func TestEditor_compartments_open_one_by_one(t *testing.T) {
	d := editorDesk(t)
	id := practiceCase(t, d, "family-of-four.json")
	e := openEditor(t, d, id)
	before := len(e.Missing())
	open(t, e, "screening")
	e.Show("apart", "")
	if !e.View().Locked {
		t.Error("screening opened what is kept apart")
	}
	found := func(rule string) bool {
		return slices.ContainsFunc(e.Missing(), func(m present.Missing) bool { return m.Rule == rule })
	}
	if !found("screening.asked") {
		t.Error("nobody was asked, and the open compartment is not judged")
	}
	person := string(load(t, d, id).PrincipalPersonID)
	e.Show("screening", "")
	path := e.Add("screening", present.Member{Name: "person", Value: person})
	say(t, path, e.SetText(path+"/charged_anywhere", "yes"))
	i := slices.IndexFunc(e.Missing(), func(m present.Missing) bool { return m.Rule == "V33" })
	if i < 0 || e.Missing()[i].Explains {
		t.Error("a yes without a proceeding is not found, or would be explained outside the compartment")
	}
	doEdit(t, e.Save())
	d.now = d.now.Add(present.SafeFor + time.Second)
	if e.CloseSafe(); e.SafeOpen() || e.CanUndo() || found("V33") || len(e.Missing()) != before {
		t.Errorf("closed: open %v, undo %v, %d points of %d", e.SafeOpen(), e.CanUndo(), len(e.Missing()), before)
	}
	kept, err := d.Screening(context.Background(), id)
	if err != nil || len(kept) != 1 || !kept[0].ChargedAnywhere.Get() {
		t.Errorf("kept %+v, %v", kept, err)
	}
}

// TestEditor_shows_a_field_when_it_is_due sets what a field hangs on.
func TestEditor_shows_a_field_when_it_is_due(t *testing.T) {
	d := editorDesk(t)
	id := practiceCase(t, d, "family-of-four.json")
	e := openEditor(t, d, id)
	r := load(t, d, id)
	open(t, e, "screening")
	lead := string(r.PrincipalPersonID)
	asked := e.Add("screening", present.Member{Name: "person", Value: lead})
	e.Show("proceedings", "")
	charge := e.Add("proceedings", present.Member{Name: "person", Value: lead})
	e.Show("children", "")
	child := e.Add("children", present.Member{Name: "child", Value: string(r.People[3].ID)})
	told := "history/" + string(r.History[0].ID)
	session, person := "sessions/"+string(r.Sessions[0].ID), "people/"+string(r.People[1].ID)
	for _, test := range []struct {
		section, on, value, shows string
		hides                     bool
	}{
		{"screening", asked + "/military_service", "yes", asked + "/military_service_why", false},
		{"screening", asked + "/needs_follow_up_by_office", "yes", asked + "/military_service", true},
		{"proceedings", charge + "/outcome", "convicted", charge + "/sentence", false},
		{"children", child + "/separated_or_unaccompanied", "unaccompanied", child + "/best_interests", false},
		{"children", child + "/with_whom", "relative", child + "/caregiver_who", false},
		{"history", told + "/ongoing", "yes", told + "/to", true},
		{"sessions", session + "/via_interpreter", "no", session + "/interpreter_code", true},
		{"people", person + "/person_state", "detained", person + "/state_since", false},
		{"family", person + "/spouse_of_another", "yes", person + "/spouse_of_another_who", false},
		{"case", "unhcr_emergency_approached", "refused", "unhcr_emergency_on", false},
	} {
		if test.section == "case" {
			say(t, "priority", e.SetText("priority", "emergency"))
		}
		if shown(e, test.section, test.shows) != test.hides {
			t.Errorf("%s is shown %v before", test.shows, !test.hides)
		}
		say(t, test.on, e.SetText(test.on, test.value))
		if shown(e, test.section, test.shows) == test.hides {
			t.Errorf("%s is shown %v after %s", test.shows, test.hides, test.on)
		}
	}
}

// TestEditor_asks_nothing_of_a_mark: the one need that is a mark alone has no
// field for words.
func TestEditor_asks_nothing_of_a_mark(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, newCase(t, d))
	e.Show("needs", "")
	at := e.Add("needs", present.Member{Name: "code", Value: string(referral.NeedSexual)})
	for _, member := range []string{"needed_support", "treatment_now", "medication_continuity", "report"} {
		if shown(e, "needs", at+"/"+member) {
			t.Errorf("asks for %s", member)
		}
	}
	if !shown(e, "needs", at+"/share_scope") {
		t.Error("does not ask who may know")
	}
}

func shown(e *present.Editor, section, path string) bool {
	e.Show(section, path)
	_, ok := e.FieldAt(path)
	return ok
}

func open(t *testing.T, e *present.Editor, section string) {
	t.Helper()
	e.Show(section, "")
	if !e.View().Locked {
		t.Fatalf("%s is open without the passphrase", section)
	}
	doEdit(t, e.OpenSafe(editorPass(t, "pebble orchard kettle"), func(m present.Message) { say(t, section, m) }))
	if e.View().Locked {
		t.Fatalf("%s stays locked", section)
	}
}
