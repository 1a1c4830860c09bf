package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// yearsEdge is the room between the parts of a page with a timeline.
const yearsEdge = look.PageEdgeNarrow

// editorYears is the timeline over a section, and the list beside what is open.
// How it is looked at lasts as long as the referral is open, and is kept
// nowhere else.
type editorYears struct {
	e      *editor
	folded bool
	person string
	zoom   string
	view   *widgets.TimelineView // nil until it was looked at
	last   string                // the item that was opened last

	section string
	shown   present.Timeline
	line    *widgets.Timeline // nil where the page has none, or it is folded away
	list    *yearsList
}

// withYears is the page under the head: for the sections of what happened, the
// timeline on top, and the list beside what is open.
func (e *editor) withYears(v present.EditorView) fyne.CanvasObject {
	if e.years != nil {
		e.years.leave()
	}
	if v.Locked || !present.TimelineShown(v.Section) {
		return e.scroll
	}
	if e.years == nil {
		e.years = &editorYears{e: e, zoom: zooms[1]}
	}
	return e.years.page(v)
}

// leave keeps how the timeline was looked at: another one takes its place.
func (y *editorYears) leave() {
	if y.line != nil {
		view := y.line.View()
		y.view = &view
	}
	y.line, y.list = nil, nil
}

func (y *editorYears) page(v present.EditorView) fyne.CanvasObject {
	y.section = v.Section
	if v.Element != "" {
		y.person = y.e.ed.TimelineOwner(v.Element)
		if !strings.HasPrefix(y.last, v.Element) {
			y.last = v.Element
		}
	}
	y.shown = y.e.ed.Timeline(y.person)
	top := []fyne.CanvasObject{y.controls()}
	if !y.folded {
		top = append(top, y.picture(v.Element))
	}
	y.list = y.newList(v)
	if y.e.folded {
		return y.narrow(v, top)
	}
	return y.wide(v, top)
}

// wide sets the list beside what is open; each scrolls by itself.
func (y *editorYears) wide(v present.EditorView, top []fyne.CanvasObject) fyne.CanvasObject {
	above := widgets.InsetEach(0, yearsEdge, look.Gap12, yearsEdge, widgets.Column(look.Gap8, top...))
	below := fyne.CanvasObject(y.e.scroll)
	if y.list.count() > 0 {
		if v.Element == "" {
			hint := widgets.EmptyState(laneIcons[present.LaneEvents], y.e.w.say("timeline.choose"), y.e.w.say("timeline.choose_help"), nil)
			y.e.scroll.Content = widgets.Inset(yearsEdge, look.Gap32, hint)
		}
		card := widgets.NewFrame(widgets.Paint{Fill: look.Surface, Line: look.Hair, Radius: look.Radius})
		open := widgets.Stack(card, widgets.Inset(look.LineWidth, look.Gap8, y.e.scroll))
		below = widgets.InsetEach(0, yearsEdge, yearsEdge, yearsEdge,
			widgets.RowAt(widgets.Fill, look.Gap12, widgets.Width(yearsListWidth, y.list.card(v)), widgets.Grow(1, open)))
	}
	return widgets.Column(0, above, widgets.Grow(1, below))
}

// narrow sets all under each other in one scroller: over what is open the list
// is a choice.
func (y *editorYears) narrow(v present.EditorView, top []fyne.CanvasObject) fyne.CanvasObject {
	content := y.e.scroll.Content
	switch {
	case y.list.count() == 0:
	case v.Element == "":
		content = widgets.InsetEach(0, yearsEdge, look.Gap32, yearsEdge, y.list.card(v))
	default:
		top = append(top, y.list.choice(v))
	}
	above := widgets.InsetEach(look.Gap4, yearsEdge, look.Gap12, yearsEdge, widgets.Column(look.Gap8, top...))
	y.e.scroll.Content = widgets.Column(0, above, content)
	return y.e.scroll
}

// zooms are how many years may stand in view; the first is all there are.
var zooms = [...]string{"all", "10", "3", "1"}

