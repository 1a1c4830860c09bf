package widgets

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"harbour/app/ui/look"
)

// Secret is what a passphrase is typed into. The letters live there alone: the widget
// sees each only as it is typed, and never makes a string of them.
type Secret interface {
	PutRune(r rune) bool // false when there is no room or r is not a character
	TakeRune()
	Len() int
	Wipe()
}

// Measures of the dots.
const (
	dotSide  float32 = 9
	dotPitch float32 = 14
)

// Passphrase takes a passphrase letter by letter and shows a dot for each. It is no
// entry: nothing can be pasted, copied or selected, and Backspace overwrites.
type Passphrase struct {
	control

	// OnChanged is called after each letter typed or taken back.
	OnChanged func()
	// OnSubmitted is called for Enter.
	OnSubmitted func()
	// Script gives the words for the script of the last letter ("Latin", "Arabic"), by its
	// Unicode name; without it there is no hint.
	Script func(name string) string

	secret Secret
	height float32
	failed bool
	frame  *Frame
	cursor *canvas.Rectangle
	hint   *Text
	icon   *Icon
	state  *State
	body   *fyne.Container
}

// NewPassphrase makes an empty passphrase, 48 high. Who gave the secret wipes it.
func NewPassphrase(into Secret) *Passphrase {
	p := &Passphrase{secret: into, height: look.PassphraseHeight, frame: NewFrame(Paint{}), cursor: &canvas.Rectangle{}}
	p.icon = NewIcon("keyboard", look.IconInline, look.Ink2)
	p.hint = NewText(look.Small, "").In(look.Ink2)
	p.state = NewState(Green, "check", "", look.Small)
	p.state.Hide()
	p.icon.Hide()
	p.body = Inset(look.Gap12, 0, Row(look.Gap8, Flex(), p.state, p.icon, p.hint))
	p.extend(p)
	p.restate = p.paint
	p.onRune = p.typed
	p.onKey = p.key
	return p
}

// Tall sets the height: 52 where the vault is opened.
func (p *Passphrase) Tall(height float32) *Passphrase { p.height = height; return p }

// SetFailed shows or takes away the red line.
func (p *Passphrase) SetFailed(failed bool) {
	p.failed = failed
	p.Refresh()
}

// SetState shows a word at the end, such as "the same"; empty words take it away.
func (p *Passphrase) SetState(tone Tone, icon, words string) {
	p.state.Set(tone, icon, words)
	show(p.state, words != "")
	p.body.Refresh()
}

// Clear wipes what was typed.
func (p *Passphrase) Clear() {
	p.secret.Wipe()
	p.setHint("")
	p.Refresh()
}

func (p *Passphrase) typed(r rune) {
	if unicode.IsControl(r) || !p.secret.PutRune(r) {
		return
	}
	p.failed = false
	if name := scriptOf(r); name != "" && p.Script != nil {
		p.setHint(p.Script(name))
	}
	p.changedByKey()
}

func (p *Passphrase) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyBackspace:
		if p.secret.Len() > 0 {
			p.secret.TakeRune()
			p.changedByKey()
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.OnSubmitted != nil {
			p.OnSubmitted()
		}
	default:
		return false
	}
	return true
}

func (p *Passphrase) changedByKey() {
	p.Refresh()
	if p.OnChanged != nil {
		p.OnChanged()
	}
}

func (p *Passphrase) setHint(words string) {
	p.hint.SetWords(words)
	show(p.icon, words != "")
	p.body.Refresh()
}

// scriptOf names the script that a letter belongs to, empty for what all scripts share.
func scriptOf(r rune) string {
	for _, name := range []string{"Latin", "Arabic", "Cyrillic", "Greek", "Ethiopic", "Myanmar", "Hebrew",
		"Georgian", "Armenian", "Devanagari", "Bengali", "Tamil", "Thai", "Han", "Hangul", "Hiragana", "Katakana"} {
		if unicode.Is(unicode.Scripts[name], r) {
			return name
		}
	}
	return ""
}

func (p *Passphrase) paint() {
	paint := Paint{Fill: look.FieldGround, Line: look.Line, Radius: look.Radius}
	switch {
	case p.disabled:
		paint.Fill, paint.Line = look.Hover, look.Clear
	case p.failed:
		paint.Line, paint.Width = look.Red, look.FocusWidth
	case p.focused:
		paint.Line, paint.Width = look.Focus, look.FocusWidth
	}
	p.frame.Set(paint)
	p.cursor.FillColor = look.Current().Colour(look.Focus)
	p.cursor.Hidden = !p.focused || p.disabled
	p.cursor.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (p *Passphrase) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &passphraseRenderer{p: p, dots: Place()}
	r.renderer = renderer{
		objects: []fyne.CanvasObject{p.frame, r.dots, p.cursor, p.body},
		min: func() fyne.Size {
			return fyne.NewSize(160, look.Current().Scaled(p.height))
		},
		layout: func(size fyne.Size) {
			put(p.frame, 0, 0, size.Width, size.Height, size.Width)
			put(p.body, 0, 0, size.Width, size.Height, size.Width)
			r.dots.Resize(size)
			r.drawDots(size)
		},
		refresh: func() {
			p.paint()
			r.drawDots(p.Size())
		},
	}
	p.paint()
	return r
}

type passphraseRenderer struct {
	renderer

	p    *Passphrase
	dots *fyne.Container
}

// drawDots shows one dot for each letter, the last ones where not all have room.
func (r *passphraseRenderer) drawDots(size fyne.Size) {
	room := size.Width - 2*look.Gap12 - r.p.body.MinSize().Width
	count := min(r.p.secret.Len(), max(0, int(room/dotPitch)))
	for len(r.dots.Objects) < count {
		r.dots.Objects = append(r.dots.Objects, &canvas.Circle{})
	}
	top := (size.Height - dotSide) / 2
	for i, o := range r.dots.Objects {
		dot := o.(*canvas.Circle)
		dot.Hidden = i >= count
		dot.FillColor = look.Current().Colour(look.Ink)
		put(dot, look.Gap12+float32(i)*dotPitch, top, dotSide, dotSide, size.Width)
		dot.Refresh()
	}
	const cursorHeight = 20
	x := look.Gap12 + float32(count)*dotPitch
	if count > 0 {
		x += 3
	}
	put(r.p.cursor, x, (size.Height-cursorHeight)/2, look.FocusWidth, cursorHeight, size.Width)
}
