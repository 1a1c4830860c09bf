package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"

	"harbour/crypto"
)

// MaxCard is the most bytes that a contact card may have.
const MaxCard = 8 << 10

const (
	cardLine         = "harbour-card/1"
	practiceCardLine = "harbour-practice-card/1"
	noPrevious       = "none"
	maxCardName      = 120
	joiners          = "\u200c\u200d"
	signatureStart   = "-----BEGIN SSH SIGNATURE-----\n"
)

// The roles that a card may claim.
const (
	RoleField        = "field"
	RoleOrganisation = "organisation"
	RoleOffice       = "office"
	RoleRoot         = "root"
)

// CardID is the SHA-256 of a card's first three lines: both keys at once, so
// that neither can be changed alone.
type CardID = crypto.Digest

// Card is a desk's contact card: the keys that stand for it, and what it says
// of itself. Name and role are claims of whoever made it.
type Card struct {
	Practice bool
	Sign     crypto.SigningKey
	Age      string // age1pq1…
	Name     string
	Role     string
	From     string // day, 2026-02-02
	Until    string
	Previous string // id in hex of the card that this one replaces, or empty
	text     []byte
}

// NewCard makes and signs the card of identity. Sign, Age and Previous of c
// are set by it. It returns ErrCard for a name, role or day that no reader
// would accept.
func NewCard(identity *crypto.Identity, c Card) (Card, error) {
	c.Sign, c.Age, c.Previous = identity.SigningKey(), identity.Recipient(), ""
	front := c.front()
	sig, err := identity.Sign(crypto.NamespaceCard, front)
	if err != nil {
		return Card{}, err
	}
	return ParseCard(append(front, sig...))
}

// ParseCard reads a card and checks its signature. It returns ErrNewer for a
// card of a later version and ErrCard for anything that is not, byte for byte,
// what NewCard would write.
func ParseCard(text []byte) (Card, error) {
	if len(text) > MaxCard || !utf8.Valid(text) || !norm.NFC.IsNormal(text) {
		return Card{}, ErrCard
	}
	at := bytes.Index(text, []byte(signatureStart))
	if at < 0 {
		return Card{}, unreadable(text)
	}
	front, signatures := text[:at], text[at:]
	c, ok := parseFront(front)
	if !ok {
		return Card{}, unreadable(text)
	}
	// A second block, by the key of the card before, comes with renewal.
	if c.Previous != "" {
		return Card{}, ErrNewer
	}
	key, err := crypto.Verify(crypto.NamespaceCard, front, signatures)
	if err != nil || key != c.Sign {
		return Card{}, ErrCard
	}
	c.text = bytes.Clone(text)
	return c, nil
}

// Text is the card as it is written down and given to others.
func (c Card) Text() []byte { return bytes.Clone(c.text) }

// ID is the card's id.
func (c Card) ID() CardID { return sha256.Sum256([]byte(strings.Join(c.lines()[:3], ""))) }

// Expired reports whether the card's last day lies before now. It is soft: a
// wrong clock must not stop a hand-over.
func (c Card) Expired(now time.Time) bool { return now.UTC().Format(time.DateOnly) > c.Until }

func (c Card) lines() []string {
	first, previous := cardLine, noPrevious
	if c.Practice {
		first = practiceCardLine
	}
	if c.Previous != "" {
		previous = c.Previous
	}
	return []string{
		first + "\n",
		"sign: " + c.Sign.String() + "\n",
		"age: " + c.Age + "\n",
		"name: " + c.Name + "\n",
		"role: " + c.Role + "\n",
		"from: " + c.From + "\n",
		"until: " + c.Until + "\n",
		"previous: " + previous + "\n",
	}
}

func (c Card) front() []byte { return []byte(strings.Join(c.lines(), "")) }

// parseFront reads the lines before the signatures.
func parseFront(front []byte) (Card, bool) {
	lines := strings.SplitAfter(string(front), "\n")
	if len(lines) != 9 || lines[8] != "" {
		return Card{}, false
	}
	value := func(i int, name string) string {
		return strings.TrimSuffix(strings.TrimPrefix(lines[i], name+": "), "\n")
	}
	key, err := crypto.ParseSigningKey(value(1, "sign"))
	if err != nil {
		return Card{}, false
	}
	c := Card{
		Practice: lines[0] == practiceCardLine+"\n",
		Sign:     key,
		Age:      value(2, "age"),
		Name:     value(3, "name"),
		Role:     value(4, "role"),
		From:     value(5, "from"),
		Until:    value(6, "until"),
	}
	if p := value(7, "previous"); p != noPrevious {
		c.Previous = p
	}
	// What was left out above is compared here: one card has one form.
	return c, bytes.Equal(c.front(), front) && c.plausible()
}

// plausible checks the values that the lines allow more of.
func (c Card) plausible() bool {
	recipient, err := age.ParseHybridRecipient(c.Age)
	if err != nil || recipient.String() != c.Age {
		return false
	}
	if c.Previous != "" {
		if b, err := hex.DecodeString(c.Previous); err != nil || len(b) != len(CardID{}) {
			return false
		}
	}
	roles := []string{RoleField, RoleOrganisation, RoleOffice, RoleRoot}
	return slices.Contains(roles, c.Role) && PlainName(c.Name) &&
		isDay(c.From) && isDay(c.Until) && c.From <= c.Until
}

// PlainName reports whether s can stand as the name on a card: 1 to 120 bytes
// of one line, without controls or marks that turn the order of text. Between
// two letters one joiner or non-joiner may stand, which Persian and many other
// scripts are not written without.
func PlainName(s string) bool {
	if s == "" || len(s) > maxCardName || strings.TrimSpace(s) != s || !norm.NFC.IsNormalString(s) {
		return false
	}
	runes := []rune(s)
	letterAt := func(i int) bool {
		return i >= 0 && i < len(runes) && (unicode.IsLetter(runes[i]) || unicode.IsMark(runes[i]))
	}
	for i, r := range runes {
		joins := strings.ContainsRune(joiners, r) && letterAt(i-1) && letterAt(i+1)
		if !joins && !unicode.IsPrint(r) {
			return false
		}
	}
	return true
}

func isDay(s string) bool {
	t, err := time.Parse(time.DateOnly, s)
	return err == nil && t.Format(time.DateOnly) == s
}

// unreadable tells a card of a later version from what is no card.
func unreadable(text []byte) error {
	for _, name := range []string{"harbour-card/", "harbour-practice-card/"} {
		if rest, ok := bytes.CutPrefix(text, []byte(name)); ok && !bytes.HasPrefix(rest, []byte("1\n")) {
			return ErrNewer
		}
	}
	return ErrCard
}
