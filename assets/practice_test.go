package assets_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"harbour/app/referral"
	"harbour/assets"
)

// The days on which the invented cases are as their notes say: the one of the
// tests everywhere, and one eight months later, when clocks have moved on.
var (
	today = time.Date(2026, 3, 19, 0, 0, 0, 0, time.UTC)
	later = time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
)

// cases say what each case is there to show: the rules whose findings stand
// open, those that come with open compartments, and those that time brings.
var cases = []struct {
	name          string
	ready         bool
	members       int
	blocks, looks int
	open          string
	inside        string
	later         string
}{
	{name: "one-in-hiding.json", ready: true, members: 1},
	{name: "family-of-four.json", ready: true, members: 4, later: "V29.turned V31"},
	{name: "not-ready.json", members: 4, blocks: 20, looks: 10},
	{name: "family-of-seven.json", ready: true, members: 7, later: "V29"},
	{name: "couple-apart.json", ready: true, members: 2},
	{name: "defender-convicted.json", ready: true, members: 3},
	{name: "aunt-with-niece.json", ready: true, members: 1},
	{name: "niece-own-case.json", members: 1, blocks: 2, open: "V06 V10"},
	{name: "stateless.json", ready: true, members: 3},
	{name: "one-name.json", members: 1, blocks: 1, looks: 3, open: "V14 V32 V41 case.linked", inside: "V43"},
	{name: "ethiopian-dates.json", ready: true, members: 3, looks: 2, open: "V20 V40", inside: "V35"},
	{name: "solar-hijri-dates.json", ready: true, members: 3},
}

func TestPracticeCases(t *testing.T) {
	if n := len(practice(t)); n != len(cases) {
		t.Errorf("got %d cases, want %d", n, len(cases))
	}
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			c := practice(t)[tt.name]
			report := check(t, c, today, false)
			if report.Ready != tt.ready || report.Blocks() != tt.blocks || report.Looks() != tt.looks {
				t.Errorf("got ready %v with %d blocks, %d looks, want %v, %d, %d",
					report.Ready, report.Blocks(), report.Looks(), tt.ready, tt.blocks, tt.looks)
			}
			for _, f := range report.Findings {
				if strings.Contains(f.Title+f.Why, "{") {
					t.Errorf("%s leaves a placeholder open: %s", f.Rule, f.Title)
				}
			}
			if n := len(c.Referral.Members()); n != tt.members {
				t.Errorf("got %d members, want %d", n, tt.members)
			}
		})
	}
}

// Which rule a case shows is no accident: it shows that one and no other.
func TestPracticeCasesShowTheirRules(t *testing.T) {
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			c := practice(t)[tt.name]
			closed := rules(check(t, c, today, false))
			if got := strings.Join(closed, " "); got != tt.open && tt.name != "not-ready.json" {
				t.Errorf("open are %q, want %q", got, tt.open)
			}
			if got := added(rules(check(t, c, today, true)), closed); got != tt.inside {
				t.Errorf("with open compartments come %q, want %q", got, tt.inside)
			}
			after := check(t, c, later, false)
			if got := added(rules(after), closed); got != tt.later {
				t.Errorf("with time come %q, want %q", got, tt.later)
			}
			if after.Ready != tt.ready {
				t.Errorf("later ready is %v, want %v", after.Ready, tt.ready)
			}
		})
	}
}

// The family is there to show scripts and calendars: none may get lost.
func TestPracticeFamilyShowsScriptsAndCalendars(t *testing.T) {
	c := practice(t)["family-of-four.json"]
	scripts, calendars, countries := map[string]bool{}, map[referral.Code]bool{}, map[referral.Code]bool{}
	for _, p := range c.Referral.People {
		for _, n := range p.Names {
			scripts[n.Script] = true
		}
		calendars[p.BirthDate.Get().Calendar] = true
		countries[p.CurrentCountry.Get()] = p.CurrentCountry.Given()
	}
	for _, s := range []string{"Latn", "Arab", "Cyrl"} {
		if !scripts[s] {
			t.Errorf("no name in %s", s)
		}
	}
	for _, cal := range []referral.Code{referral.SolarHijri, referral.IslamicLunar, referral.Gregorian} {
		if !calendars[cal] {
			t.Errorf("no date of birth in %s", cal)
		}
	}
	if !countries["KEN"] || !countries["TJK"] {
		t.Error("not over two countries")
	}
}

// Together the cases show the scripts and the ways of life that the program is
// made for.
func TestPracticeShowsScripts(t *testing.T) {
	scripts := map[string]bool{}
	for _, c := range practice(t) {
		for _, p := range c.Referral.People {
			for _, n := range p.Names {
				scripts[n.Script] = true
			}
		}
	}
	for _, s := range []string{"Latn", "Arab", "Cyrl", "Ethi", "Mymr", "Hans"} {
		if !scripts[s] {
			t.Errorf("no name in %s", s)
		}
	}
}

func TestPracticePapers(t *testing.T) {
	for name, raw := range files(t, assets.Practice(), "*.[pt][nx][gt]") {
		if len(raw) == 0 || len(raw) > 60_000 {
			t.Errorf("%s has %d bytes", name, len(raw))
		}
	}
}

func practice(t testing.TB) map[string]referral.Case {
	t.Helper()
	cases := map[string]referral.Case{}
	for name, raw := range files(t, assets.Practice(), "*.json") {
		var c referral.Case
		d := json.NewDecoder(bytes.NewReader(raw))
		d.DisallowUnknownFields() // a slip of the pen would otherwise be an unknown member
		if err := d.Decode(&c); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if c.Schema != "case/1" || c.Referral == nil {
			t.Fatalf("%s is not a case/1", name)
		}
		cases[name] = c
	}
	return cases
}

func check(t testing.TB, c referral.Case, day time.Time, open bool) referral.Report {
	t.Helper()
	set, ok := book(t).SetFor(c.Referral.Pathway.Get())
	if !ok {
		t.Fatal("no requirement set")
	}
	s := referral.Situation{Today: day, Set: set, Recipient: &referral.Recipient{Role: "office", Verified: true}}
	if open {
		s.Contacts, s.Screening = c.SafeContacts, c.Screening
	}
	return referral.Check(c.Referral, s)
}

// rules are those with a finding that nobody explained, sorted.
func rules(report referral.Report) []string {
	var all []string
	for _, f := range report.Findings {
		if f.State != referral.Explained {
			all = append(all, f.Rule)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// added are the rules that were not there before.
func added(now, before []string) string {
	return strings.Join(slices.DeleteFunc(now, func(rule string) bool { return slices.Contains(before, rule) }), " ")
}
