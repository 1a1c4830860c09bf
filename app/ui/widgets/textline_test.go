package widgets_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// rightMark stands around each piece that reads from right to left.
const rightMark = "\u200F"

// row is one line as it is drawn.
type row struct {
	words       []string // of its pieces by their x, with < before those from right to left
	left, right float32
}

// rows gives the lines of a text, and fails where pieces of a line do not stand side by
// side.
func rows(t *testing.T, text *widgets.Text) []row {
	t.Helper()
	lines := map[float32][]*canvas.Text{}
	var tops []float32
	for _, p := range pieces(text) {
		y := p.Position().Y
		if lines[y] == nil {
			tops = append(tops, y)
		}
		lines[y] = append(lines[y], p)
	}
	slices.Sort(tops)
	var list []row
	for _, y := range tops {
		line := lines[y]
		slices.SortFunc(line, func(a, b *canvas.Text) int { return int(a.Position().X - b.Position().X) })
		r := row{left: line[0].Position().X, right: line[0].Position().X}
		for _, p := range line {
			if gap := p.Position().X - r.right; gap < -1 || gap > 1 {
				t.Errorf("%q stands %v beside what is left of it", p.Text, gap)
			}
			r.right = p.Position().X + p.Size().Width
			words := strings.ReplaceAll(p.Text, rightMark, "")
			if words != p.Text {
				words = "<" + words
			}
			r.words = append(r.words, words)
		}
		list = append(list, r)
	}
	return list
}

func TestTextMixesDirections(t *testing.T) {
	begin(t)
	const ltr, rtl = look.LeftToRight, look.RightToLeft
	for name, c := range map[string]struct {
		screen look.Direction
		words  string
		want   []string
	}{
		"year":                       {ltr, "متزوج منذ ٢٠١٢", []string{"٢٠١٢", "<متزوج منذ "}},
		"name in English":            {ltr, "Sister of لاله رستم, in Herat.", []string{"Sister of ", "<لاله رستم", ", in Herat."}},
		"name and Persian date":      {ltr, "Born as لاله رستم, ۱۳۸۸/۰۹/۰۱ in Kabul", []string{"Born as ", "<لاله رستم", ", ۱۳۸۸/۰۹/۰۱ in Kabul"}},
		"name in brackets":           {ltr, "Mina (مینا) is here", []string{"Mina (", "<مینا", ") is here"}},
		"telephone after a name":     {ltr, "Call لاله +93 70 123 4567 at night", []string{"Call ", "<لاله", " +93 70 123 4567 at night"}},
		"telephone in Arabic":        {ltr, "هاتف لاله +93 70 123 4567 مساء", []string{"< مساء", "+93 70 123 4567", "<هاتف لاله "}},
		"date in Persian":            {ltr, "متولد ۱۳۸۸/۰۹/۰۱ در Kabul.", []string{"<.", "Kabul", "< در ", "۱۳۸۸/۰۹/۰۱", "<متولد "}},
		"Latin first":                {ltr, "Kestrel 27 جاهز", []string{"Kestrel 27 ", "<جاهز"}},
		"Latin first, mirrored":      {rtl, "Kestrel 27 جاهز", []string{"< جاهز", "Kestrel 27"}},
		"name in English, mirrored":  {rtl, "Sister of لاله", []string{"< لاله", "Sister of"}},
		"English, mirrored":          {rtl, "Kestrel 27, in Kabul.", []string{"Kestrel 27, in Kabul."}},
		"figures, mirrored":          {rtl, "7.1 / 11.4", []string{"7.1 / 11.4"}},
		"a name that turns round":    {ltr, "report\u202Egpj.exe", []string{"reportgpj.exe"}},
		"a turned name after Arabic": {ltr, "تقرير \u202Efdp.exe", []string{"fdp.exe", "<تقرير "}},
	} {
		t.Run(name, func(t *testing.T) {
			text := widgets.NewText(look.Body, c.words)
			stageIn(t, look.New(look.Light, c.screen), text)
			got := rows(t, text)
			if len(got) != 1 {
				t.Fatalf("%d lines", len(got))
			}
			if !slices.Equal(got[0].words, c.want) {
				t.Errorf("%q\n got %q\nwant %q", c.words, got[0].words, c.want)
			}
		})
	}
}

// Lines break in the order of typing, and each is put in order by itself.
func TestTextWrapsMixed(t *testing.T) {
	begin(t)
	const words = "وصلت لاله رستم إلى Nairobi في 2012-03-04 ثم اتصلت على +254 20 123 4567 من بيت أختها في Mombasa."
	text := widgets.NewText(look.Body, words).Wrap()
	stage(t, widgets.Column(0, text))
	for _, width := range []float32{90, 180, 300} {
		text.Resize(fyne.NewSize(width, 400))
		lines := rows(t, text)
		if len(lines) != text.Lines() || len(lines) < 2 {
			t.Fatalf("%v wide: %d lines drawn, %d known", width, len(lines), text.Lines())
		}
		var typed []string
		for _, line := range lines {
			if line.right-line.left > width+1 {
				t.Errorf("%v wide: a line of %v", width, line.right-line.left)
			}
			// What is typed first stands at the right; Latin and figures are turned back.
			pieces := slices.Clone(line.words)
			slices.Reverse(pieces)
			typed = append(typed, strings.ReplaceAll(strings.Join(pieces, ""), "<", ""))
		}
		if got := strings.Join(typed, " "); got != words {
			t.Errorf("%v wide\n got %q\nwant %q", width, got, words)
		}
	}
}

func TestTextEllipsisMixed(t *testing.T) {
	begin(t)
	for words, atLeft := range map[string]bool{
		"متزوج منذ ٢٠١٢ في Kabul وبعدها في Herat":       true,
		"Married since ٢٠١٢ to لاله رستم in Kabul city": false,
		"هاتف لاله رستم في الليل هو بعد الساعة الثامنة": true,
	} {
		text := widgets.NewText(look.Body, words).Ellipsis()
		stage(t, text)
		for _, width := range []float32{60, 120, 170} {
			text.Resize(fyne.NewSize(width, 21))
			line := rows(t, text)[0]
			if line.right-line.left > width {
				t.Errorf("%q: %v wide in %v", words, line.right, width)
			}
			end := line.words[len(line.words)-1]
			if atLeft {
				end = line.words[0]
			}
			if !strings.HasSuffix(end, "…") {
				t.Errorf("%q in %v: got %q", words, width, line.words)
			}
		}
		text.Resize(fyne.NewSize(900, 21))
		if all := strings.Join(rows(t, text)[0].words, ""); strings.Contains(all, "…") {
			t.Errorf("with room: got %q", all)
		}
	}
}

// What reads one way is one piece, and finding that out costs nothing.
func TestTextOfOneDirection(t *testing.T) {
	begin(t)
	for _, words := range []string{"Kestrel 27 – Оксана Бойко, ፀሐይ (12.3)", "لاله رستم، (مینا).", ""} {
		text := widgets.NewText(look.Body, words)
		stage(t, text)
		if got := len(pieces(text)); got != 1 {
			t.Errorf("%q: %d pieces", words, got)
		}
	}
	text := widgets.NewText(look.Body, "Kestrel 27 – Оксана Бойко")
	if got := testing.AllocsPerRun(20, func() { text.Lines() }); got > 1 {
		t.Errorf("allocates %v times, want the list of lines alone", got)
	}
}
