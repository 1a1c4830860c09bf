package widgets

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// Sizes of rings.
const (
	RingSmall float32 = 18
	RingBig   float32 = 40
)

// ringSteps is how many steps a turning ring takes for a whole turn.
const ringSteps = 12

// Ring shows a share as an arc: a hollow circle at nothing, a green disc with a check
// when complete. A turning ring shows that work goes on; Step moves it, and somebody
// outside calls that.
type Ring struct {
	widget.BaseWidget

	side     float32
	share    float64
	turning  bool
	step     int
	figure   bool
	label    string
	ink      look.Colour
	track    look.Colour
	complete bool
}

// NewRing makes an empty ring of a side length.
func NewRing(side float32) *Ring {
	r := &Ring{side: side, ink: look.Teal, track: look.Hover}
	r.ExtendBaseWidget(r)
	return r
}

// Share sets how much is done, 0 to 1; 1 shows the check.
func (r *Ring) Share(share float64) *Ring { r.setShare(share); return r }

// Figure writes words, such as "62%", into a big ring; empty words take it away.
func (r *Ring) Figure(words string) *Ring { r.figure, r.label = words != "", words; return r }

// Turning makes a ring of work going on.
func (r *Ring) Turning() *Ring { r.turning = true; return r }

// InGreen draws the arc in green: points settled, not fields filled.
func (r *Ring) InGreen() *Ring { r.ink = look.Green; return r }

// SetShare changes how much is done.
func (r *Ring) SetShare(share float64) {
	r.setShare(share)
	r.Refresh()
}

// SetColours draws the arc and its track in other colours.
func (r *Ring) SetColours(ink, track look.Colour) {
	if r.ink == ink && r.track == track {
		return
	}
	r.ink, r.track = ink, track
	r.Refresh()
}

// Step moves a turning ring on by a twelfth, unless motion is reduced.
func (r *Ring) Step() {
	if look.Current().ReducedMotion || !r.Visible() {
		return
	}
	r.step = (r.step + 1) % ringSteps
	r.Refresh()
}

func (r *Ring) setShare(share float64) {
	r.share = min(max(share, 0), 1)
	r.complete = r.share >= 1
}

// Percent is the share in whole percent, never rounded up to 100.
func (r *Ring) Percent() string { return strconv.Itoa(int(math.Floor(r.share*100))) + "%" }

// CreateRenderer implements fyne.Widget.
func (r *Ring) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	track, arc := &canvas.Arc{EndAngle: 360}, &canvas.Arc{}
	disc := &canvas.Circle{}
	check := NewIcon("check", r.side*0.62, look.Surface)
	words := NewText(look.Tiny, "").Bold().Align(Center)
	draw := func() {
		r.draw(track, arc, disc, check)
		words.SetWords(r.label)
		words.Hidden = !r.figure || r.complete
	}
	return &renderer{
		objects: []fyne.CanvasObject{track, arc, disc, check, words},
		min:     func() fyne.Size { return fyne.NewSquareSize(r.side) },
		layout: func(size fyne.Size) {
			square := fyne.NewSquareSize(r.side)
			x, y := (size.Width-r.side)/2, (size.Height-r.side)/2
			for _, o := range []fyne.CanvasObject{track, arc, disc} {
				o.Resize(square)
				o.Move(fyne.NewPos(x, y))
			}
			m := check.MinSize()
			put(check, (size.Width-m.Width)/2, (size.Height-m.Height)/2, m.Width, m.Height, size.Width)
			h := words.MinSize().Height
			put(words, 0, (size.Height-h)/2, size.Width, h, size.Width)
			draw()
		},
		refresh: draw,
	}
}

func (r *Ring) draw(track, arc *canvas.Arc, disc *canvas.Circle, check *Icon) {
	t := look.Current()
	cutout := float32(0.71)
	if r.side >= RingBig {
		cutout = 0.80
	}
	track.CutoutRatio, arc.CutoutRatio = cutout, cutout
	track.FillColor, arc.FillColor, disc.FillColor = t.Colour(r.track), t.Colour(r.ink), t.Colour(look.Green)
	arc.StartAngle, arc.EndAngle = 0, float32(r.share*360)
	if r.turning {
		arc.StartAngle = float32(r.step) * 360 / ringSteps
		arc.EndAngle = arc.StartAngle + 250
	}
	if t.Mirrored() {
		arc.StartAngle, arc.EndAngle = -arc.StartAngle, -arc.EndAngle
	}
	arc.Hidden = r.complete || r.share == 0 && !r.turning
	track.Hidden = r.complete
	disc.Hidden, check.Hidden = !r.complete, !r.complete
	for _, o := range []fyne.CanvasObject{track, arc, disc, check} {
		o.Refresh()
	}
}
