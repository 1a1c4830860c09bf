package casework

import (
	"context"
	"crypto/rand"
	"io"
	"time"

	"harbour/app/referral"
	"harbour/crypto"
	"harbour/crypto/bundle"
	"harbour/store"
)

// Passphrase is typed into, rune by rune, by whoever asks for one.
type Passphrase = crypto.Secret

// NewPassphrase returns an empty passphrase; its owner destroys it.
func NewPassphrase() *Passphrase { return crypto.NewSecret() }

// The roles that a desk is set up with.
const (
	RoleField  = bundle.RoleField
	RoleOffice = bundle.RoleOffice
)

// cardYears is how long a new card is good for.
const cardYears = 3

// Program is what a desk works with besides its vault.
type Program struct {
	Book    referral.Book
	Words   []string // for case codes
	Version string
	Now     func() time.Time
	Cost    func() crypto.Cost // of the passphrase of a new vault
	Random  io.Reader          // for case codes and groups to ask for
	NewID   func() referral.ID
}

// NewProgram returns a program with the real clock, randomness and cost.
func NewProgram(book referral.Book, words []string, version string) Program {
	return Program{
		Book: book, Words: words, Version: version, Now: time.Now, Random: rand.Reader,
		Cost:  func() crypto.Cost { return crypto.Calibrate(time.Now) },
		NewID: func() referral.ID { return referral.ID(rand.Text()) },
	}
}

// SetUp is what a person chooses for a new desk.
type SetUp struct {
	Role     string // RoleField or RoleOffice
	Name     string // stands on the card
	Practice bool   // invented people only; for the life of the vault
	Prefs    Preferences
}

// Create makes the vault of a new desk in dir, with its own keys. It returns
// ErrExists where dir holds anything, ErrRole and ErrName.
func (p Program) Create(ctx context.Context, dir string, pass *Passphrase, s SetUp) error {
	if s.Role != RoleField && s.Role != RoleOffice {
		return ErrRole
	}
	if !bundle.PlainName(s.Name) {
		return ErrName
	}
	identity, err := crypto.NewIdentity()
	if err != nil {
		return err
	}
	defer identity.Destroy()
	today := p.Now().UTC()
	card, err := bundle.NewCard(identity, bundle.Card{
		Practice: s.Practice, Name: s.Name, Role: s.Role,
		From: today.Format(time.DateOnly), Until: today.AddDate(cardYears, 0, 0).Format(time.DateOnly),
	})
	if err != nil {
		return err
	}
	head, err := encode(settings{Role: s.Role, Name: s.Name, Practice: s.Practice, Prefs: s.Prefs.orDefault()})
	if err != nil {
		return err
	}
	keys := identity.Marshal()
	defer clear(keys)
	first := &store.Write{}
	first.Add(kindSettings, head, nil)
	first.Add(kindIdentity, card.Text(), keys)
	p.audit(first, Event{What: EventSetUp})
	return store.Create(ctx, dir, pass, p.Cost(), first)
}

// Exists reports whether dir holds a vault, whatever its state.
func Exists(dir string) bool { return store.Exists(dir) }

// ReadPassphrase reads a passphrase from r, as a file or a pipe holds it; its
// owner destroys it. It returns ErrPassphraseLength for none or too long a one.
func ReadPassphrase(r io.Reader) (*Passphrase, error) { return crypto.ReadSecret(r) }
