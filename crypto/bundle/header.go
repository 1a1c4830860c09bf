package bundle

import (
	"bytes"
	"encoding/hex"
	"errors"
	"io"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/text/unicode/norm"
)

const (
	formatName    = "harbour-bundle"
	formatVersion = 1
	maxDepth      = 16
	maxWord       = 64
)

// Kind says what a bundle brings.
type Kind string

// The kinds that this version writes and reads. A bundle of another kind is
// ErrNewer.
const (
	KindReferral Kind = "referral"
	KindReceipt  Kind = "receipt"
)

// Header is bundle.json: what a bundle says of itself. Write fills in what is
// marked as its own.
type Header struct {
	Format          string         `json:"format"`   // own
	Version         int            `json:"version"`  // own
	Critical        []string       `json:"critical"` // own; members that a reader must know
	Kind            Kind           `json:"kind"`
	BundleID        string         `json:"bundle_id"`         // 32 hex, random
	Set             string         `json:"set"`               // own; bundle_id of volume 1
	Volume          [2]int         `json:"volume"`            // own; number, of
	Sender          string         `json:"sender"`            // own; id of card, 64 hex
	Card            string         `json:"card"`              // own; the sender's card as text
	Recipients      []string       `json:"recipients"`        // own; SHA-256 of the age recipient
	AgeHeaderSHA256 string         `json:"age_header_sha256"` // own
	Seq             uint64         `json:"seq"`               // counts the bundles to this recipient, from 1
	Prev            string         `json:"prev"`              // bundle_id of seq-1, empty at 1
	Audit           string         `json:"audit"`             // 64 hex, end of the sender's audit chain
	Say             string         `json:"say"`               // 32 hex, random, for words by voice
	Lang            string         `json:"lang"`
	Created         time.Time      `json:"created"` // as the sender's clock has it
	Counts          Counts         `json:"counts"`  // own
	TotalBytes      int64          `json:"total_bytes"`
	App             string         `json:"app"`
	More            jsontext.Value `json:",embed"`
}

// Counts are the numbers of a bundle's records and attachments.
type Counts struct {
	Records     int `json:"records"`
	Attachments int `json:"attachments"`
}

func (h Header) encode() ([]byte, error) {
	b, err := json.Marshal(h, json.Deterministic(true))
	if err != nil {
		return nil, errors.New("encode bundle header")
	}
	return append(b, '\n'), nil
}

// decodeHeader reads a header that signature and hashes have vouched for.
func decodeHeader(b []byte) (Header, error) {
	if !shallow(b) {
		return Header{}, ErrChanged
	}
	// The version first: a later one may give members other shapes.
	var version struct {
		Format   string   `json:"format"`
		Version  int      `json:"version"`
		Critical []string `json:"critical"`
		Kind     Kind     `json:"kind"`
	}
	if err := json.Unmarshal(b, &version); err != nil || version.Format != formatName {
		return Header{}, ErrChanged
	}
	if version.Version > formatVersion || len(version.Critical) > 0 {
		return Header{}, ErrNewer
	}
	if version.Kind != KindReferral && version.Kind != KindReceipt {
		return Header{}, ErrNewer
	}
	var h Header
	if err := json.Unmarshal(b, &h); err != nil {
		return Header{}, ErrChanged
	}
	if h.Volume[1] > 1 {
		return Header{}, ErrNewer
	}
	return h, h.check()
}

// check makes sure that every value has its form.
func (h Header) check() error {
	ok := h.Version == formatVersion && h.Volume == [2]int{1, 1} && h.Set == h.BundleID &&
		h.Seq > 0 && len(h.Recipients) == 1 && plainWord(h.Lang) && plainWord(h.App) &&
		isHex(h.BundleID, 16) && isHex(h.Sender, 32) && isHex(h.Recipients[0], 32) &&
		isHex(h.AgeHeaderSHA256, 32) && isHex(h.Audit, 32) && isHex(h.Say, 16) &&
		(h.Seq == 1 && h.Prev == "" || h.Seq > 1 && isHex(h.Prev, 16)) &&
		h.Counts.Records >= 0 && h.Counts.Attachments >= 0 && h.TotalBytes >= 0
	if !ok {
		return ErrChanged
	}
	return nil
}

// plainWord reports whether s can stand on a screen as it is. Empty is allowed.
func plainWord(s string) bool { return s == "" || len(s) <= maxWord && PlainName(s) }

func isHex(s string, n int) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == n && hex.EncodeToString(b) == s
}

// shallow reports whether b is one JSON value, valid UTF-8, all its text in
// NFC, without a name twice in an object, and no deeper than maxDepth.
func shallow(b []byte) bool {
	if !utf8.Valid(b) {
		return false
	}
	d := jsontext.NewDecoder(bytes.NewReader(b))
	for n := 0; ; n++ {
		token, err := d.ReadToken()
		if errors.Is(err, io.EOF) {
			return n > 0 && d.StackDepth() == 0
		}
		if err != nil || d.StackDepth() > maxDepth {
			return false
		}
		if token.Kind() == '"' && !norm.NFC.IsNormalString(token.String()) {
			return false
		}
		// A second value behind the first is one too many.
		if d.StackDepth() == 0 && len(bytes.TrimSpace(b[d.InputOffset():])) > 0 {
			return false
		}
	}
}

// recordsOf splits records.jsonl into its lines and checks each.
func recordsOf(b []byte, limits Limits) ([][]byte, error) {
	if len(b) == 0 {
		return nil, nil
	}
	lines := bytes.SplitAfter(b, []byte("\n"))
	if last := lines[len(lines)-1]; len(last) > 0 {
		return nil, ErrChanged
	}
	lines = lines[:len(lines)-1]
	if len(lines) > limits.Records {
		return nil, ErrLimit
	}
	for i, line := range lines {
		if len(line) > limits.RecordBytes {
			return nil, ErrLimit
		}
		lines[i] = bytes.TrimSuffix(line, []byte("\n"))
		if !shallow(lines[i]) {
			return nil, ErrChanged
		}
	}
	return slices.Clip(lines), nil
}
