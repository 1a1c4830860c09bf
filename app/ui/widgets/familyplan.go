package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// Measures of the picture.
const (
	familyHeadHeight float32 = 40
	familyTop        float32 = 13 // from the head to the first row
	familyFoot       float32 = 15
	familyEdge       float32 = 20 // of a place, beside its nodes
	familyGap        float32 = 16 // between nodes
	compactTop       float32 = 1
	compactEdge      float32 = 14
	compactGap       float32 = 10
	legendLine       float32 = 23
	legendFoot       float32 = 36
	edgeGives        float32 = 12
)

// familyPlan is where everything of a picture stands, from the reading side.
type familyPlan struct {
	made    bool
	size    fyne.Size
	columns []familyBox
	nodes   map[string]familyBox
	rows    []familyBand
	links   familyLinks
	legend  fyne.Position
	upright bool // the legend's lines stand under each other
}

type familyBox struct{ x, y, w, h float32 }

func (b familyBox) midX() float32 { return b.x + b.w/2 }
func (b familyBox) midY() float32 { return b.y + b.h/2 }

// familyBand is the height of a row, and the room under it for lines.
type familyBand struct {
	top, height, below float32
	drop               float32 // from the lowest line of descent to the row under it
	over               int     // lanes of couples under their row
	under              int     // lanes of descent
}

// familyMeasures are the sizes that a plan is made with.
type familyMeasures struct {
	node      fyne.Size
	gap, edge float32
	head, top float32
	legend    fyne.Size // of the three lines under each other
	width     float32   // of the room, 0 where nobody knows it
}

func (p *FamilyPicture) measures() familyMeasures {
	m := familyMeasures{
		node: nodeSize(p.compact), gap: familyGap, edge: familyEdge, top: familyTop,
		head: look.Current().Scaled(familyHeadHeight), width: p.width - 2*look.LineWidth,
	}
	if p.compact {
		m.gap, m.edge, m.top = compactGap, compactEdge, compactTop
	}
	for _, words := range p.view.Legend {
		m.legend.Width = max(m.legend.Width, NewText(look.Small, words).MinSize().Width+legendIndent)
	}
	m.legend.Height = 3 * look.Current().Scaled(legendLine)
	return m
}

// planFamily places columns, rows, nodes and lines. It is pure.
func planFamily(v FamilyView, m familyMeasures) familyPlan {
	plan := familyPlan{made: true, nodes: map[string]familyBox{}}
	plan.columns = planColumns(v, m)
	for _, n := range v.Nodes {
		column := plan.columns[n.Place]
		own := v.Places[n.Place].Width*(m.node.Width+m.gap) - m.gap
		x := column.x + (column.w-own)/2 + n.X*(m.node.Width+m.gap)
		plan.nodes[n.ID] = familyBox{x: x, w: m.node.Width, h: m.node.Height}
	}
	plan.rows = make([]familyBand, v.Rows)
	plan.links = planLinks(v, plan)
	y := m.head + m.top
	for i := range plan.rows {
		r := &plan.rows[i]
		r.top, r.height = y, m.node.Height
		y += r.height
		if i+1 < len(plan.rows) || r.over > 0 || r.under > 0 {
			y += r.below
		}
	}
	for _, n := range v.Nodes {
		box := plan.nodes[n.ID]
		box.y = plan.rows[n.Row].top
		plan.nodes[n.ID] = box
	}
	last := plan.columns[len(plan.columns)-1]
	plan.size = fyne.NewSize(last.x+last.w, y+familyFoot)
	plan.placeLegend(v, m)
	for i := range plan.columns {
		plan.columns[i].h = plan.size.Height
	}
	plan.links.draw(plan)
	return plan
}

// planColumns shares what is left of the room among the places, or takes a
// little from their edges where that spares a scroll bar.
func planColumns(v FamilyView, m familyMeasures) []familyBox {
	columns := make([]familyBox, len(v.Places))
	sum := float32(0)
	for i, place := range v.Places {
		columns[i].w = place.Width*(m.node.Width+m.gap) - m.gap + 2*m.edge
		sum += columns[i].w
	}
	x, extra := float32(0), (m.width-sum)/float32(len(columns))
	if extra < -edgeGives || m.width <= 0 {
		extra = 0
	}
	for i := range columns {
		columns[i].x = x
		columns[i].w += extra
		x += columns[i].w
	}
	return columns
}

// placeLegend sets the legend in the free room before the first row, or else
// along the foot.
func (p *familyPlan) placeLegend(v FamilyView, m familyMeasures) {
	first := p.columns[0].x + p.columns[0].w
	for _, n := range v.Nodes {
		if n.Row == 0 && n.Place == 0 {
			first = min(first, p.nodes[n.ID].x)
		}
	}
	at := p.columns[0].x + m.edge
	if p.upright = first-at >= m.legend.Width+look.Gap16 && m.legend.Height <= m.node.Height; p.upright {
		p.legend = fyne.NewPos(at, p.rows[0].top)
		return
	}
	p.legend = fyne.NewPos(at, p.size.Height-look.Gap4)
	p.size.Height += legendFoot - look.Gap8
}
