package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// pending is the answer that a question is put off.
const pending = "pending"

// Measures of the sweep.
const (
	sweepIndent           = look.IconRow + look.Gap12 // of the answers, under the question
	sweepQuestion float32 = 356                       // room of a question before its answer
)

// sweepBoard is the questions that look for family left out, one after another:
// the first that is open stands open with its answers, those that are answered
// are lines that open again.
type sweepBoard struct {
	e     *editor
	tree  fyne.CanvasObject
	rows  []*sweepLine
	body  *fyne.Container
	count *widgets.Text
	asked string // opened by hand
	all   bool   // in a narrow window: the answered ones, too
}

// sweepLine is one question.
type sweepLine struct {
	path  string
	box   *fyne.Container
	state string // what the line was made of
	open  bool
	mark  *questionMark
	unmet *fyne.Container
	cell  *cell
}

func newSweepBoard(e *editor) *sweepBoard {
	b := &sweepBoard{e: e, count: widgets.Caption(""), body: widgets.Column(0)}
	if path := e.ed.Place().Path; strings.HasPrefix(path, "sweep/") {
		b.asked = path
	}
	head := []fyne.CanvasObject{widgets.NewText(look.Heading, e.w.say("part.family.sweep"))}
	if e.folded {
		more := widgets.NewIconButton("chevron-down", e.w.say("family.sweep_all"), func() {
			b.all = !b.all
			b.refresh()
		})
		head = append(head, widgets.Flex(), b.count, more)
	} else {
		head = append(head, widgets.Grow(1, widgets.Caption(e.w.say("editor.sweep_help")).Ellipsis()), b.count)
	}
	b.tree = widgets.NewBareCard(widgets.Column(0, widgets.Inset(look.Gap16, look.Gap12, widgets.Row(look.Gap8, head...)), b.body))
	b.refresh()
	return b
}

// refresh shows how the questions stand; a line that says the same stays.
func (b *sweepBoard) refresh() {
	rows := b.e.ed.Sweep()
	fields := map[string]present.Field{}
	for _, f := range b.e.ed.View().Fields {
		fields[f.Path] = f
	}
	first, done := "", 0
	for _, r := range rows {
		switch f := fields[r.Path]; {
		case r.Open && first == "":
			first = r.Path
		case !r.Open && !r.Unmet && f.State != pending:
			done++
		}
	}
	b.count.SetWords(b.e.w.say("family.sweep_count", "n", done, "all", len(rows)))
	b.fit(rows)
	changed := false
	for i, r := range rows {
		l, f := b.rows[i], fields[r.Path]
		open := r.Path == first || r.Path == b.asked || l.open && b.e.touched != nil && b.e.touched == l.cell
		changed = b.setLine(l, r, f, open) || changed
		hidden := b.e.folded && !b.all && !open && !r.Open && !r.Unmet && f.State != pending
		if hidden == l.box.Visible() {
			see(l.box, !hidden)
			changed = true
		}
	}
	if changed {
		b.body.Refresh()
		b.e.reflow()
	}
}

// first is the path of the first open question, or of the first at all.
func (b *sweepBoard) first() string {
	if n, path := b.e.ed.SweepOpen(); n > 0 {
		return path
	}
	return b.rows[0].path
}

// fit makes a line for each question that applies now.
func (b *sweepBoard) fit(rows []present.SweepRow) {
	same := len(rows) == len(b.rows)
	for i := range rows {
		same = same && b.rows[i].path == rows[i].Path
	}
	if same {
		return
	}
	b.rows, b.body.Objects = nil, nil
	for _, r := range rows {
		l := &sweepLine{path: r.Path, box: widgets.Stack(), mark: newQuestionMark(), unmet: widgets.Stack()}
		b.rows = append(b.rows, l)
		b.body.Objects = append(b.body.Objects, l.box)
		b.e.order = append(b.e.order, r.Path)
	}
}

// setLine makes a line anew where it says something else, and reports whether
// it did.
func (b *sweepBoard) setLine(l *sweepLine, r present.SweepRow, f present.Field, open bool) bool {
	l.mark.set(f)
	state := "open"
	if !open {
		state = strings.Join([]string{f.Value, f.State, f.AskOn, joinedBy(", ", r.Names...)}, "\x00")
	}
	made := l.state != state
	if made {
		l.state, l.open = state, open
		l.cell = &cell{path: l.path}
		content := b.closed(l, r, f)
		if open {
			content = b.opened(l, f)
		}
		b.e.cells[l.path] = l.cell
		l.box.Objects = []fyne.CanvasObject{widgets.Column(0, widgets.NewDivider(), content)}
	}
	if open && (len(l.unmet.Objects) > 0) != r.Unmet {
		made = true
		b.setUnmet(l, r)
	}
	return made
}

