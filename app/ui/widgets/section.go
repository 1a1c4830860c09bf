package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// SectionItem leads to a part of a referral: how full it is, its name, and how much in
// it stops or asks for a look. Folded it is the ring alone, with a dot.
type SectionItem struct {
	control

	// OnTap opens the part.
	OnTap func()

	words  string
	counts [2]string
	chosen bool
	folded bool
	share  *Ring
	frame  *Frame
	bar    *Frame
	text   *Text
	stops  *Text
	looks  *Text
	dot    *Frame
}

// NewSectionItem makes an item of an empty part.
func NewSectionItem(words string, onTap func()) *SectionItem {
	s := &SectionItem{OnTap: onTap, words: words, share: NewRing(RingSmall), frame: NewFrame(Paint{})}
	s.bar, s.dot = NewFrame(Paint{Fill: look.Teal}), NewFrame(Paint{})
	s.text = NewText(look.Body, words).Ellipsis()
	s.stops = NewText(look.Small, "").Bold().In(look.Red)
	s.looks = NewText(look.Small, "").Bold().In(look.Amber)
	s.bar.Hide()
	s.extend(s)
	s.act = func() {
		if s.OnTap != nil {
			s.OnTap()
		}
	}
	s.restate = s.paint
	return s
}

// Set shows how full the part is and how many points stop and ask for a look, as words;
// empty ones are not shown. Only the graver count stands in a line.
func (s *SectionItem) Set(share float64, stops, looks string) {
	s.share.SetShare(share)
	s.counts = [2]string{stops, looks}
	s.Refresh()
}

// SetChosen shows the part as the one that is open.
func (s *SectionItem) SetChosen(chosen bool) {
	s.chosen = chosen
	s.Refresh()
}

// SetFolded leaves the ring alone.
func (s *SectionItem) SetFolded(folded bool) {
	s.folded = folded
	s.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (s *SectionItem) AccessibilityLabel() string { return s.words }

// AccessibilityRole implements fyne.Accessible.
func (s *SectionItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

func (s *SectionItem) paint() {
	paint, ink := Paint{Fill: s.ground(look.Clear), Radius: look.Radius}, look.Ink2
	if s.chosen {
		paint.Fill, ink = look.Tint, look.TealInk
	}
	track := look.Hover
	if s.chosen {
		track = look.Line
	}
	s.share.SetColours(look.Teal, track)
	s.frame.Set(paint)
	s.text.SetColour(ink)
	s.text.SetBold(s.chosen)
	s.stops.SetWords(s.counts[0])
	s.looks.SetWords(s.counts[1])
	dot := look.Amber
	if s.counts[0] != "" {
		dot = look.Red
	}
	s.dot.Set(Paint{Fill: dot, Radius: 4})
	show(s.text, !s.folded)
	show(s.stops, !s.folded && s.counts[0] != "")
	show(s.looks, !s.folded && s.counts[0] == "" && s.counts[1] != "")
	show(s.dot, s.folded && s.counts != [2]string{})
	show(s.bar, s.chosen && look.Current().HighContrast())
	s.paintRing()
}

// CreateRenderer implements fyne.Widget.
func (s *SectionItem) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	s.paint()
	return &renderer{
		objects: []fyne.CanvasObject{s.frame, s.bar, s.share, s.text, s.stops, s.looks, s.dot, s.ring},
		min: func() fyne.Size {
			return fyne.NewSize(44, look.Current().Scaled(look.SectionHeight))
		},
		layout: s.layout,
		refresh: func() {
			s.paint()
			s.layout(s.Size())
		},
	}
}

func (s *SectionItem) layout(size fyne.Size) {
	put(s.frame, 0, 0, size.Width, size.Height, size.Width)
	put(s.bar, 0, 0, barWidth, size.Height, size.Width)
	s.placeRingInside(size, look.Radius)
	if s.folded {
		x := (size.Width - RingSmall) / 2
		put(s.share, x, (size.Height-RingSmall)/2, RingSmall, RingSmall, size.Width)
		put(s.dot, x+RingSmall-2, (size.Height-RingSmall)/2-2, 7, 7, size.Width)
		return
	}
	put(s.share, look.Gap8, (size.Height-RingSmall)/2, RingSmall, RingSmall, size.Width)
	end := size.Width - look.Gap8
	for _, count := range []*Text{s.stops, s.looks} {
		m := count.MinSize()
		put(count, size.Width-look.Gap8-m.Width, (size.Height-m.Height)/2, m.Width, m.Height, size.Width)
		if count.Visible() {
			end = size.Width - look.Gap8 - m.Width - look.Gap8
		}
	}
	m := s.text.MinSize()
	put(s.text, 36, (size.Height-m.Height)/2, end-36, m.Height, size.Width)
}
