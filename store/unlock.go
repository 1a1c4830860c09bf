package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"harbour/crypto"
)

// batchSize is the number of heads that one goroutine opens at a time.
const batchSize = 512

// Open unlocks the vault in dir with pass and calls visit for each item's
// head, in no order, from one goroutine; what visit is given is its own.
//
// It returns ErrNoVault, ErrInUse, ErrForeign, ErrNewer,
// crypto.ErrWrongPassphrase, or what visit returned. A vault with damaged or
// missing parts opens all the same, for reading only: see Damage.
func Open(ctx context.Context, dir string, pass *crypto.Secret, visit func(Item) error) (*Vault, error) {
	path := filepath.Join(dir, databaseName)
	if info, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNoVault
	} else if err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, ErrForeign
	}
	lock, err := lockFile(filepath.Join(dir, lockName))
	if err != nil {
		return nil, err
	}
	v := &Vault{dir: dir, lock: lock}
	if err := v.unlock(ctx, path, pass, visit); err != nil {
		return nil, errors.Join(err, v.abandon())
	}
	return v, nil
}

func (v *Vault) unlock(ctx context.Context, path string, pass *crypto.Secret, visit func(Item) error) error {
	unclean := leftLog(path)
	if err := v.openDatabase(ctx, path); err != nil {
		return err
	}
	id, sealedRoot, err := v.engine.vault(ctx)
	if err != nil {
		return err
	}
	slots, err := v.engine.slots(ctx)
	if err != nil {
		return err
	}
	if v.keys, err = openSlots(id, slots, pass); err != nil {
		return err
	}
	if v.files, err = openFiles(v.dir); err != nil {
		return err
	}
	files, err := v.readHeads(ctx, visit)
	if err != nil {
		return err
	}
	v.checkRoot(sealedRoot, slots)
	if unclean && v.engine.quickCheck(ctx) != nil {
		v.damage.Whole = true
	}
	if err := v.settleFiles(files); err != nil {
		return err
	}
	if v.damage.Any() {
		v.failed = ErrReadOnly
	}
	return nil
}

// openDatabase opens the database and changes nothing in it before it is known
// to be a vault.
func (v *Vault) openDatabase(ctx context.Context, path string) error {
	var err error
	if v.engine, err = openEngine(ctx, path); err != nil {
		return err
	}
	if err := v.engine.configure(ctx); err != nil {
		return err
	}
	if err := v.engine.checkSchema(ctx); err != nil {
		return err
	}
	return v.engine.setJournal(ctx, "wal")
}

// leftLog reports whether the last program to use the database did not close
// it.
func leftLog(path string) bool {
	info, err := os.Lstat(path + "-wal")
	return err == nil && info.Size() > 0
}

// openSlots tries pass on each passphrase slot.
func openSlots(id crypto.VaultID, slots []crypto.NumberedSlot, pass *crypto.Secret) (*crypto.Keyring, error) {
	result := error(crypto.ErrWrongPassphrase)
	for _, s := range slots {
		keys, err := crypto.OpenSlot(id, s.Blob, pass)
		switch {
		case err == nil:
			return keys, nil
		case errors.Is(err, crypto.ErrSlotKind), errors.Is(err, crypto.ErrWrongPassphrase):
		default:
			result = err
		}
	}
	return nil, result
}

// checkRoot compares what was read with what the root covers.
func (v *Vault) checkRoot(sealed []byte, slots []crypto.NumberedSlot) {
	plain, err := v.keys.OpenRoot(sealed)
	if err == nil {
		v.root, err = decodeRoot(plain)
	}
	if err != nil || v.root.slots != crypto.SlotsDigest(slots) {
		v.damage.Whole = true
	}
	// A head that was lost explains that the sum differs.
	if v.root.top != v.tree.top() && len(v.damage.Items) == 0 {
		v.damage.Whole = true
	}
}

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

// readHeads reads every head, opens them on all cores, grows the tree and
// visits the items. It returns the attachments.
func (v *Vault) readHeads(ctx context.Context, visit func(Item) error) ([]Item, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	// Batches come out in the order in which they went in: each takes a
	// channel of its own along.
	type job struct {
		heads []sealedHead
		done  chan openedBatch
	}
	jobs := make(chan job)
	order := make(chan chan openedBatch, 4*runtime.GOMAXPROCS(0))
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
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
		readErr = v.engine.entries(ctx, func(heads []sealedHead) bool {
			j := job{heads, make(chan openedBatch, 1)}
			select {
			case order <- j.done:
			case <-ctx.Done():
				return false
			}
			jobs <- j
			return true
		})
	})
	v.tree = &tree{}
	files, err := v.collect(order, visit)
	if err != nil {
		cancel()
		for range order {
		}
	}
	workers.Wait()
	v.tree.sum()
	return files, errors.Join(err, readErr)
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

// abandon closes what Open had opened before it failed.
func (v *Vault) abandon() error {
	var errs []error
	if v.engine != nil {
		errs = append(errs, v.engine.close())
	}
	if v.files != nil {
		errs = append(errs, v.files.Close())
	}
	if v.keys != nil {
		v.keys.Destroy()
	}
	return errors.Join(append(errs, v.lock.Close())...)
}

// entries reads all heads in batches until yield says stop.
func (e *engine) entries(ctx context.Context, yield func([]sealedHead) bool) error {
	rows, err := e.conn.QueryContext(ctx, sqlEntries)
	if err != nil {
		return plainError(err)
	}
	defer rows.Close()
	batch := make([]sealedHead, 0, batchSize)
	for rows.Next() {
		var id int64
		var head []byte
		if err := rows.Scan(&id, &head); err != nil {
			return plainError(err)
		}
		batch = append(batch, sealedHead{ID(id), head})
		if len(batch) == batchSize {
			if !yield(slices.Clone(batch)) {
				return nil
			}
			batch = batch[:0]
		}
	}
	if err := rows.Err(); err != nil {
		return plainError(err)
	}
	yield(batch)
	return nil
}
