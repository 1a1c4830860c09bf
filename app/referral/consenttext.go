package referral

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrConsentText is returned for a file of consent words that is not one.
var ErrConsentText = errors.New("consent text is malformed")

// DefaultWording is the consent text that is read to people where no other is
// named.
const DefaultWording = "referral-1"

// english is the language that every consent text has.
const english Code = "eng"

// Bounds on a consent text: more is read to nobody.
const (
	maxTexts     = 200
	maxSentences = 40
)

// ConsentText is what is read to people before they agree, in several languages.
type ConsentText struct {
	Schema  string         `json:"schema"`
	ID      string         `json:"id"` // as Consent.Wording names it
	Version string         `json:"version"`
	Texts   []ConsentWords `json:"texts"`
}

// ConsentWords is a consent text in one language, with the names of what can
// be chosen in it.
type ConsentWords struct {
	Language    Code               `json:"language"`         // ISO 639-3
	Serves      []Code             `json:"serves,omitempty"` // other languages whose speakers it is read to
	Reviewed    bool               `json:"reviewed"`         // by a speaker
	RightToLeft bool               `json:"right_to_left,omitzero"`
	Between     string             `json:"between"` // names in a row
	Blank       string             `json:"blank"`   // where nothing is chosen yet
	Purposes    map[Code]string    `json:"purposes"`
	Recipients  map[Code]string    `json:"recipients"`
	Sections    map[Section]string `json:"sections"`
	Sentences   []ConsentSentence  `json:"sentences"`
}

// ConsentSentence is one numbered sentence, or a few that belong together.
// {purposes}, {recipients} and {sections} stand for what is chosen.
type ConsentSentence struct {
	Code Code   `json:"code"` // as in Consent.InformationGiven, where it is told there
	Text string `json:"text"`
}

// ParseConsentText reads one file of consent words. It refuses one without
// English, with a language twice, with sentences that differ by language, that
// leave out what is chosen, or of a higher schema number.
func ParseConsentText(data []byte) (ConsentText, error) {
	var t ConsentText
	if err := parseData(data, "consent-text", &t, ErrConsentText); err != nil {
		return ConsentText{}, err
	}
	if t.ID == "" || t.Version == "" || len(t.Texts) > maxTexts {
		return ConsentText{}, ErrConsentText
	}
	model, ok := t.find(english)
	if !ok {
		return ConsentText{}, fmt.Errorf("%w: %s has no English", ErrConsentText, t.ID)
	}
	seen := map[Code]bool{}
	for _, w := range t.Texts {
		for _, language := range append([]Code{w.Language}, w.Serves...) {
			if language == "" || seen[language] {
				return ConsentText{}, fmt.Errorf("%w: %s in %q", ErrConsentText, t.ID, language)
			}
			seen[language] = true
		}
		if !w.like(model) {
			return ConsentText{}, fmt.Errorf("%w: %s in %q", ErrConsentText, t.ID, w.Language)
		}
	}
	return t, nil
}

// In returns the words in the language. Where there are none it is the English
// ones, and own is false.
func (t ConsentText) In(language Code) (words ConsentWords, own bool) {
	if w, ok := t.find(language); ok {
		return w, true
	}
	w, _ := t.find(english)
	return w, false
}

func (t ConsentText) find(language Code) (ConsentWords, bool) {
	i := slices.IndexFunc(t.Texts, func(w ConsentWords) bool {
		return w.Language == language || slices.Contains(w.Serves, language)
	})
	if i < 0 {
		return ConsentWords{}, false
	}
	return t.Texts[i], true
}

// like reports whether the words are whole, and tell what the model tells.
func (w ConsentWords) like(model ConsentWords) bool {
	if len(w.Sentences) == 0 || len(w.Sentences) > maxSentences || len(w.Sentences) != len(model.Sentences) ||
		w.Between == "" || w.Blank == "" {
		return false
	}
	all := ""
	for i, s := range w.Sentences {
		if s.Code == "" || s.Code != model.Sentences[i].Code || strings.TrimSpace(s.Text) == "" {
			return false
		}
		all += s.Text
	}
	for _, chosen := range []string{"{purposes}", "{recipients}", "{sections}"} {
		if strings.Count(all, chosen) != 1 {
			return false
		}
	}
	return sameKeys(w.Purposes, model.Purposes) && sameKeys(w.Recipients, model.Recipients) && sameKeys(w.Sections, model.Sections)
}

func sameKeys[K comparable](a, b map[K]string) bool {
	for key := range b {
		if a[key] == "" {
			return false
		}
	}
	return len(a) == len(b)
}

// Sheet returns the sentences as they are read out for a consent, with the
// names of what it covers. A code that the text does not name stands as it is.
func (w ConsentWords) Sheet(c *Consent) []string {
	chosen := strings.NewReplacer(
		"{purposes}", named(w, w.Purposes, c.Purposes),
		"{recipients}", named(w, w.Recipients, c.ScopeRecipients),
		"{sections}", named(w, w.Sections, c.ScopeSections),
	)
	lines := make([]string, len(w.Sentences))
	for i, s := range w.Sentences {
		lines[i] = chosen.Replace(s.Text)
	}
	return lines
}

// named sets the names of the chosen in a row.
func named[K ~string](w ConsentWords, names map[K]string, chosen []K) string {
	var list []string
	for _, code := range chosen {
		name := names[code]
		if name == "" {
			name = string(code)
		}
		list = append(list, name)
	}
	if len(list) == 0 {
		return w.Blank
	}
	return strings.Join(list, w.Between)
}
