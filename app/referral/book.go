package referral

import "fmt"

// Book is what the program knows besides the cases: vocabularies, requirement
// sets and consent texts. It is not changed after it was made.
type Book struct {
	vocabularies map[string]Vocabulary
	sets         []Requirements
	consents     map[string]ConsentText
}

// NewBook returns a book of the given vocabularies, sets and consent texts. It
// refuses one of them, or a version of a set, that is there twice.
func NewBook(vocabularies []Vocabulary, sets []Requirements, consents ...ConsentText) (Book, error) {
	book := Book{
		vocabularies: make(map[string]Vocabulary, len(vocabularies)),
		consents:     make(map[string]ConsentText, len(consents)),
	}
	for _, t := range consents {
		if _, twice := book.consents[t.ID]; twice {
			return Book{}, fmt.Errorf("%w: %q is there twice", ErrConsentText, t.ID)
		}
		book.consents[t.ID] = t
	}
	for _, v := range vocabularies {
		if _, twice := book.vocabularies[v.ID]; twice {
			return Book{}, fmt.Errorf("%w: %q is there twice", ErrVocabulary, v.ID)
		}
		book.vocabularies[v.ID] = v
	}
	for _, s := range sets {
		if _, twice := book.Set(s.Name()); twice {
			return Book{}, fmt.Errorf("%w: %q is there twice", ErrRequirements, s.Name())
		}
		book.sets = append(book.sets, s)
	}
	return book, nil
}

// Vocabulary returns the vocabulary of that id; one without entries, which
// labels each code as itself, when there is none.
func (b Book) Vocabulary(id string) Vocabulary { return b.vocabularies[id] }

// ConsentText returns the consent text of that id.
func (b Book) ConsentText(id string) (ConsentText, bool) {
	t, ok := b.consents[id]
	return t, ok
}

// Set returns the requirement set of that name, such as hrd/2026-02.
func (b Book) Set(name string) (Requirements, bool) {
	for _, s := range b.sets {
		if s.Name() == name {
			return s, true
		}
	}
	return Requirements{}, false
}

// SetFor returns the newest open set of the pathway. Where the pathway has
// none, or is not chosen yet, it is that of permanent_hrd_stream.
func (b Book) SetFor(pathway Code) (Requirements, bool) {
	if s, ok := b.newest(pathway); ok {
		return s, true
	}
	return b.newest(PathwayPermanent)
}

func (b Book) newest(pathway Code) (best Requirements, ok bool) {
	for _, s := range b.sets {
		if s.Open && s.Pathway == pathway && s.Version >= best.Version {
			best, ok = s, true
		}
	}
	return best, ok
}
