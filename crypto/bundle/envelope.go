package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"

	"filippo.io/age"

	"harbour/crypto"
)

const (
	// envelopeSize is the size of an age header with one post-quantum stanza.
	envelopeSize = 1627
	payloadNonce = 16
	chunkSize    = 64 << 10 // of age's payload
	chunkTag     = 16

	envelopeStart = "age-encryption.org/v1\n-> mlkem768x25519 "
	envelopeEnd   = "\n--- "
)

// readEnvelope reads the age header of a bundle before age gets to see it:
// one stanza of the one kind, in the one size that it has.
func readEnvelope(r io.Reader) ([]byte, error) {
	header := make([]byte, envelopeSize)
	n, err := io.ReadFull(r, header)
	if !bytes.HasPrefix(header[:n], []byte(envelopeStart[:min(n, len(envelopeStart))])) {
		return nil, ErrNotBundle
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, ErrTruncated
	}
	if err != nil {
		return nil, err
	}
	end := bytes.Index(header, []byte(envelopeEnd))
	if end < 0 || bytes.IndexByte(header[end+len(envelopeEnd):], '\n') != envelopeSize-end-len(envelopeEnd)-1 ||
		bytes.Count(header, []byte("\n-> ")) != 1 {
		return nil, ErrNotBundle
	}
	return header, nil
}

// LooksLikeBundle reads the first bytes of r and reports whether they are
// those of a bundle. That is all that can be said of one without its key: not
// who wrote it, not for whom.
func LooksLikeBundle(r io.Reader) bool {
	_, err := readEnvelope(r)
	return err == nil
}

// sealEnvelope starts an age file to recipient on w. It returns the writer of
// the content and the header that went out before it.
func sealEnvelope(w io.Writer, recipient string) (io.WriteCloser, []byte, error) {
	to, err := age.ParseHybridRecipient(recipient)
	if err != nil {
		return nil, nil, ErrCard
	}
	tap := &tapWriter{w: w}
	enc, err := age.Encrypt(tap, to)
	if err != nil {
		return nil, nil, err
	}
	// age writes the header and the payload's nonce before it returns.
	header := tap.seen[:max(len(tap.seen)-payloadNonce, 0)]
	tap.seen, tap.done = nil, true
	if len(header) != envelopeSize {
		return nil, nil, errors.New("age header of unknown size")
	}
	return enc, header, nil
}

// tapWriter keeps what is written until it is told that enough was seen.
type tapWriter struct {
	w    io.Writer
	seen []byte
	done bool
}

func (t *tapWriter) Write(p []byte) (int, error) {
	if !t.done {
		t.seen = append(t.seen, p...)
	}
	return t.w.Write(p)
}

func headerSum(header []byte) string {
	sum := sha256.Sum256(header)
	return hex.EncodeToString(sum[:])
}

// recipientSum names an age recipient inside a bundle.
func recipientSum(recipient string) string {
	sum := sha256.Sum256([]byte(recipient))
	return hex.EncodeToString(sum[:])
}

// addressee returns the identity that the envelope is for.
func addressee(header []byte, identities []*crypto.Identity) (*crypto.Identity, error) {
	for _, id := range identities {
		if id.Opens(header) {
			return id, nil
		}
	}
	return nil, ErrNotRecipient
}

// wholeSize reports whether a bundle can be n bytes long.
func wholeSize(n int64) bool {
	n -= envelopeSize + payloadNonce
	chunks := (n + chunkSize + chunkTag - 1) / (chunkSize + chunkTag)
	plain := n - chunks*chunkTag
	return plain >= minPlain && crypto.Padme(plain) == plain
}
