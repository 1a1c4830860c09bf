package widgets

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ChooserPlace is where a chooser can start: a stick, the home folder.
type ChooserPlace struct {
	Words string
	Path  string
	Stick bool
}

// ChooserFiles is how a chooser sees the disk. DiskFiles is the real one.
type ChooserFiles interface {
	// Sticks lists mounted removable media, by name.
	Sticks() []ChooserPlace
	// Home is the person's folder, empty where there is none.
	Home() string
	// List returns what is in a folder.
	List(folder string) ([]os.DirEntry, error)
}

// DiskFiles reads the disk of the machine. It remembers and writes nothing.
type DiskFiles struct{}

// Sticks implements ChooserFiles by looking where systems mount removable media.
func (DiskFiles) Sticks() []ChooserPlace {
	var found []ChooserPlace
	for _, root := range []string{"/media", "/media/*", "/run/media/*", "/Volumes"} {
		roots, err := filepath.Glob(root)
		if err != nil {
			continue
		}
		for _, folder := range roots {
			found = append(found, mountsIn(folder)...)
		}
	}
	slices.SortFunc(found, func(a, b ChooserPlace) int { return cmp.Compare(a.Words, b.Words) })
	return slices.CompactFunc(found, func(a, b ChooserPlace) bool { return a.Path == b.Path })
}

// mountsIn lists the folders of a mount root that hold a file system of their own.
func mountsIn(root string) []ChooserPlace {
	entries, err := os.ReadDir(root)
	if err != nil {
		return nil
	}
	var found []ChooserPlace
	for _, e := range entries {
		path := filepath.Join(root, e.Name())
		if e.IsDir() && !hiddenName(e.Name()) && isMount(root, path) {
			found = append(found, ChooserPlace{Words: e.Name(), Path: path, Stick: true})
		}
	}
	return found
}

// Home implements ChooserFiles.
func (DiskFiles) Home() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return home
}

// List implements ChooserFiles.
func (DiskFiles) List(folder string) ([]os.DirEntry, error) { return os.ReadDir(folder) }

func hiddenName(name string) bool { return strings.HasPrefix(name, ".") }

// chooserEntry is one line of a listing.
type chooserEntry struct {
	name   string
	folder bool
}

// listing sorts what a chooser shows of a folder: folders first, then the files that
// end in one of the extensions, none of them hidden.
func listing(entries []os.DirEntry, files bool, extensions []string) []chooserEntry {
	var shown []chooserEntry
	for _, e := range entries {
		switch {
		case hiddenName(e.Name()):
		case e.IsDir():
			shown = append(shown, chooserEntry{e.Name(), true})
		case files && wanted(e.Name(), extensions):
			shown = append(shown, chooserEntry{e.Name(), false})
		}
	}
	slices.SortFunc(shown, func(a, b chooserEntry) int {
		if a.folder != b.folder {
			if a.folder {
				return -1
			}
			return 1
		}
		return cmp.Compare(strings.ToLower(a.name), strings.ToLower(b.name))
	})
	return shown
}

func wanted(name string, extensions []string) bool {
	if len(extensions) == 0 {
		return true
	}
	return slices.ContainsFunc(extensions, func(ending string) bool {
		return strings.HasSuffix(strings.ToLower(name), strings.ToLower(ending))
	})
}
