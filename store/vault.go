package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"

	"harbour/crypto"
)

const (
	databaseName = "vault.db"
	lockName     = "LOCK"
)

// Vault is an unlocked vault. Its methods may be called by several goroutines;
// changes are done one after the other.
type Vault struct {
	dir    string
	files  folder
	lock   *os.File
	keys   *crypto.Keyring
	engine *engine

	mu     sync.Mutex
	tree   *tree
	root   root
	damage Damage
	failed error  // why nothing more is written
	room   []byte // in which bodies are sealed, kept from save to save
}

// Damage says what of a vault is not as it was left. The rest can be read,
// nothing can be written.
type Damage struct {
	Items []ID // heads or files that cannot be read
	Whole bool // entries are missing, foreign or from another time
}

// Any reports whether there is damage.
func (d Damage) Any() bool { return d.Whole || len(d.Items) > 0 }

// Exists reports whether dir holds a vault, whatever its state.
func Exists(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, databaseName))
	return err == nil
}

// Close writes everything out and forgets the keys. Nothing of the vault may
// be used after.
func (v *Vault) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	err := errors.Join(v.engine.fold(context.Background()), v.engine.close())
	v.keys.Destroy()
	return errors.Join(err, v.files.Close(), v.lock.Close())
}

// writable returns why nothing can be written, or nil.
func (v *Vault) writable() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.failed
}

// Damage says what was found damaged when the vault was opened.
func (v *Vault) Damage() Damage { return v.damage }

// Audit returns the number of audit entries and the digest of the last one,
// which covers all before it.
func (v *Vault) Audit() (n uint64, sum crypto.Digest) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.root.auditN, v.root.auditSum
}

// State is the digest of the vault as it stands, and the number of changes
// that led to it. Two copies of a vault with the same state are the same.
func (v *Vault) State() (gen uint64, state crypto.Digest) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.root.gen, crypto.StateDigest(v.root.encode())
}

// Body returns the body of item, or ErrNotFound where it has none. A body that
// is damaged or not the item's own is crypto.ErrDamaged.
func (v *Vault) Body(ctx context.Context, item Item) ([]byte, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	head, err := v.head(ctx, item.ID)
	if err != nil {
		return nil, err
	}
	sealed, err := v.engine.blob(ctx, sqlBody, item.ID)
	if err != nil {
		return nil, err
	}
	return v.keys.OpenBody(uint64(item.ID), head, sealed)
}

// head returns the sealed head of id if it is the one that the root covers.
func (v *Vault) head(ctx context.Context, id ID) ([]byte, error) {
	l, ok := v.tree.find(id)
	if !ok {
		return nil, ErrNotFound
	}
	head, err := v.engine.blob(ctx, sqlHead, id)
	if err != nil {
		return nil, err
	}
	if crypto.HeadDigest(head) != l.digest {
		return nil, crypto.ErrDamaged
	}
	return head, nil
}
