package store

import (
	"context"
	"errors"

	"harbour/crypto"
)

// Write is a set of changes that stand together or not at all. It is filled,
// given to Commit once, and thrown away.
type Write struct {
	changes []pending
	audit   [][]byte
}

// pending is one change of a Write.
type pending struct {
	before  Item // the zero Item for a new one
	kind    Kind
	content []byte
	body    []byte
	file    *File
	op      operation
}

type operation int

const (
	opAdd operation = iota
	opReplace
	opReplaceHead
	opRemove
)

// Add adds an item of kind, with a body where that is not nil.
func (w *Write) Add(kind Kind, content, body []byte) {
	w.changes = append(w.changes, pending{kind: kind, content: content, body: body})
}

// AddFile adds the attachment that f, which must be closed, has written.
func (w *Write) AddFile(f *File, content []byte) {
	w.changes = append(w.changes, pending{kind: kindFile, content: content, file: f})
}

// Replace puts content and body in the place of what item holds.
func (w *Write) Replace(item Item, content, body []byte) {
	w.changes = append(w.changes, pending{before: item, kind: item.Kind, content: content, body: body, op: opReplace})
}

// ReplaceHead puts content in the place of item's, whose body or file stays.
func (w *Write) ReplaceHead(item Item, content []byte) {
	w.changes = append(w.changes, pending{before: item, kind: item.Kind, content: content, op: opReplaceHead})
}

// Remove takes item out, with its body or file.
func (w *Write) Remove(item Item) {
	w.changes = append(w.changes, pending{before: item, kind: item.Kind, op: opRemove})
}

// Audit adds an entry at the end of the audit chain.
func (w *Write) Audit(content []byte) { w.audit = append(w.audit, content) }

// Len is the number of changes in w without the audit entries: the place that
// the next one's item has among those that Commit returns.
func (w *Write) Len() int { return len(w.changes) }

// sealedChange is a change that is ready for the database.
type sealedChange struct {
	item Item
	head []byte // nil when removed
	body []byte
	drop bool // the body goes
}

// Commit does all of w in one durable transaction and returns the items as
// they now stand: those added, replaced and removed in the order of w, then
// the audit entries. On any error the vault is as it was before.
//
// It returns ErrConflict where an item has changed since it was read,
// ErrDiskFull, crypto.ErrTooLarge, and ErrReadOnly from then on where the
// medium failed in a way that leaves open what it holds.
func (v *Vault) Commit(ctx context.Context, w *Write) ([]Item, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.failed != nil {
		return nil, v.failed
	}
	sealed, used, err := v.sealAll(ctx, w)
	if err != nil {
		return nil, err
	}
	sealed, nextRoot, err := v.sealAudit(sealed, used, w.audit)
	if err != nil {
		return nil, err
	}
	defer v.keepRoom(sealed)
	restore, err := v.hideFiles(sealed)
	if err != nil {
		return nil, errors.Join(err, restore())
	}
	undo := v.tree.apply(leafChanges(sealed))
	nextRoot.gen++
	nextRoot.top = v.tree.top()
	if err := v.write(ctx, sealed, nextRoot); err != nil {
		undo()
		return nil, errors.Join(err, restore())
	}
	v.root = nextRoot
	v.settleCommitted(sealed)
	for _, p := range w.changes {
		if p.file != nil {
			p.file.taken = true
		}
	}
	items := make([]Item, len(sealed))
	for i, s := range sealed {
		items[i] = s.item
	}
	return items, nil
}

// write is the transaction itself. It is not interrupted half way: a person
// who is told of an error must be able to trust it.
func (v *Vault) write(ctx context.Context, sealed []sealedChange, next root) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	ctx = context.WithoutCancel(ctx)
	err := v.engine.transact(ctx, func() error {
		for _, s := range sealed {
			if err := v.engine.put(ctx, s); err != nil {
				return err
			}
		}
		return v.engine.exec(ctx, sqlUpdateRoot, v.keys.SealRoot(next.encode()))
	})
	if err != nil && !errors.Is(err, ErrDiskFull) {
		// After a failed sync nobody knows what the medium holds; a second
		// try that seems to work would prove nothing.
		v.failed = ErrReadOnly
	}
	return err
}

