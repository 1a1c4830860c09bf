package referral_test

import (
	"slices"
	"strings"
	"testing"

	"harbour/app/referral"
	"harbour/assets"
)

// TestRules spoils the family of four, which is ready, one fact at a time. The
// rule that names the fact must find it there, and did not before.
func TestRules(t *testing.T) {
	for _, test := range []struct {
		name  string
		rule  string // domain 9; source in the comment
		path  string
		spoil func(r *referral.Referral)
	}{
		{"no_principal", "V01", "principal_person_id", func(r *referral.Referral) { r.PrincipalPersonID = "" }}, // R10(1)(e)
		{"principal_is_nobody", "V01", "principal_person_id", func(r *referral.Referral) { r.PrincipalPersonID = "X" }},
		{"two_principals", "V01", "people/{yusuf}/case_role", func(r *referral.Referral) { r.People[1].CaseRole = referral.RolePrincipal }},
		{"principal_not_said", "V01", "people/{laleh}/case_role", func(r *referral.Referral) { r.People[0].CaseRole = referral.RoleAccompanying }},
		{"principal_dead", "V01", "people/{laleh}/person_state", func(r *referral.Referral) { set(&r.People[0].PersonState, referral.Deceased) }},
		{"birth_country", "V02", "people/{sohrab}/birth_country", func(r *referral.Referral) { blank(&r.People[2].BirthCountry) }}, // R140.1
		{"relationship", "V02", "people/{mina}/relationship_to_pa", func(r *referral.Referral) { blank(&r.People[3].RelationshipToPA) }},
		{"state_of_person", "V02", "people/{yusuf}/person_state", func(r *referral.Referral) { blank(&r.People[1].PersonState) }},
		{"role", "V02", "people/{mina}/case_role", func(r *referral.Referral) { r.People[3].CaseRole = "" }},
		{"size_differs", "V03", "stated_size", func(r *referral.Referral) { set(&r.StatedSize, 5) }}, // S22
		{"size_not_said", "V03", "stated_size", func(r *referral.Referral) { blank(&r.StatedSize) }},
		{"sweep_blank", "V04", "sweep/missing", func(r *referral.Referral) { blank(&r.Sweep.Missing) }}, // R141
		{"missing_not_listed", "V04", "sweep/missing", func(r *referral.Referral) { set(&r.Sweep.Missing, true) }},
		{"detained_not_listed", "V04", "sweep/detained", func(r *referral.Referral) { set(&r.Sweep.Detained, true) }},
		{"child_not_listed", "V04", "sweep/children_elsewhere", func(r *referral.Referral) { r.People[2].CaseRole = referral.RoleAccompanying }},
		{"dead_not_listed", "V04", "sweep/believed_dead", func(r *referral.Referral) { r.People = r.People[:4] }},
		{"union_not_listed", "V04", "sweep/previous_unions", func(r *referral.Referral) { r.Unions, r.People = nil, r.People[:4] }},
		{"spouse_of_another", "V05", "people/{sohrab}/spouse_of_another", func(r *referral.Referral) { blank(&r.People[2].SpouseOfAnother) }}, // R140.1(c)
		{"no_consent", "V06", "people/{yusuf}", func(r *referral.Referral) { r.Consents = without(r.Consents, 1) }},                           // S24
		{"consent_withdrawn", "V06", "people/{yusuf}", func(r *referral.Referral) { r.Consents[1].WithdrawnAt = "2026-03-18" }},
		{"consent_ran_out", "V06", "people/{yusuf}", func(r *referral.Referral) { r.Consents[1].Expires = "2026-03-18" }},
		{"consent_for_others", "V06", "people/{yusuf}", func(r *referral.Referral) { r.Consents[1].ScopeRecipients = []referral.Code{"unhcr"} }},
		{"consent_to_nothing", "V06", "people/{laleh}", func(r *referral.Referral) { r.Consents[0].ScopeSections = nil }},
		{"declared_adult_not_asked", "V06", "people/{sohrab}/consent_ref", func(r *referral.Referral) {
			r.Consents = without(r.Consents, 2)
			blank(&r.People[2].ConsentRef)
		}},
		{"birth_unknown_is_adult", "V06", "people/{mina}", func(r *referral.Referral) { blank(&r.People[3].BirthDate) }},
		{"return_not_asked", "V07", "people/{laleh}/nationalities/{laleh.n}/can_return", func(r *referral.Referral) { blank(&nation(r, 0).CanReturn) }}, // A96(a)
		{"protection_not_asked", "V07", "people/{yusuf}/nationalities/{yusuf.n}/protection_available", func(r *referral.Referral) { blank(&nation(r, 1).ProtectionAvailable) }},
		{"no_nationality", "V07", "people/{laleh}/nationalities", func(r *referral.Referral) { blank(&r.People[0].Nationalities) }},
		{"E1_blank", "V08", "eligibility/track_record", func(r *referral.Referral) { blank(&r.Eligibility.TrackRecord) }}, // S3
		{"E2_blank", "V08", "eligibility/fled_for_work", func(r *referral.Referral) { blank(&r.Eligibility.FledForWork) }},
		{"E3_no", "V08", "eligibility/outside_country", func(r *referral.Referral) { set(&r.Eligibility.OutsideCountry, false) }}, // A96, R147
		{"E3_in_own_country", "V08", "eligibility/outside_country", func(r *referral.Referral) { set(&r.People[0].CurrentCountry, "AFG") }},
		{"E3_in_Canada", "V08", "eligibility/outside_country", func(r *referral.Referral) { set(&r.People[0].CurrentCountry, "CAN") }}, // R139(1)(a)
		{"E5_no", "V08", "eligibility/no_other_solution", func(r *referral.Referral) { set(&r.Eligibility.NoOtherSolution, false) }},   // R139(1)(d)
		{"E6_no", "V08", "eligibility/seeks_permanence", func(r *referral.Referral) { set(&r.Eligibility.SeeksPermanence, false) }},    // R139(1)(c)
		{"E7_blank", "V08", "eligibility/valid_referral", func(r *referral.Referral) { // R140.3
			blank(&r.Eligibility.ValidReferral)
			blank(&r.ReferrerOrg)
		}},
		{"no_summary_of_work", "V09", "work/{work}/summary", func(r *referral.Referral) { set(&r.Work[0].Summary, "  ") }},
		{"no_work", "V09", "work", func(r *referral.Referral) { r.Work = nil }},
		{"no_link_to_work", "V09", "incidents", func(r *referral.Referral) { r.Incidents = nil }},
		{"return", "V10", "claim/return_why_not", func(r *referral.Referral) { blank(&r.Claim.ReturnWhyNot) }}, // R139(1)(d)
		{"integration", "V10", "claim/local_integration_why_not", func(r *referral.Referral) { blank(&r.Claim.LocalIntegrationWhyNot) }},
		{"other_country", "V10", "claim/other_country_why_not", func(r *referral.Referral) { blank(&r.Claim.OtherCountryWhyNot) }},
		{"no_referrer", "V11", "referrer_org", func(r *referral.Referral) { blank(&r.ReferrerOrg) }}, // R143
		{"no_identity", "V13", "people/{yusuf}", func(r *referral.Referral) { r.Documents = nil }},   // R178
	} {
		t.Run(test.rule+"/"+test.name, func(t *testing.T) {
			r := family(t).Referral
			path := named(r).Replace(test.path)
			if found := blocks(t, r, test.rule, path); len(found) > 0 {
				t.Fatalf("found before it was spoilt: %+v", found)
			}
			test.spoil(r)
			found := blocks(t, r, test.rule, path)
			if len(found) != 1 {
				t.Fatalf("%s finds %d at %s", test.rule, len(found), path)
			}
			f := found[0]
			if f.State != referral.Open || f.Source == "" || f.Title == "" {
				t.Errorf("finding %+v", f)
			}
			if report(t, r, nil).Ready {
				t.Error("still ready")
			}
		})
	}
}

