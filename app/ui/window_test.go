package ui_test

import (
	"context"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/referral"
	"harbour/app/ui"
	"harbour/app/ui/look"
	"harbour/app/words"
	"harbour/assets"
	"harbour/crypto"
)

// someDay is the day of the practice cases.
var someDay = time.Date(2026, 3, 19, 14, 2, 11, 0, time.UTC)

const somePassphrase = "pebble orchard kettle"

// house is a window with all that it stands on, without a display.
type house struct {
	*ui.Window
	tb       testing.TB
	now      time.Time
	restarts []ui.Restart
	held     []func() // jobs not yet begun, where they are held
}

// houseWith says how a house differs from a light English one at the lock of no
// folder.
type houseWith struct {
	role     string // sets a desk up, and opens it
	practice bool
	cases    []string
	dark     bool
	mirrored bool
	pseudo   bool
	held     bool // jobs wait for a test to begin them
	size     fyne.Size
}

func newHouse(t testing.TB, with houseWith) *house {
	t.Helper()
	h := &house{tb: t, now: someDay}
	shell := newShell(t, func() time.Time { return h.now })
	if with.role != "" {
		openDesk(t, shell, with)
	}
	book, err := words.Parse(wordsOf(t, with.pseudo))
	if err != nil {
		t.Fatal(err)
	}
	if with.size.Width == 0 {
		with.size = fyne.NewSize(ui.DefaultWidth, ui.DefaultHeight)
	}
	app := test.NewTempApp(t)
	window := test.NewTempWindow(t, nil)
	scheme := look.Light
	if with.dark {
		scheme = look.Dark
	}
	runner := ui.NewInlineRunner()
	if with.held {
		runner = ui.NewSteppedRunner(func(job func()) { h.held = append(h.held, job) })
	}
	h.Window = ui.New(ui.Config{
		App: app, Window: window, Shell: shell, Words: book.In("en"), Version: "test",
		Theme: look.New(scheme, look.Direction(with.mirrored)), Runner: runner,
		Restart: func(r ui.Restart) { h.restarts = append(h.restarts, r) },
	})
	window.Resize(with.size)
	if shell.Desk != nil {
		h.Go(shell.Home())
	}
	return h
}

func newShell(t testing.TB, now func() time.Time) *present.Shell {
	t.Helper()
	book, err := referral.ReadBook(assets.Vocabularies(), assets.Requirements(), assets.Consents())
	if err != nil {
		t.Fatal(err)
	}
	program := casework.NewProgram(book, wordlist(t, assets.CaseWords), "test")
	program.Now = now
	program.Cost = func() crypto.Cost { return crypto.Cost{MemoryKiB: 64, Time: 1, Threads: 1} }
	dir := filepath.Join(t.TempDir(), "desk-3")
	return present.NewShell(program, dir, wordlist(t, assets.PassphraseWords), [][]byte{invented(t, "family-of-four.json")})
}

func wordlist(t testing.TB, name string) []string {
	t.Helper()
	list, err := assets.Wordlist(name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(list))
}

func invented(t testing.TB, name string) []byte {
	t.Helper()
	b, err := fs.ReadFile(assets.Practice(), name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// openDesk sets a desk up in the shell's folder and opens it.
func openDesk(t testing.TB, shell *present.Shell, with houseWith) {
	t.Helper()
	ctx := context.Background()
	pass := casework.NewPassphrase()
	defer pass.Destroy()
	for _, r := range somePassphrase {
		pass.PutRune(r)
	}
	err := shell.Program.Create(ctx, shell.Dir, pass, casework.SetUp{Role: with.role, Name: "Desk 3", Practice: with.practice, Prefs: casework.Preferences{Dark: with.dark}})
	if err != nil {
		t.Fatal(err)
	}
	desk, err := shell.Program.Unlock(ctx, shell.Dir, pass)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = shell.Lock() })
	shell.Desk = desk
	for _, name := range with.cases {
		if _, err := desk.Take(ctx, invented(t, name)); err != nil {
			t.Fatal(err)
		}
	}
}

// wordsOf are the English words, or a third longer ones.
func wordsOf(t testing.TB, pseudo bool) fs.FS {
	t.Helper()
	if !pseudo {
		return assets.Words()
	}
	return longer(t, assets.Words())
}

// drawing skips a test that only draws, where nobody asked for pictures.
func drawing(t testing.TB) {
	t.Helper()
	if os.Getenv("HARBOUR_SHOTS") == "" {
		t.Skip("make shots draws this")
	}
}

// shot writes a picture of the window where HARBOUR_SHOTS says.
func (h *house) shot(name string) {
	h.tb.Helper()
	dir := os.Getenv("HARBOUR_SHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		h.tb.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, h.Window.Window.Canvas().Capture()); err != nil {
		h.tb.Fatal(err)
	}
}

// typed types into what has the keyboard.
func (h *house) typed(text string) {
	h.tb.Helper()
	on := h.Window.Window.Canvas().Focused()
	if on == nil {
		h.tb.Fatal("nothing has the keyboard")
	}
	for _, r := range text {
		on.TypedRune(r)
	}
}

// key presses a key in what has the keyboard.
func (h *house) key(name fyne.KeyName) {
	h.tb.Helper()
	on := h.Window.Window.Canvas().Focused()
	if on == nil {
		h.tb.Fatal("nothing has the keyboard")
	}
	on.TypedKey(&fyne.KeyEvent{Name: name})
}
