package match

import (
	"unicode"
	"unicode/utf8"
)

// fold appends text in its plain form: lower case, without accents, vowel
// signs and joiners, one letter where scripts have two for the same, figures
// of every script as 0 to 9, and a space for whatever parts words.
func fold(to []byte, text string) []byte {
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			to = foldASCII(to, c)
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		to = foldRune(to, c)
		i += size
	}
	return to
}

func foldASCII(to []byte, c byte) []byte {
	switch {
	case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
		return append(to, c)
	case c >= 'A' && c <= 'Z':
		return append(to, c+'a'-'A')
	case c == '\'' || c == '`':
		return to // O'Brien is one word
	}
	return append(to, ' ')
}

func foldRune(to []byte, c rune) []byte {
	switch {
	case c >= latinFrom && c < latinFrom+rune(len(latin)):
		return foldLatin(to, c, latin[c-latinFrom])
	case c >= vietnameseFrom && c < vietnameseFrom+rune(len(vietnamese)):
		return foldLatin(to, c, vietnamese[c-vietnameseFrom])
	case c >= 0x0400 && c < 0x0530:
		return utf8.AppendRune(to, cyrillic(c))
	case c >= 0x0600 && c < 0x0700:
		return foldArabic(to, c)
	case c == '’' || c == 'ʼ' || c == 'ʻ' || c == '\u200c' || c == '\u200d' || unicode.Is(unicode.Mn, c):
		return to
	}
	return foldOther(to, c)
}

func foldLatin(to []byte, c rune, plain byte) []byte {
	switch c {
	case 'ß':
		return append(to, "ss"...)
	case 'æ', 'Æ':
		return append(to, "ae"...)
	case 'œ', 'Œ':
		return append(to, "oe"...)
	}
	if plain == '.' {
		return foldOther(to, c)
	}
	return append(to, plain)
}

func cyrillic(c rune) rune {
	switch {
	case c < 0x0410:
		c += 0x50
	case c < 0x0430:
		c += 0x20
	case c >= 0x0460:
		c = unicode.ToLower(c)
	}
	switch c {
	case 'ё', 'ѐ':
		return 'е'
	case 'й', 'ѝ':
		return 'и'
	case 'ї':
		return 'і'
	case 'ґ':
		return 'г'
	}
	return c
}

// foldArabic makes one of the letters that Arabic and Persian keyboards have
// each their own of, and of alef and waw with what they carry.
func foldArabic(to []byte, c rune) []byte {
	switch c {
	case 'ي', 'ى', 'ئ':
		c = 'ی'
	case 'ك':
		c = 'ک'
	case 'ة', 'ۀ', 'ە':
		c = 'ه'
	case 'أ', 'إ', 'آ', 'ٱ':
		c = 'ا'
	case 'ؤ':
		c = 'و'
	case 'ـ', 'ء':
		return to
	}
	switch {
	case c >= 0x0620 && c <= 0x064A, c >= 0x0671 && c <= 0x06D3:
		return utf8.AppendRune(to, c)
	case c >= 0x064B && c <= 0x065F, c == 0x0670, unicode.Is(unicode.Mn, c):
		return to // vowel signs
	}
	return foldOther(to, c)
}

func foldOther(to []byte, c rune) []byte {
	if unicode.IsLetter(c) || unicode.Is(unicode.M, c) {
		return utf8.AppendRune(to, unicode.ToLower(c))
	}
	if digit, ok := digitOf(c); ok {
		return append(to, digit)
	}
	return append(to, ' ')
}

// digitOf relies on Unicode's promise that the ten digits of a script stand
// together, zero first.
func digitOf(c rune) (byte, bool) {
	if !unicode.Is(unicode.Nd, c) {
		return 0, false
	}
	zero := c
	for unicode.Is(unicode.Nd, zero-1) && c-zero < 9 {
		zero--
	}
	return byte('0' + c - zero), true
}
