package widgets

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// Lengths of the list that a choice opens.
const (
	choiceRow   float32 = 36
	choiceRows          = 8 // in view; above that many options there is a filter
	choiceInset float32 = 4
)

// Choice is a field whose value comes from a list. Enter, Space, Down or a letter opens
// it; letters find; Esc closes.
type Choice struct {
	control

	// OnChoose is called with the key that a person chose.
	OnChoose func(key string)

	options     []Option
	shown       []Option
	chosen      string
	placeholder string
	filterHint  string
	failed      bool
	height      float32
	frame       *Frame
	words       *Text
	chevron     *Icon
	float       *float
	list        *List
	filter      *Input
}

// NewChoice makes a choice of options with none chosen. Long lists, such as countries,
// get a filter.
func NewChoice(options ...Option) *Choice {
	c := &Choice{options: options, height: look.FieldHeight, frame: NewFrame(Paint{})}
	c.words = NewText(look.Body, "").Ellipsis()
	c.chevron = NewIcon("chevron-down", look.IconInline, look.Ink2)
	c.extend(c)
	c.act = c.openList
	c.restate = c.paint
	c.onKey = func(key *fyne.KeyEvent) bool {
		if key.Name == fyne.KeyDown {
			c.openList()
		}
		return key.Name == fyne.KeyDown
	}
	c.onRune = c.openAt
	return c
}

// Placeholder sets the words of an empty choice and of the filter of its list.
func (c *Choice) Placeholder(empty, filter string) *Choice {
	c.placeholder, c.filterHint = empty, filter
	return c
}

// Tall sets the height.
func (c *Choice) Tall(height float32) *Choice { c.height = height; return c }

// Chosen returns the key chosen, empty for none.
func (c *Choice) Chosen() string { return c.chosen }

// Choose shows a key as chosen without calling OnChoose.
func (c *Choice) Choose(key string) {
	c.chosen = key
	c.Refresh()
}

// SetOptions replaces the options; a chosen key stays even where it is no longer one.
func (c *Choice) SetOptions(options ...Option) {
	c.options = options
	c.Refresh()
}

// SetFailed shows or takes away the red line.
func (c *Choice) SetFailed(failed bool) {
	c.failed = failed
	c.Refresh()
}

// NewChoiceField makes a choice with its label.
func NewChoiceField(label string, options ...Option) (*Labelled, *Choice) {
	c := NewChoice(options...)
	l := NewLabelled(label, c)
	l.mark = c.SetFailed
	return l, c
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Choice) AccessibilityLabel() string { return c.words.Words() }

// AccessibilityRole implements fyne.Accessible.
func (c *Choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// openAt opens the list with a typed letter: as the filter, or at the first option that
// starts with it.
func (c *Choice) openAt(r rune) {
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return
	}
	c.openList()
	if c.float == nil {
		return
	}
	if c.filter != nil {
		c.filter.entry.TypedRune(r)
		return
	}
	c.jump(r)
}

func (c *Choice) jump(r rune) {
	for i, o := range c.shown {
		if strings.HasPrefix(strings.ToLower(o.Words), string(unicode.ToLower(r))) {
			c.list.Choose(i)
			return
		}
	}
}

func (c *Choice) openList() {
	on := canvasOf(c)
	if on == nil || c.float != nil {
		return
	}
	c.shown = c.options
	c.list = NewList(choiceRow, func() fyne.CanvasObject {
		return NewText(look.Body, "").Ellipsis()
	}, func(row int, object fyne.CanvasObject, _ bool) {
		object.(*Text).SetWords(c.shown[row].Words)
	}).Plain().Padded(look.Gap8)
	c.list.OnChoose = func(row int) { c.take(c.shown[row].Key) }
	c.list.escape = func() { c.float.close() }
	c.list.onRune = c.jump
	content, height := fyne.CanvasObject(c.list), c.listHeight()
	if len(c.options) > choiceRows {
		content, height = c.filtered(), height+look.FieldHeight+look.Gap4
	}
	frame := NewFrame(Paint{Fill: look.Raised, Line: look.Hair, Radius: look.Radius}).Floating()
	body := Stack(frame, Inset(choiceInset, choiceInset, content))
	c.float = openFloat(on, body, false, under(c, fyne.NewSize(c.Size().Width, height+2*choiceInset)))
	c.float.onClose = func() {
		c.float, c.filter = nil, nil
		on.Focus(c)
	}
	c.list.SetCount(len(c.shown))
	c.list.Choose(c.indexOf(c.chosen))
	if c.filter != nil {
		c.filter.Focus()
		return
	}
	on.Focus(c.list)
}

func (c *Choice) listHeight() float32 {
	return look.Current().Scaled(choiceRow) * float32(min(len(c.options), choiceRows))
}

// filtered puts an input over the list that narrows it.
func (c *Choice) filtered() fyne.CanvasObject {
	c.filter = NewInput().Placeholder(c.filterHint)
	c.filter.OnChanged = func(text string) {
		c.shown = matching(c.options, text)
		c.list.SetCount(len(c.shown))
		c.list.Choose(0)
	}
	c.filter.OnSubmitted = func(string) { c.list.open(c.list.chosen) }
	c.filter.entry.onKey = func(key *fyne.KeyEvent) bool {
		switch key.Name {
		case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyEscape:
			return c.list.key(key)
		default:
			return false
		}
	}
	return Column(look.Gap4, c.filter, Grow(1, c.list))
}

func (c *Choice) take(key string) {
	c.chosen = key
	c.float.close()
	c.paint()
	if c.OnChoose != nil {
		c.OnChoose(key)
	}
}

func (c *Choice) indexOf(key string) int {
	for i, o := range c.shown {
		if o.Key == key {
			return i
		}
	}
	return -1
}

// matching keeps the options that hold a text: those that begin with it come first.
func matching(options []Option, text string) []Option {
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" {
		return options
	}
	var first, rest []Option
	for _, o := range options {
		words := strings.ToLower(o.Words)
		switch {
		case strings.HasPrefix(words, text):
			first = append(first, o)
		case strings.Contains(words, text):
			rest = append(rest, o)
		}
	}
	return append(first, rest...)
}

func (c *Choice) paint() {
	paint, ink := Paint{Fill: c.ground(look.FieldGround), Line: look.Line, Radius: look.Radius}, look.Ink
	words := c.placeholder
	for _, o := range c.options {
		if o.Key == c.chosen && c.chosen != "" {
			words = o.Words
		}
	}
	if c.chosen == "" {
		ink = look.Ink3
	}
	switch {
	case c.disabled:
		paint.Line, ink = look.Clear, look.Off
	case c.failed:
		paint.Line, paint.Width = look.Red, look.FocusWidth
	case c.focused:
		paint.Line, paint.Width = look.Focus, look.FocusWidth
	}
	c.frame.Set(paint)
	c.words.SetWords(words)
	c.words.SetColour(ink)
}

// CreateRenderer implements fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	c.paint()
	inside := Inset(13, 0, Row(look.Gap8, Grow(1, c.words), c.chevron))
	return &renderer{
		objects: []fyne.CanvasObject{c.frame, inside},
		min: func() fyne.Size {
			return fyne.NewSize(96, look.Current().Scaled(c.height))
		},
		layout: func(size fyne.Size) {
			put(c.frame, 0, 0, size.Width, size.Height, size.Width)
			put(inside, 0, 0, size.Width, size.Height, size.Width)
		},
		refresh: c.paint,
	}
}
