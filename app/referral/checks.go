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
	apart       bool              // the part has remarks of its own
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
	rule  Rule
	names map[ID]string // of people, once they were asked for
}

// checks are the code that rules name. A rule may name one that is not here:
// a set can be newer than the program.
var checks = map[string]func(audience) []outcome{
	CheckAnswered:       audience.answered,
	CheckPrincipal:      audience.principal,
	CheckMemberFacts:    audience.memberFacts,
	CheckCaseSize:       audience.caseSize,
	CheckFamilySweep:    audience.familySweep,
	CheckConsent:        audience.consent,
	CheckProtection:     audience.protection,
	CheckEligibility:    audience.eligibility,
	CheckWorkAndLink:    audience.workAndLink,
	CheckSolutions:      audience.solutions,
	CheckReferrer:       audience.referrer,
	CheckRecipient:      audience.recipient,
	CheckIdentity:       audience.identity,
	CheckCorroborated:   audience.corroborated,
	CheckRiskShown:      audience.riskShown,
	CheckLatinName:      audience.latinName,
	CheckPriority:       audience.priorityReason,
	CheckBestInterests:  audience.bestInterests,
	CheckFirstOfYear:    audience.firstOfYear,
	CheckPapersAgree:    audience.papersAgree,
	CheckFamilyAges:     audience.familyAges,
	CheckLifetime:       audience.lifetime,
	CheckAfterLeaving:   audience.afterLeaving,
	CheckYoungPartner:   audience.youngPartner,
	CheckOverlap:        audience.overlap,
	CheckProxyMarriage:  audience.proxyMarriage,
	CheckCohabitation:   audience.cohabitation,
	CheckChildTurns:     audience.childTurns,
	CheckChildPartnered: audience.childPartnered,
	CheckGrownChild:     audience.grownChild,
	CheckHistoryGap:     audience.historyGap,
	CheckHistoryTold:    audience.historyTold,
	CheckHistoryEnds:    audience.historyEnds,
	CheckChargesTold:    audience.chargesTold,
	CheckConviction:     audience.convictionTold,
	CheckContext:        audience.context,
	CheckScreened:       audience.screened,
	CheckEmergency:      audience.emergency,
	CheckUNHCRAsked:     audience.unhcrAsked,
	CheckPassportName:   audience.passportName,
	CheckNativeName:     audience.nativeName,
	CheckSpelling:       audience.spelling,
	CheckPaperExpires:   audience.paperExpires,
	CheckConsentOld:     audience.consentOld,
	CheckContactOld:     audience.contactOld,
	CheckFaces:          audience.faces,
	CheckFiles:          audience.files,
	CheckStory:          audience.story,
	CheckLength:         audience.length,
	CheckTraces:         audience.traces,
	CheckDuplicate:      audience.duplicate,
	CheckChildRecord:    audience.childRecord,
	CheckSessionHeld:    audience.sessionHeld,
	CheckInterpreter:    audience.interpreterNamed,
	CheckLinked:         audience.linked,
}

// outcomes applies one rule.
func outcomes(r *Referral, rule Rule, s Situation, names map[ID]string) []outcome {
	if check, ok := checks[rule.Check]; ok {
		return check(audience{r, s, rule, names})
	}
	path, _, _ := strings.Cut(rule.At, "/"+Every)
	return []outcome{{path: path, unknown: true}}
}

// answered looks at every place that the rule's pattern leads to. A pattern
// without any place is settled: other rules ask for the thing itself.
func (a audience) answered() []outcome {
	var all []outcome
	fromAge, least := param(a.rule, "from_age", 0), param(a.rule, "at_least", 0)
	for _, place := range a.Places(a.rule.At) {
		if !a.binds(place.Path) {
			continue
		}
		person := a.personOf(place.Path)
		if person != nil && fromAge > 0 && person.BirthDate.Get().Age(a.Today).SurelyUnder(fromAge) {
			continue
		}
		o := a.at(place)
		if place.Given() && place.Len() < least {
			o.settled, o.args = false, a.named(person)
		}
		all = append(all, o)
	}
	return all
}

// at is the outcome of a needed field.
func (a audience) at(place Place) outcome {
	o := outcome{path: place.Path, settled: place.Settled(a.rule.Accepts)}
	if !o.settled {
		state, _ := place.State()
		o.pending, o.args = state == Pending, a.named(a.personOf(place.Path))
	}
	return o
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

// personOf returns whom the path is about: the person it leads to, or who owns
// the element of another list that it leads into; nil for nobody.
func (a audience) personOf(path string) *Person {
	list, rest, _ := strings.Cut(path, "/")
	id, _, _ := strings.Cut(rest, "/")
	if list == "people" {
		return a.PersonByID(ID(id))
	}
	return a.PersonByID(a.ownerOf(list, ID(id)))
}

func (a audience) named(p *Person) map[string]string {
	if p == nil {
		return nil
	}
	name, known := a.names[p.ID]
	if !known {
		if name = p.FirstName(); name == "" {
			name = a.unnamed(p)
		}
		a.names[p.ID] = name
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
