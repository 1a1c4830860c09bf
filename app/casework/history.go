package casework

import (
	"context"
	"slices"
	"time"

	"harbour/app/referral"
	"harbour/app/wire"
	"harbour/store"
)

// maxVisits bounds how many visits of a case are kept. What was handed over is
// kept for good and does not count.
const maxVisits = 50

// Version is a case as it once stood.
type Version struct {
	At     time.Time // when it stopped to be the newest, or was handed over
	Number int       // under which it was handed over; 0 for one that a visit began from
	n      int
	item   store.Item
}

// SaveVisit saves as SaveAt does, and keeps what stood before as a version, in
// the same transaction: it is for the first save of a visit, so that a visit
// that ends by a crash can be compared and taken back, too.
func (d *Desk) SaveVisit(ctx context.Context, c Case, p Place) (Case, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	w := &store.Write{}
	place, err := d.writePlace(w, p)
	if err != nil {
		return c, err
	}
	settle := []func(store.Item) error{place}
	if _, ok := d.cases[c.ID]; ok {
		more, err := d.keepVisit(ctx, w, c)
		if err != nil {
			return c, err
		}
		settle = append(settle, more...)
	}
	return d.save(ctx, c, w, settle...)
}

// keepVisit adds to w what stands of c, and takes the oldest visit away where
// there are too many.
func (d *Desk) keepVisit(ctx context.Context, w *store.Write, c Case) ([]func(store.Item) error, error) {
	body, err := d.vault.Body(ctx, c.item)
	if err != nil {
		return nil, err
	}
	all, err := d.versions(c.ID)
	if err != nil {
		return nil, err
	}
	head, err := encode(keptHead{Case: c.ID, N: following(all), At: c.Changed, Visit: true})
	if err != nil {
		return nil, err
	}
	w.Add(kindKept, head, body)
	settle := []func(store.Item) error{func(item store.Item) error {
		d.kept[c.ID] = append(d.kept[c.ID], item)
		return nil
	}}
	visits := slices.DeleteFunc(all, func(v Version) bool { return v.Number != 0 })
	for _, v := range visits[min(len(visits), maxVisits-1):] {
		w.Remove(v.item)
		settle = append(settle, func(item store.Item) error {
			d.kept[c.ID] = slices.DeleteFunc(d.kept[c.ID], func(k store.Item) bool { return k.ID == item.ID })
			return nil
		})
	}
	return settle, nil
}

// Versions returns what was kept of a case, the newest first. It returns
// ErrNotFound and ErrDamaged.
func (d *Desk) Versions(id referral.ID) ([]Version, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, ok := d.cases[id]; !ok {
		return nil, ErrNotFound
	}
	return d.versions(id)
}

func (d *Desk) versions(id referral.ID) ([]Version, error) {
	var all []Version
	for _, item := range d.kept[id] {
		var h keptHead
		if err := decode(item, &h); err != nil {
			return nil, err
		}
		all = append(all, Version{At: h.At, Number: h.Version, n: h.N, item: item})
	}
	slices.SortFunc(all, func(a, b Version) int { return b.n - a.n })
	return all, nil
}

// following is the count of what is kept after those, the newest of which
// comes first.
func following(kept []Version) int {
	if len(kept) == 0 {
		return 1
	}
	return kept[0].n + 1
}

// ReadVersion returns the case as it stood in that version, or ErrDamaged.
func (d *Desk) ReadVersion(ctx context.Context, v Version) (referral.Referral, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	body, err := d.vault.Body(ctx, v.item)
	if err != nil {
		return referral.Referral{}, err
	}
	r, err := wire.DecodeReferral(body)
	if err != nil {
		return referral.Referral{}, err
	}
	return *r, nil
}
