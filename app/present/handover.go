package present

import (
	"slices"
	"strings"
	"time"

	"harbour/app/casework"
	"harbour/app/referral"
)

// HandOverStep is one step of a hand-over.
type HandOverStep int

// The steps, in their order. In StepWrite the file is being written or is.
const (
	StepCases HandOverStep = iota
	StepToWhom
	StepMissing
	StepLeaves
	StepWrite
)

// StepKeys are the keys of the steps' names.
func StepKeys() []string {
	return []string{
		"handover.step.cases", "handover.step.to_whom", "handover.step.missing",
		"handover.step.leaves", "handover.step.write",
	}
}

// HandOver is the way of referrals out of the desk: which, to whom, what is
// missing, what leaves, and the file. Nothing is written before all that
// leaves was shown and the passphrase was given once more.
type HandOver struct {
	desk *casework.Desk
	now  func() time.Time

	Step       HandOverStep
	Rows       []CaseRow
	Offices    []Party
	To         Party
	Missing    []MissingCase
	Leaving    []LeavingCase
	Bytes      int64 // of what leaves
	Warnings   []Message
	Passphrase *casework.Passphrase // typed into; wiped once it was recognised
	Recognised bool
	Written    Written
	Answer     ReceiptAnswer
	Unfinished []UnfinishedLine
	Message    Message // what went wrong

	chosen      []string
	plan        casework.Plan
	recognising bool // a job reads the passphrase
	closed      bool
}

// CaseRow is a referral that can be handed over.
type CaseRow struct {
	ID, Code, Lead, Native, Initials string
	StateKey                         string
	People                           int
	Points                           [2]int
	Blocks, Looks                    int
}

// UnfinishedLine is a hand-over of which nobody knows whether its file exists.
type UnfinishedLine struct {
	Codes, Name string
	At          time.Time
}

// NewHandOver begins a hand-over. Referral and contact of the route, where it
// has them, are chosen already. Its owner calls Close.
func NewHandOver(shell *Shell, r Route) *HandOver {
	h := &HandOver{desk: shell.Desk, now: shell.Now, Passphrase: casework.NewPassphrase()}
	h.read()
	if i := slices.IndexFunc(h.Rows, func(c CaseRow) bool { return c.ID == r.Case }); i >= 0 {
		h.chosen = []string{r.Case}
		h.Step = StepToWhom
	}
	h.Choose(r.Contact)
	return h
}

// Close wipes the passphrase: at once, or when the job that reads it is done.
// Nothing of the hand-over may be begun after.
func (h *HandOver) Close() {
	h.closed = true
	if !h.recognising {
		h.Passphrase.Destroy()
	}
}

// Route is where the hand-over is: a page that is opened by it goes on here.
func (h *HandOver) Route() Route {
	r := Route{Page: PageHandOver, Contact: h.To.ID}
	if len(h.chosen) == 1 {
		r.Case = h.chosen[0]
	}
	return r
}

// Chosen reports whether the referral goes along.
func (h *HandOver) Chosen(id string) bool { return slices.Contains(h.chosen, id) }

// Count is how many referrals go along.
func (h *HandOver) Count() int { return len(h.chosen) }

// Title names the one referral that goes along, empty for none or several.
func (h *HandOver) Title() string {
	for _, row := range h.Rows {
		if len(h.chosen) == 1 && row.ID == h.chosen[0] {
			return row.Code
		}
	}
	return ""
}

// Toggle takes a referral along, or not any more.
func (h *HandOver) Toggle(id string) {
	if h.Chosen(id) {
		h.chosen = slices.DeleteFunc(h.chosen, func(c string) bool { return c == id })
		return
	}
	h.chosen = append(h.chosen, id)
}

// Choose names who gets them. Only a checked contact can be chosen: it returns
// false for another, who is to be checked first.
func (h *HandOver) Choose(id string) bool {
	for _, p := range h.Offices {
		if p.ID == id && p.Trust == TrustChecked && !p.Expired {
			h.To = p
			return true
		}
	}
	return false
}

// Ready reports whether the step is done, so that the next can be shown.
func (h *HandOver) Ready() bool {
	switch h.Step {
	case StepCases:
		return len(h.chosen) > 0
	case StepToWhom:
		return h.To.ID != ""
	case StepMissing:
		return h.plan.Ready()
	}
	return h.Step == StepLeaves && h.Recognised
}

// Next goes on to the next step. The step What leaves is left by Write alone.
func (h *HandOver) Next() Job {
	if !h.Ready() || h.Step >= StepLeaves {
		return nil
	}
	h.Message = Message{}
	if h.Step == StepToWhom {
		return h.planTo(StepMissing)
	}
	h.Step++
	return nil
}

// Back goes to the step before, and forgets that the passphrase was given.
func (h *HandOver) Back() {
	if h.Step == StepCases || h.Step == StepWrite {
		return
	}
	h.Step--
	h.forget()
}

// forget takes back that the passphrase was given.
func (h *HandOver) forget() {
	h.Passphrase.Wipe()
	h.Recognised, h.Message, h.Written = false, Message{}, Written{}
}

// read reads what can be chosen.
func (h *HandOver) read() {
	h.Rows, h.Offices, h.Unfinished = nil, nil, nil
	for _, s := range h.desk.All() {
		if s.State == referral.ProgressReceived || s.State == referral.ProgressRegistered {
			continue
		}
		h.Rows = append(h.Rows, CaseRow{
			ID: string(s.ID), Code: s.Code, Lead: s.Lead, Native: s.Native, Initials: monogram(s.Lead),
			StateKey: "state." + string(s.State), People: s.People, Points: s.Points, Blocks: s.Blocks, Looks: s.Looks,
		})
	}
	for _, c := range h.desk.Contacts() {
		if receives(c) {
			h.Offices = append(h.Offices, partyOf(c))
		}
	}
	for _, e := range h.desk.Unfinished() {
		h.Unfinished = append(h.Unfinished, UnfinishedLine{Codes: strings.Join(e.Cases, ", "), Name: e.Name, At: e.At})
	}
}
