package referral

import (
	"slices"
	"time"
)

// DueChild22 is the day on which a child turns 22: the referral must have been
// made before (IRPR R2, R25.1(7)).
const DueChild22 = "child_22"

// DependentUntil is the age at which a child is no longer a dependent child (R2).
const DependentUntil = 22

// Deadlines further away than this, or further past, are not kept in a summary.
const (
	dueAhead  = 5
	duePassed = -1
)

// Summary is all that lists, search and deadlines know of a case. It holds no
// sensitive name.
type Summary struct {
	ID      ID          `json:"id"`
	Code    string      `json:"code"`
	State   Code        `json:"state"`
	Lead    string      `json:"lead,omitzero"`
	Native  string      `json:"native,omitzero"`
	People  int         `json:"people"`
	Country Code        `json:"country,omitzero"`
	Place   string      `json:"place,omitzero"`
	Points  [2]int      `json:"points"` // settled, of all
	Blocks  int         `json:"blocks"`
	Looks   int         `json:"looks"`
	Set     string      `json:"set,omitzero"`
	Changed time.Time   `json:"changed"`
	Who     [][]string  `json:"who,omitzero"` // each: birth as EDTF, then names
	Due     [][3]string `json:"due,omitzero"` // each: kind, person, day
}

// Summarise draws the summary of a referral that was changed at that time.
func Summarise(id ID, r *Referral, p Progress, rep Report, changed time.Time) Summary {
	s := Summary{
		ID: id, Code: r.CaseCode, State: p.State, People: len(r.Members()),
		Country: r.CountryOfResidence.Get(), Points: rep.Points, Blocks: rep.Blocks(), Looks: rep.Looks(),
		Set: rep.Set, Changed: changed.UTC().Truncate(time.Second),
	}
	if s.State == "" {
		s.State = ProgressDraft
	}
	if lead := r.Principal(); lead != nil {
		s.Lead, s.Native, s.Place = lead.ShownName(), lead.NativeName(), lead.CityArea.Get()
	}
	for i := range r.People {
		if who := r.People[i].who(); len(who) > 1 {
			s.Who = append(s.Who, who)
		}
	}
	if p.ReferralMadeAt.IsZero() {
		s.Due = r.due(changed)
	}
	return s
}

// who returns the birth date and the names that are not sensitive, each once.
func (p *Person) who() []string {
	who := []string{p.BirthDate.Get().EDTF}
	for _, n := range p.Names {
		if !n.IsSensitive && n.Full != "" && !slices.Contains(who[1:], n.Full) {
			who = append(who, n.Full)
		}
	}
	return who
}

// due takes the earliest day that each birth can mean: a deadline must not
// come late.
func (r *Referral) due(changed time.Time) [][3]string {
	var due [][3]string
	for _, p := range r.Members() {
		earliest, _, ok := p.BirthDate.Get().Range()
		if !ok || earliest.IsZero() || !r.ChildInCase(p) || p.DisabledBefore22.Get() {
			continue
		}
		day := Birthday(earliest, DependentUntil)
		if day.After(changed.AddDate(duePassed, 0, 0)) && day.Before(changed.AddDate(dueAhead, 0, 0)) {
			due = append(due, [3]string{DueChild22, string(p.ID), string(DayOf(day))})
		}
	}
	return due
}
