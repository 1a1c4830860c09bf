package casework

import (
	"context"

	"github.com/go-json-experiment/json/jsontext"

	"harbour/app/referral"
	"harbour/store"
)

// Place is where a person was working: lock, kill and crash return to it.
type Place struct {
	Case    referral.ID      `json:"case,omitzero"`
	Section referral.Section `json:"section,omitzero"`
	Path    string           `json:"path,omitzero"`
	Cursor  int              `json:"cursor,omitzero"` // runes from the start of the field
	More    jsontext.Value   `json:",embed"`
}

// Place returns where the person was last, the zero Place where nowhere.
func (d *Desk) Place() Place {
	d.mu.Lock()
	defer d.mu.Unlock()
	var p Place
	if d.placeItem.ID == 0 || decode(d.placeItem, &p) != nil {
		return Place{}
	}
	if _, ok := d.cases[p.Case]; !ok {
		return Place{}
	}
	return p
}

// SaveAt keeps c as Save does and, in the same transaction, where the person
// is.
func (d *Desk) SaveAt(ctx context.Context, c Case, p Place) (Case, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	w := &store.Write{}
	keep, err := d.writePlace(w, p)
	if err != nil {
		return c, err
	}
	return d.save(ctx, c, w, keep)
}

// SetPlace keeps where the person is.
func (d *Desk) SetPlace(ctx context.Context, p Place) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	w := &store.Write{}
	keep, err := d.writePlace(w, p)
	if err != nil {
		return err
	}
	items, err := d.vault.Commit(ctx, w)
	if err != nil {
		return err
	}
	return keep(items[0])
}

func (d *Desk) writePlace(w *store.Write, p Place) (func(store.Item) error, error) {
	head, err := p.encode()
	if err != nil {
		return nil, err
	}
	if d.placeItem.ID == 0 {
		w.Add(kindPlace, head, nil)
	} else {
		w.ReplaceHead(d.placeItem, head)
	}
	return func(item store.Item) error {
		d.placeItem = item
		return nil
	}, nil
}
