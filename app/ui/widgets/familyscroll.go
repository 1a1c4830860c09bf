package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"harbour/app/ui/look"
)

// Bounds of the picture's room.
const (
	familyMost  float32 = 560
	familyLeast float32 = 200
)

// familyScroll scrolls both ways. What it has no use for goes on to the page:
// a wheel over the picture must not stop it.
type familyScroll struct {
	container.Scroll

	picture *FamilyPicture
}

func newFamilyScroll(p *FamilyPicture) *familyScroll {
	s := &familyScroll{picture: p}
	s.Content = p.body
	s.Direction = container.ScrollBoth
	s.ExtendBaseWidget(s)
	return s
}

// Scrolled implements fyne.Scrollable.
func (s *familyScroll) Scrolled(event *fyne.ScrollEvent) {
	size := s.Size()
	level := event.Scrolled.DX != 0 && s.picture.plan.size.Width > size.Width
	if level || s.picture.plan.size.Height > size.Height {
		s.Scroll.Scrolled(event)
		return
	}
	on := canvasOf(s.picture)
	if on == nil {
		return
	}
	for _, outer := range scrollsIn(on.Content(), nil) {
		if outer.holds(s.picture) {
			outer.Scrolled(event)
		}
	}
}

// reach brings whoever has the keyboard into view, in the picture and then on
// the page.
func (p *FamilyPicture) reach() {
	object := fyne.CanvasObject(p.nodes[p.at])
	if p.nodes[p.at] == nil {
		return
	}
	if p.head >= 0 {
		object = p.heads[p.head]
	}
	view, offset := p.scroll.Size(), p.scroll.Offset
	at, size := object.Position(), object.Size()
	offset.X = inView(offset.X, view.Width, at.X, size.Width, p.plan.size.Width)
	offset.Y = inView(offset.Y, view.Height, at.Y, size.Height, p.plan.size.Height)
	if offset != p.scroll.Offset {
		p.scroll.ScrollToOffset(offset)
	}
	revealFocused(object)
}

// inView moves an offset by as little as shows a stretch with room around it.
func inView(offset, view, at, length, whole float32) float32 {
	from, to := at-look.Gap16, at+length+look.Gap16
	if to > offset+view {
		offset = to - view
	}
	if from < offset {
		offset = from
	}
	return max(0, min(offset, whole-view))
}
