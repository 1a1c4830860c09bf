package casework

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"math/big"
	"slices"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"harbour/app/referral"
	"harbour/crypto"
	"harbour/crypto/bundle"
)

// Trust says how far a contact's card was checked.
type Trust string

// The states of trust. Referrals leave to TrustChecked only.
const (
	TrustUnknown Trust = "unknown" // red: nobody has taken its card in, or checking it failed
	TrustFirst   Trust = "first"   // amber: first seen, not checked
	TrustChecked Trust = "checked" // green
)

// Four groups are 66 bit. After three wrong tries somebody is guessing, or the
// card was swapped: only all twelve will do.
const (
	askedGroups = 4
	mostTries   = 3
)

// contactRecord is what the vault keeps of a contact.
type contactRecord struct {
	ID        referral.ID    `json:"id"`
	Name      string         `json:"name"`
	Card      string         `json:"card"`
	Groups    crypto.Groups  `json:"groups"`
	Trust     Trust          `json:"trust"`
	Ask       []int          `json:"ask"`
	Tries     int            `json:"tries,omitzero"`
	CheckedAt time.Time      `json:"checked_at,omitzero"`
	How       string         `json:"how,omitzero"`
	SentSeq   uint64         `json:"sent_seq,omitzero"`
	SentLast  string         `json:"sent_last,omitzero"` // bundle id of SentSeq
	More      jsontext.Value `json:",embed"`
}

// CheckGroups compares groups, as the contact has read them out, with those of
// its card: those that Ask names, in that order, or all twelve. how says over
// which channel. right tells for each group whether it was right. Where all
// are, the contact is checked; else it returns ErrGroups, and after three
// wrong tries the contact is red.
func (d *Desk) CheckGroups(ctx context.Context, id referral.ID, groups []string, how string) (c Contact, right []bool, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.contacts[id]
	if !ok {
		return Contact{}, nil, ErrNotFound
	}
	next := e.record
	right, all := next.compare(groups)
	if all {
		next.Trust, next.CheckedAt, next.How, next.Tries = TrustChecked, d.now(), clip(how, maxShown), 0
	} else if next.Tries++; next.Tries >= mostTries {
		next.Trust = TrustUnknown
	}
	c, err = d.setContact(ctx, e, next)
	if err == nil && !all {
		err = ErrGroups
	}
	return c, right, err
}

// Doubt marks a contact red: what it says does not match.
func (d *Desk) Doubt(ctx context.Context, id referral.ID) (Contact, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.contacts[id]
	if !ok {
		return Contact{}, ErrNotFound
	}
	next := e.record
	next.Trust, next.Tries = TrustUnknown, mostTries
	return d.setContact(ctx, e, next)
}

// wanted names the groups that have to be asked for, counted from 1.
func (r contactRecord) wanted() []int {
	if r.Tries < mostTries {
		return r.Ask
	}
	return everyGroup()
}

// compare tells which of the groups are right, and whether they suffice.
func (r contactRecord) compare(groups []string) (right []bool, all bool) {
	wanted := r.wanted()
	if len(groups) == crypto.GroupCount {
		wanted = everyGroup()
	}
	right, all = make([]bool, len(groups)), len(groups) == len(wanted)
	for i, g := range groups {
		right[i] = i < len(wanted) && g == r.Groups[wanted[i]-1]
		all = all && right[i]
	}
	return right, all
}

func everyGroup() []int {
	all := make([]int, crypto.GroupCount)
	for i := range all {
		all[i] = i + 1
	}
	return all
}

// card is the contact's card, which was checked when it was taken in.
func (r contactRecord) card() (bundle.Card, error) { return bundle.ParseCard([]byte(r.Card)) }

// recipient is what readiness asks of a contact.
func (r contactRecord) recipient(now time.Time) *referral.Recipient {
	card, err := r.card()
	if err != nil {
		return nil
	}
	id := card.ID()
	return &referral.Recipient{
		CardID: hex.EncodeToString(id[:]), Role: referral.Code(card.Role),
		Verified: r.Trust == TrustChecked, Expired: card.Expired(now),
	}
}

// drawGroups draws the groups to ask for, in rising order.
func (d *Desk) drawGroups() ([]int, error) {
	var ask []int
	for len(ask) < askedGroups {
		n, err := rand.Int(d.Random, big.NewInt(crypto.GroupCount))
		if err != nil {
			return nil, errors.New("draw groups")
		}
		if g := int(n.Int64()) + 1; !slices.Contains(ask, g) {
			ask = append(ask, g)
		}
	}
	slices.Sort(ask)
	return ask, nil
}
