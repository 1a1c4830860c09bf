package ui

import (
	"bytes"
	"errors"
	"image"
	_ "image/jpeg" // the decoders of the two kinds of picture that are shown
	_ "image/png"
	"strings"

	"fyne.io/fyne/v2"

	"harbour/app/photo"
	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// maxPixels is the largest picture that is decoded: a small file may claim any
// size, and its pixels are held in memory.
const maxPixels = 64 << 20

// errPicture is returned for a picture that is none, or too large.
var errPicture = errors.New("picture cannot be shown")

// Measures of the viewer.
const (
	viewerWidth  float32 = 860
	viewerHeight float32 = 440
)

// view shows a file inside the program; of one that it cannot show, what is
// known of it.
func (e *editor) view(f present.PaperFile) {
	if !f.Shown() {
		e.showFile(f, e.facts(f))
		return
	}
	e.w.Run(e.ed.Read(f, func(content []byte, m present.Message) {
		if !m.Empty() {
			e.tellWrong(m)
			return
		}
		if f.MIME == "text/plain" {
			text := strings.ToValidUTF8(string(content), "\uFFFD")
			scroll := widgets.NewScroll(widgets.Inset(look.Gap16, look.Gap12, widgets.NewText(look.Body, text).Wrap()))
			e.showFile(f, widgets.Height(viewerHeight, widgets.NewFrame(widgets.Paint{Fill: look.Surface, Line: look.Hair, Radius: look.Radius}), scroll))
			return
		}
		picture, err := decodePicture(content)
		if err != nil {
			e.showFile(f, e.facts(f))
			return
		}
		e.showFile(f, e.picture(picture, photo.Read(content).Place))
	}), nil)
}

// decodePicture looks at the head of a picture before a pixel is made.
func decodePicture(content []byte) (image.Image, error) {
	head, kind, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil || kind != "png" && kind != "jpeg" || head.Width <= 0 || head.Height <= 0 || head.Width > maxPixels/head.Height {
		return nil, errPicture
	}
	picture, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, errPicture
	}
	quarters, mirrored := photo.Turns(photo.Read(content).Orientation)
	return photo.Turned(picture, quarters, mirrored), nil
}

// picture shows a picture with what can be done to the sight of it: the file
// stays as it is.
func (e *editor) picture(picture image.Image, place bool) fyne.CanvasObject {
	v := widgets.NewPictureViewer(picture)
	v.Turned = func(quarters int) image.Image { return photo.Turned(picture, quarters, false) }
	zoom := func(icon, key string, do func()) fyne.CanvasObject {
		return widgets.NewIconButton(icon, e.w.say(key), do).Large()
	}
	parts := []fyne.CanvasObject{widgets.Height(viewerHeight, v),
		widgets.Row(look.Gap4, zoom("minus", "viewer.smaller", v.ZoomOut), zoom("plus", "viewer.larger", v.ZoomIn),
			zoom("redo", "viewer.turn", v.Turn), widgets.Caption(e.w.say("viewer.help")))}
	if place {
		parts = append(parts, e.w.notice(present.Message{Key: "viewer.place"}, nil))
	}
	return widgets.Column(look.Gap8, parts...)
}

// facts are what is known of a file that the program does not show.
func (e *editor) facts(f present.PaperFile) fyne.CanvasObject {
	w := e.w
	line := func(key, words string) fyne.CanvasObject {
		return widgets.RowAt(widgets.Top, look.Gap16, widgets.Width(96, widgets.Label(w.say(key))), widgets.Grow(1, widgets.NewText(look.Body, words).Wrap()))
	}
	sum := widgets.NewText(look.Small, grouped(f.SHA512)).Mono().Wrap()
	return widgets.Column(look.Gap8, widgets.NewText(look.Body, w.say("viewer.not_shown")).In(look.Ink2).Wrap(),
		line("viewer.kind", f.MIME), line("viewer.size", w.Words.Bytes(f.Size)),
		widgets.RowAt(widgets.Top, look.Gap16, widgets.Width(96, widgets.Label(w.say("viewer.sum"))), widgets.Grow(1, sum)))
}

// grouped writes a sum so that it can be read out and breaks into lines.
func grouped(sum string) string {
	var b strings.Builder
	for i, r := range sum {
		if i > 0 && i%8 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func (e *editor) showFile(f present.PaperFile, content fyne.CanvasObject) {
	var d *widgets.Dialog
	copy := widgets.NewButton(e.w.say("editor.file.copy"), func() {
		d.Close()
		e.saveCopy(f.Document)
	})
	done := widgets.NewButton(e.w.say("button.close"), func() { d.Close() }).Kind(widgets.Main)
	d = widgets.NewDialog(f.Name, content, copy, done).Wide(viewerWidth)
	d.Show(e.w.Window.Canvas())
}

// pathStep returns the nth step of a path.
func pathStep(path string, n int) string {
	steps := strings.Split(path, "/")
	if n >= len(steps) {
		return ""
	}
	return steps[n]
}
