package referral_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"harbour/app/referral"
	"harbour/app/wire"
	"harbour/assets"
)

var update = flag.Bool("update", false, "write the golden files anew")

var today = time.Date(2026, 3, 19, 0, 0, 0, 0, time.UTC)

// gaps are the practice cases that stop short of a hand-over on purpose.
var gaps = []string{"not-ready.json", "niece-own-case.json", "one-name.json"}

// TestCheck_practice_cases compares the whole report of each practice case
// with the one that was read over.
func TestCheck_practice_cases(t *testing.T) {
	book := book(t)
	for name, c := range practice(t) {
		t.Run(name, func(t *testing.T) {
			set, ok := book.SetFor(c.Referral.Pathway.Get())
			if !ok {
				t.Fatal("no requirement set")
			}
			rep := referral.Check(c.Referral, referral.Situation{Today: today, Set: set})
			got, err := json.Marshal(rep, jsontext.WithIndent(" "))
			if err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", "readiness", name)
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != string(want) {
				t.Errorf("report differs from %s; see the difference with -update", golden)
			}
			if ready := !slices.Contains(gaps, name); rep.Ready != ready {
				t.Errorf("ready is %v, want %v", rep.Ready, ready)
			}
			for _, f := range rep.Findings {
				if strings.Contains(f.Title+f.Why, "{") || f.Title == "" {
					t.Errorf("%s: words %q, %q", f.Rule, f.Title, f.Why)
				}
				if _, ok := c.Referral.At(f.Path); !ok && f.Path != referral.RecipientPath {
					t.Errorf("%s: nothing is at %s", f.Rule, f.Path)
				}
			}
		})
	}
}

func TestSets_name_only_checks_that_exist(t *testing.T) {
	for _, file := range files(t, assets.Requirements(), "*.json") {
		set, err := referral.ParseRequirements(file)
		if err != nil {
			t.Fatal(err)
		}
		full := family(t)
		for _, rule := range set.Rules {
			only := set
			only.Rules = []referral.Rule{rule}
			rep := referral.Check(full.Referral, referral.Situation{Today: today, Set: only})
			if rep.Points[1] == 0 && rule.Check != referral.CheckRecipient && rule.Check != referral.CheckPriority {
				t.Logf("%s %s: %s applies to nothing in the family", set.Name(), rule.ID, rule.At)
			}
			for _, f := range rep.Findings {
				if strings.Contains(f.Why, "newer version") {
					t.Errorf("%s %s: check %s does not exist", set.Name(), rule.ID, rule.Check)
				}
			}
		}
	}
}

func book(t testing.TB) referral.Book {
	t.Helper()
	var vocabularies []referral.Vocabulary
	for _, file := range files(t, assets.Vocabularies(), "*.json") {
		v, err := referral.ParseVocabulary(file)
		if err != nil {
			t.Fatal(err)
		}
		vocabularies = append(vocabularies, v)
	}
	var sets []referral.Requirements
	for _, file := range files(t, assets.Requirements(), "*.json") {
		s, err := referral.ParseRequirements(file)
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

func practice(t testing.TB) map[string]*referral.Case {
	t.Helper()
	cases := map[string]*referral.Case{}
	for name, file := range files(t, assets.Practice(), "*.json") {
		c, err := wire.DecodeCase(file)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		cases[name] = c
	}
	return cases
}

// family returns the case of four people that is ready.
func family(t testing.TB) *referral.Case {
	t.Helper()
	const name = "family-of-four.json"
	c, err := wire.DecodeCase(files(t, assets.Practice(), name)[name])
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func files(t testing.TB, fsys fs.FS, pattern string) map[string][]byte {
	t.Helper()
	names, err := fs.Glob(fsys, pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no files, error %v", err)
	}
	found := map[string][]byte{}
	for _, name := range names {
		if found[name], err = fs.ReadFile(fsys, name); err != nil {
			t.Fatal(err)
		}
	}
	return found
}

func BenchmarkCheck(b *testing.B) {
	r, set := family(b).Referral, hrd(b)
	for b.Loop() {
		referral.Check(r, referral.Situation{Today: today, Set: set})
	}
}
