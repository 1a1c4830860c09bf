package present

import (
	"strings"
	"time"

	"harbour/app/casework"
)

// Happened is one line of what was done at this desk.
type Happened struct {
	At    time.Time
	Icon  string
	Tone  Tone
	Words Message
	Cases string // codes
}

// Activity is what was done at this desk, the newest first.
type Activity struct {
	events []casework.Event
}

// NewActivity reads it.
func NewActivity(shell *Shell) *Activity { return &Activity{events: shell.Desk.Activity()} }

// Count is how many lines there are.
func (a *Activity) Count() int { return len(a.events) }

// Line is the line at i.
func (a *Activity) Line(i int) Happened {
	e := &a.events[i]
	h := Happened{At: e.At.Local(), Cases: strings.Join(e.Cases, ", "), Words: Message{Key: "activity." + e.What}}
	if e.Name != "" {
		h.Words.Args = map[string]any{"name": e.Name}
	}
	switch e.What {
	case casework.EventSetUp:
		h.Icon = "key"
	case casework.EventHandedOver:
		h.Icon, h.Tone = "hand-over", ToneOut
	case casework.EventOpened:
		h.Icon, h.Tone = "inbox", ToneOut
	case casework.EventRefused:
		h.Icon, h.Tone = "shield-unknown", ToneStop
	case casework.EventAccepted, casework.EventReceipt:
		h.Icon, h.Tone = "settled", ToneDone
	case casework.EventTrust:
		h.Icon, h.Tone = trustOf(e.Detail)
		h.Words.Key = "activity.trust_" + e.Detail
	case casework.EventRemoved:
		h.Icon = "close"
	case casework.EventSavedCopy:
		h.Icon, h.Tone = "document", ToneLook
	default:
		h.Icon = "activity"
	}
	if e.Name == "" && named(e.What) {
		h.Words.Key = "activity." + e.What + "_nobody"
	}
	return h
}

// named reports whether the words of an event hold a name.
func named(what string) bool {
	return what == casework.EventHandedOver || what == casework.EventOpened || what == casework.EventReceipt ||
		what == casework.EventAccepted || what == casework.EventRefused
}

func trustOf(detail string) (icon string, tone Tone) {
	switch casework.Trust(detail) {
	case casework.TrustChecked:
		return "shield-checked", ToneDone
	case casework.TrustFirst:
		return "shield-first-seen", ToneLook
	default:
		return "shield-unknown", ToneStop
	}
}
