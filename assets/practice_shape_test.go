package assets_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"harbour/app/referral"
	"harbour/app/wire"
	"harbour/assets"
)

// Each case is a document by the published schema, and one that the strict
// decoder takes as it comes from another's hand.
func TestPracticeCasesAreDocuments(t *testing.T) {
	s := grammar(t)
	for name, raw := range files(t, assets.Practice(), "*.json") {
		t.Run(name, func(t *testing.T) {
			var document any
			if err := json.Unmarshal(raw, &document); err != nil {
				t.Fatal(err)
			}
			for _, fault := range s.faults(document, node{Ref: s.Ref}, "") {
				t.Error(fault)
			}
			if _, err := wire.DecodeCase(raw); err != nil {
				t.Error(err)
			}
		})
	}
}

// A validation that cannot fail shows nothing.
func TestPracticeValidationFindsPlantedFaults(t *testing.T) {
	s := grammar(t)
	for fault, document := range map[string]string{
		"unknown member": `{"schema":"case/1","referal":{}}`,
		"wrong kind":     `{"schema":"case/1","version":"1"}`,
		"missing":        `{"referral":{"case_code":"Heron 18"}}`,
		"no such state":  `{"schema":"case/1","referral":{"case_code":"Heron 18","priority":{"state":"forgotten"}}}`,
		"no day":         `{"schema":"case/1","referral":{"case_code":"Heron 18","review_by":{"value":"May 2026"}}}`,
		"not in a list":  `{"schema":"case/1","referral":{"case_code":"Heron 18","people":{"id":"X"}}}`,
	} {
		var v any
		if err := json.Unmarshal([]byte(document), &v); err != nil {
			t.Fatal(err)
		}
		if len(s.faults(v, node{Ref: s.Ref}, "")) == 0 {
			t.Errorf("%s: not found", fault)
		}
	}
}

// node is what the schema says of a value.
type node struct {
	Ref        string          `json:"$ref"`
	Type       string          `json:"type"`
	Const      string          `json:"const"`
	Format     string          `json:"format"`
	MinLength  int             `json:"minLength"`
	Enum       []string        `json:"enum"`
	Items      *node           `json:"items"`
	Required   []string        `json:"required"`
	Properties map[string]node `json:"properties"`
	Defs       map[string]node `json:"$defs"`
}

func grammar(t testing.TB) node {
	t.Helper()
	var root node
	if err := json.Unmarshal(assets.Schema(), &root); err != nil {
		t.Fatal(err)
	}
	return root
}

// faults holds a value against a node. The schema lets unknown members
// pass, since they are kept; an invented case has none.
func (s node) faults(v any, d node, path string) []string {
	if name, ok := strings.CutPrefix(d.Ref, "#/$defs/"); ok {
		d = s.Defs[name]
	}
	switch v := v.(type) {
	case map[string]any:
		return s.memberFaults(v, d, path)
	case []any:
		if d.Type != "array" || d.Items == nil {
			return []string{path + " is a list"}
		}
		var all []string
		for i, element := range v {
			all = append(all, s.faults(element, *d.Items, fmt.Sprint(path, "/", i))...)
		}
		return all
	case string:
		return textFaults(v, d, path)
	case bool:
		if d.Type != "boolean" {
			return []string{path + " is a bool"}
		}
	case float64:
		if d.Type != "integer" || v != float64(int64(v)) {
			return []string{path + " is a number"}
		}
	default:
		return []string{path + " is null"}
	}
	return nil
}

func (s node) memberFaults(v map[string]any, d node, path string) []string {
	if d.Type != "object" {
		return []string{path + " is an object"}
	}
	var all []string
	for _, name := range d.Required {
		if _, ok := v[name]; !ok {
			all = append(all, path+" lacks "+name)
		}
	}
	for name, inner := range v {
		member, ok := d.Properties[name]
		if !ok {
			all = append(all, path+" has the unknown "+name)
			continue
		}
		all = append(all, s.faults(inner, member, path+"/"+name)...)
	}
	return all
}

func textFaults(v string, d node, path string) []string {
	var err error
	switch {
	case d.Const != "" && v != d.Const:
		return []string{path + " is not " + d.Const}
	case len(d.Enum) > 0 && !slices.Contains(d.Enum, v):
		return []string{path + " is none of the values"}
	case d.Const == "" && len(d.Enum) == 0 && d.Type != "string", len(v) < d.MinLength:
		return []string{path + " is no such text"}
	case d.Format == "date":
		_, err = time.Parse(time.DateOnly, v)
	case d.Format == "date-time":
		_, err = time.Parse(time.RFC3339, v)
	}
	if err != nil {
		return []string{path + ": " + err.Error()}
	}
	return nil
}

// Every code in the cases is one that a list knows, every date reads, every
// reference leads to something, and no id stands for two things.
func TestPracticeCasesHangTogether(t *testing.T) {
	for name, c := range practice(t) {
		t.Run(name, func(t *testing.T) {
			r := reader{t: t, book: book(t), ids: map[referral.ID]bool{}}
			r.walk(reflect.ValueOf(c), "", "")
			for _, ref := range r.refs {
				if !r.ids[ref] {
					t.Errorf("%s leads nowhere", ref)
				}
			}
		})
	}
}

