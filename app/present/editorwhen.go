package present

import (
	"slices"
	"strings"

	"harbour/app/referral"
)

// sectionList stands for the sections in the place of a vocabulary.
const sectionList = "sections"

// refereeList and fileList stand for what the case itself lists.
const (
	refereeList = "referees"
	fileList    = "files"
)

func urgent(e *Editor, _ string) bool {
	return e.c.Referral.Priority.Given() && e.c.Referral.Priority.Get() != referral.PriorityNormal
}

func notPrincipal(e *Editor, path string) bool {
	return e.personOf(path) == nil || e.personOf(path).ID != e.c.Referral.PrincipalPersonID
}

func hasPartner(e *Editor, _ string) bool { return e.c.Referral.Partner() != nil }

// grownChild holds for somebody's child who may not be under 22: only then do
// the questions about dependence arise (R2).
func grownChild(e *Editor, path string) bool {
	p := e.personOf(path)
	return p != nil && e.c.Referral.ChildInCase(p) &&
		!p.BirthDate.Get().Age(e.desk.Now()).SurelyUnder(referral.DependentUntil)
}

func declaredAdult(e *Editor, path string) bool {
	p := e.personOf(path)
	return p != nil && p.CaseRole == referral.RoleDeclared
}

func notAlive(e *Editor, path string) bool {
	p := e.personOf(path)
	return p != nil && p.PersonState.Given() && p.PersonState.Get() != referral.Alive
}

// tortured holds for an event of torture: only then is a clinician's view
// offered (Istanbul Protocol).
func tortured(e *Editor, path string) bool {
	v, ok := e.at(beside(path, "types"))
	return ok && slices.Contains(chosenOf(v), "TOR")
}

func convicted(e *Editor, path string) bool {
	return where("outcome", func(v string) bool { return v == string(referral.OutcomeConvicted) })(e, path) ||
		where("kind", func(v string) bool { return v == string(referral.ProceedingConviction) })(e, path)
}

// medical holds for a need of health.
func medical(e *Editor, path string) bool {
	return where("code", func(v string) bool { return strings.HasPrefix(v, "SM-") || strings.HasPrefix(v, "DS-") })(e, path)
}

// discreetNot holds for every need but the one that is a mark alone: nobody is
// asked to tell of it.
func discreetNot(e *Editor, path string) bool {
	return where("code", func(v string) bool { return v != string(referral.NeedSexual) })(e, path)
}

func childAlone(e *Editor, path string) bool {
	return whereOneOf("separated_or_unaccompanied", referral.ChildSeparated, referral.ChildUnaccompanied)(e, path)
}

// where is a condition on what stands in a member beside the field.
func where(member string, holds func(value string) bool) func(*Editor, string) bool {
	return func(e *Editor, path string) bool {
		v, ok := e.at(beside(path, member))
		return ok && holds(textOf(v))
	}
}

func whereOneOf(member string, codes ...referral.Code) func(*Editor, string) bool {
	return where(member, func(value string) bool { return slices.Contains(codes, referral.Code(value)) })
}

func whereNoneOf(member string, codes ...referral.Code) func(*Editor, string) bool {
	return where(member, func(value string) bool { return !slices.Contains(codes, referral.Code(value)) })
}

func isYes(value string) bool   { return value == Yes }
func isGiven(value string) bool { return value != "" }
func isBlank(value string) bool { return value == "" }

// beside is the path of another member of the same object.
func beside(path, member string) string {
	i := strings.LastIndexByte(path, '/')
	return path[:i+1] + member
}

// missingPaper holds for a paper of which nothing is there to be seen.
func missingPaper(e *Editor, path string) bool {
	id := stepOf(path, 1)
	return slices.ContainsFunc(e.c.Referral.Documents, func(d referral.Document) bool {
		return string(d.ID) == id && (d.ReasonMissing != "" || slices.Contains([]referral.Code{
			"lost", "confiscated", "expired", "never_held", "unsafe_to_obtain",
		}, d.State))
	})
}

func (e *Editor) personOf(path string) *referral.Person {
	if stepOf(path, 0) != "people" {
		return nil
	}
	return e.c.Referral.PersonByID(referral.ID(stepOf(path, 1)))
}

// stepOf returns the nth step of a path, empty where it is shorter.
func stepOf(path string, n int) string {
	steps := strings.Split(path, "/")
	if n >= len(steps) {
		return ""
	}
	return steps[n]
}
