package present_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/referral"
)

func TestEditor_saves_what_is_newest(t *testing.T) {
	d := editorDesk(t)
	id := newCase(t, d)
	e := openEditor(t, d, id)
	var told []present.Save
	e.OnSaveState = func(s present.Save) { told = append(told, s) }
	if e.Save() != nil || e.Unsaved() {
		t.Fatal("something to save in a case that nobody touched")
	}
	e.SetText("notes", "first")
	job := e.Save()
	e.SetText("notes", "second")
	if e.Save() != nil {
		t.Error("two saves at once")
	}
	doEdit(t, job)
	if !e.Unsaved() {
		t.Error("what was typed during the save is taken for saved")
	}
	doEdit(t, e.Save())
	if got := openEditor(t, d, id); fieldIn(got, "quick", "notes").Value != "second" {
		t.Errorf("got %q", fieldIn(got, "quick", "notes").Value)
	}
	if len(told) != 4 || !told[0].Busy || told[3].Busy || !told[3].At.Equal(editorDay) {
		t.Errorf("told %+v", told)
	}
}

func TestEditor_leaves_after_the_save_under_way(t *testing.T) {
	d := editorDesk(t)
	id := newCase(t, d)
	e := openEditor(t, d, id)
	e.SetText("notes", "first")
	running := e.Save()
	apply := running(context.Background(), nil)
	e.SetText("notes", "last words")
	e.SetCursor("notes", 4)
	doEdit(t, e.Leave(func() { t.Error("stays") }))
	apply()
	if e.Unsaved() || !e.SaveState().Why.Empty() {
		t.Errorf("unsaved %v, %+v", e.Unsaved(), e.SaveState())
	}
	p := d.Place()
	if p.Case != id || p.Path != "notes" || p.Cursor != 4 {
		t.Errorf("place %+v", p)
	}
	if got := openEditor(t, d, id); fieldIn(got, "quick", "notes").Value != "last words" {
		t.Errorf("got %q", fieldIn(got, "quick", "notes").Value)
	}
}

func TestEditor_keeps_the_words_of_a_conflict(t *testing.T) {
	d := editorDesk(t)
	id := newCase(t, d)
	e := openEditor(t, d, id)
	c, err := d.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	c.Referral.Notes = "from elsewhere"
	if _, err := d.Desk.Save(context.Background(), c); err != nil {
		t.Fatal(err)
	}
	e.SetText("notes", "mine")
	stayed := false
	doEdit(t, e.Leave(func() { stayed = true }))
	if why := e.SaveState().Why.Key; why != "error.conflict" || !stayed || !e.Unsaved() {
		t.Errorf("why %q, stayed %v, unsaved %v", why, stayed, e.Unsaved())
	}
	if fieldIn(e, "quick", "notes").Value != "mine" {
		t.Error("words are gone")
	}
	if !e.Conflict() || e.Save() != nil {
		t.Error("saves again without being told to")
	}
	doEdit(t, e.Overwrite())
	if s := e.SaveState(); !s.Why.Empty() || e.Conflict() || e.Unsaved() || load(t, d, id).Notes != "mine" {
		t.Errorf("after overwriting: %q, %q", s.Why.Key, load(t, d, id).Notes)
	}
}

func TestEditor_undo_goes_back_to_the_place(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, practiceCase(t, d, "family-of-four.json"))
	e.Show("claim", "")
	e.SetCursor("claim/route", 0)
	before := fieldIn(e, "claim", "claim/route").Value
	e.Show("claim", "claim/route")
	for _, typed := range []string{"a", "ab", "abc"} {
		e.SetText("claim/route", typed)
	}
	e.Show("people", "")
	person := e.View().Lists[0].Cards[1].Path
	people := len(e.View().Lists[0].Cards)
	e.Remove(person)
	if got := len(e.View().Lists[0].Cards); got != people-1 {
		t.Fatalf("%d people after taking one out", got)
	}
	e.Show("documents", "")
	e.Undo()
	if got := len(e.View().Lists[0].Cards); e.Section() != "people" || got != people {
		t.Errorf("section %s, %d people", e.Section(), got)
	}
	e.Undo()
	if got := fieldIn(e, "claim", "claim/route").Value; got != before || e.CanUndo() {
		t.Errorf("typing is not one step: %q", got)
	}
}

