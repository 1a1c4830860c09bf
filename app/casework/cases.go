package casework

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"harbour/app/referral"
	"harbour/app/wire"
	"harbour/store"
)

// Case is one referral opened for work, with the revision that it was read at:
// saving succeeds only while nothing newer stands in its place.
type Case struct {
	ID       referral.ID
	From     referral.ID // the contact who brought it, empty for one of our own
	Referral referral.Referral
	Progress referral.Progress
	Changed  time.Time
	// Similar are the cases that may be of the same people, and Altered the
	// attachments whose bytes are not what was taken in, as far as is known:
	// both as of loading or saving, for what readiness depends on.
	Similar []referral.Similar
	Altered []referral.ID
	item    store.Item
}

// New makes a referral with a fresh code and one person, the principal.
func (d *Desk) New(ctx context.Context) (Case, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	code, err := d.drawCode()
	if err != nil {
		return Case{}, err
	}
	return d.save(ctx, Case{ID: d.NewID(), Referral: referral.New(code, d.NewID)}, &store.Write{})
}

// Load reads a case, or returns ErrNotFound or ErrDamaged.
func (d *Desk) Load(ctx context.Context, id referral.ID) (Case, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.load(ctx, id)
}

// Save keeps c and returns it as it now stands. It refuses no content. It
// returns ErrConflict where c is not the newest, and ErrDiskFull.
func (d *Desk) Save(ctx context.Context, c Case) (Case, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.save(ctx, c, &store.Write{})
}

// Remove takes a case out of the vault with all that belongs to it: its
// compartments, attachments, kept versions and progress.
func (d *Desk) Remove(ctx context.Context, id referral.ID) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.cases[id]
	if !ok {
		return ErrNotFound
	}
	w := &store.Write{}
	for _, item := range d.belongings(id) {
		w.Remove(item)
	}
	d.audit(w, Event{What: EventRemoved, Cases: []string{e.head.Code}})
	items, err := d.vault.Commit(ctx, w)
	if err != nil {
		return err
	}
	d.forget(id)
	return d.takeEvent(items[len(items)-1])
}

// All returns every case, the one changed last first.
func (d *Desk) All() []referral.Summary {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.index.All()
}

// Search returns at most limit cases in which every word of query is found.
func (d *Desk) Search(query string, limit int) []referral.Summary {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.index.Search(query, limit)
}

// Find returns the id of the case that text names: a code as people write it,
// or an id.
func (d *Desk) Find(text string) (referral.ID, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, ok := d.cases[referral.ID(text)]; ok {
		return referral.ID(text), nil
	}
	code, err := referral.ParseCaseCode(text)
	if err != nil {
		return "", ErrNotFound
	}
	if id, ok := d.codes[code.String()]; ok {
		return id, nil
	}
	for id, e := range d.cases {
		if strings.EqualFold(e.head.Code, code.String()) {
			return id, nil
		}
	}
	return "", ErrNotFound
}

// Summary returns what lists show of a case.
func (d *Desk) Summary(id referral.ID) (referral.Summary, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.cases[id]
	if !ok {
		return referral.Summary{}, false
	}
	return e.head.Summary, true
}

// Check judges a case for a recipient, or for none in particular where contact
// is empty. It is what window, commands and hand-over show.
func (d *Desk) Check(c Case, contact referral.ID) referral.Report {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.check(&c, contact)
}

func (d *Desk) check(c *Case, contact referral.ID) referral.Report {
	set, _ := d.Book.SetFor(c.Referral.Pathway.Get())
	s := referral.Situation{
		Today: d.Now(), Set: set, Lang: d.settings.Prefs.Language, ReferralMade: c.Progress.ReferralMadeAt,
		Similar: c.Similar, Changed: c.Altered,
	}
	if e, ok := d.contacts[contact]; ok {
		s.Recipient = e.record.recipient(d.Now())
	}
	return referral.Check(&c.Referral, s)
}

