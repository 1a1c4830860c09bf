package ui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/referral"
	"harbour/app/ui/widgets"
)

// The interview types the whole practice family into a new referral, by keys
// alone, and counts them. The keys are written down, so that the same can be
// played to the real window.

// most is how many keys beyond its characters a fact may take on average.
const most = 3.0

// typist presses keys in a house and writes them down.
type typist struct {
	h     *house
	keys  []string // "type …" and "key …"
	chars int
	extra int
	facts int
}

// page is what the open page tells a test.
type page interface {
	At() string
	Paths() []string
	State() *present.Editor
}

func (y *typist) page() page { return y.h.Page().(page) }

// typed types words, or letters that find a choice: both count as characters.
func (y *typist) typed(text string) {
	for _, r := range text {
		y.h.typed(string(r)) // a letter may move the keyboard
	}
	y.keys = append(y.keys, "type "+text)
	y.chars += utf8.RuneCountInString(text)
}

func (y *typist) press(name fyne.KeyName) {
	y.h.key(name)
	y.keys = append(y.keys, "key "+string(name))
	y.extra++
}

func (y *typist) chord(name fyne.KeyName, with fyne.KeyModifier) {
	y.h.keys(name, with)
	mark := map[fyne.KeyModifier]string{fyne.KeyModifierControl: "ctrl+", fyne.KeyModifierAlt: "alt+"}[with]
	y.keys = append(y.keys, "key "+mark+string(name))
	y.extra++
}

func (y *typist) tab() {
	y.h.Window.Window.Canvas().FocusNext()
	y.keys = append(y.keys, "key Tab")
	y.extra++
}

// goTo moves on to a field of the page.
func (y *typist) goTo(path string) {
	for range 60 {
		at := y.page().At()
		if at == path {
			return
		}
		paths := y.page().Paths()
		if slices.Index(paths, at) >= slices.Index(paths, path) || at == "" {
			y.h.tb.Fatalf("at %q (%T), past %q; the page has %v", at, y.h.Window.Window.Canvas().Focused(), path, paths)
		}
		if f := y.field(at); f.State == "" && y.tabs(f) {
			y.tab()
		} else {
			y.press(fyne.KeyReturn)
		}
	}
	y.h.tb.Fatalf("never comes to %q: at %q, %T over %v; %v", path, y.page().At(), y.h.Window.Window.Canvas().Focused(), y.h.Window.Window.Canvas().Overlays().List(), y.page().Paths())
}

func (y *typist) field(path string) present.Field {
	f, ok := y.page().State().FieldAt(path)
	if !ok {
		v := y.page().State().View()
		y.h.tb.Fatalf("no field %q in %s %s %d; %v", path, v.Section, v.Element, v.Part, y.page().Paths())
	}
	return f
}

// tabs reports whether Enter does something else in a field than go on.
func (y *typist) tabs(f present.Field) bool {
	switch f.Kind {
	case present.KindGroup:
		return len(f.Rows) == 0
	case present.KindLong, present.KindAttachment, present.KindWithheld:
		return true
	default:
		return false
	}
}

// fact gives a field what the other referral has there.
func (y *typist) fact(path string, want present.Field, names map[string]string) {
	y.goTo(path)
	y.facts++
	switch {
	case want.State != "":
		y.chord(fyne.KeyName(fmt.Sprint(slices.Index(want.States, want.State)+1)), fyne.KeyModifierAlt)
		y.typed(want.Why)
	case want.None && slices.ContainsFunc(y.optionsOf(path), func(o present.Option) bool { return o.Key == "none" }):
		y.several(path, "none")
	case want.None:
		y.none()
	case want.Kind == present.KindYesNo:
		y.typed(want.Value[:1])
	case want.Kind == present.KindFlag:
		y.press(fyne.KeySpace)
	case want.Kind == present.KindCode && want.Short:
		y.segment(path, want.Value)
	case len(want.Chosen) > 0:
		for _, key := range want.Chosen {
			y.several(path, named(names, key))
		}
	case want.Kind == present.KindDate:
		y.typed(want.Value)
		y.calendar(path, want)
	case want.Kind == present.KindText, want.Kind == present.KindLong, want.Kind == present.KindNumber, want.Kind == present.KindDay:
		y.typed(want.Value)
	default:
		y.choose(path, named(names, want.Value))
	}
}

// none says of a list that it is known to be empty.
func (y *typist) none() {
	for range 3 {
		y.tab()
		if c, ok := y.h.Window.Window.Canvas().Focused().(*widgets.Chip); ok && c.AccessibilityLabel() == y.h.Words.Text("editor.none") {
			y.press(fyne.KeySpace)
			return
		}
	}
	y.h.tb.Fatal("no way to say that there is none")
}