func TestEditor_goes_to_what_is_missing(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, practiceCase(t, d, "not-ready.json"))
	missing := e.Missing()
	if len(missing) == 0 || e.Blocks() == 0 || !missing[0].Blocks {
		t.Fatalf("missing %d, blocks %d", len(missing), e.Blocks())
	}
	for _, m := range missing {
		if !m.Here {
			continue
		}
		path := e.GoTo(m)
		if e.Section() != m.Section {
			t.Errorf("%s leads to %s", m.Rule, e.Section())
		}
		_, field := e.FieldAt(path)
		v := e.View()
		adds := slices.ContainsFunc(v.Lists, func(l present.CardList) bool { return l.List == path })
		if !field && !adds && v.Element != path && !strings.HasPrefix(v.Element, path) {
			t.Errorf("%s: nothing at %s on %s %q", m.Rule, path, v.Section, v.Element)
		}
	}
	look := missing[slices.IndexFunc(missing, func(m present.Missing) bool { return !m.Blocks && m.Here })]
	looks := e.Looks()
	e.Explain(look, "because")
	if e.Looks() != looks-1 {
		t.Errorf("%d looks after an explanation, %d before", e.Looks(), looks)
	}
	if m := e.AskLater(missing[0], "tomorrow"); m.Key != "editor.wrong.day" {
		t.Errorf("a day in words: %q", m.Key)
	}
	say(t, "later", e.AskLater(missing[0], "2026-04-01"))
	if got := e.Missing()[0]; !got.Later || got.AskOn != "2026-04-01" {
		t.Errorf("later: %+v", got)
	}
}

func TestEditor_answers_without_a_value(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, newCase(t, d))
	const path = "claim/other_country_why_not"
	if f := fieldIn(e, "claim", path); !f.Needed {
		t.Error("not needed")
	}
	e.SetText(path, "asked in 2024")
	if f := fieldIn(e, "claim", path); f.Needed {
		t.Error("needed after an answer")
	}
	e.SetState(path, "declined")
	e.SetWhy(path, "rather not say")
	if f := fieldIn(e, "claim", path); f.State != "declined" || f.Why != "rather not say" || f.Value != "" {
		t.Errorf("state %q, why %q, value %q", f.State, f.Why, f.Value)
	}
	e.SetState(path, "")
	if f := fieldIn(e, "claim", path); f.State != "" || f.Why != "" {
		t.Errorf("taken back: %+v", f)
	}
	if f := fieldIn(e, "case", "category_secondary"); !slices.Contains(f.States, "not_applicable") {
		t.Error("a conditional field is always applicable")
	}
	if f := fieldIn(e, "case", "pathway"); slices.Contains(f.States, "not_applicable") {
		t.Error("a field that always applies may be not applicable")
	}
	if m := e.SetText("stated_size", "four"); m.Key != "editor.wrong.number" {
		t.Errorf("a number in words: %q", m.Key)
	}
}

func TestEditor_dates_keep_the_words(t *testing.T) {
	d := editorDesk(t)
	e := openEditor(t, d, newCase(t, d))
	e.Show("people", "")
	path := e.View().Lists[0].Cards[0].Path + "/birth_date"
	e.Show("people", path)
	date := func() *present.DateView {
		f, ok := e.FieldAt(path)
		if !ok {
			t.Fatal("no date")
		}
		return f.Date
	}
	say(t, path, e.SetDate(path, "c. 1979", "gregorian"))
	if v := date(); v.Reading != present.DateRange || !v.About || v.Age == nil || v.Age.Youngest != 46 || v.Age.Oldest != 47 {
		t.Errorf("c. 1979: %+v", v)
	}
	say(t, path, e.SetDate(path, "زمستان ۱۳۸۸", "solar_hijri"))
	if v := date(); v.Reading != present.DateWords || !v.AskYears {
		t.Errorf("other calendar: %+v", v)
	}
	if m := e.SetYears(path, "2010", "2009"); m.Key != "editor.wrong.years" {
		t.Errorf("years the wrong way round: %q", m.Key)
	}
	say(t, path, e.SetYears(path, "2009", "2010"))
	if v := date(); v.Reading != present.DateRange || v.FromYear != "2009" || v.UntilYear != "2010" || !v.AskYears {
		t.Errorf("with years: %+v", v)
	}
	e.SetPaper(path, "01.01.2009", "")
	if v := date(); !v.FirstJan || v.Paper != "01.01.2009" {
		t.Errorf("with a paper: %+v", v)
	}
	if f, _ := e.FieldAt(path); f.Value != "زمستان ۱۳۸۸" {
		t.Errorf("words became %q", f.Value)
	}
}

