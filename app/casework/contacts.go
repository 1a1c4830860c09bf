package casework

import (
	"context"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"harbour/app/referral"
	"harbour/crypto"
	"harbour/crypto/bundle"
	"harbour/store"
	"harbour/store/atomicfile"
)

// Contact is somebody whose card the desk has.
type Contact struct {
	ID        referral.ID
	Name      string // as the desk calls it
	Claimed   string // as its card says
	Role      string
	CardID    string // hex
	From      string // day
	Until     string
	Practice  bool
	Expired   bool
	Trust     Trust
	Ask       []int // the groups to ask for, counted from 1; all twelve after three wrong tries
	CheckedAt time.Time
	How       string
}

// Contacts returns all contacts by name.
func (d *Desk) Contacts() []Contact {
	d.mu.Lock()
	defer d.mu.Unlock()
	var all []Contact
	for _, e := range d.contacts {
		all = append(all, d.contact(e))
	}
	slices.SortFunc(all, func(a, b Contact) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// Contact returns the contact of that id.
func (d *Desk) Contact(id referral.ID) (Contact, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.contacts[id]
	if !ok {
		return Contact{}, false
	}
	return d.contact(e), true
}

// FindContact returns the contact that the desk calls name, or ErrNotFound.
func (d *Desk) FindContact(name string) (Contact, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, e := range d.contacts {
		if strings.EqualFold(e.record.Name, name) {
			return d.contact(e), nil
		}
	}
	return Contact{}, ErrNotFound
}

// OwnCard returns the desk's own card as text to give to others.
func (d *Desk) OwnCard() []byte { return d.card.Text() }

// OwnGroups returns the groups of the desk's own card, for others to ask for.
func (d *Desk) OwnGroups() []string {
	groups := crypto.GroupsOf(d.card.ID())
	return groups[:]
}

// TakeCard takes a contact card in under the name as, or the one that it
// claims. A card that is known already changes nothing, but for the name where
// as is given. It returns ErrCard, ErrOwnCard, ErrPractice or ErrName.
func (d *Desk) TakeCard(ctx context.Context, text []byte, as string) (Contact, error) {
	card, err := bundle.ParseCard(text)
	if err != nil {
		return Contact{}, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if card.ID() == d.card.ID() {
		return Contact{}, ErrOwnCard
	}
	if card.Practice != d.settings.Practice {
		return Contact{}, ErrPractice
	}
	if e := d.contactOf(card.ID()); e != nil {
		return d.takeAgain(ctx, e, as)
	}
	if as == "" {
		as = card.Name
	}
	if !bundle.PlainName(as) || d.nameTaken(as) {
		return Contact{}, ErrName
	}
	return d.addContact(ctx, card, as, TrustFirst)
}

// takeAgain is taking in a card that the desk has: an unknown sender's becomes
// amber by it, since a person now vouches for where it came from.
func (d *Desk) takeAgain(ctx context.Context, e *contactEntry, as string) (Contact, error) {
	next := e.record
	if as != "" && as != next.Name {
		if !bundle.PlainName(as) || d.nameTaken(as) {
			return Contact{}, ErrName
		}
		next.Name = as
	}
	if next.Trust == TrustUnknown && next.Tries < mostTries {
		next.Trust = TrustFirst
	}
	if next.Name == e.record.Name && next.Trust == e.record.Trust {
		return d.contact(e), nil
	}
	return d.setContact(ctx, e, next)
}

// addContact keeps a new contact. The groups to ask for are drawn here, once
// for the life of the card: a forger must not get to choose among draws.
func (d *Desk) addContact(ctx context.Context, card bundle.Card, as string, trust Trust) (Contact, error) {
	ask, err := d.drawGroups()
	if err != nil {
		return Contact{}, err
	}
	record := contactRecord{
		ID: d.NewID(), Name: as, Card: string(card.Text()), Groups: crypto.GroupsOf(card.ID()), Trust: trust, Ask: ask,
	}
	head, err := encode(record)
	if err != nil {
		return Contact{}, err
	}
	w := &store.Write{}
	w.Add(kindContact, head, nil)
	d.audit(w, Event{What: EventTrust, Contact: record.ID, Name: as, Detail: string(trust)})
	items, err := d.vault.Commit(ctx, w)
	if err != nil {
		return Contact{}, err
	}
	e := &contactEntry{record: record, item: items[0]}
	d.contacts[record.ID] = e
	return d.contact(e), d.takeEvent(items[1])
}

func (d *Desk) setContact(ctx context.Context, e *contactEntry, next contactRecord) (Contact, error) {
	head, err := encode(next)
	if err != nil {
		return d.contact(e), err
	}
	w := &store.Write{}
	w.ReplaceHead(e.item, head)
	d.audit(w, Event{What: EventTrust, Contact: next.ID, Name: next.Name, Detail: string(next.Trust)})
	items, err := d.vault.Commit(ctx, w)
	if err != nil {
		return d.contact(e), err
	}
	e.record, e.item = next, items[0]
	return d.contact(e), d.takeEvent(items[1])
}

func (d *Desk) contactOf(card bundle.CardID) *contactEntry {
	for _, e := range d.contacts {
		if c, err := e.record.card(); err == nil && c.ID() == card {
			return e
		}
	}
	return nil
}

func (d *Desk) nameTaken(name string) bool {
	for _, e := range d.contacts {
		if strings.EqualFold(e.record.Name, name) {
			return true
		}
	}
	return false
}

func (d *Desk) contact(e *contactEntry) Contact {
	c := Contact{
		ID: e.record.ID, Name: e.record.Name, Trust: e.record.Trust, Ask: e.record.wanted(),
		CheckedAt: e.record.CheckedAt, How: e.record.How,
	}
	if card, err := e.record.card(); err == nil {
		id := card.ID()
		c.Claimed, c.Role, c.CardID = card.Name, card.Role, hex.EncodeToString(id[:])
		c.From, c.Until, c.Practice, c.Expired = card.From, card.Until, card.Practice, card.Expired(d.Now())
	}
	return c
}

// SaveCard writes the desk's own card as dir/name, which must not exist, and
// returns the path.
func (d *Desk) SaveCard(ctx context.Context, dir, name string) (string, error) {
	path, err := atomicfile.WriteFile(ctx, dir, name, d.card.Text())
	return path, fileError(err)
}
