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

// TestShotsEditor draws every section, and what opens from it.
func TestShotsEditor(t *testing.T) {
	drawing(t)
	const family, open = "family-of-four.json", "not-ready.json"
	screens := []struct {
		name, file string
		dark, low  bool
		show       func(*house)
	}{
		{"quick", open, false, false, func(h *house) { h.at("quick", "") }},
		{"case", family, true, false, func(h *house) { h.at("case", "") }},
		{"people", family, true, true, func(h *house) { h.at("people", "") }},
		{"person", family, true, true, func(h *house) { h.at("people", h.firstOf("people")) }},
		{"person-date", family, true, true, func(h *house) { h.at("people", h.firstOf("people")+"/birth_date") }},
		{"person-place", open, false, false, func(h *house) { h.at("people", h.firstOf("people")+"/city_area") }},
		{"person-nationality", family, false, false, func(h *house) { h.at("people", h.firstOf("people")+"/nationalities") }},
		{"family", family, false, true, func(h *house) { h.at("family", "") }},
		{"family-sweep", open, true, true, func(h *house) {
			h.at("family", "sweep/estranged")
			h.beat(1)
		}},
		{"family-person", open, false, false, func(h *house) { h.at("family", h.firstOf("people")) }},
		{"work", family, false, false, func(h *house) { h.at("work", h.firstOf("work")) }},
		{"events", family, false, false, func(h *house) { h.at("events", "") }},
		{"event", family, false, false, func(h *house) { h.at("events", h.firstOf("incidents")) }},
		{"claim", open, true, true, func(h *house) { h.at("claim", "claim/reason_fled") }},
		{"claim-solutions", open, true, true, func(h *house) { h.at("claim", "claim/local_integration_why_not") }},
		{"eligibility", open, false, false, func(h *house) { h.at("claim", "eligibility/track_record") }},
		{"claim-answers", open, false, false, func(h *house) {
			h.at("claim", "claim/other_country_why_not")
			h.beat(1)
		}},
		{"consent", family, false, false, func(h *house) { h.at("consent", h.firstOf("consents")) }},
		{"documents", family, false, false, func(h *house) { h.at("documents", "") }},
		{"document", family, false, false, func(h *house) { h.at("documents", h.firstOf("documents")) }},
		{"safe", family, false, false, func(h *house) { h.at("safe_contact", "") }},
		{"safe-open", family, false, false, func(h *house) {
			h.at("safe_contact", "")
			h.focusPassphrase()
			h.typed(somePassphrase)
			h.tap("Open")
		}},
		{"conflict", open, false, false, func(h *house) {
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
		{"missing", open, true, true, func(h *house) {
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
		shoot(s.name, houseWith{})
		if s.dark {
			shoot(s.name+"-dark", houseWith{dark: true})
		}
		if s.low && s.dark {
			shoot(s.name+"-mirrored", houseWith{mirrored: true, pseudo: true})
		}
		if s.low {
			shoot(s.name+"-small", houseWith{size: fyne.NewSize(1000, 640)})
		}
	}
}
