package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"harbour/crypto"
)

// Open unlocks the vault in dir with pass and calls visit for each item's
// head, in no order, from one goroutine; what visit is given is its own.
//
// It returns ErrNoVault, ErrInUse, ErrForeign, ErrNewer,
// crypto.ErrWrongPassphrase, what visit returned, or crypto.ErrDamaged where
// not even the slots can be read. A vault with other damaged or missing parts
// opens all the same, for reading only: see Damage.
func Open(ctx context.Context, dir string, pass *crypto.Secret, visit func(Item) error) (*Vault, error) {
	return open(ctx, dir, pass, visit, openFolder)
}

// open is Open with the folder of attachments that openFolder gives.
func open(ctx context.Context, dir string, pass *crypto.Secret, visit func(Item) error, openFolder func(string) (folder, error)) (*Vault, error) {
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
		return nil, plainError(err)
	}
	v := &Vault{dir: dir, lock: lock}
	err = v.openDatabase(ctx, path)
	if err == nil {
		err = v.unlock(ctx, pass, visit, func() (folder, error) { return openFolder(dir) })
	}
	if err != nil {
		return nil, errors.Join(err, v.abandon())
	}
	return v, nil
}

// openDatabase opens the database and changes nothing in it before it is known
// to be a vault.
func (v *Vault) openDatabase(ctx context.Context, path string) error {
	if err := checkFront(path); err != nil {
		return err
	}
	unclean := leftLog(path)
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
	if err := v.engine.setJournal(ctx, "wal"); err != nil || !unclean {
		return err
	}
	if err := v.engine.quickCheck(ctx); errors.Is(err, crypto.ErrDamaged) {
		v.damage.Whole = true
	} else if err != nil {
		return err
	}
	return nil
}

// unlock opens everything with pass and compares it with what the root covers.
func (v *Vault) unlock(ctx context.Context, pass *crypto.Secret, visit func(Item) error, openFolder func() (folder, error)) error {
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
	if v.files, err = openFolder(); err != nil {
		return err
	}
	files, err := v.readHeads(ctx, visit)
	if err != nil {
		return err
	}
	v.checkRoot(sealedRoot, slots)
	if err := v.settleFiles(files); err != nil {
		return err
	}
	if v.damage.Any() {
		v.failed = ErrReadOnly
	}
	return nil
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
