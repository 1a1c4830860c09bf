package referral_test

import (
	"strings"
	"testing"
	"time"

	"harbour/app/referral"
)

func TestRules_of_urgency_names_and_papers(t *testing.T) {
	tryAll(t, []ruleCase{
		{"nothing_lately", "V36", "Handbook 4.2", "priority", "",
			func(r *referral.Referral) {
				urgent(r)
				r.Incidents = r.Incidents[:2]
			},
			func(r *referral.Referral) { r.Incidents[0].When = said("2026-01") }, nil},
		{"threat_with_a_date", "V36", "Handbook 4.2", "priority", "",
			func(r *referral.Referral) {
				urgent(r)
				r.Incidents = r.Incidents[:1]
				r.Incidents[0].When = said("2025-06")
			},
			func(r *referral.Referral) { set(&r.Incidents[0].Types, []referral.Code{"THR_D"}) }, nil},
		{"UNHCR_not_asked", "V37", "REF-OVS-13-2", "unhcr_emergency_approached", "",
			urgent,
			func(r *referral.Referral) { set(&r.UNHCREmergencyApproached, "refused") }, nil},
		{"passport_spells_it_otherwise", "V38", "Guide 6000", "documents/{passport}/name_as_shown", "",
			func(r *referral.Referral) { r.Documents[0].NameAsShown = "ROSTAMIAR LALEH" },
			func(r *referral.Referral) { r.Documents[0].NameAsShown = "Laleh Rostamyar" }, nil},
		{"own_script_missing", "V39", "programme rule 7.3", "people/{yusuf}/names", "",
			func(r *referral.Referral) { r.People[1].Names = r.People[1].Names[:1] },
			func(r *referral.Referral) {
				r.People[1].Names = append(r.People[1].Names, referral.Name{ID: "N", Full: "يوسف", Script: "Arab"})
			}, nil},
		{"family_name_in_two_spellings", "V40", "V40", "people/{mina}/names", "",
			func(r *referral.Referral) { r.People[3].Names[0].FamilyPart = "AL HAMDER" },
			func(r *referral.Referral) { r.People[3].Names[0].FamilyPart = "AL-HAMDAR" }, nil},
		{"father_in_two_spellings", "V40", "V40", "people/{mina}/names", "",
			func(r *referral.Referral) { set(&r.People[3].FatherName, "Yousef Salem al-Hamdar") },
			func(r *referral.Referral) { set(&r.People[3].FatherName, "Yusuf Salem") }, nil},
		{"mother_in_two_spellings", "V40", "V40", "people/{mina}/names", "",
			func(r *referral.Referral) { set(&r.People[3].MotherName, "Laleh Rustamyar") },
			func(r *referral.Referral) { set(&r.People[3].MotherName, "Laleh") }, nil},
		{"father_of_whom_no_paper_tells_the_sex", "V40", "V40", "people/{sohrab}/names", "",
			func(r *referral.Referral) { set(&r.People[2].FatherName, "Habib Kareemi") },
			func(r *referral.Referral) { set(&r.People[2].FatherName, "Habib Karimi") }, nil},
		{"runs_out_soon", "V41", "V41", "documents/{passport}/expires", "",
			func(r *referral.Referral) { r.Documents[0].Expires = said("2026-09") },
			func(r *referral.Referral) { r.Documents[0].Expires = said("2026-09-19") }, nil},
		{"ran_out", "V41", "V41", "documents/{passport}/expires", "over",
			func(r *referral.Referral) { r.Documents[0].Expires = said("2026-03-18") },
			func(r *referral.Referral) { r.Documents[0].State = "expired" }, nil},
		{"consent_of_last_year", "V42", "V42", "consents/{yusuf.consent}/date", "",
			func(r *referral.Referral) { r.Consents[1].Date = "2025-03-18" },
			func(r *referral.Referral) { r.Consents[1].Date = "2025-03-19" }, nil},
		{"consent_for_another_recipient", "V42", "Handbook 4.7", "consents/{yusuf.consent}/scope_recipients", "recipient",
			func(*referral.Referral) {},
			func(r *referral.Referral) { r.Consents[1].ScopeRecipients = []referral.Code{"unhcr"} },
			func(s *referral.Situation) { s.Recipient = &referral.Recipient{Role: "unhcr", Verified: true} }},
		{"contact_not_confirmed", "V43", "Handbook 4.4", "safe_contacts/SC/last_confirmed", "",
			func(*referral.Referral) {}, nil, func(s *referral.Situation) {
				s.Contacts = []referral.SafeContact{{ID: "SC", LastConfirmed: "2026-01-17"}}
			}},
		{"contact_that_may_be_safe", "V43", "Handbook 4.4", "safe_contacts/SC/last_confirmed", "",
			func(*referral.Referral) {}, nil, func(s *referral.Situation) {
				s.Contacts = []referral.SafeContact{{ID: "SC", SafeToContact: referral.Without[bool](referral.NotAsked, "")}}
			}},
		{"faces_of_others", "V44", "Berkeley Protocol", "documents/{evidence}/attachments/F/shows_others", "",
			func(r *referral.Referral) {
				r.Documents[10].Attachments = []referral.Attachment{{ID: "F", MIME: "image/jpeg", ShowsOthers: "not_asked"}}
			},
			func(r *referral.Referral) { r.Documents[10].Attachments[0].KeepHere = true }, nil},
		{"same_file_twice", "V45", "Berkeley Protocol", "documents/{evidence}/attachments/F", "twice",
			func(r *referral.Referral) {
				r.Documents[0].Attachments = []referral.Attachment{{ID: "E", SHA512: "aa"}}
				r.Documents[10].Attachments = []referral.Attachment{{ID: "F", SHA512: "aa"}}
			},
			func(r *referral.Referral) { r.Documents[10].Attachments[0].SHA512 = "bb" }, nil},
		{"file_was_changed", "V45", "Berkeley Protocol", "documents/{evidence}/attachments/F", "changed",
			func(r *referral.Referral) {
				r.Documents[10].Attachments = []referral.Attachment{{ID: "F", SHA512: "aa"}}
			},
			func(r *referral.Referral) { r.Documents[10].Attachments = nil },
			func(s *referral.Situation) { s.Changed = []referral.ID{"F"} }},
		{"same_people_elsewhere", "V49", "V49", "people/{laleh}/names", "",
			func(*referral.Referral) {}, nil, func(s *referral.Situation) {
				s.Similar = []referral.Similar{{Code: "Otter 08", Person: "VCNDBU6IJ3VPOQ2BYP3E22G5YU"}}
			}},
	})
}

