package assets_test

import (
	"slices"
	"testing"

	"golang.org/x/text/unicode/norm"

	"harbour/app/referral"
	"harbour/assets"
)

// TestConsents: each text names all that can be chosen, tells all that people
// are to be told, and is in the languages that are promised.
func TestConsents(t *testing.T) {
	book := book(t)
	for name, raw := range files(t, assets.Consents(), "*.json") {
		text, err := referral.ParseConsentText(raw)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if text.ID+".json" != name || !norm.NFC.IsNormal(raw) {
			t.Errorf("%s holds %s", name, text.ID)
		}
		for language, reviewed := range map[referral.Code]bool{
			"eng": true, "fra": true, "pes": false, "prs": false, "ara": false, "spa": false, "rus": false, "amh": false,
		} {
			words, own := text.In(language)
			if !own || words.Reviewed != reviewed {
				t.Errorf("%s: %s is there %v, reviewed %v", name, language, own, words.Reviewed)
			}
		}
		for _, words := range text.Texts {
			checkConsentWords(t, book, words)
		}
	}
	if _, err := referral.ReadBook(assets.Vocabularies(), assets.Requirements(), assets.Consents()); err != nil {
		t.Error(err)
	}
}

func checkConsentWords(t *testing.T, book referral.Book, words referral.ConsentWords) {
	t.Helper()
	for _, language := range append([]referral.Code{words.Language}, words.Serves...) {
		if !book.Vocabulary("language").Has(language) {
			t.Errorf("%s is no language of the list", language)
		}
	}
	for _, e := range book.Vocabulary("consent_purpose").Entries {
		if words.Purposes[e.Code] == "" {
			t.Errorf("%s: no name for the purpose %s", words.Language, e.Code)
		}
	}
	for _, e := range book.Vocabulary("recipient_role").Entries {
		if words.Recipients[e.Code] == "" {
			t.Errorf("%s: no name for %s", words.Language, e.Code)
		}
	}
	for _, s := range referral.Sections() {
		if words.Sections[s] == "" {
			t.Errorf("%s: no name for the section %s", words.Language, s)
		}
	}
	for _, e := range book.Vocabulary("information_given").Entries {
		if !slices.ContainsFunc(words.Sentences, func(s referral.ConsentSentence) bool { return s.Code == e.Code }) {
			t.Errorf("%s: does not tell %s", words.Language, e.Code)
		}
	}
}
