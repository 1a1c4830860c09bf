package ui_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"harbour/app/casework"
	"harbour/app/present"
)

func openHouse(t *testing.T) *house {
	t.Helper()
	return newHouse(t, houseWith{role: casework.RoleField, practice: true, cases: threeCases})
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
}

// TestLock closes the desk and asks for a fresh program that looks the same.
func TestLock(t *testing.T) {
	for _, way := range []string{"button", "key", "key in a field"} {
		t.Run(way, func(t *testing.T) {
			h := openHouse(t)
			switch way {
			case "button":
				h.tap(h.Words.Text("foot.lock"))
			case "key":
				h.shortcut(ctrl(fyne.KeyL))
			default:
				h.shortcut(ctrl(fyne.KeyF))
				h.Window.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(ctrl(fyne.KeyL))
			}
			if h.Shell.Desk != nil || len(h.restarts) != 1 {
				t.Fatalf("open %t, restarts %d", h.Shell.Desk != nil, len(h.restarts))
			}
			r := h.restarts[0]
			if r.Dir != h.Shell.Dir || r.Dark || r.Width != 1280 || r.Language != "en" || r.TextScale != 1 {
				t.Errorf("restart %+v", r)
			}
		})
	}
}

// TestIdle counts the last thirty seconds down, stops for a key and for the
// pointer, and locks.
func TestIdle(t *testing.T) {
	h := openHouse(t)
	h.Tick()
	after := func(d time.Duration) { h.now = h.now.Add(d); h.Tick() }
	after(4*time.Minute + 29*time.Second)
	if h.says("Locks in") {
		t.Fatal("counts too early")
	}
	after(2 * time.Second)
	h.mustSay("Locks in 29 seconds")
	h.Window.Window.Canvas().Content().(desktop.Cursorable).Cursor()
	if h.says("Locks in") {
		t.Error("still counts after the pointer moved")
	}
	after(4*time.Minute + 59*time.Second)
	h.mustSay("Locks in 1 second.")
	h.shortcut(ctrl(fyne.KeyF))
	h.typed("k")
	if h.says("Locks in") {
		t.Error("still counts after a key")
	}
	after(5 * time.Minute)
	if h.Shell.Desk != nil || len(h.restarts) != 1 {
		t.Error("did not lock")
	}
}

// TestIdleWaitsForWork that shows how far it is.
func TestIdleWaitsForWork(t *testing.T) {
	h := newHouse(t, houseWith{role: casework.RoleField, held: true})
	h.Go(present.Route{Page: present.PageSettings})
	h.tap(h.Words.Text("settings.verify_button"))
	h.mustSay(h.Words.Text("settings.verify_name"))
	h.now = h.now.Add(time.Hour)
	h.Tick()
	if h.Shell.Desk == nil {
		t.Fatal("locked while the folder was checked")
	}
	h.held[0]()
	h.mustSay("All is whole")
	h.now = h.now.Add(time.Hour)
	h.Tick()
	if h.Shell.Desk != nil {
		t.Error("did not lock when the work was done")
	}
}
