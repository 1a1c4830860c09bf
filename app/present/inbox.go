package present

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"harbour/app/casework"
	"harbour/app/referral"
)

// Inbox is what came to the office: every bundle, what it holds, and the
// receipt that answers it.
type Inbox struct {
	desk *casework.Desk
	now  func() time.Time

	Rows    []InboxRow
	Held    *HeldFile // a file of an unknown sender, of which nothing was opened
	Open    *Reading  // the bundle that is read, nil for none
	Receipt Written   // of the bundle that was accepted last
	Note    Message   // what was done
	Message Message   // what went wrong
}

// InboxRow is one bundle in the list.
type InboxRow struct {
	Bundle  string
	Codes   string
	At      time.Time // when it came in
	Sender  Party
	Trust   Trust // of the sender when it came
	What    Message
	Waiting bool // no receipt is written yet
}

// HeldFile is a file whose sender nobody here has checked.
type HeldFile struct {
	Path   string
	Bytes  int64
	Sender Party
}

// NewInbox shows the inbox of a desk. A bundle of the route is opened by Show;
// a path of the route is that of a file that was held apart.
func NewInbox(shell *Shell) *Inbox {
	i := &Inbox{desk: shell.Desk, now: shell.Now}
	i.read()
	return i
}

// Resume goes on where a route says: a bundle that was read, or a file that
// was held apart and whose sender may be checked by now.
func (i *Inbox) Resume(r Route) Job {
	switch {
	case r.Path != "":
		return i.OpenFile(r.Path)
	case r.Bundle != "":
		return i.Show(r.Bundle)
	}
	for _, row := range i.Rows {
		if row.Waiting {
			return i.Show(row.Bundle)
		}
	}
	return nil
}

// Route is where the inbox is: a page that is opened by it goes on here.
func (i *Inbox) Route() Route {
	r := Route{Page: PageInbox}
	switch {
	case i.Held != nil:
		r.Path = i.Held.Path
	case i.Open != nil:
		r.Bundle = i.Open.Bundle
	}
	return r
}

// Search returns the rows in which every word of query is found: in a code or
// in the sender's name.
func (i *Inbox) Search(query string) []InboxRow {
	words := strings.Fields(strings.ToLower(query))
	return slices.DeleteFunc(slices.Clone(i.Rows), func(r InboxRow) bool {
		text := strings.ToLower(r.Codes + " " + r.Sender.Name)
		return slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
	})
}

// OpenFile checks the whole file at path and takes it in as received. A file
// of an unknown sender is held apart, and nothing of it is opened.
func (i *Inbox) OpenFile(path string) Job {
	i.clear()
	return func(ctx context.Context, tell func(Progress)) func() {
		r, err := i.desk.Open(ctx, path, tell)
		if errors.Is(err, casework.ErrUnknownSender) && r.Contact.ID != "" {
			held := &HeldFile{Path: path, Bytes: sizeOf(path), Sender: partyOf(r.Contact)}
			return func() { i.Open, i.Held, i.Message = nil, held, MessageOf(err) }
		}
		if err != nil {
			return func() { i.Message = MessageOf(err) }
		}
		reading, err := i.reading(ctx, r, "")
		return func() {
			i.read()
			i.shown(reading, err)
			if err == nil {
				i.Note = openedNote(r)
			}
		}
	}
}

// Show reads a bundle that is in the list.
func (i *Inbox) Show(bundle string) Job { return i.ShowCase(bundle, "") }

// ShowCase reads one referral of a bundle that holds several.
func (i *Inbox) ShowCase(bundle, id string) Job {
	i.clear()
	return func(ctx context.Context, _ func(Progress)) func() {
		reading, err := i.load(ctx, bundle, id)
		return func() { i.shown(reading, err) }
	}
}

// Accept registers the bundle that is read and writes its receipt into a
// folder.
func (i *Inbox) Accept(dir string) Job {
	if i.Open == nil {
		return nil
	}
	bundle := i.Open.Bundle
	i.clear()
	return func(ctx context.Context, tell func(Progress)) func() {
		out, err := i.desk.Accept(ctx, bundle, dir, tell)
		if err != nil {
			return func() { i.Message = writingMessage(err) }
		}
		reading, err := i.load(ctx, bundle, "")
		return func() {
			i.read()
			i.shown(reading, err)
			i.Receipt = Written{
				File: filepath.Base(out.Path), Folder: filepath.Dir(out.Path), Name: out.Contact.Name,
				Codes: strings.Join(out.Cases, ", "), Bytes: out.Bytes,
			}
		}
	}
}

// Close puts what is read or held apart away, and leaves it as it is.
func (i *Inbox) Close() {
	i.clear()
	i.Open, i.Held = nil, nil
}

func (i *Inbox) shown(r *Reading, err error) {
	i.Message = MessageOf(err)
	if err == nil {
		i.Open, i.Held = r, nil
	}
}

func (i *Inbox) clear() { i.Note, i.Message, i.Receipt = Message{}, Message{}, Written{} }

func (i *Inbox) read() {
	i.Rows = nil
	for _, r := range i.desk.Inbox() {
		i.Rows = append(i.Rows, i.row(r))
	}
}

func (i *Inbox) row(r casework.Received) InboxRow {
	row := InboxRow{
		Bundle: r.BundleID, Codes: codesOf(r.Cases), At: r.At.Local(), Sender: partyOf(r.Contact),
		Trust: r.Trust, Waiting: r.Accepted.IsZero(),
	}
	people := 0
	for _, c := range r.Cases {
		if s, ok := i.desk.Summary(c.ID); ok {
			people += s.People
		}
	}
	row.What = Message{Key: "inbox.result." + result(r.Cases), Args: map[string]any{"n": people}}
	if !row.Waiting {
		row.What = Message{Key: "inbox.receipt_sent"}
	}
	return row
}

// result is what became of the cases of a bundle together.
func result(cases []casework.ReceivedCase) string {
	all := map[string]bool{}
	for _, c := range cases {
		all[c.Result] = true
	}
	for _, r := range []string{"new", "newer", "older", "same"} {
		if all[r] {
			return r
		}
	}
	return "other"
}

// openedNote says what is remarkable about opening a file.
func openedNote(r casework.Received) Message {
	switch {
	case r.Again:
		return Message{Key: "inbox.again"}
	case result(r.Cases) == "older":
		return Message{Key: "error.older"}
	}
	return Message{}
}

func codesOf(cases []casework.ReceivedCase) string {
	codes := make([]string, len(cases))
	for n, c := range cases {
		codes[n] = c.Code
	}
	return strings.Join(codes, ", ")
}

func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// load reads one referral of a bundle, the first where id is empty.
func (i *Inbox) load(ctx context.Context, bundle, id string) (*Reading, error) {
	for _, r := range i.desk.Inbox() {
		if r.BundleID == bundle {
			return i.reading(ctx, r, referral.ID(id))
		}
	}
	return nil, casework.ErrNotFound
}
