package referral

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Errors of the files that the program reads its words and rules from.
var (
	ErrVocabulary   = errors.New("vocabulary is malformed")
	ErrRequirements = errors.New("requirement set is malformed")
	ErrNewerData    = errors.New("data needs a newer version")
)

// Bounds on a data file, so that a set from elsewhere cannot exhaust memory.
const (
	maxDataBytes = 4 << 20
	maxEntries   = 20_000
	maxRules     = 1_000
)

// Vocabulary is the list of codes that a field may have.
type Vocabulary struct {
	Schema  string  `json:"schema"`
	ID      string  `json:"id"`
	Version string  `json:"version"`
	Entries []Entry `json:"entries"`
}

// Entry is one code, its words by language, other spellings by which it is
// found, and what other bodies call it.
type Entry struct {
	Code  Code              `json:"code"`
	Label map[string]string `json:"label"`
	Alias []string          `json:"alias,omitempty"`
	Maps  map[string]string `json:"maps,omitempty"`
}

// ParseVocabulary reads one vocabulary file. It refuses one without entries,
// with a code twice, without an English label, or of a higher schema number.
func ParseVocabulary(data []byte) (Vocabulary, error) {
	var v Vocabulary
	if err := parseData(data, "vocabulary", &v, ErrVocabulary); err != nil {
		return Vocabulary{}, err
	}
	if v.ID == "" || v.Version == "" || len(v.Entries) == 0 || len(v.Entries) > maxEntries {
		return Vocabulary{}, ErrVocabulary
	}
	seen := make(map[Code]bool, len(v.Entries))
	for _, e := range v.Entries {
		if e.Code == "" || seen[e.Code] || e.Label["en"] == "" {
			return Vocabulary{}, fmt.Errorf("%w: %s entry %q", ErrVocabulary, v.ID, e.Code)
		}
		seen[e.Code] = true
	}
	return v, nil
}

// Has reports whether the vocabulary knows the code.
func (v Vocabulary) Has(code Code) bool { return v.find(code) != nil }

// Label returns the code's words in the language, else in English, else the
// code itself: an unknown code is shown as it is.
func (v Vocabulary) Label(code Code, lang string) string {
	e := v.find(code)
	if e == nil {
		return string(code)
	}
	return e.label(lang)
}

// Lookup returns the entries of which a word of the label, the code or an
// alias begins with what was typed: labels first, then in the list's order.
// It returns all of them for nothing typed.
func (v Vocabulary) Lookup(typed, lang string) []Entry {
	typed = strings.ToLower(strings.TrimSpace(typed))
	type hit struct{ rank, at int }
	var hits []hit
	for i, e := range v.Entries {
		if rank := e.rank(typed, lang); rank >= 0 {
			hits = append(hits, hit{rank, i})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(a.rank, b.rank) })
	found := make([]Entry, len(hits))
	for i, h := range hits {
		found[i] = v.Entries[h.at]
	}
	return found
}

func (v Vocabulary) find(code Code) *Entry {
	for i := range v.Entries {
		if v.Entries[i].Code == code {
			return &v.Entries[i]
		}
	}
	return nil
}

func (e Entry) label(lang string) string {
	if label := e.Label[lang]; label != "" {
		return label
	}
	return e.Label["en"]
}

// rank is 0 for a label that begins so, 1 for a later word of it or the code,
// 2 for an alias, -1 for none.
func (e Entry) rank(typed, lang string) int {
	label := strings.ToLower(e.label(lang))
	if strings.HasPrefix(label, typed) {
		return 0
	}
	if strings.HasPrefix(strings.ToLower(string(e.Code)), typed) || wordBegins(label, typed) {
		return 1
	}
	for _, alias := range e.Alias {
		if wordBegins(strings.ToLower(alias), typed) {
			return 2
		}
	}
	return -1
}

func wordBegins(text, typed string) bool {
	words := strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
	return strings.HasPrefix(text, typed) || slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, typed) })
}

func parseData(data []byte, schema string, into any, malformed error) error {
	if len(data) > maxDataBytes {
		return malformed
	}
	var head struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return fmt.Errorf("%w: %w", malformed, err)
	}
	name, number, ok := ParseSchema(head.Schema)
	if !ok || name != schema {
		return malformed
	}
	if number > 1 {
		return ErrNewerData
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("%w: %w", malformed, err)
	}
	return nil
}
