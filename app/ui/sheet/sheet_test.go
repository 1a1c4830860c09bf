package sheet_test

import (
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/look"
	"harbour/app/ui/sheet"
)

var shots = flag.String("shots", "", "folder to write pictures of the sheet to")

// looks are the ways that the sheet is looked at.
var looks = map[string]func() *look.Theme{
	"light":         func() *look.Theme { return look.New(look.Light, look.LeftToRight) },
	"dark":          func() *look.Theme { return look.New(look.Dark, look.LeftToRight) },
	"mirrored":      func() *look.Theme { return look.New(look.Light, look.RightToLeft) },
	"high-contrast": func() *look.Theme { return look.New(look.HighContrastLight, look.LeftToRight) },
}

func TestSheet(t *testing.T) {
	for name, theme := range looks {
		t.Run(name, func(t *testing.T) {
			if testing.Short() && name != "light" {
				t.Skip("one look is enough for a short run")
			}
			picture := draw(t, theme())
			if blank(picture) {
				t.Error("nothing drawn")
			}
			if *shots != "" {
				write(t, filepath.Join(*shots, "components-"+name+".png"), picture)
			}
		})
	}
}

func draw(t *testing.T, theme *look.Theme) image.Image {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme)
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	w.SetContent(sheet.Sheet())
	w.Resize(fyne.NewSize(sheet.Width, sheet.Height))
	return w.Canvas().Capture()
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
