package casework

import (
	"context"
	"encoding/json"
	"errors"

	"harbour/app/referral"
	"harbour/app/wire"
	"harbour/store"
)

// SafeContacts reads how to reach the people of a case without harm. Whoever
// shows them asks for the passphrase first: see Recognise.
func (d *Desk) SafeContacts(ctx context.Context, id referral.ID) ([]referral.SafeContact, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.safeContacts(ctx, id)
}

// SaveSafeContacts keeps the safe contacts of a case.
func (d *Desk) SaveSafeContacts(ctx context.Context, id referral.ID, contacts []referral.SafeContact) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, ok := d.cases[id]; !ok {
		return ErrNotFound
	}
	body, err := wire.EncodeSafeContacts(contacts)
	if err != nil {
		return err
	}
	w := &store.Write{}
	keep, err := d.writePart(w, id, kindSafeContact, body)
	if err != nil {
		return err
	}
	items, err := d.vault.Commit(ctx, w)
	if err != nil {
		return err
	}
	return keep(items[0])
}

// HasSafeContacts reports whether a case has any, without opening them.
func (d *Desk) HasSafeContacts(id referral.ID) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	_, ok := d.parts[partKey{id, kindSafeContact}]
	return ok
}

func (d *Desk) safeContacts(ctx context.Context, id referral.ID) ([]referral.SafeContact, error) {
	body, err := d.part(ctx, id, kindSafeContact)
	if err != nil || body == nil {
		return nil, err
	}
	return wire.DecodeSafeContacts(body)
}

// part returns the body of a compartment, nil where there is none.
func (d *Desk) part(ctx context.Context, id referral.ID, kind store.Kind) ([]byte, error) {
	item, ok := d.parts[partKey{id, kind}]
	if !ok {
		return nil, nil
	}
	body, err := d.vault.Body(ctx, item)
	if errors.Is(err, ErrNotFound) {
		return nil, ErrDamaged
	}
	return body, err
}

// rawPart reads a compartment that this version only carries.
func (d *Desk) rawPart(ctx context.Context, id referral.ID, kind store.Kind) ([]json.RawMessage, error) {
	body, err := d.part(ctx, id, kind)
	if err != nil || body == nil {
		return nil, err
	}
	return wire.DecodeCompartment(body)
}

// writeParts adds to w the compartments that doc has. What it returns keeps
// the items that come of them.
func (d *Desk) writeParts(w *store.Write, id referral.ID, doc *referral.Case) ([]func(store.Item) error, error) {
	var settle []func(store.Item) error
	add := func(kind store.Kind, body []byte, err error) error {
		if err != nil {
			return err
		}
		keep, err := d.writePart(w, id, kind, body)
		settle = append(settle, keep)
		return err
	}
	if doc.SafeContacts != nil {
		body, err := wire.EncodeSafeContacts(doc.SafeContacts)
		if err := add(kindSafeContact, body, err); err != nil {
			return nil, err
		}
	}
	if doc.Screening != nil {
		body, err := wire.EncodeCompartment(doc.Screening)
		if err := add(kindScreening, body, err); err != nil {
			return nil, err
		}
	}
	if doc.Apart != nil {
		body, err := wire.EncodeCompartment(doc.Apart)
		if err := add(kindApart, body, err); err != nil {
			return nil, err
		}
	}
	return settle, nil
}

func (d *Desk) writePart(w *store.Write, id referral.ID, kind store.Kind, body []byte) (func(store.Item) error, error) {
	key := partKey{id, kind}
	head, err := encode(compartmentHead{Case: id})
	if err != nil {
		return nil, err
	}
	if item, ok := d.parts[key]; ok {
		w.Replace(item, head, body)
	} else {
		w.Add(kind, head, body)
	}
	return func(item store.Item) error {
		d.parts[key] = item
		return nil
	}, nil
}
