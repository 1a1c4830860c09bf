package look

// Step is one of the sizes that words come in.
type Step int

// The steps. Display stands once on a screen.
const (
	Body    Step = iota // all else: 14, line box 21
	Small               // captions, help, chips: 12, line box 18
	Tiny                // under folded navigation icons only: 11
	Heading             // card head, person: 16 semibold
	Title               // part name, panel, big number: 20 semibold
	Display             // page name: 26 semibold
)

// lineBox is the height of a line over its text size: ascent plus descent of the fonts.
const lineBox = 1.5

// WrapWidth is the widest that running text may stand.
const WrapWidth = 640

// Size is the text size at a text scale of 1.
func (s Step) Size() float32 {
	switch s {
	case Small:
		return 12
	case Tiny:
		return 11
	case Heading:
		return 16
	case Title:
		return 20
	case Display:
		return 26
	default:
		return 14
	}
}

// Bold says whether the step is semibold by itself.
func (s Step) Bold() bool { return s >= Heading }

// Line is the height of one line at a text scale of 1.
func (s Step) Line() float32 { return s.Size() * lineBox }
