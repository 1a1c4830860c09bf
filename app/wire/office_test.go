package wire_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"harbour/app/referral"
	"harbour/app/wire"
)

var update = flag.Bool("update", false, "write the golden files anew")

func office() wire.Reader {
	n := 0
	return wire.Reader{
		Role:  "office",
		Today: time.Date(2026, 3, 19, 0, 0, 0, 0, time.UTC),
		Part:  func(referral.ID) string { n++; return fmt.Sprintf("data/att/%04d.bin", n) },
	}
}

func TestLeaving_lists_every_field(t *testing.T) {
	data, err := os.ReadFile("leaving.txt")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		word, path, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || word == "#" {
			continue
		}
		path = strings.TrimSpace(path)
		if listed[path] || (word != "leaves" && word != "stays" && word != "apart") {
			t.Errorf("line %q: unknown word or listed twice", line)
		}
		listed[path] = true
	}
	fields := map[string]bool{}
	fieldsOf(reflect.TypeFor[referral.Case](), "", fields)
	for path := range fields {
		if !listed[path] {
			t.Errorf("%s is not listed", path)
		}
	}
	for path := range listed {
		if !fields[path] {
			t.Errorf("%s is listed and does not exist", path)
		}
	}
}

func fieldsOf(t reflect.Type, path string, found map[string]bool) {
	switch t.Kind() {
	case reflect.Pointer:
		fieldsOf(t.Elem(), path, found)
	case reflect.Slice:
		fieldsOf(t.Elem(), path+"*/", found)
	case reflect.Struct:
		for i := range t.NumField() {
			name := referral.MemberName(t.Field(i))
			listed, inner := path+name, path+name+"/"
			switch {
			case strings.HasPrefix(t.Name(), "Answer["):
				listed, inner = "answer/"+name, path
			case t == reflect.TypeFor[referral.FuzzyDate]():
				listed, inner = "date/"+name, "date/"
			}
			if name != "" {
				found[listed] = true
				fieldsOf(t.Field(i).Type, inner, found)
			}
		}
	}
}

// TestForOffice_golden guards what leaves: a field that appears in the file's
// difference is a field that begins to leave.
func TestForOffice_golden(t *testing.T) {
	c, _ := filled(true)
	for i := range c.Referral.Consents {
		c.Referral.Consents[i].WithheldItems = nil
	}
	got := jsontext.Value(encoded(t, leaving(t, c)))
	if err := got.Indent(jsontext.WithIndent(" ")); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/leaves_to_office.json"
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("what leaves differs from the golden file; see the difference with -update")
	}
	if bytes.Contains(got, []byte("planted")) {
		t.Error("an unknown member leaves")
	}
	if _, err := wire.DecodeCase(encoded(t, leaving(t, c))); err != nil {
		t.Errorf("the office cannot read it: %v", err)
	}
}

func TestForOffice_changes_nothing_of_the_case(t *testing.T) {
	c, _ := filled(true)
	before := encoded(t, c)
	leaving(t, c)
	if !bytes.Equal(encoded(t, c), before) {
		t.Error("the case was changed")
	}
}

func TestForOffice_names_attachments_in_order(t *testing.T) {
	c, _ := filled(false)
	for i := range c.Referral.Consents {
		c.Referral.Consents[i].WithheldItems = nil
	}
	var parts []string
	for _, d := range leaving(t, c).Referral.Documents {
		for _, a := range d.Attachments {
			parts = append(parts, a.Part)
		}
	}
	want := []string{"data/att/0001.bin", "data/att/0002.bin", "data/att/0003.bin", "data/att/0004.bin"}
	if !reflect.DeepEqual(parts, want) {
		t.Errorf("parts %v, want %v", parts, want)
	}
}

func TestForOffice_refuses_without_consent(t *testing.T) {
	for name, spoil := range map[string]func(*referral.Referral){
		"none":       func(r *referral.Referral) { r.Consents = nil },
		"withdrawn":  func(r *referral.Referral) { r.Consents[0].WithdrawnAt = "2026-03-01" },
		"other_role": func(r *referral.Referral) { r.Consents[0].ScopeRecipients = []referral.Code{"unhcr"} },
	} {
		c, _ := filled(false)
		spoil(c.Referral)
		if _, err := wire.ForOffice(c, office()); !errors.Is(err, wire.ErrNoConsent) {
			t.Errorf("%s: got %v, want %v", name, err, wire.ErrNoConsent)
		}
	}
}

