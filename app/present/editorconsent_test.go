package present_test

import (
	"slices"
	"strings"
	"testing"

	"harbour/app/present"
	"harbour/app/referral"
)

// consentOf opens a practice case and returns the path of its first consent.
func consentOf(t *testing.T) (*deskAt, *present.Editor, string) {
	t.Helper()
	d := editorDesk(t)
	id := practiceCase(t, d, "family-of-four.json")
	e := openEditor(t, d, id)
	c, err := d.Load(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	path := "consents/" + string(c.Referral.Consents[0].ID)
	e.Show("consent", path)
	return d, e, path
}

func TestConsentSheet(t *testing.T) {
	_, e, path := consentOf(t)
	e.SetChosen(path+"/scope_recipients", []string{"office", "ircc"})
	e.SetChosen(path+"/scope_sections", []string{"people", "work"})
	for _, test := range []struct {
		language, wording string
		in                string
		rightToLeft       bool
		notes             string
		says              []string
	}{
		{"eng", "", "English", false, "", []string{"the resettlement office", "your work", "years"}},
		{"fra", "referral-1", "French", false, "", []string{"le bureau de réinstallation", "votre travail"}},
		{"pes", "referral-1", "Persian (Farsi)", true, "consent.unreviewed", []string{"دفتر اسکان مجدد، ادارهٔ مهاجرت", "کار شما"}},
		{"fas", "", "Persian (Farsi)", true, "consent.unreviewed", []string{"کار شما"}},
		{"arz", "", "Arabic", true, "consent.unreviewed", []string{"عملك"}},
		{"amh", "", "Amharic", false, "consent.unreviewed", []string{"ሥራዎ"}},
		{"som", "", "English", false, "consent.in_english", []string{"the resettlement office"}},
		{"", "", "English", false, "consent.no_language", []string{"your work"}},
		{"eng", "older-1", "English", false, "consent.other_wording", []string{"your work"}},
	} {
		e.SetText(path+"/language", test.language)
		e.SetText(path+"/wording", test.wording)
		sheet, ok := e.ConsentSheet(path)
		if !ok || sheet.Language != test.in || sheet.RightToLeft != test.rightToLeft {
			t.Errorf("%s: in %q, right to left %v", test.language, sheet.Language, sheet.RightToLeft)
		}
		var notes []string
		for _, n := range sheet.Notes {
			notes = append(notes, n.Key)
		}
		if got := strings.Join(notes, " "); got != test.notes {
			t.Errorf("%s: notes %q, want %q", test.language, got, test.notes)
		}
		all := strings.Join(sheet.Lines, "\n")
		for _, words := range test.says {
			if !strings.Contains(all, words) {
				t.Errorf("%s does not say %q:\n%s", test.language, words, all)
			}
		}
		if strings.Contains(all, "{") {
			t.Errorf("%s leaves something open: %s", test.language, all)
		}
	}
	if _, ok := e.ConsentSheet("consents/nobody"); ok {
		t.Error("a sheet for no consent")
	}
}

func TestConsentSheet_read_back(t *testing.T) {
	d, e, path := consentOf(t)
	e.SetText(path+"/wording", "")
	e.SetChosen(path+"/information_given", nil)
	e.SetText(path+"/read_back", "")
	if sheet, _ := e.ConsentSheet(path); sheet.ReadBack {
		t.Error("read back before it was")
	}
	e.SetReadBack(path, true)
	if sheet, _ := e.ConsentSheet(path); !sheet.ReadBack {
		t.Error("not read back")
	}
	doEdit(t, e.Save())
	c, err := d.Load(t.Context(), referral.ID(e.ID()))
	if err != nil {
		t.Fatal(err)
	}
	kept := c.Referral.Consents[0]
	if !kept.ReadBack || kept.Wording != referral.DefaultWording || !slices.Contains(kept.InformationGiven, "no_guarantee") {
		t.Errorf("kept %v, wording %q, told %v", kept.ReadBack, kept.Wording, kept.InformationGiven)
	}
	if len(kept.InformationGiven) != len(d.Book.Vocabulary("information_given").Entries) {
		t.Errorf("told %v", kept.InformationGiven)
	}
	e.Undo()
	if sheet, _ := e.ConsentSheet(path); sheet.ReadBack {
		t.Error("still read back after it was taken back")
	}
	e.SetText(path+"/wording", "older-1")
	e.SetReadBack(path, true)
	e.SetReadBack(path, false)
	doEdit(t, e.Save())
	if c, err = d.Load(t.Context(), c.ID); err != nil {
		t.Fatal(err)
	}
	if kept = c.Referral.Consents[0]; kept.ReadBack || kept.Wording != "older-1" || len(kept.InformationGiven) != 0 {
		t.Errorf("kept %v, wording %q, told %v", kept.ReadBack, kept.Wording, kept.InformationGiven)
	}
}