func (d *Desk) load(ctx context.Context, id referral.ID) (Case, error) {
	e, ok := d.cases[id]
	if !ok {
		return Case{}, ErrNotFound
	}
	body, err := d.vault.Body(ctx, e.item)
	if err != nil {
		return Case{}, err
	}
	r, err := wire.DecodeReferral(body)
	if err != nil {
		return Case{}, err
	}
	p, err := d.progressOf(id)
	c := Case{ID: id, From: e.head.From, Referral: *r, Progress: p, Changed: e.head.Changed, item: e.item}
	d.survey(&c)
	return c, err
}

// save writes c with what else is in w, and keeps what came of it. The items
// that w brought are handed to settle in their order.
func (d *Desk) save(ctx context.Context, c Case, w *store.Write, settle ...func(store.Item) error) (Case, error) {
	d.survey(&c)
	head := caseHead{Summary: d.summarise(c), From: c.From}
	if e, ok := d.cases[c.ID]; ok {
		head.Remote, head.Version = e.head.Remote, e.head.Version
	}
	item, err := d.writeCase(w, c, &head)
	if err != nil {
		return c, err
	}
	items, err := d.vault.Commit(ctx, w)
	if err != nil {
		return c, err
	}
	for i, keep := range settle {
		if err := keep(items[i]); err != nil {
			return c, err
		}
	}
	c.item, c.Changed = items[item], head.Changed
	c.item.Content = nil
	d.putCase(&caseEntry{head: head, item: c.item})
	return c, nil
}

// writeCase adds c to w and returns its place among the items of w. head is
// left as it was written.
func (d *Desk) writeCase(w *store.Write, c Case, head *caseHead) (int, error) {
	h, err := head.encode()
	if err != nil {
		return 0, err
	}
	body, err := wire.EncodeReferral(&c.Referral)
	if err != nil {
		return 0, err
	}
	n := w.Len()
	if c.item.ID == 0 {
		w.Add(kindCase, h, body)
	} else {
		w.Replace(c.item, h, body)
	}
	return n, nil
}

func (d *Desk) summarise(c Case) referral.Summary {
	return referral.Summarise(c.ID, &c.Referral, c.Progress, d.check(&c, ""), d.now())
}

func (d *Desk) progressOf(id referral.ID) (referral.Progress, error) {
	item, ok := d.progress[id]
	if !ok {
		return referral.Progress{State: referral.ProgressDraft}, nil
	}
	var h progressHead
	err := decode(item, &h)
	return h.Progress, err
}

// belongings returns every item of a case, its own first.
func (d *Desk) belongings(id referral.ID) []store.Item {
	items := []store.Item{d.cases[id].item}
	for key, item := range d.parts {
		if key.id == id {
			items = append(items, item)
		}
	}
	for key, item := range d.files {
		if key.of == id {
			items = append(items, item)
		}
	}
	if item, ok := d.progress[id]; ok {
		items = append(items, item)
	}
	return append(items, d.kept[id]...)
}

// forget drops a case that was removed.
func (d *Desk) forget(id referral.ID) {
	if code := d.cases[id].head.Code; d.codes[code] == id {
		delete(d.codes, code)
	}
	delete(d.cases, id)
	for key := range d.parts {
		if key.id == id {
			delete(d.parts, key)
		}
	}
	for key := range d.files {
		if key.of == id {
			delete(d.files, key)
		}
	}
	delete(d.progress, id)
	delete(d.kept, id)
	d.index.Delete(id)
}

// drawCode draws a code that none of the desk's own cases has.
func (d *Desk) drawCode() (string, error) {
	code, err := referral.DrawCaseCode(d.Words, func(code string) bool {
		_, taken := d.codes[code]
		return taken
	}, d.Random)
	if err != nil {
		return "", err
	}
	return code.String(), nil
}

// ids returns the ids of cases sorted by code, for output that does not jump.
func (d *Desk) byCode(ids []referral.ID) []referral.ID {
	sorted := slices.Clone(ids)
	slices.SortFunc(sorted, func(a, b referral.ID) int {
		return strings.Compare(d.cases[a].head.Code, d.cases[b].head.Code)
	})
	return sorted
}

// isOneOf reports whether err is one of those.
func isOneOf(err error, those ...error) bool {
	return slices.ContainsFunc(those, func(e error) bool { return errors.Is(err, e) })
}
