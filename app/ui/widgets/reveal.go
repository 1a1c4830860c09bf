package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"harbour/app/ui/look"
)

// Scroll shows content that may be higher than the room it has. What takes the keyboard
// inside moves into view, which the toolkit does not do by itself.
type Scroll struct {
	container.Scroll
}

// NewScroll makes a scroller for content that is as wide as the room.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{}
	s.Content = content
	s.Direction = container.ScrollVerticalOnly
	s.ExtendBaseWidget(s)
	return s
}

// Resize tells the content its width before its height is asked for.
func (s *Scroll) Resize(size fyne.Size) {
	fit(s.Content, size.Width)
	s.Scroll.Resize(size)
}

// Reflow lays the content out again after it grew or shrank.
func (s *Scroll) Reflow() {
	fit(s.Content, s.Size().Width)
	s.Refresh()
}

// Reveal scrolls so that an object inside, once it was drawn, stands in view with room
// for its ring.
func (s *Scroll) Reveal(object fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(object).Y - driver.AbsolutePositionForObject(s).Y
	bottom := top + object.Size().Height
	offset := s.Offset
	switch {
	case top < look.Gap8:
		offset.Y += top - look.Gap24
	case bottom > s.Size().Height-look.Gap8:
		offset.Y += bottom - s.Size().Height + look.Gap24
	default:
		return
	}
	s.ScrollToOffset(offset)
}

// Holder is a component with content that may hold a Scroll. A screen that is a widget
// of its own implements it, so that focused fields inside scroll into view.
type Holder interface {
	Held() []fyne.CanvasObject
}

// revealFocused asks the scrollers whose content an object stands in to show it.
func revealFocused(object fyne.CanvasObject) {
	on := canvasOf(object)
	if on == nil {
		return
	}
	root := on.Content()
	if top := on.Overlays().Top(); top != nil {
		root = top
	}
	for _, s := range scrollsIn(root, nil) {
		if s.holds(object) {
			s.Reveal(object)
		}
	}
}

// holds says whether an object stands in the scroller's content, in view or not.
func (s *Scroll) holds(object fyne.CanvasObject) bool {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(object).Subtract(driver.AbsolutePositionForObject(s.Content))
	size := s.Content.Size()
	return at.X >= 0 && at.Y >= 0 && at.X < size.Width && at.Y < size.Height
}

// scrollsIn collects the visible scrollers under an object, outer ones first.
func scrollsIn(object fyne.CanvasObject, found []*Scroll) []*Scroll {
	if object == nil || !object.Visible() {
		return found
	}
	var inside []fyne.CanvasObject
	switch o := object.(type) {
	case *Scroll:
		found, inside = append(found, o), []fyne.CanvasObject{o.Content}
	case *fyne.Container:
		inside = o.Objects
	case Holder:
		inside = o.Held()
	}
	for _, child := range inside {
		found = scrollsIn(child, found)
	}
	return found
}
