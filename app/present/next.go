package present

import (
	"slices"
	"time"

	"harbour/app/referral"
)

// Tone is how grave something is; screens show it with an icon and a colour.
type Tone int

// Tones.
const (
	ToneQuiet Tone = iota
	ToneDone
	ToneLook
	ToneStop
	ToneOut // with somebody else
)

// Days from which on something needs somebody.
const (
	dueSoon     = 90 // before a child turns 22
	receiptLate = 7  // after a hand-over
	mostAttend  = 4  // cards on the start page
	hoursPerDay = 24
)

// State is how far a referral has come, by the key of its words.
type State struct {
	Key  string
	Icon string // may be empty
	Tone Tone
}

func stateOf(code referral.Code) State {
	s := State{Key: "state." + string(code)}
	switch code {
	case referral.ProgressHandedOver:
		s.Icon, s.Tone = "hand-over", ToneOut
	case referral.ProgressAcknowledged, referral.ProgressRegistered:
		s.Icon, s.Tone = "settled", ToneDone
	case referral.ProgressReturned:
		s.Icon, s.Tone = "undo", ToneLook
	case referral.ProgressReceived:
		s.Icon, s.Tone = "inbox", ToneOut
	}
	return s
}

// Next is what a referral waits for.
type Next struct {
	Words Message
	Icon  string
	Tone  Tone
}

func nextOf(s *referral.Summary, today time.Time) Next {
	switch s.State {
	case referral.ProgressHandedOver:
		return Next{number("next.no_receipt", daysBetween(s.Changed, today)), "activity", ToneLook}
	case referral.ProgressAcknowledged:
		return Next{Message{Key: "next.receipt"}, "check", ToneDone}
	case referral.ProgressReturned:
		return Next{Message{Key: "next.returned"}, "undo", ToneLook}
	case referral.ProgressReceived:
		return Next{Message{Key: "next.received"}, "inbox", ToneLook}
	case referral.ProgressRegistered:
		return Next{Message{Key: "next.registered"}, "check", ToneDone}
	}
	if days, ok := nextDue(s, today); ok && days <= dueSoon {
		return Next{turns22(days), "warning", ToneLook}
	}
	switch {
	case s.Blocks > 0:
		return Next{number("count.to_settle", s.Blocks), "stop", ToneStop}
	case s.Looks > 0:
		return Next{number("count.to_look_at", s.Looks), "warning", ToneLook}
	}
	return Next{Message{Key: "next.ready"}, "check", ToneDone}
}

// turns22 says that a child turns 22, or has.
func turns22(days int) Message {
	if days < 0 {
		return Message{Key: "next.turned_22"}
	}
	return number("next.turns_22", days)
}

// nextDue is how many days the nearest day is away that is not long past.
func nextDue(s *referral.Summary, today time.Time) (days int, ok bool) {
	for _, due := range s.Due {
		day, err := time.Parse(time.DateOnly, due[2])
		if err != nil {
			continue
		}
		if n := daysBetween(today, day); !ok || n < days {
			days, ok = n, true
		}
	}
	return days, ok
}

// daysBetween counts calendar days from one day to another.
func daysBetween(from, to time.Time) int {
	day := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return int(day(to).Sub(day(from)).Hours() / hoursPerDay)
}

func number(key string, n int) Message {
	return Message{Key: key, Args: map[string]any{"n": n}}
}

// Attention is one thing on the start page that needs somebody.
type Attention struct {
	Icon  string
	Tone  Tone
	Title Message
	Line  Message
	Code  string
	To    Route
	days  int
}

// Attention lists at most four things that need somebody today: days that come
// near, hand-overs of which nobody knows whether they were written, receipts
// that are late, drafts with something to look at.
func (s *Start) Attention() []Attention {
	today := s.Today()
	var list []Attention
	for _, e := range s.shell.Desk.Unfinished() {
		a := Attention{Icon: "hand-over", Tone: ToneStop, Title: Message{Key: "attention.unfinished"},
			Line: Message{Key: "attention.unfinished_line"}, To: Route{Page: PageHandOver}, days: -hoursPerDay}
		if len(e.Cases) > 0 {
			a.Code = e.Cases[0]
		}
		list = append(list, a)
	}
	for i := range s.whole {
		if a, ok := attentionOf(&s.whole[i], today); ok {
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(a, b Attention) int { return a.days - b.days })
	return list[:min(len(list), mostAttend)]
}

// attentionOf is the gravest thing about one referral.
func attentionOf(s *referral.Summary, today time.Time) (Attention, bool) {
	a := Attention{Code: s.Code, To: Route{Page: PageEditor, Case: string(s.ID)}}
	due, hasDue := nextDue(s, today)
	late := daysBetween(s.Changed, today)
	switch {
	case hasDue && due <= dueSoon && s.State != referral.ProgressAcknowledged:
		a.Icon, a.Tone, a.days = "calendar", ToneLook, due
		a.Title, a.Line = number("count.days", max(due, 0)), Message{Key: "attention.child"}
		if due < 0 {
			a.Title, a.Line = Message{Key: "attention.passed"}, Message{Key: "next.turned_22"}
		}
	case s.State == referral.ProgressReturned:
		a.Icon, a.Tone, a.days = "undo", ToneLook, 0
		a.Title, a.Line = Message{Key: "state.returned"}, Message{Key: "next.returned"}
	case s.State == referral.ProgressHandedOver && late >= receiptLate:
		a.Icon, a.Tone, a.days = "activity", ToneLook, dueSoon
		a.Title, a.Line = number("count.days", late), Message{Key: "attention.receipt"}
	case s.State == referral.ProgressReceived:
		a.Icon, a.Tone, a.days = "inbox", ToneLook, 0
		a.Title, a.Line = Message{Key: "state.received"}, Message{Key: "next.received"}
	case s.State == referral.ProgressDraft && s.Blocks == 0 && s.Looks > 0:
		a.Icon, a.Tone, a.days = "warning", ToneLook, dueSoon+1
		a.Title, a.Line = number("count.to_look_at", s.Looks), Message{Key: "attention.looks"}
	default:
		return Attention{}, false
	}
	return a, true
}
