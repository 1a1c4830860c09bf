package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// SaveKind says how the last save went.
type SaveKind int

// Kinds of save states.
const (
	Saved SaveKind = iota
	Saving
	NotSaved
)

// SaveState stands above Lock now on every screen: a check and the time, a turning ring,
// or a red plate that stays and can be pressed for what to do.
type SaveState struct {
	control

	// OnTap is called when the red plate is pressed.
	OnTap func()

	kind  SaveKind
	frame *Frame
	icon  *Icon
	ringS *Ring
	text  *Text
	tree  *fyne.Container
}

// NewSaveState makes a state of nothing yet.
func NewSaveState(onTap func()) *SaveState {
	s := &SaveState{OnTap: onTap, frame: NewFrame(Paint{}), text: NewText(look.Small, "")}
	s.icon, s.ringS = NewIcon("check", look.IconInline, look.Green), NewRing(look.IconInline).Turning()
	s.tree = Stack(s.frame, Inset(look.Gap8, look.Gap4, Row(look.Gap8, s.icon, s.ringS, s.text)))
	s.extend(s)
	s.act = func() {
		if s.OnTap != nil {
			s.OnTap()
		}
	}
	s.restate = s.paint
	s.paint()
	return s
}

// Set shows how the last save went, in words such as "Saved 14:02".
func (s *SaveState) Set(kind SaveKind, words string) {
	s.kind = kind
	s.text.SetWords(words)
	s.Refresh()
}

// Step turns the ring of a save that is under way.
func (s *SaveState) Step() { s.ringS.Step() }

// Disabled keeps the keyboard away while there is nothing to open.
func (s *SaveState) Disabled() bool { return s.kind != NotSaved }

func (s *SaveState) paint() {
	paint, ink := Paint{Fill: look.Clear, Radius: look.Radius}, look.Ink2
	icon, mark := "check", look.Green
	if s.kind == NotSaved {
		paint, ink, icon, mark = platePaint(look.RedTint, look.Red, look.Radius), look.Red, "disk", look.Red
	}
	s.frame.Set(paint)
	s.text.SetBold(s.kind == NotSaved)
	s.text.SetColour(ink)
	s.icon.Set(icon, mark)
	show(s.icon, s.kind != Saving && s.text.Words() != "")
	show(s.ringS, s.kind == Saving)
	s.paintRing()
}

// CreateRenderer implements fyne.Widget.
func (s *SaveState) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	return &renderer{
		objects: []fyne.CanvasObject{s.tree, s.ring},
		min:     s.tree.MinSize,
		layout: func(size fyne.Size) {
			s.tree.Resize(size)
			s.placeRing(fyne.Position{}, size, look.Radius)
		},
		refresh: func() {
			s.paint()
			s.tree.Refresh()
		},
	}
}

// State is an icon and a word in the colour of a tone: trust, readiness, counts.
type State struct {
	widget.BaseWidget

	tone Tone
	icon *Icon
	text *Text
	tree *fyne.Container
}

// NewState makes a state in semibold. Small is the size used in lists.
func NewState(tone Tone, icon, words string, step look.Step) *State {
	_, ink := tone.colours()
	size := look.IconRow
	if step == look.Small {
		size = look.IconInline
	}
	s := &State{tone: tone, icon: NewIcon(icon, size, ink), text: NewText(step, words).Bold().In(ink).Ellipsis()}
	s.tree = Row(6, s.icon, Grow(1, s.text))
	s.ExtendBaseWidget(s)
	return s
}

// Trust is how well a key is known.
type Trust int

// Kinds of trust.
const (
	UnknownSender Trust = iota
	FirstSeen
	CheckedInPerson
)

// NewTrustBadge shows trust in words of the screen's language, wherever a key is used.
func NewTrustBadge(trust Trust, words string, step look.Step) *State {
	tone, icon := trust.sign()
	return NewState(tone, icon, words, step)
}

// Set shows another state.
func (s *State) Set(tone Tone, icon, words string) {
	_, ink := tone.colours()
	s.tone = tone
	s.icon.Set(icon, ink)
	s.text.SetWords(words)
	s.text.SetColour(ink)
}

// SetTrust shows other trust.
func (s *State) SetTrust(trust Trust, words string) {
	tone, icon := trust.sign()
	s.Set(tone, icon, words)
}

func (t Trust) sign() (Tone, string) {
	switch t {
	case CheckedInPerson:
		return Green, "shield-checked"
	case FirstSeen:
		return Amber, "shield-first-seen"
	default:
		return Red, "shield-unknown"
	}
}

// CreateRenderer implements fyne.Widget.
func (s *State) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := filled(s.tree, nil)
	r.min = func() fyne.Size {
		m := s.tree.MinSize()
		m.Width = s.icon.MinSize().Width + 6 + s.text.measure(s.text.words)
		return m
	}
	return r
}
