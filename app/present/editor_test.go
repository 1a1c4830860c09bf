package present_test

import (
	"context"
	"io/fs"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/referral"
	"harbour/assets"
	"harbour/crypto"
)

// editorDay is the day of the practice cases.
var editorDay = time.Date(2026, 3, 19, 14, 2, 11, 0, time.UTC)

// deskAt is a desk with a clock that a test moves.
type deskAt struct {
	*casework.Desk
	now time.Time
}

func editorDesk(t testing.TB) *deskAt {
	t.Helper()
	book, err := referral.ReadBook(assets.Vocabularies(), assets.Requirements(), assets.Consents())
	if err != nil {
		t.Fatal(err)
	}
	list, err := assets.Wordlist(assets.CaseWords)
	if err != nil {
		t.Fatal(err)
	}
	d := &deskAt{now: editorDay}
	p := casework.NewProgram(book, strings.Fields(string(list)), "test")
	p.Now = func() time.Time { return d.now }
	p.Cost = func() crypto.Cost { return crypto.Cost{MemoryKiB: 64, Time: 1, Threads: 1} }
	dir, ctx := filepath.Join(t.TempDir(), "vault"), context.Background()
	setUp := casework.SetUp{Role: casework.RoleField, Name: "Nairobi desk", Practice: true}
	if err := p.Create(ctx, dir, editorPass(t, "pebble orchard kettle"), setUp); err != nil {
		t.Fatal(err)
	}
	if d.Desk, err = p.Unlock(ctx, dir, editorPass(t, "pebble orchard kettle")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	return d
}

func editorPass(t testing.TB, words string) *casework.Passphrase {
	t.Helper()
	s := casework.NewPassphrase()
	for _, r := range words {
		s.PutRune(r)
	}
	t.Cleanup(s.Destroy)
	return s
}

// doEdit runs a job to its end, as a window would.
func doEdit(t testing.TB, job present.Job) {
	t.Helper()
	if job == nil {
		t.Fatal("no job")
	}
	if apply := job(context.Background(), func(casework.Progress) {}); apply != nil {
		apply()
	}
}

func openEditor(t testing.TB, d *deskAt, id referral.ID) *present.Editor {
	t.Helper()
	e := present.NewEditor(d.Desk, string(id))
	doEdit(t, e.Open(present.Route{}, func() {}))
	if f := e.Failure(); !f.Empty() {
		t.Fatalf("open: %s", f.Key)
	}
	return e
}

func newCase(t testing.TB, d *deskAt) referral.ID {
	t.Helper()
	c, err := d.New(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return c.ID
}

func practiceCase(t testing.TB, d *deskAt, name string) referral.ID {
	t.Helper()
	b, err := fs.ReadFile(assets.Practice(), name)
	if err != nil {
		t.Fatal(err)
	}
	taken, err := d.Take(context.Background(), b)
	if err != nil {
		t.Fatal(err)
	}
	return taken.ID
}

// fill gives every field of the open page a value that its kind can have, and
// returns what it gave.
func fill(t *testing.T, e *present.Editor, fields []present.Field, given map[string]string) {
	t.Helper()
	for _, f := range fields {
		switch f.Kind {
		case present.KindGroup:
			if len(f.Adding) > 0 {
				e.Add(f.Path, present.Member{Name: f.First, Value: f.Adding[0].Key})
			} else {
				e.Add(f.Path)
			}
			g, _ := e.FieldAt(f.Path)
			for _, row := range g.Rows {
				fill(t, e, row.Fields, given)
			}
		case present.KindCodes, present.KindPeople, present.KindPapers:
			if options := e.Options(f); len(options) > 0 {
				e.SetChosen(f.Path, []string{options[0].Key})
				given[f.Path] = options[0].Key
			}
		case present.KindDate:
			say(t, f.Path, e.SetDate(f.Path, "spring 1984", "gregorian"))
			given[f.Path] = "spring 1984"
		case present.KindWithheld, present.KindAttachment:
		default:
			if value := valueFor(e, f); value != "" {
				say(t, f.Path, e.SetText(f.Path, value))
				given[f.Path] = value
			}
		}
	}
}

func valueFor(e *present.Editor, f present.Field) string {
	switch f.Kind {
	case present.KindYesNo, present.KindFlag:
		return "yes"
	case present.KindDay:
		return "2026-03-18"
	case present.KindNumber:
		return "3"
	case present.KindText, present.KindLong:
		return "words for " + f.Key
	}
	options := e.Options(f)
	if len(options) == 0 {
		return ""
	}
	return options[len(options)-1].Key
}

func say(t *testing.T, path string, m present.Message) {
	t.Helper()
	if !m.Empty() {
		t.Errorf("%s: %s", path, m.Key)
	}
}

// TestEditor_keeps_what_is_typed fills in every field of every section, saves,
// opens again and finds the same.
func TestEditor_keeps_what_is_typed(t *testing.T) {
	d := editorDesk(t)
	id := newCase(t, d)
	e := openEditor(t, d, id)
	e.Show("people", "")
	lead := e.View().Lists[0].Cards[0].Person
	e.AddRelative(present.Relative{Role: "accompanying", Relation: "child_biological"})
	given := map[string]string{}
	unseal := func(e *present.Editor) {
		if e.View().Locked {
			doEdit(t, e.OpenSafe(editorPass(t, "pebble orchard kettle"), func(m present.Message) { say(t, "safe", m) }))
		}
	}
	fillAll := func(section string) {
		parts := len(e.View().Parts)
		for i := range max(parts, 1) {
			e.ShowPart(i)
			// Twice: some fields come up with the answers of others.
			fill(t, e, e.View().Fields, given)
			fill(t, e, e.View().Fields, given)
		}
	}
	for _, s := range e.Sections() {
		e.Show(s.Key, "")
		unseal(e)
		fillAll(s.Key)
		for _, l := range e.View().Lists {
			e.Show(s.Key, "")
			if !l.Fixed && l.List != "people" {
				add(e, l)
			}
			e.Show(s.Key, "")
			for _, list := range e.View().Lists {
				if list.List != l.List {
					continue
				}
				for _, c := range list.Cards {
					e.Show(s.Key, c.Path)
					fillAll(s.Key)
				}
			}
		}
	}
	if len(given) < 300 {
		t.Fatalf("only %d fields were filled in", len(given))
	}
	want := snapshot(e, given)
	doEdit(t, e.Save())
	if s := e.SaveState(); !s.Why.Empty() || e.Unsaved() {
		t.Fatalf("save: %s, unsaved %v", s.Why.Key, e.Unsaved())
	}

	again := openEditor(t, d, id)
	for _, s := range again.Sections() {
		again.Show(s.Key, "")
		unseal(again)
	}
	if got := snapshot(again, given); !reflect.DeepEqual(got, want) {
		for path, value := range want {
			if got[path] != value {
				t.Errorf("%s: got %q, want %q", path, got[path], value)
			}
		}
	}
	if again.View().Section == "" || lead == "" {
		t.Error("nothing is open")
	}
}

// add makes an element of a list, of the first that it may be.
func add(e *present.Editor, l present.CardList) {
	if len(l.Adding) == 0 {
		e.Add(l.List)
		return
	}
	e.Add(l.List, present.Member{Name: l.First, Value: l.Adding[0].Key})
}

// snapshot reads each field through its page.
func snapshot(e *present.Editor, paths map[string]string) map[string]string {
	all := map[string]string{}
	var take func(fields []present.Field)
	take = func(fields []present.Field) {
		for _, f := range fields {
			if _, ok := paths[f.Path]; ok {
				all[f.Path] = f.Value + strings.Join(f.Chosen, ",")
			}
			for _, row := range f.Rows {
				take(row.Fields)
			}
		}
	}
	each := func() {
		parts := len(e.View().Parts)
		for i := range max(parts, 1) {
			e.ShowPart(i)
			take(e.View().Fields)
		}
	}
	for _, s := range e.Sections() {
		e.Show(s.Key, "")
		lists := e.View().Lists
		each()
		for _, l := range lists {
			for _, c := range l.Cards {
				e.Show(s.Key, c.Path)
				each()
			}
		}
	}
	return all
}

// TestEditor_has_a_field_for_each_need compares the table of fields with what
// the requirement sets ask for.
func TestEditor_has_a_field_for_each_need(t *testing.T) {
	book, err := referral.ReadBook(assets.Vocabularies(), assets.Requirements(), assets.Consents())
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	for _, at := range present.FieldPatterns() {
		have[at] = true
	}
	var r referral.Referral
	for _, pathway := range []referral.Code{referral.PathwayPermanent, referral.PathwayTemporary, "unhcr_emergency_upp", "undetermined"} {
		set, ok := book.SetFor(pathway)
		if !ok {
			t.Fatalf("no set for %s", pathway)
		}
		for _, rule := range set.Rules {
			if rule.Check == referral.CheckAnswered && !have[rule.At] {
				t.Errorf("%s: no field for %s", rule.ID, rule.At)
			}
		}
		for _, f := range referral.Check(&r, referral.Situation{Today: editorDay, Set: set}).Findings {
			if !have[f.Path] && f.Path != referral.RecipientPath && f.Path != "work" && f.Path != "incidents" && f.Path != "sessions" {
				t.Errorf("%s: no field for %s", f.Rule, f.Path)
			}
		}
	}
}

func TestEditor_every_pattern_leads_somewhere(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, practiceCase(t, d, "family-of-four.json"))
	for _, s := range e.Sections() {
		e.Show(s.Key, "")
		v := e.View()
		for _, f := range v.Fields {
			if f.Key == "" || f.Kind == "" {
				t.Errorf("%s: field without words or kind", f.Path)
			}
		}
		for _, l := range v.Lists {
			for _, c := range l.Cards {
				e.Show(s.Key, c.Path)
				if got := e.View(); got.Element != c.Path {
					t.Errorf("%s in %s opens %q", c.Path, s.Key, got.Element)
				}
				for _, f := range e.View().Fields {
					if len(e.View().Fields) > 40 {
						t.Errorf("%s: %d fields on one page", f.Path, len(e.View().Fields))
					}
				}
			}
		}
	}
}

// Nobody is "50 today" who died.
func TestEditor_tells_no_age_of_the_dead(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, practiceCase(t, d, "family-of-four.json"))
	e.Show("people", "")
	for _, c := range e.View().Lists[0].Cards {
		if dead := c.Title == "Habib Karimi"; dead != (c.Age == nil) {
			t.Errorf("%s: age %+v", c.Title, c.Age)
		}
	}
}
