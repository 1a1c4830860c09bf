package words

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/feature/plural"
)

var (
	errTwice        = errors.New("key stands twice")
	errShape        = errors.New("not a flat object of texts")
	errNoOther      = errors.New("plural without other")
	errForm         = errors.New("no such plural form")
	errBrace        = errors.New("placeholder not closed")
	errNotEnglish   = errors.New("english lacks this key")
	errPlaceholders = errors.New("placeholders differ from english")
)

// forms are the CLDR names of plural forms.
var forms = map[string]plural.Form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two,
	"few": plural.Few, "many": plural.Many, "other": plural.Other,
}

// entry is the text of one key, by plural form; a text without plurals has
// the form Other alone.
type entry map[plural.Form]template

// names returns the placeholders of all forms, sorted, each once. A form may
// leave one out: "one person" needs no {n}.
func (e entry) names() []string {
	seen := map[string]bool{}
	for _, t := range e {
		for _, p := range t {
			if p.name != "" {
				seen[p.name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// template is a text cut at its placeholders.
type template []piece

// piece is either plain text or the name of a placeholder.
type piece struct{ text, name string }

// parseArea adds the keys of one file to into. It reads tokens, because a
// decoder would let the second of two equal keys win.
func parseArea(raw []byte, into map[string]entry) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	if err := open(d); err != nil {
		return err
	}
	for d.More() {
		key, err := word(d)
		if err != nil {
			return err
		}
		if _, ok := into[key]; ok {
			return fmt.Errorf("%s: %w", key, errTwice)
		}
		e, err := parseEntry(d)
		if err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		into[key] = e
	}
	_, err := d.Token()
	return err
}

func parseEntry(d *json.Decoder) (entry, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	if text, ok := token.(string); ok {
		t, err := parseTemplate(text)
		return entry{plural.Other: t}, err
	}
	if token != json.Delim('{') {
		return nil, errShape
	}
	return parseForms(d)
}

func parseForms(d *json.Decoder) (entry, error) {
	e := entry{}
	for d.More() {
		name, err := word(d)
		if err != nil {
			return nil, err
		}
		form, ok := forms[name]
		if !ok {
			return nil, errForm
		}
		if _, ok := e[form]; ok {
			return nil, errTwice
		}
		text, err := word(d)
		if err != nil {
			return nil, err
		}
		if e[form], err = parseTemplate(text); err != nil {
			return nil, err
		}
	}
	if _, ok := e[plural.Other]; !ok {
		return nil, errNoOther
	}
	_, err := d.Token()
	return e, err
}

func parseTemplate(text string) (template, error) {
	var t template
	for text != "" {
		plain, rest, found := strings.Cut(text, "{")
		if strings.Contains(plain, "}") {
			return nil, errBrace
		}
		if plain != "" {
			t = append(t, piece{text: plain})
		}
		if !found {
			break
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed || !isName(name) {
			return nil, errBrace
		}
		t = append(t, piece{name: name})
		text = after
	}
	return t, nil
}

func isName(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return r != '_' && !unicode.IsLower(r) && !unicode.IsDigit(r)
	})
}

func open(d *json.Decoder) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	if token != json.Delim('{') {
		return errShape
	}
	return nil
}

func word(d *json.Decoder) (string, error) {
	token, err := d.Token()
	if err != nil {
		return "", err
	}
	s, ok := token.(string)
	if !ok {
		return "", errShape
	}
	return s, nil
}
