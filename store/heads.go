package store

import (
	"cmp"
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"runtime"
	"sync"

	"harbour/crypto"
)

// batchSize is the number of heads that one goroutine opens at a time.
const batchSize = 512

// sealedHead is a row of the entry table on its way through the workers.
type sealedHead struct {
	id   ID
	head []byte
}

// openedBatch is a batch after its heads were opened, in the order read.
type openedBatch struct {
	items []Item
	lost  []ID
}

// job is a batch on its way to a worker, and where its result is awaited.
type job struct {
	heads []sealedHead
	done  chan openedBatch
}

// readHeads reads every head, opens them on all cores, grows the tree and
// visits the items. It returns the attachments.
func (v *Vault) readHeads(ctx context.Context, visit func(Item) error) ([]Item, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	cores := runtime.GOMAXPROCS(0)
	jobs := make(chan job)
	// Batches come out in the order in which they went in: each takes a
	// channel of its own along.
	order := make(chan chan openedBatch, 4*cores)
	var workers sync.WaitGroup
	for range cores {
		workers.Go(func() {
			for j := range jobs {
				j.done <- v.openBatch(j.heads)
			}
		})
	}
	var readErr error
	workers.Go(func() {
		defer close(order)
		defer close(jobs)
		readErr = v.engine.entries(ctx, func(heads []sealedHead) error {
			j := job{heads, make(chan openedBatch, 1)}
			select {
			case order <- j.done:
			case <-ctx.Done():
				return ctx.Err()
			}
			jobs <- j
			return nil
		})
	})
	v.tree = newTree()
	files, err := v.collect(order, visit)
	if err != nil {
		cancel()
		for range order {
		}
	}
	workers.Wait()
	v.tree.sum()
	if errors.Is(readErr, crypto.ErrDamaged) {
		// What comes before a broken page can still be read out.
		v.damage.Whole, readErr = true, nil
	}
	if err != nil {
		return nil, err
	}
	return files, cmp.Or(readErr, ctx.Err())
}

// collect takes the opened batches in order until there are no more.
func (v *Vault) collect(order <-chan chan openedBatch, visit func(Item) error) ([]Item, error) {
	var files []Item
	for done := range order {
		batch := <-done
		v.damage.Items = append(v.damage.Items, batch.lost...)
		for _, item := range batch.items {
			v.tree.grow(leaf{item.ID, item.digest, item.Kind})
			if item.IsFile() {
				files = append(files, item)
			}
			if err := visit(item); err != nil {
				return nil, err
			}
		}
	}
	return files, nil
}

func (v *Vault) openBatch(heads []sealedHead) openedBatch {
	var b openedBatch
	for _, h := range heads {
		item, err := v.openItem(h.id, h.head)
		if err != nil {
			b.lost = append(b.lost, h.id)
			continue
		}
		b.items = append(b.items, item)
	}
	return b
}

// openItem opens one sealed head.
func (v *Vault) openItem(id ID, sealed []byte) (Item, error) {
	h, err := v.keys.OpenHead(uint64(id), sealed)
	if err != nil {
		return Item{}, err
	}
	item := Item{ID: id, Kind: Kind(h.Kind), Rev: h.Rev, Content: h.Content, digest: crypto.HeadDigest(sealed)}
	return item, item.takeFront()
}

// entries reads all heads in batches until yield returns an error. It goes
// past database/sql, whose Scan copies each value once more.
func (e *engine) entries(ctx context.Context, yield func([]sealedHead) error) error {
	return e.conn.Raw(func(conn any) error {
		rows, err := conn.(driver.QueryerContext).QueryContext(ctx, sqlEntries, nil)
		if err != nil {
			return plainError(err)
		}
		return errors.Join(readEntries(rows, yield), plainError(rows.Close()))
	})
}

func readEntries(rows driver.Rows, yield func([]sealedHead) error) error {
	row := make([]driver.Value, 2)
	batch := make([]sealedHead, 0, batchSize)
	for {
		err := rows.Next(row)
		if errors.Is(err, io.EOF) {
			return yield(batch)
		}
		if err != nil {
			// The heads before the place that cannot be read count.
			return errors.Join(yield(batch), plainError(err))
		}
		id, _ := row[0].(int64)
		head, _ := row[1].([]byte)
		batch = append(batch, sealedHead{ID(id), head})
		if len(batch) < batchSize {
			continue
		}
		if err := yield(batch); err != nil {
			return err
		}
		batch = make([]sealedHead, 0, batchSize)
	}
}
