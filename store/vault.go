package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"harbour/crypto"
	"harbour/store/atomicfile"
)

const (
	databaseName = "vault.db"
	newSuffix    = ".new"
	lockName     = "LOCK"
	filesName    = "att"
)

// Vault is an unlocked vault. Its methods may be called by several goroutines;
// changes are done one after the other.
type Vault struct {
	dir    string
	files  *os.Root // the folder of attachments
	lock   *os.File
	keys   *crypto.Keyring
	engine *engine

	mu     sync.Mutex
	tree   *tree
	root   root
	damage Damage
	failed error // why nothing more is written
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

// Create makes a vault in dir, which must not exist or be empty, locked with
// pass at cost, and holding the items of first. It returns ErrExists where
// anything stands in the way. Until the vault is whole, dir holds none.
func Create(ctx context.Context, dir string, pass *crypto.Secret, cost crypto.Cost, first *Write) (err error) {
	lock, err := claim(dir)
	if err != nil {
		return err
	}
	defer lock.Close()
	temporary := filepath.Join(dir, databaseName+newSuffix)
	if err := removeUnfinished(temporary); err != nil {
		return err
	}
	f, err := os.OpenFile(temporary, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := fill(ctx, temporary, pass, cost, first); err != nil {
		return errors.Join(err, removeUnfinished(temporary))
	}
	if err := os.Rename(temporary, filepath.Join(dir, databaseName)); err != nil {
		return err
	}
	return atomicfile.SyncDir(dir)
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

// claim makes dir if need be, makes sure that nothing of another's stands in
// it, and locks it.
func claim(dir string) (*os.File, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		switch e.Name() {
		// What an interrupted Create leaves.
		case lockName, filesName, databaseName + newSuffix, databaseName + newSuffix + "-journal":
		default:
			return nil, ErrExists
		}
	}
	if err := os.Chmod(dir, 0o700); err != nil {
		return nil, err
	}
	if err := os.Mkdir(filepath.Join(dir, filesName), 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return lockFile(filepath.Join(dir, lockName))
}

// fill makes the database at path and puts first into it.
func fill(ctx context.Context, path string, pass *crypto.Secret, cost crypto.Cost, first *Write) error {
	e, err := openEngine(ctx, path)
	if err != nil {
		return err
	}
	keys := crypto.NewKeyring()
	defer keys.Destroy()
	v := &Vault{keys: keys, engine: e, tree: &tree{}}
	v.tree.sum()
	err = func() error {
		if err := e.configure(ctx); err != nil {
			return err
		}
		if err := e.setJournal(ctx, "delete"); err != nil {
			return err
		}
		slot, err := keys.PassphraseSlot(pass, cost)
		if err != nil {
			return err
		}
		v.root = root{top: v.tree.top(), slots: crypto.SlotsDigest([]crypto.NumberedSlot{{N: 1, Blob: slot}})}
		if err := e.create(ctx, keys.Vault(), keys.SealRoot(v.root.encode()), slot); err != nil {
			return fmt.Errorf("create tables: %w", err)
		}
		_, err = v.Commit(ctx, first)
		return err
	}()
	return errors.Join(err, e.close())
}

// removeUnfinished removes a database that never got its final name.
func removeUnfinished(path string) error {
	for _, name := range []string{path, path + "-journal"} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
