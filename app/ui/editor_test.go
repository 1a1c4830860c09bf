package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"harbour/app/present"
	"harbour/app/referral"
	"harbour/app/ui/widgets"
)

// beat lets the clock of the editor run for a while.
func (h *house) beat(times int) {
	h.tb.Helper()
	page, ok := h.Page().(interface{ Beat() })
	if !ok {
		h.tb.Fatal("the open page has no clock")
	}
	for range times {
		page.Beat()
	}
}

// kept reads the one case as the folder has it.
func (h *house) kept() *referral.Referral {
	h.tb.Helper()
	c, err := h.Shell.Desk.Load(h.tb.Context(), h.Shell.Desk.All()[0].ID)
	if err != nil {
		h.tb.Fatal(err)
	}
	return &c.Referral
}

const saved = 10 // beats after which what was typed is saved

func TestEditor_saves_by_itself(t *testing.T) {
	h := editorHouse(t, houseWith{}, "not-ready.json")
	h.at("quick", "notes")
	h.typed("Ask again. ")
	h.beat(1)
	if got := h.kept().Notes; got[:3] == "Ask" {
		t.Error("saved while it was typed")
	}
	h.beat(saved)
	if got := h.kept().Notes; got[:11] != "Ask again. " {
		t.Errorf("kept %q", got)
	}
	h.mustSay("14:02")
}

func TestEditor_saves_when_left_and_comes_back(t *testing.T) {
	h := editorHouse(t, houseWith{}, "not-ready.json")
	h.at("claim", "claim/other_country_why_not")
	h.typed("Asked in 2024, refused")
	h.Go(present.Route{Page: present.PageStart})
	if got := h.kept().Claim.OtherCountryWhyNot.Get(); got != "Asked in 2024, refused" {
		t.Errorf("kept %q", got)
	}
	h.Go(present.Route{Page: present.PageEditor, Case: string(h.Shell.Desk.All()[0].ID)})
	h.typed("!")
	h.beat(saved)
	if got := h.kept().Claim.OtherCountryWhyNot.Get(); got != "!Asked in 2024, refused" {
		t.Errorf("the cursor did not return: %q", got)
	}
}

func TestEditor_needed_goes_with_the_answer(t *testing.T) {
	h := editorHouse(t, houseWith{}, "not-ready.json")
	h.at("claim", "claim/other_country_why_not")
	before := h.count("needed")
	h.typed("Refused")
	if got := h.count("needed"); got != before-1 {
		t.Errorf("%d needed, %d before", got, before)
	}
}

// count is how many times words stand in the window.
func (h *house) count(words string) int {
	n := 0
	for _, o := range h.objects() {
		if t, ok := o.(*widgets.Text); ok && t.Words() == words {
			n++
		}
	}
	return n
}

func TestEditor_answers_by_key(t *testing.T) {
	h := editorHouse(t, houseWith{}, "not-ready.json")
	h.at("claim", "claim/other_country_why_not")
	h.mustSay("No answer:", "doesn’t know")
	h.alt(fyne.Key3)
	h.typed("rather not say")
	h.at("claim", "claim/class_claimed")
	h.alt(fyne.Key1)
	h.at("people", h.firstOf("people")+"/birth_date")
	h.beat(saved)
	claim := h.kept().Claim
	if a := claim.OtherCountryWhyNot; a.State != referral.Declined || a.Note != "rather not say" {
		t.Errorf("typed field: %+v", a)
	}
	if a := claim.ClassClaimed; a.State != referral.UnknownToPerson {
		t.Errorf("choice: %+v", a)
	}
}

// alt presses Alt and a digit where the keyboard is.
func (h *house) alt(key fyne.KeyName) { h.keys(key, fyne.KeyModifierAlt) }

func (h *house) keys(key fyne.KeyName, with fyne.KeyModifier) {
	h.tb.Helper()
	s := &desktop.CustomShortcut{KeyName: key, Modifier: with}
	if to, ok := h.Window.Window.Canvas().Focused().(fyne.Shortcutable); ok {
		to.TypedShortcut(s)
		return
	}
	h.shortcut(s)
}

func TestEditor_walks_the_sections_by_key(t *testing.T) {
	h := editorHouse(t, houseWith{}, "family-of-four.json")
	h.at("quick", "notes")
	for _, section := range []string{
		"case", "people", "family", "work", "events", "history", "proceedings", "claim", "needs", "children", "consent",
		"documents", "sessions", "safe_contact", "screening", "apart",
	} {
		h.keys(fyne.KeyPageDown, fyne.KeyModifierControl)
		h.mustSay(h.Words.Text("lead." + section))
	}
	h.keys(fyne.KeyPageUp, fyne.KeyModifierControl)
	h.mustSay(h.Words.Text("lead.screening"))
}

