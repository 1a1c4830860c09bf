package casework

import (
	"context"
	"encoding/hex"
	"errors"
	"slices"

	"harbour/app/referral"
	"harbour/crypto/bundle"
	"harbour/store"
)

// Acknowledged is what a receipt told the field.
type Acknowledged struct {
	Contact Contact
	State   string // stored, incomplete or refused
	Cases   []ReceivedCase
	Again   bool // it was here already
}

// Accept registers a bundle that came in and writes its receipt into dir, for
// the sender alone. It may be done again: then another file says the same. An
// amber sender is answered; one that is red is ErrUnknownSender.
func (d *Desk) Accept(ctx context.Context, bundleID, dir string, progress func(Progress)) (HandedOver, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.received[bundleID]
	if !ok || e.record.Kind != string(bundle.KindReferral) {
		return HandedOver{}, ErrNotFound
	}
	to := d.contacts[e.record.Contact]
	if to == nil || to.record.Trust == TrustUnknown {
		return HandedOver{}, ErrUnknownSender
	}
	accepted := e.record
	accepted.Accepted = d.now()
	if _, err := encode(accepted); err != nil {
		return HandedOver{}, err
	}
	line, err := d.receiptFor(e.record).Encode()
	if err != nil {
		return HandedOver{}, err
	}
	l := letter{kind: bundle.KindReceipt, to: to, records: [][]byte{line}, answers: bundleID}
	sent, err := d.send(ctx, l, dir, progress)
	if err != nil {
		return HandedOver{}, err
	}
	if err := d.recordAccepted(ctx, e, sent); err != nil {
		return HandedOver{}, err
	}
	out := HandedOver{Path: sent.path, BundleID: sent.entry.record.BundleID, Contact: d.contact(to), Bytes: sent.bytes}
	for _, c := range e.record.Cases {
		out.Cases = append(out.Cases, c.Code)
	}
	return out, nil
}

// receiptFor says what became of each record of a bundle.
func (d *Desk) receiptFor(r receivedRecord) bundle.Receipt {
	receipt := bundle.Receipt{
		ID: string(d.NewID()), BundleID: r.BundleID, TagManifestSHA512: r.TagManifest, State: bundle.ReceiptStored,
	}
	for _, c := range r.Cases {
		receipt.Records = append(receipt.Records, bundle.ReceiptRecord{
			ID: string(c.Remote), Version: c.Version, Result: bundle.RecordResult(c.Result),
		})
	}
	return receipt
}

// recordAccepted moves the cases of a bundle on to registered.
func (d *Desk) recordAccepted(ctx context.Context, e *receivedEntry, s sentLetter) error {
	w, after := &store.Write{}, []func(store.Item) error(nil)
	record, sent := e.record, s.entry.record
	record.Accepted = d.now()
	sent.State, sent.TagManifest = sentHandedOver, s.tagManifest
	head, err := encode(record)
	if err != nil {
		return err
	}
	w.ReplaceHead(e.item, head)
	if head, err = encode(sent); err != nil {
		return err
	}
	w.ReplaceHead(s.entry.item, head)
	after = append(after, func(item store.Item) error {
		e.record, e.item = record, item
		return nil
	}, func(item store.Item) error {
		s.entry.record, s.entry.item = sent, item
		return nil
	})
	event := Event{What: EventAccepted, Contact: record.Contact, Name: d.contacts[record.Contact].record.Name, BundleID: record.BundleID}
	for _, c := range record.Cases {
		event.Cases = append(event.Cases, c.Code)
		more, err := d.setState(w, c.ID, referral.ProgressRegistered, nil)
		if err != nil {
			return err
		}
		after = append(after, more...)
	}
	return d.commit(context.WithoutCancel(ctx), w, after, event)
}

// TakeReceipt takes in a receipt that came back. It returns ErrOtherSigner for
// one by anyone but who the bundle went to, ErrUnknownBundle, ErrUnknownSender,
// ErrOtherKind, or the faults of a bundle. Taking it in again changes nothing.
func (d *Desk) TakeReceipt(ctx context.Context, path string) (Acknowledged, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	in := &incoming{Desk: d, kind: bundle.KindReceipt}
	b, err := in.read(ctx, path, nil)
	if errors.Is(err, errReplay) {
		return d.acknowledgedBefore(in), nil
	}
	var receipt bundle.Receipt
	var s *sentEntry
	if err == nil {
		receipt, s, err = in.receipt(b)
	}
	if err != nil {
		return Acknowledged{Contact: in.sender}, in.refuse(ctx, err)
	}
	return d.recordReceipt(ctx, in, b, receipt, s)
}

