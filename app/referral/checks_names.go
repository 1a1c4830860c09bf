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

// passportName is V38: the primary name is the one that the passport shows, in
// whatever order.
func (a audience) passportName() []outcome {
	var all []outcome
	for i := range a.Documents {
		d := &a.Documents[i]
		if d.Type != "passport" || len(d.Of) == 0 {
			continue
		}
		p := a.PersonByID(d.Of[0])
		shown := nameWords(d.NameAsShown)
		if p == nil || p.primaryLatin() == nil || len(shown) == 0 {
			continue
		}
		same := slices.Equal(shown, nameWords(p.primaryLatin().Full))
		all = append(all, outcome{path: "documents/" + string(d.ID) + "/name_as_shown", settled: same, args: a.named(p)})
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
// would take two for two families.
func (a audience) spelling() []outcome {
	var all []outcome
	for i := range a.People {
		child := &a.People[i]
		for _, link := range child.Parents {
			parent := a.PersonByID(link.Person)
			if parent == nil || parent.primaryLatin() == nil || child.primaryLatin() == nil || link.Kind != ParentBiological && link.Kind != ParentAdopted {
				continue
			}
			o := outcome{path: personPath(child, "names"), settled: true}
			if one, other, clash := clashing(child.familyWords(), nameWords(parent.primaryLatin().Full)); clash {
				o.settled, o.args = false, a.namedWith(child, "parent", parent)
				o.args["one"], o.args["other"] = one, other
			}
			all = append(all, o)
		}
	}
	return all
}

func (p *Person) primaryLatin() *Name {
	for i := range p.Names {
		if n := &p.Names[i]; n.IsPrimary && n.Script == latin && strings.TrimSpace(n.Full) != "" {
			return n
		}
	}
	return nil
}

// familyWords are the words that a person should share with a parent: the
// family part, and the parents as they were named.
func (p *Person) familyWords() []string {
	return nameWords(p.primaryLatin().FamilyPart + " " + p.FatherName.Get() + " " + p.MotherName.Get())
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
		bones := skeleton(w)
		for _, v := range theirs {
			if len(bones) > 2 && bones == skeleton(v) {
				return w, v, true
			}
		}
	}
	return "", "", false
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
