package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/referral"
)

func TestStartListsAndSearches(t *testing.T) {
	h := openHouse(t)
	h.mustSay("Thursday, 19 March", "41 days", "Kestrel 27", "Willow 52", "Heron 18", "20 to settle", "Nairobi")
	h.shortcut(ctrl(fyne.KeyF))
	h.typed("kes")
	h.mustSay("Laleh Rostamyar")
	if h.says("Willow 52") {
		t.Error("shows what was not searched for")
	}
	h.typed("zzz")
	h.mustSay(h.Words.Text("start.not_found"))
	for range "keszzz" {
		h.key(fyne.KeyBackspace)
	}
	h.mustSay("Willow 52")
	h.tap(h.Words.Text("filter.answered"))
	h.mustSay(h.Words.Text("start.none_filter"))
}

func TestStartOpensTheReferral(t *testing.T) {
	h := openHouse(t)
	h.shortcut(ctrl(fyne.KeyF))
	h.typed("Heron")
	h.key(fyne.KeyReturn)
	s, _ := h.Shell.Desk.Summary(findCase(t, h, "Heron 18"))
	if r := h.Route(); r.Page != present.PageEditor || r.Case != string(s.ID) {
		t.Errorf("went to %+v", r)
	}
	h.Back()
	if h.Route().Page != present.PageStart {
		t.Errorf("back at %+v", h.Route())
	}
}

func TestNewReferralOpens(t *testing.T) {
	h := newHouse(t, houseWith{role: casework.RoleField})
	h.mustSay(h.Words.Text("start.none"), h.Words.Text("start.none_help"))
	h.tap(h.Words.Text("start.new"))
	all := h.Shell.Desk.All()
	if len(all) != 1 || h.Route().Case != string(all[0].ID) {
		t.Fatalf("%d referrals, at %+v", len(all), h.Route())
	}
}

func TestPractiseBringsPeopleIn(t *testing.T) {
	h := newHouse(t, houseWith{role: casework.RoleField, practice: true})
	h.tap(h.Words.Text("start.practise"))
	h.mustSay("Kestrel 27")
}

// TestDiscreet shows codes and initials, and nobody's name or place.
func TestDiscreet(t *testing.T) {
	h := openHouse(t)
	prefs := h.Shell.Desk.Preferences()
	prefs.Discreet = true
	if err := h.Shell.Desk.SetPreferences(t.Context(), prefs); err != nil {
		t.Fatal(err)
	}
	h.Go(present.Route{Page: present.PageReferrals})
	h.mustSay("Kestrel 27", "LR")
	for _, private := range []string{"Laleh", "Rostamyar", "Nairobi", "Mae Sot", "لاله"} {
		if h.says(private) {
			t.Errorf("says %q", private)
		}
	}
}

// TestKeyboardOrder goes from the navigation through the page by Tab, and comes
// by everything that can be pressed.
func TestKeyboardOrder(t *testing.T) {
	h := openHouse(t)
	canvas := h.Window.Window.Canvas()
	canvas.Unfocus()
	var got []string
	seen := map[fyne.Focusable]bool{}
	for {
		canvas.FocusNext()
		on := canvas.Focused()
		if on == nil || seen[on] {
			break
		}
		seen[on] = true
		if l, ok := on.(fyne.Accessible); ok {
			got = append(got, l.AccessibilityLabel())
		}
	}
	want := []string{"Start", "Referrals", "Hand-over", "Contacts", "Activity", "Settings", "Lock now", "New referral",
		"41 days until a child turns 22", "All", "Drafts", "Handed over", "Answered"}
	at := 0
	for _, label := range got {
		if at < len(want) && label == want[at] {
			at++
		}
	}
	if at < len(want) {
		t.Errorf("by Tab: %q\nmisses %q", got, want[at])
	}
}

func findCase(t *testing.T, h *house, code string) referral.ID {
	t.Helper()
	id, err := h.Shell.Desk.Find(code)
	if err != nil {
		t.Fatal(err)
	}
	return id
}