// sealAll checks each change against what stands and seals it. It returns the
// ids that it used, too.
func (v *Vault) sealAll(ctx context.Context, w *Write) ([]sealedChange, map[ID]bool, error) {
	sealed := make([]sealedChange, 0, len(w.changes)+len(w.audit))
	used := map[ID]bool{}
	files := map[*File]bool{}
	for _, p := range w.changes {
		item := Item{ID: p.before.ID, Kind: p.kind, Rev: p.before.Rev + 1, Content: p.content}
		if p.op == opAdd {
			item.ID = v.newID(used)
		}
		// A second change of one item in one Write would go over a revision
		// that has passed.
		if used[item.ID] || files[p.file] {
			return nil, nil, ErrConflict
		}
		if err := v.check(p); err != nil {
			return nil, nil, err
		}
		s, err := v.sealChange(ctx, p, item)
		if err != nil {
			return nil, nil, err
		}
		used[item.ID] = true
		if p.file != nil {
			files[p.file] = true
		}
		sealed = append(sealed, s)
	}
	return sealed, used, nil
}

// check returns why p cannot be done.
func (v *Vault) check(p pending) error {
	switch p.op {
	case opAdd:
		if p.file != nil {
			if p.file.vault != v || p.file.taken {
				return errFile
			}
			if err := p.file.settle(); err != nil {
				return err
			}
			if !p.file.ready {
				return errFile
			}
			return nil
		}
	default:
		if l, ok := v.tree.find(p.before.ID); !ok || l.digest != p.before.digest {
			return ErrConflict
		}
		// The head of an attachment changes, its bytes never do; the audit
		// chain is only ever added to.
		if p.kind == kindFile && p.op != opReplace {
			return nil
		}
	}
	if p.kind < FirstKind {
		return errKind
	}
	return nil
}

func (v *Vault) sealChange(ctx context.Context, p pending, item Item) (s sealedChange, err error) {
	id := uint64(item.ID)
	head := crypto.Head{Kind: byte(item.Kind), Rev: item.Rev, Content: item.Content}
	switch {
	case p.op == opRemove:
		s.drop = true
		p.before.Rev = item.Rev
		s.item = p.before
		return s, nil
	case p.file != nil:
		item.File = p.file.info()
		head.Content = item.File.front(item.Content)
		s.head, err = v.keys.SealFile(id, head, p.file.enc)
	case p.op == opReplaceHead:
		var before []byte
		if before, err = v.head(ctx, item.ID); err != nil {
			return s, err
		}
		if item.File = p.before.File; item.File != nil {
			head.Content = item.File.front(item.Content)
		}
		s.head, err = v.keys.Reseal(id, head, before)
	default:
		s.head, s.body, err = v.keys.Seal(v.takeRoom(p.body), id, head, p.body)
		s.drop = p.op == opReplace && p.body == nil
	}
	item.digest = crypto.HeadDigest(s.head)
	s.item = item
	return s, err
}

// maxRoom is the most bytes that are kept from one save to the next.
const maxRoom = 256 << 10

// takeRoom returns the room of an earlier sealed body for this one. The first
// body of a Write gets it: nearly every Write has one, and fresh memory costs
// as much as sealing.
func (v *Vault) takeRoom(body []byte) []byte {
	if body == nil {
		return nil
	}
	room := v.room
	v.room = nil
	return room
}

// keepRoom keeps the largest room that sealed bodies leave.
func (v *Vault) keepRoom(sealed []sealedChange) {
	for _, s := range sealed {
		if n := cap(s.body); n > cap(v.room) && n <= maxRoom {
			v.room = s.body
		}
	}
}

// leafChanges is what the changes do to the tree.
func leafChanges(sealed []sealedChange) []change {
	changes := make([]change, len(sealed))
	for i, s := range sealed {
		changes[i] = change{leaf: leaf{s.item.ID, s.item.digest, s.item.Kind}, gone: s.head == nil}
	}
	return changes
}

// put writes one change.
func (e *engine) put(ctx context.Context, s sealedChange) error {
	id := int64(s.item.ID)
	if s.head == nil {
		if err := e.exec(ctx, sqlDropEntry, id); err != nil {
			return err
		}
	} else if err := e.exec(ctx, sqlPutEntry, id, s.head); err != nil {
		return err
	}
	switch {
	case s.body != nil:
		return e.exec(ctx, sqlPutBody, id, s.body)
	case s.drop:
		return e.exec(ctx, sqlDropBody, id)
	}
	return nil
}
