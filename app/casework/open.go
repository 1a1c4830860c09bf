package casework

import (
	"bufio"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"harbour/app/referral"
	"harbour/app/wire"
	"harbour/crypto"
	"harbour/crypto/bundle"
	"harbour/store"
)

// Received is a bundle that came in.
type Received struct {
	BundleID string
	Contact  Contact // who signed it
	Trust    Trust   // of the sender when it came
	Created  time.Time
	At       time.Time
	Bytes    int64
	Cases    []ReceivedCase
	Notes    []string // keys of words: what is remarkable about it
	Accepted time.Time
	Again    bool // it was here already
}

// ReceivedCase is what became of one record of a bundle.
type ReceivedCase struct {
	ID      referral.ID `json:"id"`
	Code    string      `json:"code"`
	Version int         `json:"version"`
	Result  string      `json:"result"` // new, newer, same or older
}

// The notes of a Received.
const (
	NoteGap  = "received.gap"  // one before it may be missing
	NoteFork = "received.fork" // the sender's vault was put back to an earlier time, or copied
	NoteTwin = "received.twin" // another case here has the same code
)

// reserve is the room that must be left on the disk after taking in.
const reserve = 100 << 20

// errReplay ends the reading of a bundle that is here already.
var errReplay = errors.New("received before")

// Open opens the referrals in the file at path: it checks the whole of it,
// then takes it in as received. Opening a file again changes nothing. An older
// version never replaces a newer one.
//
// It returns ErrUnknownSender, with the contact to be checked in Received,
// ErrOtherKind, ErrPractice, ErrFork, ErrDiskFull, or the faults of a bundle;
// then nothing was taken in.
func (d *Desk) Open(ctx context.Context, path string, progress func(Progress)) (Received, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	in := &incoming{Desk: d, kind: bundle.KindReferral}
	b, err := in.read(ctx, path, progress)
	if errors.Is(err, errReplay) {
		r := d.receivedOf(in.before)
		r.Again = true
		return r, nil
	}
	var entry *receivedEntry
	if err == nil {
		entry, err = in.takeIn(ctx, b)
	}
	if err != nil {
		return Received{Contact: in.sender}, in.refuse(ctx, err)
	}
	return d.receivedOf(entry), nil
}

// Inbox returns the bundles of referrals that came in, the newest first.
func (d *Desk) Inbox() []Received {
	d.mu.Lock()
	defer d.mu.Unlock()
	var all []Received
	for _, e := range d.received {
		if e.record.Kind == string(bundle.KindReferral) {
			all = append(all, d.receivedOf(e))
		}
	}
	slices.SortFunc(all, func(a, b Received) int { return b.At.Compare(a.At) })
	return all
}

func (d *Desk) receivedOf(e *receivedEntry) Received {
	r := Received{
		BundleID: e.record.BundleID, Trust: e.record.Trust, Created: e.record.Created, At: e.record.At,
		Bytes: e.record.Bytes, Notes: e.record.Notes, Accepted: e.record.Accepted,
	}
	if c, ok := d.contacts[e.record.Contact]; ok {
		r.Contact = d.contact(c)
	}
	for _, c := range e.record.Cases {
		r.Cases = append(r.Cases, ReceivedCase{c.ID, c.Code, c.Version, c.Result})
	}
	return r
}

// incoming is a bundle on its way in.
type incoming struct {
	*Desk
	kind   bundle.Kind
	look   func(bundle.Arrival) error // where only the front is wanted
	sender Contact
	from   *contactEntry
	before *receivedEntry // the same bundle, where it is here already
	staged []*store.File  // attachments, in their order
	bytes  int64
}