func TestRules_do_not_ask_too_much(t *testing.T) {
	for _, test := range []struct {
		name, rule string
		change     func(r *referral.Referral)
	}{
		{"a_child_need_not_agree", "V06", func(*referral.Referral) {}},
		{"a_declared_adult_who_could_not_be_asked", "V06", func(r *referral.Referral) {
			r.Consents = without(r.Consents, 2)
			r.People[2].ConsentRef = referral.Without[referral.ID](referral.UnsafeToAsk, "He has no safe line.")
		}},
		{"consent_on_its_last_day", "V06", func(r *referral.Referral) { r.Consents[1].Expires = "2026-03-19" }},
		{"E4_follows_from_the_grounds", "V08", func(r *referral.Referral) { blank(&r.Eligibility.RefugeeClass) }},
		{"E3_follows_from_the_countries", "V08", func(r *referral.Referral) { blank(&r.Eligibility.OutsideCountry) }},
		{"the_dead_do_not_count", "V03", func(r *referral.Referral) {
			set(&r.People[2].PersonState, referral.Deceased)
			set(&r.StatedSize, 3)
		}},
		{"partner_question_without_partner", "V04", func(r *referral.Referral) {
			r.People[1].RelationshipToPA = referral.Given(referral.Code("sibling"))
			blank(&r.Sweep.ChildrenOfPartner)
		}},
		{"missing_paper_with_a_reason", "V13", func(r *referral.Referral) {
			r.Documents = []referral.Document{
				{ID: "D1", Type: "passport", Of: []referral.ID{r.People[0].ID, r.People[1].ID, r.People[2].ID}, State: "lost", ReasonMissing: "Taken."},
			}
		}},
	} {
		r := family(t).Referral
		test.change(r)
		for _, f := range report(t, r, nil).Findings {
			if f.Rule == test.rule && f.State == referral.Open {
				t.Errorf("%s: %s finds %s", test.name, f.Rule, f.Path)
			}
		}
	}
}

