package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/casework"
	"harbour/app/present"
)

// editorHouse is a window with the practice cases and one of them open.
func editorHouse(t testing.TB, with houseWith, name string) *house {
	t.Helper()
	with.role, with.practice = casework.RoleField, true
	with.cases = []string{name}
	h := newHouse(t, with)
	id := string(h.Shell.Desk.All()[0].ID)
	h.Go(present.Route{Page: present.PageEditor, Case: id})
	return h
}

// at opens a place of the case that is open.
func (h *house) at(section, path string) {
	h.Go(present.Route{Page: present.PageEditor, Case: h.Route().Case, Section: section, Path: path})
}

// firstOf is the path of the first element of a list of the case.
func (h *house) firstOf(list string) string {
	h.tb.Helper()
	c, err := h.Shell.Desk.Load(h.tb.Context(), h.Shell.Desk.All()[0].ID)
	if err != nil {
		h.tb.Fatal(err)
	}
	places := c.Referral.Places(list + "/*")
	if len(places) == 0 {
		h.tb.Fatalf("no %s", list)
	}
	return places[0].Path
}

// TestShotsEditor draws every section, and what opens from it, at the least size
// and at a large one, in light and dark.
func TestShotsEditor(t *testing.T) {
	drawing(t)
	const family, open, convicted = "family-of-four.json", "not-ready.json", "defender-convicted.json"
	screens := []struct {
		name, file string
		mirrored   bool
		show       func(*house)
	}{
		{"quick", open, false, func(h *house) { h.at("quick", "") }},
		{"case", family, false, func(h *house) { h.at("case", "") }},
		{"people", family, true, func(h *house) { h.at("people", "") }},
		{"person", family, true, func(h *house) { h.at("people", h.firstOf("people")) }},
		{"person-date", family, true, func(h *house) { h.at("people", h.firstOf("people")+"/birth_date") }},
		{"person-place", open, false, func(h *house) { h.at("people", h.firstOf("people")+"/city_area") }},
		{"person-nationality", family, false, func(h *house) { h.at("people", h.firstOf("people")+"/nationalities") }},
		{"family", family, false, func(h *house) { h.at("family", "") }},
		{"family-sweep", open, true, func(h *house) {
			h.at("family", "sweep/estranged")
			h.beat(1)
		}},
		{"family-person", open, false, func(h *house) { h.at("family", h.firstOf("people")) }},
		{"work", family, false, func(h *house) { h.at("work", h.firstOf("work")) }},
		{"work-list", family, false, func(h *house) { h.at("work", "") }},
		{"history", family, false, func(h *house) { h.at("history", "") }},
		{"history-one", family, false, func(h *house) { h.at("history", h.firstOf("history")) }},
		{"proceedings", convicted, false, func(h *house) { h.at("proceedings", "") }},
		{"proceeding", convicted, false, func(h *house) { h.at("proceedings", h.firstOf("proceedings")) }},
		{"needs", family, false, func(h *house) { h.at("needs", "") }},
		{"need", family, false, func(h *house) { h.at("needs", h.firstOf("people")) }},
		{"children", family, false, func(h *house) { h.at("children", "") }},
		{"child", "aunt-with-niece.json", false, func(h *house) { h.at("children", h.firstOf("children")) }},
		{"sessions", family, false, func(h *house) { h.at("sessions", "") }},
		{"session", family, false, func(h *house) { h.at("sessions", h.firstOf("sessions")) }},
		{"screening", family, false, func(h *house) { h.at("screening", "") }},
		{"apart", family, false, func(h *house) { h.at("apart", "") }},
		{"help", family, false, func(h *house) {
			h.at("claim", "claim/reason_fled")
			h.keys(fyne.KeyH, fyne.KeyModifierControl)
		}},
		{"consents", family, false, func(h *house) { h.at("consent", "") }},
		{"events", family, true, func(h *house) { h.at("events", "") }},
		{"event", family, false, func(h *house) { h.at("events", h.firstOf("incidents")) }},
		{"claim", open, true, func(h *house) { h.at("claim", "claim/reason_fled") }},
		{"claim-solutions", open, true, func(h *house) { h.at("claim", "claim/local_integration_why_not") }},
		{"eligibility", open, false, func(h *house) { h.at("claim", "eligibility/track_record") }},
		{"claim-answers", open, false, func(h *house) {
			h.at("claim", "claim/other_country_why_not")
			h.beat(1)
		}},
		{"consent", family, false, func(h *house) { h.at("consent", h.firstOf("consents")) }},
		{"documents", family, false, func(h *house) { h.at("documents", "") }},
		{"document", family, false, func(h *house) { h.at("documents", h.firstOf("documents")) }},
		{"safe", family, false, func(h *house) { h.at("safe_contact", "") }},
		{"safe-open", family, false, func(h *house) {
			h.at("safe_contact", "")
			h.focusPassphrase()
			h.typed(somePassphrase)
			h.tap("Open")
		}},
		{"conflict", open, false, func(h *house) {
			c, err := h.Shell.Desk.Load(h.tb.Context(), h.Shell.Desk.All()[0].ID)
			if err != nil {
				h.tb.Fatal(err)
			}
			h.at("quick", "notes")
			if _, err := h.Shell.Desk.Save(h.tb.Context(), c); err != nil {
				h.tb.Fatal(err)
			}
			h.typed("Mine. ")
			h.beat(saved)
		}},
		{"missing", open, true, func(h *house) {
			h.at("claim", "claim/local_integration_why_not")
			h.tap(h.Words.Text("editor.missing.show"))
		}},
	}
	for _, s := range screens {
		shoot := func(name string, with houseWith) {
			t.Run(name, func(t *testing.T) {
				h := editorHouse(t, with, s.file)
				s.show(h)
				h.shot("editor-" + name)
			})
		}
		large, small := fyne.NewSize(1440, 900), fyne.NewSize(1000, 640)
		shoot(s.name, houseWith{size: large})
		shoot(s.name+"-dark", houseWith{size: large, dark: true})
		shoot(s.name+"-small", houseWith{size: small})
		shoot(s.name+"-small-dark", houseWith{size: small, dark: true})
		if s.mirrored {
			shoot(s.name+"-mirrored", houseWith{mirrored: true, pseudo: true})
		}
	}
}
