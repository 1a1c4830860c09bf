package present

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"

	"harbour/app/casework"
	"harbour/app/referral"
)

// Bounds on what is shown inside the program.
const (
	maxShownBytes = 64 << 20
	maxShownText  = 1 << 20
)

// errTooLargeToShow is returned for a file that is too large to be shown here.
var errTooLargeToShow = casework.ErrTooLarge

// PaperFile is one attached file.
type PaperFile struct {
	ID       string
	Name     string
	MIME     string
	Size     int64
	SHA512   string
	Document string // path
}

// Shown reports whether the program shows the file itself: a picture, or text.
func (f PaperFile) Shown() bool {
	return f.MIME == "image/png" || f.MIME == "image/jpeg" || f.MIME == "text/plain"
}

// files are the rows of the files of a document.
func (e *Editor) files(s spec, path string, v reflect.Value) []GroupRow {
	var rows []GroupRow
	list, _ := v.Interface().([]referral.Attachment)
	for _, a := range list {
		f := PaperFile{string(a.ID), a.FilenameOriginal, a.MIME, a.Size, a.SHA512, "documents/" + stepOf(path, 1)}
		at := path + "/" + f.ID
		rows = append(rows, GroupRow{Path: at, Title: f.Name, File: &f, Fields: e.fields(s.group, at)})
	}
	return rows
}

// FileAt returns the file at a path.
func (e *Editor) FileAt(path string) (PaperFile, bool) {
	field, ok := e.FieldAt("documents/" + stepOf(path, 1) + "/attachments")
	if !ok {
		return PaperFile{}, false
	}
	for _, row := range field.Rows {
		if row.Path == path {
			return *row.File, true
		}
	}
	return PaperFile{}, false
}

// CanAttach reports whether a file can be taken in now: not while a save is
// under way.
func (e *Editor) CanAttach() bool { return e.opened && !e.saving.busy }

// Attach takes a file in as part of the document at path, and saves with it
// what else is shown. What is typed meanwhile is for the next save. done is
// called with what is wrong, or with nothing.
func (e *Editor) Attach(document, file string, done func(Message)) Job {
	if !e.CanAttach() {
		return nil
	}
	r, before := e.withoutUnsaid(cloneReferral(e.c.Referral)), cloneReferral(e.c.Referral)
	paper := casework.Paper{Document: referral.ID(stepOf(document, 1)), Filename: filepath.Base(file)}
	e.saving.busy, e.saving.dirty = true, false
	e.tellSave()
	return func(ctx context.Context, tell func(casework.Progress)) func() {
		saved, err := e.newest.save(r, func(c casework.Case) (casework.Case, error) {
			return e.attach(ctx, c, paper, file, tell)
		})
		return func() {
			if err == nil {
				e.closeChange()
				e.undo = append(e.undo, undoStep{
					path: "documents", before: reflect.ValueOf(before.Documents), closed: true,
					section: referral.SectionDocuments, at: document,
				})
				e.adopt(saved, document)
			} else {
				e.saving.dirty = true
			}
			e.saved(err)
			done(MessageOf(err))
		}
	}
}

func (e *Editor) attach(ctx context.Context, c casework.Case, paper casework.Paper, file string, tell func(casework.Progress)) (casework.Case, error) {
	f, err := os.Open(file)
	if err != nil {
		return c, plainError(err)
	}
	defer f.Close()
	size := int64(0)
	if info, err := f.Stat(); err == nil {
		size = info.Size()
	}
	saved, _, err := e.desk.Attach(ctx, c, paper, &counted{r: f, of: size, tell: tell})
	return saved, err
}

// adopt takes the document's files out of what was saved: what else was typed
// meanwhile stays.
func (e *Editor) adopt(saved casework.Case, document string) {
	id := referral.ID(stepOf(document, 1))
	for _, from := range saved.Referral.Documents {
		for i := range e.c.Referral.Documents {
			if to := &e.c.Referral.Documents[i]; to.ID == id && from.ID == id {
				to.Attachments, to.State = from.Attachments, from.State
			}
		}
	}
	e.take(saved)
	e.check()
}

// Read reads a file that the program shows. done gets its bytes, or what is
// wrong. Nothing is written anywhere.
func (e *Editor) Read(f PaperFile, done func([]byte, Message)) Job {
	limit := int64(maxShownBytes)
	if f.MIME == "text/plain" {
		limit = maxShownText
	}
	return func(ctx context.Context, tell func(casework.Progress)) func() {
		content, err := e.read(ctx, f, limit, tell)
		return func() { done(content, MessageOf(err)) }
	}
}

func (e *Editor) read(ctx context.Context, f PaperFile, limit int64, tell func(casework.Progress)) ([]byte, error) {
	if f.Size > limit {
		return nil, errTooLargeToShow
	}
	r, err := e.desk.Attachment(ctx, e.id, referral.ID(f.ID))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(&counted{r: r, of: f.Size, tell: tell}, limit+1))
	if err == nil && int64(len(content)) > limit {
		err = errTooLargeToShow
	}
	return content, err
}

// SaveCopy writes the files of a document into dir, readable by anybody who
// opens it there. done gets the paths, or what is wrong.
func (e *Editor) SaveCopy(document, dir string, done func([]string, Message)) Job {
	c := e.c
	c.Referral = cloneReferral(e.c.Referral)
	return func(ctx context.Context, _ func(casework.Progress)) func() {
		paths, err := e.desk.SaveCopy(ctx, c, referral.ID(stepOf(document, 1)), dir)
		return func() { done(paths, MessageOf(err)) }
	}
}

// counted tells how much was read.
type counted struct {
	r    io.Reader
	done int64
	of   int64
	tell func(casework.Progress)
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.done += int64(n)
	if c.tell != nil {
		c.tell(casework.Progress{Stage: casework.StageRead, Done: c.done, Of: c.of})
	}
	return n, err
}

// plainError keeps the path of a file out of an error.
func plainError(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

func valueOf[T any](v T) reflect.Value { return reflect.ValueOf(v) }
