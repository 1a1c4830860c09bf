package present

import (
	"slices"
	"strings"

	"harbour/app/referral"
)

// Kind says how a field is filled in.
type Kind string

// The kinds of fields.
const (
	KindText       Kind = "text"
	KindLong       Kind = "long"
	KindCode       Kind = "code"  // one of a list
	KindCodes      Kind = "codes" // several of a list
	KindYesNo      Kind = "yes_no"
	KindFlag       Kind = "flag" // yes, or nothing said
	KindDate       Kind = "date" // as it was said
	KindDay        Kind = "day"  // a day of the desk's own calendar
	KindNumber     Kind = "number"
	KindPerson     Kind = "person"
	KindPeople     Kind = "people"
	KindPaper      Kind = "paper" // one of the documents
	KindPapers     Kind = "papers"
	KindPicture    Kind = "picture" // one of the attached files
	KindAgreement  Kind = "agreement"
	KindGroup      Kind = "group" // a short list, filled in where it stands
	KindWithheld   Kind = "withheld"
	KindAttachment Kind = "attachments"
)

// spec describes one field of the editor: a new field is one line of a table.
// Its words stand under "field." and its name.
type spec struct {
	at         string // pattern of the path
	kind       Kind
	vocabulary string
	short      bool // few options, offered side by side
	maybe      bool // conditional: "not applicable" is offered
	when       func(e *Editor, path string) bool
	group      []spec                   // of KindGroup and KindAttachment
	first      string                   // of a group: the member that is chosen before an element is made
	label      string                   // its words' name, where it is not that of the path
	only       func(e *Editor) []string // the paths it stands for, where that is not all
}

// name is the last part of the keys of the field's words.
func (s spec) name() string { return strings.ReplaceAll(s.at, "/"+referral.Every, "") }

// key is the key of the field's label.
func (s spec) key() string {
	if s.label != "" {
		return "field." + s.label
	}
	return "field." + strings.ReplaceAll(s.name(), "/", ".")
}

// onlyAt shows the field for some of its paths, with a label of its own: the
// same answer has its place in another section, too.
func (s spec) onlyAt(label string, paths func(*Editor) []string) spec {
	s.label, s.only = label, paths
	return s
}

func textAt(at string) spec       { return spec{at: at, kind: KindText} }
func longAt(at string) spec       { return spec{at: at, kind: KindLong} }
func codeAt(at, list string) spec { return spec{at: at, kind: KindCode, vocabulary: list} }
func segmentsAt(at, list string) spec {
	return spec{at: at, kind: KindCode, vocabulary: list, short: true}
}
func codesAt(at, list string) spec     { return spec{at: at, kind: KindCodes, vocabulary: list} }
func yesNoAt(at string) spec           { return spec{at: at, kind: KindYesNo} }
func flagAt(at string) spec            { return spec{at: at, kind: KindFlag} }
func dateAt(at string) spec            { return spec{at: at, kind: KindDate} }
func dayAt(at string) spec             { return spec{at: at, kind: KindDay} }
func numberAt(at string) spec          { return spec{at: at, kind: KindNumber} }
func kindAt(at string, kind Kind) spec { return spec{at: at, kind: kind} }
func groupAt(at string, fields ...spec) spec {
	return spec{at: at, kind: KindGroup, group: fields}
}

// filesAt are attached files with what is known of each.
func filesAt(at string, fields ...spec) spec {
	return spec{at: at, kind: KindAttachment, group: fields}
}

// orNot offers "not applicable".
func (s spec) orNot() spec { s.maybe = true; return s }

// onlyIf shows the field only where the condition holds.
func (s spec) onlyIf(when func(*Editor, string) bool) spec {
	s.when, s.maybe = when, true
	return s
}

// choosing asks for a member before an element is made.
func (s spec) choosing(member string) spec { s.first = member; return s }

// sectionPlan is what a section holds: its own parts, and lists whose elements open
// on a page of their own.
type sectionPlan struct {
	section referral.Section
	parts   []partPlan
	lists   []listPlan
}

