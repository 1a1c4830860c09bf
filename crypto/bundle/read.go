package bundle

import (
	"bytes"
	"context"
	"crypto/sha512"
	"encoding/hex"
	"errors"
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
		return Bundle{}, source.explain(err)
	}
	in := &inner{r: plain, limits: o.Limits, buffers: newBuffers()}
	b, err := in.read(envelope, identity, o)
	return b, source.explain(err)
}

// sourceReader remembers what went wrong with the medium, so that it is not
// taken for a changed file.
type sourceReader struct {
	ctx   context.Context
	r     io.Reader
	n     int64
	ended bool
	err   error
}

func (s *sourceReader) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		s.err = err
		return 0, err
	}
	n, err := s.r.Read(p)
	s.n += int64(n)
	s.ended = s.ended || errors.Is(err, io.EOF)
	if err != nil && !s.ended {
		s.err = err
	}
	return n, err
}

// explain finds the reason behind err: the medium, or a file that is not as
// long as any whole bundle is. The last piece of such a file fails its check
// just as a changed one does.
func (s *sourceReader) explain(err error) error {
	switch {
	case err == nil:
		return nil
	case s.err != nil:
		return s.err
	case errors.Is(err, ErrChanged) && s.ended && !wholeSize(s.n):
		return ErrTruncated
	}
	return err
}

// inner reads the tar inside, one entry after the other.
type inner struct {
	r      io.Reader
	limits Limits
	n      int64 // bytes read

	buffers [][]byte
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

// copy reads size bytes and hands them over to be staged.
func (in *inner) copy(staging *aside, size int64, tell func(int64)) error {
	for n := int64(0); n < size; {
		buf := staging.buffer()
		if buf == nil {
			return nil
		}
		buf = buf[:min(size-n, copySize)]
		if _, err := io.ReadFull(in, buf); err != nil {
			return err
		}
		staging.hand(buf)
		n += int64(len(buf))
		tell(n)
	}
	return nil
}

// end reads the end mark and the padding, to the end of the age file: only
// then has age checked that nothing is missing.
func (in *inner) end() error {
	want := plainSize(in.n + endSize)
	if err := in.zeros(want - in.n); err != nil {
		return err
	}
	var more [1]byte
	switch _, err := io.ReadFull(in.r, more[:]); {
	case err == nil:
		return ErrChanged
	case errors.Is(err, io.EOF):
		return nil
	default:
		return ageError(err)
	}
}

// memory reads an entry of at most limit bytes.
func (in *inner) memory(name string, limit int64) ([]byte, error) {
	size, err := in.entry(name, limit)
	if err != nil {
		return nil, err
	}
	content := make([]byte, size)
	if _, err := io.ReadFull(in, content); err != nil {
		return nil, err
	}
	return content, in.zeros(paddingOf(size))
}

// entry reads the next header, which must be, byte for byte, that of a plain
// file of the given name. Only its size is taken from it.
func (in *inner) entry(name string, limit int64) (int64, error) {
	header := make([]byte, blockSize)
	if _, err := io.ReadFull(in, header); err != nil {
		return 0, err
	}
	size, err := tarSize(header)
	if err != nil {
		return 0, err
	}
	if size > limit {
		return 0, ErrLimit
	}
	want, err := tarHeader(name, size)
	if err != nil || !bytes.Equal(header, want) {
		return 0, ErrChanged
	}
	return size, nil
}

// zeros reads n bytes, all of which must be zero.
func (in *inner) zeros(n int64) error {
	buf := make([]byte, min(n, copySize))
	for n > 0 {
		b := buf[:min(n, copySize)]
		if _, err := io.ReadFull(in, b); err != nil {
			return err
		}
		for _, c := range b {
			if c != 0 {
				return ErrChanged
			}
		}
		n -= int64(len(b))
	}
	return nil
}

// Read implements io.Reader over the decrypted content. Its end is always too
// early: end reads the last byte itself.
func (in *inner) Read(p []byte) (int, error) {
	n, err := in.r.Read(p)
	in.n += int64(n)
	if errors.Is(err, io.EOF) {
		if n > 0 {
			return n, nil
		}
		return 0, ErrTruncated
	}
	return n, ageError(err)
}

// ageError turns what age says of a damaged file into ours.
func ageError(err error) error {
	switch {
	case err == nil, errors.Is(err, ErrTruncated):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return ErrTruncated
	}
	return ErrChanged
}
