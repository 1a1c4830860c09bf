package store

import (
	"encoding/binary"
	"slices"

	"harbour/crypto"
)

const auditFront = 8

// IsAudit reports whether the item is an entry of the audit chain.
func (i Item) IsAudit() bool { return i.Kind == kindAudit }

// AuditEntry returns the number and the content of an entry of the audit
// chain. Numbers start at 1.
func (i Item) AuditEntry() (n uint64, content []byte) {
	return binary.BigEndian.Uint64(i.Content), i.Content[auditFront:]
}

// sealAudit appends the audit entries to the changes, which use the ids in
// used, and returns the root with the end of the chain moved.
func (v *Vault) sealAudit(sealed []sealedChange, used map[ID]bool, audit [][]byte) ([]sealedChange, root, error) {
	next := v.root
	for _, content := range audit {
		next.auditN++
		next.auditSum = crypto.AuditDigest(next.auditSum, next.auditN, content)
		item := Item{ID: v.newID(used), Kind: kindAudit, Rev: 1}
		item.Content = append(binary.BigEndian.AppendUint64(nil, next.auditN), content...)
		head, _, err := v.keys.Seal(nil, uint64(item.ID), crypto.Head{Kind: byte(kindAudit), Rev: 1, Content: item.Content}, nil)
		if err != nil {
			return nil, next, err
		}
		item.digest = crypto.HeadDigest(head)
		used[item.ID] = true
		sealed = append(sealed, sealedChange{item: item, head: head})
	}
	return sealed, next, nil
}

// auditIntact reports whether entries, which are put in order, are the chain
// that r covers.
func auditIntact(entries []Item, r root) bool {
	slices.SortFunc(entries, func(a, b Item) int { return slices.Compare(a.Content[:auditFront], b.Content[:auditFront]) })
	var sum crypto.Digest
	for i, e := range entries {
		n, content := e.AuditEntry()
		if n != uint64(i+1) {
			return false
		}
		sum = crypto.AuditDigest(sum, n, content)
	}
	return uint64(len(entries)) == r.auditN && sum == r.auditSum
}
