package widgets

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// ChooserWords are the words on a Chooser.
type ChooserWords struct {
	Home     string // the person's folder
	Up       string // the folder above
	Path     string // in the empty path
	Choose   string // takes what is chosen
	Cancel   string
	Empty    string // nothing to show in a folder
	NoAccess string // a folder that cannot be read
}

// Measures of a chooser.
const (
	chooserRow    float32 = 36
	chooserPlaces float32 = 184
	chooserHeight float32 = 320
)

// Chooser finds a file or a folder: sticks first, then home, then a typed path. It shows
// nothing hidden and remembers nothing, in memory or on disk.
type Chooser struct {
	widget.BaseWidget

	// OnChoose is called with the full path chosen.
	OnChoose func(path string)
	// OnCancel is called when nothing is wanted.
	OnCancel func()

	files      ChooserFiles
	wantFiles  bool
	extensions []string
	words      ChooserWords
	folder     string
	entries    []chooserEntry
	picked     string
	path       *Input
	list       *List
	empty      *Text
	choose     *Button
	places     *fyne.Container
	tree       *fyne.Container
}

// NewFolderChooser makes a chooser of a folder, at the first stick or at home.
func NewFolderChooser(files ChooserFiles, words ChooserWords) *Chooser {
	return newChooser(files, words, false, nil)
}

// NewFileChooser makes a chooser of a file that ends in one of the extensions, or of any.
func NewFileChooser(files ChooserFiles, words ChooserWords, extensions ...string) *Chooser {
	return newChooser(files, words, true, extensions)
}

func newChooser(files ChooserFiles, words ChooserWords, wantFiles bool, extensions []string) *Chooser {
	c := &Chooser{files: files, words: words, wantFiles: wantFiles, extensions: extensions}
	c.list = NewList(chooserRow, c.newRow, c.fillRow).Plain().Padded(look.Gap12)
	c.list.OnChoose = c.take
	c.empty = NewText(look.Body, words.Empty).In(look.Ink2).Align(Center)
	c.path = NewInput().Placeholder(words.Path)
	c.path.OnSubmitted = c.typed
	c.choose = NewButton(words.Choose, c.confirm).Kind(Main)
	cancel := NewButton(words.Cancel, func() {
		if c.OnCancel != nil {
			c.OnCancel()
		}
	})
	up := NewIconButton("chevron-start", words.Up, func() { c.Open(filepath.Dir(c.folder)) }).Large()
	c.places = Column(look.Gap4)
	card := NewBareCard(Height(chooserHeight, c.list, Centred(c.empty)))
	c.tree = Column(look.Gap12,
		RowAt(Top, look.Gap16,
			Width(chooserPlaces, c.places),
			Grow(1, Column(look.Gap8, Row(look.Gap8, up, Grow(1, c.path)), card))),
		Row(look.Gap12, Flex(), cancel, c.choose),
	)
	c.ExtendBaseWidget(c)
	c.start()
	return c
}

// start lists the places and opens the first.
func (c *Chooser) start() {
	places := c.files.Sticks()
	if home := c.files.Home(); home != "" {
		places = append(places, ChooserPlace{Words: c.words.Home, Path: home})
	}
	for _, place := range places {
		icon := "home"
		if place.Stick {
			icon = "stick"
		}
		c.places.Objects = append(c.places.Objects, NewNavigationItem(icon, place.Words, func() { c.Open(place.Path) }))
	}
	if len(places) > 0 {
		c.Open(places[0].Path)
	}
}

// Folder is the folder shown.
func (c *Chooser) Folder() string { return c.folder }

// List is the listing, for who wants to move the keyboard there.
func (c *Chooser) List() *List { return c.list }

// Open shows a folder. One that cannot be read is said so, and the path stays typed.
func (c *Chooser) Open(folder string) {
	entries, err := c.files.List(folder)
	c.folder, c.picked = folder, ""
	c.path.SetText(folder)
	c.path.SetFailed(err != nil)
	c.entries = listing(entries, c.wantFiles, c.extensions)
	words := c.words.Empty
	if err != nil {
		words = c.words.NoAccess
	}
	c.empty.SetWords(words)
	show(c.empty, len(c.entries) == 0)
	c.list.SetCount(len(c.entries))
	c.list.Choose(-1)
	c.ready(err == nil && !c.wantFiles)
}

func (c *Chooser) newRow() fyne.CanvasObject {
	return Row(look.Gap8, NewIcon("folder", look.IconInline, look.Ink2), Grow(1, NewText(look.Body, "").Ellipsis()))
}

func (c *Chooser) fillRow(row int, object fyne.CanvasObject, _ bool) {
	parts := object.(*fyne.Container).Objects
	icon := "document"
	if c.entries[row].folder {
		icon = "folder"
	}
	parts[0].(*Icon).Set(icon, look.Ink2)
	parts[1].(*fyne.Container).Objects[0].(*Text).SetWords(c.entries[row].name)
}

// take opens a folder or picks a file.
func (c *Chooser) take(row int) {
	path := filepath.Join(c.folder, c.entries[row].name)
	if c.entries[row].folder {
		c.Open(path)
		return
	}
	c.picked = path
	c.path.SetText(path)
	c.ready(true)
}

// typed takes a path that was written: a folder opens, a file of the right kind is taken.
func (c *Chooser) typed(path string) {
	path = strings.TrimSpace(path)
	if home := c.files.Home(); strings.HasPrefix(path, "~"+string(os.PathSeparator)) && home != "" {
		path = filepath.Join(home, path[2:])
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(c.folder, path)
	}
	if _, err := c.files.List(path); err == nil {
		c.Open(filepath.Clean(path))
		return
	}
	if !c.wantFiles || !c.holds(path) {
		c.path.SetFailed(true)
		return
	}
	c.picked = path
	c.path.SetFailed(false)
	c.ready(true)
}

// holds says whether a path names a file that this chooser would list.
func (c *Chooser) holds(path string) bool {
	entries, err := c.files.List(filepath.Dir(path))
	if err != nil {
		return false
	}
	for _, e := range listing(entries, true, c.extensions) {
		if !e.folder && e.name == filepath.Base(path) {
			return true
		}
	}
	return false
}

func (c *Chooser) ready(ready bool) {
	if ready {
		c.choose.Enable()
	} else {
		c.choose.Disable()
	}
}

func (c *Chooser) confirm() {
	path := c.folder
	if c.wantFiles {
		path = c.picked
	}
	if path != "" && c.OnChoose != nil {
		c.OnChoose(path)
	}
}

// CreateRenderer implements fyne.Widget.
func (c *Chooser) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return filled(c.tree, c.tree.Refresh)
}
