package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/casework"
	"harbour/app/present"
)

// locked is a house at the lock of a field desk.
func locked(t *testing.T, held bool) *house {
	t.Helper()
	h := newHouse(t, houseWith{role: casework.RoleField, practice: true, cases: []string{"family-of-four.json"}, held: held})
	if err := h.Shell.Lock(); err != nil {
		t.Fatal(err)
	}
	h.Go(h.Shell.First())
	return h
}

func TestUnlockRefusesAndOpens(t *testing.T) {
	h := locked(t, false)
	h.mustSay("desk-3", h.Words.Text("unlock.takes"))
	if h.says(h.Words.Text("nav.referrals")) || h.says("Desk 3") {
		t.Error("the lock tells of the desk")
	}
	h.key(fyne.KeyReturn)
	h.mustSay(h.Words.Text("unlock.needed"))
	h.typed("not this one")
	h.key(fyne.KeyReturn)
	h.mustSay(h.Words.Text("error.wrong_passphrase"))
	h.typed(somePassphrase)
	if h.says(h.Words.Text("error.wrong_passphrase")) {
		t.Error("still says that it is wrong while another is typed")
	}
	h.key(fyne.KeyReturn)
	h.mustSay("Kestrel 27", "Laleh Rostamyar", h.Words.Text("foot.lock"))
}

func TestUnlockShowsBusy(t *testing.T) {
	h := locked(t, true)
	h.typed(somePassphrase)
	h.key(fyne.KeyReturn)
	h.mustSay(h.Words.Text("unlock.busy"))
	h.typedNowhere("more")
	h.held[0]()
	if h.Shell.Desk == nil {
		t.Error("did not open")
	}
}

// TestUnlockReturns to the field in which somebody worked.
func TestUnlockReturns(t *testing.T) {
	h := newHouse(t, houseWith{role: casework.RoleField, cases: []string{"family-of-four.json"}})
	id := h.Shell.Desk.All()[0].ID
	if err := h.Shell.Desk.SetPlace(t.Context(), casework.Place{Case: id, Section: "family", Path: "notes"}); err != nil {
		t.Fatal(err)
	}
	want := present.Route{Page: present.PageEditor, Case: string(id), Section: "family", Path: "notes"}
	if got := h.Shell.Return(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestUnlockSaysTheScript(t *testing.T) {
	h := locked(t, false)
	h.typed("ک")
	h.mustSay(h.Words.Text("script.arabic"))
	h.key(fyne.KeyBackspace)
	h.typed("k")
	h.mustSay(h.Words.Text("script.latin"))
}
