package assets_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"strings"
	"testing"

	"harbour/app/referral"
	"harbour/app/words"
	"harbour/assets"
)

var languages = []string{"en", "fr"}

func TestVocabularies(t *testing.T) {
	for name, raw := range files(t, assets.Vocabularies(), "*.json") {
		v, err := referral.ParseVocabulary(raw)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if v.ID+".json" != name {
			t.Errorf("%s holds %s", name, v.ID)
		}
		for _, e := range v.Entries {
			for _, lang := range languages {
				if e.Label[lang] == "" {
					t.Errorf("%s: %s has no label in %s", name, e.Code, lang)
				}
			}
		}
	}
}

// Codes that code branches on must be words that the lists know.
func TestVocabulariesHaveTheCodesOfTheCode(t *testing.T) {
	book := book(t)
	lists := map[string][]referral.Code{
		"pathway":       {referral.PathwayPermanent, referral.PathwayTemporary},
		"priority":      {referral.PriorityNormal},
		"case_role":     {referral.RolePrincipal, referral.RoleAccompanying, referral.RoleDeclared, referral.RoleDeFacto, referral.RoleRelative},
		"person_state":  {referral.Alive, referral.Deceased, referral.Missing, referral.Detained, referral.WhereaboutsUnknown},
		"relationship":  {referral.RelSelf, referral.RelSpouse, referral.RelCommonLaw, referral.RelConjugal, referral.RelChildBiological, referral.RelChildAdopted, referral.RelStepChild, referral.RelGrandchild, referral.RelFormerSpouse},
		"calendar":      {referral.Gregorian, referral.SolarHijri, referral.IslamicLunar, referral.Ethiopian, referral.OtherCalendar},
		"date_quality":  {referral.Documented, referral.Stated, referral.Estimated, referral.Assigned},
		"answer_source": {referral.SourceSelf, referral.SourceDocument, referral.SourceFamily, referral.SourceThirdParty, referral.SourceInferred},
		"given_by":      {referral.GivenBySelf, referral.GivenByCaregiver, referral.GivenByGuardian},
		"setting":       {referral.InOrigin, referral.InAsylum, referral.InTransit},
		"country":       {referral.Stateless},
		"activity_kind": {
			referral.ActivityAddress, referral.ActivityWork, referral.ActivityStudy, referral.ActivityMilitary,
			referral.ActivityDetention, referral.ActivityHiding, referral.ActivityTravel, referral.ActivityUnemployed,
		},
		"proceeding_kind":    {referral.ProceedingConviction},
		"proceeding_outcome": {referral.OutcomeConvicted},
		"specific_need":      {referral.NeedSeparated, referral.NeedUnaccompanied, referral.NeedSexual},
		"share_scope":        {referral.ShareMedicalOnly, referral.ShareNobody},
		"separated_child":    {referral.ChildWithParents, referral.ChildSeparated, referral.ChildUnaccompanied},
	}
	for _, s := range referral.States() {
		lists["answer_state"] = append(lists["answer_state"], referral.Code(s))
	}
	for id, codes := range lists {
		for _, code := range codes {
			if !book.Vocabulary(id).Has(code) {
				t.Errorf("%s does not know %s", id, code)
			}
		}
	}
}

func TestCountryVocabulary(t *testing.T) {
	countries := book(t).Vocabulary("country")
	if n := len(countries.Entries); n != 254 {
		t.Errorf("got %d countries, want 249 of ISO 3166-1 and five more", n)
	}
	for alias, code := range map[string]referral.Code{"Persia": "IRN", "burma": "MMR", "ivory": "CIV"} {
		if hits := countries.Lookup(alias, "en"); len(hits) == 0 || hits[0].Code != code {
			t.Errorf("%q does not find %s", alias, code)
		}
	}
	if n := len(book(t).Vocabulary("language").Entries); n < 120 {
		t.Errorf("got %d languages, want 120 or more", n)
	}
}

