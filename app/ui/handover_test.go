package ui_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/referral"
	"harbour/app/ui/widgets"
)

// neighbour is another desk, without a window.
func neighbour(t testing.TB, h *house, role, name string) *casework.Desk {
	t.Helper()
	shell := newShell(t, h.Shell.Program.Now)
	ctx := context.Background()
	pass := casework.NewPassphrase()
	defer pass.Destroy()
	for _, r := range somePassphrase {
		pass.PutRune(r)
	}
	if err := shell.Program.Create(ctx, shell.Dir, pass, casework.SetUp{Role: role, Name: name, Practice: true}); err != nil {
		t.Fatal(err)
	}
	desk, err := shell.Program.Unlock(ctx, shell.Dir, pass)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = desk.Close() })
	return desk
}

// know makes other known at desk, checked or not, and returns its id.
func know(t testing.TB, desk, other *casework.Desk, checked bool) string {
	t.Helper()
	ctx := context.Background()
	c, err := desk.TakeCard(ctx, other.OwnCard(), "")
	if err != nil {
		t.Fatal(err)
	}
	if checked {
		var said []string
		for _, n := range c.Ask {
			said = append(said, other.OwnGroups()[n-1])
		}
		if _, _, err := desk.CheckGroups(ctx, c.ID, said, "face_to_face"); err != nil {
			t.Fatal(err)
		}
	}
	return string(c.ID)
}

// fieldHouse is the window of a field desk that knows an office.
func fieldHouse(t testing.TB, with houseWith, checked bool) (*house, *casework.Desk, string) {
	t.Helper()
	with.role, with.practice = casework.RoleField, true
	if with.cases == nil {
		with.cases = threeCases
	}
	h := newHouse(t, with)
	office := neighbour(t, h, casework.RoleOffice, "Meridian")
	return h, office, know(t, h.Shell.Desk, office, checked)
}

// caseID is the id of a case by its code.
func (h *house) caseID(code string) string {
	h.tb.Helper()
	id, err := h.Shell.Desk.Find(code)
	if err != nil {
		h.tb.Fatal(err)
	}
	return string(id)
}

// says presses a button by its key.
func (h *house) press(key string, args ...any) {
	h.tb.Helper()
	h.tap(h.Words.Text(key, args...))
}

// pick types a path into the chooser that floats and takes it.
func (h *house) pick(path string) {
	h.tb.Helper()
	for _, o := range h.objects() {
		if c, ok := o.(*widgets.Chooser); ok {
			c.OnChoose(path)
			return
		}
	}
	h.tb.Fatal("no chooser")
}

// focusOn moves the keyboard to the first component of a type.
func focusOn[T fyne.Focusable](h *house) T {
	h.tb.Helper()
	for _, o := range h.objects() {
		if f, ok := o.(T); ok {
			h.Window.Window.Canvas().Focus(f)
			return f
		}
	}
	h.tb.Fatal("nothing to focus")
	panic("unreachable")
}

// runHeld begins the jobs that are held, and those that come of them.
func (h *house) runHeld() {
	for len(h.held) > 0 {
		job := h.held[0]
		h.held = h.held[1:]
		job()
	}
}

// toLeaves shows what leaves of a case.
func (h *house) toLeaves(code, contact string) {
	h.tb.Helper()
	h.Go(present.Route{Page: present.PageHandOver, Case: h.caseID(code), Contact: contact})
	h.press("button.continue")
	h.runHeld()
	h.press("button.continue")
	h.runHeld()
}

// givePassphrase types the passphrase and gives it.
func (h *house) givePassphrase(words string) {
	h.tb.Helper()
	focusOn[*widgets.Passphrase](h)
	h.typed(words)
	h.key(fyne.KeyReturn)
}

