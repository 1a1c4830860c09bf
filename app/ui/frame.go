package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// turner is what has a ring that turns.
type turner interface{ Step() }

// frame is all that the window holds: the navigation, the page, and what
// floats over both.
type frame struct {
	widget.BaseWidget

	window  *Window
	size    fyne.Size
	ground  *canvas.Rectangle
	rail    *rail // nil while locked
	page    fyne.CanvasObject
	toast   fyne.CanvasObject
	said    string // the words of the toast
	warning *fyne.Container
	turning map[turner]bool
}

var (
	_ desktop.Cursorable = (*frame)(nil)
	_ widgets.Watcher    = (*frame)(nil)
)

func newFrame(w *Window) *frame {
	f := &frame{window: w, ground: &canvas.Rectangle{}, page: widgets.Stack(), warning: widgets.Stack(), turning: map[turner]bool{}}
	f.warning.Hide()
	f.ExtendBaseWidget(f)
	return f
}

// width is how wide the window is, its usual width before it is shown.
func (w *Window) width() float32 {
	if w.frame == nil || w.frame.size.Width == 0 {
		return DefaultWidth
	}
	return w.frame.size.Width
}

// The size that a window opens with, and the least at which all of it works.
const (
	DefaultWidth  float32 = 1280
	DefaultHeight float32 = 800
	LeastWidth    float32 = 1000
	LeastHeight   float32 = 640
)

// showPage puts the content of a page beside the navigation, which stands only
// while a desk is open.
func (f *frame) showPage(r present.Route, content fyne.CanvasObject) {
	if f.window.Shell.Desk == nil {
		f.rail = nil
	} else if f.rail == nil {
		f.rail = newRail(f.window)
		f.showSave(f.window.save)
	}
	if f.rail != nil {
		f.rail.choose(r)
	}
	f.page = content
	f.Refresh()
}

func (f *frame) showSave(s present.Save) {
	if f.rail != nil {
		f.rail.showSave(s)
	}
}

func (f *frame) showToast(words string, toast fyne.CanvasObject) {
	f.toast, f.said = toast, words
	f.Refresh()
}

// hideToast takes the toast away that says these words.
func (f *frame) hideToast(words string) {
	if f.said == words {
		f.toast, f.said = nil, ""
		f.Refresh()
	}
}

// warn puts a quiet line at the foot of the window, none for empty words.
func (f *frame) warn(words string) {
	if words == "" {
		f.warning.Hide()
		f.Refresh()
		return
	}
	f.warning.Objects = []fyne.CanvasObject{widgets.NewBanner(widgets.Amber, "lock", words, nil)}
	f.warning.Show()
	f.Refresh()
}

// turn lets a ring turn until it is still.
func (f *frame) turn(t turner)  { f.turning[t] = true }
func (f *frame) still(t turner) { delete(f.turning, t) }

// step turns every ring by a twelfth.
func (f *frame) step() {
	for t := range f.turning {
		t.Step()
	}
	if f.rail != nil {
		f.rail.step()
	}
}

// Cursor implements desktop.Cursorable. The driver asks for it whenever the
// pointer moves anywhere over the window, which nothing else tells: it is how
// the idle clock learns that somebody is there.
func (f *frame) Cursor() desktop.Cursor {
	f.window.Noticed()
	return desktop.DefaultCursor
}

// Noticed implements widgets.Watcher.
func (f *frame) Noticed() { f.window.Noticed() }

// Key implements widgets.Watcher.
func (f *frame) Key(key *fyne.KeyEvent) { f.window.key(key) }

// Shortcut implements widgets.Watcher.
func (f *frame) Shortcut(s fyne.Shortcut) { f.window.shortcut(s) }

// Held implements widgets.Holder.
func (f *frame) Held() []fyne.CanvasObject { return f.objects() }

func (f *frame) objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{f.ground}
	if f.rail != nil {
		list = append(list, f.rail.tree)
	}
	list = append(list, f.page)
	if f.toast != nil {
		list = append(list, f.toast)
	}
	return append(list, f.warning)
}

// CreateRenderer implements fyne.Widget.
func (f *frame) CreateRenderer() fyne.WidgetRenderer { return &frameRenderer{f} }

type frameRenderer struct{ frame *frame }

func (r *frameRenderer) Destroy()                     {}
func (r *frameRenderer) Objects() []fyne.CanvasObject { return r.frame.objects() }
func (r *frameRenderer) MinSize() fyne.Size           { return fyne.NewSize(LeastWidth, LeastHeight) }

func (r *frameRenderer) Refresh() {
	r.Layout(r.frame.Size())
	canvas.Refresh(r.frame)
}

func (r *frameRenderer) Layout(size fyne.Size) {
	f := r.frame
	f.size = size
	f.ground.FillColor = look.Current().Colour(look.Paper)
	f.ground.Resize(size)
	mirrored := look.Current().Mirrored()
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		if mirrored {
			x = size.Width - x - w
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	start := float32(0)
	if f.rail != nil {
		f.rail.fold(size.Width < foldNavigation || f.window.route.Page == present.PageEditor)
		start = f.rail.width()
		place(f.rail.tree, 0, 0, start, size.Height)
	}
	place(f.page, start, 0, size.Width-start, size.Height)
	foot := size.Height - look.Gap24
	if f.warning.Visible() {
		m := f.warning.MinSize()
		width := min(m.Width+look.Gap32, size.Width-start)
		place(f.warning, start+(size.Width-start-width)/2, foot-m.Height, width, m.Height)
		foot -= m.Height + look.Gap12
	}
	if f.toast != nil {
		m := f.toast.MinSize()
		place(f.toast, start+(size.Width-start-m.Width)/2, foot-m.Height, m.Width, m.Height)
	}
}
