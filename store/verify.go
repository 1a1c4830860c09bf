package store

import (
	"context"
	"crypto/sha512"
	"errors"
	"io"
	"maps"
	"slices"

	"harbour/crypto"
)

// Report is what a full check of a vault found.
type Report struct {
	Entries  int      // items checked
	Files    int      // attachments checked
	Bytes    int64    // content of attachments read
	Damage            // what cannot be read
	Unknown  []string // files that no item names, left where they are
	Orphans  []ID     // bodies that no item has
	Chain    bool     // the audit chain is whole
	Database bool     // the database's own structure is sound
}

// Sound reports whether nothing is damaged. Unknown files and bodies without
// an item are no damage.
func (r Report) Sound() bool { return !r.Any() && r.Chain && r.Database }

// Verify reads every head, body and attachment and checks each against what
// binds it, the root over all, and the audit chain. progress, which may be
// nil, is told how many items are done. Changes may go on meanwhile; what is
// changed is not checked again.
func (v *Vault) Verify(ctx context.Context, progress func(done, of int)) (Report, error) {
	r := Report{}
	s, err := v.survey(ctx, &r)
	if err != nil {
		return r, err
	}
	var audit []Item
	known := map[string]bool{}
	for i, l := range s.leaves {
		if err := ctx.Err(); err != nil {
			return r, err
		}
		item, err := v.verifyItem(ctx, l.id, &r)
		if err != nil && v.stands(l) {
			r.Items = append(r.Items, l.id)
		}
		switch {
		case item.IsAudit():
			audit = append(audit, item)
		case item.IsFile():
			known[fileName(item.File.name)] = true
		}
		delete(s.bodies, l.id)
		if progress != nil {
			progress(i+1, len(s.leaves))
		}
	}
	if err := ctx.Err(); err != nil {
		return r, err
	}
	r.Entries = len(s.leaves)
	r.Chain = auditIntact(audit, s.root)
	r.Orphans = slices.Sorted(maps.Keys(s.bodies))
	for _, id := range v.damage.Items {
		if !slices.Contains(r.Items, id) {
			r.Items = append(r.Items, id)
		}
	}
	r.Unknown, err = v.unknownFiles(s, known)
	return r, err
}

// unknownFiles lists the attachments that no item names: neither one that has
// come since the survey, nor one that has gone.
func (v *Vault) unknownFiles(s survey, known map[string]bool) ([]string, error) {
	now, err := v.fileNames()
	if err != nil {
		return nil, err
	}
	var unknown []string
	for name := range s.files {
		if now[name] && !known[name] && !stagedName.MatchString(name) {
			unknown = append(unknown, name)
		}
	}
	slices.Sort(unknown)
	return unknown, nil
}

// survey is what there is to verify at one moment.
type survey struct {
	leaves []leaf
	root   root
	bodies map[ID]bool
	files  map[string]bool
}

// survey checks the database's structure and lists what there is to verify.
func (v *Vault) survey(ctx context.Context, r *Report) (s survey, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	r.Whole = v.damage.Whole
	err = v.engine.quickCheck(ctx)
	r.Database = err == nil
	if err != nil && !errors.Is(err, crypto.ErrDamaged) {
		return s, err
	}
	s.bodies, err = v.engine.bodyIDs(ctx)
	if errors.Is(err, crypto.ErrDamaged) {
		r.Database = false
	} else if err != nil {
		return s, err
	}
	s.leaves, s.root = slices.Collect(v.tree.all), v.root
	s.files, err = v.fileNames()
	return s, err
}

// stands reports whether the item is still the one that l was.
func (v *Vault) stands(l leaf) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	now, ok := v.tree.find(l.id)
	return ok && now == l
}

// verifyItem checks one item with its body or file. The vault is not kept
// waiting while a file is read.
func (v *Vault) verifyItem(ctx context.Context, id ID, r *Report) (Item, error) {
	item, head, err := v.verifyHead(ctx, id)
	if err != nil || !item.IsFile() {
		return item, err
	}
	r.Files++
	return item, v.verifyFile(ctx, item, head, r)
}

// verifyHead checks one head and its body, and returns both forms of the head.
func (v *Vault) verifyHead(ctx context.Context, id ID) (Item, []byte, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	head, err := v.head(ctx, id)
	if err != nil {
		return Item{}, nil, err
	}
	item, err := v.openItem(id, head)
	if err != nil {
		return Item{}, nil, err
	}
	if item.IsFile() || !v.keys.HasBody(uint64(id), head) {
		return item, head, nil
	}
	sealed, err := v.engine.blob(ctx, sqlBody, id)
	if err != nil {
		return item, head, err
	}
	_, err = v.keys.OpenBody(uint64(id), head, sealed)
	return item, head, err
}

// verifyFile reads an attachment whole and compares its hash.
func (v *Vault) verifyFile(ctx context.Context, item Item, head []byte, r *Report) error {
	f, err := v.openStored(item.File)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	content, padded, err := v.keys.OpenFile(uint64(item.ID), head, f, info.Size())
	if err != nil {
		return err
	}
	if padded != crypto.Padme(item.File.Size) {
		return crypto.ErrDamaged
	}
	sum := sha512.New()
	n, err := copyUntil(ctx, sum, io.NewSectionReader(content, 0, item.File.Size))
	r.Bytes += n
	if err != nil {
		return err
	}
	if [sha512.Size]byte(sum.Sum(nil)) != item.File.SHA512 {
		return crypto.ErrDamaged
	}
	_, err = copyUntil(ctx, io.Discard, io.NewSectionReader(content, item.File.Size, padded-item.File.Size))
	return err
}

// bodyIDs returns the ids of all bodies, as far as they can be read.
func (e *engine) bodyIDs(ctx context.Context) (map[ID]bool, error) {
	rows, err := e.conn.QueryContext(ctx, sqlBodies)
	if err != nil {
		return nil, plainError(err)
	}
	defer rows.Close()
	ids := map[ID]bool{}
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return ids, plainError(err)
		}
		ids[ID(id)] = true
	}
	return ids, plainError(rows.Err())
}

// copyUntil copies until the end, an error, or the end of ctx.
func copyUntil(ctx context.Context, w io.Writer, r io.Reader) (int64, error) {
	buf := make([]byte, 4*fileChunkSize)
	var n int64
	for {
		if err := ctx.Err(); err != nil {
			return n, err
		}
		k, err := io.ReadFull(r, buf)
		if _, werr := w.Write(buf[:k]); werr != nil {
			return n, werr
		}
		n += int64(k)
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}