// named is the id that stands here for one there.
func named(names map[string]string, key string) string {
	if here, ok := names[key]; ok {
		return here
	}
	return key
}

// segment chooses by first letters.
func (y *typist) segment(path, key string) {
	words := y.words(path, key)
	for range 5 {
		y.typed(first(words))
		if y.field(path).Value == key {
			return
		}
	}
	y.h.tb.Fatalf("%s: %q is not found by its letter", path, words)
}

func first(words string) string {
	r, _ := utf8.DecodeRuneInString(words)
	return string(r)
}

func (y *typist) words(path, key string) string {
	ed := y.page().State()
	words := ed.Label(y.field(path), key)
	if strings.HasPrefix(words, "section.") {
		words = y.h.Words.Text(words)
	}
	return words
}

// choose finds one of a list.
func (y *typist) choose(path, key string) {
	options := y.optionsOf(path)
	y.pick(options, key)
}

func (y *typist) optionsOf(path string) []present.Option {
	f := y.field(path)
	options := y.page().State().Options(f)
	for i := range options {
		if strings.HasPrefix(options[i].Words, "section.") {
			options[i].Words = y.h.Words.Text(options[i].Words)
		}
	}
	return options
}

// pick types what finds an option in a list that opens, and takes it.
func (y *typist) pick(options []present.Option, key string) {
	at := slices.IndexFunc(options, func(o present.Option) bool { return o.Key == key })
	if at < 0 {
		y.h.tb.Fatalf("%s: no option %q", y.page().At(), key)
	}
	if len(options) <= 8 {
		y.letters(options, at)
		y.press(fyne.KeyReturn)
		return
	}
	y.typed(shortest(options, at))
	y.press(fyne.KeyReturn)
}

// letters types the first letter of an option until a list stands at it.
func (y *typist) letters(options []present.Option, at int) {
	letter := first(options[at].Words)
	for i := range options[:at+1] {
		if strings.EqualFold(first(options[i].Words), letter) {
			y.typed(strings.ToLower(letter))
		}
	}
}

// shortest is the least that puts an option first: of its words, or its code.
func shortest(options []present.Option, at int) string {
	words := []rune(strings.ToLower(options[at].Words))
	for n := 1; n <= len(words); n++ {
		text := string(words[:n])
		if strings.HasSuffix(text, " ") {
			continue
		}
		for i, o := range options {
			if strings.ToLower(o.Key) == text && i != at {
				break
			}
			if strings.HasPrefix(strings.ToLower(o.Words), text) {
				if i == at {
					return text
				}
				break
			}
		}
	}
	return strings.ToLower(options[at].Key)
}

// several adds one of several: among chips, or from a list.
func (y *typist) several(path, key string) {
	options := y.optionsOf(path)
	f := y.field(path)
	if !slices.ContainsFunc(options, func(o present.Option) bool { return o.Key == key }) {
		return // said in a file, and not offered
	}
	if len(options) > 16 {
		left := slices.DeleteFunc(options, func(o present.Option) bool { return slices.Contains(f.Chosen, o.Key) })
		y.pick(left, key)
		return
	}
	words := y.words(path, key)
	for range len(options) + 1 {
		if c, ok := y.h.Window.Window.Canvas().Focused().(*widgets.Chip); ok && c.AccessibilityLabel() == words && !slices.Contains(y.field(path).Chosen, key) {
			y.press(fyne.KeySpace)
			return
		}
		y.typed(first(words))
	}
	y.h.tb.Fatalf("%s: chip %q is not found", path, words)
}

// calendar says in which calendar a date was said, where it is not our own.
func (y *typist) calendar(path string, want present.Field) {
	if want.Date == nil || y.field(path).Date.Calendar == want.Date.Calendar {
		return
	}
	y.tab()
	y.pick(y.page().State().Calendars(), want.Date.Calendar)
	if y.field(path).Date.AskYears {
		stops := 1
		if strings.HasSuffix(path, "/birth_date") {
			stops = 4 // over how sure it is, and what a paper says
		}
		for range stops {
			y.tab()
		}
		y.typed(want.Date.FromYear)
		y.tab()
		y.typed(want.Date.UntilYear)
		y.press(fyne.KeyReturn)
	}
}

// interview types one referral after the pages of another.
type interview struct {
	*typist
	there *present.Editor   // the other referral
	names map[string]string // ids there and here
}

// skipped are the sections that ask for the passphrase again.
var skipped = []string{"safe_contact", "screening", "apart"}

func (v *interview) run() {
	v.there.Show("quick", "")
	for {
		at := v.there.View()
		if !slices.Contains(skipped, at.Section) {
			v.openSame(at)
			v.fill(at.Fields)
		}
		before := place(v.there.View())
		v.there.Onward()
		if place(v.there.View()) == before {
			return
		}
	}
}

