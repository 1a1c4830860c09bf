package casework

import (
	"context"
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
	body, err := wire.EncodeSafeContacts(contacts)
	return d.savePart(ctx, id, kindSafeContact, body, err)
}

// HasSafeContacts reports whether a case has any, without opening them.
func (d *Desk) HasSafeContacts(id referral.ID) bool { return d.hasPart(id, kindSafeContact) }

// Screening reads what the adults of a case answered to the questions of the
// statute. Whoever shows it asks for the passphrase first: see Recognise.
func (d *Desk) Screening(ctx context.Context, id referral.ID) ([]referral.Screening, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.screening(ctx, id)
}

// SaveScreening keeps the screening answers of a case.
func (d *Desk) SaveScreening(ctx context.Context, id referral.ID, answers []referral.Screening) error {
	body, err := wire.EncodeScreening(answers)
	return d.savePart(ctx, id, kindScreening, body, err)
}

// HasScreening reports whether a case has any, without opening them.
func (d *Desk) HasScreening(id referral.ID) bool { return d.hasPart(id, kindScreening) }

// Apart reads what members of a case keep from each other. Whoever shows it
// asks for the passphrase first: see Recognise.
func (d *Desk) Apart(ctx context.Context, id referral.ID) ([]referral.Apart, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.apart(ctx, id)
}

// SaveApart keeps what members of a case keep from each other.
func (d *Desk) SaveApart(ctx context.Context, id referral.ID, answers []referral.Apart) error {
	body, err := wire.EncodeApart(answers)
	return d.savePart(ctx, id, kindApart, body, err)
}

// HasApart reports whether a case has any, without opening them.
func (d *Desk) HasApart(id referral.ID) bool { return d.hasPart(id, kindApart) }

func (d *Desk) hasPart(id referral.ID, kind store.Kind) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	_, ok := d.parts[partKey{id, kind}]
	return ok
}

// savePart keeps the body of a compartment, or returns the error of writing it.
func (d *Desk) savePart(ctx context.Context, id referral.ID, kind store.Kind, body []byte, err error) error {
	if err != nil {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, ok := d.cases[id]; !ok {
		return ErrNotFound
	}
	w := &store.Write{}
	keep, err := d.writePart(w, id, kind, body)
	if err != nil {
		return err
	}
	items, err := d.vault.Commit(ctx, w)
	if err != nil {
		return err
	}
	return keep(items[0])
}

func (d *Desk) safeContacts(ctx context.Context, id referral.ID) ([]referral.SafeContact, error) {
	return readPart(ctx, d, id, kindSafeContact, wire.DecodeSafeContacts)
}

func (d *Desk) screening(ctx context.Context, id referral.ID) ([]referral.Screening, error) {
	return readPart(ctx, d, id, kindScreening, wire.DecodeScreening)
}

func (d *Desk) apart(ctx context.Context, id referral.ID) ([]referral.Apart, error) {
	return readPart(ctx, d, id, kindApart, wire.DecodeApart)
}

// readPart reads a compartment, or nil where there is none.
func readPart[T any](ctx context.Context, d *Desk, id referral.ID, kind store.Kind, by func([]byte) ([]T, error)) ([]T, error) {
	body, err := d.part(ctx, id, kind)
	if err != nil || body == nil {
		return nil, err
	}
	return by(body)
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
		body, err := wire.EncodeScreening(doc.Screening)
		if err := add(kindScreening, body, err); err != nil {
			return nil, err
		}
	}
	if doc.Apart != nil {
		body, err := wire.EncodeApart(doc.Apart)
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
