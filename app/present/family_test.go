package present_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"harbour/app/present"
	"harbour/app/referral"
	"harbour/assets"
)

// kinOf is a family in few words: each person a line of id, relation, country,
// city and parents.
type kinOf struct {
	id, relation, country, city string
	parents                     []string
}

func familyOf(people []kinOf, unions ...[3]string) *referral.Referral {
	r := &referral.Referral{PrincipalPersonID: "lead"}
	for _, k := range people {
		p := referral.Person{ID: referral.ID(k.id), CaseRole: referral.RoleAccompanying, Names: []referral.Name{{ID: "n", Full: k.id}}}
		if k.relation != "" {
			p.RelationshipToPA = referral.Given(referral.Code(k.relation))
		}
		if k.country != "" {
			p.CurrentCountry = referral.Given(referral.Code(k.country))
		}
		if k.city != "" {
			p.CityArea = referral.Given(k.city)
		}
		for _, parent := range k.parents {
			p.Parents = append(p.Parents, referral.Parent{Person: referral.ID(parent), Kind: "biological"})
		}
		r.People = append(r.People, p)
	}
	for i, u := range unions {
		r.Unions = append(r.Unions, referral.Union{ID: referral.ID(fmt.Sprint("u", i)), A: referral.ID(u[0]), B: referral.ID(u[1]), Kind: referral.Code(u[2])})
	}
	return r
}

func lay(r *referral.Referral) present.Family {
	return present.LayOutFamily(r, present.FamilyWith{Today: editorDay})
}

func TestLayOutFamily(t *testing.T) {
	type spot struct {
		place, row int
		x          float32
	}
	tests := []struct {
		name    string
		family  *referral.Referral
		want    map[string]spot
		couples int
		descent [][2][]string
	}{
		{
			"three places, a remarriage and a half sister", familyOf([]kinOf{
				{"lead", "self", "KEN", "Nairobi", []string{"maryam", "habib"}},
				{"daud", "spouse", "AFG", "Herat", nil},
				{"sohrab", "child_biological", "KEN", "Nairobi", []string{"lead", "daud"}},
				{"mina", "child_biological", "KEN", "Nairobi", []string{"lead", "daud"}},
				{"arash", "child_biological", "KEN", "Nairobi", []string{"lead", "daud"}},
				{"maryam", "parent", "KEN", "Nairobi", nil},
				{"habib", "parent", "AFG", "Herat", nil},
				{"zohra", "step_child", "IRN", "Mashhad", []string{"daud"}},
			}, [3]string{"lead", "daud", "married"}, [3]string{"maryam", "habib", "widowed"}),
			map[string]spot{
				"maryam": {0, 0, 1}, "habib": {1, 0, 0}, "lead": {0, 1, 1}, "daud": {1, 1, 0},
				"sohrab": {0, 2, 0}, "mina": {0, 2, 1}, "arash": {0, 2, 2}, "zohra": {2, 2, 0},
			}, 2,
			[][2][]string{{{"maryam", "habib"}, {"lead"}}, {{"lead", "daud"}, {"sohrab", "mina", "arash"}}, {{"daud"}, {"zohra"}}},
		},
		{
			"former left, present right, children under each", familyOf([]kinOf{
				{"lead", "self", "UGA", "", nil}, {"now", "spouse", "UGA", "", nil}, {"before", "former_spouse", "UGA", "", nil},
				{"old", "child_biological", "UGA", "", []string{"lead", "before"}},
				{"new", "child_biological", "UGA", "", []string{"lead", "now"}},
			}, [3]string{"lead", "now", "married"}, [3]string{"lead", "before", "divorced"}),
			map[string]spot{
				"before": {0, 0, 0}, "lead": {0, 0, 1.25}, "now": {0, 0, 2.5}, "old": {0, 1, 0.625}, "new": {0, 1, 1.875},
			}, 2, nil,
		},
		{
			"nobody in between, a row of their own, a place not known", familyOf([]kinOf{
				{"lead", "self", "UGA", "Kampala", nil}, {"nanny", "other", "UGA", "Gulu", nil}, {"aunt", "aunt_uncle", "", "", nil},
			}),
			map[string]spot{"lead": {0, 1, 0}, "nanny": {1, 2, 0}, "aunt": {2, 0, 0}}, 0, nil,
		},
		{
			"parents without a union are joined without one", familyOf([]kinOf{
				{"lead", "self", "", "", nil}, {"other", "", "", "", nil}, {"child", "child_biological", "", "", []string{"lead", "other"}},
			}),
			map[string]spot{"lead": {0, 0, 0}, "other": {0, 0, 1}, "child": {0, 1, 0.5}}, 1,
			[][2][]string{{{"lead", "other"}, {"child"}}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := lay(tt.family)
			for _, p := range f.People {
				if got := (spot{p.Place, p.Row, p.X}); got != tt.want[p.ID] {
					t.Errorf("%s: got %v, want %v", p.ID, got, tt.want[p.ID])
				}
			}
			if len(f.Couples) != tt.couples {
				t.Errorf("couples: %v", f.Couples)
			}
			for i, d := range tt.descent {
				if i >= len(f.Descents) {
					t.Fatalf("descents: %v", f.Descents)
				}
				if got := f.Descents[i]; !reflect.DeepEqual(got.Parents, d[0]) || !reflect.DeepEqual(got.Children, d[1]) {
					t.Errorf("descent %d: %v", i, got)
				}
			}
		})
	}
}