// read reads and checks the file at path, and stages its attachments.
func (in *incoming) read(ctx context.Context, path string, progress func(Progress)) (b bundle.Bundle, err error) {
	f, err := os.Open(path)
	if err != nil {
		return b, fileError(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return b, fileError(err)
	}
	in.bytes = info.Size()
	err = in.withIdentity(ctx, func(id *crypto.Identity) error {
		b, err = bundle.Read(ctx, bufio.NewReaderSize(f, 256<<10), bundle.Options{
			Identities: []*crypto.Identity{id},
			Limits:     bundle.DefaultLimits(),
			Judge: func(a bundle.Arrival) error {
				if in.look != nil {
					return in.look(a)
				}
				return in.judge(ctx, a)
			},
			Stage: in.stage,
			Progress: func(done, of int64) {
				if progress != nil {
					progress(Progress{StageRead, done, of})
				}
			},
		})
		return err
	})
	return b, err
}

// judge decides on a bundle by its signed front.
func (in *incoming) judge(ctx context.Context, a bundle.Arrival) error {
	if a.Card.Practice != in.settings.Practice {
		return ErrPractice
	}
	if in.from = in.contactOf(a.Card.ID()); in.from == nil {
		return in.meet(ctx, a.Card)
	}
	in.sender = in.contact(in.from)
	if in.from.record.Trust == TrustUnknown {
		return ErrUnknownSender
	}
	if a.Header.Kind != in.kind {
		return ErrOtherKind
	}
	if e, ok := in.received[a.Header.BundleID]; ok {
		if e.record.TagManifest != hex.EncodeToString(a.TagManifest[:]) {
			return ErrFork
		}
		in.before = e
		return errReplay
	}
	if free, ok := in.vault.Room(); ok && free < a.Header.TotalBytes+reserve {
		return ErrDiskFull
	}
	return nil
}

// meet keeps the card of a sender whom nobody here knows, so that it can be
// checked and the file opened again. Nothing else of the bundle is kept.
func (in *incoming) meet(ctx context.Context, card bundle.Card) error {
	name := card.Name
	for n := 2; in.nameTaken(name); n++ {
		name = fmt.Sprintf("%s %d", card.Name, n)
	}
	sender, err := in.addContact(ctx, card, name, TrustUnknown)
	if err != nil {
		return err
	}
	in.sender = sender
	return ErrUnknownSender
}

func (in *incoming) stage(int, int64) (bundle.StagedFile, error) {
	f, err := in.vault.NewFile()
	if err != nil {
		return nil, err
	}
	in.staged = append(in.staged, f)
	return f, nil
}

// refuse throws away what was staged, and writes down that a file came which
// somebody has changed or made in another's name. It returns why it is refused.
func (in *incoming) refuse(ctx context.Context, why error) error {
	err := errors.Join(why, in.discard())
	if isOneOf(why, ErrChanged, ErrRewrapped, ErrFork, ErrOtherSigner) {
		event := Event{What: EventRefused, Contact: in.sender.ID, Name: in.sender.Name}
		err = errors.Join(err, in.commit(ctx, &store.Write{}, nil, event))
	}
	return err
}

// discard throws away what was staged.
func (in *incoming) discard() error {
	var errs []error
	for _, f := range in.staged {
		errs = append(errs, f.Discard())
	}
	in.staged = nil
	return errors.Join(errs...)
}

// takeIn moves a whole bundle into the vault: all of it, in one transaction.
func (in *incoming) takeIn(ctx context.Context, b bundle.Bundle) (*receivedEntry, error) {
	cases, err := decodeAll(b.Records, len(in.staged))
	if err != nil {
		return nil, err
	}
	record := receivedRecord{
		BundleID: b.Header.BundleID, Kind: string(b.Header.Kind), Contact: in.from.record.ID, Seq: b.Header.Seq,
		TagManifest: hex.EncodeToString(b.TagManifest[:]), Created: b.Header.Created, At: in.now(),
		Bytes: in.bytes, Trust: in.from.record.Trust, Notes: in.notes(b.Header),
	}
	t := &takingIn{incoming: in, w: &store.Write{}}
	for _, c := range cases {
		part, err := t.add(ctx, c)
		if err != nil {
			return nil, err
		}
		record.Cases = append(record.Cases, part)
	}
	if t.twin {
		record.Notes = append(record.Notes, NoteTwin)
	}
	if err := checkCases(record.Cases); err != nil {
		return nil, err
	}
	head, err := encode(record)
	if err != nil {
		return nil, err
	}
	entry := &receivedEntry{record: record}
	t.w.Add(kindReceived, head, nil)
	t.after = append(t.after, func(item store.Item) error {
		entry.item = item
		in.received[record.BundleID] = entry
		return nil
	})
	event := Event{What: EventOpened, Contact: record.Contact, Name: in.from.record.Name, BundleID: record.BundleID}
	for _, c := range record.Cases {
		event.Cases = append(event.Cases, c.Code)
	}
	in.audit(t.w, event)
	return entry, t.commit(ctx)
}

// notes says what is remarkable about the number of a bundle.
func (in *incoming) notes(h bundle.Header) []string {
	var last uint64
	for _, e := range in.received {
		if e.record.Contact != in.from.record.ID {
			continue
		}
		if e.record.Seq == h.Seq {
			return []string{NoteFork}
		}
		last = max(last, e.record.Seq)
	}
	if h.Seq > last+1 {
		return []string{NoteGap}
	}
	return nil
}

// decodeAll decodes every record and makes sure that each of the n attachments
// is named by exactly one, and that what names things is short.
func decodeAll(records [][]byte, n int) ([]*referral.Case, error) {
	named := map[string]bool{}
	ids := map[referral.ID]bool{}
	var cases []*referral.Case
	for _, r := range records {
		c, err := wire.DecodeCase(r)
		if err != nil {
			return nil, err
		}
		if c.ID == "" || len(c.ID) > maxID || c.Referral == nil || c.Version < 1 || ids[c.ID] || len(c.Referral.CaseCode) > maxCode {
			return nil, ErrMalformed
		}
		ids[c.ID] = true
		for _, doc := range c.Referral.Documents {
			for _, a := range doc.Attachments {
				if named[a.Part] || len(a.ID) > maxID {
					return nil, ErrMalformed
				}
				named[a.Part] = true
			}
		}
		cases = append(cases, c)
	}
	for i := range n {
		if !named[bundle.AttachmentName(i+1)] {
			return nil, ErrMalformed
		}
	}
	if len(named) != n {
		return nil, ErrMalformed
	}
	return cases, nil
}
