package present_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"harbour/app/present"
)

// bring hands a practice case over and returns the file.
func bring(t testing.TB, p pair, name string) string {
	t.Helper()
	h := leaves(t, p, takeCase(t, p.field, name), trust(t, p.field, p.office))
	do(t, h.Write(p.stick))
	if !h.Done() {
		t.Fatalf("not written: %+v", h.Message)
	}
	return filepath.Join(h.Written.Folder, h.Written.File)
}

func TestInbox_reads_what_came(t *testing.T) {
	p := newPair(t)
	path := bring(t, p, "family-of-four.json")
	trust(t, p.office, p.field)
	in := present.NewInbox(p.office)
	do(t, in.OpenFile(path))
	if len(in.Rows) != 1 || in.Open == nil || !in.Rows[0].Waiting || in.Rows[0].What.Key != "inbox.result.new" {
		t.Fatalf("rows %+v, message %+v", in.Rows, in.Message)
	}
	r := in.Open
	if r.Code != "Kestrel 27" || r.Trust != present.TrustChecked || r.Sender.Name != "Desk 3" || !r.Waiting || r.Points[1] == 0 {
		t.Errorf("reading %+v", r)
	}
	for _, f := range r.Findings {
		// How it was taken down is the field's to settle.
		if slices.Contains([]string{"May you write this down?", "Was the place safe to talk?", "Was support offered?"}, f.Title) {
			t.Errorf("the office is asked %q", f.Title)
		}
	}
	keys := map[string]present.ReadingPart{}
	for _, part := range r.Parts {
		keys[part.Key] = part
	}
	for _, want := range []string{"inbox.part.people", "inbox.part.work", "inbox.part.events", "inbox.part.claim", "inbox.part.documents"} {
		if len(keys[want].Groups) == 0 {
			t.Errorf("nothing to read in %s", want)
		}
	}
	lead := keys["inbox.part.people"].Groups[0]
	if lead.Rows[0].Value != "ROSTAMYAR LALEH" || lead.Rows[0].Native == "" || lead.Rows[1].Date.Said != "پاییز ۱۳۶۰" || lead.Rows[1].Date.Paper != "01.01.1982" {
		t.Errorf("main person: %+v", lead.Rows)
	}
	if found := in.Search("kestrel desk"); len(found) != 1 || len(in.Search("heron")) != 0 {
		t.Errorf("search: %+v", found)
	}
	do(t, in.OpenFile(path))
	if in.Note.Key != "inbox.again" || len(in.Rows) != 1 {
		t.Errorf("opened again: %+v", in.Note)
	}
	do(t, in.Accept(p.stick))
	if in.Receipt.File == "" || in.Receipt.Name != "Desk 3" || in.Rows[0].Waiting || in.Open.Waiting {
		t.Errorf("receipt %+v, message %+v", in.Receipt, in.Message)
	}
}

func TestInbox_holds_an_unknown_sender_apart(t *testing.T) {
	p := newPair(t)
	path := bring(t, p, "one-in-hiding.json")
	in := present.NewInbox(p.office)
	do(t, in.OpenFile(path))
	if in.Held == nil || in.Held.Sender.Name != "Desk 3" || in.Held.Bytes == 0 || len(in.Rows) != 0 || in.Open != nil {
		t.Fatalf("held %+v, rows %+v", in.Held, in.Rows)
	}
	if in.Message.Key != "error.unknown_sender" || len(p.office.Desk.All()) != 0 {
		t.Errorf("message %+v", in.Message)
	}
	check, _ := present.NewGroupCheck(p.office.Desk, in.Held.Sender.ID)
	sayGroups(check, p.field)
	do(t, check.Judge())

	again := present.NewInbox(p.office)
	do(t, again.Resume(in.Route()))
	if again.Held != nil || again.Open == nil || again.Open.Code != "Heron 18" {
		t.Errorf("after the check: held %+v, message %+v", again.Held, again.Message)
	}
}

func TestInbox_refuses(t *testing.T) {
	p := newPair(t)
	path := bring(t, p, "one-in-hiding.json")
	trust(t, p.office, p.field)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)-100] ^= 1
	for _, c := range []struct {
		name, want string
		file       []byte
	}{
		{"truncated", "error.truncated", whole[:len(whole)-70_000]},
		{"changed", "error.changed", flipped},
		{"noise", "error.not_a_bundle", []byte("nothing")},
	} {
		broken := filepath.Join(p.stick, c.name)
		if err := os.WriteFile(broken, c.file, 0o600); err != nil {
			t.Fatal(err)
		}
		in := present.NewInbox(p.office)
		do(t, in.OpenFile(broken))
		if in.Message.Key != c.want || len(in.Rows) != 0 || in.Open != nil {
			t.Errorf("%s: %+v", c.name, in.Message)
		}
	}
	in := present.NewInbox(p.office)
	do(t, in.OpenFile(filepath.Join(p.stick, "gone")))
	if in.Message.Key != "error.no_file" {
		t.Errorf("no file: %+v", in.Message)
	}
	if in.Accept(p.stick) != nil {
		t.Error("a receipt for nothing")
	}
}

func TestInbox_accept_cancelled_leaves_nothing(t *testing.T) {
	p := newPair(t)
	path := bring(t, p, "one-in-hiding.json")
	trust(t, p.office, p.field)
	in := present.NewInbox(p.office)
	do(t, in.OpenFile(path))
	stick := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	doWith(t, ctx, in.Accept(stick), func(present.Progress) { cancel() })
	if in.Message.Key != "error.cancelled" || len(filesIn(t, stick)) != 0 || !in.Rows[0].Waiting {
		t.Errorf("message %+v, files %v", in.Message, filesIn(t, stick))
	}
	in.Close()
	if in.Open != nil || !in.Rows[0].Waiting {
		t.Error("not now changed something")
	}
}
