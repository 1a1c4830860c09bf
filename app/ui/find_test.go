package ui_test

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/widgets"
)

// objects are all that is shown in the window, floats last.
func (h *house) objects() []fyne.CanvasObject {
	canvas := h.Window.Window.Canvas()
	list := under(canvas.Content(), nil)
	for _, o := range canvas.Overlays().List() {
		list = under(o, list)
	}
	return list
}

func under(o fyne.CanvasObject, list []fyne.CanvasObject) []fyne.CanvasObject {
	if o == nil || !o.Visible() {
		return list
	}
	list = append(list, o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			list = under(child, list)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			list = under(child, list)
		}
	}
	return list
}

// says reports whether words stand anywhere in the window.
func (h *house) says(words string) bool {
	for _, o := range h.objects() {
		if t, ok := o.(*widgets.Text); ok && strings.Contains(t.Words(), words) {
			return true
		}
	}
	return false
}

func (h *house) mustSay(words ...string) {
	h.tb.Helper()
	for _, w := range words {
		if !h.says(w) {
			h.tb.Errorf("the window does not say %q", w)
		}
	}
}

// tap presses what is labelled with these words.
func (h *house) tap(words string) {
	h.tb.Helper()
	for _, o := range h.objects() {
		l, ok := o.(fyne.Accessible)
		if !ok || l.AccessibilityLabel() != words {
			continue
		}
		if t, ok := o.(fyne.Tappable); ok {
			t.Tapped(&fyne.PointEvent{})
			return
		}
	}
	h.tb.Fatalf("nothing to press says %q", words)
}

// shortcut presses keys that work on every page.
func (h *house) shortcut(s fyne.Shortcut) {
	h.Window.Window.Canvas().Content().(widgets.Watcher).Shortcut(s)
}

// focusInput moves the keyboard to the first field.
func (h *house) focusInput() {
	h.tb.Helper()
	for _, o := range h.objects() {
		if i, ok := o.(*widgets.Input); ok {
			i.Focus()
			return
		}
	}
	h.tb.Fatal("no field")
}

// typedNowhere types, where something may have the keyboard or not.
func (h *house) typedNowhere(text string) {
	if h.Window.Window.Canvas().Focused() != nil {
		h.typed(text)
	}
}

// longer makes each text a third longer, in letters that are not English.
func longer(t testing.TB, english fs.FS) fs.FS {
	t.Helper()
	made := fstest.MapFS{}
	names, err := fs.Glob(english, "en/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		raw, err := fs.ReadFile(english, name)
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]any
		if err := json.Unmarshal(raw, &texts); err != nil {
			t.Fatal(err)
		}
		for key, text := range texts {
			texts[key] = stretch(text)
		}
		raw, err = json.Marshal(texts)
		if err != nil {
			t.Fatal(err)
		}
		made[name] = &fstest.MapFile{Data: raw}
	}
	return made
}

func stretch(text any) any {
	switch text := text.(type) {
	case string:
		return text + strings.Repeat("ø", (len([]rune(text))+2)/3)
	case map[string]any:
		for form, t := range text {
			text[form] = stretch(t)
		}
	}
	return text
}
