package present_test

import (
	"testing"
	"time"

	"harbour/app/present"
)

func TestStartShowsWhatIsNext(t *testing.T) {
	now := shellDay
	s := openShell(t, present.WorksPractice, &now)
	start := present.NewStart(s)
	if !start.Empty() || !start.CanPractise() {
		t.Fatal("not empty")
	}
	runJob(t, start.Practise())
	if start.Count() != 1 || start.Empty() {
		t.Fatalf("%d rows", start.Count())
	}
	r := start.Row(0)
	if r.Code != "Kestrel 27" || r.Initials != "LR" || r.Name != "Laleh Rostamyar" || r.People != 4 || r.Place != "Nairobi" {
		t.Errorf("row %+v", r)
	}
	if r.Next.Words.Key != "next.turns_22" || r.Next.Words.Args["n"] != 41 || r.State.Key != "state.draft" {
		t.Errorf("next %+v, state %+v", r.Next, r.State)
	}
	a := start.Attention()
	if len(a) != 1 || a[0].Title.Args["n"] != 41 || a[0].To.Case != r.ID {
		t.Errorf("attention %+v", a)
	}
	now = now.AddDate(0, 0, 42)
	if got := start.Attention()[0].Title.Key; got != "attention.passed" {
		t.Errorf("after the day: %s", got)
	}
}

func TestStartFiltersAndSearches(t *testing.T) {
	now := shellDay
	s := openShell(t, present.WorksPractice, &now)
	start := present.NewStart(s)
	runJob(t, start.Practise())
	opened := present.Route{}
	runJob(t, start.New(func(r present.Route) { opened = r }))
	if opened.Page != present.PageEditor || opened.Case == "" {
		t.Fatalf("opened %+v", opened)
	}
	start.Reload()
	for _, c := range []struct {
		query  string
		filter present.Filter
		want   int
	}{
		{"", present.FilterAll, 2},
		{"  ", present.FilterDrafts, 2},
		{"", present.FilterHandedOver, 0},
		{"lal ros", present.FilterAll, 1},
		{"kestrel 27", present.FilterDrafts, 1},
		{"kestrel 27", present.FilterAnswered, 0},
		{"nobody", present.FilterAll, 0},
		{"", present.FilterAll, 2},
	} {
		start.SetQuery(c.query)
		start.SetFilter(c.filter)
		if got := start.Count(); got != c.want {
			t.Errorf("%q %s: %d rows, want %d", c.query, c.filter, got, c.want)
		}
	}
}

func TestDiscreetRowsNameNobody(t *testing.T) {
	now := shellDay
	s := openShell(t, present.WorksPractice, &now)
	start := present.NewStart(s)
	runJob(t, start.Practise())
	runJob(t, present.NewSettings(s).SetDiscreet(true, func() {}))
	r := start.Row(0)
	if r.Name != "" || r.Native != "" || r.Place != "" || r.Code == "" || r.Initials != "LR" {
		t.Errorf("row %+v", r)
	}
}

// BenchmarkStart searches as somebody types, among as many referrals as fit in
// a short run: what a key costs the screen's thread.
func BenchmarkStart(b *testing.B) {
	now := shellDay
	s := openShell(b, present.WorksPractice, &now)
	start := present.NewStart(s)
	runJob(b, start.Practise())
	for range 100 {
		if _, err := s.Desk.New(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
	start.Reload()
	b.ResetTimer()
	for range b.N {
		began := time.Now()
		start.SetQuery("kes")
		_ = start.Row(0)
		start.SetQuery("")
		if took := time.Since(began); took > 16*time.Millisecond {
			b.Logf("a key took %s", took)
		}
	}
}
