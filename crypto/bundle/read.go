package bundle

import (
	"bytes"
	"context"
	"crypto/sha512"
	"encoding/hex"
	"io"

	"harbour/crypto"
)

// Arrival is what is known of a bundle once its signed front has been checked
// and before any of its content is read.
type Arrival struct {
	Header      Header
	Card        Card // the sender's; its keys made the signature
	TagManifest [sha512.Size]byte
}

// Bundle is a bundle that was read to its end and is whole and genuine.
type Bundle struct {
	Arrival
	Records [][]byte
}

// StagedFile takes an attachment as it is read. What it was given counts only
// once Read has returned without an error. SHA512 is the hash of all that was
// written to it: one hash, made where the bytes are kept.
type StagedFile interface {
	io.WriteCloser
	SHA512() [sha512.Size]byte
}

// Options say how a bundle is read.
type Options struct {
	Identities []*crypto.Identity // the present one, and older ones
	Limits     Limits
	// Judge is called once the front has been checked and decides whether to
	// go on; its error is what Read returns. A valid signature by a key that
	// nobody has checked proves nothing, so there is no reading without it.
	Judge func(Arrival) error
	// Stage opens the place for attachment n, counted from 1, of size bytes.
	// Its owner closes and throws away what was staged when Read fails.
	Stage func(n int, size int64) (StagedFile, error)
	// Progress, which may be nil, is told the bytes of content read so far and
	// in all.
	Progress func(done, of int64)
}

// Read reads a bundle from r. It returns ErrNotBundle, ErrNotRecipient,
// ErrTruncated, ErrChanged, ErrRewrapped, ErrLimit, ErrNewer, ErrCard, what
// Judge or Stage returned, or the error of r itself.
//
// Decrypting and staging run on two goroutines; the second has ended when Read
// returns.
func Read(ctx context.Context, r io.Reader, o Options) (Bundle, error) {
	source := &sourceReader{ctx: ctx, r: r}
	envelope, err := readEnvelope(source)
	if err != nil {
		return Bundle{}, err
	}
	identity, err := addressee(envelope, o.Identities)
	if err != nil {
		return Bundle{}, err
	}
	plain, err := identity.Open(io.MultiReader(bytes.NewReader(envelope), source))
	if err != nil {
		// The envelope was ours: what is behind it is missing or unreadable.
		return Bundle{}, source.explain(ErrChanged)
	}
	in := &inner{r: plain, limits: o.Limits, buffers: newBuffers()}
	b, err := in.read(envelope, identity, o)
	return b, source.explain(err)
}

func (in *inner) read(envelope []byte, identity *crypto.Identity, o Options) (Bundle, error) {
	arrival, entries, err := in.front(envelope, identity)
	if err != nil {
		return Bundle{}, err
	}
	if err := in.checkCounts(arrival.Header, entries); err != nil {
		return Bundle{}, err
	}
	if err := o.Judge(arrival); err != nil {
		return Bundle{}, err
	}
	records, err := in.memory(nameRecords, in.limits.RecordsBytes)
	if err != nil {
		return Bundle{}, err
	}
	if sha512.Sum512(records) != entries[0].sum {
		return Bundle{}, ErrChanged
	}
	payload, err := in.attachments(entries[1:], int64(len(records)), arrival.Header.TotalBytes, o)
	if err != nil {
		return Bundle{}, err
	}
	if payload != arrival.Header.TotalBytes {
		return Bundle{}, ErrChanged
	}
	if err := in.end(); err != nil {
		return Bundle{}, err
	}
	lines, err := recordsOf(records, in.limits)
	if err != nil {
		return Bundle{}, err
	}
	if len(lines) != arrival.Header.Counts.Records {
		return Bundle{}, ErrChanged
	}
	return Bundle{Arrival: arrival, Records: lines}, nil
}

// front reads the six signed entries. Nothing in them is looked at before the
// signature over their hashes holds.
func (in *inner) front(envelope []byte, identity *crypto.Identity) (Arrival, []entrySum, error) {
	var tags []tagFile
	for _, e := range []struct {
		name string
		most int64
	}{{nameBagit, int64(len(bagit))}, {nameHeader, maxHeader}, {nameBagInfo, maxBagInfo}, {nameManifest, maxManifest}} {
		content, err := in.memory(e.name, e.most)
		if err != nil {
			return Arrival{}, nil, err
		}
		tags = append(tags, tagFile{e.name, content})
	}
	tagManifest, err := in.memory(nameTagManifest, maxTagLines)
	if err != nil {
		return Arrival{}, nil, err
	}
	signature, err := in.memory(nameSignature, crypto.MaxSignature)
	if err != nil {
		return Arrival{}, nil, err
	}
	key, err := crypto.Verify(crypto.NamespaceBundle, tagManifest, signature)
	if err != nil || !bytes.Equal(tagManifest, tagLines(tags)) || string(tags[0].content) != bagit {
		return Arrival{}, nil, ErrChanged
	}
	header, err := decodeHeader(tags[1].content)
	if err != nil {
		return Arrival{}, nil, err
	}
	card, err := senderCard(header, key)
	if err != nil {
		return Arrival{}, nil, err
	}
	if header.Recipients[0] != recipientSum(identity.Recipient()) || header.AgeHeaderSHA256 != headerSum(envelope) {
		return Arrival{}, nil, ErrRewrapped
	}
	entries, err := parseManifest(tags[3].content, in.limits)
	if err != nil {
		return Arrival{}, nil, err
	}
	if string(tags[2].content) != bagInfo(header.TotalBytes, len(entries)) {
		return Arrival{}, nil, ErrChanged
	}
	return Arrival{Header: header, Card: card, TagManifest: sha512.Sum512(tagManifest)}, entries, nil
}

// senderCard reads the card that a bundle brings and makes sure that the key
// which signed is the card's.
func senderCard(h Header, key crypto.SigningKey) (Card, error) {
	card, err := ParseCard([]byte(h.Card))
	if err != nil {
		return Card{}, err
	}
	id := card.ID()
	if card.Sign != key || h.Sender != hex.EncodeToString(id[:]) {
		return Card{}, ErrCard
	}
	return card, nil
}

func (in *inner) checkCounts(h Header, entries []entrySum) error {
	if h.TotalBytes > in.limits.TotalBytes || h.Counts.Records > in.limits.Records {
		return ErrLimit
	}
	if h.Counts.Attachments != len(entries)-1 {
		return ErrChanged
	}
	return nil
}

// attachments stages every attachment and compares its hash. It returns the
// bytes of payload with those before.
func (in *inner) attachments(entries []entrySum, payload, total int64, o Options) (int64, error) {
	for i, e := range entries {
		size, err := in.entry(e.name, in.limits.FileBytes)
		if err != nil {
			return 0, err
		}
		before := payload
		if payload += size; payload > total {
			return 0, ErrChanged
		}
		err = in.stage(i+1, size, e, o, func(n int64) {
			if o.Progress != nil {
				o.Progress(before+n, total)
			}
		})
		if err != nil {
			return 0, err
		}
	}
	return payload, nil
}

// stage hands attachment n to its place and compares its hash.
func (in *inner) stage(n int, size int64, e entrySum, o Options, tell func(int64)) error {
	f, err := o.Stage(n, size)
	if err != nil {
		return err
	}
	staging := newAside(f, in.buffers)
	err = in.copy(staging, size, tell)
	// What stopped the writer is the reason, where reading stopped for it.
	if werr := staging.end(); werr != nil {
		return werr
	}
	if err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if f.SHA512() != e.sum {
		return ErrChanged
	}
	return in.zeros(paddingOf(size))
}
