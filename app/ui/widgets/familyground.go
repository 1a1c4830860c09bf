package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// Measures of what stands under the nodes.
const (
	lineWidth     float32 = 1.5
	markSide      float32 = 20
	markRing      float32 = 6
	markRingApart float32 = 4
	legendIndent  float32 = 12
)

// familyGround is what stands under the nodes. Its objects are used again when
// the picture changes.
type familyGround struct {
	columns []*Frame
	hairs   []*Divider
	lines   []*Frame
	marks   []*coupleMark
	bars    [3]*Frame
	legend  [3]*Text
}

// build plans the picture and makes the objects that it needs.
func (p *FamilyPicture) build() {
	if p.plan.made || p.view.Rows == 0 {
		return
	}
	p.plan = planFamily(p.view, p.measures())
	g, plan := &p.ground, &p.plan
	for len(g.columns) < len(plan.columns) {
		g.columns, g.hairs = append(g.columns, NewFrame(Paint{})), append(g.hairs, NewDivider().Upright())
	}
	for len(g.lines) < len(plan.links.lines) {
		g.lines = append(g.lines, NewFrame(Paint{Fill: look.Line}))
	}
	for len(g.marks) < len(plan.links.marks) {
		g.marks = append(g.marks, newCoupleMark())
	}
	if g.legend[0] == nil {
		for i := range g.legend {
			g.legend[i] = NewText(look.Small, "").In(look.Ink2)
			g.bars[i] = NewFrame(barPaint(FamilyBar(i), look.Surface))
		}
		g.bars[BarNone].Hide()
	}
	for i, words := range p.view.Legend {
		g.legend[i].SetWords(words)
	}
	p.body.Objects = p.objects()
	p.body.Resize(p.plan.size)
	p.body.Layout.Layout(p.body.Objects, p.body.Size())
}

// objects are all that is shown, from the ground up; people in the order of
// their rows.
func (p *FamilyPicture) objects() []fyne.CanvasObject {
	g, plan := &p.ground, &p.plan
	var all []fyne.CanvasObject
	for i := range plan.columns {
		all = append(all, g.columns[i], g.hairs[i])
	}
	for i := range g.legend {
		all = append(all, g.bars[i], g.legend[i])
	}
	for i := range plan.links.lines {
		all = append(all, g.lines[i])
	}
	for i := range plan.links.marks {
		all = append(all, g.marks[i])
	}
	for _, h := range p.heads {
		all = append(all, h)
	}
	for _, n := range p.view.Nodes {
		all = append(all, p.nodes[n.ID])
	}
	return all
}

func (p *FamilyPicture) makeHeads() {
	p.heads = nil
	for i, place := range p.view.Places {
		p.heads = append(p.heads, newFamilyHead(p, i, place))
	}
}

// setNodes keeps the node of whoever was there before.
func (p *FamilyPicture) setNodes() {
	before := p.nodes
	p.nodes = map[string]*familyNode{}
	for _, node := range p.view.Nodes {
		if n, ok := before[node.ID]; ok {
			n.set(node)
			p.nodes[node.ID] = n
			continue
		}
		p.nodes[node.ID] = newFamilyNode(p, node)
	}
}

// familyBody sets everything of a picture where its plan says.
type familyBody struct{ picture *FamilyPicture }

func (b familyBody) MinSize([]fyne.CanvasObject) fyne.Size { return b.picture.plan.size }

func (b familyBody) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p := b.picture
	if !p.plan.made {
		return
	}
	width := max(size.Width, p.plan.size.Width)
	p.placeColumns(size, width)
	p.placeLegend(width)
	thick := look.SnapLine(lineWidth, scaleOf(p))
	for i, l := range p.plan.links.lines {
		put(p.ground.lines[i], l.x0-thick/2, l.y0-thick/2, l.x1-l.x0+thick, l.y1-l.y0+thick, width)
	}
	for i, m := range p.plan.links.marks {
		p.ground.marks[i].set(m.ended)
		put(p.ground.marks[i], m.x-markSide/2, m.y-markSide/2, markSide, markSide, width)
	}
	for _, n := range p.view.Nodes {
		box := p.plan.nodes[n.ID]
		put(p.nodes[n.ID], box.x, box.y, box.w, box.h, width)
	}
}

