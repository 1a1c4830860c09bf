package present

import (
	"context"

	"harbour/app/casework"
)

// Unlock is a folder that waits for its passphrase.
type Unlock struct {
	Pass *casework.Passphrase
	Why  Message // why it did not open

	shell *Shell
}

// NewUnlock waits at the shell's folder.
func NewUnlock(shell *Shell) *Unlock {
	return &Unlock{Pass: casework.NewPassphrase(), shell: shell}
}

// Folder is the name of the folder.
func (u *Unlock) Folder() string { return u.shell.Folder() }

// Open tries the passphrase, and calls done with the desk open. It forgets the
// passphrase in any case.
func (u *Unlock) Open(done func()) Job {
	u.Why = Message{}
	if u.Pass.Len() == 0 {
		u.Why = Message{Key: "unlock.needed"}
		return nil
	}
	dir := u.shell.Dir
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		desk, err := u.shell.Program.Unlock(ctx, dir, u.Pass)
		return func() {
			u.Pass.Wipe()
			u.Why = MessageOf(err)
			if err == nil {
				u.shell.Desk = desk
				done()
			}
		}
	}
}

// WrongPassphrase reports whether Why is about what was typed.
func (u *Unlock) WrongPassphrase() bool {
	return u.Why.Key == "error.wrong_passphrase" || u.Why.Key == "unlock.needed"
}

// SetFolder turns to another folder.
func (u *Unlock) SetFolder(dir string) {
	u.Pass.Wipe()
	u.Why = Message{}
	u.shell.Dir = dir
}

// Close forgets what was typed.
func (u *Unlock) Close() { u.Pass.Wipe() }
