package widgets_test

import (
	"errors"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/widgets"
)

// shelf is a disk with one stick.
type shelf struct{ files fstest.MapFS }

func (s shelf) Sticks() []widgets.ChooserPlace {
	return []widgets.ChooserPlace{{Words: "BLUE", Path: "/media/blue", Stick: true}}
}
func (s shelf) Home() string { return "/home/desk" }
func (s shelf) List(folder string) ([]os.DirEntry, error) {
	if folder == "/" {
		return nil, errors.New("no access")
	}
	return fs.ReadDir(s.files, folder[1:])
}

func disk() shelf {
	return shelf{fstest.MapFS{
		"media/blue/kestrel.harbour": {}, "media/blue/photo.png": {}, "media/blue/.hidden.harbour": {},
		"media/blue/inner/ember.harbour": {}, "home/desk/notes.txt": {},
	}}
}

// button finds a button by its words under an object.
func button(t *testing.T, on fyne.Canvas, words string) *widgets.Button {
	t.Helper()
	for range 20 {
		on.FocusNext()
		if b, ok := on.Focused().(*widgets.Button); ok && b.Words() == words {
			return b
		}
	}
	t.Fatalf("no button %q", words)
	return nil
}

func TestFileChooser(t *testing.T) {
	begin(t)
	chosen := ""
	c := widgets.NewFileChooser(disk(), widgets.ChooserWords{Choose: "Open", Cancel: "Cancel"}, ".harbour")
	c.OnChoose = func(path string) { chosen = path }
	on := stage(t, c)
	if c.Folder() != "/media/blue" {
		t.Fatalf("starts in %q, want the stick", c.Folder())
	}
	list := c.List()
	list.Choose(0)
	press(list, fyne.KeyReturn)
	if c.Folder() != "/media/blue/inner" {
		t.Fatalf("first row opens %q, want the folder", c.Folder())
	}
	c.Open("/media/blue")
	list.Choose(99)
	if got := list.Chosen(); got != 1 {
		t.Errorf("%d rows: want one folder and one file, nothing hidden, nothing else", got+1)
	}
	press(list, fyne.KeyReturn)
	test.Tap(button(t, on, "Open"))
	if chosen != "/media/blue/kestrel.harbour" {
		t.Errorf("chosen: got %q", chosen)
	}
}

func TestFolderChooser(t *testing.T) {
	begin(t)
	chosen := ""
	c := widgets.NewFolderChooser(disk(), widgets.ChooserWords{Choose: "Here", Cancel: "Cancel"})
	c.OnChoose = func(path string) { chosen = path }
	on := stage(t, c)
	c.Open("/home/desk")
	test.Tap(button(t, on, "Here"))
	if chosen != "/home/desk" {
		t.Errorf("chosen: got %q", chosen)
	}
	chosen = ""
	c.Open("/")
	for range 20 {
		on.FocusNext()
		if b, ok := on.Focused().(*widgets.Button); ok && b.Words() == "Here" {
			t.Error("a folder that cannot be read can be chosen")
		}
	}
}

func TestChooserTakesTypedPath(t *testing.T) {
	begin(t)
	c := widgets.NewFolderChooser(disk(), widgets.ChooserWords{})
	on := stage(t, c)
	for range 20 {
		on.FocusNext()
		if entry, ok := on.Focused().(interface{ SetText(string) }); ok {
			entry.SetText("inner")
			press(on.Focused(), fyne.KeyReturn)
			break
		}
	}
	if c.Folder() != "/media/blue/inner" {
		t.Errorf("typed a folder: got %q", c.Folder())
	}
}

func TestChooserCancel(t *testing.T) {
	begin(t)
	cancelled := false
	c := widgets.NewFolderChooser(disk(), widgets.ChooserWords{Cancel: "Cancel"})
	c.OnCancel = func() { cancelled = true }
	on := stage(t, c)
	test.Tap(button(t, on, "Cancel"))
	if !cancelled {
		t.Error("Cancel does nothing")
	}
}
