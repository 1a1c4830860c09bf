package bidi_test

import (
	"slices"
	"strings"
	"testing"

	"harbour/app/bidi"
)

func TestIsolate(t *testing.T) {
	if got := bidi.Isolate("Kestrel 27, Łukasz"); got != "Kestrel 27, Łukasz" {
		t.Errorf("from left to right: %q", got)
	}
	// A sentence reads as its own words do, whatever it names first, and a
	// number behind a name stays behind it.
	sentence := bidi.Isolate("مینا") + ": 3 days"
	var drawn strings.Builder
	for _, run := range bidi.NewParagraph(sentence, bidi.Auto).Line(0, len(sentence)) {
		drawn.WriteString(bidi.WithoutControls(run.Text))
	}
	if got := drawn.String(); got != "مینا: 3 days" {
		t.Errorf("got %q", got)
	}
}

func TestIsolateFigures(t *testing.T) {
	// In the table ⟨ and ⟩ stand for the beginning and the end of an isolate.
	signs := strings.NewReplacer("\u2066", "⟨", "\u2069", "⟩")
	for text, want := range map[string]string{
		"":                          "",
		"Kestrel 27":                "Kestrel 27",
		"2009 to 2012":              "2009 to 2012",
		"2009-2012":                 "2009-2012",
		"14:02":                     "14:02",
		"2012-03-04":                "⟨2012-03-04⟩",
		"on 01.01.2009.":            "on ⟨01.01.2009⟩.",
		"متولد ۱۳۸۸/۰۹/۰۱ در":       "متولد ⟨۱۳۸۸/۰۹/۰۱⟩ در",
		"+93 70 123 4567":           "⟨+93 70 123 4567⟩",
		"+93-70-1234567, مینا":      "⟨+93-70-1234567⟩, مینا",
		"هاتف ٠٧٩ ٩١٢ ٣٤٥٦":         "هاتف ⟨٠٧٩ ٩١٢ ٣٤٥٦⟩",
		"۰۷۰ ۱۲۳ ۴۵۶۷":              "⟨۰۷۰ ۱۲۳ ۴۵۶۷⟩",
		"(0799) 123 456":            "⟨(0799) 123 456⟩",
		"(or 0799 123 456)":         "(or ⟨0799 123 456⟩)",
		"(+93 70 123 4567)":         "⟨(+93 70 123 4567)⟩",
		"0 12":                      "0 12",
		"1999 2000 2001":            "1999 2000 2001",
		"A2012-03-04":               "A2012-03-04",
		"0799 123 456\n2012-03-04x": "⟨0799 123 456⟩\n⟨2012-03-04⟩x",
	} {
		got := bidi.IsolateFigures(text)
		if signs.Replace(got) != want {
			t.Errorf("%q: got %q, want %q", text, signs.Replace(got), want)
		}
		if back := bidi.WithoutControls(got); back != text {
			t.Errorf("%q: got %q without controls", text, back)
		}
	}
}

// What people read from left to right stands so, and where they look for it.
func TestLineWithFigures(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"telephone in Arabic":        {"هاتف لاله +93 70 123 4567 مساء", []string{"< مساء", "+93 70 123 4567", "<هاتف لاله "}},
		"telephone in Persian":       {"تلفن: ۰۷۰ ۱۲۳ ۴۵۶۷", []string{"۰۷۰ ۱۲۳ ۴۵۶۷", "<تلفن: "}},
		"telephone in Hebrew":        {"נועה: 050-123-4567.", []string{"<.", "050-123-4567", "<נועה: "}},
		"date in Arabic":             {"ولدت 2012-03-04 في كابل", []string{"< في كابل", "2012-03-04", "<ولدت "}},
		"telephone after a name":     {"Call لاله رستم +93 70 123 4567 at night", []string{"Call ", "<لاله رستم", " +93 70 123 4567 at night"}},
		"Persian date after a name":  {"Mina (مینا ۱۳۸۸/۰۹/۰۱) is here", []string{"Mina (", "<مینا", " ۱۳۸۸/۰۹/۰۱) is here"}},
		"date in a Persian sentence": {"He wrote “متولد ۱۳۸۸/۰۹/۰۱ در کابل” to us", []string{"He wrote “", "< در کابل", "۱۳۸۸/۰۹/۰۱", "<متولد ", "” to us"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, run := range orderOf(bidi.Line(bidi.IsolateFigures(c.text), bidi.Auto)) {
				if run = bidi.WithoutControls(run); run != "<" {
					got = append(got, run)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}
