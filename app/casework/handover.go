package casework

import (
	"bytes"
	"context"
	"io"
	"time"

	"harbour/app/referral"
	"harbour/app/wire"
	"harbour/crypto/bundle"
	"harbour/store"
)

// HandedOver is what is said of a file once it is written and safe to carry.
type HandedOver struct {
	Path     string
	BundleID string
	Contact  Contact
	Cases    []string // codes
	Bytes    int64    // of the file
}

// HandOver writes what plan shows into dir, as one file that only the plan's
// contact can open, and records it. On an error no file is left behind, and
// nothing is recorded.
//
// It returns ErrNotChecked, ErrNotReady, ErrNoConsent, ErrPlanPassed where a
// case or the contact has changed since, and ErrDiskFull.
func (d *Desk) HandOver(ctx context.Context, plan Plan, dir string, progress func(Progress)) (HandedOver, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, err := d.checkPlan(plan)
	if err != nil {
		return HandedOver{}, err
	}
	letter := letter{kind: bundle.KindReferral, to: e}
	for i := range plan.Cases {
		if err := d.addCase(&letter, &plan.Cases[i]); err != nil {
			return HandedOver{}, err
		}
	}
	sent, err := d.send(ctx, letter, dir, progress)
	if err != nil {
		return HandedOver{}, err
	}
	if err := d.recordHandOver(ctx, plan, sent); err != nil {
		return HandedOver{}, err
	}
	out := HandedOver{Path: sent.path, BundleID: sent.entry.record.BundleID, Contact: plan.Contact, Bytes: sent.bytes}
	for _, c := range plan.Cases {
		out.Cases = append(out.Cases, c.Code)
	}
	return out, nil
}

// Unfinished returns the hand-overs that were begun and of which nobody knows
// whether the file was written: the program ended in between.
func (d *Desk) Unfinished() []Event {
	d.mu.Lock()
	defer d.mu.Unlock()
	var open []Event
	for _, s := range d.sent {
		if s.record.State != sentPrepared {
			continue
		}
		e := Event{What: EventHandedOver, At: s.record.At, Contact: s.record.Contact, BundleID: s.record.BundleID}
		for _, c := range s.record.Cases {
			e.Cases = append(e.Cases, c.Code)
		}
		if contact, ok := d.contacts[s.record.Contact]; ok {
			e.Name = contact.record.Name
		}
		open = append(open, e)
	}
	return open
}

// checkPlan makes sure that the plan still shows what would leave.
func (d *Desk) checkPlan(plan Plan) (*contactEntry, error) {
	e, ok := d.contacts[plan.Contact.ID]
	if !ok {
		return nil, ErrNotFound
	}
	if e.record.Trust != TrustChecked {
		return nil, ErrNotChecked
	}
	if plan.Contact.Trust != e.record.Trust || plan.Contact.Name != e.record.Name {
		return nil, ErrPlanPassed
	}
	if len(plan.Cases) == 0 {
		return nil, ErrNotFound
	}
	for _, c := range plan.Cases {
		now, ok := d.cases[c.ID]
		if !ok || now.item.Rev != c.revision.item.Rev {
			return nil, ErrPlanPassed
		}
		if !d.check(&c.revision, e.record.ID).Ready {
			return nil, ErrNotReady
		}
		if c.leaves == nil {
			return nil, ErrNoConsent
		}
	}
	return e, nil
}

// addCase puts one case of a plan into the letter.
func (d *Desk) addCase(l *letter, c *PlannedCase) error {
	version, err := d.nextVersion(c)
	if err != nil {
		return err
	}
	c.leaves.Version = version
	line, err := wire.EncodeCase(c.leaves)
	if err != nil {
		return err
	}
	l.records = append(l.records, line)
	l.cases = append(l.cases, casePart{ID: c.ID, Remote: c.ID, Code: c.Code, Version: version})
	for _, doc := range c.leaves.Referral.Documents {
		for _, a := range doc.Attachments {
			item, ok := d.files[fileKey{c.ID, a.ID}]
			if !ok {
				return ErrDamaged
			}
			l.attachments = append(l.attachments, bundle.Attachment{
				Size: item.File.Size, SHA512: item.File.SHA512,
				Open: func(ctx context.Context) (io.ReadCloser, error) { return d.vault.OpenFile(ctx, item) },
			})
		}
	}
	return nil
}

