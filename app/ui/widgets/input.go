package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// Input is the framed place to type in, without label or words around it: a search, or
// part of a larger component. Field is the one for forms.
type Input struct {
	widget.BaseWidget

	// OnChanged is called with each change that a person makes.
	OnChanged func(string)
	// OnSubmitted is called for Enter in one line.
	OnSubmitted func(string)
	// OnFocus is called when the keyboard comes and goes; it goes also with the window.
	OnFocus func(bool)

	entry    *entry
	frame    *Frame
	masks    [4]*canvas.Rectangle // over the border that the entry draws by itself
	theme    *container.ThemeOverride
	leading  fyne.CanvasObject
	trailing fyne.CanvasObject
	rows     int
	height   float32
	failed   bool
	focused  bool
	silent   bool
	bare     bool
	ground   look.Colour
	settled  *settled  // made when first needed
	drawn    *renderer // where it is put
	onHover  func(bool)
	onChange func() // for the component that holds it
}

var _ desktop.Hoverable = (*Input)(nil)

// NewInput makes an input of one line.
func NewInput() *Input { return newInput(1) }

// NewArea makes an input of several lines, at least rows of them in view.
func NewArea(rows int) *Input { return newInput(max(rows, 2)) }

func newInput(rows int) *Input {
	i := &Input{rows: rows, height: look.FieldHeight, entry: newEntry(rows), frame: NewFrame(Paint{})}
	i.theme = container.NewThemeOverride(i.entry, look.Current().ForEntry(rows))
	for m := range i.masks {
		i.masks[m] = &canvas.Rectangle{}
	}
	i.ExtendBaseWidget(i)
	i.entry.OnChanged = func(text string) {
		i.settle()
		if i.OnChanged != nil && !i.silent {
			i.OnChanged(text)
		}
		if i.onChange != nil {
			i.onChange()
		}
	}
	i.entry.OnSubmitted = func(text string) {
		if i.OnSubmitted != nil {
			i.OnSubmitted(text)
		}
	}
	i.entry.onFocus = func(in bool) {
		i.focused = in
		i.settle()
		i.Refresh()
		if i.OnFocus != nil {
			i.OnFocus(in)
		}
	}
	i.entry.onHover = i.hover
	return i
}

// Leading puts an object, such as a search icon, before the words.
func (i *Input) Leading(object fyne.CanvasObject) *Input { i.leading = object; return i }

// Trailing puts an object, such as a shortcut, behind the words.
func (i *Input) Trailing(object fyne.CanvasObject) *Input { i.trailing = object; return i }

// Tall sets the height of a one-line input.
func (i *Input) Tall(height float32) *Input { i.height = height; return i }

// Bare leaves the frame away, for words typed on a plate of that ground.
func (i *Input) Bare(ground look.Colour) *Input { i.bare, i.ground = true, ground; return i }

// Placeholder sets what an empty input shows.
func (i *Input) Placeholder(words string) *Input { i.entry.SetPlaceHolder(words); return i }

// Text returns what was typed.
func (i *Input) Text() string { return i.entry.Text }

// SetText replaces what was typed without calling OnChanged.
func (i *Input) SetText(text string) {
	i.silent = true
	i.entry.SetText(text)
	i.silent = false
}

// SetFailed shows or takes away the red line.
func (i *Input) SetFailed(failed bool) {
	i.failed = failed
	i.Refresh()
}

// CaretAs puts the caret where it is in another input, whose place this one
// takes with the same text.
func (i *Input) CaretAs(other *Input) {
	i.entry.CursorRow, i.entry.CursorColumn = other.entry.CursorRow, other.entry.CursorColumn
	i.entry.Refresh()
}

// Focused says whether the keyboard is here.
func (i *Input) Focused() bool { return i.focused }

// Focus moves the keyboard here.
func (i *Input) Focus() {
	if on := canvasOf(i.entry); on != nil {
		on.Focus(i.entry)
	}
}

// Focusable is what a canvas takes to focus this input.
func (i *Input) Focusable() fyne.Focusable { return i.entry }

// Enable lets a person type again.
func (i *Input) Enable() { i.entry.Enable(); i.Refresh() }

// Disable shows the input as off.
func (i *Input) Disable() { i.entry.Disable(); i.Refresh() }

// Disabled says whether the input is off.
func (i *Input) Disabled() bool { return i.entry.Disabled() }

// Tapped implements fyne.Tappable for the edge around the words.
func (i *Input) Tapped(*fyne.PointEvent) {
	if !i.Disabled() {
		i.Focus()
	}
}

// MouseIn implements desktop.Hoverable.
func (i *Input) MouseIn(*desktop.MouseEvent) { i.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (i *Input) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (i *Input) MouseOut() { i.hover(false) }

func (i *Input) hover(in bool) {
	if i.onHover != nil {
		i.onHover(in)
	}
}
