package present_test

import (
	"testing"

	"harbour/app/present"
)

func TestRepeat(t *testing.T) {
	d := editorDesk(t)
	id := newCase(t, d)
	e := openEditor(t, d, id)
	e.Show("people", "")
	lead := "people/" + e.View().Lists[0].Cards[0].Person
	child := "people/" + e.AddRelative(present.Relative{Role: "accompanying", Relation: "child_biological"})
	if e.Repeat(lead + "/birth_country") {
		t.Error("something to copy where nobody has said anything")
	}
	e.SetText(lead+"/birth_country", "IRN")
	e.SetText(lead+"/city_area", "Nairobi, Eastleigh")
	name := e.Add(lead + "/names")
	e.SetText(name+"/family_part", "Rostamyar")
	own := e.Add(child + "/names")
	for _, test := range []struct{ path, want string }{
		{child + "/birth_country", "IRN"},
		{child + "/city_area", "Nairobi, Eastleigh"},
		{own + "/family_part", "Rostamyar"},
	} {
		if !e.Repeat(test.path) || !e.Copied(test.path) {
			t.Errorf("%s: not copied, or not marked", test.path)
		}
		if got := e.TextAt(test.path); got != test.want {
			t.Errorf("%s: got %q, want %q", test.path, got, test.want)
		}
	}
	// Typed over, it is an answer like any other; undone, it is gone.
	e.SetText(child+"/birth_country", "TUR")
	if e.Copied(child + "/birth_country") {
		t.Error("still marked after it was typed over")
	}
	e.SetText(own+"/family_part", "Rostam")
	if e.Copied(own + "/family_part") {
		t.Error("a name is still marked after it was typed over")
	}
	doEdit(t, e.Save())
	again := openEditor(t, d, id)
	if !again.Copied(child + "/city_area") {
		t.Error("the mark is gone after saving")
	}
}

// What is copied with ids gets its own: two people never share a nationality.
func TestRepeat_gives_new_ids(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, newCase(t, d))
	e.Show("people", "")
	lead := "people/" + e.View().Lists[0].Cards[0].Person
	child := "people/" + e.AddRelative(present.Relative{Role: "accompanying", Relation: "child_biological"})
	first := e.Add(lead + "/nationalities")
	e.SetText(first+"/country", "IRN")
	if !e.Repeat(child + "/nationalities") {
		t.Fatal("nothing copied")
	}
	if e.TextAt(child+"/nationalities/"+first[len(lead+"/nationalities/"):]+"/country") != "" {
		t.Error("the copy has the id of the first")
	}
}
