package widgets_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

func TestSaveState(t *testing.T) {
	begin(t)
	taps := 0
	s := widgets.NewSaveState(func() { taps++ })
	on := stage(t, widgets.Column(0, s))
	for kind, takesFocus := range map[widgets.SaveKind]bool{widgets.Saved: false, widgets.Saving: false, widgets.NotSaved: true} {
		s.Set(kind, "words")
		s.Step()
		on.Unfocus()
		on.FocusNext()
		if (on.Focused() == s) != takesFocus {
			t.Errorf("kind %d: takes focus %v, want %v", kind, !takesFocus, takesFocus)
		}
	}
	s.Set(widgets.NotSaved, "Not saved: disk full")
	press(s, fyne.KeySpace)
	if taps != 1 {
		t.Error("the red plate opens nothing")
	}
}

func TestRingPercent(t *testing.T) {
	begin(t)
	for share, want := range map[float64]string{0: "0%", 0.62: "62%", 0.999: "99%", 1: "100%", 7: "100%"} {
		if got := widgets.NewRing(widgets.RingSmall).Share(share).Percent(); got != want {
			t.Errorf("%v: got %s, want %s", share, got, want)
		}
	}
}

func TestItems(t *testing.T) {
	begin(t)
	taps := 0
	tap := func() { taps++ }
	n, s := widgets.NewNavigationItem("home", "Start", tap), widgets.NewSectionItem("Family", tap)
	r := widgets.NewReadinessItem(widgets.Red, "Why she can’t stay", "Say why.", "Claim · R139", tap, widgets.NewButton("Go there", nil))
	p := widgets.NewPersonCard("id", "SK", "Sohrab Karimi", "", "Son, 21", 0.4, tap)
	on := stage(t, widgets.Column(look.Gap8, n, s, r, p))
	for range 4 {
		on.FocusNext()
		press(on.Focused(), fyne.KeySpace)
	}
	if taps != 4 {
		t.Errorf("got %d calls, want 4", taps)
	}
	before := r.MinSize().Height
	r.SetChosen(true)
	if r.MinSize().Height <= before {
		t.Error("a chosen point without its buttons")
	}
	n.SetFolded(true)
	if got := n.MinSize(); got != fyne.NewSize(59, 52) {
		t.Errorf("folded: got %v, want 59×52", got)
	}
}

func TestAvatarIsStable(t *testing.T) {
	begin(t)
	a, b := widgets.NewAvatar(widgets.AvatarRow, "7f3a", "LR"), widgets.NewAvatar(widgets.AvatarRow, "7f3a", "LR")
	stage(t, widgets.Row(0, a, b))
	if test.RenderObjectToMarkup(a) != test.RenderObjectToMarkup(b) {
		t.Error("the same person, two discs")
	}
}

func TestProgress(t *testing.T) {
	begin(t)
	cancelled := false
	p := widgets.NewProgress("Writing", "Leave the stick in", "Cancel", func() { cancelled = true })
	on := stage(t, widgets.Column(0, p))
	p.Set(0.5, "5 of 10 MB")
	on.FocusNext()
	press(on.Focused(), fyne.KeyReturn)
	if !cancelled {
		t.Error("Cancel does nothing")
	}
}

func TestPictureViewer(t *testing.T) {
	begin(t)
	v := widgets.NewPictureViewer(image.NewGray(image.Rect(0, 0, 40, 30)))
	on := stage(t, v)
	on.Focus(v)
	v.TypedRune('-')
	if v.Zoom() != 1 {
		t.Errorf("smaller than fitting: %v", v.Zoom())
	}
	for range 30 {
		v.TypedRune('+')
	}
	if v.Zoom() != 8 {
		t.Errorf("largest: got %v, want 8", v.Zoom())
	}
	v.TypedRune('0')
	if v.Zoom() != 1 {
		t.Errorf("fit: got %v", v.Zoom())
	}
}