// nextVersion is the number under which the case goes: that of the last
// hand-over where nothing has changed since, else one more.
func (d *Desk) nextVersion(c *PlannedCase) (int, error) {
	last := lastVersion(c.revision.Progress)
	for _, item := range d.kept[c.ID] {
		var h keptHead
		if err := decode(item, &h); err != nil {
			return 0, err
		}
		if h.Visit || h.Version != last {
			continue
		}
		before, err := d.vault.Body(context.Background(), item)
		if err != nil {
			return 0, err
		}
		now, err := keptBody(c)
		if err != nil {
			return 0, err
		}
		if bytes.Equal(before, now) {
			return last, nil
		}
	}
	return last + 1, nil
}

// keptBody is what is kept of a case that was handed over: all the desk had.
func keptBody(c *PlannedCase) ([]byte, error) { return wire.EncodeReferral(&c.revision.Referral) }

// recordHandOver moves the cases on, keeps what they were, and closes the
// record that was opened before the file was begun: one transaction.
func (d *Desk) recordHandOver(ctx context.Context, plan Plan, s sentLetter) error {
	w := &store.Write{}
	record := s.entry.record
	record.State, record.TagManifest = sentHandedOver, s.tagManifest
	head, err := encode(record)
	if err != nil {
		return err
	}
	w.ReplaceHead(s.entry.item, head)
	var after []func(store.Item) error
	after = append(after, func(item store.Item) error {
		s.entry.record, s.entry.item = record, item
		return nil
	})
	event := Event{What: EventHandedOver, Contact: plan.Contact.ID, Name: plan.Contact.Name, BundleID: record.BundleID}
	for i := range plan.Cases {
		c := &plan.Cases[i]
		more, err := d.moveOn(w, c, record, i)
		if err != nil {
			return err
		}
		after = append(after, more...)
		event.Cases = append(event.Cases, c.Code)
	}
	// The file exists: what is left to do must not be cut short.
	return d.commit(context.WithoutCancel(ctx), w, after, event)
}

// moveOn adds to w the progress, the summary and the kept version of one case.
func (d *Desk) moveOn(w *store.Write, c *PlannedCase, record sentRecord, n int) ([]func(store.Item) error, error) {
	progress := c.revision.Progress
	progress.State = referral.ProgressHandedOver
	version := record.Cases[n].Version
	progress.HandOvers = append(progress.HandOvers[:len(progress.HandOvers):len(progress.HandOvers)], referral.HandOver{
		BundleID: record.BundleID, Version: version, Contact: record.Contact,
		Role: referral.Code(d.contact(d.contacts[record.Contact]).Role), At: record.At,
	})
	keepProgress, err := d.writeProgress(w, c.ID, progress)
	if err != nil {
		return nil, err
	}
	keepSummary, err := d.writeSummary(w, c.ID, progress, record.At)
	if err != nil {
		return nil, err
	}
	after := []func(store.Item) error{keepProgress, keepSummary}
	if version == lastVersion(c.revision.Progress) {
		return after, nil
	}
	body, err := keptBody(c)
	if err != nil {
		return nil, err
	}
	kept, err := d.versions(c.ID)
	if err != nil {
		return nil, err
	}
	head, err := encode(keptHead{Case: c.ID, N: following(kept), Version: version, At: record.At})
	if err != nil {
		return nil, err
	}
	w.Add(kindKept, head, body)
	return append(after, func(item store.Item) error {
		d.kept[c.ID] = append(d.kept[c.ID], item)
		return nil
	}), nil
}

// writeProgress adds a case's progress to w.
func (d *Desk) writeProgress(w *store.Write, id referral.ID, p referral.Progress) (func(store.Item) error, error) {
	h := progressHead{Case: id, Progress: p}
	head, err := h.encode()
	if err != nil {
		return nil, err
	}
	if item, ok := d.progress[id]; ok {
		w.ReplaceHead(item, head)
	} else {
		w.Add(kindProgress, head, nil)
	}
	return func(item store.Item) error {
		d.progress[id] = item
		return nil
	}, nil
}

// writeSummary adds a changed summary of a case to w; its body stays.
func (d *Desk) writeSummary(w *store.Write, id referral.ID, p referral.Progress, at time.Time) (func(store.Item) error, error) {
	e := d.cases[id]
	head := e.head
	head.State, head.Changed = p.State, at
	if !p.ReferralMadeAt.IsZero() {
		head.Due = nil
	}
	content, err := head.encode()
	if err != nil {
		return nil, err
	}
	w.ReplaceHead(e.item, content)
	return func(item store.Item) error {
		item.Content = nil
		d.putCase(&caseEntry{head: head, item: item})
		return nil
	}, nil
}

// record writes one event that stands alone.
func (d *Desk) record(ctx context.Context, e Event) error {
	w := &store.Write{}
	d.audit(w, e)
	items, err := d.vault.Commit(ctx, w)
	if err != nil {
		return err
	}
	return d.takeEvent(items[0])
}
