package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

func box(w, h float32) *fyne.Container { return widgets.Sized(w, h) }

func TestRow(t *testing.T) {
	begin(t)
	a, b, c := box(40, 20), box(60, 36), box(30, 10)
	row := widgets.Row(8, a, widgets.Grow(1, b), c)
	stage(t, row)
	row.Resize(fyne.NewSize(300, 40))
	for name, got := range map[string]struct{ got, want float32 }{
		"first x":  {a.Position().X, 0},
		"centred":  {a.Position().Y, 10},
		"grown":    {row.Objects[1].Size().Width, 300 - 40 - 30 - 16},
		"last x":   {c.Position().X, 270},
		"min size": {row.MinSize().Width, 40 + 30 + 16 + 60},
	} {
		if got.got != got.want {
			t.Errorf("%s: got %v, want %v", name, got.got, got.want)
		}
	}
	a.Hide()
	row.Refresh()
	if x := row.Objects[1].Position().X; x != 0 {
		t.Errorf("hidden first: next at %v, want 0", x)
	}
}

func TestRowMirrors(t *testing.T) {
	begin(t)
	a, b := box(40, 20), box(60, 20)
	row := widgets.Row(8, a, b)
	stageIn(t, look.New(look.Light, look.RightToLeft), row)
	row.Resize(fyne.NewSize(300, 20))
	if a.Position().X != 260 || b.Position().X != 192 {
		t.Errorf("got %v and %v, want 260 and 192", a.Position().X, b.Position().X)
	}
}

func TestColumn(t *testing.T) {
	begin(t)
	a, b := box(40, 20), box(60, 30)
	column := widgets.Column(12, a, widgets.Gap(6), b, widgets.Flex(), box(10, 10))
	stage(t, column)
	column.Resize(fyne.NewSize(100, 200))
	if y := b.Position().Y; y != 26 {
		t.Errorf("behind a gap: got %v, want 26", y)
	}
	if last := column.Objects[4]; last.Position().Y != 190 {
		t.Errorf("behind a flex: got %v, want 190", last.Position().Y)
	}
	if w := b.Size().Width; w != 100 {
		t.Errorf("width: got %v, want 100", w)
	}
}

func TestPlace(t *testing.T) {
	begin(t)
	corner, middle, bar := box(20, 20), box(40, 40), box(10, 6)
	place := widgets.Place(
		widgets.At{Object: corner, Along: widgets.End, X: 8, Y: 4},
		widgets.At{Object: middle, Along: widgets.Center, Down: widgets.Center},
		widgets.At{Object: bar, Along: widgets.Both, Down: widgets.End, X: 16})
	stage(t, place)
	place.Resize(fyne.NewSize(200, 100))
	for name, pos := range map[string]struct{ got, want fyne.Position }{
		"corner": {corner.Position(), fyne.NewPos(172, 4)},
		"middle": {middle.Position(), fyne.NewPos(80, 30)},
		"bar":    {bar.Position(), fyne.NewPos(16, 94)},
	} {
		if pos.got != pos.want {
			t.Errorf("%s: got %v, want %v", name, pos.got, pos.want)
		}
	}
	if bar.Size().Width != 168 {
		t.Errorf("stretched: got %v, want 168", bar.Size().Width)
	}
}

func TestWrap(t *testing.T) {
	begin(t)
	boxes := []fyne.CanvasObject{box(60, 24), box(60, 24), box(60, 24)}
	wrap := widgets.Wrap(8, 4, boxes...)
	column := widgets.Column(0, wrap)
	stage(t, column)
	column.Resize(fyne.NewSize(130, 200))
	if pos := boxes[2].Position(); pos != fyne.NewPos(0, 28) {
		t.Errorf("third: got %v, want a second line", pos)
	}
	if h := wrap.MinSize().Height; h != 52 {
		t.Errorf("height: got %v, want 52", h)
	}
}
