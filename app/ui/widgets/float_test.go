package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

func TestMenu(t *testing.T) {
	begin(t)
	taken := ""
	anchor := widgets.NewButton("More", nil)
	on := stage(t, widgets.Column(0, anchor))
	on.Focus(anchor)
	items := []widgets.MenuItem{
		{Icon: "edit", Words: "Rename", OnTap: func() { taken = "rename" }},
		{Words: "Take out", Red: true, OnTap: func() { taken = "out" }},
	}
	widgets.OpenMenu(anchor, items...)
	press(on.Focused(), fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if taken != "out" || on.Overlays().Top() != nil || on.Focused() != anchor {
		t.Errorf("took %q, focus on %T", taken, on.Focused())
	}
	widgets.OpenMenu(anchor, items...)
	press(on.Focused(), fyne.KeyEscape)
	if on.Overlays().Top() != nil {
		t.Error("Esc leaves the menu open")
	}
}

func TestDialog(t *testing.T) {
	begin(t)
	closed := 0
	var d *widgets.Dialog
	keep := widgets.NewButton("Keep it", func() { d.Close() })
	below := widgets.NewButton("below", nil)
	on := stage(t, widgets.Column(0, below))
	on.Focus(below)
	d = widgets.NewDialog("Take Kestrel 27 off this computer?", widgets.NewText(look.Body, "Its keys are destroyed.").Wrap(), keep)
	d.OnClose = func() { closed++ }
	d.Show(on)
	if on.Focused() != keep {
		t.Fatalf("focus on %T, want the dialog's button", on.Focused())
	}
	test.TapCanvas(on, fyne.NewPos(5, 5))
	if closed != 0 {
		t.Error("a press on the veil closes a dialog")
	}
	press(keep, fyne.KeySpace)
	d.Close()
	if closed != 1 || on.Overlays().Top() != nil || on.Focused() != below {
		t.Errorf("closed %d times, focus on %T", closed, on.Focused())
	}
}

func TestDialogFitsSmallWindow(t *testing.T) {
	begin(t)
	on := stage(t, widgets.Column(0))
	d := widgets.NewDialog("Heading", nil, widgets.NewButton("Keep it", nil)).Wide(4000)
	d.Show(on)
	d.Reflow()
	if w := on.Overlays().Top().Size().Width; w != on.Size().Width {
		t.Errorf("veil is %v wide, window %v", w, on.Size().Width)
	}
}
