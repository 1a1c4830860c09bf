package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Widths of the window under which its parts fold.
const (
	foldNavigation float32 = 1180 // the navigation to icons with words
	foldPage       float32 = 1100 // what else stands beside the content
)

// fold is a part of a page that is built in another way where the window is
// narrow. It is built anew when the window crosses that width.
type fold struct {
	widget.BaseWidget

	window *Window
	under  float32
	build  func(folded bool) fyne.CanvasObject
	folded bool
	built  fyne.CanvasObject
}

// fold shows what build makes for the width of the window. build may be called
// again at any time and must show the same state.
func (w *Window) fold(under float32, build func(folded bool) fyne.CanvasObject) *fold {
	f := &fold{window: w, under: under, build: build}
	f.ExtendBaseWidget(f)
	f.rebuild()
	return f
}

// rebuild makes the part anew at the width that the window has now.
func (f *fold) rebuild() {
	f.folded = f.window.width() < f.under
	f.built = f.build(f.folded)
	f.Refresh()
}

// Held implements widgets.Holder.
func (f *fold) Held() []fyne.CanvasObject { return []fyne.CanvasObject{f.built} }

// FitWidth passes a width on to what is built.
func (f *fold) FitWidth(width float32) {
	if fitter, ok := f.built.(interface{ FitWidth(float32) }); ok {
		fitter.FitWidth(width)
	}
}

// CreateRenderer implements fyne.Widget.
func (f *fold) CreateRenderer() fyne.WidgetRenderer {
	return &foldRenderer{fold: f}
}

// lowLayout sets an object no higher than it needs.
type lowLayout struct{ height func() float32 }

func (l lowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l lowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, min(size.Height, l.height())))
}

type foldRenderer struct{ fold *fold }

func (r *foldRenderer) Destroy()                     {}
func (r *foldRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.fold.built} }
func (r *foldRenderer) MinSize() fyne.Size           { return r.fold.built.MinSize() }

// Refresh lays out what was built anew and has it painted: laying out alone
// would show it only with the next thing that moves.
func (r *foldRenderer) Refresh() {
	r.Layout(r.fold.Size())
	canvas.Refresh(r.fold)
}

func (r *foldRenderer) Layout(size fyne.Size) {
	if f := r.fold; f.folded != (f.window.width() < f.under) {
		f.folded = !f.folded
		f.built = f.build(f.folded)
	}
	r.fold.built.Resize(size)
}
