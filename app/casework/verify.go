package casework

import (
	"context"

	"harbour/store"
)

// Soundness is what a full check of the vault found.
type Soundness struct {
	Sound       bool  `json:"sound"`
	Items       int   `json:"items"`
	Attachments int   `json:"attachments"`
	Bytes       int64 `json:"bytes"`
	Damaged     int   `json:"damaged"` // items that cannot be read
	Foreign     bool  `json:"foreign"` // entries are missing, foreign or from another time
	Chain       bool  `json:"chain"`   // the audit chain is whole
	Unknown     int   `json:"unknown"` // files that belong to nothing, left where they are
}

// Verify reads every item and every attachment and checks each against what
// binds it. progress, which may be nil, is told how many items are done. What
// cannot be read is known of the cases that are loaded or saved from then on.
func (d *Desk) Verify(ctx context.Context, progress func(done, of int)) (Soundness, error) {
	r, err := d.vault.Verify(ctx, progress)
	if err == nil {
		d.mu.Lock()
		d.broken = make(map[store.ID]bool, len(r.Items))
		for _, id := range r.Items {
			d.broken[id] = true
		}
		d.mu.Unlock()
	}
	return Soundness{
		Sound: r.Sound(), Items: r.Entries, Attachments: r.Files, Bytes: r.Bytes,
		Damaged: len(r.Items), Foreign: r.Whole, Chain: r.Chain, Unknown: len(r.Unknown),
	}, err
}
