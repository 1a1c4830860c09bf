package referral

import (
	"encoding/json"
	"fmt"
	"slices"
)

// Severity says what an unsettled rule does to a hand-over.
type Severity string

// The severities.
const (
	Blocks Severity = "blocks"
	Look   Severity = "look"
)

// Whom a rule binds. An empty "for" leaves it to the check.
const (
	ForAll          = "all"
	ForMembers      = "members"      // principal, accompanying, declared; alive or not known to be dead
	ForAccompanying = "accompanying" // principal and accompanying
	ForAdults       = "adults"       // members not surely under 18
	ForCouples      = "couples"      // people in a union, and unions
	ForChildren     = "children"     // members who are somebody's child in the case, or surely under 18
)

// The checks that a set may name. All but answered look at fixed places.
const (
	CheckAnswered     = "answered"         // at; params: at_least (list length), from_age
	CheckPrincipal    = "principal"        // V01
	CheckMemberFacts  = "member_facts"     // V02
	CheckCaseSize     = "case_size"        // V03
	CheckFamilySweep  = "family_sweep"     // V04
	CheckConsent      = "consent"          // V06; params: role
	CheckProtection   = "protection"       // V07
	CheckEligibility  = "eligibility"      // V08; params: no_blocks, looks (lists of E1 to E7)
	CheckWorkAndLink  = "work_and_link"    // V09
	CheckSolutions    = "durable_solution" // V10
	CheckReferrer     = "referrer"         // V11; params: mou (codes)
	CheckRecipient    = "recipient"        // V12
	CheckIdentity     = "identity"         // V13; params: types (codes), held (codes)
	CheckCorroborated = "corroborated"     // params: kinds (how many different)
	CheckRiskShown    = "risk_shown"       // an incident in origin; one in asylum, or claim/risk_in_asylum
	CheckLatinName    = "latin_name"       // a primary name in Latin script for each
	CheckPriority     = "priority_reason"  // a reason and a day where priority is not normal

	CheckBestInterests  = "best_interests"   // V14; params: done (codes)
	CheckFirstOfYear    = "first_of_year"    // V20
	CheckPapersAgree    = "papers_agree"     // V21
	CheckFamilyAges     = "family_ages"      // V22; params: youngest, oldest (years), siblings (months)
	CheckLifetime       = "lifetime"         // V23
	CheckAfterLeaving   = "after_leaving"    // V24; params: absent (codes)
	CheckYoungPartner   = "young_partner"    // V25; params: age
	CheckOverlap        = "marriage_overlap" // V26
	CheckProxyMarriage  = "proxy_marriage"   // V27
	CheckCohabitation   = "cohabitation"     // V28; params: years, reasons (codes)
	CheckChildTurns     = "child_turns"      // V29; params: age, days (from far to near), since (days)
	CheckChildPartnered = "child_partnered"  // V30; params: statuses (codes)
	CheckGrownChild     = "grown_child"      // V31; params: age
	CheckHistoryGap     = "history_gap"      // V32; params: years, days
	CheckHistoryTold    = "history_told"     // some history of each travelling adult
	CheckHistoryEnds    = "history_ends"     // an end, or that it goes on
	CheckChargesTold    = "charges_told"     // V33; params: types, held (codes), subjects (fields of screening)
	CheckConviction     = "conviction_told"  // V34
	CheckContext        = "context"          // V35; params: subjects (fields of screening)
	CheckScreened       = "screened"         // every subject asked, or left to the office
	CheckEmergency      = "emergency"        // V36; params: days, threat_days, threats (codes)
	CheckUNHCRAsked     = "unhcr_asked"      // V37
	CheckPassportName   = "passport_name"    // V38
	CheckNativeName     = "native_name"      // V39; params: scripts (each: its languages)
	CheckSpelling       = "spelling"         // V40
	CheckPaperExpires   = "paper_expires"    // V41; params: months
	CheckConsentOld     = "consent_old"      // V42; params: months
	CheckContactOld     = "contact_old"      // V43; params: days
	CheckFaces          = "faces"            // V44; params: types (codes), settled (codes)
	CheckFiles          = "files"            // V45
	CheckStory          = "story"            // V46; params: at (paths)
	CheckLength         = "length"           // V47; params: limits (least and most by path)
	CheckTraces         = "traces"           // V48
	CheckDuplicate      = "duplicate"        // V49
	CheckChildRecord    = "child_record"     // a child without both legal parents has a record
	CheckSessionHeld    = "session_held"     // one conversation at least
	CheckInterpreter    = "interpreter"      // a code where there was one
	CheckLinked         = "linked_cases"     // a case of their own for each de facto dependant
)

