package referral_test

import (
	"slices"
	"testing"

	"github.com/go-json-experiment/json"

	"harbour/app/referral"
)

func TestRules_of_history(t *testing.T) {
	tryAll(t, []ruleCase{
		{"nothing_told", "history.told", "IMM 5669", "people/{yusuf}", "",
			func(r *referral.Referral) { historyOf(r, 1) },
			func(r *referral.Referral) {
				r.History = append(r.History, referral.Activity{ID: "H", Person: r.People[1].ID})
			}, nil},
		{"gap_at_the_start", "V32", "IMM 5669", "people/{yusuf}", "",
			func(r *referral.Referral) { historyOf(r, 1, "2018-01/") },
			func(r *referral.Referral) { historyOf(r, 1, "2016-03/") }, nil},
		{"gap_in_between", "V32", "IMM 5669", "history/H0/to", "",
			func(r *referral.Referral) { historyOf(r, 1, "2010/2020-01-31", "2020-03-04/") },
			func(r *referral.Referral) { historyOf(r, 1, "2010/2020-01-31", "2020-03-02/") }, nil}, // 31 days, 30
		{"gap_until_now", "V32", "IMM 5669", "history/H0/to", "",
			func(r *referral.Referral) { historyOf(r, 1, "2010/2026-01") },
			func(r *referral.Referral) { r.History[len(r.History)-1].Ongoing = true }, nil},
		{"no_end", "history.to", "IMM 5669", "history/H0/to", "",
			func(r *referral.Referral) {
				historyOf(r, 1, "2010/2026")
				blank(&r.History[len(r.History)-1].To)
			},
			func(r *referral.Referral) { r.History[len(r.History)-1].Ongoing = true }, nil},
		{"charge_without_proceeding", "V33", "A36", "incidents/{event}/types", "event",
			func(r *referral.Referral) { set(&r.Incidents[0].Types, []referral.Code{"LEG"}) },
			func(r *referral.Referral) {
				r.Proceedings = []referral.Proceeding{{ID: "P", Person: r.People[1].ID}}
			}, nil},
		{"yes_without_proceeding", "V33", "A36", "screening/S/charged_anywhere", "charged_anywhere",
			func(*referral.Referral) {},
			func(r *referral.Referral) {
				r.Proceedings = []referral.Proceeding{{ID: "P", Person: r.People[0].ID}}
			}, screened(func(s *referral.Screening) { set(&s.ChargedAnywhere, true) })},
		{"held_and_nothing_told_of_it", "V33", "A36", "screening/S/detained_or_jailed", "detained_or_jailed",
			func(r *referral.Referral) { // somebody else was
				set(&r.Incidents[0].Types, []referral.Code{"ARR"})
				r.Incidents[0].Victims = []referral.ID{r.People[1].ID}
			},
			func(r *referral.Referral) { r.Incidents[0].Victims = append(r.Incidents[0].Victims, r.People[0].ID) },
			screened(func(s *referral.Screening) { set(&s.DetainedOrJailed, true) })},
		{"no_against_a_conviction", "V34", "A40", "screening/S/charged_anywhere", "charged_anywhere",
			func(r *referral.Referral) {
				r.Proceedings = []referral.Proceeding{{ID: "P", Person: r.People[0].ID, Outcome: referral.Given(referral.OutcomeConvicted)}}
			},
			func(r *referral.Referral) { set(&r.Proceedings[0].Outcome, "acquitted") },
			screened(func(s *referral.Screening) { set(&s.ChargedAnywhere, false) })},
		{"no_against_detention", "V34", "A40", "screening/S/detained_or_jailed", "detained_or_jailed",
			func(r *referral.Referral) {
				r.Proceedings = []referral.Proceeding{{ID: "P", Person: r.People[0].ID, DetainedFrom: said("2020-05")}}
			},
			func(r *referral.Referral) { blank(&r.Proceedings[0].DetainedFrom) },
			screened(func(s *referral.Screening) { set(&s.DetainedOrJailed, false) })},
		{"armed_group_without_words", "V35", "A34", "screening/S/violent_group_why", "violent_group",
			func(*referral.Referral) {}, nil,
			screened(func(s *referral.Screening) { set(&s.ViolentGroup, true) })},
		{"not_asked_all", "screening.asked", "A34", "screening/S/convicted_in_canada", "",
			func(*referral.Referral) {}, nil,
			screened(func(*referral.Screening) {})},
		{"nothing_asked", "screening.asked", "programme rule 7.12", "screening", "none",
			func(r *referral.Referral) { r.People[1].CaseRole = referral.RoleDeclared }, nil,
			func(s *referral.Situation) { s.Screening = []referral.Screening{} }},
	})
}

