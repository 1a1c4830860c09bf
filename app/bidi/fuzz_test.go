package bidi_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"harbour/app/bidi"
)

func seeds() []string {
	return []string{
		"", "Kestrel 27", "متزوج منذ ٢٠١٢", "Born as لاله رستم (۱۳۸۸/۰۹/۰۱) in Kabul.", "נועה: 050-123-4567",
		"a\u202Egpj.exe\u202C\u2067x\u2069", "(\u2068[ا)]\t \u2069", "\xff\xfe\u2029ا\n1",
		strings.Repeat("\u202A\u202B(", 70) + "א" + strings.Repeat(")\u202C", 70),
	}
}

// FuzzLine holds: the runs have each byte of the text once, and stand where
// rule L2 puts the levels, done here character by character.
func FuzzLine(f *testing.F) {
	if len(seeds()) < 5 {
		f.Fatal("no seeds")
	}
	for i, seed := range seeds() {
		f.Add(seed, uint8(i))
	}
	f.Fuzz(func(t *testing.T, text string, base uint8) {
		direction := bidi.Direction(base % 3)
		levels := bidi.Levels(text, direction)
		if len(levels) != utf8.RuneCountInString(text) {
			t.Fatalf("%d levels, %d characters", len(levels), utf8.RuneCountInString(text))
		}
		runs := bidi.Line(text, direction)
		count := 0
		for _, run := range runs {
			if run.Text == "" || run.Text != text[run.Start:run.End] {
				t.Fatalf("run from %d to %d is %q", run.Start, run.End, run.Text)
			}
			count += len(run.Text)
		}
		if count != len(text) {
			t.Fatalf("%d bytes in runs, want %d", count, len(text))
		}
		numbers := make([]int, len(levels))
		if got, want := places(text, direction, numbers), reversed(t, levels); !slices.Equal(got, want) {
			t.Fatalf("order %v, want %v", got, want)
		}
		if bidi.Plain(text) && len(runs) > 1 && direction != bidi.RightToLeft {
			t.Fatalf("plain, with %d runs", len(runs))
		}
	})
}

// reversed is the order that levels make, in the words of rule L2.
func reversed(t testing.TB, levels []bidi.Level) []int {
	t.Helper()
	order := make([]int, len(levels))
	for i := range order {
		order[i] = i
	}
	for level := bidi.Level(bidi.MaxDepth + 1); level > 0; level-- {
		for start := 0; start < len(order); start++ {
			end := start
			for end < len(order) && levels[order[end]] >= level {
				end++
			}
			slices.Reverse(order[start:end])
			start = max(start, end-1)
		}
	}
	for _, level := range levels {
		if level > bidi.MaxDepth+1 {
			t.Fatalf("level %d", level)
		}
	}
	return order
}

// FuzzIsolateFigures holds: only isolates are added, and each is closed.
func FuzzIsolateFigures(f *testing.F) {
	for _, seed := range append(seeds(), "(or 0799 123 456)", "2012-03-04", "+93 (70) 123-4567") {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		made := bidi.IsolateFigures(text)
		added := strings.Count(made, "\u2066") - strings.Count(text, "\u2066")
		closed := strings.Count(made, "\u2069") - strings.Count(text, "\u2069")
		if added != closed || len(made) != len(text)+6*added {
			t.Fatalf("%q gave %q", text, made)
		}
		if utf8.ValidString(text) && bidi.WithoutControls(made) != bidi.WithoutControls(text) {
			t.Fatalf("%q gave %q", text, made)
		}
	})
}

func BenchmarkLine(b *testing.B) {
	for name, text := range map[string]string{
		"Latin": "Born in Kabul on 4 March 2012, as the second of three.",
		"mixed": "Born as لاله رستم (۱۳۸۸/۰۹/۰۱) in Kabul, متولد ۱۳۸۸.",
		"long":  strings.Repeat("Born as لاله رستم (۱۳۸۸/۰۹/۰۱) in Kabul. ", 500),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				bidi.Line(text, bidi.Auto)
			}
		})
	}
}
