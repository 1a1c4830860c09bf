package referral

import "io/fs"

// ReadBook reads a book from the files of three folders: vocabularies,
// requirement sets, and consent texts. A file that is not one is an error.
func ReadBook(vocabularies, requirements, consents fs.FS) (Book, error) {
	words, err := readAll(vocabularies, ParseVocabulary)
	if err != nil {
		return Book{}, err
	}
	sets, err := readAll(requirements, ParseRequirements)
	if err != nil {
		return Book{}, err
	}
	texts, err := readAll(consents, ParseConsentText)
	if err != nil {
		return Book{}, err
	}
	return NewBook(words, sets, texts...)
}

func readAll[T any](folder fs.FS, parse func([]byte) (T, error)) ([]T, error) {
	names, err := fs.Glob(folder, "*.json")
	if err != nil {
		return nil, err
	}
	var all []T
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		one, err := parse(data)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}
