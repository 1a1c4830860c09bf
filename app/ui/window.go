package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/words"
)

// Config is what a Window is made of.
type Config struct {
	App     fyne.App
	Window  fyne.Window
	Shell   *present.Shell
	Words   words.Words
	Theme   *look.Theme
	Runner  *Runner
	Version string
	// Restart replaces the program by a fresh one that opens the folder, so
	// that nothing of what was shown stays in memory. It does not return.
	Restart func(Restart)
}

// Restart is what the fresh program needs to look like this one. There is no
// secret in it.
type Restart struct {
	Dir           string
	Dark          bool
	Language      string
	TextScale     float32
	Width, Height float32
}

// Window is the one window of the program and where it is. Its methods are
// called on the screen's thread.
type Window struct {
	Config
	frame *frame

	route   present.Route
	behind  []present.Route // where Back leads, the newest last
	open    Page
	staying bool
	leaving bool
	save    present.Save
	idle    idleClock
}

// New shows the first page of cfg.Shell in cfg.Window. The caller shows and
// runs the window.
func New(cfg Config) *Window {
	w := &Window{Config: cfg}
	w.App.Settings().SetTheme(cfg.Theme)
	w.Window.SetTitle(w.say("app.name"))
	w.Window.SetPadded(false)
	w.frame = newFrame(w)
	w.Window.SetContent(w.frame)
	w.listen()
	w.show(w.Shell.First())
	return w
}

// Go leaves the open page, when it can be saved, and shows the one that the
// route leads to.
func (w *Window) Go(r present.Route) {
	if s, ok := w.open.(shower); ok && r.Page == w.route.Page && s.Show(r) {
		w.route = r
		return
	}
	from := w.route
	w.leave(func() {
		if from.Page != r.Page && w.Shell.Desk != nil && from != (present.Route{}) {
			w.behind = append(w.behind, from)
		}
		w.show(r)
	})
}

// Back leads to the page before, or home.
func (w *Window) Back() {
	w.leave(func() {
		r := w.Shell.Home()
		if last := len(w.behind) - 1; last >= 0 {
			r, w.behind = w.behind[last], w.behind[:last]
		}
		w.show(r)
	})
}

// Stay keeps the open page where it is: called while it is being left, when
// what is open could not be saved.
func (w *Window) Stay() { w.staying = true }

// Route is where the window is.
func (w *Window) Route() present.Route { return w.route }

// Page is the page that is open.
func (w *Window) Page() Page { return w.open }

// Run runs a job and applies it. onProgress may be nil.
func (w *Window) Run(job present.Job, onProgress func(present.Progress)) *Work {
	return w.Runner.Run(job, onProgress)
}

// ShowSave puts how the last save went above Lock now.
func (w *Window) ShowSave(s present.Save) {
	w.save = s
	w.frame.showSave(s)
}

// leave runs the job that saves the open page, and then goes on, unless the
// page stays. While it runs, other navigation is not heard.
func (w *Window) leave(then func()) { w.leaveOr(then, func() {}) }

// leaveOr is leave with what to do where the page stays.
func (w *Window) leaveOr(then, stayed func()) {
	if w.leaving {
		return
	}
	if w.open == nil {
		then()
		return
	}
	job := w.open.Leave()
	if job == nil {
		then()
		return
	}
	w.leaving, w.staying = true, false
	w.Run(andThen(job, func() {
		w.leaving = false
		if w.staying {
			stayed()
			return
		}
		then()
	}), nil)
}

// show makes the page of a route the open one.
func (w *Window) show(r present.Route) {
	w.route = r
	w.open = w.page(r)
	w.frame.showPage(r, w.open.Content())
	if s, ok := w.open.(starter); ok {
		if first := s.First(); first != nil {
			w.Window.Canvas().Focus(first)
			return
		}
	}
	w.Window.Canvas().Unfocus()
}

// wear takes the light or the dark theme.
func (w *Window) wear(dark bool) {
	scheme := look.Light
	if dark {
		scheme = look.Dark
	}
	now := look.Current()
	if now.Scheme == scheme {
		return
	}
	theme := look.New(scheme, now.Direction)
	theme.TextScale, theme.ReducedMotion = now.TextScale, now.ReducedMotion
	w.App.Settings().SetTheme(theme)
}
