// Package store is the vault: sealed items of any kind in one SQLite file,
// encrypted attachments beside it, and a root that covers all of them. Its
// format is written down in FORMAT.md.
//
// It never knows what an item means, never holds a key outside a
// crypto.Keyring, and never creates or overwrites anything because something
// could not be read. The database engine sees ciphertext and random ids only.
package store
