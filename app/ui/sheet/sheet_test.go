package sheet_test

import (
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/look"
	"harbour/app/ui/sheet"
)

var shots = flag.String("shots", "", "folder to write pictures of the sheet to")

// view is one way that the sheet is looked at.
type view struct {
	theme *look.Theme
	text  float32 // scale of the text
	scale float32 // scale of the canvas
}

func views() map[string]view {
	return map[string]view{
		"light":         {look.New(look.Light, look.LeftToRight), 1, 1},
		"dark":          {look.New(look.Dark, look.LeftToRight), 1, 1},
		"mirrored":      {look.New(look.Light, look.RightToLeft), 1, 1},
		"high-contrast": {look.New(look.HighContrastLight, look.LeftToRight), 1, 1},
		"large-text":    {look.New(look.Light, look.LeftToRight), 1.5, 1},
		"scaled":        {look.New(look.Light, look.LeftToRight), 1, 1.25},
	}
}

func TestSheet(t *testing.T) {
	for name, v := range views() {
		t.Run(name, func(t *testing.T) {
			w := show(t, v)
			if min := w.Content().MinSize(); v.text == 1 && (min.Width > sheet.Width || min.Height > sheet.Height) {
				t.Errorf("needs %v, has %v × %v", min, sheet.Width, sheet.Height)
			}
			// Drawing takes the test driver seconds a view, most of them for shadows.
			if *shots == "" {
				return
			}
			picture := w.Canvas().Capture()
			if blank(picture) {
				t.Error("nothing drawn")
			}
			write(t, filepath.Join(*shots, "components-"+name+".png"), picture)
		})
	}
}

// show lays the sheet out in a window.
func show(t *testing.T, v view) fyne.Window {
	t.Helper()
	v.theme.TextScale = v.text
	app := test.NewTempApp(t)
	app.Settings().SetTheme(v.theme)
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	if scaled, ok := w.Canvas().(software.WindowlessCanvas); ok {
		scaled.SetScale(v.scale)
	}
	w.SetContent(sheet.Sheet())
	w.Resize(fyne.NewSize(sheet.Width, sheet.Height))
	return w
}

// blank says whether a picture is one colour.
func blank(picture image.Image) bool {
	bounds := picture.Bounds()
	first := picture.At(bounds.Min.X, bounds.Min.Y)
	for y := bounds.Min.Y; y < bounds.Max.Y; y += 7 {
		for x := bounds.Min.X; x < bounds.Max.X; x += 7 {
			if picture.At(x, y) != first {
				return false
			}
		}
	}
	return true
}

func write(t *testing.T, path string, picture image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(file, picture); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}
