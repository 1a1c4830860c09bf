package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/term"

	"harbour/app/casework"
	"harbour/app/referral"
)

// VaultDir returns where the vault is when no flag says so: HARBOUR_VAULT, a
// folder vault beside the program, or the system's place for a user's data.
func VaultDir(env func(string) string) string {
	if dir := env("HARBOUR_VAULT"); dir != "" {
		return dir
	}
	if program, err := os.Executable(); err == nil {
		beside := filepath.Join(filepath.Dir(program), "vault")
		if casework.Exists(beside) {
			return beside
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "harbour"
	}
	switch runtime.GOOS {
	case "darwin":
		return filepath.Join(home, "Library", "Application Support", "Harbour")
	case "windows":
		if local := env("LOCALAPPDATA"); local != "" {
			return filepath.Join(local, "Harbour")
		}
	}
	if data := env("XDG_DATA_HOME"); data != "" {
		return filepath.Join(data, "harbour")
	}
	return filepath.Join(home, ".local", "share", "harbour")
}

func (r *run) vaultDir() string {
	if r.global.Vault != "" {
		return r.global.Vault
	}
	return VaultDir(r.Env)
}

// withDesk unlocks the vault, does the work and locks it again.
func (r *run) withDesk(do func(*casework.Desk) error) (err error) {
	pass, err := r.passphrase()
	if err != nil {
		return err
	}
	desk, err := r.Unlock(r.ctx, r.vaultDir(), pass)
	pass.Destroy()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, desk.Close()) }()
	if desk.Damaged() {
		fmt.Fprintln(r.Stderr, "harbour:", r.say("error.vault_damaged"))
	}
	return do(desk)
}

// withCase unlocks the vault and loads the case that text names.
func (r *run) withCase(text string, do func(*casework.Desk, casework.Case) error) error {
	return r.withDesk(func(d *casework.Desk) error {
		id, err := findCase(d, text)
		if err != nil {
			return err
		}
		c, err := d.Load(r.ctx, id)
		if err != nil {
			return err
		}
		return do(d, c)
	})
}

func findCase(d *casework.Desk, text string) (referral.ID, error) {
	id, err := d.Find(text)
	if err != nil {
		return "", &namedError{err, "error.case_unknown"}
	}
	return id, nil
}

// passphrase reads the passphrase from the file that was named, or asks.
func (r *run) passphrase() (*casework.Passphrase, error) {
	switch r.global.PassphraseFile {
	case "":
		return r.ask("cli.passphrase")
	case "-":
		return casework.ReadPassphrase(r.Stdin)
	}
	f, err := os.Open(r.global.PassphraseFile)
	if err != nil {
		return nil, &namedError{err, "cli.no_passphrase_file"}
	}
	defer f.Close()
	return casework.ReadPassphrase(f)
}

// newPassphrase asks twice, or reads the file that was named.
func (r *run) newPassphrase() (*casework.Passphrase, error) {
	first, err := r.passphrase()
	if err != nil || r.global.PassphraseFile != "" {
		return first, err
	}
	again, err := r.ask("cli.passphrase_again")
	if err != nil {
		first.Destroy()
		return nil, err
	}
	defer again.Destroy()
	if !first.Equal(again) {
		first.Destroy()
		return nil, &namedError{errUsage, "cli.not_the_same"}
	}
	return first, nil
}

// ask reads a passphrase from the terminal without showing it.
func (r *run) ask(key string) (*casework.Passphrase, error) {
	in, ok := r.Stdin.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return nil, &namedError{errUsage, "cli.no_terminal"}
	}
	fmt.Fprint(r.Stderr, r.say(key))
	typed, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(r.Stderr)
	if err != nil {
		return nil, &namedError{err, "cli.no_terminal"}
	}
	defer clear(typed)
	return casework.ReadPassphrase(bytes.NewReader(typed))
}