func TestRecipient(t *testing.T) {
	r := family(t).Referral
	for _, test := range []struct {
		name  string
		to    *referral.Recipient
		rule  string
		found bool
		ready bool
	}{
		{"none_yet", nil, "V12", true, true},
		{"green", &referral.Recipient{Role: "office", Verified: true}, "V12", false, true},
		{"amber", &referral.Recipient{Role: "office"}, "V12", true, false},
		{"expired", &referral.Recipient{Role: "office", Verified: true, Expired: true}, "V12", true, false},
		{"role_not_covered", &referral.Recipient{Role: "unhcr", Verified: true}, "V06", true, false},
	} {
		rep := report(t, r, test.to)
		found := slices.ContainsFunc(rep.Findings, func(f referral.Finding) bool { return f.Rule == test.rule })
		if found != test.found || rep.Ready != test.ready {
			t.Errorf("%s: found %v, ready %v, want %v, %v", test.name, found, rep.Ready, test.found, test.ready)
		}
	}
	waiting := findings(t, r, nil, "V12", referral.RecipientPath)
	if len(waiting) != 1 || waiting[0].State != referral.Later || waiting[0].Severity != referral.Look {
		t.Errorf("without a recipient: %+v", waiting)
	}
}

func TestRemarks(t *testing.T) {
	newID := func() referral.ID { return "REMARK" }
	r := family(t).Referral
	full := report(t, r, nil)

	t.Run("an_explanation_does_not_lift_a_block", func(t *testing.T) {
		r := family(t).Referral
		blank(&r.Claim.ReturnWhyNot)
		r.Explain(newID, "claim/return_why_not", "V10", "Everybody knows.")
		f := findings(t, r, nil, "V10", "claim/return_why_not")
		if len(f) != 1 || f[0].State != referral.Open || report(t, r, nil).Ready {
			t.Errorf("got %+v", f)
		}
	})
	t.Run("later_stays_a_block", func(t *testing.T) {
		r := family(t).Referral
		blank(&r.Claim.ReturnWhyNot)
		r.Later(newID, "claim/return_why_not", "V10", "2026-04-01")
		f := findings(t, r, nil, "V10", "claim/return_why_not")
		if len(f) != 1 || f[0].State != referral.Later || report(t, r, nil).Ready {
			t.Errorf("got %+v", f)
		}
	})
	t.Run("an_answer_that_is_to_come_is_later", func(t *testing.T) {
		r := family(t).Referral
		r.Claim.ReturnWhyNot = referral.Without[string](referral.Pending, "")
		if f := findings(t, r, nil, "V10", "claim/return_why_not"); len(f) != 1 || f[0].State != referral.Later {
			t.Errorf("got %+v", f)
		}
	})
	t.Run("a_look_is_settled_by_an_explanation_and_stays_listed", func(t *testing.T) {
		r := family(t).Referral
		r.Unremark("referrer_org", "V11")
		open := report(t, r, nil)
		r.Explain(newID, "referrer_org", "V11", "It has applied.")
		told := report(t, r, nil)
		if told.Points != full.Points || open.Points[0] != full.Points[0]-1 || open.Looks() != full.Looks()+1 {
			t.Errorf("points %v open, %v explained, %v at first", open.Points, told.Points, full.Points)
		}
		if f := findings(t, r, nil, "V11", "referrer_org"); len(f) != 1 || f[0].State != referral.Explained {
			t.Errorf("got %+v", f)
		}
	})
	t.Run("an_approver_may_set_a_no_aside", func(t *testing.T) {
		r := family(t).Referral
		set(&r.Eligibility.SeeksPermanence, false)
		r.Override(newID, "eligibility/seeks_permanence", "V08", " ")
		if report(t, r, nil).Ready {
			t.Error("set aside without a reason")
		}
		r.Override(newID, "eligibility/seeks_permanence", "V08", "She is not sure yet, and at risk now.")
		if !report(t, r, nil).Ready {
			t.Error("not set aside with a reason")
		}
		if len(r.Remarks) != len(family(t).Referral.Remarks)+1 {
			t.Errorf("%d remarks, want one each", len(r.Remarks))
		}
	})
}

