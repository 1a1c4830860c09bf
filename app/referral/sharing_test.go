package referral_test

import (
	"slices"
	"strings"
	"testing"

	"harbour/app/referral"
)

func TestStays(t *testing.T) {
	for _, test := range []struct {
		name   string
		path   string
		why    referral.Code
		change func(r *referral.Referral)
	}{
		{"notes", "notes", referral.WhyNever, func(*referral.Referral) {}},
		{"safe_contacts", "safe_contacts", referral.WhyNotChosen, func(*referral.Referral) {}},
		{"withheld_paper", "documents/{paper}", referral.WhyWithheld, func(*referral.Referral) {}},
		{"section_not_shared", "claim", referral.WhyNoConsent, func(r *referral.Referral) {
			r.Consents[0].ScopeSections = []referral.Section{"people", "family"}
		}},
		{"own_part_not_shared", "people/{yusuf}/current_country", referral.WhyNoConsent, func(r *referral.Referral) {
			r.Consents[1].ScopeSections = []referral.Section{"work"}
		}},
		{"accompanying_without_consent", "people/{yusuf}", referral.WhyNoConsent, func(r *referral.Referral) {
			r.Consents = without(r.Consents, 1)
		}},
		{"declared_and_not_asked", "people/{sohrab}/current_country", referral.WhyNotAsked, func(r *referral.Referral) {
			r.Consents = without(r.Consents, 2)
		}},
		{"papers_of_who_was_not_asked", "documents/{sohrab.paper}", referral.WhyNoConsent, func(r *referral.Referral) {
			r.Consents = without(r.Consents, 2)
		}},
		{"withdrawn_consent", "consents/{yusuf.consent}", referral.WhyNoConsent, func(r *referral.Referral) {
			r.Consents[1].WithdrawnAt = "2026-03-01"
		}},
		{"what_is_left_for_later", "remarks/LATER", referral.WhyNever, func(r *referral.Referral) {
			r.Later(func() referral.ID { return "LATER" }, "claim/route", "V10", "")
		}},
		{"remark_on_a_compartment", "remarks/TOLD", referral.WhyNever, func(r *referral.Referral) {
			r.Explain(func() referral.ID { return "TOLD" }, "screening/S/charged_anywhere", "V34", "A march.")
		}},
		{"remark_on_what_stays", "remarks/ABOUT", referral.WhyNever, func(r *referral.Referral) {
			path := r.Consents[0].WithheldItems[0].Path
			r.Explain(func() referral.ID { return "ABOUT" }, path+"/type", "V13", "She fears for the school.")
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := family(t)
			test.change(c.Referral)
			full := family(t).Referral
			path := namedPapers(full).Replace(named(full).Replace(test.path))
			stays := referral.Stays(c, "office", today)
			if !slices.Contains(stays, referral.Stay{Path: path, Why: test.why}) {
				t.Errorf("%s does not stay as %s: %v", path, test.why, stays)
			}
		})
	}
}

func TestStays_lets_go_what_the_law_asks_of_a_declared_person(t *testing.T) {
	c := family(t)
	c.Referral.Consents = without(c.Referral.Consents, 2)
	sohrab := "people/" + string(c.Referral.People[2].ID)
	for _, s := range referral.Stays(c, "office", today) {
		for _, field := range []string{"names", "relationship_to_pa", "case_role", "person_state", "birth_date", "birth_country"} {
			if referral.Within(sohrab+"/"+field, s.Path) { // R140.1
				t.Errorf("%s stays: %s", field, s.Why)
			}
		}
	}
}

func TestStays_lets_the_caregiver_speak_for_a_child(t *testing.T) {
	c := family(t)
	mina := "people/" + string(c.Referral.People[3].ID)
	stay := func() bool {
		return slices.ContainsFunc(referral.Stays(c, "office", today), func(s referral.Stay) bool { return s.Path == mina })
	}
	if stay() {
		t.Error("a child stays though both parents agreed")
	}
	c.Referral.Consents[0].ScopeSections = []referral.Section{"work"}
	c.Referral.Consents[1].ScopeSections = []referral.Section{"work"}
	if !stay() {
		t.Error("a child leaves though no parent agreed")
	}
}

