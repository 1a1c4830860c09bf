package bidi_test

import (
	"bufio"
	"compress/gzip"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"harbour/app/bidi"
)

// skipped stands for a character without a level in Unicode's files.
const skipped = -1

// unicodeLines calls visit with each line of a file of Unicode's that is not
// empty, without its comment.
func unicodeLines(t testing.TB, name string, visit func(line string)) {
	t.Helper()
	file, err := os.Open("testdata/" + name + ".txt.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(unpacked)
	for lines.Scan() {
		line, _, _ := strings.Cut(lines.Text(), "#")
		if line = strings.TrimSpace(line); line != "" {
			visit(line)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

// TestBidiTest runs every case of BidiTest.txt: sequences of classes.
func TestBidiTest(t *testing.T) {
	const known = 770241
	ran := 0
	var levels, order []int
	unicodeLines(t, "BidiTest", func(line string) {
		switch what, values, _ := strings.Cut(line, ":"); what {
		case "@Levels":
			levels = numbers(t, values)
			return
		case "@Reorder":
			order = numbers(t, values)
			return
		}
		classes, bits, _ := strings.Cut(line, ";")
		text := textOf(t, strings.Fields(classes))
		for i, base := range []bidi.Direction{bidi.Auto, bidi.LeftToRight, bidi.RightToLeft} {
			if mask := hex(t, bits); mask>>i&1 == 1 {
				conforms(t, text, base, levels, order)
				ran++
			}
		}
	})
	if ran != known {
		t.Errorf("ran %d cases, want %d", ran, known)
	}
}

// TestBidiCharacterTest runs every case of BidiCharacterTest.txt: characters
// with brackets, isolates and overrides among them.
func TestBidiCharacterTest(t *testing.T) {
	const known = 91707
	ran := 0
	unicodeLines(t, "BidiCharacterTest", func(line string) {
		fields := strings.Split(line, ";")
		var text strings.Builder
		for _, code := range strings.Fields(fields[0]) {
			text.WriteRune(rune(hex(t, code)))
		}
		base := map[string]bidi.Direction{"0": bidi.LeftToRight, "1": bidi.RightToLeft, "2": bidi.Auto}[fields[1]]
		want := map[string]bidi.Direction{"0": bidi.LeftToRight, "1": bidi.RightToLeft}[fields[2]]
		if got := bidi.NewParagraph(text.String(), base).Base(); got != want {
			t.Errorf("%s: base %v, want %v", line, got, want)
		}
		conforms(t, text.String(), base, numbers(t, fields[3]), numbers(t, fields[4]))
		ran++
	})
	if ran != known {
		t.Errorf("ran %d cases, want %d", ran, known)
	}
}

// conforms compares the levels of text and its order with those wanted.
func conforms(t testing.TB, text string, base bidi.Direction, levels, order []int) {
	t.Helper()
	got := bidi.Levels(text, base)
	if len(got) != len(levels) {
		t.Fatalf("%q: %d levels, want %d", text, len(got), len(levels))
	}
	for i, want := range levels {
		if want != skipped && int(got[i]) != want {
			t.Fatalf("%+q, base %d: levels %v, want %v", text, base, got, levels)
		}
	}
	if got := places(text, base, levels); !slices.Equal(got, order) {
		t.Fatalf("%+q, base %d: order %v, want %v", text, base, got, order)
	}
}

// places gives the characters from left to right by their number in the text,
// those without a level left out.
func places(text string, base bidi.Direction, levels []int) []int {
	list := make([]int, 0, len(levels))
	number := make([]int, len(text)+1) // of the character at an offset
	n := 0
	for at := range text {
		number[at] = n
		n++
	}
	for _, run := range bidi.Line(text, base) {
		from := len(list)
		for at := range run.Text {
			if i := number[run.Start+at]; levels[i] != skipped {
				list = append(list, i)
			}
		}
		if run.RightToLeft {
			slices.Reverse(list[from:])
		}
	}
	return list
}

// textOf gives a text of characters that have the classes.
func textOf(t testing.TB, classes []string) string {
	t.Helper()
	samples := map[string]rune{
		"L": 'a', "R": 'א', "EN": '1', "ES": '-', "ET": '%', "AN": '٠', "CS": ',', "B": '\u2029',
		"S": '\t', "WS": ' ', "ON": '!', "BN": '\u00AD', "NSM": '\u0300', "AL": 'ا',
		"LRO": '\u202D', "RLO": '\u202E', "LRE": '\u202A', "RLE": '\u202B', "PDF": '\u202C',
		"LRI": '\u2066', "RLI": '\u2067', "FSI": '\u2068', "PDI": '\u2069',
	}
	var text strings.Builder
	for _, class := range classes {
		r, ok := samples[class]
		if !ok {
			t.Fatalf("no character of class %s", class)
		}
		text.WriteRune(r)
	}
	return text.String()
}

func numbers(t testing.TB, values string) []int {
	t.Helper()
	var list []int
	for _, value := range strings.Fields(values) {
		n, err := strconv.Atoi(value)
		if value == "x" {
			n, err = skipped, nil
		}
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, n)
	}
	return list
}

func hex(t testing.TB, value string) int64 {
	t.Helper()
	n, err := strconv.ParseInt(strings.TrimSpace(value), 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
