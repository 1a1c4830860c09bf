package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// settingsWidth is how wide the settings stand.
const settingsWidth float32 = 720

// settings are how this desk looks, when it locks, and where its folder is.
type settings struct {
	w        *Window
	state    *present.Settings
	scroll   *widgets.Scroll
	why      *fyne.Container
	minutes  *widgets.Text
	less     *widgets.IconButton
	more     *widgets.IconButton
	verify   *widgets.Button
	verdict  *fyne.Container
	progress *widgets.Progress
}

func newSettings(w *Window) Page {
	s := &settings{w: w, state: present.NewSettings(w.Shell), why: widgets.Stack(), verdict: widgets.Stack()}
	s.why.Hide()
	return s
}

// Content implements Page.
func (s *settings) Content() fyne.CanvasObject {
	w := s.w
	about := widgets.NewButton(w.say("settings.about"), func() { w.Go(present.Route{Page: present.PageAbout}) }).Kind(widgets.Quiet).Icon("info")
	cards := widgets.AtMost(settingsWidth, widgets.Inset(look.Gap4, look.Gap4, widgets.Column(look.Gap16,
		s.why, s.lookCard(), s.lockCard(), s.folderCard())))
	s.scroll = widgets.NewScroll(widgets.InsetEach(0, 0, look.Gap32, 0, cards))
	return widgets.InsetEach(0, look.PageEdge, 0, look.PageEdge-look.Gap4, widgets.Column(0,
		widgets.InsetEach(0, 0, 0, look.Gap4, widgets.PageHeader(w.say("settings.title"), w.say("settings.line"), about)),
		widgets.Grow(1, s.scroll)))
}

// Leave implements Page.
func (s *settings) Leave() present.Job { return nil }

// row is a setting: what it is, one line about it, and its control.
func (s *settings) row(title, help string, control fyne.CanvasObject) fyne.CanvasObject {
	words := []fyne.CanvasObject{widgets.Label(title).Wrap()}
	if help != "" {
		words = append(words, widgets.NewText(look.Small, help).In(look.Ink2).Wrap())
	}
	return widgets.Row(look.Gap24, widgets.Grow(1, widgets.Column(2, words...)), control)
}

func (s *settings) lookCard() fyne.CanvasObject {
	w := s.w
	theme := widgets.NewSegments(widgets.Option{Key: "light", Words: w.say("settings.light")}, widgets.Option{Key: "dark", Words: w.say("settings.dark")})
	theme.Choose("light")
	if s.state.Dark() {
		theme.Choose("dark")
	}
	theme.OnChoose = func(key string) {
		w.Run(s.state.SetDark(key == "dark", s.show), nil)
		w.wear(key == "dark")
	}
	discreet := widgets.NewToggle(w.say("settings.discreet"), func(on bool) { w.Run(s.state.SetDiscreet(on, s.show), nil) })
	discreet.SetOn(s.state.Discreet())
	return widgets.NewCard(widgets.Column(look.Gap12,
		s.row(w.say("settings.theme"), "", theme), widgets.NewDivider(), discreet,
		widgets.InsetEach(0, 0, 0, 28, widgets.NewText(look.Small, w.say("settings.discreet_help")).In(look.Ink2).Wrap())))
}

func (s *settings) lockCard() fyne.CanvasObject {
	w := s.w
	s.minutes = widgets.Label("").Align(widgets.Center)
	step := func(by int) func() {
		return func() {
			w.Run(s.state.SetIdleMinutes(s.state.IdleMinutes()+by, s.show), nil)
			s.show()
		}
	}
	s.less = widgets.NewIconButton("chevron-start", w.say("settings.less"), step(-1)).Large()
	s.more = widgets.NewIconButton("chevron-end", w.say("settings.more"), step(1)).Large()
	s.showMinutes()
	return widgets.NewCard(s.row(w.say("settings.idle"), w.say("settings.idle_help"),
		widgets.Row(look.Gap4, s.less, widgets.Width(88, s.minutes), s.more)))
}

func (s *settings) showMinutes() {
	n := s.state.IdleMinutes()
	s.minutes.SetWords(s.w.say("settings.minutes", "n", n))
	allow(s.less, n > present.MinIdleMinutes)
	allow(s.more, n < present.MaxIdleMinutes)
}

func (s *settings) folderCard() fyne.CanvasObject {
	w := s.w
	role := w.say("settings.desk_field")
	if s.state.Office() {
		role = w.say("settings.desk_office")
	}
	s.verify = widgets.NewButton(w.say("settings.verify_button"), s.check)
	return widgets.NewCard(widgets.Column(look.Gap16,
		s.row(s.state.Name(), role, widgets.Stack()), widgets.NewDivider(),
		widgets.Column(look.Gap4, widgets.Label(w.say("settings.folder")), widgets.NewText(look.Body, s.state.Dir()).Ellipsis(),
			widgets.NewText(look.Small, w.say("settings.folder_help")).In(look.Ink2).Wrap()),
		widgets.NewDivider(),
		s.row(w.say("settings.verify"), w.say("settings.verify_help"), s.verify), s.verdict))
}

// check reads the whole vault, and shows how far it is.
func (s *settings) check() {
	w := s.w
	var work *Work
	s.progress = widgets.NewProgress(w.say("settings.verify_name"), "", w.say("button.cancel"), func() { work.Cancel() })
	s.verdict.Objects = []fyne.CanvasObject{s.progress}
	s.scroll.Reflow()
	work = w.RunBusy(s.verify, w.say("settings.verifying"), s.state.Verify(s.show), func(p present.Progress) {
		s.progress.Set(float64(p.Done)/float64(max(p.Of, 1)), w.say("settings.verify_amount", "done", int(p.Done), "of", int(p.Of)))
	})
}

// show says what became of the last change, and what the last check found.
func (s *settings) show() {
	s.showMinutes()
	s.why.Objects, s.verdict.Objects = nil, nil
	if !s.state.Why.Empty() {
		s.why.Objects = []fyne.CanvasObject{s.w.banner(s.state.Why, nil)}
	}
	s.why.Hidden = s.state.Why.Empty()
	if m, sound := s.state.Verdict(); !m.Empty() {
		tone, icon := widgets.Green, "settled"
		if !sound {
			tone, icon = widgets.Red, "stop"
		}
		s.verdict.Objects = []fyne.CanvasObject{widgets.NewBanner(tone, icon, s.w.tell(m), nil)}
	}
	s.scroll.Reflow()
}

// allow lets a control be used, or not.
func allow(o fyne.Disableable, on bool) {
	if on {
		o.Enable()
	} else {
		o.Disable()
	}
}
