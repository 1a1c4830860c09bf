package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// begin gives a test an app in Harbour's look. Components are made after it, as they are
// in the program: they measure their words at once.
func begin(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light, look.LeftToRight))
}

// stage shows an object in a window and gives its canvas.
func stage(t *testing.T, object fyne.CanvasObject) fyne.Canvas {
	t.Helper()
	w := test.NewTempWindow(t, object)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(800, 600))
	return w.Canvas()
}

// stageIn is stage in another look.
func stageIn(t *testing.T, theme *look.Theme, object fyne.CanvasObject) fyne.Canvas {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(theme)
	on := stage(t, object)
	object.Refresh()
	return on
}

func press(on fyne.Focusable, keys ...fyne.KeyName) {
	for _, key := range keys {
		on.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func TestTabOrder(t *testing.T) {
	begin(t)
	first, off, last := widgets.NewButton("one", nil), widgets.NewButton("two", nil), widgets.NewChip("", "three", nil)
	field := widgets.NewTextField("Why did she leave?", 3)
	off.Disable()
	on := stage(t, widgets.Column(look.Gap8, first, off, field, last))
	for i, want := range []fyne.Focusable{first, field.Input.Focusable(), last, first} {
		on.FocusNext()
		if got := on.Focused(); got != want {
			t.Fatalf("stop %d: got %T, want %T", i, got, want)
		}
	}
}

func TestFieldsLetTabGo(t *testing.T) {
	begin(t)
	field := widgets.NewTextField("Why did she leave?", 3)
	stage(t, field)
	if tabs, ok := field.Input.Focusable().(fyne.Tabbable); !ok || tabs.AcceptsTab() {
		t.Error("a field of several lines keeps the Tab key")
	}
}

func TestScrollShowsFocused(t *testing.T) {
	begin(t)
	var fields []fyne.CanvasObject
	for range 30 {
		fields = append(fields, widgets.NewField("Label"))
	}
	scroll := widgets.NewScroll(widgets.Inset(look.Gap8, look.Gap8, widgets.Column(look.FieldGap, fields...)))
	on := stage(t, scroll)
	for i := range fields {
		on.FocusNext()
		input := fields[i].(*widgets.Field).Input
		driver := fyne.CurrentApp().Driver()
		top := driver.AbsolutePositionForObject(input).Y
		if top < 0 || top+input.Size().Height > on.Size().Height {
			t.Fatalf("field %d stands at %v, outside the window", i, top)
		}
	}
	if scroll.Offset.Y == 0 {
		t.Error("thirty fields, yet nothing scrolled")
	}
}
