package referral

import (
	"slices"
	"strings"
)

// identity is V13: each travelling adult has an identity paper, or it is said
// why none is held.
func (a audience) identity() []outcome {
	var all []outcome
	for _, p := range a.travellers() {
		if a.rule.For == "" && !p.Adult(a.Today) {
			continue
		}
		all = append(all, outcome{path: personPath(p), settled: a.identified(p), args: a.named(p)})
	}
	return all
}

func (a audience) identified(p *Person) bool {
	types := param(a.rule, "types", []Code{
		"passport", "national_id", "unhcr_certificate", "refugee_certificate", "convention_travel_document",
		"icrc_travel_document", "residence_permit", "birth_certificate", "statutory_declaration",
	})
	held := param(a.rule, "held", []Code{"original_seen", "copy_seen", "image_attached", "expired"})
	return slices.ContainsFunc(a.Documents, func(d Document) bool {
		return slices.Contains(d.Of, p.ID) && slices.Contains(types, d.Type) &&
			(slices.Contains(held, d.State) || strings.TrimSpace(d.ReasonMissing) != "")
	})
}

// corroborated asks that the work is confirmed from sides of different kinds,
// or for a reason why it cannot be (domain 7.7).
func (a audience) corroborated() []outcome {
	var all []outcome
	for _, place := range a.Places("work/*/corroboration") {
		o := a.at(place)
		if list, given := place.Value().([]Corroboration); given {
			kinds := map[Code]bool{}
			for _, c := range list {
				kinds[c.Kind] = c.Kind != ""
			}
			delete(kinds, "")
			o.settled = len(kinds) >= param(a.rule, "kinds", 2)
		}
		all = append(all, o)
	}
	return all
}
