package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// checkGolden compares lines with those that were looked at before, in a file
// under testdata, or writes them down where HARBOUR_UPDATE is set.
func checkGolden(t testing.TB, name, text, then string) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if os.Getenv("HARBOUR_UPDATE") != "" {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if text == string(want) {
		return
	}
	got, was := strings.Split(text, "\n"), strings.Split(string(want), "\n")
	i := 0
	for i < min(len(got), len(was)) && got[i] == was[i] {
		i++
	}
	t.Errorf("not as in %s from line %d on: run once with HARBOUR_UPDATE=1, and %s", name, i+1, then)
}
