// Package words turns message keys into text in one language: plurals, dates,
// clock times, numbers and sizes as that language writes them.
//
// It never shows, stores or guesses anything: who knows a value gives it, and
// a key that no file holds comes back as itself, for a test to find.
package words

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"

	"golang.org/x/text/language"
)

// English is the language that every key must have; it stands in where
// another language lacks one.
const English = "en"

// ErrNoEnglish means that the files hold no folder en.
var ErrNoEnglish = errors.New("words: no english")

// Book holds the words of every language there is. The zero Book knows none.
type Book struct {
	languages map[string]map[string]entry
	tags      []language.Tag // English first
}

// Parse reads a folder for each language, its files flat objects of one area
// each: en/common.json. It refuses a key that stands twice, a plural without
// its "other", a placeholder that is not closed, and, in another language, a
// key or placeholder that English does not have.
func Parse(files fs.FS) (Book, error) {
	names, err := fs.Glob(files, "*/*.json")
	if err != nil {
		return Book{}, fmt.Errorf("list words: %w", err)
	}
	b := Book{languages: map[string]map[string]entry{}}
	for _, name := range names {
		if err := b.read(files, name); err != nil {
			return Book{}, fmt.Errorf("words %s: %w", name, err)
		}
	}
	if b.languages[English] == nil {
		return Book{}, ErrNoEnglish
	}
	return b, b.compare()
}

// Languages returns the languages there are, English first.
func (b Book) Languages() []string {
	list := make([]string, len(b.tags))
	for i, tag := range b.tags {
		list[i] = tag.String()
	}
	return list
}

// Keys returns every English key, sorted.
func (b Book) Keys() []string {
	return slices.Sorted(maps.Keys(b.languages[English]))
}

// Missing returns the English keys that a language lacks, sorted.
func (b Book) Missing(lang string) []string {
	var list []string
	for _, key := range b.Keys() {
		if _, ok := b.languages[lang][key]; !ok {
			list = append(list, key)
		}
	}
	return list
}

// In returns the words of the nearest language there is: fr for fr-CA, and
// English for what has none near it.
func (b Book) In(lang string) Words {
	if len(b.tags) == 0 {
		return Words{tag: language.English}
	}
	wanted, err := language.Parse(lang)
	if err != nil {
		wanted = language.English
	}
	_, i, sure := language.NewMatcher(b.tags).Match(wanted)
	if sure == language.No {
		i = 0
	}
	tag := b.tags[i]
	return Words{tag: tag, own: b.languages[tag.String()], english: b.languages[English]}
}

func (b *Book) read(files fs.FS, name string) error {
	raw, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	tag, err := language.Parse(path.Dir(name))
	if err != nil {
		return fmt.Errorf("folder is no language: %w", err)
	}
	lang := tag.String()
	if b.languages[lang] == nil {
		b.languages[lang] = map[string]entry{}
		b.tags = append(b.tags, tag)
		slices.SortFunc(b.tags, englishFirst)
	}
	return parseArea(raw, b.languages[lang])
}

func englishFirst(a, b language.Tag) int {
	switch {
	case a == b:
		return 0
	case a == language.English:
		return -1
	case b == language.English:
		return 1
	case a.String() < b.String():
		return -1
	}
	return 1
}

// compare holds every language against English.
func (b Book) compare() error {
	english := b.languages[English]
	for lang, own := range b.languages {
		for key, e := range own {
			model, ok := english[key]
			if !ok {
				return fmt.Errorf("words %s: %s: %w", lang, key, errNotEnglish)
			}
			if !slices.Equal(e.names(), model.names()) {
				return fmt.Errorf("words %s: %s: %w", lang, key, errPlaceholders)
			}
		}
	}
	return nil
}
