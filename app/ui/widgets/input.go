package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// inputTextEdge is where the entry begins inside the frame; its words begin 4 further on.
const inputTextEdge float32 = 9

// entryRoom is what an entry needs beside its line: a border of 2 and, of its padding of
// 4, the 2 that are not under that border, twice.
const entryRoom float32 = 8

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
	i.theme = container.NewThemeOverride(i.entry, look.Current().ForEntry())
	for m := range i.masks {
		i.masks[m] = &canvas.Rectangle{}
	}
	i.ExtendBaseWidget(i)
	i.entry.OnChanged = func(text string) {
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

// CreateRenderer implements fyne.Widget.
func (i *Input) CreateRenderer() fyne.WidgetRenderer {
	i.ExtendBaseWidget(i)
	objects := []fyne.CanvasObject{i.frame, i.theme}
	for _, mask := range i.masks {
		objects = append(objects, mask)
	}
	for _, o := range []fyne.CanvasObject{i.leading, i.trailing} {
		if o != nil {
			objects = append(objects, o)
		}
	}
	scheme := *look.Current()
	i.paint()
	return &renderer{
		objects: objects,
		min:     func() fyne.Size { return fyne.NewSize(80, i.minHeight()) },
		layout:  i.layout,
		refresh: func() {
			i.paint()
			if now := *look.Current(); now.Scheme != scheme.Scheme || now.TextScale != scheme.TextScale {
				scheme = now
				i.theme.Theme = look.Current().ForEntry()
				i.theme.Refresh()
			}
		},
	}
}

func (i *Input) minHeight() float32 {
	if i.rows == 1 {
		return look.Current().Scaled(i.height)
	}
	return look.Current().Scaled(look.Body.Line())*float32(i.rows) + look.Gap16
}

func (i *Input) paint() {
	paint := Paint{Fill: look.FieldGround, Line: look.Line, Radius: look.Radius}
	switch {
	case i.bare:
		paint.Fill, paint.Line = i.ground, look.Clear
	case i.Disabled():
		paint.Fill, paint.Line = look.Hover, look.Clear
	case i.failed:
		paint.Line, paint.Width = look.Red, look.FocusWidth
	case i.focused:
		paint.Line, paint.Width = look.Focus, look.FocusWidth
	}
	i.frame.Set(paint)
	for _, mask := range i.masks {
		mask.FillColor = look.Current().Colour(paint.Fill)
		mask.Refresh()
	}
}

func (i *Input) layout(size fyne.Size) {
	put(i.frame, 0, 0, size.Width, size.Height, size.Width)
	start, end := inputTextEdge, inputTextEdge
	if i.leading != nil {
		m := i.leading.MinSize()
		put(i.leading, look.Gap12, (size.Height-m.Height)/2, m.Width, m.Height, size.Width)
		start = look.Gap12 + m.Width + 3
	}
	if i.trailing != nil {
		m := i.trailing.MinSize()
		put(i.trailing, size.Width-look.Gap12-m.Width, (size.Height-m.Height)/2, m.Width, m.Height, size.Width)
		end = look.Gap12 + m.Width + look.Gap8
	}
	// The least that the entry shows without scroll bars, in the middle, and 1 for what
	// snapping takes; more lines fill.
	height, top := look.Current().Scaled(look.Body.Line())+entryRoom, float32(0)
	if i.rows > 1 {
		top, height = look.Gap4, size.Height-look.Gap4-look.FocusWidth
	} else {
		top = (size.Height - height) / 2
		height++
	}
	put(i.theme, start, top, size.Width-start-end, height, size.Width)
	i.maskBorder(i.theme.Position(), i.theme.Size(), size.Height)
}

// maskBorder covers the border of the entry, whose colour is that of the cursor and so
// cannot be clear. Masks are wider than the border by what its pixels may be rounded,
// and end where the line of the frame begins, which an entry reaches into.
func (i *Input) maskBorder(pos fyne.Position, size fyne.Size, height float32) {
	const out, w = 0.5, look.FocusWidth + 1
	sides := [4]struct{ x, y, w, h float32 }{
		{-out, -out, size.Width + out, w + out}, {-out, size.Height - w, size.Width + out, w},
		{-out, -out, w + out, size.Height + out}, {size.Width - w, -out, w, size.Height + out},
	}
	for m, side := range sides {
		top := max(pos.Y+side.y, look.FocusWidth)
		bottom := min(pos.Y+side.y+side.h, height-look.FocusWidth-1) // a pixel less: positions are rounded
		i.masks[m].Move(fyne.NewPos(pos.X+side.x, top))
		i.masks[m].Resize(fyne.NewSize(side.w, max(bottom-top, 0)))
	}
}
