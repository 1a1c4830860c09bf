package ui_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harbour/app/referral"
	"harbour/app/ui/widgets"
)

// sectionTest is what is tried in one section of the editor: what a press
// changes, what is typed and stays, what a field refuses. Each is tried in a
// house of its own.
type sectionTest struct {
	section string
	file    string // the practice case that has it
	taps    func(*house)
	keeps   func(*house)
	refuses func(*house)
}

const (
	familyCase    = "family-of-four.json"
	gapsCase      = "not-ready.json"
	convictedCase = "defender-convicted.json"
	childCase     = "aunt-with-niece.json"
)

func sectionTests() []sectionTest {
	return []sectionTest{
		{"quick", gapsCase, tapQuick, keepQuick, refuseQuick},
		{"case", gapsCase, tapCase, keepCase, refuseCase},
		{"people", familyCase, tapPeople, keepPeople, refusePeople},
		{"family", familyCase, tapFamily, keepFamily, refuseFamily},
		{"work", familyCase, tapWork, keepWork, refuseWork},
		{"events", familyCase, tapEvents, keepEvents, refuseEvents},
		{"history", familyCase, tapHistory, keepHistory, refuseHistory},
		{"proceedings", convictedCase, tapProceedings, keepProceedings, refuseProceedings},
		{"claim", gapsCase, tapClaim, keepClaim, refuseClaim},
		{"needs", gapsCase, tapNeeds, keepNeeds, refuseNeeds},
		{"children", childCase, tapChildren, keepChildren, refuseChildren},
		{"consent", familyCase, tapConsent, keepConsent, refuseConsent},
		{"documents", familyCase, tapDocuments, keepDocuments, refuseDocuments},
		{"sessions", familyCase, tapSessions, keepSessions, refuseSessions},
		{"safe_contact", familyCase, tapSafeContact, keepSafeContact, refuseSafeContact},
		{"screening", familyCase, tapScreening, keepScreening, refuseScreening},
		{"apart", familyCase, tapApart, keepApart, refuseApart},
	}
}

func TestSections(t *testing.T) {
	var tried []referral.Section
	for _, s := range sectionTests() {
		tried = append(tried, referral.Section(s.section))
		t.Run(s.section, func(t *testing.T) {
			t.Run("tap", func(t *testing.T) { s.taps(editorHouse(t, houseWith{}, s.file)) })
			t.Run("type", func(t *testing.T) { s.keeps(editorHouse(t, houseWith{}, s.file)) })
			t.Run("error", func(t *testing.T) { s.refuses(editorHouse(t, houseWith{}, s.file)) })
			t.Run("order", func(t *testing.T) { s.order(editorHouse(t, houseWith{}, s.file)) })
		})
	}
	if !slices.Equal(tried, referral.Sections()) {
		t.Errorf("tried %v, want every section", tried)
	}
}

// nth is a path with the ids that its numbers stand for: people/1/birth_date.
func (h *house) nth(path string) string {
	h.tb.Helper()
	r, at := h.kept(), ""
	for _, step := range strings.Split(path, "/") {
		if n, err := strconv.Atoi(step); err == nil {
			all := r.Places(at + "/*")
			if n >= len(all) {
				h.tb.Fatalf("%s has %d", at, len(all))
			}
			at = all[n].Path
			continue
		}
		at = strings.TrimPrefix(at+"/"+step, "/")
	}
	return at
}

// numbered is a path with numbers in place of ids.
func numbered(r *referral.Referral, path string) string {
	steps := strings.Split(path, "/")
	shown := slices.Clone(steps)
	for i := 1; i < len(steps); i++ {
		all := r.Places(strings.Join(steps[:i], "/") + "/*")
		n := slices.IndexFunc(all, func(p referral.Place) bool { return p.Path == strings.Join(steps[:i+1], "/") })
		if n >= 0 {
			shown[i] = strconv.Itoa(n)
		}
	}
	return strings.Join(shown, "/")
}

// changes does something and finds exactly these places changed in what is
// kept, such as "altered people/1/birth_date".
func (h *house) changes(do func(), want ...string) {
	h.tb.Helper()
	before := h.kept()
	do()
	h.beat(saved)
	after := h.kept()
	got := []string{}
	for _, d := range referral.Differences(before, after) {
		in := after
		if d.Change == referral.Removed {
			in = before
		}
		got = append(got, string(d.Change)+" "+numbered(in, d.Path))
	}
	if !slices.Equal(got, want) {
		h.tb.Errorf("changed %q, want %q", got, want)
	}
}

