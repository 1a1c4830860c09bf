package look

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"

	"harbour/assets/icons"
)

// strokeShare is the line of an icon over its size: 1.6 on a grid of 20.
const strokeShare = 0.08

// IconResource writes a line icon for one colour, size and canvas scale, because Fyne's
// drawer takes line widths in output pixels and recolours fills only. With mirrored, an
// icon that points along the line of reading points the other way. It panics for a name
// that assets/icons lacks.
func IconResource(name string, ink color.NRGBA, size, scale float32, mirrored bool) fyne.Resource {
	mirrored = mirrored && pointsAlongLine(name)
	text := iconText(name)
	text = strings.ReplaceAll(text, `stroke="#000"`, fmt.Sprintf("stroke=%q", hex(ink)))
	text = strings.ReplaceAll(text, `stroke-width="1.6"`, fmt.Sprintf(`stroke-width="%.3f"`, strokeShare*size*scale))
	if mirrored {
		text = strings.Replace(text, "<g ", fmt.Sprintf(`<g transform="matrix(-1 0 0 1 %d 0)" `, icons.Size), 1)
	}
	id := fmt.Sprintf("%s-%s-%g-%g-%t.svg", name, hex(ink), size, scale, mirrored)
	return fyne.NewStaticResource(id, []byte(text))
}

// MarkResource is Harbour's own sign at a size and canvas scale. Its colours are fixed.
func MarkResource(size, scale float32) fyne.Resource {
	text := iconText(icons.Mark)
	for _, width := range []float32{4.2, 4.8} {
		text = strings.ReplaceAll(text, fmt.Sprintf(`stroke-width="%g"`, width),
			fmt.Sprintf(`stroke-width="%.3f"`, width*size*scale/markGrid))
	}
	return fyne.NewStaticResource(fmt.Sprintf("harbour-%g-%g.svg", size, scale), []byte(text))
}

// SceneWidth and SceneHeight are what the picture of the harbour is drawn for.
const (
	SceneWidth  float32 = 350
	SceneHeight float32 = 206
)

// SceneResource is the picture of the harbour in the colours of a theme.
func SceneResource(t *Theme, scale float32) fyne.Resource {
	wave := mix(t.Colour(Teal), t.Colour(Rail), 0.5)
	text := strings.NewReplacer(
		"{sun}", hex(t.Colour(AmberTint)), "{far}", hex(t.Colour(Tint)), "{near}", hex(t.Colour(Pressed)),
		"{paper}", hex(t.Colour(Surface)), "{line}", hex(t.Colour(Teal)), "{wave}", hex(wave),
		"{w2}", fmt.Sprintf("%.3f", 2*scale), "{w1}", fmt.Sprintf("%.3f", 1.4*scale),
	).Replace(iconText(icons.Scene))
	return fyne.NewStaticResource(fmt.Sprintf("scene-%s-%g.svg", t.Scheme, scale), []byte(text))
}

// markGrid is the side of the square that the mark is drawn on.
const markGrid = 56

func iconText(name string) string {
	text, err := icons.SVG(name)
	if err != nil {
		panic("look: no icon " + name)
	}
	return text
}

// pointsAlongLine says whether an icon's meaning depends on the direction of reading.
func pointsAlongLine(name string) bool {
	switch name {
	case "arrow", "undo", "redo", "chevron-start", "chevron-end", "move":
		return true
	default:
		return false
	}
}

func hex(c color.NRGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// mix gives the colour that lies share of the way from a to b.
func mix(a, b color.NRGBA, share float64) color.NRGBA {
	blend := func(x, y uint8) uint8 { return uint8(float64(x)*(1-share) + float64(y)*share) }
	return color.NRGBA{R: blend(a.R, b.R), G: blend(a.G, b.G), B: blend(a.B, b.B), A: 0xFF}
}
