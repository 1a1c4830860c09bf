package crypto

import (
	"fmt"

	"golang.org/x/crypto/argon2"
)

// GroupCount is the number of groups that stand for a card.
const GroupCount = 12

// Groups are the twelve groups of five digits by which two people make sure
// that they hold the same card.
type Groups [GroupCount]string

// GroupsOf returns the groups of a card's id. They are the same on every
// machine and in every language. It takes about 0.2 s and 64 MiB on purpose:
// a forger has to pay it for every try.
func GroupsOf(card Digest) Groups {
	out := argon2.IDKey(card[:], []byte(labelGroups), 3, 64<<10, 4, 5*GroupCount)
	var groups Groups
	for i := range groups {
		var n uint64
		for _, b := range out[5*i : 5*i+5] {
			n = n<<8 | uint64(b)
		}
		groups[i] = fmt.Sprintf("%05d", n%100000)
	}
	return groups
}
