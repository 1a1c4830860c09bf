package casework

import (
	"errors"
	"slices"
	"sync"

	"harbour/store"
)

// caseBatch is how many heads are decoded at a time.
const caseBatch = 1024

// reading is the heads of the cases, which are most of what unlock reads: they
// are decoded on the other cores while the vault reads on.
type reading struct {
	unread   []store.Item
	batches  [][]*caseEntry
	decoding beside
}

func (r *reading) add(item store.Item) {
	if r.unread = append(r.unread, item); len(r.unread) == caseBatch {
		r.flush()
	}
}

// flush starts to decode what was added.
func (r *reading) flush() {
	items, entries := r.unread, make([]*caseEntry, len(r.unread))
	r.unread = make([]store.Item, 0, caseBatch)
	r.batches = append(r.batches, entries)
	r.decoding.start(func() error {
		for i, item := range items {
			e := &caseEntry{}
			if err := decode(item, &e.head); err != nil {
				return err
			}
			item.Content = nil
			e.item, entries[i] = item, e
		}
		return nil
	})
}

// all returns everything that was added.
func (r *reading) all() ([]*caseEntry, error) {
	r.flush()
	err := r.decoding.wait()
	return slices.Concat(r.batches...), err
}

// beside runs functions beside each other and keeps their errors.
type beside struct {
	wg   sync.WaitGroup
	mu   sync.Mutex
	errs []error
}

func (g *beside) start(f func() error) {
	g.wg.Go(func() {
		if err := f(); err != nil {
			g.mu.Lock()
			defer g.mu.Unlock()
			g.errs = append(g.errs, err)
		}
	})
}

func (g *beside) wait() error {
	g.wg.Wait()
	return errors.Join(g.errs...)
}
