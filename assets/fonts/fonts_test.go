package fonts_test

import (
	"testing"

	"golang.org/x/image/font/sfnt"

	"harbour/assets/fonts"
)

// samples hold letters that names and papers in the field are written with.
var samples = map[string]string{
	"Latin":         "AZaz09 ıİğşçñßæøåłżőœ ɓɗƙƴṣ ẵệỡ əƏ –—“”‘’…·•",
	"Greek":         "ΑΩαωάώϊ",
	"Cyrillic":      "АЯаяёіїєґ қңғүұөһ ҷӯӣ",
	"Arabic":        "ابتثجحخدذرزسشصضطظعغفقكلمنهوي پچژگک ټډړښڼ ڕڵۆێ ٹڈڑںے ٠٩۰۹ ءآأإؤئة",
	"Ethiopic":      "ፀሐይገብሬ",
	"Burmese":       "နန်းခမ်းသိင်",
	"no width":      "\u200C\u200D\u200E\u200F",
	"isolates":      "\u2066\u2067\u2068\u2069",
	"interface":     "→←°§№€×",
	"figures apart": "0O1lI",
}

func TestSansHasEveryScript(t *testing.T) {
	for name, data := range map[string][]byte{"regular": fonts.SansRegular(), "semibold": fonts.SansSemiBold()} {
		for script, letters := range samples {
			missing(t, name+" "+script, data, letters)
		}
	}
}

func TestMonoHasFigures(t *testing.T) {
	for name, data := range map[string][]byte{"regular": fonts.MonoRegular(), "semibold": fonts.MonoSemiBold()} {
		missing(t, "mono "+name, data, "0123456789 ABC abc -._/·•éü")
	}
}

// missing reports the letters that a font has no glyph for.
func missing(t *testing.T, name string, data []byte, letters string) {
	t.Helper()
	font, err := sfnt.Parse(data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var buffer sfnt.Buffer
	for _, r := range letters {
		if glyph, err := font.GlyphIndex(&buffer, r); err != nil || glyph == 0 {
			t.Errorf("%s: no glyph for %U %c", name, r, r)
		}
	}
}

func TestNamesAreOurs(t *testing.T) {
	for _, data := range [][]byte{fonts.SansRegular(), fonts.SansSemiBold(), fonts.MonoRegular(), fonts.MonoSemiBold()} {
		font, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		name, err := font.Name(nil, sfnt.NameIDFamily)
		if err != nil || name != "Harbour Sans" && name != "Harbour Mono" {
			t.Errorf("family: got %q, %v", name, err)
		}
	}
}
