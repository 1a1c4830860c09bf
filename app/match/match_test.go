package match_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"harbour/app/match"
	"harbour/app/referral"
)

func summary(id, code, lead, native, place string, day int, names ...string) referral.Summary {
	return referral.Summary{
		ID: referral.ID(id), Code: code, Lead: lead, Native: native, Place: place,
		Changed: time.Date(2026, 3, day, 0, 0, 0, 0, time.UTC),
		Who:     [][]string{append([]string{"1980"}, names...)},
	}
}

func few() *match.Index {
	x := match.New()
	x.Put(summary("A", "Kestrel 27", "Laleh Rostamyar", "لاله رستم\u200cیار", "Nairobi", 1, "LALEH ROSTAMYAR", "كريمي"))
	x.Put(summary("B", "Otter 08", "Łukasz O’Brien-Nuñez", "", "Zürich", 3, "JOSÉ ĐẶNG"))
	x.Put(summary("C", "Heron 33", "Fyodor Semyonov", "Фёдор Семёнов", "Kampala", 2, "Straße 27"))
	return x
}

func TestSearch(t *testing.T) {
	for _, test := range []struct {
		query, want string
	}{
		{"", "BCA"},
		{"   ", "BCA"},
		{"kestrel", "A"},
		{"kestrel-27", "A"},
		{"KESTREL 27", "A"},
		{"27", "CA"},
		{"ros lal", "A"},
		{"rostam kampala", ""},
		{"ostam", ""},
		{"rostamyar", "A"},
		{"nai", "A"},
		// accents, joined letters, apostrophes
		{"lukasz", "B"},
		{"Łukasz", "B"},
		{"obrien", "B"},
		{"o'brien", "B"},
		{"nunez", "B"},
		{"jose dang", "B"},
		{"zurich", "B"},
		{"strasse", "C"},
		// Persian and Arabic keyboards, joiner, digits
		{"رستم\u200cیار", "A"},
		{"رستمیار", "A"},
		{"کریمی", "A"},
		{"كريمي", "A"},
		{"kestrel ۲۷", "A"},
		{"kestrel ٢٧", "A"},
		// Cyrillic
		{"федор", "C"},
		{"ФЁДОР семенов", "C"},
	} {
		got := ""
		for _, s := range few().Search(test.query, 10) {
			got += string(s.ID)
		}
		if got != test.want {
			t.Errorf("%q: got %q, want %q", test.query, got, test.want)
		}
	}
}

func TestSearch_puts_the_exact_code_first(t *testing.T) {
	x := match.New()
	x.Put(summary("A", "Otter 27", "", "", "", 1))
	x.Put(summary("B", "Otter 27", "", "", "", 2))
	x.Put(summary("C", "Otter 271", "", "", "", 9))
	x.Put(summary("D", "Heron 27", "Otter", "", "", 8))
	got := ""
	for _, s := range x.Search("otter-27", 10) {
		got += string(s.ID)
	}
	if got != "BACD" {
		t.Errorf("got %q, want BACD", got)
	}
	if n := len(x.Search("otter", 2)); n != 2 {
		t.Errorf("limit 2: got %d", n)
	}
	if n := len(x.Search("otter", 0)); n != 0 {
		t.Errorf("limit 0: got %d", n)
	}
}

func TestPut_replaces_and_Delete_removes(t *testing.T) {
	x := few()
	x.All()
	x.Put(summary("A", "Linnet 64", "Mina", "", "", 30))
	if n := len(x.Search("kestrel", 10)); n != 0 {
		t.Errorf("old words still find %d", n)
	}
	if got := x.All(); len(got) != 3 || got[0].ID != "A" {
		t.Errorf("after a change: %v", ids(got))
	}
	x.Delete("A")
	x.Delete("A")
	if got := x.All(); !slices.Equal(ids(got), []string{"B", "C"}) || x.Len() != 2 {
		t.Errorf("after taking out: %v of %d", ids(got), x.Len())
	}
	if _, ok := x.Get("A"); ok {
		t.Error("what was taken out is still there")
	}
	if s, ok := x.Get("B"); !ok || s.Code != "Otter 08" {
		t.Errorf("got %v %v", s.Code, ok)
	}
}

// TestIndex_agrees_with_a_plain_search makes many changes and compares with
// looking at every summary.
func TestIndex_agrees_with_a_plain_search(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	x, plain := match.New(), map[referral.ID]referral.Summary{}
	for range 6000 {
		s := invented(random, random.IntN(400))
		if random.IntN(4) == 0 {
			x.Delete(s.ID)
			delete(plain, s.ID)
			continue
		}
		x.Put(s)
		plain[s.ID] = s
		if random.IntN(50) == 0 {
			x.All()
		}
	}
	all := x.All()
	if len(all) != len(plain) || !slices.IsSortedFunc(all, func(a, b referral.Summary) int { return b.Changed.Compare(a.Changed) }) {
		t.Fatalf("%d summaries, want %d, newest first", len(all), len(plain))
	}
	for _, s := range all {
		if plain[s.ID].Lead != s.Lead {
			t.Fatalf("%s has the words of an older one", s.ID)
		}
		if found := x.Search(s.Code+" "+s.Lead, 400); !slices.Contains(ids(found), string(s.ID)) {
			t.Fatalf("%s is not found by its code and name", s.ID)
		}
	}
}

func ids(all []referral.Summary) []string {
	var list []string
	for _, s := range all {
		list = append(list, string(s.ID))
	}
	return list
}

func invented(random *rand.Rand, n int) referral.Summary {
	latin := []string{"Laleh", "Mina", "Sohrab", "Kaveh", "Amina", "Tigist", "Oksana", "Fyodor", "Yusuf", "Nadia", "Ibrahim", "Selam"}
	family := []string{"Rostamyar", "Karimi", "Daryani", "Semyonova", "Tesfaye", "al-Haddad", "Okello", "Nuñez", "Đặng", "Achieng"}
	native := []string{"لاله رستم\u200cیار", "مینا کریمی", "سهراب دریانی", "Фёдор Семёнов", "يوسف الحداد", "ትግስት ተስፋዬ"}
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	last := pick(family)
	s := referral.Summary{
		ID: referral.ID(fmt.Sprintf("ID%024d", n)), Code: fmt.Sprintf("%s %02d", pick(latin), random.IntN(1000)),
		Lead: pick(latin) + " " + last, Native: pick(native), People: 4, Country: "KEN",
		Place:   pick([]string{"Nairobi", "Kampala", "Tbilisi", "Zürich"}),
		Changed: time.Date(2026, 1, 1, 0, 0, random.IntN(1e7), 0, time.UTC),
	}
	for range 4 {
		s.Who = append(s.Who, []string{"1980", pick(latin) + " " + last, pick(native)})
	}
	return s
}

func many(n int) []referral.Summary {
	random := rand.New(rand.NewPCG(3, 4))
	all := make([]referral.Summary, n)
	for i := range all {
		all[i] = invented(random, i)
	}
	return all
}

func BenchmarkSearch(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		x := match.New()
		x.Fill(many(n))
		for _, query := range []string{"", "a", "la", "rostam", "laleh karimi", "کر", "nobody"} {
			b.Run(fmt.Sprintf("%d/%s", n, query), func(b *testing.B) {
				for b.Loop() {
					x.Search(query, 50)
				}
			})
		}
	}
}

func BenchmarkFill(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		all := many(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				match.New().Fill(all)
			}
		})
	}
}

func BenchmarkAll(b *testing.B) {
	x := match.New()
	x.Fill(many(100_000))
	for b.Loop() {
		x.All()
	}
}
