package words_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"harbour/app/words"
	"harbour/assets"
)

func TestText(t *testing.T) {
	b := parse(t, map[string]string{
		"en/a.json": `{"saved":"Saved {time}","people":{"one":"{n} person","other":"{n} people"},"only":"English"}`,
		"fr/a.json": `{"saved":"Enregistré à {time}","people":{"one":"{n} personne","other":"{n} personnes"}}`,
		"pl/a.json": `{"people":{"one":"{n} osoba","few":"{n} osoby","many":"{n} osób","other":"{n} osoby"}}`,
	})
	tests := []struct {
		lang, key string
		args      []any
		want      string
	}{
		{"en", "saved", []any{"time", "14:02"}, "Saved 14:02"},
		{"en", "saved", []any{map[string]any{"time": "14:02"}}, "Saved 14:02"},
		{"en", "saved", nil, "Saved {time}"},
		{"en", "people", []any{"n", 1}, "1 person"},
		{"en", "people", []any{"n", 0}, "0 people"},
		{"en", "people", []any{"n", 12000}, "12,000 people"},
		{"fr", "people", []any{"n", 0}, "0 personne"},
		{"fr-CA", "saved", []any{"time", "14:02"}, "Enregistré à 14:02"},
		{"fr", "only", nil, "English"},
		{"pl", "people", []any{"n", 3}, "3 osoby"},
		{"pl", "people", []any{"n", 5}, "5 osób"},
		{"pl", "people", []any{"n", 22}, "22 osoby"},
		{"tlh", "only", nil, "English"},
		{"not a language", "only", nil, "English"},
		{"en", "nowhere", nil, "nowhere"},
	}
	for _, tt := range tests {
		if got := b.In(tt.lang).Text(tt.key, tt.args...); got != tt.want {
			t.Errorf("%s %s %v: got %q, want %q", tt.lang, tt.key, tt.args, got, tt.want)
		}
	}
	if got := b.Missing("fr"); !slices.Equal(got, []string{"only"}) {
		t.Errorf("got %v missing in fr, want only", got)
	}
	if got := b.Languages(); !slices.Equal(got, []string{"en", "fr", "pl"}) {
		t.Errorf("got languages %v", got)
	}
}

func TestZeroBook(t *testing.T) {
	if got := (words.Book{}).In("fr").Text("key"); got != "key" {
		t.Errorf("got %q, want the key", got)
	}
}

func TestParseRefuses(t *testing.T) {
	tests := map[string]struct {
		files map[string]string
		want  string
	}{
		"a key twice in a file":       {map[string]string{"en/a.json": `{"k":"1","k":"2"}`}, "twice"},
		"a key twice in two files":    {map[string]string{"en/a.json": `{"k":"1"}`, "en/b.json": `{"k":"2"}`}, "twice"},
		"a plural without other":      {map[string]string{"en/a.json": `{"k":{"one":"1"}}`}, "without other"},
		"an unknown plural form":      {map[string]string{"en/a.json": `{"k":{"other":"1","most":"2"}}`}, "plural form"},
		"an open placeholder":         {map[string]string{"en/a.json": `{"k":"Saved {time"}`}, "not closed"},
		"a stray brace":               {map[string]string{"en/a.json": `{"k":"Saved time}"}`}, "not closed"},
		"a number":                    {map[string]string{"en/a.json": `{"k":1}`}, "flat object"},
		"a list":                      {map[string]string{"en/a.json": `["k"]`}, "flat object"},
		"half a file":                 {map[string]string{"en/a.json": `{"k":"1"`}, "EOF"},
		"a folder that is none":       {map[string]string{"en/a.json": `{}`, "words/a.json": `{}`}, "no language"},
		"a key that english lacks":    {map[string]string{"en/a.json": `{}`, "fr/a.json": `{"k":"1"}`}, "english lacks"},
		"a placeholder of its own":    {map[string]string{"en/a.json": `{"k":"{n}"}`, "fr/a.json": `{"k":"{m}"}`}, "placeholders"},
		"a placeholder that was lost": {map[string]string{"en/a.json": `{"k":"{n}"}`, "fr/a.json": `{"k":"x"}`}, "placeholders"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := words.Parse(tree(tt.files))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want an error about %q", err, tt.want)
			}
		})
	}
	if _, err := words.Parse(tree(map[string]string{"fr/a.json": `{}`})); !errors.Is(err, words.ErrNoEnglish) {
		t.Errorf("got %v, want ErrNoEnglish", err)
	}
}

func TestDates(t *testing.T) {
	w := english(t)
	day := time.Date(2026, 3, 19, 14, 2, 0, 0, time.FixedZone("", 3*3600))
	for got, want := range map[string]string{
		w.Date(day):      "19 March 2026",
		w.DayMonth(day):  "19 March",
		w.ShortDay(day):  "19 Mar",
		w.Weekday(day):   "Thursday, 19 March",
		w.MonthYear(day): "March 2026",
		w.Clock(day):     "14:02",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestBytes(t *testing.T) {
	w := english(t)
	tests := []struct {
		size int64
		want string
	}{
		{-1, "0 bytes"}, {1, "1 byte"}, {999, "999 bytes"}, {1000, "1 kB"}, {412_000, "412 kB"},
		{999_949, "999.9 kB"}, {999_950, "1 MB"}, {11_400_000, "11.4 MB"}, {1 << 30, "1.1 GB"},
	}
	for _, tt := range tests {
		if got := w.Bytes(tt.size); got != tt.want {
			t.Errorf("%d: got %q, want %q", tt.size, got, tt.want)
		}
	}
}

func parse(t testing.TB, files map[string]string) words.Book {
	t.Helper()
	b, err := words.Parse(tree(files))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func english(t testing.TB) words.Words {
	t.Helper()
	b, err := words.Parse(assets.Words())
	if err != nil {
		t.Fatal(err)
	}
	return b.In(words.English)
}

func tree(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}
