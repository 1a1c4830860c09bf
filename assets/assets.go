// Package assets holds what Harbour says and knows as data: vocabularies,
// requirement sets, consent texts, the words of the screens, word lists, the
// JSON Schema of a case, and invented cases to practise with.
//
// It never interprets a byte of them: who asks for a file parses it and
// refuses what it does not understand. Fonts and icons are packages of their
// own, so that a program without a window does not carry them.
package assets

import (
	"embed"
	"io/fs"
)

// The word lists that Wordlist knows.
const (
	CaseWords       = "case"       // 512 nouns for case codes
	PassphraseWords = "passphrase" // 7776 words, 12.9 bits each
)

var (
	//go:embed vocab/*.json
	vocab embed.FS
	//go:embed requirements/*.json
	requirements embed.FS
	//go:embed consent/*.json
	consent embed.FS
	//go:embed practice
	practice embed.FS
	//go:embed words
	words embed.FS
	//go:embed wordlists/*.txt
	wordlists embed.FS
	//go:embed schema/case.schema.json
	schema []byte
)

// Vocabularies returns the files of form vocabulary/1, one for each list of
// codes, named after it: country.json.
func Vocabularies() fs.FS { return below(vocab, "vocab") }

// Requirements returns the files of form requirements/1, one for each pathway.
func Requirements() fs.FS { return below(requirements, "requirements") }

// Consents returns the files of form consent-text/1: what is read to people
// before they agree, named as a consent's wording names it.
func Consents() fs.FS { return below(consent, "consent") }

// Practice returns invented cases of form case/1, and two small papers,
// letter.png and statement.txt, to attach to them.
func Practice() fs.FS { return below(practice, "practice") }

// Words returns a folder for each language with the words of the screens, one
// file for each area: en/common.json.
func Words() fs.FS { return below(words, "words") }

// Wordlist returns the list of that name, one word a line, sorted. The error
// is fs.ErrNotExist for a name other than CaseWords and PassphraseWords.
func Wordlist(name string) ([]byte, error) {
	return wordlists.ReadFile("wordlists/" + name + ".txt")
}

// Schema returns the JSON Schema (2020-12) of a case document, case/1. The
// bytes are a copy.
func Schema() []byte { return append([]byte(nil), schema...) }

func below(tree embed.FS, dir string) fs.FS {
	sub, err := fs.Sub(tree, dir)
	if err != nil {
		panic("assets: folder name is invalid")
	}
	return sub
}
