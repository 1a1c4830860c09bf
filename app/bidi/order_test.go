package bidi_test

import (
	"slices"
	"strings"
	"testing"

	"harbour/app/bidi"
)

// orderOf writes the runs of a line from left to right, those that read from
// right to left behind the sign <.
func orderOf(runs []bidi.Run) []string {
	var list []string
	for _, r := range runs {
		sign := ""
		if r.RightToLeft {
			sign = "<"
		}
		list = append(list, sign+r.Text)
	}
	return list
}

func TestLine(t *testing.T) {
	const ltr, rtl = bidi.LeftToRight, bidi.RightToLeft
	for name, c := range map[string]struct {
		base bidi.Direction
		text string
		want []string
	}{
		"nothing":                    {bidi.Auto, "", nil},
		"Latin":                      {bidi.Auto, "Kestrel 27", []string{"Kestrel 27"}},
		"Arabic":                     {bidi.Auto, "متزوج منذ", []string{"<متزوج منذ"}},
		"figures":                    {bidi.Auto, "12.3", []string{"12.3"}},
		"figures, right to left":     {rtl, "12.3", []string{"12.3"}},
		"year after Arabic":          {bidi.Auto, "متزوج منذ ٢٠١٢", []string{"٢٠١٢", "<متزوج منذ "}},
		"year in Persian":            {bidi.Auto, "متولد ۱۳۸۸ در کابل", []string{"< در کابل", "۱۳۸۸", "<متولد "}},
		"Persian date":               {bidi.Auto, "لاله رستم، ۱۳۸۸/۰۹/۰۱", []string{"۱۳۸۸/۰۹/۰۱", "<لاله رستم، "}},
		"name in English":            {bidi.Auto, "Born as لاله رستم in Kabul.", []string{"Born as ", "<لاله رستم", " in Kabul."}},
		"name and year in English":   {bidi.Auto, "Saw لاله ۱۳۸۸ there", []string{"Saw ", "۱۳۸۸", "<لاله ", " there"}},
		"Arabic digits in English":   {bidi.Auto, "Since ٢٠١٢ there", []string{"Since ٢٠١٢ there"}},
		"brackets around a name":     {bidi.Auto, "Mina (مینا) is here", []string{"Mina (", "<مینا", ") is here"}},
		"name before brackets":       {bidi.Auto, "مینا (Mina) اینجا", []string{"<) اینجا", "Mina", "<مینا ("}},
		"brackets with all of it":    {bidi.Auto, "see (نامه ۱۲)", []string{"see (", "۱۲", "<نامه ", ")"}},
		"Hebrew and a bus":           {bidi.Auto, "נועה לוי, קו 27", []string{"27", "<נועה לוי, קו "}},
		"Hebrew date":                {bidi.Auto, "נולדה 2012-03-04 בחיפה", []string{"< בחיפה", "2012-03-04", "<נולדה "}},
		"English in Hebrew":          {bidi.Auto, "נועה gave us it, אז", []string{"<, אז", "gave us it", "<נועה "}},
		"stop at the end":            {bidi.Auto, "رفت.", []string{"<رفت."}},
		"stop, left to right":        {ltr, "رفت.", []string{"<رفت", "."}},
		"English, right to left":     {rtl, "Kabul.", []string{"<.", "Kabul"}},
		"spaces at the end":          {ltr, "Saw مینا  ", []string{"Saw ", "<مینا", "  "}},
		"per cent":                   {bidi.Auto, "۵۰٪ خانه", []string{"< خانه", "۵۰٪"}},
		"isolated":                   {bidi.Auto, "مینا \u2066+93 70\u2069 بود", []string{"<\u2069 بود", "+93 70", "<مینا \u2066"}},
		"override":                   {bidi.Auto, "a\u202Egpj.exe", []string{"a\u202E", "<gpj.exe"}},
		"a broken byte":              {bidi.Auto, "a\xffا", []string{"a\xff", "<ا"}},
		"tab between columns":        {rtl, "Mina\tKabul", []string{"Kabul", "<\t", "Mina"}},
		"vowel signs and a joiner":   {bidi.Auto, "x مُحَمَّد می\u200Cرود y", []string{"x ", "<مُحَمَّد می\u200Cرود", " y"}},
		"first strong in isolate":    {bidi.Auto, "\u2067مینا\u2069 Mina", []string{"\u2067", "<مینا", "\u2069 Mina"}},
		"first strong of an isolate": {ltr, "a \u2068ا b\u2069 c", []string{"a \u2068", "b", "<ا ", "\u2069 c"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := orderOf(bidi.Line(c.text, c.base)); !slices.Equal(got, c.want) {
				t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

// A paragraph has one direction and one set of levels, wherever its lines break.
func TestParagraphLines(t *testing.T) {
	const first, second = "متزوج من Mina ", "2012-03 في"
	p := bidi.NewParagraph(first+second, bidi.Auto)
	if p.Base() != bidi.RightToLeft {
		t.Error("an Arabic paragraph reads from left to right")
	}
	if got, want := orderOf(p.Line(0, len(first))), []string{"< ", "Mina", "<متزوج من "}; !slices.Equal(got, want) {
		t.Errorf("first line: got %q, want %q", got, want)
	}
	// The figures stand behind a Latin name, in the line before.
	if got, want := orderOf(p.Line(len(first), len(first)+len(second))), []string{"< في", "2012-03"}; !slices.Equal(got, want) {
		t.Errorf("second line: got %q, want %q", got, want)
	}
	if got := p.Line(len(first), len(first)); got != nil {
		t.Errorf("empty line: got %d runs", len(got))
	}
}

func TestPlain(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "Kestrel 27": true, "Оксана Бойко, ፀሐይ": true, "ünlü – “12 %” …": true, "\xff": true,
		"لاله": false, "נועה": false, "٢٠١٢": false, "\u2066x": false, "a\u202Eb": false, "\u200F": false,
	} {
		if got := bidi.Plain(text); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
		if runs := bidi.Line(text, bidi.LeftToRight); want && len(runs) > 1 {
			t.Errorf("%q is plain and has %d runs", text, len(runs))
		}
	}
	if allocated := testing.AllocsPerRun(10, func() { bidi.Plain("Оксана – Kestrel 27") }); allocated != 0 {
		t.Errorf("allocates %v times", allocated)
	}
}

// The work grows with the text alone: deep and broken nesting neither fails
// nor slows it down, as a test's time limit would show.
func TestDeepNesting(t *testing.T) {
	const many = 50_000
	for name, text := range map[string]string{
		"isolates never closed":   strings.Repeat("\u2068", many),
		"isolates":                strings.Repeat("\u2068", many) + "ا" + strings.Repeat("\u2069", many),
		"embeddings":              strings.Repeat("\u202Ba", many),
		"brackets never closed":   "ا" + strings.Repeat("(", many),
		"brackets":                "ا" + strings.Repeat("(", many) + strings.Repeat("b)", many),
		"brackets closed at once": "ا" + strings.Repeat("[(", 31) + strings.Repeat("(b)", many),
		"wrong brackets":          "ا" + strings.Repeat("(", 60) + strings.Repeat("]", many),
		"many runs":               strings.Repeat("اa", many),
		"figures":                 strings.Repeat("(0 12/3-", many),
	} {
		t.Run(name, func(t *testing.T) {
			text = bidi.IsolateFigures(text)
			for i, level := range bidi.Levels(text, bidi.RightToLeft) {
				if level < 1 || level > bidi.MaxDepth+1 {
					t.Fatalf("character %d has level %d", i, level)
				}
			}
			bidi.Line(text, bidi.RightToLeft)
		})
	}
}

// Nothing reaches over the end of a paragraph, should one stand in the text.
func TestParagraphSeparator(t *testing.T) {
	if got := bidi.NewParagraph("\u2067a\u2029b\u2069ا", bidi.Auto).Base(); got != bidi.LeftToRight {
		t.Error("an isolate is closed in the next paragraph")
	}
	got, want := orderOf(bidi.Line("\u202Eab\u2029c", bidi.LeftToRight)), []string{"\u202E", "<ab", "\u2029c"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
