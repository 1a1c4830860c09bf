package assets_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"harbour/app/referral"
	"harbour/assets"
)

// today is a day on which the invented cases are as their notes say.
var today = time.Date(2026, 3, 19, 0, 0, 0, 0, time.UTC)

func TestPracticeCases(t *testing.T) {
	tests := []struct {
		name    string
		ready   bool
		members int
		blocks  int
		looks   int
	}{
		{"one-in-hiding.json", true, 1, 0, 0},
		{"family-of-four.json", true, 4, 0, 0},
		{"not-ready.json", false, 4, 20, 10},
		{"family-of-seven.json", true, 7, 0, 0},
		{"couple-apart.json", true, 2, 0, 0},
		{"defender-convicted.json", true, 2, 0, 0},
	}
	if n := len(practice(t)); n != len(tests) {
		t.Errorf("got %d cases, want %d", n, len(tests))
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := practice(t)[tt.name]
			set, _ := book(t).SetFor(c.Referral.Pathway.Get())
			report := referral.Check(c.Referral, referral.Situation{
				Today: today, Set: set, Recipient: &referral.Recipient{Role: "office", Verified: true},
			})
			if report.Ready != tt.ready || report.Blocks() != tt.blocks || report.Looks() != tt.looks {
				t.Errorf("got ready %v with %d blocks, %d looks, want %v, %d, %d",
					report.Ready, report.Blocks(), report.Looks(), tt.ready, tt.blocks, tt.looks)
			}
			for _, f := range report.Findings {
				if strings.Contains(f.Title+f.Why, "{") {
					t.Errorf("%s leaves a placeholder open: %s", f.Rule, f.Title)
				}
				if tt.ready && f.State != referral.Explained {
					t.Errorf("%s %s: %s", f.Rule, f.Path, f.Title)
				}
			}
			if n := len(c.Referral.Members()); n != tt.members {
				t.Errorf("got %d members, want %d", n, tt.members)
			}
		})
	}
}

// The family is there to show scripts and calendars: none may get lost.
func TestPracticeFamilyShowsScriptsAndCalendars(t *testing.T) {
	c := practice(t)["family-of-four.json"]
	scripts, calendars, countries := map[string]bool{}, map[referral.Code]bool{}, map[referral.Code]bool{}
	for _, p := range c.Referral.People {
		for _, n := range p.Names {
			scripts[n.Script] = true
		}
		calendars[p.BirthDate.Get().Calendar] = true
		countries[p.CurrentCountry.Get()] = p.CurrentCountry.Given()
	}
	for _, s := range []string{"Latn", "Arab", "Cyrl"} {
		if !scripts[s] {
			t.Errorf("no name in %s", s)
		}
	}
	for _, cal := range []referral.Code{referral.SolarHijri, referral.IslamicLunar, referral.Gregorian} {
		if !calendars[cal] {
			t.Errorf("no date of birth in %s", cal)
		}
	}
	if !countries["KEN"] || !countries["TJK"] {
		t.Error("not over two countries")
	}
}

// Every code in the cases is one that a list knows, every date reads, every
// reference leads to something, and no id stands for two things.
func TestPracticeCasesHangTogether(t *testing.T) {
	for name, c := range practice(t) {
		t.Run(name, func(t *testing.T) {
			r := reader{t: t, book: book(t), ids: map[referral.ID]bool{}}
			r.walk(reflect.ValueOf(c), "")
			for _, ref := range r.refs {
				if !r.ids[ref] {
					t.Errorf("%s leads nowhere", ref)
				}
			}
		})
	}
}

func TestPracticePapers(t *testing.T) {
	for name, raw := range files(t, assets.Practice(), "*.[pt][nx][gt]") {
		if len(raw) == 0 || len(raw) > 60_000 {
			t.Errorf("%s has %d bytes", name, len(raw))
		}
	}
}

// lists names the vocabulary of a field.
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
	"UrgentNeed": "urgent_need", "Imminence": "imminence", "Ground": "convention_ground", "GivenBy": "given_by",
	"InformationGiven": "information_given", "ScopeRecipients": "recipient_role", "Method": "consent_method",
	"PlaceType": "place_type", "Why": "withheld_reason", "Channel": "contact_channel", "Type": "document_type",
	"PassportObtainable": "passport_obtainable", "UNHCREmergencyApproached": "unhcr_approached",
	"WhyNotCohabiting": "why_not_cohabiting", "ImmigrationStatus": "asylum_status", "ChargeType": "charge_type",
	"FairTrialConcerns": "fair_trial_concern", "Outcome": "proceeding_outcome", "CurrentStatus": "proceeding_status",
	"FitnessToTravel": "fitness_to_travel", "ShareScope": "share_scope", "WithWhom": "child_with_whom",
	"OtherParentConsent": "other_parent_consent", "SeparatedOrUnaccompanied": "separated_child",
	"BestInterests": "best_interests", "Mode": "session_mode", "PlaceSafety": "place_safety",
	"InterpreterGender": "gender_preference", "InterpreterLanguage": "language",
	"RecognitionEvidence": "recognition_evidence", "ReferredForEvaluation": "evaluation", "Purposes": "consent_purpose",
	"SupportRequested": "support_requested", "Sensitivity": "sensitivity", "ShowsOthers": "shows_others",
	"Action": "custody_action", "EyeColour": "eye_colour", "ReturnBarriers": "durable_barrier",
	"LocalIntegrationBarriers": "durable_barrier", "OtherCountryBarriers": "durable_barrier",
}

type reader struct {
	t    testing.TB
	book referral.Book
	ids  map[referral.ID]bool
	refs []referral.ID
}

func (r *reader) walk(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			r.walk(v.Elem(), name)
		}
	case reflect.Slice:
		for i := range v.Len() {
			r.walk(v.Index(i), name)
		}
	case reflect.Struct:
		if d, ok := v.Interface().(referral.FuzzyDate); ok && d.EDTF != "" {
			if _, err := referral.ParseEDTF(d.EDTF); err != nil {
				r.t.Errorf("%s: %v", d.EDTF, err)
			}
		}
		for i := range v.NumField() {
			field := v.Type().Field(i).Name
			if field == "Value" {
				field = name // of the answer
			}
			r.walk(v.Field(i), field)
		}
	case reflect.String:
		r.id(v, name)
		r.code(v, name)
	}
}

func (r *reader) code(v reflect.Value, name string) {
	code, ok := v.Interface().(referral.Code)
	if list, listed := lists[name]; ok && listed && code != "" && !r.book.Vocabulary(list).Has(code) {
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

func practice(t testing.TB) map[string]referral.Case {
	t.Helper()
	cases := map[string]referral.Case{}
	for name, raw := range files(t, assets.Practice(), "*.json") {
		var c referral.Case
		d := json.NewDecoder(bytes.NewReader(raw))
		d.DisallowUnknownFields() // a slip of the pen would otherwise be an unknown member
		if err := d.Decode(&c); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if c.Schema != "case/1" || c.Referral == nil {
			t.Fatalf("%s is not a case/1", name)
		}
		cases[name] = c
	}
	return cases
}
