package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// editorBeat is how often the editor looks where the keyboard is and whether
// there is something to save: the toolkit tells neither.
const editorBeat = 100 * time.Millisecond

// editor is the page of one referral.
type editor struct {
	w     *Window
	ed    *present.Editor
	route present.Route

	root    *fold
	folded  bool
	side    *editorSide
	body    *fyne.Container
	above   *fyne.Container // over the page: what a person must decide
	scroll  *widgets.Scroll
	undo    *widgets.IconButton
	redo    *widgets.IconButton
	panel   editorPanel // nil where none is open
	beside  panelKind
	about   string // the file whose facts are open
	cells   map[string]*cell
	order   []string // paths of the cells as they stand
	adders  map[string]fyne.Focusable
	shape   string
	touched *cell
	unseen  fyne.CanvasObject // a field that was to come into view before it was drawn
	agreed  *consentSheet     // nil before a consent was open
	years   *editorYears      // nil before a section with a timeline was open
	waited  int               // beats since the last change
	kin     familyPage
	stop    func()
	secret  interface{ Destroy() } // that is being typed
}

func newEditor(w *Window, r present.Route) Page {
	e := &editor{w: w, route: r, ed: present.NewEditor(w.Shell.Desk, r.Case)}
	e.ed.OnSaveState = func(s present.Save) {
		w.ShowSave(s)
		e.showConflict()
		if e.panel != nil && !s.Busy {
			e.panel.refresh()
		}
	}
	return e
}

// Content implements Page.
func (e *editor) Content() fyne.CanvasObject {
	e.w.Run(e.ed.Open(e.route, e.reload), nil)
	e.root = e.w.fold(foldPage, e.build)
	e.stop = e.w.Runner.Every(editorBeat, e.Beat)
	e.listen()
	return e.root
}

// Leave implements Page.
func (e *editor) Leave() present.Job {
	job := e.ed.Leave(e.w.Stay)
	if job == nil {
		if !e.ed.Unsaved() {
			e.end()
		}
		return nil
	}
	return andThen(job, func() {
		if e.ed.SaveState().Why.Empty() {
			e.end()
		}
	})
}

// Show implements shower: another place in the referral that is open.
func (e *editor) Show(r present.Route) bool {
	if r.Case != e.ed.ID() {
		return false
	}
	e.ed.Show(r.Section, r.Path)
	e.rebuild()
	e.focusOn(r.Path)
	return true
}

// First implements starter.
func (e *editor) First() fyne.Focusable {
	path := e.ed.Place().Path
	if path == "" && len(e.order) > 0 {
		path = e.order[0]
	}
	if c, ok := e.cells[path]; ok {
		return c.focus
	}
	return nil
}

// Beat is what the clock of the window calls: it shows the answers under the
// field that has the keyboard, saves what has waited long enough, and closes
// the safe contact.
func (e *editor) Beat() {
	e.watchFocus()
	e.revealLate()
	if e.ed.Unsaved() {
		if e.waited++; time.Duration(e.waited)*editorBeat >= present.SaveWithin {
			e.save()
		}
	}
	if e.ed.SafeDue() {
		e.ed.CloseSafe()
		e.rebuild()
	}
}

func (e *editor) save() {
	if job := e.ed.Save(); job != nil {
		e.waited = 0
		e.w.Run(job, nil)
	}
}

// listen takes the keys of the editor; end gives them back.
func (e *editor) listen() {
	on := e.w.Window.Canvas()
	for _, s := range e.shortcuts() {
		on.AddShortcut(s.keys, e.w.shortcut)
	}
}

func (e *editor) end() {
	e.stop()
	e.forgetSecret()
	for _, s := range e.shortcuts() {
		e.w.Window.Canvas().RemoveShortcut(s.keys)
	}
}

// Shortcut implements keyed.
func (e *editor) Shortcut(typed fyne.Shortcut) bool {
	if e.ed.Section() == "" || e.w.Window.Canvas().Overlays().Top() != nil {
		return false
	}
	for _, s := range e.shortcuts() {
		if s.keys.ShortcutName() == typed.ShortcutName() {
			s.act()
			return true
		}
	}
	return false
}

type shortcut struct {
	keys fyne.Shortcut
	act  func()
}

func (e *editor) shortcuts() []shortcut {
	list := []shortcut{
		{&desktop.CustomShortcut{KeyName: fyne.KeyPageUp, Modifier: fyne.KeyModifierControl}, func() { e.step(-1) }},
		{&desktop.CustomShortcut{KeyName: fyne.KeyPageDown, Modifier: fyne.KeyModifierControl}, func() { e.step(1) }},
		{&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl}, e.onward},
		{&fyne.ShortcutUndo{}, e.undoKey},
		{&fyne.ShortcutRedo{}, e.redoKey},
		{&desktop.CustomShortcut{KeyName: fyne.KeyR, Modifier: fyne.KeyModifierControl}, e.repeat},
		{&desktop.CustomShortcut{KeyName: fyne.KeyM, Modifier: fyne.KeyModifierControl}, e.more},
		{&desktop.CustomShortcut{KeyName: fyne.KeyE, Modifier: fyne.KeyModifierControl}, e.prove},
		{&desktop.CustomShortcut{KeyName: fyne.KeyH, Modifier: fyne.KeyModifierControl}, func() { e.togglePanel(sectionHelp) }},
	}
	for i, key := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6} {
		list = append(list, shortcut{&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}, func() { e.answerKey(i) }})
	}
	return list
}