// TestLayOutFamily_any holds for any links, hostile ones too: everybody once,
// nobody over another, the same each time, and the arrows reach all.
func TestLayOutFamily_any(t *testing.T) {
	for seed := range uint64(400) {
		r := anyFamily(rand.New(rand.NewPCG(seed, 4)), 1+int(seed)%40)
		f := lay(r)
		checkFamily(t, seed, r, f)
		if again := lay(r); !reflect.DeepEqual(f, again) {
			t.Fatalf("seed %d: another picture for the same family", seed)
		}
		if t.Failed() {
			return
		}
	}
}

func checkFamily(t *testing.T, seed uint64, r *referral.Referral, f present.Family) {
	t.Helper()
	ids := map[referral.ID]bool{}
	for _, p := range r.People {
		ids[p.ID] = true
	}
	seen := map[string]present.FamilyPerson{}
	for _, p := range f.People {
		if _, twice := seen[p.ID]; twice || !ids[referral.ID(p.ID)] {
			t.Errorf("seed %d: %s stands twice, or is nobody", seed, p.ID)
		}
		for _, q := range seen {
			if q.Place == p.Place && q.Row == p.Row && q.X-p.X < 1 && p.X-q.X < 1 {
				t.Errorf("seed %d: %s at %v lies over %s at %v", seed, p.ID, p.X, q.ID, q.X)
			}
		}
		seen[p.ID] = p
		if p.X < 0 || p.X+1 > f.Places[p.Place].Width || p.Row < 0 || p.Row >= f.Rows {
			t.Errorf("seed %d: %s at %d, %v is outside", seed, p.ID, p.Row, p.X)
		}
	}
	if len(seen) != len(ids) {
		t.Errorf("seed %d: %d of %d people", seed, len(seen), len(ids))
	}
	reached := map[string]bool{}
	for queue := []string{f.People[0].ID}; len(queue) > 0; queue = queue[1:] {
		p := seen[queue[0]]
		for _, next := range []string{p.Up, p.Down, p.Before, p.After} {
			if next != "" && !reached[next] {
				reached[next] = true
				queue = append(queue, next)
			}
		}
	}
	if len(reached) != len(seen) && len(seen) > 1 {
		t.Errorf("seed %d: the arrows reach %d of %d", seed, len(reached), len(seen))
	}
}

// anyFamily is a family without sense: links to oneself, to nobody, in circles.
func anyFamily(rnd *rand.Rand, n int) *referral.Referral {
	relations := []string{"self", "spouse", "child_biological", "parent", "grandparent", "sibling", "other", "", "former_spouse", "grandchild", "zzz"}
	places := []string{"", "Nairobi", "nairobi ", "Herat", "Mashhad"}
	id := func() string { return fmt.Sprint("p", rnd.IntN(n+2)) }
	var people []kinOf
	for i := range n {
		k := kinOf{id: fmt.Sprint("p", i), relation: relations[rnd.IntN(len(relations))], city: places[rnd.IntN(len(places))]}
		if rnd.IntN(8) == 0 {
			k.id = id()
		}
		for range rnd.IntN(4) {
			k.parents = append(k.parents, id())
		}
		people = append(people, k)
	}
	var unions [][3]string
	for range rnd.IntN(n + 1) {
		unions = append(unions, [3]string{id(), id(), []string{"married", "divorced", ""}[rnd.IntN(3)]})
	}
	r := familyOf(people, unions...)
	r.PrincipalPersonID = referral.ID(id())
	return r
}

