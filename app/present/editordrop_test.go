package present_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"harbour/app/present"
)

// found looks for files.
func found(t *testing.T, paths ...string) (files []string, left int) {
	t.Helper()
	doEdit(t, present.FindFiles(paths, func(f []string, n int) { files, left = f, n }))
	return files, left
}

func TestFindFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name string) string {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	letter, scan := write("letter.txt"), write("scans/more/page.png")
	write(".hidden")
	write("scans/.thumbs/page.png")
	if err := os.Symlink("/etc", filepath.Join(dir, "scans", "away")); err != nil {
		t.Skip("no links here")
	}
	files, left := found(t, letter, filepath.Join(dir, "scans"), filepath.Join(dir, "gone"))
	if !slices.Equal(files, []string{letter, scan}) || left != 0 {
		t.Errorf("got %v and %d left", files, left)
	}
	for i := range 250 {
		write(fmt.Sprintf("many/%03d.txt", i))
	}
	if files, left := found(t, filepath.Join(dir, "many")); len(files) != 200 || left != 50 {
		t.Errorf("got %d files, %d left", len(files), left)
	}
}

func TestEvidence(t *testing.T) {
	d := editorDesk(t)
	id := newCase(t, d)
	e := openEditor(t, d, id)
	e.Show("documents", "")
	paper := e.DocumentFor()
	if again := e.DocumentFor(); again != paper {
		t.Errorf("a file on an open document makes another: %s", again)
	}
	e.Show("people", "")
	lead := e.View().Lists[0].Cards[0].Path
	born := lead + "/birth_country"
	e.SetText(born, "IRN")
	e.SetEvidence(born, []string{e.Papers()[0].Key})
	if _, ok := e.Evidence("notes"); ok {
		t.Error("plain words can be proven")
	}
	doEdit(t, e.Save())
	e = openEditor(t, d, id)
	proven := e.ProvenBy(paper)
	if len(proven) != 1 || proven[0].Path != born || proven[0].Section != "people" || proven[0].Key != "field.people.birth_country" {
		t.Errorf("got %+v", proven)
	}
	e.Remove(paper)
	if got := e.ProvenBy(paper); len(got) != 0 {
		t.Errorf("a document that is gone proves %+v", got)
	}
}