// keptAt is what is kept at a path in words; a date with what it was read as.
func (h *house) keptAt(path string) string {
	h.tb.Helper()
	place, ok := h.kept().At(path)
	if !ok {
		h.tb.Fatalf("nothing is kept at %s", path)
	}
	switch value := place.Value().(type) {
	case nil:
		return ""
	case referral.FuzzyDate:
		return value.OriginalText + " = " + value.EDTF
	default:
		return fmt.Sprint(value)
	}
}

func (h *house) mustKeep(path, want string) {
	h.tb.Helper()
	if got := h.keptAt(path); got != want {
		h.tb.Errorf("%s: kept %q, want %q", numbered(h.kept(), path), got, want)
	}
}

// letters types as a person does: a letter may move the keyboard.
func (h *house) letters(text string) {
	h.tb.Helper()
	for _, r := range text {
		h.typed(string(r))
	}
}

func (h *house) tab(times int) {
	for range times {
		h.Window.Window.Canvas().FocusNext()
	}
}

// inField is the text of the field that has the keyboard.
func (h *house) inField() string {
	h.tb.Helper()
	for _, o := range h.objects() {
		if i, ok := o.(*widgets.Input); ok && i.Focusable() == h.Window.Window.Canvas().Focused() {
			return i.Text()
		}
	}
	h.tb.Fatalf("a %T has the keyboard, no field", h.Window.Window.Canvas().Focused())
	return ""
}

func (h *house) mustStand(want string) {
	h.tb.Helper()
	if got := h.inField(); got != want {
		h.tb.Errorf("in the field stands %q, want %q", got, want)
	}
}

// stays types into an empty field and finds the words there again after
// another section was open.
func (h *house) stays(section, path, text string) {
	h.tb.Helper()
	h.at(section, path)
	h.letters(text)
	h.mustStand(text)
	h.beat(saved)
	h.returnTo(section, path)
	h.mustStand(text)
}

// returnTo opens another section and comes back.
func (h *house) returnTo(section, path string) {
	h.tb.Helper()
	other := "claim"
	if section == other {
		other = "case"
	}
	h.at(other, "")
	h.mustSay(h.Words.Text("lead." + other))
	h.at(section, path)
}

// mustRefuse types before what stands in a field what it cannot hold: the
// screen says so, the words stay, and what is kept does not follow. Taken back,
// the error goes.
func (h *house) mustRefuse(section, path, typed, key string, kept func() string) {
	h.tb.Helper()
	before := kept()
	h.at(section, path)
	was := h.inField()
	h.letters(typed)
	h.mustSay(h.Words.Text(key))
	h.mustStand(typed + was)
	h.beat(saved)
	if got := kept(); got != before {
		h.tb.Errorf("kept %q, want %q", got, before)
	}
	for range typed {
		h.key(fyne.KeyBackspace)
	}
	h.mustStand(was)
	h.mustNotSay(h.Words.Text(key))
}

func (h *house) mustNotSay(words ...string) {
	h.tb.Helper()
	for _, w := range words {
		if h.says(w) {
			h.tb.Errorf("the window says %q", w)
		}
	}
}

// refusesStory pastes more into a date than a date can be.
func (h *house) refusesStory(section, path string) {
	h.tb.Helper()
	before := h.keptAt(path)
	h.at(section, path)
	was, story := h.inField(), strings.Repeat("They came at night. ", 12)
	clipboard := test.NewClipboard()
	clipboard.SetContent(story)
	h.Window.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	h.mustSay(h.Words.Text("editor.wrong.date_long"))
	h.mustStand(story + was)
	h.beat(saved)
	h.mustKeep(path, before)
}

// refusesYears says a date in another calendar, in an empty field, and years
// that are no range: the words and the first year stay until it is one.
func (h *house) refusesYears(section, path string) {
	h.tb.Helper()
	wrong := h.Words.Text("editor.wrong.years")
	h.at(section, path)
	h.letters("1402-03-05")
	h.tab(1)
	h.letters("solar")
	h.key(fyne.KeyReturn)
	h.mustSay(h.Words.Text("editor.date_help"))
	h.at(section, path)
	h.tab(2)
	h.letters("2023")
	h.tab(1)
	h.letters("2022")
	h.mustSay(wrong)
	h.mustStand("2022")
	h.beat(saved)
	h.mustKeep(path, "1402-03-05 = 2023")
	h.key(fyne.KeyBackspace)
	h.letters("4")
	h.mustNotSay(wrong)
	h.beat(saved)
	h.mustKeep(path, "1402-03-05 = 2023/2024")
	h.returnTo(section, path)
	h.mustStand("1402-03-05")
}

