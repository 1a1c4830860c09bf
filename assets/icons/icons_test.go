package icons_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"harbour/assets/icons"
)

func TestNames(t *testing.T) {
	names := icons.Names()
	if len(names) < 50 || !slices.IsSorted(names) {
		t.Errorf("got %d names, sorted %v", len(names), slices.IsSorted(names))
	}
	if slices.Contains(names, icons.Mark) || slices.Contains(names, icons.Scene) {
		t.Error("a picture with its own colours is listed as a line icon")
	}
}

func TestIconsAreDrawnAlike(t *testing.T) {
	for _, name := range icons.Names() {
		text, err := icons.SVG(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{`viewBox="0 0 20 20"`, `stroke="#000"`, `stroke-width="1.6"`, `stroke-linecap="round"`, `xmlns="http://www.w3.org/2000/svg"`} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: lacks %s", name, want)
			}
		}
	}
}

func TestSVGMissing(t *testing.T) {
	if _, err := icons.SVG("no such icon"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want ErrNotExist", err)
	}
}
