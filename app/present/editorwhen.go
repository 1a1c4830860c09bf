package present

import (
	"slices"
	"strings"

	"harbour/app/referral"
)

// sectionList stands for the sections in the place of a vocabulary.
const sectionList = "sections"

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

func interpreted(e *Editor, path string) bool {
	id := stepOf(path, 1)
	return slices.ContainsFunc(e.c.Referral.Consents, func(c referral.Consent) bool { return string(c.ID) == id && c.ViaInterpreter })
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
