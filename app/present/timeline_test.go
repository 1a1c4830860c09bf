package present_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"harbour/app/present"
	"harbour/app/referral"
)

func dayOf(text string) time.Time {
	if text == "" {
		return time.Time{}
	}
	at, _ := referral.Day(text).Time()
	return at
}

func saidOn(edtf string) referral.Answer[referral.FuzzyDate] {
	if edtf == "" {
		return referral.Answer[referral.FuzzyDate]{}
	}
	return referral.Given(referral.FuzzyDate{OriginalText: edtf, EDTF: edtf})
}

// timelineOf draws what is in a referral of one person, with codes for words.
func timelineOf(r *referral.Referral, findings ...referral.Finding) present.Timeline {
	return present.NewTimeline(present.TimelineSource{
		Referral: r, Person: r.PrincipalPersonID, Today: editorDay, Findings: findings, GapRules: []string{"V32"},
		Label: func(_ string, code referral.Code) string { return string(code) },
	})
}

func oneWith(a referral.Activity) *referral.Referral {
	r := referral.Referral{PrincipalPersonID: "P", People: []referral.Person{{ID: "P"}}}
	a.ID, a.Person = "A", "P"
	r.History = []referral.Activity{a}
	return &r
}

func TestNewTimeline_stretches(t *testing.T) {
	for name, tt := range map[string]struct {
		from, to                  string
		ongoing                   bool
		early, late, sure, surely string
	}{
		"exact":         {"2019-03-01", "2020-05-31", false, "2019-03-01", "2020-05-31", "2019-03-01", "2020-05-31"},
		"fuzzy_ends":    {"2019", "2020-12", false, "2019-01-01", "2020-12-31", "2019-12-31", "2020-12-01"},
		"never_sure":    {"2019", "2019", false, "2019-01-01", "2019-12-31", "", ""},
		"ongoing":       {"2021-02", "", true, "2021-02-01", "2026-03-19", "2021-02-28", "2026-03-19"},
		"no_end":        {"2021-02", "", false, "2021-02-01", "2026-03-19", "", ""},
		"no_start":      {"", "2021-02", false, "", "2021-02-28", "", ""},
		"wrong_way":     {"2021", "2019", false, "2019-12-31", "2021-01-01", "", ""},
		"open_start":    {"../2010", "2012", false, "", "2012-12-31", "2010-12-31", "2012-01-01"},
		"in_the_future": {"2040", "", true, "2026-03-19", "2040-01-01", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			line := timelineOf(oneWith(referral.Activity{Kind: referral.ActivityWork, From: saidOn(tt.from), To: saidOn(tt.to), Ongoing: tt.ongoing}))
			items := line.Lanes[1].Items
			if len(items) != 1 || line.Lanes[1].Key != present.LaneWork {
				t.Fatalf("lanes: %+v", line.Lanes)
			}
			got := [4]time.Time{items[0].Early, items[0].Late, items[0].SureFrom, items[0].SureUntil}
			want := [4]time.Time{dayOf(tt.early), dayOf(tt.late), dayOf(tt.sure), dayOf(tt.surely)}
			if got != want {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

func TestNewTimeline_lanes(t *testing.T) {
	for kind, lane := range map[referral.Code]string{
		"": present.LaneAddress, referral.ActivityAddress: present.LaneAddress, referral.ActivityStudy: present.LaneWork,
		referral.ActivityMilitary: present.LaneWork, referral.ActivityDetention: present.LaneDetention,
		referral.ActivityHiding: present.LaneDetention, referral.ActivityTravel: present.LaneMoves, "other": present.LaneWork,
	} {
		line := timelineOf(oneWith(referral.Activity{Kind: kind, From: saidOn("2020")}))
		for _, l := range line.Lanes {
			if (len(l.Items) == 1) != (l.Key == lane) {
				t.Errorf("%s: %d in %s", kind, len(l.Items), l.Key)
			}
		}
	}
}

func TestNewTimeline_whose(t *testing.T) {
	r := referral.Referral{
		PrincipalPersonID: "P", People: []referral.Person{{ID: "P"}, {ID: "Q"}},
		History: []referral.Activity{{ID: "1", Person: "P", From: saidOn("2020")}, {ID: "2", Person: "Q", From: saidOn("2020")}, {ID: "3", From: saidOn("2020")}},
		Incidents: []referral.Incident{
			{ID: "1", When: saidOn("2020")}, {ID: "2", Victims: []referral.ID{"Q"}, When: saidOn("2020")},
		},
		Proceedings: []referral.Proceeding{{ID: "1", Person: "Q"}},
	}
	for person, want := range map[referral.ID][]string{
		"P": {"history/1", "history/3", "incidents/1", "incidents/2"},
		"Q": {"history/2", "incidents/2", "proceedings/1"},
	} {
		line := present.NewTimeline(present.TimelineSource{Referral: &r, Person: person, Today: editorDay, Label: func(string, referral.Code) string { return "" }})
		if got := pathsIn(line); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", person, got, want)
		}
	}
}

// pathsIn lists all items, sorted.
func pathsIn(line present.Timeline) []string {
	var all []string
	for _, lane := range line.Lanes {
		for _, item := range lane.Items {
			all = append(all, item.Path)
		}
	}
	for _, item := range line.Undated {
		all = append(all, item.Path)
	}
	slices.Sort(all)
	return all
}

func TestNewTimeline_courts(t *testing.T) {
	r := referral.Referral{PrincipalPersonID: "P", People: []referral.Person{{ID: "P", EntryDateAsylum: saidOn("2022-09"), CurrentCountry: referral.Given(referral.Code("KEN"))}}}
	r.Proceedings = []referral.Proceeding{
		{ID: "1", Person: "P", Kind: referral.Given(referral.Code("summons")), When: saidOn("2020-09-30")},
		{ID: "2", Person: "P", Kind: referral.Given(referral.Code("charge")), When: saidOn("2021-02"), CurrentStatus: referral.Given(referral.Code("open")),
			DetainedFrom: saidOn("2021-03-01"), DetainedTo: saidOn("2021-03-09")},
	}
	line := timelineOf(&r)
	courts, held, moves := line.Lanes[5].Items, line.Lanes[2].Items, line.Lanes[3].Items
	if len(courts) != 2 || courts[0].Shape != present.TimeSquare || courts[1].Shape != present.TimeBar || !courts[1].Late.Equal(line.Today) {
		t.Errorf("courts: %+v", courts)
	}
	if len(held) != 1 || held[0].Path != "proceedings/2/detained_from" || held[0].SureUntil != dayOf("2021-03-09") {
		t.Errorf("detention: %+v", held)
	}
	if len(moves) != 1 || moves[0].Name.Key != "timeline.entry" || moves[0].Section != "people" {
		t.Errorf("moves: %+v", moves)
	}
	if got := line.InSection("proceedings"); len(got) != 2 {
		t.Errorf("list of proceedings: %+v", got)
	}
}

func TestNewTimeline_keeps_what_must_not_show(t *testing.T) {
	r := referral.Referral{PrincipalPersonID: "P", People: []referral.Person{{ID: "P"}}}
	r.Incidents = []referral.Incident{{ID: "1", Types: referral.Given([]referral.Code{"SXV"}), When: saidOn("2020")}}
	r.History = []referral.Activity{{ID: "1", Person: "P", Kind: referral.ActivityHiding, Place: referral.Given("the blue house"), From: saidOn("2020")}}
	line := timelineOf(&r)
	if got := line.Lanes[4].Items[0]; got.Title != "" || got.Name.Key != "timeline.unnamed.events" {
		t.Errorf("discreet event: %+v", got)
	}
	if got := line.Lanes[2].Items[0].Title; got != "hiding" {
		t.Errorf("hiding: %q", got)
	}
}

func TestNewTimeline_gaps(t *testing.T) {
	r := oneWith(referral.Activity{Kind: referral.ActivityAddress, From: saidOn("2020")})
	r.People = append(r.People, referral.Person{ID: "Q"})
	at := func(path string) referral.Finding {
		return referral.Finding{Rule: "V32", Path: path, Args: map[string]string{"from": "2021-01-01", "to": "2021-02-06", "days": "37"}}
	}
	explained := at("history/A/to")
	explained.State = referral.Explained
	broken := at("people/P")
	broken.Args = nil
	other := at("people/P")
	other.Rule = "V33"
	line := timelineOf(r, at("people/P"), explained, at("people/Q"), broken, other)
	want := present.TimeGap{From: dayOf("2021-01-01"), Until: dayOf("2021-02-06"), Days: 37}
	if len(line.Gaps) != 2 || line.Gaps[0] != want || !line.Gaps[1].Explained {
		t.Errorf("got %+v", line.Gaps)
	}
}

func TestNewTimeline_bounds(t *testing.T) {
	for name, tt := range map[string]struct{ from, to, first, last string }{
		"ten_years": {"2024", "2025", "2016-03-19", "2026-03-19"},
		"longer":    {"2001-05-01", "2025", "2001-05-01", "2026-03-19"},
		"absurd":    {"1000", "9999", "1906-03-19", "2031-03-19"},
	} {
		line := timelineOf(oneWith(referral.Activity{From: saidOn(tt.from), To: saidOn(tt.to)}))
		if line.First != dayOf(tt.first) || line.Last != dayOf(tt.last) {
			t.Errorf("%s: %v to %v", name, line.First, line.Last)
		}
	}
}

// TestNewTimeline_takes_each_once draws random histories, hostile ones too.
func TestNewTimeline_takes_each_once(t *testing.T) {
	for seed := range uint64(60) {
		size := 40
		if seed == 0 {
			size = 10_000
		}
		r := randomYears(rand.New(rand.NewPCG(seed, 1)), size)
		line := timelineOf(r)
		var want []string
		for _, a := range r.History {
			want = append(want, "history/"+string(a.ID))
		}
		for _, in := range r.Incidents {
			want = append(want, "incidents/"+string(in.ID))
		}
		slices.Sort(want)
		if got := pathsIn(line); !slices.Equal(got, want) {
			t.Fatalf("seed %d: %d items drawn of %d", seed, len(got), len(want))
		}
		if !reflect.DeepEqual(line, timelineOf(r)) {
			t.Fatalf("seed %d: drawn another way the second time", seed)
		}
		for _, item := range line.Undated {
			if item.Dated() {
				t.Errorf("seed %d: dated, yet in the list of what is not", seed)
			}
		}
	}
}

var someDates = []string{"", "2019", "2020-02", "2020-02-29", "201X", "../2015", "2021/..", "1000", "9999", "2018-21", "2022-05-01/2022-06", "not a date"}

func randomYears(random *rand.Rand, size int) *referral.Referral {
	pick := func() referral.Answer[referral.FuzzyDate] { return saidOn(someDates[random.IntN(len(someDates))]) }
	kinds := []referral.Code{"", referral.ActivityAddress, referral.ActivityWork, referral.ActivityTravel, referral.ActivityHiding, "new"}
	r := referral.Referral{PrincipalPersonID: "P", People: []referral.Person{{ID: "P"}}}
	for i := range size {
		id := referral.ID(fmt.Sprintf("%06d", i))
		r.History = append(r.History, referral.Activity{ID: id, Person: "P", Kind: kinds[random.IntN(len(kinds))], From: pick(), To: pick(), Ongoing: random.IntN(3) == 0})
		r.Incidents = append(r.Incidents, referral.Incident{ID: id, When: pick()})
	}
	return &r
}

func BenchmarkNewTimeline(b *testing.B) {
	r := randomYears(rand.New(rand.NewPCG(1, 1)), 250) // 500 items
	for b.Loop() {
		timelineOf(r)
	}
}

func TestTimelineTicks(t *testing.T) {
	for name, tt := range map[string]struct {
		from, until string
		perDay      float64
		count       int
		first       string
		months      bool
	}{
		"years":    {"2016-03-19", "2026-03-19", 0.2, 10, "2017-01-01", false},
		"decades":  {"1906-03-19", "2026-03-19", 0.017, 12, "1910-01-01", false},
		"quarters": {"2025-03-19", "2026-03-19", 1, 4, "2025-04-01", true},
		"months":   {"2025-03-19", "2026-03-19", 3, 12, "2025-04-01", true},
		"nothing":  {"2025-03-19", "2026-03-19", 0, 0, "", false},
		"backward": {"2026-03-19", "2025-03-19", 1, 0, "", false},
	} {
		got := present.TimelineTicks(dayOf(tt.from), dayOf(tt.until), tt.perDay)
		if len(got) != tt.count {
			t.Errorf("%s: %d marks: %v", name, len(got), got)
			continue
		}
		if tt.count > 0 && (got[0].At != dayOf(tt.first) || got[0].Month != tt.months) {
			t.Errorf("%s: begins with %+v", name, got[0])
		}
	}
	if got := present.TimelineTicks(dayOf("1000-01-01"), dayOf("9999-01-01"), 20); len(got) > 1000 {
		t.Errorf("%d marks", len(got))
	}
}

// The second calendar is the one in which most was said; those whose years are
// not reckoned do not count.
func TestNewTimeline_second_calendar(t *testing.T) {
	said := func(calendar referral.Code) referral.Answer[referral.FuzzyDate] {
		return referral.Given(referral.FuzzyDate{OriginalText: "?", Calendar: calendar, EDTF: "2012"})
	}
	for want, from := range map[referral.Code]referral.Code{
		"": referral.Gregorian, referral.SolarHijri: referral.SolarHijri, referral.Ethiopian: referral.Ethiopian,
	} {
		r := oneWith(referral.Activity{From: said(from), To: said(referral.IslamicLunar)})
		if got := timelineOf(r); got.Second != string(want) || got.Name != string(want) {
			t.Errorf("%s: got %q, %q", from, got.Second, got.Name)
		}
	}
	r := oneWith(referral.Activity{From: said(referral.Ethiopian)})
	for _, id := range []referral.ID{"I", "J"} {
		r.Incidents = append(r.Incidents, referral.Incident{ID: id, When: said(referral.SolarHijri)})
	}
	if got := timelineOf(r); got.Second != string(referral.SolarHijri) {
		t.Errorf("one against two: %q", got.Second)
	}
	r.Proceedings = []referral.Proceeding{{ID: "C", Person: "P", When: said(referral.Ethiopian), DetainedFrom: said(referral.Ethiopian)}}
	if got := timelineOf(r); got.Second != string(referral.Ethiopian) {
		t.Errorf("with a court and a prison: %q", got.Second)
	}
}

func TestTimelineYears(t *testing.T) {
	from, until := dayOf("2019-01-01"), dayOf("2021-12-31")
	for _, tt := range []struct {
		calendar string
		perDay   float64
		want     string
	}{
		{"solar_hijri", 1, "2019-03-21 ۱۳۹۸, 2020-03-20 ۱۳۹۹, 2021-03-21 ۱۴۰۰"},
		{"solar_hijri", 0.03, "2021-03-21 ۱۴۰۰"},
		{"ethiopian", 1, "2019-09-12 2012, 2020-09-11 2013, 2021-09-11 2014"},
		{"islamic_lunar", 1, ""}, {"gregorian", 1, ""}, {"", 1, ""}, {"ethiopian", 0, ""},
	} {
		var got []string
		for _, y := range present.TimelineYears(tt.calendar, from, until, tt.perDay) {
			got = append(got, y.At.Format(time.DateOnly)+" "+y.Words)
		}
		if text := strings.Join(got, ", "); text != tt.want {
			t.Errorf("%s at %v: %s", tt.calendar, tt.perDay, text)
		}
	}
}
