package referral

import (
	"slices"
	"strconv"
	"strings"
)

// outcome is what one check says of one place.
type outcome struct {
	path        string
	settled     bool
	part        string            // which part of the check
	args        map[string]string // for the words
	look        bool              // never more than a look, whatever the rule says
	waits       bool              // cannot be judged yet and does not count
	pending     bool              // the answer is to come
	overridable bool
	unknown     bool // no such check here
}

// audience is everything that a check may look at.
type audience struct {
	*Referral
	Situation
	rule Rule
}

// outcomes applies one rule.
func outcomes(r *Referral, rule Rule, s Situation) []outcome {
	a := audience{r, s, rule}
	switch rule.Check {
	case CheckAnswered:
		return a.answered()
	case CheckPrincipal:
		return a.principal()
	case CheckMemberFacts:
		return a.memberFacts()
	case CheckCaseSize:
		return a.caseSize()
	case CheckFamilySweep:
		return a.familySweep()
	case CheckConsent:
		return a.consent()
	case CheckProtection:
		return a.protection()
	case CheckEligibility:
		return a.eligibility()
	case CheckWorkAndLink:
		return a.workAndLink()
	case CheckSolutions:
		return a.solutions()
	case CheckReferrer:
		return a.referrer()
	case CheckRecipient:
		return a.recipient()
	case CheckIdentity:
		return a.identity()
	}
	return a.more()
}

// more has the checks that no rule of the first thirteen needs.
func (a audience) more() []outcome {
	switch a.rule.Check {
	case CheckCorroborated:
		return a.corroborated()
	case CheckRiskShown:
		return a.riskShown()
	case CheckLatinName:
		return a.latinName()
	case CheckPriority:
		return a.priorityReason()
	}
	path, _, _ := strings.Cut(a.rule.At, "/"+Every)
	return []outcome{{path: path, unknown: true}}
}

// answered looks at every place that the rule's pattern leads to. A pattern
// without any place is settled: other rules ask for the thing itself.
func (a audience) answered() []outcome {
	var all []outcome
	fromAge := param(a.rule, "from_age", 0)
	for _, place := range a.Places(a.rule.At) {
		if !a.binds(place.Path) {
			continue
		}
		person := a.personOf(place.Path)
		if person != nil && fromAge > 0 && person.BirthDate.Get().Age(a.Today).SurelyUnder(fromAge) {
			continue
		}
		o := a.at(place)
		if least := param(a.rule, "at_least", 0); place.Given() && place.Len() < least {
			o.settled = false
		}
		all = append(all, o)
	}
	return all
}

// at is the outcome of a needed field.
func (a audience) at(place Place) outcome {
	state, _ := place.State()
	return outcome{
		path: place.Path, settled: place.Settled(a.rule.Accepts), pending: state == Pending,
		args: a.named(a.personOf(place.Path)),
	}
}

// field is the outcome of a needed field at a path that is always there.
func (a audience) field(path string) outcome {
	place, ok := a.At(path)
	if !ok {
		return outcome{path: path}
	}
	return a.at(place)
}

// binds reports whether the rule's audience includes whoever or whatever the
// path is about. What is about nobody is bound by every rule but one for couples.
func (a audience) binds(path string) bool {
	if id, ok := stepAfter(path, "unions"); ok && a.rule.For == ForCouples {
		return slices.ContainsFunc(a.Unions, func(u Union) bool {
			return u.ID == id && a.PersonByID(u.A) != nil && a.PersonByID(u.B) != nil
		})
	}
	person := a.personOf(path)
	if person == nil {
		return a.rule.For != ForCouples
	}
	return a.bindsPerson(person)
}

func (a audience) bindsPerson(p *Person) bool {
	switch a.rule.For {
	case ForMembers:
		return p.Member()
	case ForAccompanying:
		return p.Accompanies() && p.Member()
	case ForAdults:
		return p.Member() && p.Adult(a.Today)
	case ForCouples:
		return slices.ContainsFunc(a.Unions, func(u Union) bool { return u.A == p.ID || u.B == p.ID })
	case ForChildren:
		return p.Member() && (a.ChildInCase(p) || !p.Adult(a.Today))
	}
	return true
}

// travellers returns the people whom a check binds when its rule does not say:
// the principal and whoever accompanies.
func (a audience) travellers() []*Person {
	if a.rule.For != "" {
		return a.peopleWho(a.bindsPerson)
	}
	return a.peopleWho(func(p *Person) bool { return p.Accompanies() && p.Member() })
}

func (a audience) personOf(path string) *Person {
	id, ok := stepAfter(path, "people")
	if !ok {
		return nil
	}
	return a.PersonByID(id)
}

func (a audience) named(p *Person) map[string]string {
	if p == nil {
		return nil
	}
	name := p.FirstName()
	if name == "" {
		name = a.unnamed(p)
	}
	return map[string]string{"name": name}
}

// unnamed is the person's number in the list: the one thing to call them by.
func (a audience) unnamed(p *Person) string {
	i := slices.IndexFunc(a.People, func(q Person) bool { return q.ID == p.ID })
	return strconv.Itoa(i + 1)
}

func personPath(p *Person, field ...string) string {
	return strings.Join(append([]string{"people", string(p.ID)}, field...), "/")
}

func stepAfter(path, list string) (ID, bool) {
	rest, ok := strings.CutPrefix(path, list+"/")
	id, _, _ := strings.Cut(rest, "/")
	return ID(id), ok
}
