package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"harbour/app/ui/look"
)

// Toast says that something is done and offers to undo it. It floats but takes nothing
// from the screen below: put it in a Place over the content, at the bottom, and let the
// runner hide it. It never holds a name.
type Toast struct {
	widget.BaseWidget

	tree *fyne.Container
}

// NewToast makes a toast; undo may be empty, close says what the cross does.
func NewToast(words, undo, close string, onUndo, onClose func()) *Toast {
	parts := []fyne.CanvasObject{NewIcon("check", look.IconRow, look.Teal), NewText(look.Body, words), Gap(look.Gap24), Flex()}
	if undo != "" {
		parts = append(parts, NewButton(undo, onUndo).SizeOf(SmallButton))
	}
	parts = append(parts, NewIconButton("close", close, onClose))
	frame := NewFrame(Paint{Fill: look.Raised, Line: look.Hair, Radius: look.Radius}).Floating()
	t := &Toast{tree: Stack(frame, Inset(look.Gap16, look.Gap8, Row(look.Gap12, parts...)))}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return filled(t.tree, nil)
}