func TestRules_of_history_find_only_what_is_sure(t *testing.T) {
	keepQuiet(t, []quiet{
		{"months_that_touch", "V32", func(r *referral.Referral) { historyOf(r, 1, "2010/2020-01", "2020-02/") }, nil},
		{"years_that_touch", "V32", func(r *referral.Referral) { historyOf(r, 1, "2010/2020", "2020/") }, nil},
		{"before_eighteen", "V32", func(r *referral.Referral) {
			r.People[1].BirthDate = said("2004-06-01")
			historyOf(r, 1, "2022-06/")
		}, nil},
		{"overlapping", "V32", func(r *referral.Referral) { historyOf(r, 1, "2010/2025-12", "2012/2013", "2026/") }, nil},
		{"end_not_known", "V32", func(r *referral.Referral) {
			historyOf(r, 1, "2010/2012")
			r.History[len(r.History)-1].To = referral.Without[referral.FuzzyDate](referral.UnknownToPerson, "")
		}, nil},
		{"held_by_armed_men", "V33", func(r *referral.Referral) { set(&r.Incidents[2].Types, []referral.Code{"THR", "KID"}) },
			screened(func(s *referral.Screening) { set(&s.DetainedOrJailed, true) })},
		{"made_to_disappear", "V33", func(r *referral.Referral) { set(&r.Incidents[2].Types, []referral.Code{"DIS"}) },
			screened(func(s *referral.Screening) { set(&s.DetainedOrJailed, true) })},
		{"closed_compartment", "V33", func(*referral.Referral) {}, nil},
		{"closed_compartment", "screening.asked", func(*referral.Referral) {}, nil},
		{"left_to_the_office", "screening.asked", func(r *referral.Referral) { r.People[1].CaseRole = referral.RoleDeclared },
			screened(func(s *referral.Screening) { s.NeedsFollowUp = true })},
		{"yes_with_words", "V35", func(*referral.Referral) {}, screened(func(s *referral.Screening) {
			set(&s.ViolentGroup, true)
			s.ViolentGroupWhy = "Conscripted at seventeen, a cook."
		})},
	})
}

// TestScreening_asks_each_subject leaves out one answer at a time.
func TestScreening_asks_each_subject(t *testing.T) {
	if n := len(referral.ScreeningSubjects()); n != 13 { // domain 7.12
		t.Errorf("%d subjects", n)
	}
	r := family(t).Referral
	r.People[1].CaseRole = referral.RoleDeclared
	for _, left := range referral.ScreeningSubjects() {
		members := map[string]any{"id": "S", "person": r.People[0].ID}
		for _, subject := range referral.ScreeningSubjects() {
			if subject != left {
				members[subject] = map[string]any{"value": false}
			}
		}
		raw, err := json.Marshal(members)
		if err != nil {
			t.Fatal(err)
		}
		var answers referral.Screening
		if err := json.Unmarshal(raw, &answers); err != nil {
			t.Fatal(err)
		}
		s := referral.Situation{Today: today, Set: hrd(t), Screening: []referral.Screening{answers}}
		if found := foundBy(r, s, "screening.asked", "screening/S/"+left); len(found) != 1 {
			t.Errorf("%s: left out and not found", left)
		}
	}
}

// historyOf replaces one person's history by stretches, each from/to or from/
// for one that goes on.
func historyOf(r *referral.Referral, person int, stretches ...string) {
	id := r.People[person].ID
	r.History = slices.DeleteFunc(r.History, func(h referral.Activity) bool { return h.Person == id })
	for i, s := range stretches {
		e, err := referral.ParseEDTF(s)
		if err != nil {
			panic(err)
		}
		h := referral.Activity{ID: referral.ID("H" + string(rune('0'+i))), Person: id, Kind: "address", From: said(e.From.String())}
		if h.Ongoing = e.To.Unknown; !h.Ongoing {
			h.To = said(e.To.String())
		}
		r.History = append(r.History, h)
	}
}

// screened opens the compartment with what Laleh answered.
func screened(by func(s *referral.Screening)) func(*referral.Situation) {
	return func(s *referral.Situation) {
		answers := referral.Screening{ID: "S", Person: "VCNDBU6IJ3VPOQ2BYP3E22G5YU"}
		by(&answers)
		s.Screening = []referral.Screening{answers}
	}
}
