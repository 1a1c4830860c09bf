package referral_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"harbour/app/referral"
)

func TestAnswer_settles(t *testing.T) {
	every := referral.States()
	for _, test := range []struct {
		name    string
		answer  referral.Answer[string]
		accepts []referral.State
		want    bool
	}{
		{"value", referral.Given("x"), nil, true},
		{"blank", referral.Answer[string]{}, every, false},
		{"unknown_not_accepted", referral.Without[string](referral.UnknownToPerson, ""), nil, false},
		{"unknown_accepted", referral.Without[string](referral.UnknownToPerson, ""), every, true},
		{"declined_accepted", referral.Without[string](referral.Declined, ""), every, true},
		{"pending_never", referral.Without[string](referral.Pending, "soon"), every, false},
		{"not_asked_without_note", referral.Without[string](referral.NotAsked, ""), every, false},
		{"not_asked_with_note", referral.Without[string](referral.NotAsked, "No interpreter."), every, true},
		{"unsafe_without_note", referral.Without[string](referral.UnsafeToAsk, ""), every, false},
		{"unsafe_with_note", referral.Without[string](referral.UnsafeToAsk, "Overheard."), every, true},
	} {
		if got := test.answer.Settled(test.accepts...); got != test.want {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
	none := referral.Given([]referral.Code{})
	if !none.Given() || none.Blank() || !none.Settled() {
		t.Error("an empty list is not taken as none, confirmed")
	}
}

func TestNew_has_its_code_and_one_person(t *testing.T) {
	r := referral.New("Kestrel 27", func() referral.ID { return "A" })
	if r.CaseCode != "Kestrel 27" || len(r.People) != 1 || r.Principal() == nil || r.Principal().CaseRole != referral.RolePrincipal {
		t.Errorf("got %+v", r)
	}
}

func TestNames_as_they_are_shown(t *testing.T) {
	for _, test := range []struct {
		name         string
		person       referral.Person
		shown, first string
	}{
		{"passport", referral.Person{Names: []referral.Name{{Full: "KARIMI MINA", FamilyPart: "KARIMI", GivenPart: "MINA", Script: "Latn", IsPrimary: true}}}, "Mina Karimi", "Mina"},
		{"one_part", referral.Person{Names: []referral.Name{{Full: "Suharto", NoFamilyName: true}}}, "Suharto", "Suharto"},
		{"as_typed", referral.Person{Names: []referral.Name{{Full: "Nadia al-Haddad"}}}, "Nadia al-Haddad", "Nadia al-Haddad"},
		{"latin_before_native", referral.Person{Names: []referral.Name{{Full: "مینا", Script: "Arab"}, {Full: "Mina", Script: "Latn"}}}, "Mina", "Mina"},
		{"sensitive", referral.Person{Pseudonym: "Blue", Names: []referral.Name{{Full: "Secret", IsSensitive: true, IsPrimary: true}}}, "Blue", "Blue"},
		{"nothing", referral.Person{}, "", ""},
	} {
		if got := test.person.ShownName(); got != test.shown {
			t.Errorf("%s: shown %q, want %q", test.name, got, test.shown)
		}
		if got := test.person.FirstName(); got != test.first {
			t.Errorf("%s: first %q, want %q", test.name, got, test.first)
		}
	}
}

func TestSummarise(t *testing.T) {
	r := family(t).Referral
	r.People[0].Names[2].IsSensitive = true
	changed := time.Date(2026, 3, 19, 14, 2, 11, 5, time.UTC)
	s := referral.Summarise("K7Q", r, referral.Progress{}, report(t, r, nil), changed)
	if s.ID != "K7Q" || s.Code != r.CaseCode || s.State != referral.ProgressDraft || s.Lead != "Laleh Rostamyar" ||
		s.Native != "لاله رستم\u200cیار" || s.People != 4 || s.Country != "KEN" || s.Blocks != 0 || s.Set != "hrd/2026-02" {
		t.Errorf("got %+v", s)
	}
	sohrab := string(r.People[2].ID)
	if want := [][3]string{{referral.DueChild22, sohrab, "2026-04-29"}}; !slices.Equal(s.Due, want) { // R25.1(7)
		t.Errorf("due %v, want %v", s.Due, want)
	}
	for _, who := range s.Who {
		if slices.Contains(who, "Sepideh") {
			t.Error("a sensitive name stands in the summary")
		}
	}
	made := referral.Progress{State: referral.ProgressAcknowledged, ReferralMadeAt: changed}
	if s := referral.Summarise("K7Q", r, made, report(t, r, nil), changed); s.Due != nil {
		t.Errorf("due %v after the referral was made", s.Due)
	}
}

func TestCaseCode(t *testing.T) {
	for text, want := range map[string]string{
		"kestrel-27": "Kestrel 27", "Kestrel 27": "Kestrel 27", " KESTREL  271 ": "Kestrel 271", "otter-08": "Otter 08",
	} {
		c, err := referral.ParseCaseCode(text)
		if err != nil || c.String() != want {
			t.Errorf("%q: got %q, %v", text, c, err)
		}
		if again, err := referral.ParseCaseCode(c.Argument()); err != nil || again != c {
			t.Errorf("%q does not come back from %q", text, c.Argument())
		}
	}
	for _, text := range []string{"", "kestrel", "27", "kestrel27", "kestrel-2", "kestrel-2711", "kes trel-27", "kestrél-27", "kestrel-2a", "-27", "kestrel ۲۷"} {
		if c, err := referral.ParseCaseCode(text); !errors.Is(err, referral.ErrCaseCode) {
			t.Errorf("%q: got %q, %v", text, c, err)
		}
	}
}

func TestDrawCaseCode(t *testing.T) {
	words := []string{"kestrel", "otter"}
	taken := map[string]bool{}
	isTaken := func(code string) bool { return taken[code] }
	for range 150 {
		c, err := referral.DrawCaseCode(words, isTaken, rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if taken[c.String()] {
			t.Fatalf("%s was drawn twice", c)
		}
		if want := 2 + btoi(len(taken) >= 100); len(c.Digits) != want {
			t.Fatalf("%s after %d, want %d digits", c, len(taken), want)
		}
		taken[c.String()] = true
	}
	if _, err := referral.DrawCaseCode(words, func(string) bool { return true }, rand.Reader); !errors.Is(err, referral.ErrNoCode) {
		t.Errorf("all taken: got %v", err)
	}
	if _, err := referral.DrawCaseCode(nil, isTaken, rand.Reader); !errors.Is(err, referral.ErrNoCode) {
		t.Errorf("no words: got %v", err)
	}
	if _, err := referral.DrawCaseCode(words, isTaken, bytes.NewReader(nil)); err == nil {
		t.Error("no randomness and no error")
	}
}

func TestSectionOf(t *testing.T) {
	for path, want := range map[string]referral.Section{
		"notes": "quick", "pathway": "case", "people/A": "people", "people/A/birth_date": "people", "people/A/parents/B": "family",
		"sweep/missing": "family", "work/W/summary": "work", "incidents": "events", "claim/route": "claim",
		"eligibility/track_record": "claim", "consents/C": "consent", "people/A/consent_ref": "consent",
		"documents/D": "documents", "safe_contacts": "safe_contact", "screening": "screening", "apart": "apart", "unheard_of": "case",
		"history/H": "history", "proceedings": "proceedings", "needs/N/code": "needs", "support_requested": "needs",
		"children/C": "children", "sessions": "sessions", "referees/R": "work", "applications": "case",
		"people/A/spouse_of_another_who": "family", "people/A/state_since": "people",
	} {
		if got := referral.SectionOf(path); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}

func TestVocabulary(t *testing.T) {
	v := book(t).Vocabulary("relationship")
	if v.Label("spouse", "fr") == v.Label("spouse", "en") || v.Label("spouse", "xx") != v.Label("spouse", "en") {
		t.Error("labels: English must stand in for a language that is missing, and only then")
	}
	if got := v.Label("cousin_of_the_moon", "en"); got != "cousin_of_the_moon" {
		t.Errorf("unknown code is shown as %q", got)
	}
	country := book(t).Vocabulary("country")
	for typed, want := range map[string]referral.Code{"ken": "KEN", "Kenya": "KEN", "afg": "AFG"} {
		found := country.Lookup(typed, "en")
		if !slices.ContainsFunc(found, func(e referral.Entry) bool { return e.Code == want }) {
			t.Errorf("%q does not find %s", typed, want)
		}
	}
	if len(country.Lookup("", "en")) != len(country.Entries) || len(country.Lookup("qqq", "en")) != 0 {
		t.Error("nothing typed finds all, nonsense none")
	}
	if got := book(t).Vocabulary("none").Label("x", "en"); got != "x" {
		t.Errorf("a vocabulary that is not there labels %q", got)
	}
}

func TestParse_refuses_data_files(t *testing.T) {
	const rule = `{"id":"V01","check":"principal","severity":"blocks","source":"s","title":{"en":"t"}}`
	set := func(rules string) string {
		return fmt.Sprintf(`{"schema":"requirements/1","id":"a","version":"1","pathway":"p","rules":[%s]}`, rules)
	}
	if _, err := referral.ParseRequirements([]byte(set(rule))); err != nil {
		t.Fatalf("a good set: %v", err)
	}
	for name, text := range map[string]string{
		"twice":       set(rule + "," + rule),
		"severity":    set(`{"id":"V01","check":"principal","severity":"maybe","source":"s","title":{"en":"t"}}`),
		"no_source":   set(`{"id":"V01","check":"principal","severity":"look","title":{"en":"t"}}`),
		"no_title":    set(`{"id":"V01","check":"principal","severity":"look","source":"s","title":{"fr":"t"}}`),
		"no_place":    set(`{"id":"V01","check":"answered","severity":"look","source":"s","title":{"en":"t"}}`),
		"audience":    set(`{"id":"V01","check":"answered","at":"x","for":"cats","severity":"look","source":"s","title":{"en":"t"}}`),
		"section":     set(`{"id":"V01","check":"principal","section":"x","severity":"look","source":"s","title":{"en":"t"}}`),
		"other_kind":  `{"schema":"vocabulary/1"}`,
		"not_json":    `{`,
		"no_pathway":  `{"schema":"requirements/1","id":"a","version":"1"}`,
		"wrong_shape": `{"schema":"requirements/1","id":7}`,
	} {
		if _, err := referral.ParseRequirements([]byte(text)); !errors.Is(err, referral.ErrRequirements) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	for name, text := range map[string]string{
		"twice":    `{"schema":"vocabulary/1","id":"a","version":"1","entries":[{"code":"x","label":{"en":"X"}},{"code":"x","label":{"en":"X"}}]}`,
		"no_label": `{"schema":"vocabulary/1","id":"a","version":"1","entries":[{"code":"x","label":{"fr":"X"}}]}`,
		"empty":    `{"schema":"vocabulary/1","id":"a","version":"1","entries":[]}`,
	} {
		if _, err := referral.ParseVocabulary([]byte(text)); !errors.Is(err, referral.ErrVocabulary) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := referral.ParseVocabulary([]byte(`{"schema":"vocabulary/2"}`)); !errors.Is(err, referral.ErrNewerData) {
		t.Errorf("newer: got %v", err)
	}
}

func TestBook_chooses_the_newest_open_set(t *testing.T) {
	set := func(id, version string, pathway referral.Code, open bool) referral.Requirements {
		return referral.Requirements{ID: id, Version: version, Pathway: pathway, Open: open}
	}
	b, err := referral.NewBook(nil, []referral.Requirements{
		set("hrd", "2026-02", referral.PathwayPermanent, true), set("hrd", "2025-01", referral.PathwayPermanent, true),
		set("hrd", "2027-01", referral.PathwayPermanent, false), set("tmp", "1", referral.PathwayTemporary, false),
	})
	if err != nil {
		t.Fatal(err)
	}
	for pathway, want := range map[referral.Code]string{referral.PathwayPermanent: "hrd/2026-02", referral.PathwayTemporary: "hrd/2026-02", "": "hrd/2026-02"} {
		if s, ok := b.SetFor(pathway); !ok || s.Name() != want {
			t.Errorf("%q: got %s, want %s", pathway, s.Name(), want)
		}
	}
	if _, err := referral.NewBook(nil, []referral.Requirements{set("a", "1", "p", true), set("a", "1", "p", true)}); err == nil {
		t.Error("a set twice was taken")
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
