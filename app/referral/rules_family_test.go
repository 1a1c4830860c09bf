package referral_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"harbour/app/referral"
)

func TestRules_of_family(t *testing.T) {
	tryAll(t, []ruleCase{
		{"mother_too_young", "V22", "V22", "people/{sohrab}/birth_date", "young",
			func(r *referral.Referral) { r.People[0].BirthDate = said("1995") },
			func(r *referral.Referral) { r.People[0].BirthDate = said("1990/1995") }, nil},
		{"father_too_old", "V22", "V22", "people/{sohrab}/birth_date", "old",
			func(r *referral.Referral) { r.People[4].BirthDate = said("1940") },
			func(r *referral.Referral) { r.People[4].BirthDate = said("1940/1950") }, nil},
		{"siblings_too_near", "V22", "V22", "people/{mina}/birth_date", "siblings",
			func(r *referral.Referral) { r.People[3].BirthDate = said("2004-08") },
			func(r *referral.Referral) { r.People[3].BirthDate = said("2004-04-29") }, nil}, // twins
		{"partner_is_a_child", "V25", "R5(a)", "people/{yusuf}/birth_date", "",
			func(r *referral.Referral) { r.People[1].BirthDate = said("2009") },
			func(r *referral.Referral) { r.Unions[0].To = said("2025") }, nil},
		{"partner_may_be_a_child", "V25", "R5(a)", "people/{yusuf}/birth_date", "maybe",
			func(r *referral.Referral) { r.People[1].BirthDate = said("2008") },
			func(r *referral.Referral) { r.People[1].BirthDate = said("2007") }, nil},
		{"two_marriages", "V26", "R5(b)", "unions/OTHER/from", "",
			func(r *referral.Referral) { secondUnion(r, "2013", "") },
			func(r *referral.Referral) { secondUnion(r, "2000", "2009") }, nil},
		{"two_marriages_told_in_the_other_order", "V26", "R5(b)", "unions/OTHER/from", "",
			func(r *referral.Referral) {
				secondUnion(r, "2013", "")
				slices.Reverse(r.Unions)
			},
			func(r *referral.Referral) { r.Unions[1].To = said("2012") }, nil},
		{"still_married_by_their_own_words", "V26", "R5(b)", "unions/{union}/prior_spouse_of_either", "said",
			func(r *referral.Referral) { set(&r.Unions[0].PriorSpouse, true) },
			func(r *referral.Referral) { set(&r.Unions[0].PriorSpouse, false) }, nil},
		{"proxy", "V27", "R5(c)", "unions/{union}/ceremony_both_present", "",
			func(r *referral.Referral) { set(&r.Unions[0].CeremonyBothPresent, false) },
			func(r *referral.Referral) { set(&r.Unions[0].CeremonyBothPresent, true) }, nil},
		{"less_than_a_year", "V28", "R1(2)", "unions/{union}/why_not_cohabiting", "",
			func(r *referral.Referral) {
				r.Unions[0].Kind, r.Unions[0].From = referral.UnionCommonLaw, said("2025-06")
			},
			func(r *referral.Referral) { set(&r.Unions[0].WhyNotCohabiting, "detention") }, nil},
		{"days_left", "V29", "R25.1(7)", "people/{mina}/birth_date", "30",
			func(r *referral.Referral) { r.People[3].BirthDate = said("2004-04-10") },
			func(r *referral.Referral) { r.People[3].BirthDate = said("2004-09-19") }, nil}, // 184 days
		{"half_a_year_left", "V29", "R2", "people/{mina}/birth_date", "180",
			func(r *referral.Referral) { r.People[3].BirthDate = said("2004-09-01") },
			func(r *referral.Referral) { set(&r.People[3].DisabledBefore22, true) }, nil},
		{"may_be_22", "V29.maybe", "R25.1(7)", "people/{mina}/birth_date", "maybe",
			func(r *referral.Referral) { r.People[3].BirthDate = said("2004") },
			func(r *referral.Referral) { r.People[3].BirthDate = said("2004-11/2004-12") }, nil},
		{"turned_22", "V29.turned", "R25.1(7)", "people/{mina}/birth_date", "turned",
			func(r *referral.Referral) { r.People[3].BirthDate = said("2004-02-10") },
			func(r *referral.Referral) { r.People[3].BirthDate = said("2002-02-10") }, nil}, // V31 asks
		{"child_is_married", "V30", "R2", "people/{mina}/marital_status", "",
			func(r *referral.Referral) { set(&r.People[3].MaritalStatus, "married") },
			func(r *referral.Referral) { set(&r.People[3].MaritalStatus, "single") }, nil},
		{"child_has_a_partner", "V30", "R2", "people/{mina}/marital_status", "",
			func(r *referral.Referral) {
				r.Children = []referral.ChildProtection{{ID: "C", Child: r.People[3].ID, SpouseOrPartner: referral.Given(true)}}
			},
			func(r *referral.Referral) { r.Children = nil }, nil},
		{"grown_without_a_basis", "V31", "R2", "people/{sohrab}/disability_since_before_22", "",
			func(r *referral.Referral) { r.People[2].BirthDate = said("2001") },
			func(r *referral.Referral) {
				set(&r.People[2].DisabledBefore22, true)
				set(&r.People[2].DependencyBasis, "disability")
			}, nil},
		{"grown_and_not_dependent", "V31.no", "R2", "people/{sohrab}/disability_since_before_22", "no",
			func(r *referral.Referral) {
				r.People[2].BirthDate = said("2001")
				set(&r.People[2].DisabledBefore22, false)
			},
			func(r *referral.Referral) { r.People[2].CaseRole = referral.RoleDeFacto }, nil},
		{"child_alone", "V14", "Handbook 6", "children/C/best_interests", "",
			func(r *referral.Referral) { childAlone(r, referral.ChildUnaccompanied) },
			func(r *referral.Referral) { set(&r.Children[0].BestInterests, "assessment") }, nil},
		{"child_alone_with_a_reason", "V14", "Handbook 6", "children/C/best_interests", "",
			func(r *referral.Referral) { childAlone(r, referral.ChildSeparated) },
			func(r *referral.Referral) {
				r.Children[0].FollowUp = "UNHCR was asked on 2 March, and sees her in April."
			}, nil},
		{"child_without_both_parents", "child.record", "Handbook 6", "people/{mina}", "",
			func(r *referral.Referral) { r.People[3].Parents = r.People[3].Parents[:1] },
			func(r *referral.Referral) { childAlone(r, referral.ChildWithParents) }, nil},
		{"de_facto_dependant_without_a_case", "case.linked", "S15", "linked_cases", "",
			func(r *referral.Referral) { r.People[2].CaseRole = referral.RoleDeFacto },
			func(r *referral.Referral) {
				r.LinkedCases = []referral.LinkedCase{{ID: "L", CaseCode: "Otter 08", Person: r.People[2].ID}}
			}, nil},
	})
}

