package bundle_test

import (
	"bytes"
	"context"
	"crypto/sha512"
	"errors"
	"hash"
	"io"
	"strings"
	"testing"
	"time"

	"harbour/crypto"
	"harbour/crypto/bundle"
)

// desk is one end of a hand-over.
type desk struct {
	identity *crypto.Identity
	card     bundle.Card
}

func newDesk(t testing.TB, name, role string) desk {
	t.Helper()
	id, err := crypto.NewIdentity()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(id.Destroy)
	card, err := bundle.NewCard(id, bundle.Card{Name: name, Role: role, From: "2026-02-02", Until: "2029-02-02"})
	if err != nil {
		t.Fatal(err)
	}
	return desk{id, card}
}

func header() bundle.Header {
	return bundle.Header{
		Kind: bundle.KindReferral, BundleID: strings.Repeat("0a", 16), Seq: 1,
		Audit: strings.Repeat("0b", 32), Say: strings.Repeat("0c", 16), Lang: "en",
		Created: time.Date(2026, 2, 2, 10, 0, 0, 0, time.UTC), App: "1.0.0",
	}
}

func attachment(content []byte) bundle.Attachment {
	return bundle.Attachment{
		Size: int64(len(content)), SHA512: sha512.Sum512(content),
		Open: func(context.Context) (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil },
	}
}

func outgoing(from, to desk, contents ...[]byte) bundle.Outgoing {
	out := bundle.Outgoing{
		Header: header(), Sender: from.identity, Card: from.card, Recipient: to.card,
		Records: [][]byte{[]byte(`{"schema":"case/1","id":"A"}`)},
	}
	for _, c := range contents {
		out.Attachments = append(out.Attachments, attachment(c))
	}
	return out
}

func write(t testing.TB, out bundle.Outgoing) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := bundle.Write(context.Background(), &b, out, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// staged keeps an attachment in memory.
type staged struct {
	bytes.Buffer
	sum hash.Hash
}

func (s *staged) Write(p []byte) (int, error) {
	s.sum.Write(p)
	return s.Buffer.Write(p)
}
func (s *staged) Close() error              { return nil }
func (s *staged) SHA512() [sha512.Size]byte { return [sha512.Size]byte(s.sum.Sum(nil)) }

// read reads a bundle at to and returns it with its attachments.
func read(t testing.TB, file []byte, to desk) (bundle.Bundle, []*staged, error) {
	t.Helper()
	var files []*staged
	b, err := bundle.Read(context.Background(), bytes.NewReader(file), bundle.Options{
		Identities: []*crypto.Identity{to.identity},
		Limits:     bundle.DefaultLimits(),
		Judge:      func(bundle.Arrival) error { return nil },
		Stage: func(int, int64) (bundle.StagedFile, error) {
			s := &staged{sum: sha512.New()}
			files = append(files, s)
			return s, nil
		},
	})
	return b, files, err
}

func TestBundle_arrives_as_it_left(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	letter, empty := bytes.Repeat([]byte("letter "), 100_000), []byte{}
	file := write(t, outgoing(field, office, letter, empty))
	b, files, err := read(t, file, office)
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Records) != 1 || string(b.Records[0]) != `{"schema":"case/1","id":"A"}` {
		t.Errorf("got records %q", b.Records)
	}
	if b.Card.ID() != field.card.ID() || b.Header.Seq != 1 {
		t.Errorf("got sender %x", b.Card.ID())
	}
	if len(files) != 2 || !bytes.Equal(files[0].Bytes(), letter) || files[1].Len() != 0 {
		t.Errorf("got %d attachments", len(files))
	}
}

func TestRead_refuses(t *testing.T) {
	field, office := newDesk(t, "Desk 3", bundle.RoleField), newDesk(t, "Meridian", bundle.RoleOffice)
	file := write(t, outgoing(field, office, []byte("letter")))
	flipped := bytes.Clone(file)
	flipped[len(flipped)/2] ^= 1
	for _, c := range []struct {
		name string
		file []byte
		to   desk
		want error
	}{
		{"somebody else", file, field, bundle.ErrNotRecipient},
		{"cut in the envelope", file[:100], office, bundle.ErrTruncated},
		{"cut in the content", file[:len(file)-1], office, bundle.ErrTruncated},
		{"one bit", flipped, office, bundle.ErrChanged},
		{"one byte more", append(bytes.Clone(file), 0), office, bundle.ErrChanged},
		{"no bundle", []byte("hello"), office, bundle.ErrNotBundle},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, _, err := read(t, c.file, c.to); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}
