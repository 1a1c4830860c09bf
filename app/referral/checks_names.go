package referral

import (
	"slices"
	"strings"
	"unicode"
)

const latin = "Latn"

// latinName asks for one primary name in Latin script each (domain 7.3).
func (a audience) latinName() []outcome {
	var all []outcome
	for _, p := range a.peopleWho(a.bindsPerson) {
		all = append(all, outcome{path: personPath(p, "names"), settled: p.primaryLatin() != nil, args: a.named(p)})
	}
	return all
}

// nativeName is V39: whose first language has a script of its own is written
// in it, too (domain 7.3).
func (a audience) nativeName() []outcome {
	scripts := param(a.rule, "scripts", map[string]string(nil))
	var all []outcome
	for _, p := range a.peopleWho(a.bindsPerson) {
		languages := p.Languages.Get()
		if len(languages) == 0 || !written(scripts, languages[0].Code) {
			continue
		}
		has := slices.ContainsFunc(p.Names, func(n Name) bool { return n.Script != "" && n.Script != latin && n.Full != "" })
		all = append(all, outcome{path: personPath(p, "names"), settled: has, args: a.named(p)})
	}
	return all
}

// written reports whether one of the scripts lists the language.
func written(scripts map[string]string, language Code) bool {
	for _, languages := range scripts {
		if strings.Contains(" "+languages+" ", " "+string(language)+" ") {
			return true
		}
	}
	return false
}

// spelling is V40: a name that runs in the family is spelt one way: the office
// would take two for two families. Each name is held against one parent only.
func (a audience) spelling() []outcome {
	var all []outcome
	for i := range a.People {
		child := &a.People[i]
		if child.primaryLatin() == nil {
			continue
		}
		parents := a.spelledParents(child)
		family := nameWords(child.primaryLatin().FamilyPart)
		heir := nearest(family, parents)
		for j, p := range parents {
			words := child.wordsFor(p)
			if j == heir {
				words = append(words, family...)
			}
			o := outcome{path: personPath(child, "names"), settled: true}
			if one, other, clash := clashing(words, p.words); clash {
				o.settled, o.args = false, a.namedWith(child, "parent", p.Person)
				o.args["one"], o.args["other"] = one, other
			}
			all = append(all, o)
		}
	}
	return all
}

// spelledParent is a parent by birth or law and the words of their name.
type spelledParent struct {
	*Person
	words []string
}

func (a audience) spelledParents(child *Person) []spelledParent {
	var all []spelledParent
	for _, link := range child.Parents {
		p := a.PersonByID(link.Person)
		if p != nil && p.primaryLatin() != nil && (link.Kind == ParentBiological || link.Kind == ParentAdopted) {
			all = append(all, spelledParent{p, nameWords(p.primaryLatin().Full)})
		}
	}
	return all
}

// wordsFor returns what the person calls that parent: the name of a mother or
// of a father, and of one whose sex no paper tells the name that fits better.
func (p *Person) wordsFor(parent spelledParent) []string {
	father, mother := nameWords(p.FatherName.Get()), nameWords(p.MotherName.Get())
	switch parent.SexDocument.Get() {
	case sexFemale:
		return mother
	case sexMale:
		return father
	}
	if fit(mother, parent.words) > fit(father, parent.words) {
		return mother
	}
	return father
}

// nearest returns which parent the words fit best, the first of several.
func nearest(words []string, parents []spelledParent) int {
	best, most := 0, -1
	for i, p := range parents {
		if n := fit(words, p.words); n > most {
			best, most = i, n
		}
	}
	return best
}

// fit counts how much of one name is in another: two for a word that is the
// same, one for a word that is spelt apart.
func fit(ours, theirs []string) int {
	n := 0
	for _, w := range ours {
		switch {
		case slices.Contains(theirs, w):
			n += 2
		case apartFrom(w, theirs) != "":
			n++
		}
	}
	return n
}

func (p *Person) primaryLatin() *Name {
	for i := range p.Names {
		if n := &p.Names[i]; n.IsPrimary && n.Script == latin && strings.TrimSpace(n.Full) != "" {
			return n
		}
	}
	return nil
}

// nameWords returns the Latin words of a name in capitals, sorted.
func nameWords(name string) []string {
	words := strings.FieldsFunc(strings.ToUpper(name), func(r rune) bool { return !unicode.Is(unicode.Latin, r) })
	slices.Sort(words)
	return words
}

// clashing returns two words that are spelt apart and mean the same name. A
// word that stands there as it is clashes with nothing.
func clashing(ours, theirs []string) (one, other string, clash bool) {
	for _, w := range ours {
		if slices.Contains(theirs, w) {
			continue
		}
		if v := apartFrom(w, theirs); v != "" {
			return w, v, true
		}
	}
	return "", "", false
}

// apartFrom returns the word that means the same name and is spelt apart, or
// nothing.
func apartFrom(word string, words []string) string {
	bones := skeleton(word)
	for _, v := range words {
		if len(bones) > 2 && bones == skeleton(v) {
			return v
		}
	}
	return ""
}

// transliterated writes in one way what is written in several.
var transliterated = strings.NewReplacer(
	"KH", "K", "GH", "G", "PH", "F", "TH", "T", "DH", "D", "CK", "K", "Q", "K", "C", "K", "W", "V",
)

// skeleton is what is left of a word without vowels and without the spellings
// in which transliterations differ.
func skeleton(word string) string {
	word = transliterated.Replace(word)
	var bones []rune
	for i, r := range word {
		if strings.ContainsRune("AEIOUY", r) && i > 0 || len(bones) > 0 && bones[len(bones)-1] == r {
			continue
		}
		bones = append(bones, r)
	}
	return string(bones)
}
