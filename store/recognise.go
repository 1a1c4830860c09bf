package store

import (
	"context"

	"harbour/crypto"
)

// Recognise makes sure that pass opens this vault, which is open already. It
// takes as long as unlocking, and returns crypto.ErrWrongPassphrase.
func (v *Vault) Recognise(ctx context.Context, pass *crypto.Secret) error {
	v.mu.Lock()
	slots, err := v.engine.slots(ctx)
	v.mu.Unlock()
	if err != nil {
		return err
	}
	keys, err := openSlots(v.keys.Vault(), slots, pass)
	if err != nil {
		return err
	}
	keys.Destroy()
	return nil
}
