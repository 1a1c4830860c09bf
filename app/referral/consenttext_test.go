package referral_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"harbour/app/referral"
)

const consentFile = `{"schema":"consent-text/1","id":"plain-1","version":"2026-03","texts":[
{"language":"eng","reviewed":true,"between":", ","blank":"none yet","purposes":{"referral":"resettlement"},
 "recipients":{"office":"the office","iom":"IOM"},"sections":{"people":"who you are","work":"your work"},
 "sentences":[{"code":"purpose","text":"For {purposes}."},{"code":"who","text":"To {recipients}: {sections}."}]},
{"language":"pes","serves":["fas"],"reviewed":false,"between":"، ","blank":"هیچ","purposes":{"referral":"اسکان"},
 "recipients":{"office":"دفتر","iom":"آی\u200cاوام"},"sections":{"people":"شما","work":"کار"},
 "sentences":[{"code":"purpose","text":"برای {purposes}."},{"code":"who","text":"به {recipients}: {sections}."}]}]}`

func TestConsentText_Sheet(t *testing.T) {
	text, err := referral.ParseConsentText([]byte(consentFile))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		language referral.Code
		consent  referral.Consent
		own      bool
		want     []string
	}{
		{"eng", referral.Consent{}, true, []string{"For none yet.", "To none yet: none yet."}},
		{"eng", referral.Consent{
			Purposes: []referral.Code{"referral"}, ScopeRecipients: []referral.Code{"office", "iom"},
			ScopeSections: []referral.Section{"people", "work"},
		}, true, []string{"For resettlement.", "To the office, IOM: who you are, your work."}},
		{"fas", referral.Consent{ScopeRecipients: []referral.Code{"iom", "office"}}, true, []string{"برای هیچ.", "به آی\u200cاوام، دفتر: هیچ."}},
		{"som", referral.Consent{ScopeRecipients: []referral.Code{"{sections}"}}, false, []string{"For none yet.", "To {sections}: none yet."}},
	} {
		words, own := text.In(test.language)
		if got := words.Sheet(&test.consent); own != test.own || !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v %q, want %v %q", test.language, own, got, test.own, test.want)
		}
	}
}

func TestParseConsentText_refuses(t *testing.T) {
	for name, change := range map[string][2]string{
		"not JSON":              {"{", "["},
		"another schema":        {"consent-text/1", "vocabulary/1"},
		"no id":                 {`"plain-1"`, `""`},
		"no English":            {`"eng"`, `"deu"`},
		"a language twice":      {`"fas"`, `"eng"`},
		"another sentence":      {`"who","text":"به`, `"whom","text":"به`},
		"a sentence less":       {`{"code":"purpose","text":"برای {purposes}."},`, ``},
		"an empty sentence":     {"برای {purposes}.", " "},
		"a choice left out":     {"به {recipients}: ", "به "},
		"a name left out":       {`"دفتر"`, `""`},
		"a name that is new":    {`"office":"دفتر"`, `"office":"دفتر","other":"x"`},
		"nothing between names": {`"، "`, `""`},
	} {
		data := strings.Replace(consentFile, change[0], change[1], 1)
		if _, err := referral.ParseConsentText([]byte(data)); !errors.Is(err, referral.ErrConsentText) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	newer := strings.Replace(consentFile, "consent-text/1", "consent-text/2", 1)
	if _, err := referral.ParseConsentText([]byte(newer)); !errors.Is(err, referral.ErrNewerData) {
		t.Errorf("newer: got %v", err)
	}
}

func TestNewBook_refuses_a_consent_text_twice(t *testing.T) {
	text, err := referral.ParseConsentText([]byte(consentFile))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := referral.NewBook(nil, nil, text, text); !errors.Is(err, referral.ErrConsentText) {
		t.Errorf("got %v", err)
	}
	book, err := referral.NewBook(nil, nil, text)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := book.ConsentText("plain-1"); !ok {
		t.Error("is not found")
	}
}