// closed is a question in one line.
func (b *sweepBoard) closed(l *sweepLine, r present.SweepRow, f present.Field) fyne.CanvasObject {
	e, at := b.e, sweepQuestion
	if e.folded {
		at = 0
	}
	sign, answer, note := "", "", ""
	switch {
	case f.State != "":
		sign, answer = answerSign(f.State), e.w.say("answer."+f.State)
		if day, err := time.Parse(time.DateOnly, f.AskOn); err == nil {
			note = e.w.say("family.ask_on", "day", e.w.Words.DayMonth(day))
		}
	case f.Value == present.Yes && len(r.Names) > 0:
		answer = joinedBy(", ", r.Names...)
	case f.Value != "":
		answer = e.w.say("editor." + f.Value)
	}
	row := widgets.NewQuestionRow(l.mark.tree, e.label(f), sign, answer, note, at, func() { b.ask(l.path) })
	l.cell.focus = row
	return row
}

// ask opens a question by hand.
func (b *sweepBoard) ask(path string) {
	b.asked = path
	b.refresh()
	b.e.focusOn(path)
}

// opened is a question with its answers.
func (b *sweepBoard) opened(l *sweepLine, f present.Field) fyne.CanvasObject {
	e, c := b.e, l.cell
	ask := widgets.NewYesNo(widgets.Option{Key: present.Yes, Words: e.w.say("family.yes")}, widgets.Option{Key: present.No, Words: e.w.say("family.no")})
	ask.Choose(f.Value)
	ask.OnChoose = func(key string) { b.answer(l.path, key) }
	ask.OnSubmitted = func() { e.next(l.path) }
	a := newAnswers(e, f, ask)
	a.always = true
	c.focus, c.answers = ask, a
	c.stops = append(append(c.stops, a.stops...), a.why.Focusable())
	// In the order of the keyboard: yes and no, then the ways of having no answer.
	row := widgets.Row(look.Gap12, l.mark.tree, widgets.Grow(1, widgets.Label(e.label(f)).Wrap()), ask)
	a.plate.Show()
	a.chips.Show()
	a.boxes = [2]fyne.CanvasObject{widgets.InsetEach(0, 0, look.Gap4, sweepIndent, a.plate), widgets.InsetEach(0, 0, 0, sweepIndent, a.chips)}
	a.tree.Objects = []fyne.CanvasObject{row, widgets.InsetEach(0, 0, 0, sweepIndent, l.unmet), a.boxes[0], a.boxes[1]}
	a.show(f)
	ground := widgets.NewFrame(widgets.Paint{Fill: look.Paper})
	return widgets.Stack(ground, widgets.Inset(look.Gap16, look.Gap8, a.tree))
}

// setUnmet offers to add whoever is meant, after a yes for whom nobody is listed.
func (b *sweepBoard) setUnmet(l *sweepLine, r present.SweepRow) {
	l.unmet.Objects = nil
	if r.Unmet {
		add := widgets.NewButton(b.e.w.say("family.add_now"), func() { b.e.addRelative(r.Adding, "") }).SizeOf(widgets.SmallButton).Icon("plus")
		l.unmet.Objects = []fyne.CanvasObject{widgets.Row(look.Gap12, widgets.NewText(look.Small, b.e.w.say("family.unmet")).In(look.Amber), add, widgets.Flex())}
		l.cell.stops = append(l.cell.stops, add)
	}
	l.unmet.Refresh()
}

// answer keeps yes or no and goes on to the next open question; after a yes for
// whom nobody is listed the question stays.
func (b *sweepBoard) answer(path, key string) {
	b.asked = ""
	e := b.e
	e.chose(path, key)
	if e.kin.sweep == nil {
		return
	}
	b = e.kin.sweep
	next := ""
	for _, r := range e.ed.Sweep() {
		if r.Path == path && r.Unmet {
			b.asked = path
		}
		if r.Open && next == "" {
			next = r.Path
		}
	}
	e.touched = nil
	b.refresh()
	if b.asked != "" || next == "" {
		next = path
	}
	e.focusOn(next)
}

// questionMark is how a question stands: a full ring once it is settled.
type questionMark struct {
	tree *fyne.Container
	icon *widgets.Icon
	ring *widgets.Ring
}

func newQuestionMark() *questionMark {
	m := &questionMark{icon: widgets.NewIcon("minus", look.IconRow, look.Ink3), ring: widgets.NewRing(widgets.RingSmall).Share(1)}
	m.tree = widgets.Sized(look.IconRow, look.IconRow, m.icon, m.ring)
	return m
}

func (m *questionMark) set(f present.Field) {
	settled := false
	switch {
	case f.State == pending:
		m.icon.Set("activity", look.Amber)
	case f.Needed:
		m.icon.Set("stop", look.Red)
	case f.Value != "" || f.State != "":
		settled = true
	default:
		m.icon.Set("minus", look.Ink3)
	}
	see(m.ring, settled)
	see(m.icon, !settled)
}
