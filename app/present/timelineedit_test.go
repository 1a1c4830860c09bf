package present_test

import (
	"context"
	"io/fs"
	"slices"
	"testing"

	"harbour/app/present"
	"harbour/app/referral"
	"harbour/assets"
)

// timelineEditor opens a practice case.
func timelineEditor(t *testing.T, name string) *present.Editor {
	t.Helper()
	d := editorDesk(t)
	content, err := fs.ReadFile(assets.Practice(), name)
	if err != nil {
		t.Fatal(err)
	}
	c, err := d.Take(context.Background(), content)
	if err != nil {
		t.Fatal(err)
	}
	return openEditor(t, d, c.ID)
}

func TestEditor_timeline_of_a_case(t *testing.T) {
	e := timelineEditor(t, "one-in-hiding.json")
	line := e.Timeline("")
	people := e.TimelinePeople()
	if len(people) == 0 || people[0].Key != line.Person {
		t.Fatalf("people: %+v", people)
	}
	dated := 0
	for _, lane := range line.Lanes {
		dated += len(lane.Items)
	}
	if dated == 0 {
		t.Error("nothing is drawn")
	}
	if other := e.Timeline("nobody"); other.Person != line.Person {
		t.Error("an unknown person has a timeline")
	}
}

func TestEditor_adds_from_a_gap(t *testing.T) {
	gap := present.TimeSpot{From: dayOf("2022-12-08"), Until: dayOf("2023-01-13"), Gap: true}
	year := present.TimeSpot{From: dayOf("2019-01-01"), Until: dayOf("2019-12-31")}
	month := present.TimeSpot{From: dayOf("2019-02-01"), Until: dayOf("2019-02-28")}
	for name, tt := range map[string]struct {
		kind    string
		at      present.TimeSpot
		section string
		dates   map[string]string
	}{
		"address_in_a_gap":  {"address", gap, "history", map[string]string{"from": "2022-12-08?", "to": "2023-01-13?"}},
		"incident_in_a_gap": {present.TimeIncident, gap, "events", map[string]string{"when": "2022-12-08?/2023-01-13?"}},
		"work_in_a_year":    {"work", year, "history", map[string]string{"from": "2019?", "to": ""}},
		"court_in_a_month":  {present.TimeProceeding, month, "proceedings", map[string]string{"when": "2019-02?"}},
		"no_time":           {"travel", present.TimeSpot{}, "history", map[string]string{"from": "", "to": ""}},
	} {
		t.Run(name, func(t *testing.T) {
			e := timelineEditor(t, "one-in-hiding.json")
			person := e.TimelinePeople()[0].Key
			section, path := e.AddAtTime(tt.kind, person, tt.at)
			if section != tt.section || e.Section() != section || e.View().Element != path {
				t.Fatalf("added %s in %s, open is %s", path, section, e.View().Element)
			}
			for member, want := range tt.dates {
				f, ok := e.FieldAt(path + "/" + member)
				if !ok || f.Value != want {
					t.Errorf("%s: got %q, want %q", member, f.Value, want)
				}
				if want != "" && (f.Date.Quality != string(referral.Estimated) || f.Date.Early.IsZero()) {
					t.Errorf("%s is taken for a fact: %+v", member, f.Date)
				}
			}
		})
	}
}

func TestEditor_adds_to_another_person(t *testing.T) {
	e := timelineEditor(t, "family-of-four.json")
	people := e.TimelinePeople()
	if len(people) < 2 {
		t.Fatalf("people: %+v", people)
	}
	other := people[1].Key
	_, path := e.AddAtTime(present.TimeIncident, other, present.TimeSpot{})
	f, _ := e.FieldAt(path + "/victims")
	if !slices.Equal(f.Chosen, []string{other}) {
		t.Errorf("the event is of %v", f.Chosen)
	}
	_, path = e.AddAtTime("study", other, present.TimeSpot{})
	if e.TimelineOwner(path+"/from") != other || e.TimelineOwner("history") != "" {
		t.Error("whose the activity is was lost")
	}
	if line := e.Timeline(other); len(line.Undated) < 2 {
		t.Errorf("without a date: %+v", line.Undated)
	}
}

func TestEditor_offers_the_kinds_of_the_lane_first(t *testing.T) {
	e := timelineEditor(t, "one-in-hiding.json")
	for lane, want := range map[string][]string{
		present.LaneAddress:     {"address", "incident"},
		present.LaneWork:        {"work", "study", "incident"},
		present.LaneDetention:   {"detention", "hiding", "incident"},
		present.LaneProceedings: {"proceeding", "incident"},
	} {
		got := e.TimelineKinds(lane)
		if len(got) != 8 || !slices.Equal(got[:len(want)], want) {
			t.Errorf("%s: %v", lane, got)
		}
	}
}
