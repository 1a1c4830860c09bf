// Package crypto keeps Harbour's secrets and does all that needs a key: the
// slots of a vault, the sealing of its items and files, signatures, contact
// identities and the groups by which people check them. Formats and labels are
// fixed in store/FORMAT.md and bundle/FORMAT.md.
//
// It never knows what the bytes it seals mean, and it never prints, marshals
// or hands out a vault key or a passphrase.
//
// Everything here is a thin, strict use of filippo.io/age, golang.org/x/crypto
// and the standard library. There is one AEAD call, XChaCha20-Poly1305 with a
// random nonce, and one way to do each thing.
package crypto
