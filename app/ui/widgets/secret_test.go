package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// letters is a secret that a test can look into.
type letters struct {
	held []rune
	most int
}

func (l *letters) PutRune(r rune) bool {
	if len(l.held) == l.most {
		return false
	}
	l.held = append(l.held, r)
	return true
}
func (l *letters) TakeRune() { l.held = l.held[:len(l.held)-1] }
func (l *letters) Len() int  { return len(l.held) }
func (l *letters) Wipe()     { l.held = nil }

func TestPassphrase(t *testing.T) {
	begin(t)
	secret := &letters{most: 6}
	changes, submitted, script := 0, 0, ""
	p := widgets.NewPassphrase(secret)
	p.OnChanged = func() { changes++ }
	p.OnSubmitted = func() { submitted++ }
	p.Script = func(name string) string { script = name; return name }
	on := stage(t, widgets.Column(0, p))
	on.Focus(p)
	for _, r := range "abc ف\n" {
		p.TypedRune(r)
	}
	if string(secret.held) != "abc ف" || changes != 5 || script != "Arabic" {
		t.Errorf("held %d letters after %d changes, script %q", secret.Len(), changes, script)
	}
	press(p, fyne.KeyBackspace, fyne.KeySpace, fyne.KeyReturn)
	if secret.Len() != 4 || submitted != 1 {
		t.Errorf("held %d letters, submitted %d times", secret.Len(), submitted)
	}
	p.Clear()
	press(p, fyne.KeyBackspace)
	if secret.Len() != 0 {
		t.Error("Clear leaves letters")
	}
}

func TestPassphraseRefusesPaste(t *testing.T) {
	begin(t)
	var p fyne.CanvasObject = widgets.NewPassphrase(&letters{})
	if _, ok := p.(fyne.Shortcutable); ok {
		t.Error("a passphrase takes shortcuts, so it could be pasted")
	}
}

func TestPassphraseFullOrOff(t *testing.T) {
	begin(t)
	secret := &letters{most: 2}
	p := widgets.NewPassphrase(secret)
	changes := 0
	p.OnChanged = func() { changes++ }
	stage(t, p)
	for _, r := range "abcd" {
		p.TypedRune(r)
	}
	if changes != 2 {
		t.Errorf("full: %d changes, want 2", changes)
	}
	p.Disable()
	press(p, fyne.KeyBackspace)
	if secret.Len() != 2 {
		t.Error("a disabled passphrase takes keys")
	}
}

func TestGroups(t *testing.T) {
	begin(t)
	typed := map[int]string{}
	g := widgets.NewGroups([12]string{}, "ask again", 1, 4)
	g.OnTyped = func(slot int, figures string) {
		typed[slot] = figures
		g.Set(slot, widgets.GroupRight)
	}
	on := stage(t, widgets.Column(look.Gap8, g.Object))
	on.FocusNext()
	for _, r := range "40x71۸" {
		on.Focused().TypedRune(r)
	}
	if typed[1] != "40718" {
		t.Fatalf("first open slot: got %q, want 40718", typed[1])
	}
	for _, r := range "31" {
		on.Focused().TypedRune(r)
	}
	press(on.Focused(), fyne.KeyBackspace)
	if got := g.Figures(4); got != "3" {
		t.Errorf("second: got %q, want 3", got)
	}
	g.Set(4, widgets.GroupWrong)
	on.Focused().TypedRune('9')
	if got := g.Figures(4); got != "9" {
		t.Errorf("after a wrong one: got %q, want 9", got)
	}
	if g.Figures(0) != "" {
		t.Error("a closed slot took figures")
	}
}
