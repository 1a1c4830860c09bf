package wire_test

import (
	"reflect"
	"testing"
	"time"

	"harbour/app/referral"
	"harbour/app/wire"
)

func family() referral.Summary {
	return referral.Summary{
		ID: "K7QZ2MPLW4RTYX5B3NVCJD6HGA", Code: "Kestrel 27", State: "draft",
		Lead: "Laleh Rostamyar", Native: "لاله رستم\u200cیار", People: 4, Country: "KEN", Place: "Nairobi",
		Points: [2]int{17, 28}, Blocks: 4, Looks: 7, Set: "hrd/2026-02",
		Changed: time.Date(2026, 3, 19, 14, 2, 11, 0, time.UTC),
		Who: [][]string{
			{"1981-09-23/1981-12-21", "LALEH ROSTAMYAR", "لاله رستم\u200cیار"},
			{"1979~", "KAVEH DARYANI", "کاوه دریانی"},
			{"2004-04-29", "SOHRAB DARYANI", "سهراب دریانی"},
			{"2009-12-22/2010-03-20", "MINA DARYANI", "مینا دریانی"},
		},
		Due: [][3]string{{"child_22", "SOHRABQ2MPLW4RTYX5B3NVCJD6", "2026-04-29"}},
	}
}

func TestSummary_comes_back_and_is_small(t *testing.T) {
	data, err := wire.EncodeSummary(family())
	if err != nil {
		t.Fatal(err)
	}
	if len(data) >= 900 {
		t.Errorf("%d bytes for a family of four, want below 900", len(data))
	}
	got, err := wire.DecodeSummary(data)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, family()) {
		t.Errorf("got %+v", got)
	}
}

func BenchmarkDecodeSummary(b *testing.B) {
	data, err := wire.EncodeSummary(family())
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := wire.DecodeSummary(data); err != nil {
			b.Fatal(err)
		}
	}
}
