package casework

import (
	"slices"
	"time"

	"github.com/go-json-experiment/json"

	"harbour/app/referral"
	"harbour/store"
)

// What an Event tells of.
const (
	EventSetUp      = "set_up"
	EventHandedOver = "handed_over"
	EventOpened     = "opened"
	EventRefused    = "refused"
	EventAccepted   = "accepted"
	EventReceipt    = "receipt"
	EventTrust      = "trust"
	EventRemoved    = "removed"
	EventSavedCopy  = "saved_copy"
)

// Event is one entry of the audit chain: what was done, without names and
// texts of a case.
type Event struct {
	N        uint64      `json:"-"` // from 1
	At       time.Time   `json:"at"`
	What     string      `json:"what"`
	Cases    []string    `json:"cases,omitempty"` // codes
	Contact  referral.ID `json:"contact,omitzero"`
	Name     string      `json:"name,omitzero"` // of the contact, as it was then
	BundleID string      `json:"bundle_id,omitzero"`
	Detail   string      `json:"detail,omitzero"` // a word, such as a trust state or a refusal
	// Random keeps the digest of an entry from confirming a guess at it.
	Random string `json:"random"`
}

// Activity returns the events, the newest first.
func (d *Desk) Activity() []Event {
	d.mu.Lock()
	defer d.mu.Unlock()
	events := slices.Clone(d.events)
	slices.SortFunc(events, func(a, b Event) int { return int(b.N) - int(a.N) })
	return events
}

// audit adds e to w.
func (p Program) audit(w *store.Write, e Event) {
	e.At, e.Random = p.now(), randomHex(16)
	b, err := e.encode()
	if err != nil {
		panic("casework: an event without cases always fits")
	}
	w.Audit(b)
}

// now is the time to write down: UTC, whole seconds.
func (p Program) now() time.Time { return p.Now().UTC().Truncate(time.Second) }

// takeEvent keeps an audit entry that was read or written.
func (d *Desk) takeEvent(item store.Item) error {
	n, content := item.AuditEntry()
	var e Event
	if err := json.Unmarshal(content, &e); err != nil {
		return ErrDamaged
	}
	e.N = n
	d.events = append(d.events, e)
	return nil
}
