package casework

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"time"

	"harbour/crypto/bundle"
)

// What a file can turn out to be.
const (
	FileCard    = "card"
	FileBundle  = "bundle"
	FileUnknown = "unknown"
)

// Inspection is what can be said of a file without taking anything in.
type Inspection struct {
	What   string      `json:"what"`
	Bytes  int64       `json:"bytes"`
	Claims *CardClaims `json:"card,omitzero"`  // of a card
	Front  *Front      `json:"front,omitzero"` // of a bundle that is for this desk
}

// CardClaims is what a card says of itself. Its signature holds; whose it is,
// is for people to check.
type CardClaims struct {
	Name     string `json:"name"`
	Role     string `json:"role"`
	From     string `json:"from"`
	Until    string `json:"until"`
	Practice bool   `json:"practice"`
}

// Front is the signed front of a bundle.
type Front struct {
	Kind        string     `json:"kind"`
	BundleID    string     `json:"bundle_id"`
	Sender      CardClaims `json:"sender"`
	Contact     string     `json:"contact"` // what the desk calls the sender, empty where it is unknown
	Trust       Trust      `json:"trust"`
	Seq         uint64     `json:"seq"`
	Created     time.Time  `json:"created"` // by the sender's clock
	Records     int        `json:"records"`
	Attachments int        `json:"attachments"`
	TotalBytes  int64      `json:"total_bytes"`
}

// errSeen ends the reading of a bundle of which only the front is wanted.
var errSeen = errors.New("front seen")

// Inspect says what the file at path is, as far as that can be seen without a
// key: a bundle tells neither who wrote it nor for whom.
func Inspect(path string) (Inspection, error) {
	f, err := os.Open(path)
	if err != nil {
		return Inspection{}, fileError(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return Inspection{}, fileError(err)
	}
	i := Inspection{What: FileUnknown, Bytes: info.Size()}
	start, err := io.ReadAll(io.LimitReader(f, bundle.MaxCard+1))
	if err != nil {
		return i, fileError(err)
	}
	if card, err := bundle.ParseCard(start); err == nil {
		claims := claimsOf(card)
		i.What, i.Claims = FileCard, &claims
	} else if bundle.LooksLikeBundle(bytes.NewReader(start)) {
		i.What = FileBundle
	}
	return i, nil
}

// Inspect says also what a bundle for this desk says of itself, after its
// signature was checked. Nothing is taken in, not even its sender.
func (d *Desk) Inspect(ctx context.Context, path string) (Inspection, error) {
	i, err := Inspect(path)
	if err != nil || i.What != FileBundle {
		return i, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	in := &incoming{Desk: d, look: func(a bundle.Arrival) error {
		i.Front = d.front(a)
		return errSeen
	}}
	if _, err := in.read(ctx, path, nil); !errors.Is(err, errSeen) {
		return i, err
	}
	return i, nil
}

func (d *Desk) front(a bundle.Arrival) *Front {
	f := &Front{
		Kind: string(a.Header.Kind), BundleID: a.Header.BundleID, Sender: claimsOf(a.Card), Trust: TrustUnknown,
		Seq: a.Header.Seq, Created: a.Header.Created, Records: a.Header.Counts.Records,
		Attachments: a.Header.Counts.Attachments, TotalBytes: a.Header.TotalBytes,
	}
	if e := d.contactOf(a.Card.ID()); e != nil {
		f.Contact, f.Trust = e.record.Name, e.record.Trust
	}
	return f
}

func claimsOf(c bundle.Card) CardClaims {
	return CardClaims{Name: c.Name, Role: c.Role, From: c.From, Until: c.Until, Practice: c.Practice}
}
