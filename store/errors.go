package store

import (
	"errors"
	"syscall"

	"harbour/crypto"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

var (
	// ErrNoVault is returned where a folder holds no vault.
	ErrNoVault = errors.New("no vault here")
	// ErrExists is returned where a vault would be made over something.
	ErrExists = errors.New("the folder is not empty")
	// ErrForeign is returned for a database that is not a vault of ours.
	ErrForeign = errors.New("not a vault")
	// ErrNewer is returned for a vault that a later version wrote.
	ErrNewer = errors.New("vault of a newer version")
	// ErrInUse is returned while another program has the vault open.
	ErrInUse = errors.New("vault in use")
	// ErrConflict is returned for a change over a revision that has passed.
	ErrConflict = errors.New("changed meanwhile")
	// ErrNotFound is returned for an item that is not there.
	ErrNotFound = errors.New("no such item")
	// ErrDiskFull is returned where there is no room to write.
	ErrDiskFull = errors.New("disk full")
	// ErrReadOnly is returned for changes to a vault that is damaged, or
	// whose medium failed: writing on could lose what is still there.
	ErrReadOnly = errors.New("vault can only be read")
)

var (
	errKind = errors.New("kind is kept by the store")
	errFile = errors.New("attachment not ready for this vault")
)

// plainError turns an engine or system error into one of ours where a caller
// decides on it, and keeps the rest as a cause.
func plainError(err error) error {
	var e *sqlite.Error
	if errors.As(err, &e) {
		switch e.Code() & 0xff {
		case sqlite3.SQLITE_FULL:
			return ErrDiskFull
		case sqlite3.SQLITE_NOTADB:
			return ErrForeign
		case sqlite3.SQLITE_CORRUPT:
			return crypto.ErrDamaged
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			return ErrInUse
		}
	}
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return ErrDiskFull
	}
	return err
}