// Every rule has its words in both languages, and each set all 44 of domain 9.
func TestRequirements(t *testing.T) {
	for name, raw := range files(t, assets.Requirements(), "*.json") {
		set, err := referral.ParseRequirements(raw)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if set.ID+".json" != name {
			t.Errorf("%s holds %s", name, set.ID)
		}
		for _, rule := range set.Rules {
			texts := []map[string]string{rule.Title, rule.Why}
			for _, part := range rule.Parts {
				texts = append(texts, part.Title, part.Why)
			}
			for _, text := range texts {
				for _, lang := range languages {
					if text[lang] == "" {
						t.Errorf("%s: %s lacks words in %s", name, rule.ID, lang)
					}
				}
			}
		}
		for n := 1; n <= 49; n++ {
			id := fmt.Sprintf("V%02d", n)
			if has := strings.Contains(string(raw), `"id": "`+id+`"`); has != (n <= 14 || n >= 20) {
				t.Errorf("%s: has %s is %v", name, id, has)
			}
		}
	}
}

// A rule that looks at a place which does not exist would never be heard of
// again: the model has each, and each check is known.
func TestRequirementsFindTheirPlaces(t *testing.T) {
	for name, raw := range files(t, assets.Requirements(), "*.json") {
		set, err := referral.ParseRequirements(raw)
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range set.Rules {
			if rule.At != "" && !leads(reflect.TypeFor[referral.Referral](), strings.Split(rule.At, "/")) {
				t.Errorf("%s: %s leads nowhere", name, rule.At)
			}
		}
		for _, f := range referral.Check(&referral.Referral{}, referral.Situation{Today: today, Set: set}).Findings {
			if strings.Contains(f.Why, "cannot be checked here") {
				t.Errorf("%s: %s names an unknown check", name, f.Rule)
			}
		}
	}
}

// leads reports whether a pattern leads to a field of the type.
func leads(t reflect.Type, steps []string) bool {
	if t.Kind() == reflect.Struct && strings.HasPrefix(t.Name(), "Answer[") && len(steps) > 0 {
		value, _ := t.FieldByName("Value")
		t = value.Type.Elem()
	}
	switch {
	case len(steps) == 0:
		return true
	case t.Kind() == reflect.Slice:
		return steps[0] == referral.Every && leads(t.Elem(), steps[1:])
	case t.Kind() != reflect.Struct:
		return false
	}
	for i := range t.NumField() {
		if referral.MemberName(t.Field(i)) == steps[0] {
			return leads(t.Field(i).Type, steps[1:])
		}
	}
	return false
}

func TestRequirementsOpen(t *testing.T) {
	book := book(t)
	for pathway, want := range map[referral.Code]string{
		"permanent_hrd_stream": "hrd", "unhcr_emergency_upp": "unhcr_emergency", "undetermined": "undetermined",
		"temporary_protection": "hrd", // not open yet: judged by the one that is
	} {
		if set, ok := book.SetFor(pathway); !ok || set.ID != want {
			t.Errorf("%s: got set %q, want %q", pathway, set.ID, want)
		}
	}
}

func TestWords(t *testing.T) {
	if _, err := words.Parse(assets.Words()); err != nil {
		t.Fatal(err)
	}
}

func book(t testing.TB) referral.Book {
	t.Helper()
	var vocabularies []referral.Vocabulary
	for _, raw := range files(t, assets.Vocabularies(), "*.json") {
		v, err := referral.ParseVocabulary(raw)
		if err != nil {
			t.Fatal(err)
		}
		vocabularies = append(vocabularies, v)
	}
	var sets []referral.Requirements
	for _, raw := range files(t, assets.Requirements(), "*.json") {
		s, err := referral.ParseRequirements(raw)
		if err != nil {
			t.Fatal(err)
		}
		sets = append(sets, s)
	}
	b, err := referral.NewBook(vocabularies, sets)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func files(t testing.TB, tree fs.FS, pattern string) map[string][]byte {
	t.Helper()
	names, err := fs.Glob(tree, pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no files %s: %v", pattern, err)
	}
	all := map[string][]byte{}
	for _, name := range names {
		raw, err := fs.ReadFile(tree, name)
		if err != nil {
			t.Fatal(err)
		}
		if path.Ext(name) == ".json" && !json.Valid(raw) {
			t.Fatalf("%s is not JSON", name)
		}
		all[name] = raw
	}
	return all
}