func TestRules_of_family_do_not_ask_too_much(t *testing.T) {
	keepQuiet(t, []quiet{
		{"step_parent_may_be_young", "V22", func(r *referral.Referral) { r.People[1].BirthDate = said("1999") }, nil},
		{"half_siblings_of_one_father", "V22", func(r *referral.Referral) {
			r.People[2].Parents = []referral.Parent{{Person: r.People[1].ID, Kind: "biological"}}
			r.People[3].Parents = r.People[2].Parents
			r.People[2].BirthDate, r.People[3].BirthDate = said("2013-10"), said("2013-12")
		}, nil},
		{"first_marriage_ended", "V26", func(r *referral.Referral) { secondUnion(r, "2000", "2009") }, nil},
		{"nobody_knows_when_it_ended", "V26", func(r *referral.Referral) {
			secondUnion(r, "2000", "")
			r.Unions[len(r.Unions)-1].To = referral.Without[referral.FuzzyDate](referral.UnknownToPerson, "")
		}, nil},
		{"common_law_for_years", "V28", func(r *referral.Referral) { r.Unions[0].Kind = referral.UnionCommonLaw }, nil},
		{"the_referral_was_made_in_time", "V29", func(*referral.Referral) {}, func(s *referral.Situation) {
			s.ReferralMade = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
		}},
		{"one_who_is_no_child_of_the_case", "V29", func(r *referral.Referral) {
			r.People[2].RelationshipToPA, r.People[2].Parents = referral.Given(referral.Code("sibling")), nil
		}, nil},
		{"birth_unknown", "V31", func(r *referral.Referral) { blank(&r.People[2].BirthDate) }, nil},
		{"child_with_both_parents", "child.record", func(*referral.Referral) {}, nil},
		{"grown_child_of_one_parent", "child.record", func(r *referral.Referral) {
			r.People[3].Parents, r.People[3].BirthDate = nil, said("2005")
		}, nil},
	})
}

