package match_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"harbour/app/match"
	"harbour/app/referral"
)

func TestSimilar(t *testing.T) {
	x := match.New()
	put := func(id, code string, who ...[]string) {
		x.Put(referral.Summary{ID: referral.ID(id), Code: code, Who: who})
	}
	put("A", "Kestrel 27", []string{"1981-09-23/1981-12-21", "LALEH ROSTAMYAR", "لاله رستم\u200cیار"}, []string{"1950", "Dariush Rostamyar"})
	put("B", "Otter 08", []string{"", "Łukasz Nuñez"})
	put("C", "Heron 33", []string{"2009?", "Mina"})
	for _, test := range []struct {
		name   string
		person match.Person
		want   string
	}{
		{"the same words in another order", person("1981", "Rostamyar Laleh"), "Kestrel 27"},
		{"accents and case", person("1981-10", "Láleh rostamyar"), "Kestrel 27"},
		{"in its own script, by another keyboard", person("1981/1982", "لاله رستميار"), "Kestrel 27"},
		{"any of several names", person("1981", "L. R.", "Laleh Rostamyar"), "Kestrel 27"},
		{"an open end", person("1980/..", "Laleh Rostamyar"), "Kestrel 27"},
		{"another birth", person("1982", "Laleh Rostamyar"), ""},
		{"no birth", person("", "Laleh Rostamyar"), ""},
		{"one word less", person("1981", "Laleh"), ""},
		{"one word more", person("1981", "Laleh Rostamyar Karimi"), ""},
		{"words of two people", person("1981", "Laleh Dariush"), ""},
		{"one name only", person("2009-05", "مینا", "Mina"), "Heron 33"},
		{"no birth there", person("1980", "Lukasz Nunez"), ""},
		{"nobody", person("1981"), ""},
		{"no letters", person("1981", "-", "  "), ""},
		{"the same father", match.Person{ID: "P", Names: []string{"Laleh Rostamyar"}, Fathers: []string{"ROSTAMYAR, Dariush"}}, "Kestrel 27"},
		{"another father", match.Person{ID: "P", Names: []string{"Laleh Rostamyar"}, Fathers: []string{"Kaveh Rostamyar"}}, ""},
		{"the father's name alone", match.Person{ID: "P", Names: []string{"Mina Rostamyar"}, Fathers: []string{"Dariush Rostamyar"}}, ""},
	} {
		got := x.Similar("Z", []match.Person{test.person})
		switch {
		case got == nil:
			t.Errorf("%s: nil", test.name)
		case test.want == "" && len(got) > 0:
			t.Errorf("%s: got %v", test.name, got)
		case test.want != "" && (len(got) != 1 || got[0] != referral.Similar{Code: test.want, Person: "P"}):
			t.Errorf("%s: got %v, want %s", test.name, got, test.want)
		}
	}
	if got := x.Similar("A", []match.Person{person("1981", "Laleh Rostamyar")}); len(got) != 0 {
		t.Errorf("a case is similar to itself: %v", got)
	}
	x.Delete("A")
	if got := x.Similar("Z", []match.Person{person("1981", "Laleh Rostamyar")}); len(got) != 0 {
		t.Errorf("similar to a case that is gone: %v", got)
	}
}

func TestSimilar_names_five_cases_in_one_order(t *testing.T) {
	var all []referral.Summary
	for n := range 40 {
		all = append(all, referral.Summary{
			ID: referral.ID(fmt.Sprint(n)), Code: fmt.Sprintf("Otter %02d", n), Who: [][]string{{"1980", "Amina Okello"}, {"1980", "Okello Amina"}},
		})
	}
	var want []referral.Similar
	for range 5 {
		x := match.New()
		rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		x.Fill(all)
		got := x.Similar("Z", []match.Person{person("1980", "Amina Okello"), person("1980", "Amina Okello")})
		if want == nil {
			want = got
		}
		if len(got) != 5 || !slices.Equal(got, want) || got[0].Code != "Otter 00" {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}

func person(born string, names ...string) match.Person {
	return match.Person{ID: "P", Born: referral.FuzzyDate{EDTF: born}, Names: names}
}

// BenchmarkSimilar compares a family of six with the people of n cases, each
// name of whom dozens bear.
func BenchmarkSimilar(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		random := rand.New(rand.NewPCG(5, 6))
		all := many(n)
		for i := range all {
			for j := range all[i].Who {
				all[i].Who[j] = append([]string{fmt.Sprint(1950 + random.IntN(60))}, bearer(random)...)
			}
		}
		var family []match.Person
		for range 6 {
			family = append(family, match.Person{
				ID: "P", Born: referral.FuzzyDate{EDTF: "1979"}, Names: bearer(random), Fathers: bearer(random),
			})
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			x := match.New()
			x.Fill(all)
			x.Similar("Z", family)
			for b.Loop() {
				x.Similar("Z", family)
			}
		})
		b.Run(fmt.Sprint("first of ", n), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				x := match.New()
				x.Fill(all)
				b.StartTimer()
				x.Similar("Z", family)
			}
		})
	}
}

// bearer is one of 1 200 names, in two scripts.
func bearer(random *rand.Rand) []string {
	given, family := random.IntN(30), random.IntN(40)
	return []string{fmt.Sprintf("Amina%c Okello%c", 'a'+given, 'a'+family), fmt.Sprintf("سهراب%c دریانی%c", 'ا'+given%20, 'ا'+family%20)}
}
