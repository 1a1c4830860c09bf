package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// entry is the toolkit's entry without its keyboard trap, telling who owns it what
// happens to it. It never holds a passphrase.
type entry struct {
	widget.Entry

	name    string
	onFocus func(bool)
	onKey   func(*fyne.KeyEvent) bool // true when it used the key
	onAlt   func(digit int) bool      // Alt with 1 to 9
	onHover func(bool)
}

var _ desktop.Hoverable = (*entry)(nil)

func newEntry(rows int) *entry {
	e := &entry{}
	if rows > 1 {
		e.MultiLine = true
		e.Wrapping = fyne.TextWrapWord
		e.SetMinRowsVisible(rows)
	} else {
		e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	}
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab lets Tab leave a field of several lines.
func (e *entry) AcceptsTab() bool { return false }

// FocusGained implements fyne.Focusable.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	if e.onFocus != nil {
		e.onFocus(true)
	}
	revealFocused(e)
}

// FocusLost implements fyne.Focusable.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	if e.onFocus != nil {
		e.onFocus(false)
	}
}

// TypedRune implements fyne.Focusable.
func (e *entry) TypedRune(r rune) {
	noticed(e)
	e.Entry.TypedRune(r)
}

// TypedKey implements fyne.Focusable.
func (e *entry) TypedKey(key *fyne.KeyEvent) {
	noticed(e)
	if key.Name == fyne.KeyF1 {
		passKey(e, key)
		return
	}
	if e.onKey != nil && e.onKey(key) {
		return
	}
	e.Entry.TypedKey(key)
}

// TypedShortcut implements fyne.Shortcutable.
func (e *entry) TypedShortcut(shortcut fyne.Shortcut) {
	if custom, ok := shortcut.(*desktop.CustomShortcut); ok && custom.Modifier == fyne.KeyModifierAlt && e.onAlt != nil {
		if name := custom.KeyName; len(name) == 1 && name >= "1" && name <= "9" && e.onAlt(int(name[0]-'0')) {
			return
		}
	}
	e.Entry.TypedShortcut(shortcut)
	passShortcut(e, shortcut)
}

// MouseIn implements desktop.Hoverable.
func (e *entry) MouseIn(*desktop.MouseEvent) { e.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (e *entry) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (e *entry) MouseOut() { e.hover(false) }

func (e *entry) hover(in bool) {
	if e.onHover != nil {
		e.onHover(in)
	}
}
