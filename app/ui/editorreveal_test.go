package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/casework"
	"harbour/app/present"
)

// TestEditor_shows_the_field_that_it_opens_at under a timeline, where little
// room is left.
func TestEditor_shows_the_field_that_it_opens_at(t *testing.T) {
	h := editorHouse(t, houseWith{size: fyne.NewSize(1280, 800), held: true}, "family-of-four.json")
	h.runHeld()
	last := h.kept().History[len(h.kept().History)-1]
	for _, field := range []string{"country", "note"} {
		path := "history/" + string(last.ID) + "/" + field
		h.at("history", path)
		h.inView(field)
		h.beat(1)
		h.inView(field + " with its answers")
		h.Go(present.Route{Page: present.PageStart})
		h.runHeld()
		h.Go(present.Route{Page: present.PageEditor, Case: string(h.Shell.Desk.All()[0].ID)})
		h.runHeld()
		h.inView(field + " once more")
		h.beat(1)
		h.inView(field + " once more, with its answers")
	}
}

// inView makes sure that what has the keyboard can be seen.
func (h *house) inView(name string) {
	h.tb.Helper()
	focused, ok := h.Window.Window.Canvas().Focused().(fyne.CanvasObject)
	if !ok {
		h.tb.Errorf("%s: nothing has the keyboard", name)
		return
	}
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(focused).Y
	if bottom := top + focused.Size().Height; bottom > h.Window.Window.Canvas().Size().Height-20 || top < 0 {
		h.tb.Errorf("%s: from %v to %v, out of view", name, top, bottom)
	}
}

// TestUnlock_shows_the_field in which somebody worked, and when that was.
func TestUnlock_shows_the_field(t *testing.T) {
	h := newHouse(t, houseWith{role: casework.RoleField, cases: []string{"family-of-four.json"}, size: fyne.NewSize(1280, 800), held: true})
	kept := h.kept()
	last := kept.History[len(kept.History)-1]
	place := casework.Place{Case: h.Shell.Desk.All()[0].ID, Section: "history", Path: "history/" + string(last.ID) + "/country"}
	if err := h.Shell.Desk.SetPlace(t.Context(), place); err != nil {
		t.Fatal(err)
	}
	if err := h.Shell.Lock(); err != nil {
		t.Fatal(err)
	}
	h.Go(h.Shell.First())
	h.typed(somePassphrase)
	h.key(fyne.KeyReturn)
	h.runHeld()
	h.shot("unlock-place")
	h.inView("country")
}
