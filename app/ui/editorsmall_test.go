package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"harbour/app/ui/widgets"
)

// A small window leaves out no button, no question that blocks and no sign.
func TestEditor_small_leaves_nothing_out(t *testing.T) {
	h := editorHouse(t, houseWith{size: fyne.NewSize(1000, 640)}, "not-ready.json")
	h.at("documents", "")
	h.tap(h.Words.Text("drop.folder"))
	h.mustSay(h.Words.Text("drop.folder"))
	h.key(fyne.KeyEscape)
	h.at("family", "sweep/estranged")
	h.mustSay("Anyone missing?")
	h.at("apart", "")
	h.beat(1)
	for _, o := range h.objects() {
		item, ok := o.(*widgets.SectionItem)
		if !ok || item.AccessibilityLabel() != h.Words.Text("section.apart") {
			continue
		}
		if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(item).Y; y < 0 || y+item.Size().Height > 600 {
			t.Errorf("the open section stands at %v", y)
		}
		return
	}
	t.Error("no section that is open")
}
