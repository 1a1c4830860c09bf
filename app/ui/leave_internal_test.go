package ui

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/referral"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
	"harbour/app/words"
	"harbour/assets"
	"harbour/crypto"
)

// unsaved is a page whose last change can be saved, or not.
type unsaved struct {
	w     *Window
	fails bool
	saves int
}

func (*unsaved) Content() fyne.CanvasObject { return widgets.Stack() }

func (u *unsaved) Leave() present.Job {
	return func(context.Context, func(present.Progress)) func() {
		return func() {
			u.saves++
			if u.fails {
				u.w.ShowSave(present.Save{Why: present.Message{Key: "error.disk_full"}})
				u.w.Stay()
			}
		}
	}
}

// TestUnsavedStays: nothing leads away from words that could not be saved, but
// an idle desk locks all the same.
func TestUnsavedStays(t *testing.T) {
	now := time.Date(2026, 3, 19, 14, 2, 0, 0, time.UTC)
	restarts := 0
	w := windowOn(t, &now, func(Restart) { restarts++ })
	page := &unsaved{w: w, fails: true}
	w.open = page
	for _, way := range []struct {
		name string
		act  func()
	}{
		{"another page", func() { w.Go(present.Route{Page: present.PageSettings}) }},
		{"back", w.Back},
		{"lock", w.Lock},
	} {
		way.act()
		if w.open != page || restarts != 0 {
			t.Fatalf("%s: left", way.name)
		}
	}
	if page.saves != 3 || w.Window.Canvas().Overlays().Top() == nil {
		t.Errorf("saved %d times; asked %t", page.saves, w.Window.Canvas().Overlays().Top() != nil)
	}
	w.Tick()
	now = now.Add(time.Hour)
	w.Tick()
	if restarts != 1 || w.Shell.Desk != nil {
		t.Errorf("idle: %d restarts", restarts)
	}
}

func TestSavedLeaves(t *testing.T) {
	now := time.Date(2026, 3, 19, 14, 2, 0, 0, time.UTC)
	w := windowOn(t, &now, func(Restart) {})
	page := &unsaved{w: w}
	w.open = page
	w.Go(present.Route{Page: present.PageSettings})
	if page.saves != 1 || w.Route().Page != present.PageSettings {
		t.Errorf("saved %d times, at %s", page.saves, w.Route().Page)
	}
	w.Back()
	if w.Route().Page != present.PageStart {
		t.Errorf("back at %s", w.Route().Page)
	}
}

// windowOn is a window on the start page of a field desk.
func windowOn(t *testing.T, now *time.Time, restart func(Restart)) *Window {
	t.Helper()
	book, err := referral.ReadBook(assets.Vocabularies(), assets.Requirements(), assets.Consents())
	if err != nil {
		t.Fatal(err)
	}
	language, err := words.Parse(assets.Words())
	if err != nil {
		t.Fatal(err)
	}
	program := casework.NewProgram(book, []string{"kestrel"}, "test")
	program.Now = func() time.Time { return *now }
	program.Cost = func() crypto.Cost { return crypto.Cost{MemoryKiB: 64, Time: 1, Threads: 1} }
	pass := casework.NewPassphrase()
	defer pass.Destroy()
	pass.PutRune('k')
	dir := filepath.Join(t.TempDir(), "desk")
	if err := program.Create(t.Context(), dir, pass, casework.SetUp{Role: casework.RoleField, Name: "Desk 3"}); err != nil {
		t.Fatal(err)
	}
	shell := present.NewShell(program, dir, nil, nil)
	if shell.Desk, err = program.Unlock(t.Context(), dir, pass); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = shell.Lock() })
	w := New(Config{
		App: test.NewTempApp(t), Window: test.NewTempWindow(t, nil), Shell: shell, Words: language.In("en"),
		Theme: look.New(look.Light, look.LeftToRight), Runner: NewInlineRunner(), Restart: restart,
	})
	w.Go(shell.Home())
	return w
}
