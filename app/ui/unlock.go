package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// Measures of the lock.
const (
	unlockWidth      float32 = 420
	unlockMark       float32 = 56
	unlockPassphrase float32 = 52
)

// unlock asks for the passphrase of a folder. Nothing else of it is known.
type unlock struct {
	w     *Window
	state *present.Unlock
	pass  *widgets.Passphrase
	open  *widgets.Button
	why   *fyne.Container
	body  *fyne.Container
}

func newUnlock(w *Window) Page {
	u := &unlock{w: w, state: present.NewUnlock(w.Shell), why: widgets.Stack()}
	u.pass = widgets.NewPassphrase(u.state.Pass).Tall(unlockPassphrase)
	u.pass.Script = w.script
	u.pass.OnSubmitted = u.try
	u.pass.OnChanged = func() { u.show(present.Message{}) }
	u.open = widgets.NewButton(w.say("unlock.button"), u.try).Kind(widgets.Main).SizeOf(widgets.BigButton)
	return u
}

// Content implements Page.
func (u *unlock) Content() fyne.CanvasObject {
	w := u.w
	other := widgets.NewButton(w.say("unlock.other_folder"), func() {
		w.ChooseFolder(w.say("unlock.choose_folder"), u.setFolder)
	}).Kind(widgets.Quiet).SizeOf(widgets.SmallButton)
	u.body = widgets.Column(0,
		widgets.Row(0, widgets.Flex(), widgets.NewMark(unlockMark), widgets.Flex()),
		widgets.Gap(look.Gap16),
		widgets.NewText(look.Display, u.state.Folder()).Align(widgets.Center).Ellipsis(),
		widgets.NewText(look.Body, w.say("unlock.line")).In(look.Ink2).Align(widgets.Center).Ellipsis(),
		widgets.Gap(look.Gap24), u.pass, u.why, widgets.Gap(look.Gap12), u.open, widgets.Gap(look.Gap8),
		widgets.Row(0, widgets.Flex(), other),
	)
	locked := widgets.Row(look.Gap8, widgets.NewIcon("lock", look.IconTag, look.Ink2), widgets.NewText(look.Small, w.say("unlock.locked")).In(look.Ink2))
	note := widgets.Row(look.Gap12, widgets.NewIcon("info", look.IconTag, look.Ink2), widgets.NewText(look.Small, w.say("unlock.takes")).In(look.Ink2))
	return widgets.Place(
		widgets.At{Object: u.body, Along: widgets.Center, Down: widgets.Center, W: unlockWidth, Y: -12},
		widgets.At{Object: locked, X: look.Gap32, Y: look.Gap24},
		widgets.At{Object: note, Along: widgets.Center, Down: widgets.End, Y: 28},
	)
}

// Leave implements Page.
func (u *unlock) Leave() present.Job {
	u.state.Close()
	return nil
}

// First implements starter.
func (u *unlock) First() fyne.Focusable { return u.pass }

func (u *unlock) try() {
	if u.open.Busy() {
		return
	}
	job := u.state.Open(u.w.opened)
	if job == nil {
		u.show(u.state.Why)
		return
	}
	u.pass.Disable()
	u.w.RunBusy(u.open, u.w.say("unlock.busy"), andThen(job, func() {
		u.pass.Enable()
		u.pass.Clear()
		u.show(u.state.Why)
		if !u.state.Why.Empty() {
			u.w.Window.Canvas().Focus(u.pass)
		}
	}), nil)
}

// show says why the folder did not open, or takes that away.
func (u *unlock) show(m present.Message) {
	if m.Empty() && len(u.why.Objects) == 0 {
		return
	}
	u.why.Objects = nil
	if !m.Empty() {
		words := widgets.NewText(look.Small, u.w.tell(m)).Bold().In(look.Red).Wrap()
		words.FitWidth(unlockWidth - look.IconInline - look.Gap8)
		u.why.Objects = []fyne.CanvasObject{widgets.InsetEach(look.Gap8, 0, 0, 0,
			widgets.RowAt(widgets.Top, look.Gap8, widgets.NewIcon("stop", look.IconInline, look.Red), widgets.Grow(1, words)))}
	}
	u.pass.SetFailed(!m.Empty() && u.state.WrongPassphrase())
	u.body.Refresh()
	u.w.frame.Refresh()
}

// setFolder opens another folder, or sets one up where there is none.
func (u *unlock) setFolder(dir string) {
	u.state.SetFolder(dir)
	u.w.Go(u.w.Shell.First())
}

// opened shows the desk that was unlocked, at the place where the person was.
func (w *Window) opened() {
	w.Noticed()
	w.wear(w.Shell.Desk.Preferences().Dark)
	w.behind, w.save = nil, w.Shell.LastSave()
	w.Go(w.Shell.Return())
}
