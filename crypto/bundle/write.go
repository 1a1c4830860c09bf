package bundle

import (
	"bytes"
	"context"
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"harbour/crypto"
)

// Outgoing is what Write puts into a bundle. Of Header, the members that are
// not marked as Write's own are given.
type Outgoing struct {
	Header      Header
	Sender      *crypto.Identity
	Card        Card // the sender's
	Recipient   Card
	Records     [][]byte // JSON, one value each, without line ends
	Attachments []Attachment
}

// Attachment is a file to go out. Size and hash are promised before a byte is
// written, for they stand in the signed part in front; Open may be called once.
type Attachment struct {
	Size   int64
	SHA512 [sha512.Size]byte
	Open   func(context.Context) (io.ReadCloser, error)
}

// Written is what a sender keeps of a bundle.
type Written struct {
	TagManifest [sha512.Size]byte // SHA-512 of the signed bytes; only the recipient can learn it
	PlainBytes  int64             // size before encryption
}

// Write writes a bundle to w, which is not closed. progress, which may be nil,
// is told the bytes of content written so far and in all. It returns
// ErrAttachment where a file is not what was promised, ErrCard for a card that
// is not the sender's, and ErrChanged or ErrLimit for a header or records that
// no reader would take, before a byte is written. Whatever was written must be
// thrown away after any error.
//
// Hashing, encrypting and writing run on three goroutines; all have ended when
// Write returns.
func Write(ctx context.Context, w io.Writer, out Outgoing, progress func(done, of int64)) (Written, error) {
	if err := out.check(); err != nil {
		return Written{}, err
	}
	medium := newAsideWriter(w)
	written, err := out.write(ctx, medium, progress)
	// The medium's own error is the reason of what followed from it.
	if failed := medium.end(); failed != nil {
		return Written{}, failed
	}
	if err != nil {
		return Written{}, err
	}
	return written, nil
}

// write composes the bundle and encrypts it to w.
func (out Outgoing) write(ctx context.Context, w io.Writer, progress func(done, of int64)) (Written, error) {
	enc, header, err := sealEnvelope(w, out.Recipient.Age)
	if err != nil {
		return Written{}, err
	}
	front, written, err := composeFront(out, header)
	if err != nil {
		return Written{}, err
	}
	c := &composer{ctx: ctx, w: enc, size: written.PlainBytes, progress: progress, buf: make([]byte, copySize)}
	if err := c.compose(front, out.Attachments); err != nil {
		return Written{}, err
	}
	return written, enc.Close()
}

// check makes sure that a reader will take what is to be written: a hand-over
// that is refused far away costs days.
func (out Outgoing) check() error {
	if out.Sender.SigningKey() != out.Card.Sign || len(out.Card.text) == 0 {
		return ErrCard
	}
	limits := DefaultLimits()
	if len(out.Attachments) > limits.Attachments {
		return ErrLimit
	}
	for _, r := range out.Records {
		if bytes.ContainsRune(r, '\n') {
			return ErrChanged
		}
	}
	if _, err := recordsOf(out.recordLines(), limits); err != nil {
		return err
	}
	header, err := out.header(nil, 0).encode()
	if err != nil {
		return err
	}
	_, err = decodeHeader(header)
	return err
}

// recordLines is the content of records.jsonl.
func (out Outgoing) recordLines() []byte {
	var lines bytes.Buffer
	for _, r := range out.Records {
		lines.Write(r)
		lines.WriteByte('\n')
	}
	return lines.Bytes()
}

