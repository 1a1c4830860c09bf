package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// Choice is a field whose value comes from a list. Enter, Space, Down or a letter opens
// it; letters find; Esc closes.
type Choice struct {
	control

	// OnChoose is called with the key that a person chose.
	OnChoose func(key string)
	// OnSubmitted is called for Enter while the list is closed; without it
	// Enter opens the list, as Space and a letter do.
	OnSubmitted func()

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
			return true
		}
		return submits(key, c.OnSubmitted)
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
func (c *Choice) AccessibilityLabel() string { return c.calledWith(c.words.Words()) }

// AccessibilityRole implements fyne.Accessible.
func (c *Choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

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