func place(v present.EditorView) string { return fmt.Sprint(v.Section, v.Element, v.Part) }

// openSame opens the page here that at is there.
func (v *interview) openSame(at present.EditorView) {
	for range 60 {
		here := v.page().State().View()
		if here.Section == at.Section && (at.Element == "") == (here.Element == "") && here.Element == v.here(at.Element) && here.Part == at.Part {
			return
		}
		switch {
		case here.Section != at.Section:
			v.chord(fyne.KeyPageDown, fyne.KeyModifierControl)
		case at.Element != "" && v.here(at.Element) == "":
			v.add(at.Element)
		default:
			v.chord(fyne.KeyReturn, fyne.KeyModifierControl)
		}
	}
	here := v.page().State().View()
	v.h.tb.Fatalf("never comes to %s %s %d: at %s %s %d, %d keys, over %v", at.Section, at.Element, at.Part, here.Section, here.Element, here.Part, len(v.keys), v.h.Window.Window.Canvas().Overlays().List())
}

// here is the path of an element here, empty while there is none.
func (v *interview) here(element string) string {
	if element == "" {
		return ""
	}
	list, id, _ := strings.Cut(element, "/")
	if list == "unions" && v.names[id] == "" {
		v.names[id] = v.unionOf(v.there.TextAt(element+"/a"), v.there.TextAt(element+"/b"))
	}
	if key := v.names[id]; key != "" {
		return list + "/" + key
	}
	return ""
}

// unionOf is the couple here that was made when somebody was added.
func (v *interview) unionOf(a, b string) string {
	ed := v.page().State()
	l, _ := ed.OpenList()
	for _, c := range l.Cards {
		if ed.TextAt(c.Path+"/a") == v.names[a] && ed.TextAt(c.Path+"/b") == v.names[b] {
			return strings.TrimPrefix(c.Path, "unions/")
		}
	}
	return ""
}

// add makes one more of a list as it is there.
func (v *interview) add(element string) {
	v.chord(fyne.KeyN, fyne.KeyModifierControl)
	list, id, _ := strings.Cut(element, "/")
	if l, _ := v.page().State().OpenList(); list == "people" {
		v.addPerson(element)
	} else if len(l.Adding) > 0 {
		v.pickFrom(l.Adding, named(v.names, v.there.TextAt(element+"/"+l.First)))
	}
	v.names[id] = v.last(list)
	v.facts++
}

// addPerson says who somebody is: what they are to the principal, their first
// name, and their role where another is offered.
func (v *interview) addPerson(element string) {
	ed := v.page().State()
	relation, role := v.there.TextAt(element+"/relationship_to_pa"), v.there.TextAt(element+"/case_role")
	v.pick(ed.Relationships(), relation)
	name, _ := v.there.FieldAt(element + "/names")
	v.typed(v.there.TextAt(name.Rows[0].Path + "/full"))
	v.facts++
	if role != ed.RoleFor(present.Relative{Relation: relation, Beside: true}) {
		v.tab()
		v.pick(ed.Roles(), role)
	}
	v.press(fyne.KeyReturn)
}

func (y *typist) back() {
	y.h.Window.Window.Canvas().FocusPrevious()
	y.keys = append(y.keys, "key shift+Tab")
	y.extra++
}

// pickFrom takes one of a menu, or of a dialog with a list.
func (v *interview) pickFrom(options []present.Option, key string) {
	if len(options) <= 9 {
		at := slices.IndexFunc(options, func(o present.Option) bool { return o.Key == key })
		if at < 0 {
			v.h.tb.Fatalf("nothing to add called %q", key)
		}
		v.letters(options, at)
		v.press(fyne.KeyReturn)
		return
	}
	v.pick(options, key)
}

// last is the id of the newest element of a list here.
func (v *interview) last(list string) string {
	at := v.page().State().View().Element
	if !strings.HasPrefix(at, list+"/") {
		v.h.tb.Fatalf("the new one of %s did not open: %q", list, at)
	}
	return strings.TrimPrefix(at, list+"/")
}

// fill types what the fields hold there.
func (v *interview) fill(fields []present.Field) {
	for _, f := range fields {
		path := v.path(f.Path)
		switch {
		case !slices.Contains(v.page().Paths(), path) && f.Kind != present.KindGroup:
			if blank(f) {
				continue
			}
			v.h.tb.Errorf("%s is not on the page here", f.Path)
		case v.page().State().TextAt(path) != "" && f.Kind != present.KindGroup:
			continue // said already, on another page
		case f.Kind == present.KindGroup:
			v.rows(path, f)
		case f.Kind == present.KindAttachment, f.Kind == present.KindWithheld, blank(f):
			continue
		case v.ahead(f):
			continue
		default:
			v.fact(path, f, v.names)
		}
	}
}

