package referral_test

import (
	"testing"
	"time"

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
		{"came_before_birth", "V23", "V23", "people/{mina}/entry_date_asylum", "birth",
			func(r *referral.Referral) { r.People[3].EntryDateAsylum = said("2013-11") },
			func(r *referral.Referral) { r.People[3].EntryDateAsylum = said("2013") }, nil},
		{"paper_from_before_birth", "V23", "V23", "documents/{passport}/issued", "birth",
			func(r *referral.Referral) { r.Documents[0].Issued = said("1981-09-22") },
			func(r *referral.Referral) { r.Documents[0].Issued = said("1981-09-23") }, nil},
		{"paper_of_two_unborn", "V23", "V23", "documents/{passport}/issued", "birth",
			func(r *referral.Referral) {
				r.Documents[0].Of = []referral.ID{r.People[0].ID, r.People[3].ID}
				r.Documents[0].Issued = said("1975")
			},
			func(r *referral.Referral) { r.Documents[0].Issued = said("2010") }, nil}, // the child was written into it
		{"history_from_before_birth", "V23", "V23", "history/H0/from", "birth",
			func(r *referral.Referral) { historyOf(r, 1, "1977/2026") },
			func(r *referral.Referral) { historyOf(r, 1, "1978/2026") }, nil},
		{"history_that_ended_before_birth", "V23", "V23", "history/H0/to", "birth",
			func(r *referral.Referral) {
				historyOf(r, 1, "1970/1977")
				blank(&r.History[len(r.History)-1].From)
			},
			func(r *referral.Referral) { r.History[len(r.History)-1].To = said("1978") }, nil},
		{"two_victims_unborn", "V23", "V23", "incidents/{event}/when", "birth",
			func(r *referral.Referral) {
				r.Incidents[0].Victims = []referral.ID{r.People[0].ID, r.People[2].ID, r.People[3].ID}
				r.Incidents[0].When = said("2003")
			},
			func(r *referral.Referral) { r.Incidents[0].When = said("2020") }, nil},
		{"at_home_after_they_left", "V24", "Handbook 4.6", "incidents/{event}/when", "",
			func(r *referral.Referral) { r.Incidents[0].When = said("2024-01") },
			func(r *referral.Referral) { r.Incidents[0].Victims = []referral.ID{r.People[2].ID} }, nil},
		{"at_home_and_more_than_a_judgment", "V24", "Handbook 4.6", "incidents/{event}/when", "",
			func(r *referral.Referral) {
				r.Incidents[0].When = said("2024-01")
				set(&r.Incidents[0].Types, []referral.Code{"LEG", "ARR"})
			},
			func(r *referral.Referral) { set(&r.Incidents[0].Types, []referral.Code{"LEG"}) }, nil},
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
		{"last_of_a_leap_year", "V20", func(r *referral.Referral) { // 30 Esfand 1391
			r.People[3].BirthDate = inCalendar("2013-03-20", referral.SolarHijri)
		}, nil},
		{"second_of_Farvardin", "V20", func(r *referral.Referral) { // 1375
			r.People[3].BirthDate = inCalendar("1996-03-21", referral.SolarHijri)
		}, nil},
		{"sixth_of_Pagume", "V20", func(r *referral.Referral) { // 2003
			r.People[3].BirthDate = inCalendar("2011-09-11", referral.Ethiopian)
		}, nil},
		{"second_of_Meskerem", "V20", func(r *referral.Referral) { // 2005
			r.People[3].BirthDate = inCalendar("2012-09-12", referral.Ethiopian)
		}, nil},
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
		{"paper_about_the_dead", "V23", func(r *referral.Referral) { r.Documents[8].Issued = said("2012") }, nil},
		{"birth_unknown", "V23", func(r *referral.Referral) {
			blank(&r.People[0].BirthDate)
			r.Documents[0].Issued, r.People[0].EntryDateAsylum = said("1960"), said("1960")
		}, nil},
		{"might_be_before_leaving", "V24", func(r *referral.Referral) { r.Incidents[0].When = said("2023") }, nil},
		{"judged_in_absence", "V24", func(r *referral.Referral) {
			r.Incidents[0].When = said("2024-01")
			set(&r.Incidents[0].Types, []referral.Code{"LEG", "CIT"})
		}, nil},
		{"closed_and_defamed_from_afar", "V24", func(r *referral.Referral) {
			r.Incidents[0].When = said("2024-01")
			set(&r.Incidents[0].Types, []referral.Code{"ORG", "SME", "DIG"})
		}, nil},
		{"nobody_of_the_case", "V24", func(r *referral.Referral) {
			r.Incidents[0].When, r.Incidents[0].Victims = said("2024-01"), nil
		}, nil},
		{"story_without_years", "V46", func(r *referral.Referral) {
			set(&r.Claim.ReasonFled, "Men came to the house with a list of 24 names and 1400 leaflets.")
		}, nil},
	})
}