func TestEditor_tab_reaches_each_field(t *testing.T) {
	h := editorHouse(t, houseWith{}, "family-of-four.json")
	on := h.Window.Window.Canvas()
	for section, path := range map[string]string{
		"case": "", "claim": "claim/reason_fled", "people": h.firstOf("people"), "documents": h.firstOf("documents"),
	} {
		h.at(section, path)
		want := map[fyne.Focusable]bool{}
		for _, o := range h.objects() {
			if f, ok := o.(fyne.Focusable); ok && takesKeys(o) {
				want[f] = true
			}
		}
		for range mostStops {
			on.FocusNext()
			delete(want, on.Focused())
		}
		for left := range want {
			t.Errorf("%s: Tab never reaches a %T", section, left)
		}
	}
}

// mostStops is more than any page has places for the keyboard.
const mostStops = 400

func takesKeys(o fyne.CanvasObject) bool {
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		return false
	}
	switch o.(type) {
	case *widgets.Choice, *widgets.Segments, *widgets.Toggle, *widgets.Button, *widgets.PersonCard:
		return true
	}
	return false
}

func TestEditor_keeps_words_over_a_conflict(t *testing.T) {
	h := editorHouse(t, houseWith{}, "not-ready.json")
	c, err := h.Shell.Desk.Load(t.Context(), h.Shell.Desk.All()[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	h.at("quick", "notes")
	if _, err := h.Shell.Desk.Save(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	h.typed("Mine. ")
	h.beat(saved)
	h.mustSay(h.Words.Text("editor.conflict"))
	h.Go(present.Route{Page: present.PageStart})
	if h.Route().Page != present.PageEditor {
		t.Error("left with words that are not saved")
	}
	h.tap("Write mine over it")
	if got := h.kept().Notes; got[:5] != "Mine." {
		t.Errorf("kept %q", got)
	}
}

func TestEditor_none_is_an_answer(t *testing.T) {
	h := editorHouse(t, houseWith{}, "not-ready.json")
	h.at("case", "special_handling")
	h.tap("none")
	h.beat(saved)
	if a := h.kept().SpecialHandling; !a.Given() || len(a.Get()) != 0 {
		t.Errorf("none said: %+v", a)
	}
	h.tap("none")
	h.beat(saved)
	if a := h.kept().SpecialHandling; !a.Blank() {
		t.Errorf("taken back: %+v", a)
	}
}

func TestEditor_says_what_is_wrong(t *testing.T) {
	h := editorHouse(t, houseWith{}, "not-ready.json")
	h.at("people", "stated_size")
	h.typed("four")
	h.mustSay(h.Words.Text("editor.wrong.number"))
}

func TestEditor_undo_brings_back_what_was_taken_out(t *testing.T) {
	h := editorHouse(t, houseWith{}, "family-of-four.json")
	documents := len(h.kept().Documents)
	h.at("documents", h.firstOf("documents"))
	h.tap("Take out")
	h.mustSay("Taken out.")
	h.beat(saved)
	if got := len(h.kept().Documents); got != documents-1 {
		t.Errorf("%d documents", got)
	}
	h.Window.Window.Canvas().Unfocus()
	h.shortcut(&fyne.ShortcutUndo{})
	h.beat(saved)
	if got := len(h.kept().Documents); got != documents {
		t.Errorf("%d documents after undo", got)
	}
}

func TestEditor_adds_someone(t *testing.T) {
	h := editorHouse(t, houseWith{}, "not-ready.json")
	people, unions := len(h.kept().People), len(h.kept().Unions)
	h.at("people", "")
	h.tap("Add someone")
	h.mustSay("What are they to the main person?")
	h.typed("spouse")
	h.key(fyne.KeyReturn)
	h.typed("Ilyas Tarun")
	h.key(fyne.KeyReturn)
	h.mustSay("Ilyas Tarun")
	h.beat(saved)
	kept := h.kept()
	if len(kept.People) != people+1 {
		t.Fatalf("%d people", len(kept.People))
	}
	added := kept.People[people]
	if added.FirstName() != "Ilyas Tarun" || added.CaseRole != referral.RoleAccompanying {
		t.Errorf("added: %+v", added)
	}
	if len(kept.Unions) != unions+1 || kept.Unions[unions].B != added.ID {
		t.Errorf("%d unions, %d before", len(kept.Unions), unions)
	}
}

func TestEditor_missing_leads_there(t *testing.T) {
	h := editorHouse(t, houseWith{}, "not-ready.json")
	h.at("quick", "")
	h.tap("Show what is missing")
	h.mustSay("What is missing", "Checked against set hrd/2026-02")
	h.tap("Go there")
	h.mustSay("How many are you?")
	h.typed("4")
	h.tap("Ask later")
	h.typed("2026-04-01")
	h.tap("Done")
	h.mustSay("Ask on 2026-04-01")
}

func TestEditor_safe_contact_asks_for_the_passphrase(t *testing.T) {
	h := editorHouse(t, houseWith{}, "family-of-four.json")
	h.at("safe_contact", "")
	h.focusPassphrase()
	h.typed("something else")
	h.tap("Open")
	h.mustSay(h.Words.Text("error.wrong_passphrase"))
	h.typed(somePassphrase)
	h.tap("Open")
	h.mustSay("Add a contact")
	h.now = h.now.Add(present.SafeFor)
	h.beat(1)
	h.mustSay("Your passphrase, once more")
}

func (h *house) focusPassphrase() {
	h.tb.Helper()
	for _, o := range h.objects() {
		if p, ok := o.(*widgets.Passphrase); ok {
			h.Window.Window.Canvas().Focus(p)
			return
		}
	}
	h.tb.Fatal("no passphrase is asked for")
}

func TestEditor_views_a_picture_and_refuses_a_bomb(t *testing.T) {
	h := editorHouse(t, houseWith{}, "family-of-four.json")
	dir := t.TempDir()
	for name, content := range map[string][]byte{
		"letter.png": invented(t, "letter.png"), "statement.txt": invented(t, "statement.txt"), "huge.png": hugePicture,
	} {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		h.at("documents", h.firstOf("documents"))
		h.tap("Attach a file")
		h.pick(file)
		h.mustSay(name)
		h.tapLast("Open")
		if name == "huge.png" {
			h.mustSay("not shown here")
		} else {
			h.mustSay("Save a copy…")
		}
		h.shot("editor-view-" + name)
		h.tap("Close")
	}
}

// hugePicture is the head of a PNG of 60000 by 60000 pixels, and no more.
var hugePicture = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xea\x60\x00\x00\xea\x60\x08\x06\x00\x00\x00\x5a\x9a\x5c\xc1")

// tapLast presses the last thing that is labelled with these words.
func (h *house) tapLast(words string) {
	h.tb.Helper()
	var last fyne.Tappable
	for _, o := range h.objects() {
		l, ok := o.(fyne.Accessible)
		if tap, can := o.(fyne.Tappable); ok && can && l.AccessibilityLabel() == words {
			last = tap
		}
	}
	if last == nil {
		h.tb.Fatalf("nothing to press says %q", words)
	}
	last.Tapped(&fyne.PointEvent{})
}

// BenchmarkEditorPage is opening the family's editor, drawing and all.
func BenchmarkEditorPage(b *testing.B) {
	h := editorHouse(b, houseWith{}, "family-of-four.json")
	id := h.Route().Case
	for b.Loop() {
		h.Go(present.Route{Page: present.PageStart})
		h.Go(present.Route{Page: present.PageEditor, Case: id})
	}
}

// BenchmarkEditorLetter is one letter in a field, with all that follows it.
func BenchmarkEditorLetter(b *testing.B) {
	h := editorHouse(b, houseWith{}, "family-of-four.json")
	h.at("claim", "claim/reason_fled")
	for b.Loop() {
		h.typed("a")
	}
}

// BenchmarkEditorBrings is one answer that brings another field, on a page of
// many: the most that a key can cost.
func BenchmarkEditorBrings(b *testing.B) {
	h := editorHouse(b, houseWith{}, "family-of-four.json")
	path := h.firstOf("sessions") + "/via_interpreter"
	h.at("sessions", path)
	ed := h.Page().(page).State()
	if _, ok := ed.FieldAt(path); !ok {
		b.Fatal("no such field")
	}
	letters := []string{"n", "y"}
	for i := 0; b.Loop(); i++ {
		h.typed(letters[i%2])
	}
}

func TestEditor_shows_again_what_it_refused(t *testing.T) {
	h := editorHouse(t, houseWith{}, "family-of-four.json")
	day := h.firstOf("sessions") + "/date"
	h.at("sessions", day)
	h.typed("x")
	h.mustSay(h.Words.Text("editor.wrong.day"))
	h.shortcut(&fyne.ShortcutUndo{}) // nothing was changed that could be taken back
	h.mustSay(h.Words.Text("editor.wrong.day"))
	h.at("claim", "")
	h.at("sessions", day)
	h.mustSay(h.Words.Text("editor.wrong.day"))
	h.beat(saved)
	if got := h.kept().Sessions[0].Date; got != "2026-03-12" {
		t.Errorf("kept %q", got)
	}
}

func TestEditor_none_of_these_stands_alone(t *testing.T) {
	h := editorHouse(t, houseWith{}, "not-ready.json")
	h.at("claim", "claim/urgent_need_of_protection")
	h.tapLast("None of these")
	h.beat(saved)
	if got := h.kept().Claim.UrgentNeed.Get(); len(got) != 1 || got[0] != "none" {
		t.Errorf("none: %v", got)
	}
	options := h.Page().(page).State().Options(mustField(t, h, "claim/urgent_need_of_protection"))
	h.tapLast(options[0].Words)
	h.beat(saved)
	if got := h.kept().Claim.UrgentNeed.Get(); len(got) != 1 || string(got[0]) != options[0].Key {
		t.Errorf("another: %v", got)
	}
}

func mustField(t *testing.T, h *house, path string) present.Field {
	t.Helper()
	f, ok := h.Page().(page).State().FieldAt(path)
	if !ok {
		t.Fatalf("no field %s", path)
	}
	return f
}
