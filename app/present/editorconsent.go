package present

import (
	"harbour/app/referral"
)

// ConsentSheet is what is read to a person before they agree: the words of the
// consent in their language, with the names of what is chosen.
type ConsentSheet struct {
	Lines       []string // to be numbered
	Language    string   // in which they are, in the words of the screen
	RightToLeft bool
	Notes       []Message // what to know before reading them out
	ReadBack    bool
}

// ConsentSheet returns the sheet of the consent at a path as it is filled in
// now; ok is false where there is no consent, or no words for any.
func (e *Editor) ConsentSheet(path string) (sheet ConsentSheet, ok bool) {
	c := e.consentAt(path)
	if c == nil {
		return ConsentSheet{}, false
	}
	text, named, ok := e.consentText(c)
	if !ok {
		return ConsentSheet{}, false
	}
	words, own := text.In(c.Language)
	language := e.label("language", words.Language)
	sheet = ConsentSheet{
		Lines: words.Sheet(c), Language: language, RightToLeft: words.RightToLeft, ReadBack: c.ReadBack,
	}
	add := func(key string, args map[string]any) {
		sheet.Notes = append(sheet.Notes, Message{Key: key, Args: args})
	}
	if !named {
		add("consent.other_wording", map[string]any{"wording": c.Wording})
	}
	switch {
	case c.Language == "":
		add("consent.no_language", nil)
	case !own:
		add("consent.in_english", map[string]any{"language": e.label("language", c.Language)})
	case !words.Reviewed:
		add("consent.unreviewed", map[string]any{"language": language})
	}
	return sheet, true
}

// SetReadBack says whether the words of a consent were read to the person.
// Where it is not said yet which words and what was told by them, that is said,
// too.
func (e *Editor) SetReadBack(path string, done bool) {
	c := e.consentAt(path)
	v, ok := e.at(path)
	if c == nil || !ok {
		return
	}
	next := cloneValue(v)
	said := next.Addr().Interface().(*referral.Consent)
	if said.ReadBack = done; done {
		e.told(said)
	}
	e.closeChange()
	e.change(path, next)
	e.closeChange()
}

// told fills in what reading out the words has said.
func (e *Editor) told(c *referral.Consent) {
	text, named, ok := e.consentText(c)
	if !ok || !named {
		return
	}
	c.Wording = text.ID
	if len(c.InformationGiven) > 0 {
		return
	}
	words, _ := text.In(c.Language)
	list := e.desk.Book.Vocabulary("information_given")
	for _, s := range words.Sentences {
		if list.Has(s.Code) {
			c.InformationGiven = append(c.InformationGiven, s.Code)
		}
	}
}

// consentText returns the text that a consent names, or the one in use; named
// is false where it names one that is not here.
func (e *Editor) consentText(c *referral.Consent) (text referral.ConsentText, named, ok bool) {
	if c.Wording != "" {
		if text, ok = e.desk.Book.ConsentText(c.Wording); ok {
			return text, true, true
		}
	}
	text, ok = e.desk.Book.ConsentText(referral.DefaultWording)
	return text, c.Wording == "", ok
}

// consentAt returns the consent at a path, in place, or nil.
func (e *Editor) consentAt(path string) *referral.Consent {
	for i := range e.c.Referral.Consents {
		c := &e.c.Referral.Consents[i]
		if path == "consents/"+string(c.ID) {
			return c
		}
	}
	return nil
}
