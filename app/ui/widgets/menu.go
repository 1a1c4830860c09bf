package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// MenuItem is one line of a menu.
type MenuItem struct {
	Icon  string // may be empty
	Words string
	Red   bool // takes away or cannot be taken back
	OnTap func()
}

// menuRow is the height of a line of a menu.
const menuRow float32 = 34

// OpenMenu floats a menu under an object. Arrow keys and first letters move, Enter takes, Esc and a press
// beside it close it. The keyboard returns to what had it.
func OpenMenu(anchor fyne.CanvasObject, items ...MenuItem) {
	on := canvasOf(anchor)
	if on == nil {
		return
	}
	var f *float
	back := on.Focused()
	list := NewMenuList(items, func(item MenuItem) {
		f.close()
		if item.OnTap != nil {
			item.OnTap()
		}
	})
	list.escape = func() { f.close() }
	list.onRune = func(r rune) { list.jump(r, func(row int) string { return items[row].Words }) }
	body := menuBody(list)
	f = openFloat(on, body, false, under(anchor, body.MinSize()))
	f.onClose = func() {
		if back != nil {
			on.Focus(back)
		}
	}
	on.Focus(list)
}

// NewMenuList makes the lines of a menu without floating them, for a menu that stays.
func NewMenuList(items []MenuItem, onTake func(MenuItem)) *List {
	list := NewList(menuRow, func() fyne.CanvasObject {
		return Row(look.Gap12, NewIcon("more", look.IconInline, look.Ink2), NewText(look.Body, ""))
	}, func(row int, object fyne.CanvasObject, _ bool) {
		fillMenuRow(object.(*fyne.Container), items[row])
	}).Plain().Padded(look.Gap12)
	list.OnChoose = func(row int) { onTake(items[row]) }
	list.SetCount(len(items))
	return list
}

func fillMenuRow(row *fyne.Container, item MenuItem) {
	icon, words := row.Objects[0].(*Icon), row.Objects[1].(*Text)
	ink, mark := look.Ink, look.Ink2
	if item.Red {
		ink, mark = look.Red, look.Red
	}
	if item.Icon != "" {
		icon.Set(item.Icon, mark)
	}
	show(icon, item.Icon != "")
	words.SetWords(item.Words)
	words.SetColour(ink)
}

// menuBody frames the lines at the width that the longest of them needs.
func menuBody(list *List) *fyne.Container {
	width := float32(160)
	for row := range list.count {
		object := list.make()
		list.fill(row, object, false)
		width = max(width, object.MinSize().Width+2*list.padded)
	}
	frame := NewFrame(Paint{Fill: look.Raised, Line: look.Hair, Radius: look.Radius}).Floating()
	return Stack(frame, Inset(6, 6, Sized(width, list.bodyHeight(), list)))
}
