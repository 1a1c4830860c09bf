package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/casework"
	"harbour/app/present"
)

// TestSetUp is set-up by keyboard, from the first key to the fresh program.
func TestSetUp(t *testing.T) {
	h := newHouse(t, houseWith{})
	h.mustSay("Who works here", "Field desk", "Office", "Try it with invented people")
	h.key(fyne.KeyReturn)
	h.mustSay(h.Words.Text("setup.name_needed"))
	h.tap(h.Words.Text("setup.role.office"))
	h.tap(h.Words.Text("setup.practice"))
	h.focusInput()
	h.typed("Desk 3")
	h.key(fyne.KeyReturn)

	h.mustSay("Choose a passphrase")
	h.key(fyne.KeyReturn)
	h.mustSay(h.Words.Text("setup.passphrase_needed"))
	h.typed(somePassphrase)
	h.key(fyne.KeyReturn)
	h.mustSay(h.Words.Text("setup.not_the_same"))
	h.Window.Window.Canvas().FocusNext()
	h.typed(somePassphrase)
	h.mustSay(h.Words.Text("setup.same"))
	h.key(fyne.KeyReturn)

	if len(h.restarts) != 1 || h.restarts[0].Dir != h.Shell.Dir {
		t.Fatalf("restarts %+v", h.restarts)
	}
	if !casework.Exists(h.Shell.Dir) || h.Shell.First().Page != present.PageUnlock {
		t.Error("no desk was made")
	}
	h.Go(h.Shell.First())
	h.typed(somePassphrase)
	h.key(fyne.KeyReturn)
	if d := h.Shell.Desk; d == nil || !d.Practice() || d.Role() != casework.RoleField || d.Name() != "Desk 3" {
		t.Fatal("not the desk that was asked for")
	}
	_ = h.Shell.Lock()
}

func TestSetUpRefusesWeakForRealPeople(t *testing.T) {
	h := newHouse(t, houseWith{})
	h.typed("Desk 3")
	h.key(fyne.KeyReturn)
	h.typed("kettle1")
	h.mustSay(h.Words.Text("strength.1"))
	h.Window.Window.Canvas().FocusNext()
	h.typed("kettle1")
	h.key(fyne.KeyReturn)
	h.mustSay(h.Words.Text("setup.too_weak"))
	if casework.Exists(h.Shell.Dir) {
		t.Error("a desk was made")
	}
}

// TestSetUpShowsBusy: while the folder is made nothing can be typed, and the
// button says what goes on.
func TestSetUpShowsBusy(t *testing.T) {
	h := newHouse(t, houseWith{held: true})
	h.typed("Desk 3")
	h.key(fyne.KeyReturn)
	h.typed("pebble orchard kettle willow")
	h.Window.Window.Canvas().FocusNext()
	h.typed("pebble orchard kettle willow")
	h.key(fyne.KeyReturn)
	h.mustSay(h.Words.Text("setup.making"))
	h.tap(h.Words.Text("setup.making"))
	if len(h.held) != 1 {
		t.Fatalf("%d jobs", len(h.held))
	}
	h.held[0]()
	if len(h.restarts) != 1 {
		t.Error("no fresh program")
	}
}

// TestIdeaIsTypedOnce: words that were drawn need no second field, but must be
// typed.
func TestIdeaIsTypedOnce(t *testing.T) {
	h := newHouse(t, houseWith{})
	h.typed("Desk 3")
	h.key(fyne.KeyReturn)
	h.tap(h.Words.Text("setup.use_these"))
	if h.says(h.Words.Text("setup.again")) {
		t.Error("asks for the words a second time")
	}
	h.typed("something else entirely here")
	h.key(fyne.KeyReturn)
	h.mustSay(h.Words.Text("setup.not_the_idea"))
	h.tap(h.Words.Text("setup.own_words"))
	h.mustSay(h.Words.Text("setup.again"))
}
