package present

import (
	"context"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"harbour/app/casework"
	"harbour/app/referral"
)

// Trust says how far a contact was checked.
type Trust = casework.Trust

// The states of trust: red, amber and green.
const (
	TrustUnknown = casework.TrustUnknown
	TrustFirst   = casework.TrustFirst
	TrustChecked = casework.TrustChecked
)

// TrustKey is the key of the words of a trust badge.
func TrustKey(t Trust) string {
	switch t {
	case TrustChecked:
		return "trust.green"
	case TrustFirst:
		return "trust.amber"
	}
	return "trust.red"
}

// ownCardFile is what a card is called on a stick: it holds no secret, and its
// name tells nothing.
const ownCardFile = "card.txt"

// cardLimit is more than any card has.
const cardLimit = 16 << 10

// Party is a contact as screens show it.
type Party struct {
	ID        string
	Name      string // as the desk calls it
	Initials  string
	RoleKey   string
	Trust     Trust
	CardOf    time.Time // the first day of its card
	Until     time.Time // its last day
	Expired   bool
	CheckedAt time.Time
	HowKey    string // over which channel it was checked, empty where that is not known
}

// CardClaim is what a card says of itself before it is taken in.
type CardClaim struct {
	Name    string
	RoleKey string
	Until   time.Time
}

// Contacts is the list of everybody whose card the desk has, and its own card.
type Contacts struct {
	desk *casework.Desk

	All     []Party
	Own     Party
	Groups  []string // of the own card alone
	Claim   CardClaim
	Note    Message // what was done
	Message Message // what went wrong

	card []byte // of Claim, until it is taken in or not
}

// NewContacts shows the contacts of a desk.
func NewContacts(desk *casework.Desk) *Contacts {
	c := &Contacts{desk: desk, Groups: desk.OwnGroups()}
	c.Own = Party{Name: desk.Name(), Initials: initials(desk.Name()), RoleKey: roleKey(desk.Role())}
	c.read()
	return c
}

// Read reads the card in the file at path, so that what it says of itself can
// be seen in Claim before TakeIn.
func (c *Contacts) Read(path string) Job {
	c.Note, c.Message = Message{}, Message{}
	return func(context.Context, func(Progress)) func() {
		card, claim, err := readCard(path)
		return func() { c.card, c.Claim, c.Message = card, claim, MessageOf(err) }
	}
}

// Reading reports whether a card was read that is not taken in yet.
func (c *Contacts) Reading() bool { return c.card != nil }

// Drop forgets the card that was read.
func (c *Contacts) Drop() { c.card, c.Claim, c.Message = nil, CardClaim{}, Message{} }

// TakeIn takes in the card that was read, under the name as. For a card that
// is here already it changes the name. then gets the contact's id.
func (c *Contacts) TakeIn(as string, then func(id string)) Job {
	card := c.card
	return func(ctx context.Context, _ func(Progress)) func() {
		contact, err := c.desk.TakeCard(ctx, card, strings.TrimSpace(as))
		return func() {
			c.Message = MessageOf(err)
			if err != nil {
				return
			}
			c.Drop()
			c.Note = Message{Key: "contacts.taken", Args: map[string]any{"name": contact.Name}}
			c.read()
			then(string(contact.ID))
		}
	}
}

// SaveOwn writes the desk's own card into a folder.
func (c *Contacts) SaveOwn(dir string) Job {
	c.Note, c.Message = Message{}, Message{}
	return func(ctx context.Context, _ func(Progress)) func() {
		_, err := c.desk.SaveCard(ctx, dir, ownCardFile)
		return func() {
			c.Message = MessageOf(err)
			if err == nil {
				c.Note = Message{Key: "contacts.saved_own", Args: map[string]any{"file": ownCardFile}}
			}
		}
	}
}

func (c *Contacts) read() {
	c.All = nil
	for _, contact := range c.desk.Contacts() {
		c.All = append(c.All, partyOf(contact))
	}
}

func readCard(path string) ([]byte, CardClaim, error) {
	seen, err := casework.Inspect(path)
	if err != nil {
		return nil, CardClaim{}, err
	}
	if seen.Claims == nil {
		return nil, CardClaim{}, casework.ErrCard
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, CardClaim{}, err
	}
	defer f.Close()
	card, err := io.ReadAll(io.LimitReader(f, cardLimit))
	if err != nil {
		return nil, CardClaim{}, err
	}
	return card, CardClaim{Name: seen.Claims.Name, RoleKey: roleKey(seen.Claims.Role), Until: dayOf(seen.Claims.Until)}, nil
}

func partyOf(c casework.Contact) Party {
	p := Party{
		ID: string(c.ID), Name: c.Name, Initials: initials(c.Name), RoleKey: roleKey(c.Role), Trust: c.Trust,
		CardOf: dayOf(c.From), Until: dayOf(c.Until), Expired: c.Expired, CheckedAt: c.CheckedAt,
	}
	for _, how := range Channels() {
		if c.How == how {
			p.HowKey = "contacts.how." + how
		}
	}
	return p
}

// receives reports whether referrals may go to a contact of that role.
func receives(c casework.Contact) bool {
	return c.Role == casework.RoleOffice || c.Role == "organisation"
}

func roleKey(role string) string {
	switch role {
	case casework.RoleOffice, casework.RoleField, "organisation":
		return "contacts.role." + role
	}
	return "contacts.role.other"
}

func dayOf(day string) time.Time {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return time.Time{}
	}
	return t
}

// initials are the first letters of the first two words of a name, of one word
// its first two letters.
func initials(name string) string {
	words := strings.Fields(name)
	switch {
	case len(words) == 0:
		return ""
	case len(words) == 1:
		_, first := utf8.DecodeRuneInString(words[0])
		_, second := utf8.DecodeRuneInString(words[0][first:])
		return strings.ToUpper(words[0][:first+second])
	}
	return strings.ToUpper(firstLetter(words[0]) + firstLetter(words[1]))
}

func firstLetter(word string) string {
	_, size := utf8.DecodeRuneInString(word)
	return word[:size]
}

// idsOf turns the ids of a screen into those of a desk.
func idsOf(ids []string) []referral.ID {
	list := make([]referral.ID, len(ids))
	for i, id := range ids {
		list[i] = referral.ID(id)
	}
	return list
}