// composeFront makes everything before the attachments, and the size of all.
func composeFront(out Outgoing, envelope []byte) ([]byte, Written, error) {
	records := out.recordLines()
	manifest := manifestLine(sha512.Sum512(records), nameRecords)
	payload := int64(len(records))
	for i, a := range out.Attachments {
		manifest += manifestLine(a.SHA512, AttachmentName(i+1))
		payload += a.Size
	}
	header, err := out.header(envelope, payload).encode()
	if err != nil {
		return nil, Written{}, err
	}
	tags := []tagFile{
		{nameBagit, []byte(bagit)},
		{nameHeader, header},
		{nameBagInfo, []byte(bagInfo(payload, 1+len(out.Attachments)))},
		{nameManifest, []byte(manifest)},
	}
	tagManifest := tagLines(tags)
	signature, err := out.Sender.Sign(crypto.NamespaceBundle, tagManifest)
	if err != nil {
		return nil, Written{}, err
	}
	tags = append(tags, tagFile{nameTagManifest, tagManifest}, tagFile{nameSignature, signature},
		tagFile{nameRecords, records})
	var front bytes.Buffer
	for _, t := range tags {
		if err := writeEntry(&front, t.name, t.content); err != nil {
			return nil, Written{}, err
		}
	}
	n := int64(front.Len())
	for _, a := range out.Attachments {
		n += blocks(a.Size)
	}
	return front.Bytes(), Written{TagManifest: sha512.Sum512(tagManifest), PlainBytes: plainSize(n + endSize)}, nil
}

// header fills in the members that are Write's own.
func (out Outgoing) header(envelope []byte, payload int64) Header {
	h := out.Header
	h.Format, h.Version, h.Critical = formatName, formatVersion, []string{}
	h.Set, h.Volume = h.BundleID, [2]int{1, 1}
	id := out.Card.ID()
	h.Sender, h.Card = hex.EncodeToString(id[:]), string(out.Card.text)
	h.Recipients = []string{recipientSum(out.Recipient.Age)}
	h.AgeHeaderSHA256 = headerSum(envelope)
	h.Counts = Counts{Records: len(out.Records), Attachments: len(out.Attachments)}
	h.TotalBytes = payload
	return h
}

// tagFile is an entry that is held in memory.
type tagFile struct {
	name    string
	content []byte
}

// tagLines is the manifest of the tag files: the bytes that are signed.
func tagLines(tags []tagFile) []byte {
	var lines string
	for _, t := range tags {
		lines += manifestLine(sha512.Sum512(t.content), t.name)
	}
	return []byte(lines)
}

func writeEntry(w *bytes.Buffer, name string, content []byte) error {
	header, err := tarHeader(name, int64(len(content)))
	if err != nil {
		return err
	}
	w.Write(header)
	w.Write(content)
	w.Write(make([]byte, paddingOf(int64(len(content)))))
	return nil
}

// composer writes the plain tar of a bundle.
type composer struct {
	ctx      context.Context
	w        io.Writer
	n, size  int64 // written, and in all
	progress func(done, of int64)
	buf      []byte
}

func (c *composer) compose(front []byte, attachments []Attachment) error {
	if err := c.write(front); err != nil {
		return err
	}
	for i, a := range attachments {
		if err := c.attachment(i+1, a); err != nil {
			return fmt.Errorf("attachment %d: %w", i+1, err)
		}
	}
	return c.zeros(c.size - c.n)
}

func (c *composer) attachment(n int, a Attachment) error {
	header, err := tarHeader(AttachmentName(n), a.Size)
	if err != nil {
		return err
	}
	if err := c.write(header); err != nil {
		return err
	}
	r, err := a.Open(c.ctx)
	if err != nil {
		return err
	}
	defer r.Close()
	sum := crypto.NewHashing()
	err = c.copy(r, a.Size, sum)
	if hash := sum.Sum(); err == nil && hash != a.SHA512 {
		err = ErrAttachment
	}
	if err != nil {
		return err
	}
	return c.zeros(paddingOf(a.Size))
}

// copy writes size bytes of r, and has them hashed.
func (c *composer) copy(r io.Reader, size int64, sum *crypto.Hashing) error {
	for left := size; left > 0; {
		buf := c.buf[:min(left, copySize)]
		k, err := io.ReadFull(r, buf)
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return ErrAttachment
		}
		if err != nil {
			return err
		}
		sum.Write(buf)
		if err := c.write(buf); err != nil {
			return err
		}
		left -= int64(k)
	}
	return nil
}

func (c *composer) zeros(n int64) error {
	zeros := make([]byte, min(n, copySize))
	for n > 0 {
		piece := zeros[:min(n, copySize)]
		if err := c.write(piece); err != nil {
			return err
		}
		n -= int64(len(piece))
	}
	return nil
}

func (c *composer) write(p []byte) error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
	n, err := c.w.Write(p)
	if c.n += int64(n); c.progress != nil {
		c.progress(c.n, c.size)
	}
	return err
}
