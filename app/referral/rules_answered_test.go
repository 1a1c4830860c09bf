package referral_test

import (
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"harbour/app/referral"
	"harbour/app/wire"
)

// TestAnswered_rules_miss_what_is_blank takes the answer out of each field that
// a set needs, in a case that has one of everything, and finds the rule there.
func TestAnswered_rules_miss_what_is_blank(t *testing.T) {
	set := hrd(t)
	full := oneOfEverything(t)
	for _, rule := range set.Rules {
		if rule.Check != referral.CheckAnswered {
			continue
		}
		s := referral.Situation{Today: today, Set: referral.Requirements{ID: "one", Version: "1", Rules: []referral.Rule{rule}}}
		tried, missed := 0, 0
		for _, place := range full.Places(rule.At) {
			if !place.Given() {
				continue
			}
			tried++
			found := foundBy(blanked(t, full, place.Path), s, rule.ID, place.Path)
			if len(found) == 0 {
				missed++ // the rule may bind others
			}
			for _, f := range found {
				if f.Title == "" || f.Why == "" || f.Source == "" || strings.Contains(f.Title+f.Why, "{") {
					t.Errorf("%s: %+v", rule.ID, f)
				}
			}
		}
		if tried > 0 && missed == tried {
			t.Errorf("%s: blank at %s and not found", rule.ID, rule.At)
		}
	}
}

// oneOfEverything is the family with a proceeding and a child to protect.
func oneOfEverything(t testing.TB) *referral.Referral {
	t.Helper()
	r := family(t).Referral
	alone := practice(t)["one-in-hiding.json"].Referral
	r.Proceedings = append(r.Proceedings, alone.Proceedings...)
	r.Proceedings[0].Person = r.People[0].ID
	set(&r.DangerNow, "Not today.")
	set(&r.People[0].PhotoAttachment, r.Documents[0].ID)
	set(&r.Proceedings[0].InterpolNotice, false)
	set(&r.Proceedings[0].LawAndArticle, "Article 12")
	r.Children = []referral.ChildProtection{{
		ID: "CHILD", Child: r.People[3].ID, WithWhom: referral.Given(referral.Code("one_parent")),
		SeparatedOrUnaccompanied: referral.Given(referral.ChildWithParents),
		OtherParentConsent:       referral.Given(referral.Code("given")), BothParentsCase: referral.Given(true),
		CaregiverInformed: referral.Given(true), ChildViews: referral.Given("To go to school."),
		SpouseOrPartner: referral.Given(false),
	}}
	return r
}

// blanked returns a copy in which nothing stands at path.
func blanked(t testing.TB, r *referral.Referral, path string) *referral.Referral {
	t.Helper()
	data, err := wire.EncodeReferral(r)
	if err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	take(doc["referral"], strings.Split(path, "/"))
	if data, err = json.Marshal(doc); err != nil {
		t.Fatal(err)
	}
	copied, err := wire.DecodeReferral(data)
	if err != nil {
		t.Fatal(err)
	}
	return copied
}

// take removes what the steps lead to, through the values of answers.
func take(v any, steps []string) {
	switch v := v.(type) {
	case map[string]any:
		if value, ok := v["value"]; ok && v[steps[0]] == nil {
			take(value, steps)
			return
		}
		if len(steps) == 1 {
			delete(v, steps[0])
			return
		}
		take(v[steps[0]], steps[1:])
	case []any:
		for _, element := range v {
			if m, ok := element.(map[string]any); ok && m["id"] == steps[0] {
				take(m, steps[1:])
			}
		}
	}
}