func (p *FamilyPicture) placeColumns(size fyne.Size, width float32) {
	m := p.measures()
	last := len(p.plan.columns) - 1
	for i, c := range p.plan.columns {
		ground := p.ground.columns[i]
		paint := Paint{Fill: look.Surface, Radius: look.Radius - look.LineWidth}
		if i%2 == 1 {
			paint.Fill = look.Paper
		}
		w := c.w
		if i == last {
			w = width - c.x
		}
		round := i == last && i > 0
		ground.leftOnly, ground.rightOnly = round && look.Current().Mirrored(), round && !look.Current().Mirrored()
		if !round {
			paint.Radius = 0
		}
		ground.Hidden = i%2 == 0
		ground.Set(paint)
		put(ground, c.x, 0, w, max(size.Height, c.h), width)
		p.ground.hairs[i].Hidden = i == 0
		put(p.ground.hairs[i], c.x, 0, look.LineWidth, max(size.Height, c.h), width)
		put(p.heads[i], c.x+m.edge, 4, c.w-2*m.edge+8, m.head, width)
	}
}

func (p *FamilyPicture) placeLegend(width float32) {
	at := p.plan.legend
	line := look.Current().Scaled(legendLine)
	for i, words := range p.ground.legend {
		height := words.MinSize().Height
		put(p.ground.bars[i], at.X, at.Y+(line-14)/2, nodeBar, 14, width)
		put(words, at.X+legendIndent, at.Y+(line-height)/2, words.MinSize().Width, height, width)
		if p.plan.upright {
			at.Y += line
		} else {
			at.X += legendIndent + words.MinSize().Width + look.Gap24
		}
	}
}

// coupleMark is the two rings on the line of a couple, one over the other while
// they are one.
type coupleMark struct {
	widget.BaseWidget

	ended bool
}

func newCoupleMark() *coupleMark {
	m := &coupleMark{}
	m.ExtendBaseWidget(m)
	return m
}

func (m *coupleMark) set(ended bool) {
	if m.ended != ended {
		m.ended = ended
		m.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (m *coupleMark) CreateRenderer() fyne.WidgetRenderer {
	rim := &canvas.Circle{StrokeWidth: lineWidth}
	rings := [2]*canvas.Circle{{StrokeWidth: lineWidth}, {StrokeWidth: lineWidth}}
	draw := func() {
		stroke, fill := look.Current().Colour(look.Line), look.Current().Colour(look.Surface)
		rim.StrokeColor, rim.FillColor = stroke, fill
		// Clear in the line's own colour: plain clear darkens the inner edge.
		empty := stroke
		empty.A = 0
		for i, ring := range rings {
			ring.StrokeColor, ring.FillColor = stroke, empty
			reach, side := float32(2), markRing
			if m.ended {
				reach, side = 4, markRingApart
			}
			x := markSide/2 - reach
			if i == 1 {
				x = markSide/2 + reach
			}
			ring.Resize(fyne.NewSquareSize(side))
			ring.Move(fyne.NewPos(x-side/2, (markSide-side)/2))
			ring.Refresh()
		}
		rim.Resize(fyne.NewSquareSize(markSide - 2))
		rim.Move(fyne.NewSquareOffsetPos(1))
		rim.Refresh()
	}
	return &renderer{
		objects: []fyne.CanvasObject{rim, rings[0], rings[1]},
		min:     func() fyne.Size { return fyne.NewSquareSize(markSide) },
		layout:  func(fyne.Size) { draw() },
		refresh: draw,
	}
}
