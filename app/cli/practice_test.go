package cli_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"harbour/app/referral"
	"harbour/assets"
)

// agrees compares the report that check has printed as JSON with the one that
// the rules make of the document: agrees DOCUMENT.
func agrees(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: agrees DOCUMENT")
	}
	var c referral.Case
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &c))
	book, err := referral.ReadBook(assets.Vocabularies(), assets.Requirements(), assets.Consents())
	ts.Check(err)
	set, _ := book.SetFor(c.Referral.Pathway.Get())
	var want strings.Builder
	e := json.NewEncoder(&want)
	e.SetEscapeHTML(false)
	// Nobody is in two of the practice cases.
	s := referral.Situation{Today: now(), Set: set, Similar: []referral.Similar{}}
	ts.Check(e.Encode(referral.Check(c.Referral, s)))
	if got := ts.ReadFile("stdout"); got != want.String() {
		ts.Fatalf("check says\n%s\nand the rules say\n%s", got, want.String())
	}
}

// The script names every practice case: one that it forgets would not be shown.
func TestPracticeScriptNamesEveryCase(t *testing.T) {
	script, err := os.ReadFile(filepath.Join("testdata", "script", "practice.txt"))
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(assets.Practice(), "*.json")
	if err != nil || len(names) < 8 {
		t.Fatalf("%d cases, error %v", len(names), err)
	}
	for _, name := range names {
		if n := strings.Count(string(script), name); n < 2 {
			t.Errorf("%s is named %d times, want it added and compared", name, n)
		}
	}
}
