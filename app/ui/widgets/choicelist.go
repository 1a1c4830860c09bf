package widgets

import (
	"slices"
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
	c.list.jump(r, func(i int) string { return c.shown[i].Words })
}

// beginsWith compares the first letter of words with a typed one.
func beginsWith(words string, r rune) bool {
	return strings.HasPrefix(strings.ToLower(words), string(unicode.ToLower(r)))
}

func (c *Choice) openList() {
	on := canvasOf(c)
	if on == nil || c.float != nil {
		return
	}
	c.shown = c.options
	c.list = NewList(choiceRow, func() fyne.CanvasObject {
		return Place(At{Object: NewText(look.Body, "").Ellipsis(), Along: Both, Down: Center})
	}, func(row int, object fyne.CanvasObject, _ bool) {
		object.(*fyne.Container).Objects[0].(*Text).SetWords(c.shown[row].Words)
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

// matching keeps the options that hold a text: the one whose code it is comes
// first, then those that begin with it.
func matching(options []Option, text string) []Option {
	text = strings.ToLower(strings.TrimSpace(text))
	if text == "" {
		return options
	}
	var code, first, rest []Option
	for _, o := range options {
		words := strings.ToLower(o.Words)
		switch {
		case strings.ToLower(o.Key) == text:
			code = append(code, o)
		case strings.HasPrefix(words, text):
			first = append(first, o)
		case strings.Contains(words, text):
			rest = append(rest, o)
		}
	}
	return slices.Concat(code, first, rest)
}
