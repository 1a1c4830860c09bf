package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/referral"
)

// openConsent opens the first consent of a family, as if it were given in that
// language.
func (h *house) openConsent(language referral.Code) referral.Consent {
	h.tb.Helper()
	h.Go(present.Route{Page: present.PageStart})
	desk := h.Shell.Desk
	c, err := desk.Load(h.tb.Context(), desk.All()[0].ID)
	if err != nil {
		h.tb.Fatal(err)
	}
	consent := &c.Referral.Consents[0]
	consent.Language = language
	if _, err := desk.Save(h.tb.Context(), c); err != nil {
		h.tb.Fatal(err)
	}
	h.Go(present.Route{Page: present.PageEditor, Case: string(c.ID), Section: "consent", Path: "consents/" + string(consent.ID)})
	return *consent
}

// TestConsent_is_read_in_their_language: the sheet follows what is chosen, and
// asks whether it was read back.
func TestConsent_is_read_in_their_language(t *testing.T) {
	h := editorHouse(t, houseWith{}, "family-of-four.json")
	for _, test := range []struct {
		language referral.Code
		says     string
	}{
		{"pes", "آیا موافق هستید؟"}, {"eng", "Do you agree?"}, {"amh", "ይስማማሉ?"}, {"som", "Do you agree?"},
	} {
		h.openConsent(test.language)
		h.mustSay(h.Words.Text("consent.title"), test.says)
	}
	h.mustSay(h.Words.Text("consent.in_english", "language", "Somali"))
}

func TestConsent_asks_whether_it_was_read_back(t *testing.T) {
	h := editorHouse(t, houseWith{}, "family-of-four.json")
	if !h.openConsent("pes").ReadBack {
		t.Fatal("the practice case was not read back")
	}
	h.mustSay(h.Words.Text("consent.done"))
	h.tap(h.Words.Text("field.consents.read_back"))
	h.mustSay(h.Words.Text("consent.read_back"))
	h.tap(h.Words.Text("consent.was_read"))
	h.mustSay(h.Words.Text("consent.done"))
	h.beat(saved)
	if kept := h.kept().Consents[0]; !kept.ReadBack || !strings.HasPrefix(kept.Wording, "referral-") {
		t.Errorf("kept %v, wording %q", kept.ReadBack, kept.Wording)
	}
}

// TestShotsConsent draws the words in both directions.
func TestShotsConsent(t *testing.T) {
	drawing(t)
	for _, test := range []struct {
		name     string
		language referral.Code
		with     houseWith
	}{
		{"consent-words-english", "eng", houseWith{}},
		{"consent-words-persian", "pes", houseWith{}},
		{"consent-words-persian-mirrored", "pes", houseWith{dark: true, mirrored: true}},
		{"consent-words-amharic", "amh", houseWith{}},
	} {
		test.with.size = fyne.NewSize(1280, 2100)
		h := editorHouse(t, test.with, "family-of-four.json")
		h.openConsent(test.language)
		h.shot(test.name)
	}
}
