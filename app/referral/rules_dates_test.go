package referral_test

import (
	"testing"

	"harbour/app/referral"
)

func TestRules_of_dates(t *testing.T) {
	tryAll(t, []ruleCase{
		{"first_of_January", "V20", "S63", "people/{mina}/birth_date", "",
			func(r *referral.Referral) { r.People[3].BirthDate = said("2014-01-01") },
			func(r *referral.Referral) { r.People[3].BirthDate.Value.Quality = referral.Assigned }, nil},
		{"first_of_Farvardin", "V20", "S63", "people/{laleh}/birth_date", "",
			func(r *referral.Referral) { r.People[0].BirthDate = inCalendar("1981-03-21", referral.SolarHijri) },
			func(r *referral.Referral) {
				r.People[0].BirthDate = inCalendar("1981-03-22", referral.SolarHijri)
			}, nil},
		{"first_of_Muharram", "V20", "S63", "people/{yusuf}/birth_date", "", // 1 Muharram 1400
			func(r *referral.Referral) { r.People[1].BirthDate = inCalendar("1979-11-21", referral.IslamicLunar) },
			func(r *referral.Referral) {
				r.People[1].BirthDate = inCalendar("1979-12-21", referral.IslamicLunar)
			}, nil},
		{"new_year_in_Ethiopia", "V20", "S63", "people/{yusuf}/birth_date", "",
			func(r *referral.Referral) { r.People[1].BirthDate = inCalendar("1979-09-12", referral.Ethiopian) },
			func(r *referral.Referral) { r.People[1].BirthDate.Value.EDTF = "1979-09-12~" }, nil},
		{"papers_differ", "V21", "A40", "people/{sohrab}/birth_date", "",
			func(r *referral.Referral) { r.Documents[3].DOBAsShown = "۱۳۸۴/۰۲/۱۰" },
			func(r *referral.Referral) { r.Documents[3].DOBAsShown = "10 - 2 - 1383" }, nil},
		{"before_birth", "V23", "V23", "incidents/{event}/when", "birth",
			func(r *referral.Referral) {
				r.Incidents[0].Victims = []referral.ID{r.People[3].ID}
				r.Incidents[0].When = said("2012")
			},
			func(r *referral.Referral) { r.Incidents[0].When = said("2013-12") }, nil},
		{"after_death", "V23", "Handbook 4.6", "history/HABIB/from", "death",
			func(r *referral.Referral) {
				r.People[4].StateSince = said("2009")
				r.History = append(r.History, referral.Activity{ID: "HABIB", Person: r.People[4].ID, From: said("2010-03")})
			},
			func(r *referral.Referral) { r.People[4].StateSince = said("2009/2011") }, nil},
		{"at_home_after_they_left", "V24", "Handbook 4.6", "incidents/{event}/when", "",
			func(r *referral.Referral) { r.Incidents[0].When = said("2024-01") },
			func(r *referral.Referral) { r.Incidents[0].Victims = []referral.ID{r.People[2].ID} }, nil},
		{"year_of_which_nothing_is_told", "V46", "Handbook 4.6", "claim/reason_fled", "year",
			func(r *referral.Referral) {
				set(&r.Claim.ReasonFled, "She was first named on air in 1998, and her home was searched twice after that.")
			},
			func(r *referral.Referral) {
				set(&r.Claim.ReasonFled, "She was first named on air in ۲۰۲۱, and her home was searched twice after that.")
			}, nil},
		{"came_before_they_left", "V46", "Handbook 4.6", "people/{laleh}/entry_date_asylum", "arrived",
			func(r *referral.Referral) { r.People[0].EntryDateAsylum = said("2022-12") },
			func(r *referral.Referral) { r.People[0].EntryDateAsylum = said("2022-12/2023-02") }, nil},
		{"here_before_they_came", "V46", "Handbook 4.6", "incidents/{asylum}/when", "asylum",
			func(r *referral.Referral) { r.Incidents[2].When = said("2022-06") },
			func(r *referral.Referral) { r.Incidents[2].When = said("2023") }, nil},
	})
}

func TestRules_of_dates_are_not_surer_than_what_was_said(t *testing.T) {
	keepQuiet(t, []quiet{
		{"a_month_is_no_first_of_January", "V20", func(r *referral.Referral) { r.People[3].BirthDate = said("2014-01") }, nil},
		{"estimated", "V20", func(r *referral.Referral) {
			r.People[3].BirthDate = said("2014-01-01")
			r.People[3].BirthDate.Value.Quality = referral.Estimated
		}, nil},
		{"month_and_day_either_way_round", "V21", func(r *referral.Referral) { r.Documents[3].DOBAsShown = "1383-10-02" }, nil},
		{"other_calendar", "V21", func(r *referral.Referral) { r.Documents[3].DOBAsShown = "29 APR 2004" }, nil},
		{"paper_without_day", "V21", func(r *referral.Referral) { r.Documents[3].DOBAsShown = "1383" }, nil},
		{"nothing_readable", "V21", func(r *referral.Referral) { r.Documents[3].DOBAsShown = "spring" }, nil},
		{"might_be_before_birth", "V23", func(r *referral.Referral) {
			r.Incidents[0].Victims = []referral.ID{r.People[3].ID}
			r.Incidents[0].When = said("2010/2015")
		}, nil},
		{"might_be_before_leaving", "V24", func(r *referral.Referral) { r.Incidents[0].When = said("2023") }, nil},
		{"story_without_years", "V46", func(r *referral.Referral) {
			set(&r.Claim.ReasonFled, "Men came to the house with a list of 24 names and 1400 leaflets.")
		}, nil},
	})
}

func inCalendar(edtf string, calendar referral.Code) referral.Answer[referral.FuzzyDate] {
	d := said(edtf)
	d.Value.Calendar = calendar
	return d
}
