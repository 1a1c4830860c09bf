package casework

import (
	"bytes"
	"context"

	"harbour/app/referral"
	"harbour/app/wire"
	"harbour/crypto/bundle"
	"harbour/store"
)

// takingIn gathers the changes of one bundle.
type takingIn struct {
	*incoming
	w     *store.Write
	after []func(store.Item) error
	twin  bool
}

// add adds one record. A record belongs to the contact who first brought it:
// the same id from another is another case.
func (t *takingIn) add(ctx context.Context, doc *referral.Case) (casePart, error) {
	part := casePart{Remote: doc.ID, Code: doc.Referral.CaseCode, Version: doc.Version}
	c, known, err := t.known(ctx, doc.ID)
	if err != nil {
		return part, err
	}
	part.ID = c.ID
	if known {
		if part.Result, err = t.compare(c, doc); err != nil || part.Result != string(bundle.ResultNewer) {
			return part, err
		}
	} else {
		part.Result = string(bundle.ResultNew)
	}
	files, err := t.addFiles(c, doc.Referral)
	if err != nil {
		return part, err
	}
	c.Referral, c.From = *doc.Referral, t.from.record.ID
	c.Progress.State = referral.ProgressReceived
	t.survey(&c)
	head := caseHead{Summary: t.summarise(c), From: c.From, Remote: doc.ID, Version: doc.Version}
	if _, err := t.writeCase(t.w, c, &head); err != nil {
		return part, err
	}
	t.after = append(t.after, files...)
	t.after = append(t.after, func(item store.Item) error {
		item.Content = nil
		t.putCase(&caseEntry{head: head, item: item})
		return nil
	})
	keep, err := t.writeProgress(t.w, c.ID, c.Progress)
	t.after = append(t.after, keep)
	t.twin = t.twin || t.hasTwin(c)
	return part, err
}

// known returns the case that the sender calls remote, or a new one.
func (t *takingIn) known(ctx context.Context, remote referral.ID) (Case, bool, error) {
	for id, e := range t.cases {
		if e.head.From == t.from.record.ID && e.head.Remote == remote {
			c, err := t.load(ctx, id)
			return c, true, err
		}
	}
	c := Case{ID: remote}
	if _, taken := t.cases[remote]; taken {
		c.ID = t.NewID()
	}
	return c, false, nil
}

// compare tells whether the record is newer than what is here.
func (t *takingIn) compare(c Case, doc *referral.Case) (string, error) {
	have := t.cases[c.ID].head.Version
	switch {
	case doc.Version > have:
		return string(bundle.ResultNewer), nil
	case doc.Version < have:
		return string(bundle.ResultOlder), nil
	}
	now, err := wire.EncodeReferral(&c.Referral)
	if err != nil {
		return "", err
	}
	other, err := wire.EncodeReferral(doc.Referral)
	if err != nil {
		return "", err
	}
	if !bytes.Equal(now, other) {
		// One version with two contents: what is here stays.
		return string(bundle.ResultRefused), nil
	}
	return string(bundle.ResultSame), nil
}

// addFiles adds the attachments of a record and takes out those that the
// version before it had.
func (t *takingIn) addFiles(c Case, r *referral.Referral) ([]func(store.Item) error, error) {
	var after []func(store.Item) error
	for key, item := range t.files {
		if key.of == c.ID {
			t.w.Remove(item)
			after = append(after, func(store.Item) error {
				delete(t.files, key)
				return nil
			})
		}
	}
	for _, doc := range r.Documents {
		for _, a := range doc.Attachments {
			f := t.stagedAs(a.Part)
			if f == nil {
				return nil, ErrMalformed
			}
			head, err := encode(fileHead{Case: c.ID, Attachment: a.ID})
			if err != nil {
				return nil, err
			}
			t.w.AddFile(f, head)
			key := fileKey{c.ID, a.ID}
			after = append(after, func(item store.Item) error {
				item.Content = nil
				t.files[key] = item
				return nil
			})
		}
	}
	return after, nil
}

// stagedAs returns the attachment that stands in the bundle under name.
func (t *takingIn) stagedAs(name string) *store.File {
	for i, f := range t.staged {
		if bundle.AttachmentName(i+1) == name {
			return f
		}
	}
	return nil
}

// hasTwin reports whether another case here has the same code.
func (t *takingIn) hasTwin(c Case) bool {
	for id, e := range t.cases {
		if id != c.ID && e.head.Code == c.Referral.CaseCode {
			return true
		}
	}
	return false
}

// commit writes all of it and keeps what came of it.
func (t *takingIn) commit(ctx context.Context) error {
	items, err := t.vault.Commit(ctx, t.w)
	if err != nil {
		return err
	}
	// From here on the files belong to the vault.
	t.staged = nil
	for i, keep := range t.after {
		if err := keep(items[i]); err != nil {
			return err
		}
	}
	return t.takeEvent(items[len(items)-1])
}