// answer presses what says these words in the field that has the keyboard.
func (h *house) answer(words string) {
	h.tb.Helper()
	focused, _ := h.Window.Window.Canvas().Focused().(fyne.CanvasObject)
	field := focused
	for _, o := range h.objects() {
		if _, labelled := labelOf(o); labelled && slices.Contains(under(o, nil), focused) {
			field = o // the innermost comes last
		}
	}
	if field == nil || !tapIn(field, words) {
		h.tb.Fatalf("nothing to press says %q in the field of a %T", words, focused)
	}
}

// tapIn presses what says these words under an object, and reports whether
// anything does.
func tapIn(field fyne.CanvasObject, words string) bool {
	for _, o := range under(field, nil) {
		if s, ok := o.(*widgets.Segments); ok {
			for _, part := range test.WidgetRenderer(s).Objects() {
				if text, ok := part.(*widgets.Text); ok && text.Words() == words {
					s.Tapped(&fyne.PointEvent{Position: text.Position().AddXY(1, 1)})
					return true
				}
			}
			continue
		}
		l, named := o.(fyne.Accessible)
		if t, ok := o.(fyne.Tappable); ok && named && l.AccessibilityLabel() == words {
			t.Tapped(&fyne.PointEvent{})
			return true
		}
	}
	return false
}

// openCard presses the card that says these words.
func (h *house) openCard(words string) {
	h.tb.Helper()
	for _, o := range h.objects() {
		card, ok := o.(*widgets.PersonCard)
		if !ok {
			continue
		}
		for _, part := range under(card, nil) {
			if text, ok := part.(*widgets.Text); ok && strings.Contains(text.Words(), words) {
				card.Tapped(&fyne.PointEvent{})
				return
			}
		}
	}
	h.tb.Fatalf("no card says %q", words)
}

// mustChoose finds these words chosen, alone, in the segments that have the
// keyboard.
func (h *house) mustChoose(key string) {
	h.tb.Helper()
	s, ok := h.Window.Window.Canvas().Focused().(*widgets.Segments)
	if !ok {
		h.tb.Fatalf("a %T has the keyboard, no segments", h.Window.Window.Canvas().Focused())
	}
	if s.Chosen() != key {
		h.tb.Errorf("chosen %q, want %q", s.Chosen(), key)
	}
}

// mustBeOn finds the toggle that has the keyboard on or off.
func (h *house) mustBeOn(on bool) {
	h.tb.Helper()
	toggle, ok := h.Window.Window.Canvas().Focused().(*widgets.Toggle)
	if !ok {
		h.tb.Fatalf("a %T has the keyboard, no toggle", h.Window.Window.Canvas().Focused())
	}
	if toggle.On() != on {
		h.tb.Errorf("on: %v, want %v", toggle.On(), on)
	}
}

// unseal opens a section that asks for the passphrase.
func (h *house) unseal(section string) {
	h.tb.Helper()
	h.at(section, "")
	h.focusPassphrase()
	h.typed(somePassphrase)
	h.key(fyne.KeyReturn)
	h.mustNotSay(h.Words.Text("editor.safe.passphrase"))
}

// refusesPassphrase gives a wrong passphrase: nothing of the section shows,
// and the right one is still taken.
func (h *house) refusesPassphrase(section, shown string) {
	h.tb.Helper()
	h.at(section, "")
	h.focusPassphrase()
	h.typed("something else")
	h.key(fyne.KeyReturn)
	h.mustSay(h.Words.Text("error.wrong_passphrase"), h.Words.Text("editor.safe.passphrase"))
	h.mustNotSay(shown)
	if _, ok := h.Window.Window.Canvas().Focused().(*widgets.Passphrase); !ok {
		h.tb.Fatalf("a %T has the keyboard after a wrong passphrase", h.Window.Window.Canvas().Focused())
	}
	h.typed(somePassphrase)
	h.key(fyne.KeyReturn)
	h.mustNotSay(h.Words.Text("error.wrong_passphrase"))
	h.mustSay(shown)
}

// pathOf is the path of the open page's field that ends so.
func (h *house) pathOf(end string) string {
	h.tb.Helper()
	for _, path := range h.Page().(page).Paths() {
		if strings.HasSuffix(path, end) {
			return path
		}
	}
	h.tb.Fatalf("no field %q among %v", end, h.Page().(page).Paths())
	return ""
}

// Years of words that were not read may be a range.
func TestSections_asks_both_years_of_words(t *testing.T) {
	h := editorHouse(t, houseWith{}, familyCase)
	until := h.nth("work/0/active_until")
	h.at("work", until)
	h.letters("when it closed")
	h.tab(2)
	h.letters("2020")
	h.tab(1)
	h.letters("2021")
	h.beat(saved)
	h.mustKeep(until, "when it closed = 2020/2021")
}