// TestOverlap_blames_the_later_marriage whichever is told first: R5(b) asks who
// was married at the wedding.
func TestOverlap_blames_the_later_marriage(t *testing.T) {
	for _, test := range []struct{ from, to, path string }{
		{"2013", "", "unions/OTHER/from"},
		{"2000", "", "unions/{union}/from"},
		{"2000", "2013", "unions/{union}/from"},
		{"2000", "2009", ""},
		{"2012-04", "", "unions/{union}/from"}, // within the spring of the other: one of the two, and always the same
	} {
		for _, reverse := range []bool{false, true} {
			r := family(t).Referral
			path := named(r).Replace(test.path)
			secondUnion(r, test.from, test.to)
			if reverse {
				slices.Reverse(r.Unions)
			}
			var found []string
			for _, f := range report(t, r, nil).Findings {
				if f.Rule == "V26" {
					found = append(found, f.Path)
				}
			}
			if got := strings.Join(found, " "); got != path {
				t.Errorf("%s to %s, reversed %v: found at %q, want %q", test.from, test.to, reverse, got, path)
			}
		}
	}
}

// TestRemark_on_a_birthday_to_come answers nothing of what is so when it has
// come: the office knew the day, and the day has passed.
func TestRemark_on_a_birthday_to_come(t *testing.T) {
	r := family(t).Referral // its story explains that Sohrab turns 22 on 29 April
	born := named(r).Replace("people/{sohrab}/birth_date")
	disabled := named(r).Replace("people/{sohrab}/disability_since_before_22")
	on := func(day string) referral.Situation {
		when, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		return referral.Situation{Today: when, Set: hrd(t)}
	}
	want := func(s referral.Situation, rule, path string, states ...referral.FindingState) {
		t.Helper()
		var got []referral.FindingState
		for _, f := range foundBy(r, s, rule, path) {
			got = append(got, f.State)
		}
		if !slices.Equal(got, states) {
			t.Errorf("%s on %s: got %v, want %v", rule, s.Today.Format(time.DateOnly), got, states)
		}
	}
	want(on("2026-04-28"), "V29", born, referral.Explained)
	want(on("2026-04-28"), "V31", disabled)
	want(on("2026-04-29"), "V29", born)
	want(on("2026-04-29"), "V29.turned", born, referral.Open)
	want(on("2026-04-29"), "V31", disabled, referral.Open)
	r.Explain(func() referral.ID { return "TOLD" }, born, "V29.turned", "The office made the referral on 20 April.")
	want(on("2026-04-29"), "V29.turned", born, referral.Explained)
	want(on("2026-04-29"), "V31", disabled, referral.Open)
	want(on("2026-04-28"), "V29", born, referral.Explained)
	r.Explain(func() referral.ID { return "TOLD2" }, disabled, "V31", "His doctor has not answered.")
	want(on("2026-04-29"), "V31", disabled, referral.Explained)
	set(&r.People[2].DisabledBefore22, false)
	want(on("2026-04-29"), "V31.no", disabled, referral.Open)
}

func secondUnion(r *referral.Referral, from, to string) {
	u := referral.Union{ID: "OTHER", A: r.People[0].ID, B: r.People[4].ID, Kind: referral.UnionMarried, From: said(from)}
	if to != "" {
		u.To = said(to)
	}
	r.Unions = append(r.Unions[:1], u)
}

func childAlone(r *referral.Referral, state referral.Code) {
	r.Children = []referral.ChildProtection{{ID: "C", Child: r.People[3].ID, SeparatedOrUnaccompanied: referral.Given(state)}}
}
