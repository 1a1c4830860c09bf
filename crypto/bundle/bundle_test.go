package bundle_test

import (
	"bytes"
	"errors"
	"testing"

	"harbour/crypto/bundle"
)

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