// receipt returns the receipt that came in, and what it is for.
func (in *incoming) receipt(b bundle.Bundle) (bundle.Receipt, *sentEntry, error) {
	if len(b.Records) != 1 || len(in.staged) != 0 {
		return bundle.Receipt{}, nil, ErrMalformed
	}
	receipt, err := bundle.ParseReceipt(b.Records[0])
	if err != nil {
		return receipt, nil, err
	}
	s, ok := in.sent[receipt.BundleID]
	switch {
	case !ok:
		return receipt, nil, ErrUnknownBundle
	case s.record.Contact != in.from.record.ID:
		return receipt, nil, ErrOtherSigner
	case s.record.TagManifest != "" && s.record.TagManifest != receipt.TagManifestSHA512:
		return receipt, nil, ErrChanged
	}
	return receipt, s, nil
}

// recordReceipt moves the cases on by what the office says.
func (d *Desk) recordReceipt(ctx context.Context, in *incoming, b bundle.Bundle, receipt bundle.Receipt, s *sentEntry) (Acknowledged, error) {
	w := &store.Write{}
	record := receivedRecord{
		BundleID: b.Header.BundleID, Kind: string(b.Header.Kind), Contact: in.from.record.ID, Seq: b.Header.Seq,
		TagManifest: hex.EncodeToString(b.TagManifest[:]), Created: b.Header.Created, At: d.now(),
		Bytes: in.bytes, Trust: in.from.record.Trust, Cases: receiptCases(receipt, s.record),
	}
	head, err := encode(record)
	if err != nil {
		return Acknowledged{}, err
	}
	w.Add(kindReceived, head, nil)
	sent := s.record
	sent.State, sent.TagManifest = sentReceipted, receipt.TagManifestSHA512
	if head, err = encode(sent); err != nil {
		return Acknowledged{}, err
	}
	w.ReplaceHead(s.item, head)
	after := []func(store.Item) error{func(item store.Item) error {
		d.received[record.BundleID] = &receivedEntry{record: record, item: item}
		return nil
	}, func(item store.Item) error {
		s.record, s.item = sent, item
		return nil
	}}
	state := referral.ProgressAcknowledged
	if receipt.State != bundle.ReceiptStored {
		state = referral.ProgressReturned
	}
	event := Event{What: EventReceipt, Contact: record.Contact, Name: in.sender.Name, BundleID: receipt.BundleID, Detail: string(receipt.State)}
	for _, c := range record.Cases {
		event.Cases = append(event.Cases, c.Code)
		more, err := d.setState(w, c.ID, state, &referral.Receipt{
			BundleID: receipt.BundleID, Version: c.Version, State: referral.Code(receipt.State), ReceivedAt: record.At,
		})
		if err != nil {
			return Acknowledged{}, err
		}
		after = append(after, more...)
	}
	if err := d.commit(ctx, w, after, event); err != nil {
		return Acknowledged{}, err
	}
	return Acknowledged{Contact: in.sender, State: string(receipt.State), Cases: shownCases(record.Cases)}, nil
}

func (d *Desk) acknowledgedBefore(in *incoming) Acknowledged {
	return Acknowledged{
		Contact: in.sender, State: string(bundle.ReceiptStored), Cases: shownCases(in.before.record.Cases), Again: true,
	}
}

// receiptCases matches the records of a receipt with the cases that went out.
func receiptCases(receipt bundle.Receipt, sent sentRecord) []casePart {
	var cases []casePart
	for _, c := range sent.Cases {
		// A record that is named twice counts once.
		n := slices.IndexFunc(receipt.Records, func(r bundle.ReceiptRecord) bool {
			return r.ID == string(c.Remote) && r.Version == c.Version
		})
		if n >= 0 {
			c.Result = string(receipt.Records[n].Result)
			cases = append(cases, c)
		}
	}
	return cases
}

func shownCases(parts []casePart) []ReceivedCase {
	var cases []ReceivedCase
	for _, c := range parts {
		cases = append(cases, ReceivedCase{c.ID, c.Code, c.Version, c.Result})
	}
	return cases
}

// setState adds to w that a case, where it is here still, has come further. A
// case that was changed after it left is a draft again and stays one.
func (d *Desk) setState(w *store.Write, id referral.ID, state referral.Code, receipt *referral.Receipt) ([]func(store.Item) error, error) {
	if _, ok := d.cases[id]; !ok {
		return nil, nil
	}
	p, err := d.progressOf(id)
	if err != nil {
		return nil, err
	}
	p.State = state
	if receipt != nil {
		p.Receipts = append(p.Receipts[:len(p.Receipts):len(p.Receipts)], *receipt)
	}
	keepProgress, err := d.writeProgress(w, id, p)
	if err != nil {
		return nil, err
	}
	keepSummary, err := d.writeSummary(w, id, p, d.now())
	return []func(store.Item) error{keepProgress, keepSummary}, err
}

// commit writes w with an event, and hands the items to after in their order.
func (d *Desk) commit(ctx context.Context, w *store.Write, after []func(store.Item) error, e Event) error {
	d.audit(w, e)
	items, err := d.vault.Commit(ctx, w)
	if err != nil {
		return err
	}
	for i, keep := range after {
		if err := keep(items[i]); err != nil {
			return err
		}
	}
	return d.takeEvent(items[len(items)-1])
}
