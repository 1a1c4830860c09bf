package casework

import (
	"context"
	"encoding/hex"
	"errors"

	"harbour/app/referral"
	"harbour/crypto"
	"harbour/crypto/bundle"
	"harbour/store"
	"harbour/store/atomicfile"
)

// fileEnding is what a bundle's name ends in; the rest of it is random.
const fileEnding = ".age"

// The stages of writing and reading a file.
const (
	StageWrite = "write"
	StageRead  = "read" // back from the medium
)

// Progress says how far a long step is.
type Progress struct {
	Stage    string
	Done, Of int64 // bytes
}

// letter is a bundle to be written.
type letter struct {
	kind        bundle.Kind
	to          *contactEntry
	records     [][]byte
	attachments []bundle.Attachment
	cases       []casePart
	answers     string // for a receipt: the id of the bundle that it answers
}

// sentLetter is a bundle that is written and whole.
type sentLetter struct {
	path        string
	bytes       int64
	tagManifest string
	entry       *sentEntry
}

// send writes the letter into dir. Before a byte is written the vault knows of
// it and has given away its number; where the file fails and is gone, the
// number is taken back. What it returns is still marked as prepared.
func (d *Desk) send(ctx context.Context, l letter, dir string, progress func(Progress)) (sentLetter, error) {
	f, err := atomicfile.Create(dir, randomHex(8)+fileEnding)
	if err != nil {
		return sentLetter{}, fileError(err)
	}
	before := l.to.record
	entry, err := d.prepare(ctx, l)
	if err != nil {
		return sentLetter{}, errors.Join(err, f.Discard())
	}
	s := sentLetter{entry: entry}
	written, err := d.write(ctx, l, entry.record, f, progress)
	if err != nil {
		if gone := f.Discard(); gone != nil {
			return s, errors.Join(fileError(err), gone)
		}
		return s, errors.Join(fileError(err), d.takeBack(ctx, l.to, before, entry))
	}
	s.bytes, s.tagManifest = f.Size(), hex.EncodeToString(written.TagManifest[:])
	s.path, err = f.Commit(ctx, func(n int64) {
		if progress != nil {
			progress(Progress{StageRead, n, s.bytes})
		}
	})
	if err != nil {
		return s, errors.Join(fileError(err), d.takeBack(ctx, l.to, before, entry))
	}
	return s, nil
}

// prepare records the letter and its number.
func (d *Desk) prepare(ctx context.Context, l letter) (*sentEntry, error) {
	record := sentRecord{
		BundleID: randomHex(16), Kind: string(l.kind), Contact: l.to.record.ID, Seq: l.to.record.SentSeq + 1,
		State: sentPrepared, Cases: l.cases, Answers: l.answers, At: d.now(),
	}
	if err := checkCases(record.Cases); err != nil {
		return nil, err
	}
	contact := l.to.record
	contact.SentSeq, contact.SentLast = record.Seq, record.BundleID
	w := &store.Write{}
	head, err := encode(record)
	if err != nil {
		return nil, err
	}
	w.Add(kindSent, head, nil)
	if head, err = encode(contact); err != nil {
		return nil, err
	}
	w.ReplaceHead(l.to.item, head)
	items, err := d.vault.Commit(ctx, w)
	if err != nil {
		return nil, err
	}
	entry := &sentEntry{record: record, item: items[0]}
	d.sent[record.BundleID] = entry
	l.to.record, l.to.item = contact, items[1]
	return entry, nil
}

// takeBack undoes prepare after a file that does not exist any more.
func (d *Desk) takeBack(ctx context.Context, to *contactEntry, before contactRecord, entry *sentEntry) error {
	head, err := encode(before)
	if err != nil {
		return err
	}
	w := &store.Write{}
	w.Remove(entry.item)
	w.ReplaceHead(to.item, head)
	items, err := d.vault.Commit(context.WithoutCancel(ctx), w)
	if err != nil {
		return err
	}
	delete(d.sent, entry.record.BundleID)
	to.record, to.item = before, items[1]
	return nil
}

// write writes the bundle itself.
func (d *Desk) write(ctx context.Context, l letter, r sentRecord, f *atomicfile.File, progress func(Progress)) (written bundle.Written, err error) {
	card, err := l.to.record.card()
	if err != nil {
		return written, err
	}
	_, audit := d.vault.Audit()
	out := bundle.Outgoing{
		Header: bundle.Header{
			Kind: l.kind, BundleID: r.BundleID, Seq: r.Seq, Prev: d.previous(l.to.record.ID, r.Seq),
			Audit: hex.EncodeToString(audit[:]), Say: randomHex(16), Lang: d.settings.Prefs.Language,
			Created: r.At, App: d.Version,
		},
		Card: d.card, Recipient: card, Records: l.records, Attachments: l.attachments,
	}
	err = d.withIdentity(ctx, func(id *crypto.Identity) error {
		out.Sender = id
		written, err = bundle.Write(ctx, f, out, func(done, of int64) {
			if progress != nil {
				progress(Progress{StageWrite, done, of})
			}
		})
		return err
	})
	return written, err
}

// previous is the bundle to the contact that has the number before seq.
func (d *Desk) previous(contact referral.ID, seq uint64) string {
	for _, s := range d.sent {
		if s.record.Contact == contact && s.record.Seq == seq-1 {
			return s.record.BundleID
		}
	}
	return ""
}
