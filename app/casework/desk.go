package casework

import (
	"context"
	"errors"
	"sync"

	"harbour/app/match"
	"harbour/app/referral"
	"harbour/crypto"
	"harbour/crypto/bundle"
	"harbour/store"
)

// Desk is an unlocked vault with its verbs. They may be called from several
// goroutines; each is done whole before the next.
type Desk struct {
	Program
	dir   string
	vault *store.Vault

	mu           sync.Mutex
	settings     settings
	settingsItem store.Item
	identityItem store.Item
	card         bundle.Card
	cases        map[referral.ID]*caseEntry
	codes        map[string]referral.ID // of the desk's own cases, by code
	parts        map[partKey]store.Item
	files        map[fileKey]store.Item
	progress     map[referral.ID]store.Item
	contacts     map[referral.ID]*contactEntry
	sent         map[string]*sentEntry
	received     map[string]*receivedEntry
	kept         map[referral.ID][]store.Item
	placeItem    store.Item
	events       []Event
	broken       map[store.ID]bool // what Verify could not read in this unlock
	index        *match.Index
}

// caseEntry is what is known of a case without its body.
type caseEntry struct {
	head caseHead
	item store.Item
}

// partKey names a compartment.
type partKey struct {
	id   referral.ID
	kind store.Kind
}

// fileKey names an attachment's bytes.
type fileKey struct{ of, attachment referral.ID }

type contactEntry struct {
	record contactRecord
	item   store.Item
}

type sentEntry struct {
	record sentRecord
	item   store.Item
}

type receivedEntry struct {
	record receivedRecord
	item   store.Item
}

// Unlock opens the vault in dir. It returns ErrNoVault, ErrInUse, ErrForeign,
// ErrNewer or ErrWrongPassphrase. A damaged vault opens for reading: see
// Desk.Damaged.
func (p Program) Unlock(ctx context.Context, dir string, pass *Passphrase) (*Desk, error) {
	d := &Desk{
		Program: p, dir: dir, cases: map[referral.ID]*caseEntry{}, codes: map[string]referral.ID{},
		parts: map[partKey]store.Item{}, files: map[fileKey]store.Item{}, progress: map[referral.ID]store.Item{},
		contacts: map[referral.ID]*contactEntry{}, sent: map[string]*sentEntry{},
		received: map[string]*receivedEntry{}, kept: map[referral.ID][]store.Item{}, index: match.New(),
	}
	var err error
	var cases reading
	d.vault, err = store.Open(ctx, dir, pass, func(item store.Item) error {
		if item.Kind == kindCase {
			cases.add(item)
			return nil
		}
		return d.take(item)
	})
	entries, unread := cases.all()
	if err != nil {
		return nil, err
	}
	if unread != nil {
		return nil, errors.Join(unread, d.vault.Close())
	}
	d.fillCases(entries)
	return d, nil
}

// Close locks the vault. Nothing of the desk may be used after.
func (d *Desk) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.vault.Close()
}

// Dir is the folder of the vault.
func (d *Desk) Dir() string { return d.dir }

// Role is RoleField or RoleOffice.
func (d *Desk) Role() string { return d.settings.Role }

// Name is what the desk calls itself.
func (d *Desk) Name() string { return d.settings.Name }

// Practice reports whether the vault is for invented people only.
func (d *Desk) Practice() bool { return d.settings.Practice }

// Damaged reports whether parts of the vault cannot be read. Then nothing can
// be written.
func (d *Desk) Damaged() bool { return d.vault.Damage().Any() }

// Recognise makes sure that pass opens this vault, for a step that asks for it
// again. It takes as long as unlocking, and returns ErrWrongPassphrase.
func (d *Desk) Recognise(ctx context.Context, pass *Passphrase) error {
	return d.vault.Recognise(ctx, pass)
}

// take keeps what unlock reads.
func (d *Desk) take(item store.Item) error {
	if item.IsAudit() {
		return d.takeEvent(item)
	}
	if item.IsFile() {
		var h fileHead
		if err := decode(item, &h); err != nil {
			return err
		}
		item.Content = nil
		d.files[fileKey{h.Case, h.Attachment}] = item
		return nil
	}
	switch item.Kind {
	case kindSettings:
		d.settingsItem = item
		return decode(item, &d.settings)
	case kindIdentity:
		d.identityItem = item
		card, err := bundle.ParseCard(item.Content)
		d.card = card
		return err
	case kindPlace:
		d.placeItem = item
	case kindKept:
		var h keptHead
		if err := decode(item, &h); err != nil {
			return err
		}
		d.kept[h.Case] = append(d.kept[h.Case], item)
	case kindProgress:
		var h progressHead
		if err := decode(item, &h); err != nil {
			return err
		}
		d.progress[h.Case] = item
	default:
		return d.takeOther(item)
	}
	return nil
}

func (d *Desk) takeOther(item store.Item) error {
	switch item.Kind {
	case kindSafeContact, kindScreening, kindApart:
		var h compartmentHead
		if err := decode(item, &h); err != nil {
			return err
		}
		d.parts[partKey{h.Case, item.Kind}] = item
	case kindContact:
		e := &contactEntry{item: item}
		if err := decode(item, &e.record); err != nil {
			return err
		}
		d.contacts[e.record.ID] = e
	case kindSent:
		e := &sentEntry{item: item}
		if err := decode(item, &e.record); err != nil {
			return err
		}
		d.sent[e.record.BundleID] = e
	case kindReceived:
		e := &receivedEntry{item: item}
		if err := decode(item, &e.record); err != nil {
			return err
		}
		d.received[e.record.BundleID] = e
	}
	return nil
}

// fillCases puts all cases into the index at once.
func (d *Desk) fillCases(entries []*caseEntry) {
	d.cases = make(map[referral.ID]*caseEntry, len(entries))
	var keeping beside
	keeping.start(func() error {
		for _, e := range entries {
			d.keepCase(e)
		}
		return nil
	})
	summaries := make([]referral.Summary, len(entries))
	for i, e := range entries {
		summaries[i] = e.head.Summary
	}
	d.index.Fill(summaries)
	_ = keeping.wait() // it has no errors
}

// keepCase makes e what stands for its case, but in the index.
func (d *Desk) keepCase(e *caseEntry) {
	d.cases[e.head.ID] = e
	if e.head.From == "" {
		d.codes[e.head.Code] = e.head.ID
	}
}

// putCase makes e what stands for its case.
func (d *Desk) putCase(e *caseEntry) {
	d.keepCase(e)
	d.index.Put(e.head.Summary)
}

// withIdentity lends the desk's keys to use, and forgets them after.
func (d *Desk) withIdentity(ctx context.Context, use func(*crypto.Identity) error) error {
	keys, err := d.vault.Body(ctx, d.identityItem)
	if err != nil {
		return err
	}
	defer clear(keys)
	identity, err := crypto.ParseIdentity(keys)
	if err != nil {
		return err
	}
	defer identity.Destroy()
	return use(identity)
}