func TestTemporary_protection_only_looks_at_who_is_in_their_country(t *testing.T) {
	r := family(t).Referral
	set(&r.Pathway, referral.PathwayTemporary)
	set(&r.People[0].CurrentCountry, "AFG")
	f := findings(t, r, nil, "V08", "eligibility/outside_country")
	if len(f) != 1 || f[0].Severity != referral.Look { // domain 1.5
		t.Errorf("got %+v", f)
	}
}

func TestUnknown_check_is_never_settled(t *testing.T) {
	r := family(t).Referral
	rule := referral.Rule{
		ID: "V99", Check: "phase_of_the_moon", At: "people/*/names", Severity: referral.Blocks,
		Source: "none", Title: map[string]string{"en": "Moon"},
	}
	r.Explain(func() referral.ID { return "R" }, "people", "V99", "It is full.")
	for _, severity := range []referral.Severity{referral.Blocks, referral.Look} {
		rule.Severity = severity
		rep := referral.Check(r, referral.Situation{Today: today, Set: referral.Requirements{Rules: []referral.Rule{rule}}})
		if rep.Points != [2]int{0, 1} || len(rep.Findings) != 1 || !strings.Contains(rep.Findings[0].Why, "cannot be checked here") {
			t.Errorf("%s: %+v", severity, rep)
		}
	}
}

func TestCheck_changes_nothing_and_says_the_same(t *testing.T) {
	r := practice(t)["not-ready.json"].Referral
	first, second := report(t, r, nil), report(t, r, nil)
	if len(first.Findings) != len(second.Findings) || first.Points != second.Points {
		t.Error("two reports differ")
	}
	sum := [2]int{}
	for _, s := range first.Sections {
		sum[0] += s.Points[0]
		sum[1] += s.Points[1]
	}
	if sum != first.Points {
		t.Errorf("sections have %v points, the report %v", sum, first.Points)
	}
}

func TestCheck_speaks_French(t *testing.T) {
	r := family(t).Referral
	set(&r.StatedSize, 5)
	rep := referral.Check(r, referral.Situation{Today: today, Set: hrd(t), Lang: "fr"})
	english := findings(t, r, nil, "V03", "stated_size")[0]
	for _, f := range rep.Findings {
		if f.Rule == "V03" && (f.Title == english.Title || strings.Contains(f.Title, "{")) {
			t.Errorf("title %q", f.Title)
		}
	}
}

func report(t testing.TB, r *referral.Referral, to *referral.Recipient) referral.Report {
	t.Helper()
	return referral.Check(r, referral.Situation{Today: today, Set: hrd(t), Recipient: to})
}

func findings(t testing.TB, r *referral.Referral, to *referral.Recipient, rule, path string) []referral.Finding {
	t.Helper()
	return slices.DeleteFunc(report(t, r, to).Findings, func(f referral.Finding) bool { return f.Rule != rule || f.Path != path })
}

func blocks(t testing.TB, r *referral.Referral, rule, path string) []referral.Finding {
	t.Helper()
	return slices.DeleteFunc(findings(t, r, nil, rule, path), func(f referral.Finding) bool { return f.Severity != referral.Blocks })
}

func hrd(t testing.TB) referral.Requirements {
	t.Helper()
	set, err := referral.ParseRequirements(files(t, assets.Requirements(), "hrd.json")["hrd.json"])
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func named(r *referral.Referral) *strings.Replacer {
	return strings.NewReplacer(
		"{laleh}", string(r.People[0].ID), "{yusuf}", string(r.People[1].ID),
		"{sohrab}", string(r.People[2].ID), "{mina}", string(r.People[3].ID),
		"{passport}", string(r.Documents[0].ID), "{evidence}", string(r.Documents[10].ID),
		"{session}", string(r.Sessions[0].ID), "{yusuf.consent}", string(r.Consents[1].ID),
		"{event}", string(r.Incidents[0].ID), "{asylum}", string(r.Incidents[2].ID), "{union}", string(r.Unions[0].ID),
		"{laleh.n}", string(nation(r, 0).ID), "{yusuf.n}", string(nation(r, 1).ID), "{work}", string(r.Work[0].ID),
	)
}

func nation(r *referral.Referral, person int) *referral.Nationality {
	return &(*r.People[person].Nationalities.Value)[0]
}

func set[T any](a *referral.Answer[T], v T) { *a = referral.Given(v) }

func blank[T any](a *referral.Answer[T]) { *a = referral.Answer[T]{} }

func without[T any](list []T, i int) []T { return slices.Delete(slices.Clone(list), i, i+1) }
