package casework

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"harbour/app/referral"
	"harbour/store"
	"harbour/store/atomicfile"
)

// attachedState is the state of a document whose picture is in the vault.
const attachedState referral.Code = "image_attached"

// Paper says what a file is that is attached.
type Paper struct {
	Document referral.ID   // one that is there already, or empty for a new one
	Type     referral.Code // of a new one
	Of       referral.ID   // the person that a new one belongs to, or empty
	Filename string        // kept sealed
}

// Attach takes the content of r in as an attachment of c, at most 1 GiB, and
// saves c with it. It returns c as it now stands and the document.
func (d *Desk) Attach(ctx context.Context, c Case, p Paper, r io.Reader) (Case, referral.ID, error) {
	f, err := d.vault.NewFile()
	if err != nil {
		return c, "", err
	}
	kind, err := fill(ctx, f, r)
	if err != nil {
		return c, "", errors.Join(err, f.Discard())
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	sum := f.SHA512()
	attachment := referral.Attachment{
		ID: d.NewID(), FilenameOriginal: p.Filename, MIME: kind.mime,
		Size: f.Size(), SHA512: hex.EncodeToString(sum[:]), ImportedAt: d.now(),
	}
	next := c
	document, err := d.addAttachment(&next.Referral, p, attachment)
	if err != nil {
		return c, "", errors.Join(err, f.Discard())
	}
	head, err := encode(fileHead{Case: c.ID, Attachment: attachment.ID})
	if err != nil {
		return c, "", errors.Join(err, f.Discard())
	}
	w := &store.Write{}
	w.AddFile(f, head)
	next, err = d.save(ctx, next, w, func(item store.Item) error {
		item.Content = nil
		d.files[fileKey{c.ID, attachment.ID}] = item
		return nil
	})
	if err != nil {
		return c, "", errors.Join(err, f.Discard())
	}
	return next, document, nil
}

// Attachment opens the content of an attachment. The caller closes it.
func (d *Desk) Attachment(ctx context.Context, id, attachment referral.ID) (*store.FileReader, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.attachment(ctx, id, attachment)
}

// SaveCopy writes the files of a document into dir, readable by their owner
// alone, under names that say nothing, and returns the paths. From then on a
// readable copy exists outside the vault.
func (d *Desk) SaveCopy(ctx context.Context, c Case, document referral.ID, dir string) ([]string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	var paths []string
	for _, doc := range c.Referral.Documents {
		if doc.ID != document {
			continue
		}
		for _, a := range doc.Attachments {
			path, err := d.saveCopy(ctx, c.ID, a, dir)
			if err != nil {
				return paths, err
			}
			paths = append(paths, path)
		}
	}
	if paths == nil {
		return nil, ErrNotFound
	}
	return paths, d.record(ctx, Event{What: EventSavedCopy, Cases: []string{c.Referral.CaseCode}})
}

func (d *Desk) attachment(ctx context.Context, id, attachment referral.ID) (*store.FileReader, error) {
	item, ok := d.files[fileKey{id, attachment}]
	if !ok {
		return nil, ErrNotFound
	}
	return d.vault.OpenFile(ctx, item)
}

func (d *Desk) saveCopy(ctx context.Context, id referral.ID, a referral.Attachment, dir string) (string, error) {
	r, err := d.attachment(ctx, id, a.ID)
	if err != nil {
		return "", err
	}
	defer r.Close()
	name := fmt.Sprintf("document-%s%s", strings.ToLower(string(a.ID))[:min(6, len(a.ID))], endingOf(a.MIME))
	f, err := atomicfile.Create(dir, filepath.Base(name))
	if err != nil {
		return "", err
	}
	if _, err := io.Copy(f, r); err != nil {
		return "", errors.Join(err, f.Discard())
	}
	return f.Commit(ctx, nil)
}

// addAttachment puts a into the document that p names, or a new one.
func (d *Desk) addAttachment(r *referral.Referral, p Paper, a referral.Attachment) (referral.ID, error) {
	documents := append([]referral.Document(nil), r.Documents...)
	r.Documents = documents
	if p.Document == "" {
		doc := referral.Document{ID: d.NewID(), Type: p.Type, State: attachedState, Attachments: []referral.Attachment{a}}
		if p.Of != "" {
			if r.PersonByID(p.Of) == nil {
				return "", ErrNotFound
			}
			doc.Of = []referral.ID{p.Of}
		}
		r.Documents = append(documents, doc)
		return doc.ID, nil
	}
	for i := range documents {
		if documents[i].ID == p.Document {
			documents[i].Attachments = append(documents[i].Attachments[:len(documents[i].Attachments):len(documents[i].Attachments)], a)
			documents[i].State = attachedState
			return p.Document, nil
		}
	}
	return "", ErrNotFound
}

// fill copies r into f, closes it, and says what kind of file it is.
func fill(ctx context.Context, f *store.File, r io.Reader) (fileKind, error) {
	buf := make([]byte, 256<<10)
	kind := fileKind{mime: "application/octet-stream"}
	for first := true; ; first = false {
		if err := ctx.Err(); err != nil {
			return kind, err
		}
		n, err := io.ReadFull(r, buf)
		if first {
			kind = kindOf(buf[:n])
		}
		if _, werr := f.Write(buf[:n]); werr != nil {
			return kind, werr
		}
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return kind, f.Close()
		}
		if err != nil {
			return kind, errors.New("read file to attach")
		}
	}
}

// fileKind is what the first bytes of a file show it to be.
type fileKind struct{ start, mime, ending string }

var fileKinds = [...]fileKind{
	{"\x89PNG\r\n\x1a\n", "image/png", ".png"},
	{"\xff\xd8\xff", "image/jpeg", ".jpg"},
	{"GIF8", "image/gif", ".gif"},
	{"%PDF-", "application/pdf", ".pdf"},
	{"PK\x03\x04", "application/zip", ".zip"},
}

// kindOf looks at the bytes, not at a name: a name is a claim.
func kindOf(start []byte) fileKind {
	for _, k := range fileKinds {
		if bytes.HasPrefix(start, []byte(k.start)) {
			return k
		}
	}
	if plainText(start) {
		return fileKind{mime: "text/plain", ending: ".txt"}
	}
	return fileKind{mime: "application/octet-stream", ending: ".bin"}
}

func endingOf(mime string) string {
	for _, k := range fileKinds {
		if k.mime == mime {
			return k.ending
		}
	}
	if mime == "text/plain" {
		return ".txt"
	}
	return ".bin"
}

// plainText reports whether the start of a file is text and nothing else.
func plainText(b []byte) bool {
	// The last rune may be cut.
	text := strings.ToValidUTF8(string(b[:max(len(b)-3, 0)]), "\x00")
	return !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\n' && r != '\r' && r != '\t' })
}