// step opens the section before or after.
func (e *editor) step(by int) {
	e.ed.Step(by)
	e.rebuild()
	e.focusFirst()
}

// undoKey takes back beyond the field: in one, the field's own comes first.
func (e *editor) undoKey() {
	if _, typing := e.w.Window.Canvas().Focused().(interface{ Undo() }); !typing {
		e.takeBack()
	}
}

// redoKey does again what was taken back beyond the field.
func (e *editor) redoKey() {
	if _, typing := e.w.Window.Canvas().Focused().(interface{ Redo() }); !typing {
		e.doAgain()
	}
}

func (e *editor) takeBack() { e.stepBack(e.ed.Undo) }
func (e *editor) doAgain()  { e.stepBack(e.ed.Redo) }

// repeat fills the field that has the keyboard with what the element before
// has there.
func (e *editor) repeat() {
	e.watchFocus()
	if c := e.touched; c != nil && e.ed.Repeat(c.path) {
		e.stepBack(func() {})
	}
}

// stepBack shows the page after a step that may have changed any of it.
func (e *editor) stepBack(step func()) {
	step()
	e.waited = 0
	e.rebuild()
	e.focusOn(e.ed.Place().Path)
}

// answerKey chooses the answer of that number under the focused field.
func (e *editor) answerKey(n int) {
	e.watchFocus()
	if c := e.touched; c != nil && c.answers != nil {
		c.answers.pickAt(n)
	}
}

// build makes all of the page for the width of the window.
func (e *editor) build(folded bool) fyne.CanvasObject {
	e.folded = folded
	if f := e.ed.Failure(); !f.Empty() {
		back := widgets.NewButton(e.w.say("button.back"), e.w.Back)
		return widgets.Inset(look.PageEdge, look.PageEdge, widgets.Column(look.Gap12, e.w.banner(f, back)))
	}
	if e.ed.Section() == "" {
		return widgets.Stack()
	}
	e.side = newEditorSide(e)
	e.body = widgets.Stack()
	e.fillBody()
	content := fyne.CanvasObject(widgets.RowAt(widgets.Fill, 0, e.side.tree, widgets.Grow(1, e.body)))
	if e.panel = e.openPanel(); e.panel == nil {
		return content
	}
	panel := widgets.Width(look.PanelWidth, e.panel.Tree())
	if folded {
		return widgets.Place(widgets.At{Object: content, Along: widgets.Both, Down: widgets.Both},
			widgets.At{Object: panel, Along: widgets.End, Down: widgets.Both})
	}
	return widgets.RowAt(widgets.Fill, 0, e.side.tree, widgets.Grow(1, e.body), panel)
}

// reload shows the referral once it is read.
func (e *editor) reload() {
	if e.root != nil {
		e.root.rebuild()
	}
	e.w.ShowSave(e.ed.SaveState())
	if path := e.ed.Place().Path; path != "" {
		e.focusOn(path)
	} else {
		e.focusFirst()
	}
}

// rebuild shows the open page anew.
func (e *editor) rebuild() {
	e.fillBody()
	e.refreshAround()
}

// changed follows a change of a value: what stands around it, and the page
// itself where other fields apply now.
func (e *editor) changed() {
	e.waited = 0
	e.ed.Noticed()
	if e.shapeOf(e.ed.View()) != e.shape {
		path := e.ed.Place().Path
		before := e.cells[path]
		e.fillBody()
		e.focusOn(path)
		e.keepCaret(before)
	}
	e.refreshAround()
}

// keepCaret goes on in the middle of a word where the page was made anew under
// it.
func (e *editor) keepCaret(before *cell) {
	if before == nil || before.input == nil {
		return
	}
	if now, ok := e.cells[before.path]; ok && now.input != nil {
		now.input.CaretAs(before.input)
	}
}

func (e *editor) refreshAround() {
	e.side.refresh()
	for path, c := range e.cells {
		blocks, _ := e.ed.Found(path)
		e.need(c, blocks)
		e.note(c)
	}
	e.refreshFamily()
	if e.undo != nil {
		setEnabled(e.undo, e.ed.CanUndo())
	}
	if e.redo != nil {
		setEnabled(e.redo, e.ed.CanRedo())
	}
	if e.panel != nil {
		e.panel.refresh()
	}
	e.years.refresh()
	e.agreed.refresh()
}

// setEnabled sets whether a control takes input.
func setEnabled(control fyne.Disableable, on bool) {
	if on {
		control.Enable()
	} else {
		control.Disable()
	}
}