func TestStays_keeps_what_is_about_somebody_else(t *testing.T) {
	c := family(t)
	r := c.Referral
	lead, yusuf, mina := r.People[0].ID, r.People[1].ID, r.People[3].ID
	r.Consents[0].ScopeSections = append(r.Consents[0].ScopeSections, "history", "proceedings", "needs", "children")
	r.Consents[0].MedicalShare = false
	r.Consents[1].ScopeSections = []referral.Section{"people", "documents"}
	r.History = []referral.Activity{{ID: "H1", Person: lead}, {ID: "H2", Person: yusuf}}
	r.Proceedings = []referral.Proceeding{{ID: "P1", Person: lead}, {ID: "P2", Person: yusuf}}
	set(&r.Needs, []referral.SpecificNeed{
		{ID: "N1", Person: lead, Code: "LP-RP"}, {ID: "N2", Person: yusuf, Code: "LP-RP"},
		{ID: "N3", Person: lead, Code: "SM-CI"}, {ID: "N4", Person: lead, Code: "LP-ND", ShareScope: referral.ShareNobody},
	})
	r.Children = []referral.ChildProtection{{ID: "C1", Child: mina}}
	r.Referees = []referral.Referee{{ID: "R1", Person: lead, Contact: "x"}, {ID: "R2", Person: lead, Contact: "x", MayBeContacted: true}}
	for path, want := range map[string]referral.Code{
		"history/H1": "", "history/H2": referral.WhyNoConsent,
		"proceedings/P1": "", "proceedings/P2": referral.WhyNoConsent,
		"needs/N1": "", "needs/N2": referral.WhyNoConsent, "needs/N3": referral.WhyNoConsent, "needs/N4": referral.WhyWithheld,
		"children/C1": "", "referees/R1/contact": referral.WhyWithheld, "referees/R2/contact": "",
	} {
		if got := whyStays(c, path); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
	r.Consents[0].MedicalShare = true
	if got := whyStays(c, "needs/N3"); got != "" {
		t.Errorf("a need of health stays though its sharing was agreed: %s", got)
	}
}

func TestStays_keeps_photos_and_health_without_their_own_consent(t *testing.T) {
	c := family(t)
	r := c.Referral
	mina := &r.People[3]
	mina.PhotoAttachment = referral.Given(referral.ID("P"))
	r.Documents[0].Type, r.Documents[1].Type = "photo", "medical_report"
	paths := []string{
		"people/" + string(mina.ID) + "/photo_attachment", "documents/" + string(r.Documents[0].ID),
		"documents/" + string(r.Documents[1].ID),
	}
	for _, path := range paths {
		if got := whyStays(c, path); got != referral.WhyNoConsent {
			t.Errorf("%s: %q, want %q", path, got, referral.WhyNoConsent)
		}
	}
	r.Consents[0].PhotoShare, r.Consents[0].MedicalShare = true, true
	for _, path := range paths {
		if got := whyStays(c, path); got != "" {
			t.Errorf("%s stays though it was agreed: %s", path, got)
		}
	}
}

func TestStays_keeps_a_file_here(t *testing.T) {
	c := family(t)
	c.Referral.Documents[0].Attachments = []referral.Attachment{{ID: "A1"}, {ID: "A2", KeepHere: true}}
	paper := "documents/" + string(c.Referral.Documents[0].ID) + "/attachments/"
	if got := whyStays(c, paper+"A2"); got != referral.WhyNotChosen {
		t.Errorf("got %q, want %q", got, referral.WhyNotChosen)
	}
	if got := whyStays(c, paper+"A1"); got != "" {
		t.Errorf("the other file stays: %s", got)
	}
}

// whyStays returns why the path stays, or nothing.
func whyStays(c *referral.Case, path string) referral.Code {
	for _, s := range referral.Stays(c, "office", today) {
		if referral.Within(path, s.Path) {
			return s.Why
		}
	}
	return ""
}

func TestStays_withholds_from_one_role_only(t *testing.T) {
	c := family(t)
	c.Referral.Consents[0].WithheldItems = []referral.Withheld{{Path: "claim/route", From: []referral.Code{"iom"}}}
	for role, want := range map[referral.Code]bool{"iom": true, "office": false} {
		stays := slices.Contains(referral.Stays(c, role, today), referral.Stay{Path: "claim/route", Why: referral.WhyWithheld})
		if stays != want {
			t.Errorf("%s: stays %v, want %v", role, stays, want)
		}
	}
}

func TestLeaves(t *testing.T) {
	c := family(t)
	c.Referral.Consents = without(c.Referral.Consents, 1) // Yusuf
	got := map[referral.Section]referral.Leaving{}
	for _, l := range referral.Leaves(c, "office", today) {
		got[l.Section] = l
	}
	if l := got[referral.SectionQuick]; l.Leave != referral.LeavesPart || !slices.Contains(l.Why, referral.WhyNever) {
		t.Errorf("quick: %+v", l)
	}
	if l := got[referral.SectionPeople]; l.Leave != referral.LeavesPart || l.Count != l.Of-1 || !slices.Equal(l.People, []string{"Yusuf Salem"}) {
		t.Errorf("people: %+v", l)
	}
	if l := got[referral.SectionClaim]; l.Leave != referral.LeavesAll || l.Count != l.Of || len(l.Why) > 0 {
		t.Errorf("claim: %+v", l)
	}
	if l := got[referral.SectionDocuments]; l.Leave != referral.LeavesPart || !slices.Contains(l.Why, referral.WhyWithheld) {
		t.Errorf("documents: %+v", l)
	}
	if l := got[referral.SectionSafeContact]; l.Leave != referral.LeavesNone || l.Of != 2 || l.Count != 0 {
		t.Errorf("safe contact: %+v", l)
	}
	if _, ok := got[referral.SectionScreening]; ok {
		t.Error("a section that holds nothing is listed")
	}
}

func TestLeaves_nothing_without_consent(t *testing.T) {
	c := family(t)
	for _, l := range referral.Leaves(c, "unhcr", today) {
		if l.Leave != referral.LeavesNone {
			t.Errorf("%s: %+v", l.Section, l)
		}
	}
	if c.Referral.CoversAnything("unhcr") || !c.Referral.CoversAnything("office") {
		t.Error("the principal agreed to the office and not to UNHCR")
	}
}

func namedPapers(r *referral.Referral) *strings.Replacer {
	return strings.NewReplacer(
		"{paper}", strings.TrimPrefix(r.Consents[0].WithheldItems[0].Path, "documents/"),
		"{sohrab.paper}", string(r.Documents[3].ID), "{yusuf.consent}", string(r.Consents[1].ID),
	)
}
