package widgets

import (
	"hash/fnv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// Sizes of avatars.
const (
	AvatarSmall float32 = 30
	AvatarRow   float32 = 36
	AvatarBig   float32 = 44
)

// Avatar is a disc with initials. Its colour comes from a hash of the person's id and
// has no meaning.
type Avatar struct {
	widget.BaseWidget

	tone     Tone
	chosen   bool
	side     float32
	frame    *Frame
	initials *Text
}

// NewAvatar makes a disc of a side length; id is any stable text, such as a person's id.
func NewAvatar(side float32, id, initials string) *Avatar {
	step := look.Body
	if side <= AvatarSmall {
		step = look.Small
	}
	if side >= AvatarBig {
		step = look.Heading
	}
	a := &Avatar{side: side, frame: NewFrame(Paint{}), initials: NewText(step, initials).Bold().Align(Center)}
	a.tone = toneOf(id)
	a.ExtendBaseWidget(a)
	return a
}

// Set shows another person; chosen says that the row under the disc is tinted.
func (a *Avatar) Set(id, initials string, chosen bool) {
	a.tone, a.chosen = toneOf(id), chosen
	a.initials.SetWords(initials)
	a.Refresh()
}

// toneOf spreads ids over the five grounds of avatars.
func toneOf(id string) Tone {
	sum := fnv.New32a()
	sum.Write([]byte(id)) // never fails
	return Tone(sum.Sum32() % uint32(Red+1))
}

func (a *Avatar) paint() {
	ground, ink := a.tone.colours()
	if a.chosen {
		ground = look.Surface
	}
	a.frame.Set(platePaint(ground, ink, a.side))
	a.initials.SetColour(ink)
}

// CreateRenderer implements fyne.Widget.
func (a *Avatar) CreateRenderer() fyne.WidgetRenderer {
	a.ExtendBaseWidget(a)
	a.paint()
	return &renderer{
		objects: []fyne.CanvasObject{a.frame, a.initials},
		min:     func() fyne.Size { return fyne.NewSquareSize(a.side) },
		layout: func(size fyne.Size) {
			put(a.frame, (size.Width-a.side)/2, (size.Height-a.side)/2, a.side, a.side, size.Width)
			h := a.initials.MinSize().Height
			put(a.initials, 0, (size.Height-h)/2, size.Width, h, size.Width)
		},
		refresh: a.paint,
	}
}

// PersonCard is a person in a case: who, how they belong to it, and how complete.
type PersonCard struct {
	control

	// OnTap opens the person.
	OnTap func()

	frame *Frame
	share *Ring
	lines *fyne.Container
	tree  *fyne.Container
}

// NewPersonCard makes a card; native, the name in its own script, may be empty.
func NewPersonCard(id, initials, name, native, role string, share float64, onTap func()) *PersonCard {
	p := &PersonCard{OnTap: onTap, frame: NewFrame(Paint{}), share: NewRing(24).Share(share)}
	p.callIt(name)
	lines := []fyne.CanvasObject{NewText(look.Heading, name).Ellipsis()}
	if native != "" {
		lines = append(lines, NewText(look.Small, native).In(look.Ink2).Ellipsis())
	}
	lines = append(lines, NewText(look.Small, role).In(look.Ink2).Ellipsis())
	p.lines = Column(0, lines...)
	p.tree = Inset(look.Gap16, look.Gap12,
		Row(look.Gap12, NewAvatar(AvatarBig, id, initials), Grow(1, p.lines), p.share))
	p.extend(p)
	p.act = func() {
		if p.OnTap != nil {
			p.OnTap()
		}
	}
	p.restate = p.paint
	return p
}

// Mark adds a line for what needs somebody, in the colour of its tone.
func (p *PersonCard) Mark(tone Tone, icon, words string) *PersonCard {
	p.lines.Add(NewState(tone, icon, words, look.Small))
	return p
}

func (p *PersonCard) paint() {
	p.frame.Set(Paint{Fill: p.ground(look.Surface), Line: look.Hair, Radius: look.Radius})
	p.paintRing()
}

// CreateRenderer implements fyne.Widget.
func (p *PersonCard) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	p.paint()
	return framed(&p.control, p.frame, p.tree, look.Radius, p.paint)
}

// framed renders a control that is a frame around one tree.
func framed(c *control, frame *Frame, tree *fyne.Container, radius float32, paint func()) *renderer {
	return &renderer{
		objects: []fyne.CanvasObject{frame, tree, c.ring},
		min:     tree.MinSize,
		layout: func(size fyne.Size) {
			fit(tree, size.Width)
			frame.Resize(size)
			tree.Resize(size)
			c.placeRing(fyne.Position{}, size, radius)
		},
		refresh: paint,
	}
}
