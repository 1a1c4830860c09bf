package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// Measures of a node, wide and compact.
const (
	nodeWidth         float32 = 156
	nodeHeight        float32 = 80
	nodeCompactWidth  float32 = 144
	nodeCompactHeight float32 = 74
	nodeBar           float32 = 5
	nodeDisc          float32 = 16 // from the leading edge
	nodeWords         float32 = 53 // behind the disc
	nodeState         float32 = 33 // behind the state's icon
	nodeTop           float32 = 7
	nodeBelow         float32 = 12 // under the state
	compactNodeTop    float32 = 6
	compactBelow      float32 = 6
)

// familyNode is a person in the picture. The picture has the keyboard for it.
type familyNode struct {
	control

	picture *FamilyPicture
	node    FamilyNode
	at      bool
	compact bool
	frame   *Frame
	bar     *Frame
	disc    *Avatar
	name    *Text
	native  *Text
	line    *Text
	icon    *Icon
	state   *Text
}

func newFamilyNode(p *FamilyPicture, node FamilyNode) *familyNode {
	n := &familyNode{picture: p, compact: p.compact, frame: NewFrame(Paint{}), bar: NewFrame(Paint{})}
	n.disc = NewAvatar(AvatarSmall, node.ID, node.Initials)
	n.name = NewText(look.Body, "").Bold().Ellipsis()
	n.native = NewText(look.Small, "").In(look.Ink2)
	n.line = NewText(look.Small, "").In(look.Ink2).Ellipsis()
	n.icon = NewIcon("arrow", look.IconTag, look.Ink2)
	n.state = NewText(look.Small, "").Ellipsis()
	n.extend(n)
	n.restate = n.paint
	n.set(node)
	return n
}

// set shows a person; what is the same stays as it is.
func (n *familyNode) set(node FamilyNode) {
	if n.node == node {
		return
	}
	n.node = node
	n.disc.Set(node.ID, node.Initials, false)
	n.name.SetWords(node.Name)
	n.native.SetWords(node.Native)
	n.line.SetWords(node.Line)
	n.state.SetWords(node.State)
	n.Refresh()
}

func (n *familyNode) setAt(at bool) {
	if n.at != at {
		n.at = at
		n.paint()
	}
}

// Tapped implements fyne.Tappable.
func (n *familyNode) Tapped(*fyne.PointEvent) {
	n.picture.takeFocus()
	n.picture.open(n.node.ID)
}

// Disabled keeps the node out of the chain of the keyboard: the picture is the
// stop.
func (n *familyNode) Disabled() bool { return true }

// AccessibilityLabel implements fyne.Accessible.
func (n *familyNode) AccessibilityLabel() string {
	return n.node.Name + ", " + n.node.Line + ", " + n.node.State
}

// AccessibilityRole implements fyne.Accessible.
func (n *familyNode) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (n *familyNode) paint() {
	paint := Paint{Fill: n.ground(look.Surface), Line: look.Line, Radius: look.Radius}
	if n.node.Bar == BarNone {
		paint.Fill, paint.Line = n.ground(look.Paper), look.Hair
	}
	if n.at {
		paint.Line, paint.Width = look.Focus, look.FocusWidth
	}
	n.frame.Set(paint)
	n.bar.Set(barPaint(n.node.Bar, paint.Fill))
	show(n.bar, n.node.Bar != BarNone)
	_, ink := n.node.Tone.colours()
	n.icon.Set(n.node.Icon, ink)
	n.state.SetColour(ink)
}

// barPaint paints the bar of a membership on a ground.
func barPaint(bar FamilyBar, ground look.Colour) Paint {
	paint := Paint{Fill: look.Teal, Radius: nodeBar / 2}
	if bar == BarHollow {
		paint.Fill, paint.Line = ground, look.Teal
	}
	return paint
}

// CreateRenderer implements fyne.Widget.
func (n *familyNode) CreateRenderer() fyne.WidgetRenderer {
	n.ExtendBaseWidget(n)
	n.paint()
	objects := []fyne.CanvasObject{n.frame, n.bar, n.disc, n.name, n.native, n.line, n.icon, n.state}
	if n.compact {
		objects = []fyne.CanvasObject{n.frame, n.bar, n.name, n.native, n.line, n.icon, n.state}
	}
	return &renderer{
		objects: objects,
		min:     func() fyne.Size { return nodeSize(n.compact) },
		layout:  n.layout,
		refresh: func() {
			n.paint()
			n.layout(n.Size())
		},
	}
}

// nodeSize is how large nodes stand in the text scale that the theme has.
func nodeSize(compact bool) fyne.Size {
	t := look.Current()
	if compact {
		return fyne.NewSize(t.Scaled(nodeCompactWidth), t.Scaled(nodeCompactHeight))
	}
	return fyne.NewSize(t.Scaled(nodeWidth), t.Scaled(nodeHeight))
}

func (n *familyNode) layout(size fyne.Size) {
	t := look.Current()
	body, small := t.Scaled(look.Body.Line()), t.Scaled(look.Small.Line())
	words, top, below, nearer := nodeWords, nodeTop, size.Height-small-nodeBelow, float32(1)
	if n.compact {
		words, top, below, nearer = nodeDisc, compactNodeTop, size.Height-small-compactBelow, 4
	}
	put(n.frame, 0, 0, size.Width, size.Height, size.Width)
	put(n.bar, 6, 9, nodeBar, size.Height-18, size.Width)
	put(n.disc, nodeDisc, top+(body+small-AvatarSmall)/2, AvatarSmall, AvatarSmall, size.Width)
	room := size.Width - words - look.Gap8
	own := min(textWidth(n.name), room)
	put(n.name, words, top, own, body, size.Width)
	native := n.native.MinSize()
	fits := n.native.Words() != "" && own+look.Gap8+native.Width <= room
	show(n.native, fits)
	if fits {
		put(n.native, words+own+look.Gap8, top+(body-small)/2, native.Width, small, size.Width)
	}
	put(n.line, words, top+body-nearer, room, small, size.Width)
	put(n.icon, nodeDisc, below+(small-look.IconTag)/2, look.IconTag, look.IconTag, size.Width)
	put(n.state, nodeState, below, size.Width-nodeState-look.Gap8, small, size.Width)
}

// textWidth is how wide the words of a text are, whatever room they get.
func textWidth(t *Text) float32 {
	return t.measure(t.words) + 1
}
