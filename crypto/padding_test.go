package crypto_test

import (
	"math"
	"testing"

	"harbour/crypto"
)

// padmeReference is the formula as its paper writes it (Nikitin et al., PoPETs
// 2019(4), algorithm 1), with the paper's names.
func padmeReference(l int64) int64 {
	if l < 2 {
		return l
	}
	e := int64(math.Floor(math.Log2(float64(l))))
	s := int64(math.Floor(math.Log2(float64(e)))) + 1
	lastBits := e - s
	if lastBits < 0 {
		return l
	}
	bitMask := int64(math.Pow(2, float64(lastBits))) - 1
	return (l + bitMask) &^ bitMask
}

func TestPadme(t *testing.T) {
	sizes := map[int64]bool{}
	var before int64
	for n := int64(1); n <= 1<<21; n++ {
		got := crypto.Padme(n)
		switch {
		case got != padmeReference(n):
			t.Fatalf("%d: got %d, want %d", n, got, padmeReference(n))
		case got < n || got < before:
			t.Fatalf("%d: got %d after %d", n, got, before)
		case crypto.Padme(got) != got:
			t.Fatalf("%d: %d is padded again", n, got)
		case 100*(got-n) > 12*n:
			t.Fatalf("%d: %d adds more than 12 %%", n, got)
		}
		before = got
		if n > 1 {
			sizes[got] = true
		}
	}
	if len(sizes) != 331 {
		t.Errorf("got %d sizes from two bytes to 2 MiB, want 331", len(sizes))
	}
	if crypto.Padme(0) != 0 || crypto.Padme(1) != 1 {
		t.Error("nothing and one byte need no padding")
	}
}

func TestPadmeCostsLittleWhereFilesAreLarge(t *testing.T) {
	for _, c := range []struct{ from, part int64 }{{64 << 10, 32}, {4 << 30, 64}} {
		// One byte over a size is the dearest place.
		for n := c.from; n < c.from<<12; n = crypto.Padme(n) + 1 {
			if got := crypto.Padme(n); c.part*(got-n) > n {
				t.Errorf("%d: %d adds more than a %dth", n, got, c.part)
			}
		}
	}
}
