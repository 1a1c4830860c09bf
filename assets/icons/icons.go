// Package icons holds Harbour's line icons, its mark and its one picture as SVG text.
// It never draws: who draws them writes colour and line width in.
package icons

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
)

// Size is the side of the grid that every line icon is drawn on.
const Size = 20

// Mark is the name of Harbour's own sign and Scene that of the picture of the harbour.
// Both carry their own colours, so they are not among Names.
const (
	Mark  = "harbour"
	Scene = "harbour-scene"
)

//go:embed *.svg
var files embed.FS

// SVG gives the text of an icon. Line icons are drawn in #000 with stroke-width 1.6;
// Scene holds {placeholders} for its colours and line widths. It returns fs.ErrNotExist
// for a name that is not there.
func SVG(name string) (string, error) {
	text, err := fs.ReadFile(files, name+".svg")
	return string(text), err
}

// Names lists the line icons in alphabetical order.
func Names() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic("icons: embedded folder not readable")
	}
	names := make([]string, 0, len(entries))
	for _, entry := range entries {
		names = append(names, strings.TrimSuffix(entry.Name(), ".svg"))
	}
	return slices.DeleteFunc(names, func(name string) bool { return name == Mark || name == Scene })
}
