package present

import (
	"slices"

	"harbour/app/referral"
)

// sweepQuestion is one question that looks for family left out.
type sweepQuestion struct {
	path    string
	listed  func(*kin, int) bool // who answers a yes; nil where no list shows it
	add     Relative             // what is known of whoever is added for it
	applies func(*Editor, string) bool
}

// SweepRow is a question of the sweep as it stands.
type SweepRow struct {
	Path   string
	Open   bool     // neither answered nor put aside
	Names  []string // who is listed that the question asks for
	Unmet  bool     // the answer is yes, and nobody is listed who could be meant
	Adding Relative // for adding them now
}

var sweepQuestions = []sweepQuestion{
	{path: "sweep/previous_unions", add: Relative{Relation: string(referral.RelFormerSpouse)}, listed: func(k *kin, i int) bool {
		return k.people[i].RelationshipToPA.Get() == referral.RelFormerSpouse ||
			slices.ContainsFunc(k.partners[i], func(j int) bool { return k.ended(i, j) && k.people[i].ID != k.r.PrincipalPersonID })
	}},
	{path: "sweep/children_elsewhere", listed: func(k *kin, i int) bool {
		return k.r.ChildInCase(k.people[i]) && !k.people[i].Accompanies()
	}},
	{path: "sweep/children_of_partner", applies: hasPartner, add: Relative{Relation: string(referral.RelStepChild)}, listed: func(k *kin, i int) bool {
		partner := k.r.Partner()
		return k.people[i].RelationshipToPA.Get() == referral.RelStepChild ||
			partner != nil && slices.ContainsFunc(k.people[i].Parents, func(p referral.Parent) bool { return p.Person == partner.ID })
	}},
	{path: "sweep/missing", add: Relative{State: string(referral.Missing)}, listed: inState(referral.Missing, referral.WhereaboutsUnknown)},
	{path: "sweep/detained", add: Relative{State: string(referral.Detained)}, listed: inState(referral.Detained)},
	{path: "sweep/estranged"},
	{path: "sweep/believed_dead", add: Relative{State: string(referral.Deceased)}, listed: inState(referral.Deceased)},
}

func inState(states ...referral.Code) func(*kin, int) bool {
	return func(k *kin, i int) bool { return slices.Contains(states, k.people[i].PersonState.Get()) }
}

// Sweep lists the questions that apply, in their order.
func (e *Editor) Sweep() []SweepRow {
	var rows []SweepRow
	k := newKin(&e.c.Referral)
	for _, q := range sweepQuestions {
		if q.applies != nil && !q.applies(e, q.path) {
			continue
		}
		place, _ := e.c.Referral.At(q.path)
		state, _ := place.State()
		row := SweepRow{Path: q.path, Open: !place.Given() && state == "", Adding: q.add}
		yes, _ := place.Value().(bool)
		if q.listed != nil {
			row.Names = k.names(q.listed)
			row.Unmet = yes && len(row.Names) == 0
		}
		rows = append(rows, row)
	}
	return rows
}

// names are the first names of those who fit.
func (k *kin) names(fits func(*kin, int) bool) []string {
	var all []string
	for i, p := range k.people {
		if name := p.FirstName(); fits(k, i) && name != "" {
			all = append(all, name)
		}
	}
	return all
}

// SweepOpen returns how many questions are still open and the path of the
// first.
func (e *Editor) SweepOpen() (n int, first string) {
	for _, row := range e.Sweep() {
		if row.Open {
			if n++; n == 1 {
				first = row.Path
			}
		}
	}
	return n, first
}
