package crypto_test

import (
	"fmt"
	"testing"

	"golang.org/x/crypto/argon2"

	"harbour/crypto"
)

// TestGroupsByHand works the groups out once more; that they are the same as
// the reference library's is shown by TestFrozenGroups.
func TestGroupsByHand(t *testing.T) {
	card := crypto.Digest(randomBytes(32))
	groups := crypto.GroupsOf(card)
	out := argon2.IDKey(card[:], []byte("harbour/v1/groups"), 3, 64*1024, 4, 60)
	for i, got := range groups {
		b := out[5*i:]
		n := uint64(b[0])<<32 + uint64(b[1])<<24 + uint64(b[2])<<16 + uint64(b[3])<<8 + uint64(b[4])
		if want := fmt.Sprintf("%05d", n%100_000); got != want {
			t.Errorf("group %d: got %s, want %s", i, got, want)
		}
	}
	card[31] ^= 1
	if other := crypto.GroupsOf(card); other == groups {
		t.Error("two cards have the same groups")
	}
}
