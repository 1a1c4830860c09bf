package store

import (
	"context"
	"crypto/sha512"
	"errors"
	"io"
	"slices"
	"strings"

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
// nil, is told how many items are done.
func (v *Vault) Verify(ctx context.Context, progress func(done, of int)) (Report, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	r := Report{Damage: Damage{Whole: v.damage.Whole}, Database: v.engine.quickCheck(ctx) == nil}
	bodies, err := v.bodyIDs(ctx)
	if err != nil {
		return r, err
	}
	var audit []Item
	var leaves []leaf
	for l := range v.tree.all {
		leaves = append(leaves, l)
	}
	known := map[string]bool{}
	for i, l := range leaves {
		if err := ctx.Err(); err != nil {
			return r, err
		}
		item, err := v.verifyItem(ctx, l, bodies, &r)
		if err != nil {
			r.Items = append(r.Items, l.id)
		}
		switch {
		case item.IsAudit():
			audit = append(audit, item)
		case item.IsFile():
			known[fileName(item.File.name)] = true
		}
		if progress != nil {
			progress(i+1, len(leaves))
		}
	}
	r.Entries = len(leaves)
	r.Chain = auditIntact(audit, v.root)
	for id := range bodies {
		r.Orphans = append(r.Orphans, id)
	}
	for _, id := range v.damage.Items {
		if !slices.Contains(r.Items, id) {
			r.Items = append(r.Items, id)
		}
	}
	return r, v.unknownFiles(known, &r)
}

// verifyItem checks one item with its body or file.
func (v *Vault) verifyItem(ctx context.Context, l leaf, bodies map[ID]bool, r *Report) (Item, error) {
	head, err := v.head(ctx, l.id)
	if err != nil {
		return Item{}, err
	}
	item, err := v.openItem(l.id, head)
	if err != nil {
		return Item{}, err
	}
	if bodies[l.id] {
		delete(bodies, l.id)
		sealed, err := v.engine.blob(ctx, sqlBody, l.id)
		if err != nil {
			return item, err
		}
		if _, err := v.keys.OpenBody(uint64(l.id), head, sealed); err != nil {
			return item, err
		}
	} else if v.keys.HasBody(uint64(l.id), head) && !item.IsFile() {
		return item, crypto.ErrDamaged
	}
	if item.IsFile() {
		r.Files++
		return item, v.verifyFile(ctx, item, head, r)
	}
	return item, nil
}

// verifyFile reads an attachment whole and compares its hash.
func (v *Vault) verifyFile(ctx context.Context, item Item, head []byte, r *Report) error {
	f, err := v.files.Open(fileName(item.File.name))
	if err != nil {
		return crypto.ErrDamaged
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
	sum := sha512.New()
	n, err := copyUntil(ctx, sum, io.NewSectionReader(content, 0, min(item.File.Size, padded)))
	r.Bytes += n
	if err != nil {
		return err
	}
	if n != item.File.Size || [sha512.Size]byte(sum.Sum(nil)) != item.File.SHA512 {
		return crypto.ErrDamaged
	}
	return nil
}

// bodyIDs returns the ids of all bodies.
func (v *Vault) bodyIDs(ctx context.Context) (map[ID]bool, error) {
	rows, err := v.engine.conn.QueryContext(ctx, sqlBodies)
	if err != nil {
		return nil, plainError(err)
	}
	defer rows.Close()
	ids := map[ID]bool{}
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return nil, plainError(err)
		}
		ids[ID(id)] = true
	}
	return ids, plainError(rows.Err())
}

// unknownFiles lists the attachments that no item names.
func (v *Vault) unknownFiles(known map[string]bool, r *Report) error {
	present, err := v.listFiles()
	if err != nil {
		return err
	}
	for name := range present {
		if !known[strings.TrimPrefix(name, staged)] {
			r.Unknown = append(r.Unknown, name)
		}
	}
	slices.Sort(r.Unknown)
	return nil
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
