package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// say returns the words of a key; args are pairs of name and value. What is put
// into a sentence keeps its own order there, and the sentence its own.
func (w *Window) say(key string, args ...any) string {
	apart := slices.Clone(args)
	for i := 1; i < len(apart); i += 2 {
		apart[i] = inOrder(apart[i])
	}
	return w.Words.Text(key, apart...)
}

func inOrder(arg any) any {
	if words, ok := arg.(string); ok {
		return widgets.InOwnOrder(words)
	}
	return arg
}

// inWords writes a day in words, and leaves all else as it is.
func (w *Window) inWords(said string) string {
	if day, ok := present.DayOf(said); ok {
		return w.Words.Date(day)
	}
	return said
}

// joinedBy joins those parts that say something, each in its own order.
func joinedBy(between string, parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, widgets.InOwnOrder(p))
		}
	}
	return strings.Join(said, between)
}

// tell returns the words of a message, none for the zero Message.
func (w *Window) tell(m present.Message) string {
	if m.Empty() {
		return ""
	}
	args := make(map[string]any, len(m.Args))
	for name, arg := range m.Args {
		args[name] = inOrder(arg)
	}
	return w.Words.Text(m.Key, args)
}

// banner shows a message that stops something, with at most one button.
func (w *Window) banner(m present.Message, button *widgets.Button) fyne.CanvasObject {
	return widgets.NewBanner(widgets.Red, "stop", w.tell(m), button)
}

// notice shows a message that asks for a look.
func (w *Window) notice(m present.Message, button *widgets.Button) fyne.CanvasObject {
	return widgets.NewBanner(widgets.Amber, "warning", w.tell(m), button)
}

// ask shows a dialog with a main button that does what its words say, and one
// that does nothing.
func (w *Window) ask(heading, sentence, act string, do func()) {
	var d *widgets.Dialog
	cancel := widgets.NewButton(w.say("button.cancel"), func() { d.Close() })
	main := widgets.NewButton(act, func() { d.Close(); do() }).Kind(widgets.Main)
	d = widgets.NewDialog(heading, widgets.NewText(look.Body, sentence).Wrap(), cancel, main)
	d.Show(w.Window.Canvas())
}

// before is a job before whose result something else is applied.
func before(job present.Job, first func()) present.Job {
	return func(ctx context.Context, tell func(present.Progress)) func() {
		apply := job(ctx, tell)
		return func() {
			first()
			if apply != nil {
				apply()
			}
		}
	}
}

// andThen is a job after which something else is applied, too.
func andThen(job present.Job, then func()) present.Job {
	return func(ctx context.Context, tell func(present.Progress)) func() {
		apply := job(ctx, tell)
		return func() {
			if apply != nil {
				apply()
			}
			then()
		}
	}
}
