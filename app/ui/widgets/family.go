package widgets

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"harbour/app/ui/look"
)

// FamilyPicture draws a family. It is one stop of the keyboard: arrows walk
// from person to person, up from the first row to the plus of the place, Enter
// opens, plus adds in the place. Where it is larger than its room it scrolls.
type FamilyPicture struct {
	control

	// OnOpen is called with the id of the person to open.
	OnOpen func(id string)
	// OnAdd is called with the index of the place to add somebody in.
	OnAdd func(place int)
	// OnMove is called when the keyboard goes to another person.
	OnMove func(id string)

	view    FamilyView
	compact bool
	at      string // id of the person with the keyboard
	head    int    // index of the place whose plus has it, -1 for none
	nodes   map[string]*familyNode
	heads   []*familyHead
	ground  familyGround
	plan    familyPlan
	width   float32
	body    *fyne.Container
	scroll  *familyScroll
	frame   *Frame
}

// NewFamilyPicture makes a picture of nobody yet.
func NewFamilyPicture() *FamilyPicture {
	p := &FamilyPicture{head: -1, nodes: map[string]*familyNode{}}
	p.frame = NewFrame(Paint{Fill: look.Surface, Line: look.Hair, Radius: look.Radius})
	p.body = container.New(familyBody{p})
	p.scroll = newFamilyScroll(p)
	p.extend(p)
	p.act = p.press
	p.onKey = p.key
	p.onRune = func(r rune) {
		if r == '+' {
			p.add(p.placeAt())
		}
	}
	p.onFocus = func(in bool) {
		if in {
			p.reach()
		}
	}
	p.restate = p.paint
	return p
}

// Compact makes the nodes smaller and leaves the discs away, for a small window.
func (p *FamilyPicture) Compact() *FamilyPicture { p.compact = true; return p }

// SetView shows a family. Only what differs from the view before is made anew.
func (p *FamilyPicture) SetView(v FamilyView) {
	if reflect.DeepEqual(v, p.view) {
		return
	}
	placed := !reflect.DeepEqual(v.Places, p.view.Places)
	p.view = v
	if p.nodeOf(p.at) == nil && len(v.Nodes) > 0 {
		p.at = v.Nodes[0].ID
	}
	p.head = min(p.head, len(v.Places)-1)
	if placed || len(p.heads) != len(v.Places) {
		p.makeHeads()
	}
	p.setNodes()
	p.plan = familyPlan{}
	p.build()
	p.Refresh()
}

// GoTo goes to a person, who has the keyboard whenever the picture has it.
func (p *FamilyPicture) GoTo(id string) {
	if p.nodeOf(id) == nil {
		return
	}
	moved := id != p.at
	p.at, p.head = id, -1
	p.paint()
	if p.focused {
		p.reach()
	}
	if moved && p.OnMove != nil {
		p.OnMove(id)
	}
}

// At is the id of the person at whom the picture is.
func (p *FamilyPicture) At() string { return p.at }

// NodeOf returns the component of a person, nil for somebody who is not shown.
func (p *FamilyPicture) NodeOf(id string) fyne.CanvasObject {
	if n, ok := p.nodes[id]; ok {
		return n
	}
	return nil
}

// AccessibilityLabel implements fyne.Accessible.
func (p *FamilyPicture) AccessibilityLabel() string {
	if n, ok := p.nodes[p.at]; ok {
		return n.AccessibilityLabel()
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (p *FamilyPicture) AccessibilityRole() fyne.AccessibleRole {
	return fyne.AccessibleRoleContainer
}

// Tapped implements fyne.Tappable: beside the people it only takes the keyboard.
func (p *FamilyPicture) Tapped(*fyne.PointEvent) { p.takeFocus() }

// FitWidth tells how wide the picture will stand, before its height is asked.
func (p *FamilyPicture) FitWidth(width float32) {
	if width != p.width {
		p.width = width
		p.plan = familyPlan{}
	}
}

func (p *FamilyPicture) nodeOf(id string) *FamilyNode {
	for i := range p.view.Nodes {
		if p.view.Nodes[i].ID == id {
			return &p.view.Nodes[i]
		}
	}
	return nil
}

// placeAt is the place that a plus adds in.
func (p *FamilyPicture) placeAt() int {
	if p.head >= 0 {
		return p.head
	}
	if n := p.nodeOf(p.at); n != nil {
		return n.Place
	}
	return 0
}

func (p *FamilyPicture) press() {
	if p.head >= 0 {
		p.add(p.head)
	} else if p.at != "" {
		p.open(p.at)
	}
}

func (p *FamilyPicture) open(id string) {
	p.GoTo(id)
	if p.OnOpen != nil {
		p.OnOpen(id)
	}
}

func (p *FamilyPicture) add(place int) {
	if p.OnAdd != nil && place < len(p.view.Places) {
		p.OnAdd(place)
	}
}

// key walks. What leads nowhere stays where it is, and is used all the same:
// the page must not scroll away under it.
func (p *FamilyPicture) key(key *fyne.KeyEvent) bool {
	forward, back := fyne.KeyRight, fyne.KeyLeft
	if look.Current().Mirrored() {
		forward, back = back, forward
	}
	n := p.nodeOf(p.at)
	if n == nil {
		return false
	}
	switch {
	case key.Name == fyne.KeyUp && p.head < 0 && n.Up == "":
		p.moveHead(n.Place)
	case key.Name == fyne.KeyDown && p.head >= 0:
		p.GoTo(p.firstIn(p.head))
	case key.Name == fyne.KeyUp && p.head < 0:
		p.GoTo(n.Up)
	case key.Name == fyne.KeyDown:
		p.GoTo(n.Down)
	case key.Name == back && p.head >= 0:
		p.moveHead(max(p.head-1, 0))
	case key.Name == forward && p.head >= 0:
		p.moveHead(min(p.head+1, len(p.view.Places)-1))
	case key.Name == back:
		p.GoTo(n.Before)
	case key.Name == forward:
		p.GoTo(n.After)
	default:
		return key.Name == fyne.KeyUp
	}
	return true
}

func (p *FamilyPicture) moveHead(place int) {
	p.head = place
	p.paint()
	p.reach()
}

// firstIn is who stands highest in a place.
func (p *FamilyPicture) firstIn(place int) string {
	for _, n := range p.view.Nodes {
		if n.Place == place {
			return n.ID
		}
	}
	return p.at
}

func (p *FamilyPicture) paint() {
	for id, n := range p.nodes {
		n.setAt(p.focused && p.head < 0 && id == p.at)
	}
	for i, h := range p.heads {
		h.plus.setAt(p.focused && i == p.head)
	}
}

// CreateRenderer implements fyne.Widget.
func (p *FamilyPicture) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	p.build()
	p.paint()
	return &renderer{
		objects: []fyne.CanvasObject{p.frame, p.scroll},
		min:     p.minSize,
		layout: func(size fyne.Size) {
			p.FitWidth(size.Width)
			p.build()
			p.frame.Resize(size)
			p.scroll.Move(fyne.NewSquareOffsetPos(look.LineWidth))
			p.scroll.Resize(size.SubtractWidthHeight(2*look.LineWidth, 2*look.LineWidth))
		},
		refresh: func() {
			p.build()
			p.paint()
			p.body.Refresh()
			p.scroll.Refresh()
		},
	}
}

func (p *FamilyPicture) minSize() fyne.Size {
	p.build()
	return fyne.NewSize(familyLeast, min(p.plan.size.Height+2*look.LineWidth, familyMost))
}