// TestPassport_name_is_the_same_as_printed: no passport prints a tilde.
func TestPassport_name_is_the_same_as_printed(t *testing.T) {
	for _, test := range []struct {
		name, shown string
		same        bool
	}{
		{"ÑURINDA SOLÓRZANO PRÓSPERO", "NURINDA SOLORZANO PROSPERO", true},
		{"N\u0303urinda Solo\u0301rzano", "NURINDA SOLORZANO", true},
		{"GÖKÇE YILDIZ", "GOEKCE YILDIZ", true},
		{"Gökçe Yıldız", "GOKCE YILDIZ", true},
		{"Go\u0308kc\u0327e", "GOEKCE", true},
		{"Şükrü Ağaoğlu", "SUKRU AGAOGLU", true},
		{"Strauß Øyvind Ærø", "STRAUSS OEYVIND AEROE", true},
		{"O’Brien-N'Diaye", "OBRIEN NDIAYE", true},
		{"O'Brien", "O BRIEN", true},
		{"AL-HAMDAR YUSUF", "ALHAMDAR YUSUF", true},
		{"AL-HAMDAR YUSUF", "YUSUF AL HAMDAR", true},
		{"Nguyễn Thị Đào", "NGUYEN THI DAO", true},
		{"Məmmədova", "MEMMEDOVA", true},
		{"GOEKCE", "GÖKÇE", true},
		{"ROSTAMYAR", "ROSTAMIAR", false},
		{"MANUEL", "MANUL", false},
		{"Ñurinda", "MURINDA", false},
		{"AL-HAMDAR YUSUF", "AL HAMDAR", false},
	} {
		r := family(t).Referral
		r.People[0].Names[0].Full, r.Documents[0].NameAsShown = test.name, test.shown
		found := foundBy(r, referral.Situation{Today: today, Set: hrd(t)}, "V38", named(r).Replace("documents/{passport}/name_as_shown"))
		if (len(found) == 0) != test.same {
			t.Errorf("%q against %q: found %d", test.name, test.shown, len(found))
		}
	}
}

