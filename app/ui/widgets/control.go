package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// control is what everything that can be pressed has in common: pointer and focus
// states, Space and Enter, and the ring. A component embeds it, calls extend in its
// constructor, and sets act and restate.
type control struct {
	widget.BaseWidget

	self     fyne.Focusable
	name     string                    // what it is called, where it does not say so itself
	act      func()                    // pressed by pointer or key; nil does nothing
	restate  func()                    // a state changed: paint again
	onKey    func(*fyne.KeyEvent) bool // takes other keys; true when it used one
	onRune   func(rune)
	onFocus  func(bool)
	ring     *canvas.Rectangle
	hovered  bool
	pressed  bool
	focused  bool
	disabled bool
}

var (
	_ fyne.Focusable    = (*control)(nil)
	_ fyne.Tappable     = (*control)(nil)
	_ fyne.Disableable  = (*control)(nil)
	_ desktop.Hoverable = (*control)(nil)
	_ desktop.Mouseable = (*control)(nil)
)

func (c *control) extend(self fyne.Widget) {
	c.ExtendBaseWidget(self)
	c.self, _ = self.(fyne.Focusable)
	c.ring = &canvas.Rectangle{}
	c.ring.Hide()
}

// placeRing sets the focus ring around a part of the component.
func (c *control) placeRing(pos fyne.Position, size fyne.Size, radius float32) {
	const out = look.FocusGap + look.FocusWidth/2
	c.ring.StrokeWidth = look.FocusWidth
	c.ring.CornerRadius = radius + out
	c.ring.Move(pos.SubtractXY(out, out))
	c.ring.Resize(size.AddWidthHeight(2*out, 2*out))
}

// placeRingInside sets the ring along the inner edge, for items that stand close.
func (c *control) placeRingInside(size fyne.Size, radius float32) {
	const in = look.FocusWidth / 2
	c.ring.StrokeWidth = look.FocusWidth
	c.ring.CornerRadius = radius - in
	c.ring.Move(fyne.NewSquareOffsetPos(in))
	c.ring.Resize(size.SubtractWidthHeight(2*in, 2*in))
}

// paintRing shows the ring while the component has the keyboard.
func (c *control) paintRing() {
	stroke := look.Current().Colour(look.Focus)
	c.ring.StrokeColor = stroke
	// Clear in the ring's own colour: plain clear darkens the inner edge.
	stroke.A = 0
	c.ring.FillColor = stroke
	c.ring.Hidden = !c.focused
	c.ring.Refresh()
}

// ground is the colour under a component in its pointer state, or rest.
func (c *control) ground(rest look.Colour) look.Colour {
	switch {
	case c.disabled:
		return look.Hover
	case c.pressed:
		return look.Pressed
	case c.hovered:
		return look.Hover
	default:
		return rest
	}
}

func (c *control) changed() {
	if c.restate == nil {
		return
	}
	c.restate()
	// What was hidden until now has no canvas of its own to ask for a repaint.
	canvas.Refresh(c.self.(fyne.CanvasObject))
}

func (c *control) press() {
	if !c.disabled && c.act != nil {
		c.act()
	}
}

// Tapped implements fyne.Tappable.
func (c *control) Tapped(*fyne.PointEvent) {
	if c.disabled {
		return
	}
	c.takeFocus()
	c.press()
}

// takeFocus moves the keyboard to the component.
func (c *control) takeFocus() {
	if on := canvasOf(c.self.(fyne.CanvasObject)); on != nil && on.Focused() != c.self {
		on.Focus(c.self)
	}
}

// MouseIn implements desktop.Hoverable.
func (c *control) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.changed() }

// MouseMoved implements desktop.Hoverable.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *control) MouseOut() { c.hovered, c.pressed = false, false; c.changed() }

// MouseDown implements desktop.Mouseable.
func (c *control) MouseDown(*desktop.MouseEvent) { c.pressed = true; c.changed() }

// MouseUp implements desktop.Mouseable.
func (c *control) MouseUp(*desktop.MouseEvent) { c.pressed = false; c.changed() }

// FocusGained implements fyne.Focusable.
func (c *control) FocusGained() {
	c.focused = true
	revealFocused(c.self.(fyne.CanvasObject))
	c.changed()
	if c.onFocus != nil {
		c.onFocus(true)
	}
}

// FocusLost implements fyne.Focusable. It also comes when the window loses focus.
func (c *control) FocusLost() {
	c.focused, c.pressed = false, false
	c.changed()
	if c.onFocus != nil {
		c.onFocus(false)
	}
}

// TypedRune implements fyne.Focusable.
func (c *control) TypedRune(r rune) {
	noticed(c.self.(fyne.CanvasObject))
	if c.onRune != nil && !c.disabled {
		c.onRune(r)
	}
}

// TypedKey implements fyne.Focusable: Space and Enter press.
func (c *control) TypedKey(key *fyne.KeyEvent) {
	noticed(c.self.(fyne.CanvasObject))
	if c.disabled || c.onKey != nil && c.onKey(key) {
		return
	}
	switch key.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.press()
	default:
		passKey(c.self.(fyne.CanvasObject), key)
	}
}

// submits calls what Enter is for, where it is for something.
func submits(key *fyne.KeyEvent, submit func()) bool {
	if submit == nil || key.Name != fyne.KeyReturn && key.Name != fyne.KeyEnter {
		return false
	}
	submit()
	return true
}

// Enable implements fyne.Disableable.
func (c *control) Enable() { c.disabled = false; c.changed() }

// Disable implements fyne.Disableable. A disabled component takes no focus.
func (c *control) Disable() {
	c.disabled, c.pressed = true, false
	c.changed()
}

// Disabled implements fyne.Disableable.
func (c *control) Disabled() bool { return c.disabled }
