package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// Measures of the inbox.
const (
	inboxList  float32 = 300
	inboxReady float32 = 284
	inboxRow   float32 = 83
)

// readyTab is the tab that stands for the side where there is no room for it.
const readyTab = "inbox.ready_tab"

// inbox is what came to the office, read beside the list.
type inbox struct {
	w        *Window
	route    present.Route
	state    *present.Inbox
	body     *fold
	list     *widgets.List
	rows     []present.InboxRow
	search   *widgets.Input
	openFile *widgets.Button
	accept   *widgets.Button
	progress *widgets.Progress
	work     *Work
	tab      string // key of the part that is read
	tabNow   *widgets.Button
}

func newInbox(w *Window, r present.Route) Page {
	i := &inbox{w: w, route: r, state: present.NewInbox(w.Shell)}
	i.search = widgets.NewInput().Placeholder(w.say("inbox.search")).Leading(widgets.NewIcon("search", look.IconInline, look.Ink2))
	i.search.OnChanged = func(string) { i.showRows() }
	return i
}

// Content implements Page.
func (i *inbox) Content() fyne.CanvasObject {
	i.body = i.w.fold(foldPage, i.build)
	if job := i.state.Resume(i.route); job != nil {
		i.w.Run(andThen(job, i.show), nil)
	}
	return i.body
}

// Leave implements Page. A file that is being read or written is given up.
func (i *inbox) Leave() present.Job {
	if i.work != nil {
		i.work.Cancel()
	}
	return nil
}

// Find implements finder.
func (i *inbox) Find() { i.search.Focus() }

func (i *inbox) busy() bool { return i.work != nil && !i.work.Finished() }

func (i *inbox) build(folded bool) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		widgets.Width(inboxList, i.left()), widgets.NewDivider().Upright(),
		widgets.Grow(1, widgets.Stack(widgets.NewFrame(widgets.Paint{Fill: look.Surface}), i.middle(folded))),
	}
	if !folded && i.state.Open != nil {
		parts = append(parts, widgets.NewDivider().Upright(), widgets.Width(inboxReady, i.ready()))
	}
	return widgets.RowAt(widgets.Fill, 0, parts...)
}

// left is the list of what came.
func (i *inbox) left() fyne.CanvasObject {
	w := i.w
	i.openFile = widgets.NewButton(w.say("inbox.open"), i.choose).Icon("inbox")
	if i.opensNext() {
		i.openFile.Kind(widgets.Main)
	}
	head := widgets.InsetEach(look.Gap24, look.Gap16, look.Gap12, look.Gap16, widgets.Column(look.Gap12,
		widgets.Row(look.Gap8, widgets.Grow(1, widgets.NewText(look.Title, w.say("inbox.title"))), i.openFile), i.search))
	i.list = widgets.NewList(inboxRow, newInboxRow, i.fillRow).Padded(look.Gap16)
	i.list.OnChoose = func(row int) { i.read(i.rows[row].Bundle) }
	i.showRows()
	parts := []fyne.CanvasObject{head}
	if h := i.state.Held; h != nil {
		parts = append(parts, widgets.NewDivider(), i.heldRow(h))
	}
	return widgets.Column(0, append(parts, widgets.NewDivider(), widgets.Grow(1, i.list))...)
}

// opensNext reports whether opening a file is what the page is for now.
func (i *inbox) opensNext() bool {
	s := i.state
	return s.Held == nil && s.Receipt.File == "" && (s.Open == nil || !s.Open.Waiting)
}

// heldRow stands in the list for a file of which nothing was opened.
func (i *inbox) heldRow(h *present.HeldFile) fyne.CanvasObject {
	w := i.w
	return widgets.Stack(widgets.NewFrame(widgets.Paint{Fill: look.Tint}), widgets.Inset(look.Gap16, look.Gap12, widgets.Column(0,
		widgets.Label(w.say("inbox.file_of", "size", w.Words.Bytes(h.Bytes))).Ellipsis(),
		w.trustOf(present.TrustUnknown, look.Small),
		widgets.NewText(look.Small, w.say("inbox.held_apart")).In(look.Ink2).Ellipsis())))
}

