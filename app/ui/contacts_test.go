package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/referral"
	"harbour/app/ui/widgets"
)

// saveCard writes the card of a desk and returns the file.
func saveCard(t testing.TB, d *casework.Desk) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "card.txt")
	if err := os.WriteFile(path, d.OwnCard(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// sayGroups types the groups that the page asks for, as other says them, the
// first of them wrong where it should be.
func (h *house) sayGroups(other *casework.Desk, id string, wrong bool) {
	h.tb.Helper()
	c, _ := h.Shell.Desk.Contact(referral.ID(id))
	for i, n := range c.Ask {
		g := other.OwnGroups()[n-1]
		if wrong && i == 0 {
			g = string('0'+('9'-g[0])) + strings.Repeat("0", 4)
		}
		h.typed(g)
	}
}

// segment chooses the channel by its place.
func (h *house) segment(n int) {
	h.tb.Helper()
	s := focusOn[*widgets.Segments](h)
	for range n {
		s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
}

func TestContacts_take_in_and_check(t *testing.T) {
	h := newHouse(t, houseWith{role: casework.RoleField, practice: true})
	office := neighbour(t, h, casework.RoleOffice, "Meridian")
	h.Go(present.Route{Page: present.PageContacts})
	h.mustSay("Nobody here yet", "Your own card")
	h.press("contacts.take_in")
	h.pick(saveCard(t, office))
	h.mustSay("The card says: Meridian", "What do you call them?")
	h.tap2("contacts.take_in")
	h.mustSay("Is this really Meridian?", "First seen, not checked", "0 of 4 groups given")
	id := h.Route().Contact
	for _, g := range office.OwnGroups() {
		if h.says(g) {
			t.Fatal("a group of theirs is shown before it was typed")
		}
	}
	if h.Window.Window.Canvas().Focused() == nil {
		t.Fatal("the keyboard is not on the first group")
	}
	h.sayGroups(office, id, false)
	h.mustSay("4 of 4 groups given")
	if !h.button("Mark as checked").Disabled() {
		t.Error("can be marked without a channel")
	}
	h.segment(1)
	h.press("contacts.mark")
	h.mustSay("Meridian is checked", "Checked in person")
	h.press("button.done")
	h.Go(present.Route{Page: present.PageContacts})
	h.mustSay("By you, on 19 March 2026")
}

// tap2 presses the last of the things that are labelled with a key's words: of
// a dialog over a page.
func (h *house) tap2(key string) {
	h.tb.Helper()
	words, last := h.Words.Text(key), fyne.Tappable(nil)
	for _, o := range h.objects() {
		if b, ok := o.(*widgets.Button); ok && b.Words() == words {
			last = b
		}
	}
	if last == nil {
		h.tb.Fatalf("nothing to press says %q", words)
	}
	last.Tapped(&fyne.PointEvent{})
}

func TestContacts_refuse_what_is_no_card(t *testing.T) {
	h := newHouse(t, houseWith{role: casework.RoleField, practice: true})
	noise := filepath.Join(t.TempDir(), "noise")
	if err := os.WriteFile(noise, []byte("noise"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.Go(present.Route{Page: present.PageContacts})
	h.press("contacts.take_in")
	h.pick(noise)
	h.mustSay("This is not a contact card")
	h.press("contacts.save_own")
	dir := t.TempDir()
	h.pick(dir)
	h.mustSay("Your card is saved as card.txt")
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("saved: %v", left)
	}
}

func TestContactCheck_wrong_groups(t *testing.T) {
	h, office, id := fieldHouse(t, houseWith{}, false)
	h.Go(present.Route{Page: present.PageContacts, Contact: id})
	h.segment(1)
	h.groupsFocus()
	h.sayGroups(office, id, true)
	h.press("contacts.mark")
	h.mustSay("These groups do not match", "ask again", "3 of 4 groups given")
	if !h.button("Mark as checked").Disabled() {
		t.Error("can be marked with a wrong group")
	}
}

// groupsFocus moves the keyboard to the first group that waits.
func (h *house) groupsFocus() {
	h.Window.Window.Canvas().Unfocus()
	h.Window.Page().(interface{ First() fyne.Focusable }).First()
}

func TestContactCheck_doubt(t *testing.T) {
	h, _, id := fieldHouse(t, houseWith{}, true)
	h.Go(present.Route{Page: present.PageContacts, Contact: id})
	h.press("contacts.no_match")
	h.mustSay("nothing of theirs is opened")
	h.press("contacts.no_match_do")
	h.mustSay("Meridian is red now", "all twelve groups", "Unknown sender")
}

func TestShotsContacts(t *testing.T) {
	drawing(t)
	for _, v := range shotVariants {
		t.Run(strings.TrimPrefix("light"+v.name, "-"), func(t *testing.T) {
			h, office, id := fieldHouse(t, v.with, false)
			shoot := func(name string) { h.shot("contacts-" + name + v.name) }
			know(t, h.Shell.Desk, neighbour(t, h, casework.RoleOffice, "Northern"), true)
			h.Go(present.Route{Page: present.PageContacts})
			shoot("list")
			h.press("contacts.take_in")
			shoot("chooser")
			h.pick(saveCard(t, neighbour(t, h, casework.RoleOffice, "Lantern House")))
			shoot("take-in")
			h.Window.Window.Canvas().Overlays().Top().Hide()
			h.Window.Window.Canvas().Overlays().Remove(h.Window.Window.Canvas().Overlays().Top())
			h.Go(present.Route{Page: present.PageContacts, Contact: id})
			h.typed("4071892")
			shoot("check")
			h.groupsFocus()
			h.Go(present.Route{Page: present.PageSettings})
			h.Go(present.Route{Page: present.PageContacts, Contact: id})
			h.segment(1)
			h.groupsFocus()
			h.sayGroups(office, id, true)
			h.press("contacts.mark")
			shoot("check-wrong")
			h.Go(present.Route{Page: present.PageSettings})
			h.Go(present.Route{Page: present.PageContacts, Contact: id})
			h.segment(1)
			h.groupsFocus()
			h.sayGroups(office, id, false)
			h.press("contacts.mark")
			shoot("check-right")
		})
	}
}
