package look

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
)

// Scheme is one of the four sets of colours.
type Scheme string

// The schemes. High contrast replaces tints by paper and every line by ink.
const (
	Light             Scheme = "light"
	Dark              Scheme = "dark"
	HighContrastLight Scheme = "highContrastLight"
	HighContrastDark  Scheme = "highContrastDark"
)

// Colour names a colour of the palette. It is a Fyne colour name, so stock widgets and
// canvas code can ask the theme for it too.
type Colour = fyne.ThemeColorName

// The colours. Each comment is the use; a colour has no other.
const (
	Paper       Colour = "paper"       // the window
	Rail        Colour = "rail"        // the navigation
	Surface     Colour = "surface"     // cards, other buttons
	Raised      Colour = "raised"      // menus, toasts, dialogs
	FieldGround Colour = "field"       // ground of inputs
	Hover       Colour = "hover"       // under the pointer, neutral tags, ring track
	Pressed     Colour = "pressed"     // under a pressed pointer
	Hair        Colour = "hair"        // decorative lines
	Line        Colour = "line"        // outlines of fields and buttons
	Ink         Colour = "ink"         // text
	Ink2        Colour = "ink2"        // second text, icons
	Ink3        Colour = "ink3"        // captions, placeholders; not on Hover
	Off         Colour = "off"         // disabled text
	Teal        Colour = "teal"        // main button, links, rings
	TealHover   Colour = "tealHover"   // main button under the pointer
	TealPressed Colour = "tealPressed" // main button pressed
	OnTeal      Colour = "onTeal"      // text on the three teals
	Tint        Colour = "tint"        // chosen row, chosen chip
	TealInk     Colour = "tealInk"     // text on Tint
	Focus       Colour = "focus"       // focus ring
	Green       Colour = "green"       // settled, checked
	GreenTint   Colour = "greenTint"   // its ground
	Amber       Colour = "amber"       // look at it, first seen
	AmberTint   Colour = "amberTint"   // its ground
	Red         Colour = "red"         // stops you, unknown sender
	RedTint     Colour = "redTint"     // its ground
	Shadow      Colour = "shadow"      // under floats; the only translucent one
	Clear       Colour = "clear"       // nothing; in no palette
)

//go:embed palette.json
var paletteFile []byte

// Palette gives each named colour its value in one scheme.
type Palette map[Colour]color.NRGBA

// Of returns the value of a colour, or clear for Clear and for a name it lacks.
func (p Palette) Of(name Colour) color.NRGBA { return p[name] }

// PaletteOf returns the colours of a scheme, those of Light for one that is unknown.
// The map is shared; do not write to it.
func PaletteOf(scheme Scheme) Palette {
	all := palettes()
	if found, ok := all[scheme]; ok {
		return found
	}
	return all[Light]
}

// palettes reads the embedded file once. A fault in it is ours, so it panics.
var palettes = sync.OnceValue(func() map[Scheme]Palette {
	var named map[Scheme]map[Colour]string
	if err := json.Unmarshal(paletteFile, &named); err != nil {
		panic("look: palette.json: " + err.Error())
	}
	all := make(map[Scheme]Palette, len(named))
	for scheme, colours := range named {
		palette := make(Palette, len(colours))
		for name, hex := range colours {
			palette[name] = parseHex(hex)
		}
		all[scheme] = palette
	}
	return all
})

// parseHex reads "#RRGGBB" or "#RRGGBBAA".
func parseHex(hex string) color.NRGBA {
	c := color.NRGBA{A: 0xFF}
	format, into := "#%02x%02x%02x", []any{&c.R, &c.G, &c.B}
	if len(hex) == len("#RRGGBBAA") {
		format, into = format+"%02x", append(into, &c.A)
	}
	if _, err := fmt.Sscanf(hex, format, into...); err != nil {
		panic("look: palette.json: bad colour " + hex)
	}
	return c
}