func newInboxRow() fyne.CanvasObject {
	return widgets.Inset(0, look.Gap12, widgets.Column(0,
		widgets.Row(look.Gap8, widgets.Grow(1, widgets.NewText(look.Body, "").Ellipsis()), widgets.NewText(look.Small, "").In(look.Ink2)),
		widgets.NewTrustBadge(widgets.UnknownSender, "", look.Small),
		widgets.NewText(look.Small, "").In(look.Ink2).Ellipsis()))
}

func (i *inbox) fillRow(n int, object fyne.CanvasObject, _ bool) {
	w, row := i.w, i.rows[n]
	lines := object.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	head := lines[0].(*fyne.Container).Objects
	code := head[0].(*fyne.Container).Objects[0].(*widgets.Text)
	code.SetWords(row.Codes)
	code.SetBold(row.Waiting)
	head[1].(*widgets.Text).SetWords(w.changed(row.At))
	kind := widgets.FirstSeen
	key := "inbox.from_amber"
	switch row.Sender.Trust {
	case present.TrustChecked:
		kind, key = widgets.CheckedInPerson, "inbox.from_green"
	case present.TrustUnknown:
		kind, key = widgets.UnknownSender, "inbox.from_red"
	}
	lines[1].(*widgets.State).SetTrust(kind, w.say(key, "name", row.Sender.Name))
	lines[2].(*widgets.Text).SetWords(w.tell(row.What))
	object.Refresh()
}

// showRows shows what is found, with the open bundle chosen.
func (i *inbox) showRows() {
	i.rows = i.state.Search(i.search.Text())
	i.list.SetCount(len(i.rows))
	chosen := -1
	for n, row := range i.rows {
		if i.state.Open != nil && row.Bundle == i.state.Open.Bundle {
			chosen = n
		}
	}
	i.list.Choose(chosen)
}

func (i *inbox) choose() {
	i.w.ChooseFile(i.w.say("inbox.open"), i.openPath, ".age")
}

// openPath opens the file at path.
func (i *inbox) openPath(path string) {
	if i.busy() {
		return
	}
	i.run(i.state.OpenFile(path), i.w.say("inbox.opening"), "")
}

func (i *inbox) read(bundle string) {
	if i.busy() {
		return
	}
	i.w.Run(andThen(i.state.Show(bundle), i.show), nil)
}

// take asks where the receipt goes, and accepts.
func (i *inbox) take() {
	i.w.ChooseFolder(i.w.say("inbox.choose_folder"), i.acceptTo)
}

func (i *inbox) acceptTo(dir string) {
	if i.busy() {
		return
	}
	if job := i.state.Accept(dir); job != nil {
		i.run(job, i.w.say("inbox.writing"), i.w.say("handover.leave_stick"))
	}
}

// run runs a job in place of the reading pane, with its progress.
func (i *inbox) run(job present.Job, words, note string) {
	i.progress = widgets.NewProgress(words, note, i.w.say("button.cancel"), func() { i.work.Cancel() })
	i.body.rebuild()
	done := before(andThen(job, i.show), func() { i.progress = nil })
	i.work = i.w.Run(done, func(p present.Progress) { i.w.setProgress(i.progress, p) })
}

// show draws the page as the inbox stands. Where the page was left it says what
// became of the work.
func (i *inbox) show() {
	if i.w.open != Page(i) {
		i.w.leftBehind(i.state.Message, i.state.Receipt.File != "", "inbox.written_left")
		return
	}
	on := i.w.Window.Canvas()
	inList := on.Focused() == fyne.Focusable(i.list)
	i.w.standAt(i, i.state.Route())
	i.body.rebuild()
	if inList {
		on.Focus(i.list)
	}
}