// ahead reports whether a field names what is typed on a later page.
func (v *interview) ahead(f present.Field) bool {
	if f.State != "" || f.None {
		return false
	}
	switch f.Kind {
	case present.KindPaper, present.KindAgreement, present.KindPicture, present.KindPerson:
		return v.names[f.Value] == ""
	case present.KindPapers, present.KindPeople:
		return slices.ContainsFunc(f.Chosen, func(id string) bool { return v.names[id] == "" })
	}
	return false
}

func blank(f present.Field) bool {
	return f.Value == "" && len(f.Chosen) == 0 && f.State == "" && !f.None && len(f.Rows) == 0
}

// rows adds the rows of a group.
func (v *interview) rows(path string, f present.Field) {
	if f.None {
		v.fact(path, f, v.names)
		return
	}
	for i, row := range f.Rows {
		id := row.Path[strings.LastIndexByte(row.Path, '/')+1:]
		if here := v.field(path).Rows; i < len(here) {
			v.names[id] = here[i].Path[len(path)+1:]
			v.fill(row.Fields)
			continue
		}
		if i == 0 {
			v.goTo(path)
			v.press(fyne.KeyReturn)
		} else {
			v.goInto(path)
			for n := 0; !strings.HasPrefix(v.page().At()+"/", path+"/") && n < 5; n++ {
				v.back()
			}
			v.chord(fyne.KeyM, fyne.KeyModifierControl)
		}
		if f.First != "" {
			key := v.there.TextAt(row.Path + "/" + f.First)
			v.pickFrom(v.field(path).Adding, named(v.names, key))
			v.facts++
		}
		if len(row.Fields) > 0 {
			v.names[id] = pathElement(v.page().At(), path)
			v.fill(row.Fields)
		}
	}
}

// goInto moves on into a group of which nothing was typed here, since all its
// rows were there.
func (v *interview) goInto(path string) {
	here := v.field(path).Rows
	last := here[len(here)-1]
	paths := v.page().Paths()
	if len(last.Fields) > 0 && slices.Index(paths, v.page().At()) < slices.Index(paths, last.Fields[0].Path) {
		v.goTo(last.Fields[0].Path)
	}
}

func pathElement(at, list string) string {
	rest := strings.TrimPrefix(at, list+"/")
	id, _, _ := strings.Cut(rest, "/")
	return id
}

// path is a path there with the ids of here.
func (v *interview) path(path string) string {
	steps := strings.Split(path, "/")
	for i, step := range steps {
		steps[i] = named(v.names, step)
	}
	return strings.Join(steps, "/")
}

func TestInterview(t *testing.T) {
	h := newHouse(t, houseWith{role: casework.RoleField})
	other := newShell(t, func() time.Time { return h.now })
	openDesk(t, other, houseWith{role: casework.RoleField, practice: true, cases: []string{"family-of-four.json"}})
	there := present.NewEditor(other.Desk, string(other.Desk.All()[0].ID))
	there.Open(present.Route{Section: "quick"}, func() {})(t.Context(), func(present.Progress) {})()
	y := &typist{h: h}
	y.press(fyne.KeyReturn)
	v := &interview{typist: y, there: there, names: map[string]string{}}
	kept := func() *referral.Referral {
		c, err := other.Desk.Load(t.Context(), other.Desk.All()[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		return &c.Referral
	}()
	v.names[string(kept.PrincipalPersonID)] = string(y.page().State().Principal())
	for _, path := range y.page().Paths() {
		if strings.HasSuffix(path, "/full") {
			v.names[string(kept.People[0].Names[0].ID)] = strings.Split(path, "/")[3]
		}
	}
	v.run()
	h.beat(saved)
	average := float64(y.extra) / float64(y.facts)
	t.Logf("%d facts, %d characters, %d keys beyond them: %.2f a fact", y.facts, y.chars, y.extra, average)
	if average > most {
		t.Errorf("%.2f keys a fact, want at most %.0f", average, most)
	}
	// The same keys are played to the real window (.ci/walk.sh).
	checkGolden(t, "interview.keys", strings.Join(y.keys, "\n")+"\n", "play them")
	got := h.kept()
	if len(got.People) != len(kept.People) || len(got.Incidents) != len(kept.Incidents) || len(got.Consents) != len(kept.Consents) {
		t.Errorf("kept %d people, %d incidents, %d consents", len(got.People), len(got.Incidents), len(got.Consents))
	}
	report := h.Shell.Desk.Check(casework.Case{ID: h.Shell.Desk.All()[0].ID, Referral: *got}, "")
	for _, f := range report.Findings {
		if f.Severity == referral.Blocks && f.State == referral.Open && f.Rule != "V12" {
			t.Errorf("open: %s %s %s", f.Rule, f.Path, f.Title)
		}
	}
}