// TestForOffice_withholds takes every path of a full case in turn, keeps it
// back, and looks for what stood there.
func TestForOffice_withholds(t *testing.T) {
	c, _ := filled(false)
	r := c.Referral
	document, attachment := r.Documents[0], r.Documents[0].Attachments[1]
	name := r.People[1].Names[0]
	nation := r.People[1].Nationalities.Get()[1]
	for _, test := range []struct {
		path  string
		marks []string
	}{
		{"documents/" + string(document.ID), []string{string(document.ID), document.Number, document.Attachments[0].FilenameOriginal}},
		{"documents/" + string(document.ID) + "/attachments/" + string(attachment.ID), []string{attachment.SHA512}},
		{"people/" + string(r.People[1].ID) + "/names/" + string(name.ID), []string{name.Full}},
		{"people/" + string(r.People[1].ID) + "/father_name", []string{r.People[1].FatherName.Get()}},
		{"people/" + string(r.People[1].ID) + "/father_name/value", []string{r.People[1].FatherName.Get()}},
		{"people/" + string(r.People[1].ID) + "/birth_date/value/edtf", []string{r.People[1].BirthDate.Get().OriginalText}},
		{"people/" + string(r.People[1].ID) + "/nationalities/" + string(nation.ID), []string{string(nation.Country)}},
		{"people/" + string(r.People[1].ID), []string{string(r.People[1].ID), name.Full, r.Work[0].Summary.Note}},
		{"claim/route", []string{r.Claim.Route}},
		{"claim", []string{r.Claim.Route, r.Claim.FearOnReturn.Get()}},
		{"incidents", []string{r.Incidents[0].WhatHappened.Get(), r.Incidents[1].WhatHappened.Get()}},
		{"referrer_contact", []string{r.ReferrerContact.Get()}},
	} {
		t.Run(test.path, func(t *testing.T) {
			c, _ := filled(false)
			c.Referral.Work[0].Person = c.Referral.People[1].ID
			c.Referral.Incidents[0].Evidence = []referral.ID{c.Referral.Documents[0].ID}
			c.Referral.People[0].BirthDate.Value.DocumentID = c.Referral.Documents[0].ID
			for i := range c.Referral.Consents {
				c.Referral.Consents[i].WithheldItems = nil
			}
			before := encoded(t, leaving(t, c))
			c.Referral.Consents[1].WithheldItems = []referral.Withheld{{Path: test.path, Why: "fear_of_harm"}}
			after := encoded(t, leaving(t, c))
			for _, mark := range test.marks {
				if !bytes.Contains(before, []byte(mark)) {
					t.Errorf("%q does not leave even when it is shared", mark)
				}
				if bytes.Contains(after, []byte(`"`+mark+`"`)) {
					t.Errorf("%q leaves", mark)
				}
			}
			if bytes.Contains(after, []byte("fear_of_harm")) {
				t.Error("the reason leaves")
			}
		})
	}
}

func TestForOffice_drops_what_a_withheld_paper_shows(t *testing.T) {
	c, _ := filled(false)
	c.Referral.People[0].BirthDate.Value.DocumentID = c.Referral.Documents[0].ID
	c.Referral.Consents[0].WithheldItems = []referral.Withheld{{Path: "documents/" + string(c.Referral.Documents[0].ID)}}
	date := leaving(t, c).Referral.People[0].BirthDate.Get()
	if date.DocumentID != "" || date.DocumentValue != "" {
		t.Errorf("date still shows %q of %q", date.DocumentValue, date.DocumentID)
	}
}

// TestForOffice_agrees_with_the_screen compares what Leaves says with what is
// written.
func TestForOffice_agrees_with_the_screen(t *testing.T) {
	c, _ := filled(false)
	c.Referral.Consents[0].ScopeSections = []referral.Section{"people", "family", "work", "documents"}
	c.Referral.Consents[0].WithheldItems = []referral.Withheld{{Path: "documents/" + string(c.Referral.Documents[0].ID)}}
	c.Referral.Consents[1].WithheldItems = nil
	out := leaving(t, c).Referral
	counts := map[referral.Section]int{
		referral.SectionPeople: len(out.People), referral.SectionWork: len(out.Work) + len(out.Referees),
		referral.SectionEvents: len(out.Incidents), referral.SectionDocuments: len(out.Documents),
		referral.SectionConsent: len(out.Consents),
	}
	for _, l := range referral.Leaves(c, "office", office().Today) {
		want, counted := counts[l.Section]
		if l.Section == referral.SectionPeople {
			l.Count -= 2 // the stated size and who is principal are single fields
		}
		if counted && l.Count != want {
			t.Errorf("%s: the screen says %d of %d, %d are written", l.Section, l.Count, l.Of, want)
		}
	}
}

func leaving(t testing.TB, c *referral.Case) *referral.Case {
	t.Helper()
	out, err := wire.ForOffice(c, office())
	if err != nil {
		t.Fatal(err)
	}
	return out
}