func TestLayOutFamily_nobody(t *testing.T) {
	if f := lay(&referral.Referral{}); len(f.People) != 0 || f.Rows != 0 {
		t.Errorf("%+v", f)
	}
}

func practiceReferral(t testing.TB, name string) *referral.Referral {
	t.Helper()
	raw, err := fs.ReadFile(assets.Practice(), name)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Referral referral.Referral `json:"referral"`
	}
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	return &doc.Referral
}

func TestFamily_says_how_each_is(t *testing.T) {
	r := practiceReferral(t, "family-of-four.json")
	f := lay(r)
	want := map[string][3]string{
		"Laleh":  {"family.rel.self", present.StateTravels, string(present.InCase)},
		"Yusuf":  {"family.rel.spouse_male", present.StateTravels, string(present.InCase)},
		"Sohrab": {"family.rel.child_male", present.StateClock, string(present.Named)},
		"Mina":   {"family.rel.child_female", present.StateTravels, string(present.InCase)},
		"Habib":  {"family.rel.former_any", present.StateDied, string(present.RelativeOnly)},
	}
	for _, p := range f.People {
		name := p.Name
		for known, w := range want {
			if len(name) >= len(known) && name[:len(known)] == known {
				if got := [3]string{p.Relation.Key, p.State.Key, string(p.Membership)}; got != w {
					t.Errorf("%s: got %v, want %v", known, got, w)
				}
				delete(want, known)
			}
		}
	}
	for name := range want {
		t.Errorf("%s is not in the picture", name)
	}
}

func TestClockOf(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	tests := []struct {
		name, born, today, made string
		key                     string // of the long words
		n                       int
		red                     bool
	}{
		{"far away", "2010-01-01", "2026-03-19", "", "", 0, false},
		{"on the last day that it is shown", "2004-09-15", "2026-03-19", "", "family.clock.turns", 180, false},
		{"a day before that", "2004-09-16", "2026-03-19", "", "", 0, false},
		{"41 days", "2004-04-29", "2026-03-19", "", "family.clock.turns", 41, false},
		{"30 days", "2004-04-18", "2026-03-19", "", "family.clock.turns", 30, true},
		{"today", "2004-03-19", "2026-03-19", "", "family.clock.turned", 0, true},
		{"past", "2004-01-01", "2026-03-19", "", "family.clock.turned", 0, true},
		{"long past", "2002-01-01", "2026-03-19", "", "", 0, false},
		{"a range: the earliest day counts", "2004-04-01/2004-12-31", "2026-03-19", "", "family.clock.turns", 13, true},
		{"within the range", "2004-01-01/2004-12-31", "2026-03-19", "", "family.clock.maybe", 0, true},
		{"born on a leap day", "2004-02-29", "2026-02-27", "", "family.clock.turns", 1, true},
		{"words alone", "", "2026-03-19", "", "", 0, false},
		{"made in time", "2004-04-29", "2026-03-19", "2026-03-01", "family.clock.locked", 0, false},
		{"made too late", "2004-02-01", "2026-03-19", "2026-03-01", "family.clock.turned", 0, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := familyOf([]kinOf{{id: "lead", relation: "self"}, {id: "child", relation: "child_biological"}})
			p := &r.People[1]
			p.BirthDate = referral.Given(referral.FuzzyDate{OriginalText: "as said", EDTF: tt.born})
			var made time.Time
			if tt.made != "" {
				made = day(tt.made)
			}
			c, ok := present.ClockOf(r, p, day(tt.today).Add(15*time.Hour), made)
			if ok != (tt.key != "") || c.Long.Key != tt.key || c.Red != tt.red {
				t.Fatalf("got %v %+v", ok, c)
			}
			if n, _ := c.Long.Args["n"].(int); tt.n != 0 && n != tt.n {
				t.Errorf("%d days, want %d", n, tt.n)
			}
		})
	}
}

func BenchmarkLayOutFamily(b *testing.B) {
	r := anyFamily(rand.New(rand.NewPCG(7, 4)), 40)
	for b.Loop() {
		lay(r)
	}
}
