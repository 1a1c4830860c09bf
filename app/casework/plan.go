package casework

import (
	"context"
	"math"

	"harbour/app/referral"
	"harbour/app/wire"
	"harbour/crypto/bundle"
)

// Plan is what would leave, to be shown before anything does. It holds for the
// revisions that it was made of, and no longer.
type Plan struct {
	Contact Contact
	Cases   []PlannedCase
	Bytes   int64 // of attachments and records together
}

// PlannedCase is one case of a plan.
type PlannedCase struct {
	ID          referral.ID
	Code        string
	Report      referral.Report
	Leaving     []referral.Leaving
	Attachments int
	Bytes       int64
	whole       *referral.Case // with all that the desk has
	leaves      *referral.Case // with what leaves alone
	revision    Case
}

// Ready reports whether nothing stops the hand-over.
func (p Plan) Ready() bool {
	for _, c := range p.Cases {
		if !c.Report.Ready {
			return false
		}
	}
	return p.Contact.Trust == TrustChecked && len(p.Cases) > 0
}

// Plan works out what would leave of the cases to the contact. It refuses
// with ErrRole who is no office, with ErrPractice who is of the other world,
// with ErrTooManyCases more than one file can hold, and with ErrNotFound. A plan is made also for who is not checked and for
// cases that are not ready, so that it can be shown what is missing.
func (d *Desk) Plan(ctx context.Context, contact referral.ID, ids ...referral.ID) (Plan, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.contacts[contact]
	if !ok {
		return Plan{}, ErrNotFound
	}
	p := Plan{Contact: d.contact(e)}
	if p.Contact.Practice != d.settings.Practice {
		return Plan{}, ErrPractice
	}
	if p.Contact.Role != bundle.RoleOffice && p.Contact.Role != bundle.RoleOrganisation {
		return Plan{}, ErrRole
	}
	for _, id := range ids {
		if _, ok := d.cases[id]; !ok {
			return Plan{}, ErrNotFound
		}
	}
	if err := d.checkCount(ids); err != nil {
		return Plan{}, err
	}
	number := 0
	for _, id := range d.byCode(ids) {
		c, err := d.planCase(ctx, e, id, &number)
		if err != nil {
			return Plan{}, err
		}
		p.Cases = append(p.Cases, c)
		p.Bytes += c.Bytes
	}
	return p, nil
}

// checkCount makes sure that a file of the cases could be recorded.
func (d *Desk) checkCount(ids []referral.ID) error {
	var cases []casePart
	for _, id := range ids {
		cases = append(cases, casePart{ID: id, Remote: id, Code: d.cases[id].head.Code, Version: math.MaxInt32})
	}
	return checkCases(cases)
}

// planCase works out one case; number counts the attachments of the plan.
func (d *Desk) planCase(ctx context.Context, to *contactEntry, id referral.ID, number *int) (PlannedCase, error) {
	c, err := d.load(ctx, id)
	if err != nil {
		return PlannedCase{}, err
	}
	whole, err := d.document(ctx, c)
	if err != nil {
		return PlannedCase{}, err
	}
	role := referral.Code(d.contact(to).Role)
	p := PlannedCase{
		ID: id, Code: c.Referral.CaseCode, Report: d.check(&c, to.record.ID),
		Leaving: referral.Leaves(whole, role, d.Now()), whole: whole, revision: c,
	}
	p.leaves, err = wire.ForOffice(whole, wire.Reader{Role: role, Today: d.Now(), Part: func(referral.ID) string {
		*number++
		return bundle.AttachmentName(*number)
	}})
	if isOneOf(err, ErrNoConsent) {
		// The report says so at its place; there is nothing to write.
		return p, nil
	}
	if err != nil {
		return PlannedCase{}, err
	}
	for _, doc := range p.leaves.Referral.Documents {
		for _, a := range doc.Attachments {
			p.Attachments++
			p.Bytes += a.Size
		}
	}
	line, err := wire.EncodeCase(p.leaves)
	p.Bytes += int64(len(line))
	return p, err
}

// document is the case with all its parts, as `show --json` gives it.
func (d *Desk) document(ctx context.Context, c Case) (*referral.Case, error) {
	doc := &referral.Case{
		Schema: referral.Schema(referral.CaseSchema, referral.CaseSchemaVersion),
		ID:     c.ID, Version: lastVersion(c.Progress), Referral: &c.Referral,
	}
	if e := d.cases[c.ID]; e != nil && e.head.From != "" {
		doc.Version = e.head.Version
	}
	var err error
	if doc.SafeContacts, err = d.safeContacts(ctx, c.ID); err != nil {
		return nil, err
	}
	if doc.Screening, err = d.screening(ctx, c.ID); err != nil {
		return nil, err
	}
	doc.Apart, err = d.apart(ctx, c.ID)
	return doc, err
}

// Document returns the case as one document, with its compartments: see Take.
func (d *Desk) Document(ctx context.Context, id referral.ID) (*referral.Case, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	c, err := d.load(ctx, id)
	if err != nil {
		return nil, err
	}
	return d.document(ctx, c)
}

// lastVersion is the version that was handed over last, 0 for none.
func lastVersion(p referral.Progress) int {
	if n := len(p.HandOvers); n > 0 {
		return p.HandOvers[n-1].Version
	}
	return 0
}

// DocumentText returns the case as the one line of JSON that Take reads.
func (d *Desk) DocumentText(ctx context.Context, id referral.ID) ([]byte, error) {
	doc, err := d.Document(ctx, id)
	if err != nil {
		return nil, err
	}
	return wire.EncodeCase(doc)
}
