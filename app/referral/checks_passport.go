package referral

import (
	"slices"
	"strings"
	"unicode"
)

// passportName is V38: the primary name is the one that the passport shows, in
// whatever order, and as passports are printed: without marks on letters,
// apostrophes and hyphens (ICAO 9303).
func (a audience) passportName() []outcome {
	var all []outcome
	for i := range a.Documents {
		d := &a.Documents[i]
		if d.Type != "passport" || len(d.Of) == 0 {
			continue
		}
		p := a.PersonByID(d.Of[0])
		if p == nil || p.primaryLatin() == nil || len(nameWords(d.NameAsShown)) == 0 {
			continue
		}
		same := samePrinted(d.NameAsShown, p.primaryLatin().Full)
		all = append(all, outcome{path: "documents/" + string(d.ID) + "/name_as_shown", settled: same, args: a.named(p)})
	}
	return all
}

// samePrinted reports whether one way of printing is the same of both names.
func samePrinted(one, other string) bool {
	if slices.Equal(nameWords(one), nameWords(other)) {
		return true
	}
	others := printings(other)
	return slices.ContainsFunc(printings(one), func(words []string) bool {
		return slices.ContainsFunc(others, func(w []string) bool { return slices.Equal(words, w) })
	})
}

// printings returns the ways in which passports print a name: each letter with
// a mark as one or as two, each hyphen and each apostrophe as a space or not.
func printings(name string) [][]string {
	name = strings.ToUpper(name)
	var all [][]string
	for _, letters := range []*strings.Replacer{asOne, asTwo} {
		plain := unmarked(letters.Replace(name))
		for _, hyphen := range []string{" ", ""} {
			for _, apostrophe := range []string{"", " "} {
				text := replaceEach(replaceEach(plain, "-‐‑–־", hyphen), "'’‘ʼʻʿʾ`´′", apostrophe)
				all = append(all, nameWords(text))
			}
		}
	}
	return all
}

// replaceEach puts the text in the place of each of the signs.
func replaceEach(text, signs, by string) string {
	if !strings.ContainsAny(text, signs) {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(signs, r) }), by)
}

// unmarked writes letters with marks without them, and drops marks that stand
// for themselves.
func unmarked(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		if base, ok := bases[r]; ok {
			return base
		}
		return r
	}, text)
}

// Letters that some passports print as one and some as two. A mark may also be
// a sign of its own behind the letter.
var (
	asOne = strings.NewReplacer(ligatures()...)
	asTwo = strings.NewReplacer(append(ligatures(),
		"Ö", "OE", "Ü", "UE", "Ä", "AE", "Ø", "OE", "Å", "AA",
		"O\u0308", "OE", "U\u0308", "UE", "A\u0308", "AE", "A\u030a", "AA")...)
)

// ligatures are letters that every passport prints as two.
func ligatures() []string {
	return []string{"Æ", "AE", "Œ", "OE", "ß", "SS", "ẞ", "SS", "Þ", "TH", "Ĳ", "IJ"}
}

// bases are letters with marks, by the letter that is printed for them.
var bases = func() map[rune]rune {
	all := map[rune]rune{}
	for base, marked := range map[rune]string{
		'A': "ÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ",
		'B': "ḂƁ",
		'C': "ÇĆĈĊČ",
		'D': "ÐĎĐḌƊ",
		'E': "ÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆƏ",
		'F': "Ḟ",
		'G': "ĜĞĠĢǦḠ",
		'H': "ĤĦḤḪ",
		'I': "ÌÍÎÏĨĪĬĮİǏỈỊ",
		'J': "Ĵ",
		'K': "ĶǨḲƘ",
		'L': "ĹĻĽĿŁḶ",
		'M': "ṀṂ",
		'N': "ÑŃŅŇŊṆ",
		'O': "ÒÓÔÕÖØŌŎŐƠǑỌỎỐỒỔỖỘỚỜỞỠỢ",
		'P': "Ṗ",
		'R': "ŔŖŘṚ",
		'S': "ŚŜŞŠȘṢ",
		'T': "ŢŤŦȚṬ",
		'U': "ÙÚÛÜŨŪŬŮŰŲƯǓỤỦỨỪỬỮỰ",
		'W': "ŴẀẂẄ",
		'Y': "ÝŶŸỲỴỶỸƳ",
		'Z': "ŹŻŽẒ",
	} {
		for _, r := range marked {
			all[r] = base
		}
	}
	return all
}()