func TestHandOver_by_hand(t *testing.T) {
	h, _, _ := fieldHouse(t, houseWith{}, true)
	stick := t.TempDir()
	h.Go(present.Route{Page: present.PageHandOver})
	h.mustSay("Hand over", "Kestrel 27", "Willow 52", "Choose at least one referral")
	list := focusOn[*widgets.List](h)
	list.Choose(rowOf(t, h, "Kestrel 27"))
	h.key(fyne.KeyReturn)
	if _, ok := h.Window.Window.Canvas().Focused().(*widgets.List); !ok {
		t.Error("the keyboard left the list")
	}
	h.mustSay("Hand over Kestrel 27")
	h.press("button.continue")
	h.mustSay("Meridian", "Checked in person")
	h.press("button.choose")
	h.key(fyne.KeyReturn)
	h.mustSay("Checked against set")
	h.press("button.continue")
	h.mustSay("What leaves this computer", "Your notes and drafts", "They never leave", "Sohrab turns 22 in", "Meridian", "By you, on 19 March 2026")
	h.givePassphrase(somePassphrase)
	h.mustSay("It is you")
	h.press("handover.write", "name", "Meridian")
	h.pick(stick)
	h.mustSay("Written for Meridian", "Read back from the stick and equal", "Wait for the receipt")
	left, err := os.ReadDir(stick)
	if err != nil || len(left) != 1 || !h.says(left[0].Name()) {
		t.Errorf("on the stick: %v, %v", left, err)
	}
	h.press("handover.second_stick")
	h.mustSay("What leaves this computer", "Your passphrase, once more")
}

// rowOf is the row of a case in the first step.
func rowOf(t testing.TB, h *house, code string) int {
	t.Helper()
	for n, s := range h.Shell.Desk.All() {
		if s.Code == code {
			return n
		}
	}
	t.Fatal("no such case")
	return 0
}

func TestHandOver_button_waits_for_the_passphrase(t *testing.T) {
	h, _, to := fieldHouse(t, houseWith{}, true)
	h.toLeaves("Heron 18", to)
	button := h.button("Write for Meridian")
	if !button.Disabled() {
		t.Fatal("can be written without the passphrase")
	}
	h.givePassphrase("not this one")
	h.mustSay("This passphrase does not open it")
	if !h.button("Write for Meridian").Disabled() {
		t.Fatal("can be written after a wrong passphrase")
	}
	h.typed(somePassphrase)
	h.key(fyne.KeyReturn)
	if h.button("Write for Meridian").Disabled() {
		t.Error("cannot be written")
	}
	if h.Window.Window.Canvas().Focused() != fyne.Focusable(h.button("Write for Meridian")) {
		t.Error("the keyboard is not on the main button")
	}
}

// button is the button that says these words.
func (h *house) button(words string) *widgets.Button {
	h.tb.Helper()
	for _, o := range h.objects() {
		if b, ok := o.(*widgets.Button); ok && b.Words() == words {
			return b
		}
	}
	h.tb.Fatalf("no button says %q", words)
	return nil
}

func TestHandOver_an_unchecked_office_leads_to_its_check(t *testing.T) {
	h, _, to := fieldHouse(t, houseWith{}, false)
	h.Go(present.Route{Page: present.PageHandOver, Case: h.caseID("Heron 18")})
	h.mustSay("First seen, not checked", "Choose who gets it")
	if !h.button("Continue").Disabled() {
		t.Error("goes on to an office that is not checked")
	}
	h.press("handover.check_first")
	if r := h.Route(); r.Page != present.PageContacts || r.Contact != to {
		t.Errorf("leads to %+v", r)
	}
}

func TestHandOver_missing_leads_to_the_field(t *testing.T) {
	h, _, to := fieldHouse(t, houseWith{}, true)
	h.Go(present.Route{Page: present.PageHandOver, Case: h.caseID("Willow 52"), Contact: to})
	h.press("button.continue")
	h.mustSay("Settle what is red first")
	if !h.button("Continue").Disabled() {
		t.Error("goes past what is missing")
	}
	h.press("button.go_there")
	if r := h.Route(); r.Page != present.PageEditor || r.Section == "" {
		t.Errorf("leads to %+v", r)
	}
}

