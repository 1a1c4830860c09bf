package ui_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/referral"
)

// brought is the window of an office and a file that a desk brought it.
func brought(t testing.TB, with houseWith, known bool, names ...string) (*house, *casework.Desk, string) {
	t.Helper()
	with.role, with.practice = casework.RoleOffice, true
	h := newHouse(t, with)
	field := neighbour(t, h, casework.RoleField, "Desk 7")
	if known {
		know(t, h.Shell.Desk, field, true)
	}
	return h, field, bundleOf(t, field, h.Shell.Desk, names...)
}

// bundleOf hands practice cases over from field to office, which it checks.
func bundleOf(t testing.TB, field, office *casework.Desk, names ...string) string {
	t.Helper()
	var ids []referral.ID
	for _, name := range names {
		taken, err := field.Take(context.Background(), invented(t, name))
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, taken.ID)
	}
	return fileFor(t, field, office, ids...)
}

// fileFor hands cases over from field to office, which it checks.
func fileFor(t testing.TB, field, office *casework.Desk, ids ...referral.ID) string {
	t.Helper()
	ctx := context.Background()
	to := know(t, field, office, true)
	plan, err := field.Plan(ctx, referral.ID(to), ids...)
	if err != nil {
		t.Fatal(err)
	}
	out, err := field.HandOver(ctx, plan, t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return out.Path
}

func TestInbox_open_read_and_accept(t *testing.T) {
	h, field, path := brought(t, houseWith{}, true, "family-of-four.json")
	h.mustSay("Nothing has come yet")
	h.press("inbox.open")
	h.pick(path)
	h.mustSay("Kestrel 27", "Signed by Desk 7, checked in person", "Whole and unchanged", "ROSTAMYAR LALEH", "paper says 01.01.1982", "Ready to go on?", "Nothing stops it")
	h.press("inbox.tab", "n", 4, "part", h.Words.Text("inbox.part.claim"))
	h.mustSay("Why they fled")
	h.press("inbox.accept")
	stick := t.TempDir()
	h.pick(stick)
	h.mustSay("Kestrel 27 is taken in", "Bring or send it to Desk 7")
	files, _ := filepath.Glob(filepath.Join(stick, "*.age"))
	if len(files) != 1 {
		t.Fatalf("on the stick: %v", files)
	}
	if ack, err := field.TakeReceipt(context.Background(), files[0]); err != nil || ack.State != "stored" {
		t.Errorf("receipt: %+v, %v", ack, err)
	}
	h.press("button.done")
	h.mustSay("Receipt written", "Write the receipt again")
	h.press("inbox.open")
	h.pick(path)
	h.mustSay("This was taken in before")
}

func TestInbox_view_a_file(t *testing.T) {
	h := newHouse(t, houseWith{role: casework.RoleOffice, practice: true})
	field := neighbour(t, h, casework.RoleField, "Desk 7")
	know(t, h.Shell.Desk, field, true)
	ctx := context.Background()
	taken, err := field.Take(ctx, invented(t, "family-of-four.json"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := field.Load(ctx, taken.ID)
	if err != nil {
		t.Fatal(err)
	}
	paper := casework.Paper{Type: "threat_evidence", Of: c.Referral.PrincipalPersonID, Filename: "statement.txt"}
	if _, _, err := field.Attach(ctx, c, paper, bytes.NewReader([]byte("He said that he was sorry."))); err != nil {
		t.Fatal(err)
	}
	path := fileFor(t, field, h.Shell.Desk, taken.ID)
	h.Go(present.Route{Page: present.PageInbox, Path: path})
	h.press("inbox.tab", "n", 5, "part", h.Words.Text("inbox.part.documents"))
	h.press("inbox.view")
	h.mustSay("He said that he was sorry.")
}

func TestInbox_unknown_sender(t *testing.T) {
	h, field, path := brought(t, houseWith{}, false, "one-in-hiding.json")
	h.press("inbox.open")
	h.pick(path)
	h.mustSay("Unknown sender", "Held apart, nothing opened", "Nobody here has checked this sender")
	if h.says("Heron 18") || len(h.Shell.Desk.All()) != 0 {
		t.Fatal("something of it was opened")
	}
	h.press("inbox.ask_groups")
	h.mustSay("Is this really Desk 7?")
	id := h.Route().Contact
	h.segment(2)
	h.groupsFocus()
	h.sayGroups(field, id, false)
	h.press("contacts.mark")
	h.press("button.done")
	h.mustSay("Heron 18", "Signed by Desk 7, checked in person")
}

func TestInbox_broken_file(t *testing.T) {
	h, _, path := brought(t, houseWith{}, true, "one-in-hiding.json")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	broken := path + "-cut"
	if err := os.WriteFile(broken, whole[:len(whole)-70_000], 0o600); err != nil {
		t.Fatal(err)
	}
	h.press("inbox.open")
	h.pick(broken)
	h.mustSay("The end of this file is missing", "Nothing has come yet")
}

func TestInbox_busy_and_cancelled(t *testing.T) {
	h, _, path := brought(t, houseWith{held: true}, true, "one-in-hiding.json")
	h.press("inbox.open")
	h.pick(path)
	h.mustSay("Reading and checking all of it")
	h.press("button.cancel")
	h.runHeld()
	h.mustSay("Stopped. Nothing was left behind.")
	if len(h.Shell.Desk.All()) != 0 {
		t.Error("something was taken in")
	}
}

func TestShotsInbox(t *testing.T) {
	drawing(t)
	for _, v := range shotVariants {
		t.Run(strings.TrimPrefix("light"+v.name, "-"), func(t *testing.T) {
			h, _, path := brought(t, v.with, true, "family-of-four.json")
			shoot := func(name string) { h.shot("inbox-" + name + v.name) }
			shoot("empty")
			h.Go(present.Route{Page: present.PageInbox, Path: path})
			stranger := neighbour(t, h, casework.RoleField, "Desk 9")
			other := bundleOf(t, stranger, h.Shell.Desk, "one-in-hiding.json")
			shoot("reading")
			for n, key := range []string{"inbox.part.work", "inbox.part.events", "inbox.part.claim", "inbox.part.documents"} {
				h.press("inbox.tab", "n", n+2, "part", h.Words.Text(key))
				shoot("reading-" + strings.TrimPrefix(key, "inbox.part."))
			}
			if v.with.size != (fyne.Size{}) {
				h.press("inbox.ready_tab")
				shoot("ready")
			}
			h.press("inbox.accept")
			h.pick(t.TempDir())
			shoot("receipt")
			h.press("inbox.open")
			h.pick(other)
			shoot("held")
		})
	}
}
