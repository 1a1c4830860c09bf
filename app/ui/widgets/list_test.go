package widgets_test

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// numbered makes a list whose rows say their number, and counts the objects made.
func numbered(made *int) *widgets.List {
	return widgets.NewList(look.RowCompactHeight, func() fyne.CanvasObject {
		*made++
		return widgets.NewText(look.Body, "")
	}, func(row int, object fyne.CanvasObject, _ bool) {
		object.(*widgets.Text).SetWords(strconv.Itoa(row))
	})
}

func TestListRecycles(t *testing.T) {
	begin(t)
	made := 0
	l := numbered(&made)
	stage(t, l)
	l.SetCount(100_000)
	if made == 0 || made > 20 {
		t.Errorf("%d objects for a window of twelve rows", made)
	}
	l.Choose(99_999)
	if made > 20 || l.Chosen() != 99_999 {
		t.Errorf("at the end: %d objects, row %d chosen", made, l.Chosen())
	}
	l.SetCount(3)
	if l.Chosen() != -1 {
		t.Errorf("a row that is gone stays chosen: %d", l.Chosen())
	}
}

func TestListKeys(t *testing.T) {
	begin(t)
	opened := -1
	made := 0
	l := numbered(&made)
	l.OnChoose = func(row int) { opened = row }
	on := stage(t, l)
	l.SetCount(50)
	on.Focus(l)
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyDown, 0}, {fyne.KeyDown, 1}, {fyne.KeyUp, 0}, {fyne.KeyUp, 0}, {fyne.KeyEnd, 49}, {fyne.KeyDown, 49}, {fyne.KeyHome, 0}} {
		press(l, step.key)
		if l.Chosen() != step.want {
			t.Fatalf("%s: got %d, want %d", step.key, l.Chosen(), step.want)
		}
	}
	press(l, fyne.KeyPageDown)
	if l.Chosen() < 8 {
		t.Errorf("Page Down: got %d", l.Chosen())
	}
	press(l, fyne.KeyReturn)
	if opened != l.Chosen() {
		t.Errorf("Enter: opened %d, want %d", opened, l.Chosen())
	}
}

func TestListTap(t *testing.T) {
	begin(t)
	opened := -1
	made := 0
	l := numbered(&made)
	l.OnChoose = func(row int) { opened = row }
	on := stage(t, l)
	l.SetCount(50)
	test.TapCanvas(on, fyne.NewPos(100, 2.5*look.RowCompactHeight))
	if opened != 2 || on.Focused() != l {
		t.Errorf("opened %d, focus on %T", opened, on.Focused())
	}
	on.FocusNext()
	if on.Focused() != l {
		t.Errorf("a row is a stop of the keyboard: %T", on.Focused())
	}
}

func TestTableColumns(t *testing.T) {
	begin(t)
	columns := []widgets.TableColumn{{Width: 100}, {Weight: 1}, {Width: 50, Hidden: true}, {Weight: 2}}
	cells := []fyne.CanvasObject{widgets.Label("a"), widgets.Label("b"), widgets.Label("c"), widgets.Label("d")}
	row := widgets.TableRow(columns, cells...)
	stage(t, row)
	row.Resize(fyne.NewSize(424, 60))
	for i, want := range map[int]float32{0: 0, 1: 112, 3: 224} {
		if got := cells[i].Position().X; got != want && got != want+0.0 {
			t.Errorf("column %d at %v, want %v", i, got, want)
		}
	}
	if cells[2].Visible() {
		t.Error("a hidden column shows")
	}
}

func BenchmarkListScroll(b *testing.B) {
	made := 0
	app := test.NewApp()
	defer test.NewApp()
	app.Settings().SetTheme(look.New(look.Light, look.LeftToRight))
	l := numbered(&made)
	w := test.NewWindow(l)
	defer w.Close()
	w.Resize(fyne.NewSize(800, 600))
	l.SetCount(100_000)
	for i := 0; b.Loop(); i++ {
		l.Choose((i * 997) % 100_000)
	}
}

// The pointer may pass over the rows of a list that was never focused.
func TestListRowsTakeThePointer(t *testing.T) {
	begin(t)
	made := 0
	l := numbered(&made)
	stage(t, l)
	l.SetCount(5)
	over := 0
	for _, o := range test.LaidOutObjects(l) {
		if h, ok := o.(desktop.Hoverable); ok && o != fyne.CanvasObject(l) {
			h.MouseIn(&desktop.MouseEvent{})
			h.MouseMoved(&desktop.MouseEvent{})
			h.MouseOut()
			over++
		}
	}
	if over < 5 {
		t.Errorf("the pointer passed over %d rows, want at least 5", over)
	}
}
