package look_test

import (
	"testing"

	"harbour/app/ui/look"
)

var schemes = []look.Scheme{look.Light, look.Dark, look.HighContrastLight, look.HighContrastDark}

// grounds are what ordinary words may stand on, pointer states and tints among them.
var grounds = []look.Colour{look.Paper, look.Rail, look.Surface, look.Raised, look.FieldGround, look.Hover, look.Pressed}

// still are the grounds without the pointer states.
var still = grounds[:5:5]

func TestContrast(t *testing.T) {
	pairs := []struct {
		words look.Colour
		on    []look.Colour
		floor float64
	}{
		{look.Ink, grounds, 4.5},
		{look.Ink, []look.Colour{look.Tint, look.GreenTint, look.AmberTint, look.RedTint}, 4.5},
		{look.Ink2, grounds, 4.5},
		{look.Ink2, []look.Colour{look.Tint, look.AmberTint}, 4.5},
		{look.Ink3, still, 4.5},
		{look.Off, []look.Colour{look.Hover, look.Paper, look.Surface}, 3},
		{look.Teal, append(still, look.Hover), 4.5},
		{look.OnTeal, []look.Colour{look.Teal, look.TealHover, look.TealPressed}, 4.5},
		{look.TealInk, []look.Colour{look.Tint, look.FieldGround}, 4.5},
		{look.Green, append(still, look.GreenTint), 4.5},
		{look.Amber, append(still, look.AmberTint), 4.5},
		{look.Red, append(still, look.RedTint), 4.5},
		{look.Line, still, 3},
		{look.Focus, still, 3},
	}
	for _, scheme := range schemes {
		palette := look.PaletteOf(scheme)
		for _, p := range pairs {
			for _, ground := range p.on {
				if got := look.Contrast(palette.Of(p.words), palette.Of(ground)); got < p.floor {
					t.Errorf("%s: %s on %s has %.2f, want %.1f", scheme, p.words, ground, got, p.floor)
				}
			}
		}
	}
}

func TestContrastFormula(t *testing.T) {
	palette := look.PaletteOf(look.HighContrastLight)
	if got := look.Contrast(palette.Of(look.Ink), palette.Of(look.Paper)); got != 21 {
		t.Errorf("black on white: got %v, want 21", got)
	}
	if got := look.Contrast(palette.Of(look.Ink), palette.Of(look.Ink)); got != 1 {
		t.Errorf("equal colours: got %v, want 1", got)
	}
}

func TestPaletteOf(t *testing.T) {
	for _, scheme := range schemes {
		if got := len(look.PaletteOf(scheme)); got != 27 {
			t.Errorf("%s: got %d colours, want 27", scheme, got)
		}
	}
	if got := look.PaletteOf("unknown").Of(look.Paper); got != look.PaletteOf(look.Light).Of(look.Paper) {
		t.Errorf("unknown scheme: got %v, want light", got)
	}
}
