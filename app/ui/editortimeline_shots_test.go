package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/referral"
)

func said(words, edtf string) referral.Answer[referral.FuzzyDate] {
	return referral.Given(referral.FuzzyDate{OriginalText: words, Calendar: referral.Gregorian, EDTF: edtf})
}

// tenYears gives the open case the years of an invented reporter.
func tenYears(h *house) {
	h.tb.Helper()
	ctx, desk := h.tb.Context(), h.Shell.Desk
	c, err := desk.Load(ctx, desk.All()[0].ID)
	if err != nil {
		h.tb.Fatal(err)
	}
	r := &c.Referral
	who := r.PrincipalPersonID
	stretch := func(id, kind, from, to, place, organisation string) referral.Activity {
		a := referral.Activity{ID: referral.ID(id), Person: who, Kind: referral.Code(kind), Organisation: organisation, Ongoing: to == ""}
		a.From = said(from, from)
		if to != "" {
			a.To = said(to, to)
		}
		if place != "" {
			a.Place = referral.Given(place)
		}
		return a
	}
	r.History = []referral.Activity{
		stretch("a1", "address", "2014", "2021-08-12", "Herat", ""),
		stretch("a2", "address", "2021-09-01", "2023-01-02", "Mashhad", ""),
		stretch("a3", "address", "2023-03-10", "", "Nairobi", ""),
		stretch("w1", "work", "2015", "2021-08-11", "", "Radio Sahar"),
		stretch("w2", "work", "2022-02", "2023-01-02", "", "Under a pen name"),
		stretch("w3", "work", "2024-06", "", "", "Reporting circle"),
		stretch("h1", "hiding", "2021-08-12", "2021-08-31", "", ""),
		stretch("t1", "travel", "2023-01", "2023-01-02", "by road", ""),
	}
	event := func(id, kind, words, edtf string) referral.Incident {
		in := referral.Incident{ID: referral.ID(id), Types: referral.Given([]referral.Code{referral.Code(kind)})}
		if edtf != "" {
			in.When = said(words, edtf)
		}
		return in
	}
	r.Incidents = []referral.Incident{
		event("i1", "THR", "12 Mar 2019", "2019-03-12"), event("i2", "SUR", "winter 1399", "2020-12-21/2021-03-20"),
		event("i3", "ARR", "12–21 Aug 2021", "2021-08-12/2021-08-21"), event("i4", "SUR", "around May 2022", "2022-03/2022-07~"),
		event("i5", "THR_F", "3 Nov 2025", "2025-11-03"), event("i6", "ASS", "", ""),
	}
	r.Proceedings = []referral.Proceeding{
		{ID: "p1", Person: who, Kind: referral.Given(referral.Code("summons")), When: said("30 Sep 2020", "2020-09-30")},
		{ID: "p2", Person: who, Kind: referral.Given(referral.Code("charge")), When: said("Feb 2021", "2021-02"), CurrentStatus: referral.Given(referral.Code("open"))},
	}
	if _, err := desk.Save(ctx, c); err != nil {
		h.tb.Fatal(err)
	}
	h.Go(present.Route{Page: present.PageStart})
	h.Go(present.Route{Page: present.PageEditor, Case: string(c.ID)})
}

// TestShotsTimeline draws the years over each of their sections.
func TestShotsTimeline(t *testing.T) {
	drawing(t)
	small, wide := fyne.NewSize(1000, 640), fyne.NewSize(1440, 900)
	screens := []struct {
		name string
		show func(*house)
	}{
		{"events", func(h *house) { h.at("events", "") }},
		{"event", func(h *house) { h.at("events", "incidents/i2/link_to_hrd_work") }},
		{"event-open", func(h *house) { h.at("events", "incidents/i2") }},
		{"history", func(h *house) { h.at("history", "history/a2") }},
		{"gap", func(h *house) {
			h.at("history", "")
			h.walk("history/a2", fyne.KeyRight)
		}},
		{"add", func(h *house) {
			h.at("events", "")
			h.walk("history/h1", fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyReturn)
		}},
		{"year", func(h *house) {
			h.at("history", "history/a2")
			h.years().SetYears(3)
		}},
		{"courts", func(h *house) { h.at("proceedings", "") }},
	}
	variants := []struct {
		name string
		with houseWith
	}{
		{"", houseWith{}}, {"-dark", houseWith{dark: true}}, {"-small", houseWith{size: small}}, {"-wide", houseWith{size: wide}},
		{"-mirrored", houseWith{mirrored: true, pseudo: true}},
	}
	for _, s := range screens {
		for _, v := range variants {
			t.Run(s.name+v.name, func(t *testing.T) {
				h := editorHouse(t, v.with, "family-of-four.json")
				tenYears(h)
				s.show(h)
				h.shot("timeline-" + s.name + v.name)
			})
		}
	}
}