// controls are the row over the picture: fold, whose, and how near.
func (y *editorYears) controls() fyne.CanvasObject {
	w := y.e.w
	words, icon := w.say("timeline.fold"), "chevron-down"
	if y.folded {
		words, icon = w.say("timeline.unfold"), "chevron-end"
	}
	fold := widgets.NewIconButton(icon, words, func() {
		y.folded = !y.folded
		y.e.rebuild()
	})
	row := []fyne.CanvasObject{fold, widgets.NewText(look.Heading, w.say("timeline.name"))}
	if people := y.e.ed.TimelinePeople(); len(people) > 1 {
		whose := widgets.NewChoice(y.e.optionsOf(people)...).Tall(look.SegmentsHeight)
		whose.Choose(y.shown.Person)
		whose.OnChoose = y.show
		row = append(row, widgets.Gap(look.Gap12), widgets.Width(whoseWidth, whose))
	}
	row = append(row, widgets.Flex())
	if !y.folded {
		row = append(row, y.near())
	}
	return widgets.Row(look.Gap4, row...)
}

// whoseWidth is the width of the choice of a person.
const whoseWidth float32 = 220

// show draws another person's years. What is open of somebody else closes.
func (y *editorYears) show(person string) {
	y.person, y.last = person, ""
	if y.e.ed.View().Element != "" {
		y.e.ed.Back()
	}
	y.e.rebuild()
}

func (y *editorYears) near() fyne.CanvasObject {
	var options []widgets.Option
	for _, key := range zooms {
		options = append(options, widgets.Option{Key: key, Words: y.e.w.say("timeline.zoom." + key)})
	}
	s := widgets.NewSegments(options...)
	s.Choose(y.zoom)
	s.OnChoose = func(key string) {
		y.zoom = key
		y.line.SetYears(yearsOf(key))
	}
	return s
}

// yearsOf is how many years a zoom shows, 0 for all.
func yearsOf(zoom string) float32 {
	n, _ := strconv.Atoi(zoom) // "all" is no number
	return float32(n)
}

// picture is the timeline itself.
func (y *editorYears) picture(open string) fyne.CanvasObject {
	y.line = widgets.NewTimeline(y.e.w.say("timeline.name"))
	y.line.Ticks, y.line.Years, y.line.SpotWords = y.ticks, y.secondYears, y.spotWords
	y.line.OnOpen, y.line.OnAdd = y.open, y.add
	y.line.OnReshape = func() {
		y.e.body.Refresh()
		y.e.reflow()
	}
	y.line.SetData(y.data())
	if y.view != nil {
		y.line.SetView(*y.view)
	}
	if item, ok := y.item(y.last); ok && (open != "" || item.Section == y.section) {
		y.line.GoTo(y.last)
	} else {
		y.line.GoToLane(sectionLanes[y.section])
	}
	if open != "" {
		y.line.Choose(y.last)
	}
	return y.line
}

// refresh shows what was typed meanwhile.
func (y *editorYears) refresh() {
	if y == nil || y.list == nil {
		return
	}
	y.shown = y.e.ed.Timeline(y.person)
	if y.line != nil {
		y.line.SetData(y.data())
	}
	y.list.refresh()
}

// focus moves the keyboard to the timeline, where the page has one.
func (y *editorYears) focus() {
	if y != nil && y.line != nil {
		y.e.w.Window.Canvas().Focus(y.line)
	}
}

// open goes to an item's own form, in whatever section it is.
func (y *editorYears) open(path string) {
	y.last = path
	section := y.section
	if item, ok := y.item(path); ok {
		section = item.Section
	}
	y.e.ed.Show(section, path)
	y.e.rebuild()
	if _, field := y.e.cells[path]; field {
		y.e.focusOn(path)
	} else {
		y.e.focusFirst()
	}
}

func (y *editorYears) item(path string) (present.TimeItem, bool) {
	for _, lane := range y.shown.Lanes {
		for _, item := range lane.Items {
			if item.Path == path {
				return item, true
			}
		}
	}
	return present.TimeItem{}, false
}

// add asks what it was, and begins it at that time.
func (y *editorYears) add(s widgets.TimelineSpot) {
	var at present.TimeSpot
	if s.Dated {
		at = present.TimeSpot{From: dateOf(s.From), Until: dateOf(s.To), Gap: s.Gap}
	}
	var items []widgets.MenuItem
	for _, kind := range y.e.ed.TimelineKinds(s.Lane) {
		items = append(items, widgets.MenuItem{Words: y.e.w.say("timeline.add." + kind), OnTap: func() {
			y.e.ed.AddAtTime(kind, y.shown.Person, at)
			y.e.waited = 0
			y.e.ed.Noticed()
			y.e.rebuild()
			y.e.focusFirst()
		}})
	}
	widgets.OpenMenu(y.line.Anchor(), items...)
}
