package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/referral"
	"harbour/app/ui/widgets"
)

// yearsHouse has a case with ten years open at a section.
func yearsHouse(t testing.TB, with houseWith, section, path string) *house {
	t.Helper()
	h := editorHouse(t, with, "family-of-four.json")
	tenYears(h)
	h.at(section, path)
	return h
}

// years is the timeline in the window, nil for none.
func (h *house) years() *widgets.Timeline {
	for _, o := range h.objects() {
		if line, ok := o.(*widgets.Timeline); ok {
			return line
		}
	}
	return nil
}

// walk gives the keyboard to the timeline, at an item.
func (h *house) walk(id string, keys ...fyne.KeyName) {
	h.tb.Helper()
	line := h.years()
	if line == nil {
		h.tb.Fatal("no timeline")
	}
	h.Window.Window.Canvas().Focus(line)
	line.GoTo(id)
	for _, key := range keys {
		h.key(key)
	}
}

func TestTimeline_stands_over_three_sections(t *testing.T) {
	h := yearsHouse(t, houseWith{}, "events", "")
	for section, shown := range map[string]bool{"events": true, "history": true, "proceedings": true, "people": false, "claim": false} {
		if h.at(section, ""); (h.years() != nil) != shown {
			t.Errorf("%s: timeline %v", section, !shown)
		}
	}
}

func TestTimeline_opens_and_returns(t *testing.T) {
	for name, size := range map[string]fyne.Size{"wide": {}, "narrow": fyne.NewSize(1000, 640)} {
		t.Run(name, func(t *testing.T) {
			h := yearsHouse(t, houseWith{size: size}, "events", "")
			h.walk("incidents/i1", fyne.KeyRight, fyne.KeyEnter)
			h.mustSay("winter 1399", h.Words.Text("section.events"))
			if h.Window.Window.Canvas().Focused() == fyne.Focusable(h.years()) {
				t.Error("the keyboard is not in the form")
			}
			h.tap(h.Words.Text("editor.all.events"))
			if h.years().At() != "incidents/i2" || h.Window.Window.Canvas().Focused() != fyne.Focusable(h.years()) {
				t.Errorf("came back to %q", h.years().At())
			}
			h.walk("history/w2", fyne.KeyEnter)
			h.mustSay(h.Words.Text("editor.all.history"))
			h.tap(h.Words.Text("editor.all.history"))
			if h.years().At() != "history/w2" {
				t.Errorf("of another section: came back to %q", h.years().At())
			}
		})
	}
}

func TestTimeline_adds_in_a_gap(t *testing.T) {
	h := yearsHouse(t, houseWith{}, "events", "")
	h.walk("history/a2", fyne.KeyRight, fyne.KeyEnter) // the gap
	h.key(fyne.KeyDown)
	h.key(fyne.KeyReturn) // its lane's own kind comes first: where they lived
	h.beat(saved)
	history := h.kept().History
	added := history[len(history)-1]
	if added.Kind != referral.ActivityAddress || added.From.Get().OriginalText != "2023-01-03?" || added.To.Get().OriginalText != "2023-03-09?" {
		t.Errorf("added %+v", added)
	}
	if added.From.Get().Quality != referral.Estimated {
		t.Errorf("taken for a fact: %+v", added.From.Get())
	}
	h.mustSay("2023-01-03?", "2023-03-09?", h.Words.Text("section.history"))
}

func TestTimeline_adds_at_a_press(t *testing.T) {
	h := yearsHouse(t, houseWith{}, "history", "")
	h.walk("history/w1")
	h.typed("+")
	h.key(fyne.KeyEscape)
	if got := len(h.kept().History); got != 8 {
		t.Errorf("%d after a menu that was closed", got)
	}
}

func TestTimeline_follows_what_is_typed(t *testing.T) {
	h := yearsHouse(t, houseWith{}, "events", "incidents/i6/when")
	h.mustSay(h.Words.Text("timeline.no_date"))
	h.typed("12 May 2020")
	if h.says(h.Words.Text("timeline.no_date")) {
		t.Error("dated, yet in the list without")
	}
	h.at("events", "incidents/i6/when")
	h.typed("whenever ") // words that cannot be read are kept, and stand nowhere
	if line := h.years(); line == nil {
		t.Fatal("no timeline")
	} else if line.GoTo("incidents/i6"); line.At() == "incidents/i6" {
		t.Error("a date that cannot be read is drawn")
	}
	h.mustSay("whenever 12 May 2020")
}

func TestTimeline_folds_and_changes_person(t *testing.T) {
	h := yearsHouse(t, houseWith{}, "history", "history/a1")
	h.tap(h.Words.Text("timeline.fold"))
	if h.years() != nil {
		t.Error("folded, yet shown")
	}
	h.mustSay("Herat")
	h.tap(h.Words.Text("timeline.unfold"))
	if h.years() == nil {
		t.Error("unfolded, yet hidden")
	}
	for _, o := range h.objects() {
		if c, ok := o.(*widgets.Choice); ok && c.Chosen() == string(h.kept().PrincipalPersonID) && c.OnChoose != nil {
			other := slices.IndexFunc(h.kept().People, func(p referral.Person) bool { return p.Accompanies() && p.ID != h.kept().PrincipalPersonID })
			c.OnChoose(string(h.kept().People[other].ID))
			break
		}
	}
	if h.years().GoTo("history/a1"); h.years().At() == "history/a1" {
		t.Error("the years are still of the first person")
	}
	if h.Route().Page != present.PageEditor {
		t.Error("left the editor")
	}
}
