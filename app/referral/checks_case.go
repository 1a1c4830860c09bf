package referral

import (
	"slices"
	"strings"
)

// duplicate is V49: no other case of this device is of the same people.
func (a audience) duplicate() []outcome {
	if a.Similar == nil {
		return nil
	}
	if len(a.Similar) == 0 {
		return []outcome{{path: "principal_person_id", settled: true}}
	}
	var all []outcome
	for _, s := range a.Similar {
		o := outcome{path: "principal_person_id", args: map[string]string{"code": s.Code}}
		if p := a.PersonByID(s.Person); p != nil {
			o.path, o.args["name"] = personPath(p, "names"), a.named(p)["name"]
		}
		all = append(all, o)
	}
	return all
}

// linked asks for the case of its own that each de facto dependant needs
// (S15): they must be refugees themselves.
func (a audience) linked() []outcome {
	var all []outcome
	for _, p := range a.peopleWho(func(p *Person) bool { return p.CaseRole == RoleDeFacto }) {
		has := slices.ContainsFunc(a.LinkedCases, func(l LinkedCase) bool {
			return strings.TrimSpace(l.CaseCode) != "" && (l.Person == p.ID || l.Person == "")
		})
		all = append(all, outcome{path: "linked_cases", settled: has, args: a.named(p)})
	}
	return all
}

// sessionHeld asks for one conversation that is written down (domain 7.15).
func (a audience) sessionHeld() []outcome {
	held := slices.ContainsFunc(a.Sessions, func(s Session) bool { return s.Date != "" })
	return []outcome{{path: "sessions", settled: held}}
}

// interpreterNamed asks for the code of each interpreter, and that they keep
// what they hear to themselves.
func (a audience) interpreterNamed() []outcome {
	var all []outcome
	for i := range a.Sessions {
		s := &a.Sessions[i]
		if !s.ViaInterpreter.Get() {
			continue
		}
		path := "sessions/" + string(s.ID)
		pledge := a.field(path + "/interpreter_pledge")
		pledge.part = "pledge"
		all = append(all, outcome{path: path + "/interpreter_code", part: "code", settled: strings.TrimSpace(s.InterpreterCode) != ""}, pledge)
	}
	return all
}