func TestEditor_attaches_and_reads_files(t *testing.T) {
	d := editorDesk(t)
	id := newCase(t, d)
	e := openEditor(t, d, id)
	document := e.Add("documents", present.Member{Name: "type", Value: "passport"})
	e.Show("documents", document)
	e.SetText("notes", "typed before")
	file := filepath.Join(t.TempDir(), "letter.txt")
	want := []byte("Invented words.\n")
	if err := os.WriteFile(file, want, 0o600); err != nil {
		t.Fatal(err)
	}
	doEdit(t, e.Attach(document, file, func(m present.Message) { say(t, "attach", m) }))
	e.SetText("notes", "typed after")
	doEdit(t, e.Save())
	again := openEditor(t, d, id)
	again.Show("documents", document)
	f, ok := again.FieldAt(document + "/attachments")
	if !ok || len(f.Rows) != 1 || f.Rows[0].File.Name != "letter.txt" || !f.Rows[0].File.Shown() {
		t.Fatalf("files: %+v", f.Rows)
	}
	doEdit(t, again.Read(*f.Rows[0].File, func(got []byte, m present.Message) {
		if say(t, "read", m); !bytes.Equal(got, want) {
			t.Errorf("read %q", got)
		}
	}))
	out := t.TempDir()
	doEdit(t, again.SaveCopy(document, out, func(paths []string, m present.Message) {
		if say(t, "copy", m); len(paths) != 1 {
			t.Errorf("copies: %v", paths)
		}
	}))
	doEdit(t, again.Attach(document, filepath.Join(out, "missing"), func(m present.Message) {
		if m.Key != "error.no_file" {
			t.Errorf("missing file: %q", m.Key)
		}
	}))
	stopped, stop := context.WithCancel(context.Background())
	stop()
	again.Attach(document, file, func(m present.Message) {
		if m.Key != "error.cancelled" {
			t.Errorf("cancelled: %q", m.Key)
		}
	})(stopped, func(casework.Progress) {})()
}

func TestEditor_safe_contact_closes(t *testing.T) {
	d := editorDesk(t)
	id := newCase(t, d)
	e := openEditor(t, d, id)
	e.Show("safe_contact", "")
	if !e.View().Locked {
		t.Fatal("open without the passphrase")
	}
	doEdit(t, e.OpenSafe(editorPass(t, "something else"), func(m present.Message) {
		if m.Key != "error.wrong_passphrase" {
			t.Errorf("wrong passphrase: %q", m.Key)
		}
	}))
	doEdit(t, e.OpenSafe(editorPass(t, "pebble orchard kettle"), func(m present.Message) { say(t, "open", m) }))
	person := string(load(t, d, id).PrincipalPersonID)
	path := e.Add("safe_contacts", present.Member{Name: "person", Value: person})
	e.SetText(path+"/handle", "the baker")
	if d.now = d.now.Add(present.SafeFor); e.SafeDue() {
		t.Error("closes over words that are not saved")
	}
	doEdit(t, e.Save())
	e.Noticed()
	if e.SafeDue() {
		t.Error("closes although somebody is there")
	}
	d.now = d.now.Add(present.SafeFor + time.Second)
	if !e.SafeDue() {
		t.Error("stays open untouched")
	}
	e.CloseSafe()
	if !e.View().Locked || e.CanUndo() {
		t.Error("not closed, or undo still knows")
	}
	contacts, err := d.SafeContacts(context.Background(), id)
	if err != nil || len(contacts) != 1 || contacts[0].Handle.Get() != "the baker" {
		t.Errorf("kept %+v, %v", contacts, err)
	}
}

func TestEditor_withholds(t *testing.T) {
	d := editorDesk(t)
	id := practiceCase(t, d, "family-of-four.json")
	e := openEditor(t, d, id)
	consent := "consents/" + string(load(t, d, id).Consents[0].ID)
	e.Show("consent", consent)
	f, _ := e.FieldAt(consent + "/withheld_items")
	what := f.Adding[0].Key
	e.Withhold(consent, what, "fear_of_harm")
	f, _ = e.FieldAt(consent + "/withheld_items")
	if !slices.ContainsFunc(f.Rows, func(r present.GroupRow) bool { return r.Path == what && r.Title != what }) {
		t.Errorf("rows %+v", f.Rows)
	}
	e.Release(consent, what)
	f, _ = e.FieldAt(consent + "/withheld_items")
	if slices.ContainsFunc(f.Rows, func(r present.GroupRow) bool { return r.Path == what }) {
		t.Error("still withheld")
	}
}

// fieldIn reads a field of a section, whichever page it stands on.
func fieldIn(e *present.Editor, section, path string) present.Field {
	e.Show(section, path)
	f, _ := e.FieldAt(path)
	return f
}

func load(t testing.TB, d *deskAt, id referral.ID) *referral.Referral {
	t.Helper()
	c, err := d.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return &c.Referral
}

// BenchmarkEditorOpen is opening the family after unlock, all but the drawing.
func BenchmarkEditorOpen(b *testing.B) {
	d := editorDesk(b)
	id := practiceCase(b, d, "family-of-four.json")
	for b.Loop() {
		openEditor(b, d, id).View()
	}
}

// BenchmarkEditorKey is one letter in a field of the family.
func BenchmarkEditorKey(b *testing.B) {
	d := editorDesk(b)
	e := openEditor(b, d, practiceCase(b, d, "family-of-four.json"))
	e.Show("claim", "claim/route")
	text := ""
	for b.Loop() {
		if text += "a"; len(text) > 200 {
			text = ""
		}
		e.SetText("claim/route", text)
	}
}
