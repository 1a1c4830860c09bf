package casework

import (
	"bytes"
	"context"

	"harbour/app/referral"
	"harbour/app/wire"
	"harbour/store"
)

// The results of Take.
const (
	TakenNew     = "new"
	TakenUpdated = "updated"
	TakenSame    = "same"
)

// Taken is what became of a document.
type Taken struct {
	ID     referral.ID `json:"id"`
	Code   string      `json:"code"`
	Result string      `json:"result"`
}

// Take takes a case document in, as it stands or in place of the case that it
// names by id, else by code; parts that the document lacks stay. A document
// without a code gets one. It returns ErrIncomplete for one without a person
// who has any name, ErrCodeTaken, and what wire.DecodeCase returns.
func (d *Desk) Take(ctx context.Context, document []byte) (Taken, error) {
	normal, err := wire.Normalise(document)
	if err != nil {
		return Taken{}, err
	}
	doc, err := wire.DecodeCase(normal)
	if err != nil {
		return Taken{}, err
	}
	if len(doc.ID) > maxID {
		return Taken{}, ErrMalformed
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	c, err := d.target(ctx, doc)
	if err != nil {
		return Taken{}, err
	}
	result := TakenNew
	if c.item.ID != 0 {
		result = TakenUpdated
	}
	if same, err := d.unchanged(ctx, c, doc); err != nil {
		return Taken{}, err
	} else if same {
		return Taken{c.ID, c.Referral.CaseCode, TakenSame}, nil
	}
	if doc.Referral != nil {
		c.Referral = *doc.Referral
	}
	if err := d.nameCase(&c); err != nil {
		return Taken{}, err
	}
	w := &store.Write{}
	settle, err := d.writeParts(w, c.ID, doc)
	if err != nil {
		return Taken{}, err
	}
	c, err = d.save(ctx, c, w, settle...)
	return Taken{c.ID, c.Referral.CaseCode, result}, err
}

// target returns the case that doc is for: a known one, or a new one with no
// item yet.
func (d *Desk) target(ctx context.Context, doc *referral.Case) (Case, error) {
	if doc.ID != "" {
		if _, ok := d.cases[doc.ID]; ok {
			return d.load(ctx, doc.ID)
		}
	} else if doc.Referral != nil && doc.Referral.CaseCode != "" {
		if id, ok := d.codes[doc.Referral.CaseCode]; ok {
			return d.load(ctx, id)
		}
	}
	if doc.Referral == nil {
		return Case{}, ErrNotFound
	}
	c := Case{ID: doc.ID}
	if c.ID == "" {
		c.ID = d.NewID()
	}
	return c, nil
}

// nameCase makes sure that the case has what a draft needs.
func (d *Desk) nameCase(c *Case) error {
	named := false
	for i := range c.Referral.People {
		p := &c.Referral.People[i]
		named = named || p.Pseudonym != "" || p.PrimaryName() != nil
	}
	if !named {
		return ErrIncomplete
	}
	if c.Referral.CaseCode == "" {
		code, err := d.drawCode()
		c.Referral.CaseCode = code
		return err
	}
	code, err := referral.ParseCaseCode(c.Referral.CaseCode)
	if err != nil {
		return err
	}
	c.Referral.CaseCode = code.String()
	if id, ok := d.codes[c.Referral.CaseCode]; ok && id != c.ID {
		return ErrCodeTaken
	}
	return nil
}

// unchanged reports whether doc says nothing that the vault does not hold.
func (d *Desk) unchanged(ctx context.Context, c Case, doc *referral.Case) (bool, error) {
	if c.item.ID == 0 || doc.SafeContacts != nil || doc.Screening != nil || doc.Apart != nil || doc.Referral == nil {
		return false, nil
	}
	now, err := wire.EncodeReferral(&c.Referral)
	if err != nil {
		return false, err
	}
	next, err := wire.EncodeReferral(doc.Referral)
	return bytes.Equal(now, next), err
}