// TestRules_send_nobody_into_danger: to confirm a contact is to use it.
func TestRules_send_nobody_into_danger(t *testing.T) {
	for name, safe := range map[string]referral.Answer[bool]{
		"not_safe":      referral.Given(false),
		"unsafe_to_ask": referral.Without[bool](referral.UnsafeToAsk, "His line is listened to."),
	} {
		keepQuiet(t, []quiet{{name, "V43", func(*referral.Referral) {}, func(s *referral.Situation) {
			s.Contacts = []referral.SafeContact{{ID: "SC", SafeToContact: safe, LastConfirmed: "2025-01-17"}}
		}}})
	}
}

// TestRules_of_spelling_hold_a_name_against_its_own: names of two people that
// look alike are two names.
func TestRules_of_spelling_hold_a_name_against_its_own(t *testing.T) {
	keepQuiet(t, []quiet{
		{"mother_named_like_the_father", "V40", func(r *referral.Referral) {
			set(&r.People[3].MotherName, "Laleh Yousef") // her father's name, and her husband is Yusuf
		}, nil},
		{"father_named_like_the_mother", "V40", func(r *referral.Referral) {
			set(&r.People[3].FatherName, "Yusuf Rustamyar")
		}, nil},
		{"mother_named_like_a_father_of_unknown_sex", "V40", func(r *referral.Referral) {
			set(&r.People[2].MotherName, "Laleh Kareemi")
		}, nil},
		{"family_name_that_one_parent_has", "V40", func(r *referral.Referral) {
			r.People[0].Names[0].Full = "HAMDER LALEH" // by her own father
		}, nil},
	})
}

func TestRules_of_consent_and_number(t *testing.T) {
	tryAll(t, []ruleCase{
		{"child_leads_the_case", "V06", "R140.3", "people/{laleh}", "minor",
			func(r *referral.Referral) {
				r.People[0].BirthDate = said("2010")
				r.Consents = without(r.Consents, 0)
			},
			func(r *referral.Referral) {
				c := r.Consents[0]
				c.ID, c.Person, c.GivenBy = "C", r.People[0].ID, referral.GivenByGuardian
				r.Consents = append(r.Consents, c)
			}, nil},
		{"number_with_a_linked_case", "V03", "Handbook 4.6", "stated_size", "linked",
			func(r *referral.Referral) {
				r.People[2].CaseRole = referral.RoleDeFacto
				set(&r.StatedSize, 5)
			},
			func(r *referral.Referral) { set(&r.StatedSize, 4) }, nil},
		{"number_without_the_linked_case", "V03", "Handbook 4.6", "stated_size", "linked",
			func(r *referral.Referral) {
				r.People[2].CaseRole = referral.RoleDeFacto
				set(&r.StatedSize, 2)
			},
			func(r *referral.Referral) { set(&r.StatedSize, 3) }, nil},
		{"the_dead_of_a_linked_case", "V03", "Handbook 4.6", "stated_size", "differs",
			func(r *referral.Referral) {
				r.People[2].CaseRole = referral.RoleDeFacto
				set(&r.People[2].PersonState, referral.Deceased)
			},
			func(r *referral.Referral) { set(&r.StatedSize, 3) }, nil},
	})
	r := family(t).Referral
	r.People[2].CaseRole = referral.RoleDeFacto
	set(&r.StatedSize, 6)
	title := findings(t, r, nil, "V03", "stated_size")[0].Title
	for _, number := range []string{"6", "3", "4"} {
		if !strings.Contains(title, number) {
			t.Errorf("%q does not say %s", title, number)
		}
	}
}