func TestHandOver_busy_and_cancelled(t *testing.T) {
	h, _, to := fieldHouse(t, houseWith{held: true}, true)
	stick := t.TempDir()
	h.toLeaves("Heron 18", to)
	h.givePassphrase(somePassphrase)
	if !h.button("Checking").Busy() {
		t.Error("not busy while the passphrase is checked")
	}
	h.runHeld()
	h.press("handover.write", "name", "Meridian")
	h.pick(stick)
	h.mustSay("Writing for Meridian", "Leave the stick in")
	h.press("button.cancel")
	h.runHeld()
	h.mustSay("Stopped. Nothing was left behind.", "What leaves this computer")
	if left, err := os.ReadDir(stick); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestHandOver_left_while_writing(t *testing.T) {
	h, _, to := fieldHouse(t, houseWith{held: true}, true)
	stick := t.TempDir()
	h.toLeaves("Heron 18", to)
	h.givePassphrase(somePassphrase)
	h.runHeld()
	h.press("handover.write", "name", "Meridian")
	h.pick(stick)
	h.Go(present.Route{Page: present.PageContacts})
	h.runHeld()
	h.mustSay("Stopped. Nothing was left behind.", "Your own card")
	if left, err := os.ReadDir(stick); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestHandOver_stick_gone(t *testing.T) {
	h, _, to := fieldHouse(t, houseWith{}, true)
	h.toLeaves("Heron 18", to)
	h.givePassphrase(somePassphrase)
	h.press("handover.write", "name", "Meridian")
	h.pick(filepath.Join(t.TempDir(), "gone"))
	h.mustSay("The stick is gone")
}

func TestHandOver_receipt(t *testing.T) {
	h, office, to := fieldHouse(t, houseWith{}, true)
	ctx, stick := context.Background(), t.TempDir()
	know(t, office, h.Shell.Desk, true)
	h.toLeaves("Heron 18", to)
	h.givePassphrase(somePassphrase)
	h.press("handover.write", "name", "Meridian")
	h.pick(stick)
	files, _ := filepath.Glob(filepath.Join(stick, "*.age"))
	got, err := office.Open(ctx, files[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	receipt, err := office.Accept(ctx, got.BundleID, stick, nil)
	if err != nil {
		t.Fatal(err)
	}
	h.press("handover.open_receipt")
	h.pick(receipt.Path)
	h.mustSay("Meridian has Heron 18")
	if s, _ := h.Shell.Desk.Summary(referral.ID(h.caseID("Heron 18"))); s.State != referral.ProgressAcknowledged {
		t.Errorf("state %s", s.State)
	}
	h.press("handover.open_receipt")
	h.pick(files[0])
	h.mustSay("This file was not written for this desk")
}

// shotVariants are the ways in which each screen is looked at.
var shotVariants = []struct {
	name string
	with houseWith
}{
	{"", houseWith{}},
	{"-dark", houseWith{dark: true}},
	{"-small", houseWith{size: fyne.NewSize(1000, 640)}},
	{"-mirrored", houseWith{mirrored: true, pseudo: true}},
}

func TestShotsHandOver(t *testing.T) {
	drawing(t)
	for _, v := range shotVariants {
		t.Run(strings.TrimPrefix("light"+v.name, "-"), func(t *testing.T) {
			h, _, to := fieldHouse(t, v.with, true)
			shoot := func(name string) { h.shot("handover-" + name + v.name) }
			h.Go(present.Route{Page: present.PageHandOver, Case: h.caseID("Kestrel 27")})
			shoot("2-to-whom")
			h.press("handover.step.cases")
			shoot("1-cases")
			h.Go(present.Route{Page: present.PageHandOver, Case: h.caseID("Willow 52"), Contact: to})
			h.press("button.continue")
			shoot("3-missing")
			h.toLeaves("Kestrel 27", to)
			focusOn[*widgets.Passphrase](h)
			shoot("4-leaves")
			h.givePassphrase(somePassphrase)
			shoot("4-recognised")
			h.press("handover.write", "name", "Meridian")
			h.pick(t.TempDir())
			shoot("5-written")
		})
	}
}
