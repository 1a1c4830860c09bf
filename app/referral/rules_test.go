package referral_test

import (
	"strings"
	"testing"

	"harbour/app/referral"
)

// ruleCase spoils the family of four, which is ready, so that a rule finds
// something at a path, and mends it again. Source is where the rule comes
// from: the set must name it.
type ruleCase struct {
	name   string
	rule   string
	source string
	path   string
	part   string
	spoil  func(r *referral.Referral)
	mend   func(r *referral.Referral)
	with   func(s *referral.Situation) // what the rule needs besides the referral
}

// try goes through open, settled and explained: a look is settled by words,
// a block is not.
func (test ruleCase) try(t *testing.T) {
	r := family(t).Referral
	path := named(r).Replace(test.path)
	s := referral.Situation{Today: today, Set: hrd(t)}
	if test.with != nil {
		test.with(&s)
	}
	test.spoil(r)
	found := foundBy(r, s, test.rule, path)
	if len(found) != 1 {
		t.Fatalf("%s finds %d at %s", test.rule, len(found), path)
	}
	f := found[0]
	if f.State != referral.Open || f.Part != test.part || f.Title == "" || f.Why == "" || strings.Contains(f.Title+f.Why, "{") {
		t.Errorf("finding %+v", f)
	}
	if !strings.Contains(f.Source, test.source) {
		t.Errorf("source %q, want %q", f.Source, test.source)
	}
	if _, ok := r.At(path); !ok && !strings.HasPrefix(path, "screening") && !strings.HasPrefix(path, "safe_contacts") {
		t.Errorf("nothing is at %s", path)
	}
	test.explain(t, r, s, path, f)
	r.Unremark(path, test.rule)
	if test.mend != nil {
		test.mend(r)
		if found := foundBy(r, s, test.rule, path); len(found) > 0 {
			t.Errorf("still found when it was mended: %+v", found)
		}
	}
}

func (test ruleCase) explain(t *testing.T, r *referral.Referral, s referral.Situation, path string, f referral.Finding) {
	t.Helper()
	open := referral.Check(r, s)
	r.Explain(func() referral.ID { return "TOLD" }, path, test.rule, "It is known, and true.")
	told := referral.Check(r, s)
	settled := told.Points[0] - open.Points[0]
	if f.Severity == referral.Look && (settled != 1 || told.Points[1] != open.Points[1]) {
		t.Errorf("explained, %v became %v", open.Points, told.Points)
	}
	if f.Severity == referral.Blocks && settled != 0 {
		t.Error("an explanation lifts a block")
	}
}

func foundBy(r *referral.Referral, s referral.Situation, rule, path string) []referral.Finding {
	var all []referral.Finding
	for _, f := range referral.Check(r, s).Findings {
		if f.Rule == rule && f.Path == path {
			all = append(all, f)
		}
	}
	return all
}

func tryAll(t *testing.T, tests []ruleCase) {
	for _, test := range tests {
		t.Run(test.rule+"/"+test.name, test.try)
	}
}

// said is an exact date in the Gregorian calendar.
func said(edtf string) referral.Answer[referral.FuzzyDate] {
	return referral.Given(referral.FuzzyDate{OriginalText: edtf, Calendar: referral.Gregorian, EDTF: edtf, Quality: referral.Stated})
}

// quiet are changes that a rule must not stumble over.
type quiet struct {
	name, rule string
	change     func(r *referral.Referral)
	with       func(s *referral.Situation)
}

func keepQuiet(t *testing.T, tests []quiet) {
	for _, test := range tests {
		t.Run(test.rule+"/"+test.name, func(t *testing.T) {
			r := family(t).Referral
			s := referral.Situation{Today: today, Set: hrd(t)}
			if test.with != nil {
				test.with(&s)
			}
			test.change(r)
			for _, f := range referral.Check(r, s).Findings {
				if f.Rule == test.rule && f.State == referral.Open {
					t.Errorf("finds %s: %s", f.Path, f.Title)
				}
			}
		})
	}
}