// Requirements is one version of what a pathway asks: data, replaceable by
// the office. Its checks are code of this program.
type Requirements struct {
	Schema  string `json:"schema"`
	ID      string `json:"id"`
	Version string `json:"version"`
	Pathway Code   `json:"pathway"`
	Open    bool   `json:"open"`
	Rules   []Rule `json:"rules"`
}

// Rule applies one check. Title and Why are words by language, in which
// {name}, {need}, {have} and other arguments of the check are filled in.
// Parts has other words for a part of the check, such as E3.
type Rule struct {
	ID       string                     `json:"id"`
	Check    string                     `json:"check"`
	At       string                     `json:"at,omitempty"`
	For      string                     `json:"for,omitempty"`
	Severity Severity                   `json:"severity"`
	Section  Section                    `json:"section,omitempty"`
	Accepts  []State                    `json:"accepts,omitempty"`
	Params   map[string]json.RawMessage `json:"params,omitempty"`
	Source   string                     `json:"source"`
	Title    map[string]string          `json:"title"`
	Why      map[string]string          `json:"why"`
	Parts    map[string]Words           `json:"parts,omitempty"`
}

// Words is a title and a reason by language.
type Words struct {
	Title map[string]string `json:"title"`
	Why   map[string]string `json:"why"`
}

// Name returns the set's name as reports show it: hrd/2026-02.
func (s Requirements) Name() string { return s.ID + "/" + s.Version }

// ParseRequirements reads one requirement set. It refuses a rule without id,
// check, source or English title, with an unknown severity, section or
// audience, or an id twice. A check that this version lacks is kept: its
// findings say that it cannot be checked here.
func ParseRequirements(data []byte) (Requirements, error) {
	var s Requirements
	if err := parseData(data, "requirements", &s, ErrRequirements); err != nil {
		return Requirements{}, err
	}
	if s.ID == "" || s.Version == "" || s.Pathway == "" || len(s.Rules) > maxRules {
		return Requirements{}, ErrRequirements
	}
	seen := make(map[string]bool, len(s.Rules))
	for _, rule := range s.Rules {
		if seen[rule.ID] || !rule.wellFormed() {
			return Requirements{}, fmt.Errorf("%w: rule %q", ErrRequirements, rule.ID)
		}
		seen[rule.ID] = true
	}
	return s, nil
}

func (rule Rule) wellFormed() bool {
	audiences := []string{"", ForAll, ForMembers, ForAccompanying, ForAdults, ForCouples, ForChildren}
	return rule.ID != "" && rule.Check != "" && rule.Source != "" && rule.Title["en"] != "" &&
		(rule.Severity == Blocks || rule.Severity == Look) &&
		slices.Contains(audiences, rule.For) &&
		(rule.Section == "" || slices.Contains(Sections(), rule.Section)) &&
		(rule.Check != CheckAnswered || rule.At != "")
}

// param decodes one parameter, or returns the value that stands without it.
func param[T any](rule Rule, name string, otherwise T) T {
	raw, ok := rule.Params[name]
	if !ok {
		return otherwise
	}
	var value T
	if json.Unmarshal(raw, &value) != nil {
		return otherwise
	}
	return value
}
