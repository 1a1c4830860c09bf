package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

func TestField(t *testing.T) {
	begin(t)
	var typed, submitted string
	var focus []bool
	f := widgets.NewField("Name on passport")
	f.Input.OnChanged = func(text string) { typed = text }
	f.Input.OnSubmitted = func(text string) { submitted = text }
	f.Input.OnFocus = func(in bool) { focus = append(focus, in) }
	on := stage(t, widgets.Column(0, f))
	f.Input.SetText("given")
	if typed != "" {
		t.Error("SetText calls OnChanged")
	}
	f.Input.SetText("")
	f.Input.Focus()
	test.Type(f.Input.Focusable(), "Laleh")
	press(f.Input.Focusable(), fyne.KeyReturn)
	on.Unfocus()
	if typed != "Laleh" || submitted != "Laleh" || f.Input.Text() != "Laleh" {
		t.Errorf("typed %q, submitted %q", typed, submitted)
	}
	if len(focus) < 2 || !focus[0] || focus[len(focus)-1] {
		t.Errorf("focus: got %v", focus)
	}
}

func TestFieldGrowsWithError(t *testing.T) {
	begin(t)
	f := widgets.NewField("Country of birth")
	stage(t, widgets.Column(0, f))
	before, acted := f.MinSize().Height, false
	way := widgets.NewButton("Iran", func() { acted = true })
	f.SetFailed("Choose from the list", way)
	if f.MinSize().Height <= before {
		t.Error("an error without room for its words")
	}
	test.Tap(way)
	if !acted {
		t.Error("the way out does nothing")
	}
	f.SetFailed("")
	if got := f.MinSize().Height; got != before {
		t.Errorf("mended: %v high, want %v", got, before)
	}
}

func answerField() *widgets.AnswerField {
	words := widgets.AnswerWords{Lead: "No answer:", Why: "why", Remove: "Take away"}
	return widgets.NewAnswerField("Religion", 1, words,
		widgets.Answer{Key: "unknown", Icon: "question", Words: "doesn’t know"},
		widgets.Answer{Key: "declined", Icon: "declined", Words: "declined"})
}

func TestAnswerField(t *testing.T) {
	begin(t)
	var answers []string
	why := ""
	f := answerField()
	f.OnAnswer = func(key string) { answers = append(answers, key) }
	f.OnWhy = func(words string) { why = words }
	on := stage(t, widgets.Column(0, f))
	rest := f.MinSize().Height
	f.Input.Focus()
	if f.MinSize().Height <= rest {
		t.Fatal("no chips under an empty field with the cursor")
	}
	test.Type(f.Input.Focusable(), "x")
	if f.MinSize().Height != rest {
		t.Error("chips under a field that is filled")
	}
	press(f.Input.Focusable(), fyne.KeyBackspace)
	f.Input.Focusable().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.Key2, Modifier: fyne.KeyModifierAlt})
	if f.Chosen() != "declined" || f.Input.Visible() {
		t.Fatalf("Alt 2: chosen %q, field visible %v", f.Chosen(), f.Input.Visible())
	}
	test.Type(on.Focused(), "rather not")
	if why != "rather not" {
		t.Errorf("why: got %q", why)
	}
	f.SetAnswer("", "")
	if !f.Input.Visible() || len(answers) != 1 {
		t.Errorf("taken away: field visible %v, calls %v", f.Input.Visible(), answers)
	}
}

// Tab leads from field to field: the answers between have keys of their own.
func TestAnswerChipsLetTabPass(t *testing.T) {
	begin(t)
	f, after := answerField(), widgets.NewInput()
	on := stage(t, widgets.Column(0, f, after))
	on.FocusNext()
	on.FocusNext()
	if on.Focused() != after.Focusable() {
		t.Fatalf("behind the field: got %T, want the next field", on.Focused())
	}
}

// Several chips are one stop: letters and arrows move among them.
func TestChipsTogether(t *testing.T) {
	begin(t)
	var pressed []string
	var chips []*widgets.Chip
	var objects []fyne.CanvasObject
	for _, words := range []string{"Writer", "Lawyer", "Witness"} {
		c := widgets.NewChip("", words, func() { pressed = append(pressed, words) })
		chips, objects = append(chips, c), append(objects, c)
	}
	widgets.Together(chips...)
	after := widgets.NewInput()
	submitted := false
	chips[2].OnSubmitted = func() { submitted = true }
	on := stage(t, widgets.Column(0, append(objects, after)...))
	on.FocusNext()
	on.Focused().TypedRune('w')
	press(chips[2], fyne.KeySpace)
	press(chips[2], fyne.KeyReturn)
	if on.Focused() != fyne.Focusable(chips[2]) || len(pressed) != 1 || pressed[0] != "Witness" || !submitted {
		t.Errorf("at %v, pressed %v, submitted %v", on.Focused(), pressed, submitted)
	}
	press(chips[2], fyne.KeyLeft)
	if on.Focused() != fyne.Focusable(chips[1]) {
		t.Error("an arrow does not move")
	}
	on.FocusNext()
	if on.Focused() != after.Focusable() {
		t.Errorf("Tab leads to %T within the group", on.Focused())
	}
}

func TestAnswerChipsUnderPointer(t *testing.T) {
	begin(t)
	f := answerField()
	stage(t, widgets.Column(0, f))
	rest := f.MinSize().Height
	f.MouseIn(nil)
	if f.MinSize().Height <= rest {
		t.Error("no chips under the pointer")
	}
	f.MouseOut()
	if f.MinSize().Height != rest {
		t.Error("chips stay when the pointer has gone")
	}
	f.Input.Disable()
	f.MouseIn(nil)
	if f.MinSize().Height != rest {
		t.Error("chips under a field that is off")
	}
}

func TestFuzzyDate(t *testing.T) {
	begin(t)
	var said, calendar, sure, paper string
	d := widgets.NewFuzzyDate(widgets.FuzzyDateWords{Label: "Date of birth", Certainty: "How sure?", PaperSays: "Paper"},
		[]widgets.Option{{Key: "solar", Words: "Solar Hijri"}},
		[]widgets.Option{{Key: "paper", Words: "on a paper"}, {Key: "said", Words: "said"}})
	d.OnSaid = func(words string) { said = words }
	d.OnCalendar = func(key string) { calendar = key }
	d.OnCertainty = func(key string) { sure = key }
	d.OnPaper = func(words string) { paper = words }
	on := stage(t, widgets.Column(0, d))
	test.Type(d.Said.Focusable(), "winter 1388")
	test.Type(d.Paper.Focusable(), "01.01.2009")
	press(d.Certainty, fyne.KeyRight, fyne.KeyRight)
	press(d.Calendar, fyne.KeySpace)
	press(on.Focused(), fyne.KeyDown, fyne.KeyReturn)
	for name, got := range map[string][2]string{
		"said": {said, "winter 1388"}, "paper": {paper, "01.01.2009"}, "certainty": {sure, "said"}, "calendar": {calendar, "solar"},
	} {
		if got[0] != got[1] {
			t.Errorf("%s: got %q, want %q", name, got[0], got[1])
		}
	}
	before := d.MinSize().Height
	d.SetRange("22 December 2009 to 20 March 2010", "She is 15 or 16 today.")
	d.SetNotes(widgets.NewBanner(widgets.Amber, "warning", "1 January is often written.", nil))
	if d.MinSize().Height < before+look.Gap32 {
		t.Error("no room for the range and the note")
	}
}