func TestRules_of_text(t *testing.T) {
	tryAll(t, []ruleCase{
		{"short", "V47", "V47", "work/{work}/summary", "short",
			func(r *referral.Referral) { set(&r.Work[0].Summary, "She was a reporter.") },
			func(r *referral.Referral) { set(&r.Work[0].Summary, strings.Repeat("م", 150)) }, nil},
		{"long", "V47", "V47", "work/{work}/summary", "long",
			func(r *referral.Referral) { set(&r.Work[0].Summary, strings.Repeat("a", 3001)) },
			func(r *referral.Referral) { set(&r.Work[0].Summary, strings.Repeat("a", 3000)) }, nil},
		{"telephone", "V48", "V48", "claim/route", "phone",
			func(r *referral.Referral) { r.Claim.Route = "By road; the driver is +254 700 000 027." },
			func(r *referral.Referral) { r.Claim.Route = "By road, in 3 days, with 27 others." }, nil},
		{"telephone_in_Persian_figures", "V48", "V48", "incidents/{event}/area", "phone",
			func(r *referral.Referral) { r.Incidents[0].Area = "هرات ۰۷۹۹ ۰۰۰ ۰۰۰" },
			func(r *referral.Referral) { r.Incidents[0].Area = "هرات ۱۴۰۰" }, nil},
		{"email_in_a_note", "V48", "IASC", "people/{laleh}/mother_name", "email",
			func(r *referral.Referral) { r.People[0].MotherName.Note = "ask parvin@example.org" },
			func(r *referral.Referral) { r.People[0].MotherName.Note = "ask @ home." }, nil},
		{"spot_on_the_map", "V48", "V48", "people/{laleh}/city_area", "place",
			func(r *referral.Referral) { set(&r.People[0].CityArea, "Nairobi (-1.28333, 36.81667)") },
			func(r *referral.Referral) { set(&r.People[0].CityArea, "Nairobi, 1.5 km from 2.25 acres") }, nil},
	})
}

func TestRules_of_sessions(t *testing.T) {
	tryAll(t, []ruleCase{
		{"none_held", "session.held", "programme rule 7.15", "sessions", "",
			func(r *referral.Referral) { r.Sessions = nil },
			func(r *referral.Referral) { r.Sessions = []referral.Session{{ID: "S", Date: "2026-03-12"}} }, nil},
		{"interpreter_without_code", "session.interpreter", "RRF 8", "sessions/{session}/interpreter_code", "code",
			func(r *referral.Referral) { r.Sessions[0].InterpreterCode = " " },
			func(r *referral.Referral) { set(&r.Sessions[0].ViaInterpreter, false) }, nil},
		{"no_pledge", "session.interpreter", "RRF 8", "sessions/{session}/interpreter_pledge", "pledge",
			func(r *referral.Referral) { blank(&r.Sessions[0].InterpreterPledge) },
			func(r *referral.Referral) {
				r.Sessions[0].InterpreterPledge = referral.Without[bool](referral.UnknownToPerson, "")
			}, nil},
	})
}

func TestRules_of_text_let_pass(t *testing.T) {
	for _, text := range []string{
		"2009-12-22/2010-03-20", "12.03.2026 and 13.03.2026", "from 2001 to 2026, 1,250,000 people", "(2019) 24 of 28",
		"Law 12 of 2003, article 144-2", "a@", "@home is where", "1.2", "0.123 of it", "22 March 2026, 09:00 to 12:00",
	} {
		r := family(t).Referral
		r.Claim.Route = text
		if found := foundBy(r, referral.Situation{Today: today, Set: hrd(t)}, "V48", "claim/route"); len(found) > 0 {
			t.Errorf("%q is taken for a %s", text, found[0].Part)
		}
	}
}

func TestRules_that_nobody_can_judge_yet_say_nothing(t *testing.T) {
	r := family(t).Referral
	for _, f := range report(t, r, nil).Findings {
		if f.Rule == "V43" || f.Rule == "V49" || f.Rule == "screening.asked" {
			t.Errorf("%s finds %s", f.Rule, f.Path)
		}
	}
	looked := referral.Check(r, referral.Situation{Today: today, Set: hrd(t), Similar: []referral.Similar{}})
	if open := report(t, r, nil); looked.Points[0] != open.Points[0]+1 {
		t.Errorf("points %v where somebody looked for a duplicate, %v else", looked.Points, open.Points)
	}
}

// seven are a family large enough for every rule: the four, and three more
// children.
func seven(b testing.TB) *referral.Referral {
	r := family(b).Referral
	for i := range 3 {
		p := r.People[3]
		p.ID = referral.ID("CHILD" + string(rune('0'+i)))
		p.BirthDate = said(time.Date(2015+2*i, 5, 4, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
		r.People = append(r.People, p)
	}
	return r
}

func BenchmarkCheck_of_seven(b *testing.B) {
	r, set := seven(b), hrd(b)
	b.ReportAllocs()
	for b.Loop() {
		referral.Check(r, referral.Situation{Today: today, Set: set})
	}
}

func urgent(r *referral.Referral) {
	set(&r.Priority, referral.PriorityEmergency)
	set(&r.PriorityReason, "Two men came to the door.")
	set(&r.ReviewBy, "2026-03-26")
}
