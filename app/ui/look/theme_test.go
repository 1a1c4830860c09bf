package look_test

import (
	"bytes"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"harbour/app/ui/look"
	"harbour/assets/icons"
)

func TestTheme(t *testing.T) {
	dark := look.New(look.Dark, look.LeftToRight)
	t.Run("ignores the variant of the system", func(t *testing.T) {
		if a, b := dark.Color(look.Paper, theme.VariantLight), dark.Color(look.Paper, theme.VariantDark); a != b {
			t.Errorf("got %v and %v", a, b)
		}
	})
	t.Run("names stock colours", func(t *testing.T) {
		if got := dark.Color(theme.ColorNameForeground, 0); got != color.Color(dark.Colour(look.Ink)) {
			t.Errorf("foreground: got %v, want ink", got)
		}
	})
	t.Run("clears the ground of an entry", func(t *testing.T) {
		if _, _, _, a := dark.ForEntry(1).Color(theme.ColorNameInputBackground, 0).RGBA(); a != 0 {
			t.Errorf("alpha: got %d, want 0", a)
		}
	})
	t.Run("scales text within its limits", func(t *testing.T) {
		for scale, want := range map[float32]float32{0: 14, 1.5: 21, 0.1: 14 * 0.8, 9: 28} {
			scaled := look.New(look.Light, look.LeftToRight)
			scaled.TextScale = scale
			if got := scaled.Size(theme.SizeNameText); got != want {
				t.Errorf("scale %v: got %v, want %v", scale, got, want)
			}
		}
	})
	t.Run("has four fonts", func(t *testing.T) {
		names := map[string]bool{}
		for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Monospace: true}, {Monospace: true, Bold: true}} {
			names[dark.Font(style).Name()] = true
		}
		if len(names) != 4 {
			t.Errorf("got %v", names)
		}
	})
}

func TestCurrent(t *testing.T) {
	app := test.NewTempApp(t)
	if look.Current().Scheme != look.Light {
		t.Error("another theme: want light")
	}
	app.Settings().SetTheme(look.New(look.Dark, look.RightToLeft))
	if now := look.Current(); now.Scheme != look.Dark || !now.Mirrored() {
		t.Errorf("got %v", now)
	}
}

func TestIconResource(t *testing.T) {
	ink := color.NRGBA{R: 0x12, G: 0x34, B: 0x56, A: 0xFF}
	for _, name := range icons.Names() {
		text := look.IconResource(name, ink, 20, 2, false).Content()
		if bytes.Contains(text, []byte("#000")) || !bytes.Contains(text, []byte("#123456")) {
			t.Errorf("%s: colour not written in", name)
		}
		if !bytes.Contains(text, []byte(`stroke-width="3.200"`)) {
			t.Errorf("%s: line width not written in", name)
		}
		if strings.Contains(string(text), "<rect") && !strings.Contains(string(text), "ry=") && strings.Contains(string(text), "rx=") {
			t.Errorf("%s: rounded in one direction only", name)
		}
	}
	plain, mirrored := look.IconResource("arrow", ink, 16, 1, false), look.IconResource("arrow", ink, 16, 1, true)
	if plain.Name() == mirrored.Name() || bytes.Equal(plain.Content(), mirrored.Content()) {
		t.Error("arrow: no mirrored twin")
	}
	if a, b := look.IconResource("check", ink, 16, 1, false), look.IconResource("check", ink, 16, 1, true); a.Name() != b.Name() {
		t.Error("check: mirrored, but does not point along the line")
	}
}

func TestSceneResource(t *testing.T) {
	for _, scheme := range schemes {
		if text := look.SceneResource(look.New(scheme, look.LeftToRight), 1).Content(); bytes.ContainsAny(text, "{}") {
			t.Errorf("%s: placeholder left", scheme)
		}
	}
}

func TestSnap(t *testing.T) {
	for _, c := range []struct{ v, scale, want float32 }{{10.4, 1, 10}, {10.4, 1.25, 10.4}, {7.5, 2, 7.5}, {3, 0, 3}} {
		if got := look.Snap(c.v, c.scale); got != c.want {
			t.Errorf("Snap(%v, %v): got %v, want %v", c.v, c.scale, got, c.want)
		}
	}
	if got := look.SnapLine(1, 1.25); got != 0.8 {
		t.Errorf("a line at 125 %%: got %v, want one pixel", got)
	}
}
