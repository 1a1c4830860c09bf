package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/casework"
	"harbour/app/present"
)

// threeCases are enough to fill a page.
var threeCases = []string{"family-of-four.json", "one-in-hiding.json", "not-ready.json"}

// TestShotsOfFrame draws every screen of the frame in light, dark and small,
// and one mirrored with longer words.
func TestShotsOfFrame(t *testing.T) {
	drawing(t)
	small := fyne.NewSize(1000, 640)
	field := houseWith{role: casework.RoleField, practice: true, cases: threeCases}
	variants := []struct {
		name   string
		change func(houseWith) houseWith
	}{
		{"", func(w houseWith) houseWith { return w }},
		{"-dark", func(w houseWith) houseWith { w.dark = true; return w }},
		{"-small", func(w houseWith) houseWith { w.size = small; return w }},
		{"-mirrored", func(w houseWith) houseWith { w.mirrored, w.pseudo = true, true; return w }},
	}
	screens := []struct {
		name string
		with houseWith
		show func(*house)
	}{
		{"setup-who", houseWith{}, func(*house) {}},
		{"setup-passphrase", houseWith{}, func(h *house) {
			h.typed("Desk 3")
			h.key(fyne.KeyReturn)
			h.typed("pebble orchard kettle willow nine")
		}},
		{"unlock", field, func(h *house) {
			_ = h.Shell.Lock()
			h.Go(present.Route{Page: present.PageUnlock})
			h.typed("wrong one")
			h.key(fyne.KeyReturn)
		}},
		{"start", field, func(*house) {}},
		{"start-empty", houseWith{role: casework.RoleField, practice: true}, func(*house) {}},
		{"referrals", field, func(h *house) { h.Go(present.Route{Page: present.PageReferrals}) }},
		{"activity", field, func(h *house) { h.Go(present.Route{Page: present.PageActivity}) }},
		{"settings", field, func(h *house) {
			h.Go(present.Route{Page: present.PageSettings})
			h.tap(h.Words.Text("settings.verify_button"))
		}},
		{"about", field, func(h *house) { h.Go(present.Route{Page: present.PageAbout}) }},
		{"keys", field, func(h *house) { h.Window.Window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1}) }},
	}
	for _, s := range screens {
		for _, v := range variants {
			t.Run(s.name+v.name, func(t *testing.T) {
				h := newHouse(t, v.change(s.with))
				s.show(h)
				h.shot(s.name + v.name)
			})
		}
	}
}