// lists names the vocabulary of a field, or of a type's field where the name is
// that of several.
var lists = map[string]string{
	"CaseRole": "case_role", "RelationshipToPA": "relationship", "PersonState": "person_state",
	"SexDocument": "sex_document", "BirthCountry": "country", "CurrentCountry": "country", "Country": "country",
	"CountryOfResidence": "country", "MaritalStatus": "marital_status", "LocationRisk": "location_risk",
	"AsylumStatus": "asylum_status", "EntryManner": "entry_manner", "EducationLevel": "education_level",
	"DependencyBasis": "dependency_basis", "Speaks": "language_skill", "Reads": "language_skill",
	"Writes": "language_skill", "Language": "language", "InterviewLanguage": "language", "Calendar": "calendar",
	"Quality": "date_quality", "Pathway": "pathway", "Priority": "priority", "CategoryPrimary": "category",
	"CategorySecondary": "category", "ReferrerOrg": "referrer_org", "Roles": "hrd_role", "Areas": "rights_area",
	"PublicVisibility": "visibility", "Strength": "reliability", "Reliability": "reliability",
	"Types": "incident_type", "Setting": "setting", "ThreatChannel": "threat_channel", "Sources": "incident_source",
	"Involvement": "involvement", "ClassClaimed": "claim_class", "RiskInAsylum": "risk_in_asylum",
	"UrgentNeed": "urgent_need", "Claim.Imminence": "imminence", "Ground": "convention_ground", "GivenBy": "given_by",
	"InformationGiven": "information_given", "ScopeRecipients": "recipient_role", "Method": "consent_method",
	"PlaceType": "place_type", "Why": "withheld_reason", "Channel": "contact_channel", "Type": "document_type",
	"PassportObtainable": "passport_obtainable", "UNHCREmergencyApproached": "unhcr_approached",
	"WhyNotCohabiting": "why_not_cohabiting", "Name.Script": "script", "ImmigrationStatus": "asylum_status", "ChargeType": "charge_type",
	"FairTrialConcerns": "fair_trial_concern", "Outcome": "proceeding_outcome", "CurrentStatus": "proceeding_status",
	"FitnessToTravel": "fitness_to_travel", "ShareScope": "share_scope", "WithWhom": "child_with_whom",
	"OtherParentConsent": "other_parent_consent", "SeparatedOrUnaccompanied": "separated_child",
	"BestInterests": "best_interests", "Mode": "session_mode", "PlaceSafety": "place_safety",
	"InterpreterGender": "gender_preference", "InterpreterLanguage": "language",
	"RecognitionEvidence": "recognition_evidence", "ReferredForEvaluation": "evaluation", "Purposes": "consent_purpose",
	"SupportRequested": "support_requested", "Sensitivity": "sensitivity", "ShowsOthers": "shows_others",
	"Action": "custody_action", "EyeColour": "eye_colour", "ReturnBarriers": "durable_barrier",
	"LocalIntegrationBarriers": "durable_barrier", "OtherCountryBarriers": "durable_barrier",
	"SpecialHandling": "special_handling",
	"Name.Kind":       "name_kind", "Parent.Kind": "parent_kind", "Union.Kind": "union_kind", "Activity.Kind": "activity_kind",
	"Proceeding.Kind": "proceeding_kind", "Perpetrator.Kind": "perpetrator", "Corroboration.Kind": "corroboration_kind",
	"Application.Kind": "application_kind", "Application.Result": "application_result", "ContactAttempt.Result": "contact_result",
	"Language.Code": "language", "SpecificNeed.Code": "specific_need", "Nationality.Basis": "nationality_basis",
	"Nationality.Status": "nationality_status", "Consent.Basis": "consent_basis", "Document.State": "document_state",
	"LinkedCase.Relation": "case_relation", "Partner.Role": "partner_role", "Reference.Scheme": "reference_scheme",
	"Withheld.From": "recipient_role", "Source": "answer_source",
}

type reader struct {
	t    testing.TB
	book referral.Book
	ids  map[referral.ID]bool
	refs []referral.ID
}

// walk goes through everything; owner and name are the type and the field that
// lead to v, through answers and lists.
func (r *reader) walk(v reflect.Value, owner, name string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			r.walk(v.Elem(), owner, name)
		}
	case reflect.Slice:
		for i := range v.Len() {
			r.walk(v.Index(i), owner, name)
		}
	case reflect.Struct:
		r.members(v, owner, name)
	case reflect.String:
		r.id(v, name)
		r.code(v, owner, name)
	}
}

func (r *reader) members(v reflect.Value, owner, name string) {
	if d, ok := v.Interface().(referral.FuzzyDate); ok && d.EDTF != "" {
		if _, err := referral.ParseEDTF(d.EDTF); err != nil {
			r.t.Errorf("%s: %v", d.EDTF, err)
		}
	}
	for i := range v.NumField() {
		field := v.Type().Field(i).Name
		if field == "Value" {
			r.walk(v.Field(i), owner, name) // of the answer
			continue
		}
		r.walk(v.Field(i), v.Type().Name(), field)
	}
}

func (r *reader) code(v reflect.Value, owner, name string) {
	list, listed := lists[owner+"."+name]
	_, isCode := v.Interface().(referral.Code)
	if !listed && isCode {
		list, listed = lists[name]
	}
	code := referral.Code(v.String())
	switch {
	case code == "", owner == "Remark":
	case isCode && !listed:
		r.t.Errorf("%s.%s has no list", owner, name)
	case listed && !r.book.Vocabulary(list).Has(code):
		r.t.Errorf("%s is no code of %s", code, list)
	}
}

func (r *reader) id(v reflect.Value, name string) {
	id, ok := v.Interface().(referral.ID)
	switch {
	case !ok || id == "":
	case len(id) != 26:
		r.t.Errorf("id %s has %d letters", id, len(id))
	case name == "ID" && r.ids[id]:
		r.t.Errorf("id %s stands twice", id)
	case name == "ID":
		r.ids[id] = true
	default:
		r.refs = append(r.refs, id)
	}
}
