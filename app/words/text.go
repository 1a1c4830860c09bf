package words

import (
	"fmt"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Words is one language of a Book. It may be copied and used from several
// goroutines.
type Words struct {
	tag          language.Tag
	own, english map[string]entry
}

// Language returns the language that was found, such as "fr".
func (w Words) Language() string { return w.tag.String() }

// Has reports whether there is a text for key, be it the English one.
func (w Words) Has(key string) bool {
	_, ok := w.own[key]
	if !ok {
		_, ok = w.english[key]
	}
	return ok
}

// Text returns the text of key with its placeholders filled. The arguments
// are pairs of name and value, or one map[string]any. The value of "n", an
// int, chooses the plural form. Whole numbers are written as the language
// writes them, all else as it is. An unknown key comes back as itself, and a
// placeholder without a value stays visible.
func (w Words) Text(key string, args ...any) string {
	values := pairs(args)
	tag, e := w.tag, w.own[key]
	if e == nil {
		tag, e = language.English, w.english[key]
	}
	if e == nil {
		return key
	}
	t, ok := e[formOf(tag, values["n"])]
	if !ok {
		t = e[plural.Other]
	}
	return w.fill(t, values)
}

// Number returns n with the digits and separators of the language.
func (w Words) Number(n int) string {
	return message.NewPrinter(w.tag).Sprint(number.Decimal(n))
}

// Bytes returns a size in decimal units with three digits or so, such as
// "11.4 MB". A size below zero is written as zero.
func (w Words) Bytes(size int64) string {
	if size < 1000 {
		return w.Text("bytes.b", "n", int(max(size, 0)))
	}
	value, unit := float64(size)/1e3, "bytes.kb"
	for _, next := range []string{"bytes.mb", "bytes.gb"} {
		// 999.95 kB would be rounded to 1000.
		if value < 999.95 {
			break
		}
		value, unit = value/1e3, next
	}
	amount := message.NewPrinter(w.tag).Sprint(number.Decimal(value, number.MaxFractionDigits(1)))
	return w.Text(unit, "amount", amount)
}

func (w Words) fill(t template, values map[string]any) string {
	var b strings.Builder
	for _, p := range t {
		value, ok := values[p.name]
		switch {
		case p.name == "":
			b.WriteString(p.text)
		case !ok:
			b.WriteString("{" + p.name + "}")
		default:
			b.WriteString(w.show(value))
		}
	}
	return b.String()
}

func (w Words) show(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int:
		return w.Number(v)
	}
	return fmt.Sprint(value)
}

// formOf returns the plural form of a count; what is no count has Other.
func formOf(tag language.Tag, count any) plural.Form {
	n, ok := count.(int)
	if !ok {
		return plural.Other
	}
	return plural.Cardinal.MatchPlural(tag, max(n, -n), 0, 0, 0, 0)
}

func pairs(args []any) map[string]any {
	if len(args) == 1 {
		if m, ok := args[0].(map[string]any); ok {
			return m
		}
	}
	m := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		m[fmt.Sprint(args[i])] = args[i+1]
	}
	return m
}