// TestFirst_of_year_is_that_of_the_calendar tries each day about the new years
// of a century and a half. The leap years are those of the Iranian civil
// calendar; each year begins a day after the last of the one before it.
func TestFirst_of_year_is_that_of_the_calendar(t *testing.T) {
	leap := map[int]bool{}
	for _, year := range []int{
		1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370, 1375,
		1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436, 1441, 1445, 1449,
	} {
		leap[year] = true
	}
	day := time.Date(1921, 3, 21, 0, 0, 0, 0, time.UTC)
	for year := 1300; year <= 1450; year++ {
		beginsOn(t, day, referral.SolarHijri)
		day = day.AddDate(0, 0, 365)
		if leap[year] {
			day = day.AddDate(0, 0, 1)
		}
	}
	day = time.Date(1920, 9, 11, 0, 0, 0, 0, time.UTC)
	for year := 1913; year <= 2060; year++ {
		beginsOn(t, day, referral.Ethiopian)
		day = day.AddDate(0, 0, 365)
		if year%4 == 3 {
			day = day.AddDate(0, 0, 1)
		}
	}
}

// TestFirst_of_year_by_known_days: new years that almanacs name.
func TestFirst_of_year_by_known_days(t *testing.T) {
	for calendar, days := range map[referral.Code][]string{
		referral.SolarHijri: {"1926-03-22", "1979-03-21", "1996-03-20", "2012-03-20", "2013-03-21", "2021-03-21", "2024-03-20", "2025-03-21"},
		referral.Ethiopian:  {"1979-09-12", "1984-09-11", "2007-09-12", "2011-09-12", "2024-09-11", "2027-09-12"},
	} {
		for _, known := range days {
			day, err := time.Parse(time.DateOnly, known)
			if err != nil {
				t.Fatal(err)
			}
			beginsOn(t, day, calendar)
		}
	}
}

// beginsOn wants the rule to take that day for the first of a year, and none of
// the days beside it.
func beginsOn(t *testing.T, first time.Time, calendar referral.Code) {
	t.Helper()
	rule := referral.Rule{ID: "V20", Check: referral.CheckFirstOfYear, Severity: referral.Look}
	s := referral.Situation{Today: today, Set: referral.Requirements{Rules: []referral.Rule{rule}}}
	for _, off := range []int{-2, -1, 0, 1, 2} {
		day := first.AddDate(0, 0, off)
		r := &referral.Referral{People: []referral.Person{{ID: "P", BirthDate: inCalendar(day.Format(time.DateOnly), calendar)}}}
		if found := len(referral.Check(r, s).Findings) > 0; found != (off == 0) {
			t.Errorf("%s in %s: found %v", day.Format(time.DateOnly), calendar, found)
		}
	}
}

// TestStory_leaves_years_of_other_calendars: a year that is not ours is no
// contradiction, and the same year without a word about it is.
func TestStory_leaves_years_of_other_calendars(t *testing.T) {
	for text, want := range map[string]string{
		"They closed the paper in 1998 E.C. and came back.":       "",
		"They closed the paper in 1998 (Ethiopian calendar).":     "",
		"They closed the paper in 1998 Ethiopian.":                "",
		"From 1998 to 1999 E.C. she wrote under another name.":    "",
		"She wrote from 1998/1999 E.C. on.":                       "",
		"Born on 12/05/1997 EC, she taught.":                      "",
		"Le journal a fermé en 1998 (calendrier éthiopien).":      "",
		"The village burned in 1998 SH.":                          "",
		"The village burned in 1998 Solar Hijri.":                 "",
		"The village burned in 1998 AH, at night.":                "",
		"أغلقت الصحيفة سنة ١٩٩٨ بالتقويم الإثيوبي":                "",
		"روستا در سال ۱۹۹۸ هجری شمسی سوخت":                        "",
		"روستا در سال شمسی ۱۹۹۸ سوخت":                             "",
		"ጋዜጣው በ1998 ዓ.ም. ተዘጋ":                                     "",
		"ጋዜጣው እ.ኤ.አ. በ1998 ዓ.ም. ተዘጋ":                              "1998",
		"The village burned in 1998, she said.":                   "1998",
		"The village burned in 1998. AHMAD saw it.":               "1998",
		"The village burned in 1998 ECHOING.":                     "1998",
		"روستا در سال ۱۹۹۸ سوخت":                                  "1998",
		"In 1998 E.C. they came, and in 1997 they came for good.": "1997",
	} {
		r := family(t).Referral
		set(&r.Claim.ReasonFled, text)
		got := ""
		for _, f := range foundBy(r, referral.Situation{Today: today, Set: hrd(t)}, "V46", "claim/reason_fled") {
			got = f.Args["year"]
		}
		if got != want {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}

func inCalendar(edtf string, calendar referral.Code) referral.Answer[referral.FuzzyDate] {
	d := said(edtf)
	d.Value.Calendar = calendar
	return d
}