// partPlan is a run of fields under a heading of its own.
type partPlan struct {
	name   string
	fields []spec
}

// listPlan is a list of the section whose elements are shown as cards.
type listPlan struct {
	at    string // such as people
	first string // the member that is chosen before an element is made
	fixed bool   // made and taken out elsewhere
	parts []partPlan
}

// plans are the sections that the editor has, in the order of the sections.
func plans() []sectionPlan {
	return []sectionPlan{
		{section: referral.SectionQuick, parts: []partPlan{{"", quickFields()}}},
		{section: referral.SectionCase, parts: []partPlan{{"", caseFields()}, {"refs", caseReferences()}}},
		{section: referral.SectionPeople, parts: []partPlan{{"", peopleFields()}}, lists: []listPlan{
			{at: "people", parts: personParts()},
		}},
		{section: referral.SectionFamily, lists: []listPlan{
			{at: "unions", first: "a", parts: []partPlan{{"", unionFields()}}},
			{at: "people", fixed: true, parts: []partPlan{{"", kinFields()}}},
		}, parts: []partPlan{{"sweep", sweepFields()}}},
		{section: referral.SectionWork, lists: []listPlan{
			{at: "work", first: "person", parts: workParts()},
			{at: "referees", first: "person", parts: []partPlan{{"", refereeFields()}}},
		}},
		{section: referral.SectionEvents, lists: []listPlan{{at: "incidents", first: "setting", parts: eventParts()}}},
		{section: referral.SectionHistory, lists: []listPlan{
			{at: "history", first: "person", parts: []partPlan{{"", historyFields()}}},
		}},
		{section: referral.SectionProceedings, lists: []listPlan{{at: "proceedings", first: "person", parts: proceedingParts()}}},
		{section: referral.SectionClaim, parts: claimParts()},
		{section: referral.SectionNeeds, parts: []partPlan{{"", needFields()}}},
		{section: referral.SectionChildren, lists: []listPlan{{at: "children", first: "child", parts: childParts()}}},
		{section: referral.SectionConsent, lists: []listPlan{
			{at: "consents", first: "person", parts: consentParts()},
		}, parts: []partPlan{{"", []spec{kindAt("people/*/consent_ref", KindAgreement).onlyIf(declaredAdult)}}}},
		{section: referral.SectionDocuments, lists: []listPlan{
			{at: "documents", first: "type", parts: []partPlan{{"", documentFields()}}},
		}},
		{section: referral.SectionSessions, lists: []listPlan{{at: "sessions", parts: sessionParts()}}},
		{section: referral.SectionSafeContact, lists: []listPlan{
			{at: "safe_contacts", first: "person", parts: []partPlan{{"", contactFields()}}},
		}},
		{section: referral.SectionScreening, lists: []listPlan{{at: "screening", first: "person", parts: screeningParts()}}},
		{section: referral.SectionApart, lists: []listPlan{
			{at: "apart", first: "person", parts: []partPlan{{"", apartFields()}}},
		}},
	}
}

// eachField calls yield for every field of the sections, those of groups after
// their group, until it returns false.
func eachField(sections []sectionPlan, yield func(spec) bool) {
	var take func(fields []spec) bool
	take = func(fields []spec) bool {
		for _, s := range fields {
			if !yield(s) || !take(s.group) {
				return false
			}
		}
		return true
	}
	for _, p := range sections {
		parts := slices.Clone(p.parts)
		for _, l := range p.lists {
			parts = append(parts, l.parts...)
		}
		for _, part := range parts {
			if !take(part.fields) {
				return
			}
		}
	}
}

// FieldPatterns lists the pattern of every path that the editor has a field
// for, those of groups too.
func FieldPatterns() []string {
	var all []string
	eachField(plans(), func(s spec) bool {
		if s.only == nil {
			all = append(all, s.at)
		}
		return true
	})
	return all
}
