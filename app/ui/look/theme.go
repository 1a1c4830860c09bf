package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harbour/assets/fonts"
)

// Direction is the way a screen reads.
type Direction bool

// The directions. RightToLeft mirrors every layout.
const (
	LeftToRight Direction = false
	RightToLeft Direction = true
)

// Theme is the look of the whole program at one moment: set another to change it. It
// ignores the variant that Fyne passes, because a field desk must look the same whatever
// the machine is set to.
type Theme struct {
	Scheme        Scheme
	Direction     Direction
	TextScale     float32 // 0.8 to 2; multiplies text sizes and row heights, not gaps
	ReducedMotion bool

	palette Palette
	inEntry bool
	barless bool // inside an input of a single line
}

var _ fyne.Theme = (*Theme)(nil)

// New makes a theme of a scheme and a direction at text scale 1.
func New(scheme Scheme, direction Direction) *Theme {
	return &Theme{Scheme: scheme, Direction: direction, TextScale: 1, palette: PaletteOf(scheme)}
}

// Current is the theme of the running program, or a light one where another kind of
// theme is set, as in a test of one widget.
func Current() *Theme {
	if app := fyne.CurrentApp(); app != nil {
		if t, ok := app.Settings().Theme().(*Theme); ok {
			return t
		}
	}
	return New(Light, LeftToRight)
}

// ForEntry is the same theme for the inside of an input of so many lines, whose ground
// and outline are drawn by the frame around it. A single line has no scroll bar.
func (t *Theme) ForEntry(lines int) *Theme {
	inside := *t
	inside.inEntry, inside.barless = true, lines == 1
	return &inside
}

// Mirrored says whether the screen reads from right to left.
func (t *Theme) Mirrored() bool { return t.Direction == RightToLeft }

// HighContrast says whether tints are paper, so that plates need an outline.
func (t *Theme) HighContrast() bool {
	return t.Scheme == HighContrastLight || t.Scheme == HighContrastDark
}

// Colour returns the value of a named colour.
func (t *Theme) Colour(name Colour) color.NRGBA { return t.colours().Of(name) }

// TextSize is the size of a step at the theme's text scale.
func (t *Theme) TextSize(step Step) float32 { return step.Size() * t.textScale() }

// Scaled multiplies a height that holds text by the text scale.
func (t *Theme) Scaled(height float32) float32 { return height * t.textScale() }

// Color implements fyne.Theme: our names as they are, Fyne's by what stock parts such as
// entries, scroll bars and menus need of them.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if t.inEntry && (name == theme.ColorNameInputBackground || name == theme.ColorNameInputBorder) {
		return color.Transparent
	}
	if own, ok := t.colours()[name]; ok {
		return own
	}
	if name == theme.ColorNameSelection {
		selection := t.Colour(Focus)
		selection.A = 0x55
		return selection
	}
	return t.Colour(stockColour(name))
}

// Font implements fyne.Theme: two weights, and mono for figures to compare.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return theme.DefaultSymbolFont()
	case style.Monospace && style.Bold:
		return fyne.NewStaticResource("HarbourMono-SemiBold.ttf", fonts.MonoSemiBold())
	case style.Monospace:
		return fyne.NewStaticResource("HarbourMono-Regular.ttf", fonts.MonoRegular())
	case style.Bold:
		return fyne.NewStaticResource("HarbourSans-SemiBold.ttf", fonts.SansSemiBold())
	default:
		return fyne.NewStaticResource("HarbourSans-Regular.ttf", fonts.SansRegular())
	}
}

// Icon implements fyne.Theme. Our widgets draw their own icons; the stock ones inside
// entries and menus keep Fyne's.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

func (t *Theme) unlessBarless(size float32) float32 {
	if t.barless {
		return 0
	}
	return size
}

// Size implements fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return t.TextSize(Body)
	case theme.SizeNameCaptionText:
		return t.TextSize(Small)
	case theme.SizeNameHeadingText:
		return t.TextSize(Title)
	case theme.SizeNameSubHeadingText:
		return t.TextSize(Heading)
	case theme.SizeNameInnerPadding:
		if t.inEntry {
			return entryPadding
		}
		return Gap8
	case theme.SizeNameLineSpacing, theme.SizeNamePadding:
		return Gap4
	case theme.SizeNameInputBorder:
		return FocusWidth
	case theme.SizeNameSeparatorThickness:
		return LineWidth
	case theme.SizeNameScrollBar:
		return t.unlessBarless(Gap8)
	case theme.SizeNameScrollBarSmall, theme.SizeNameScrollBarRadius:
		return t.unlessBarless(Gap4)
	case theme.SizeNameSelectionRadius, theme.SizeNameInputRadius:
		return t.cornerOf(name)
	default:
		return theme.DefaultTheme().Size(name)
	}
}

// entryPadding leaves an entry of 29 without scroll bars: 21 of text and 4 above and
// below, of which Fyne lays 2 under the border that it keeps room for.
const entryPadding = 4

func (t *Theme) cornerOf(name fyne.ThemeSizeName) float32 {
	if t.inEntry || name == theme.SizeNameSelectionRadius {
		return 0
	}
	return Radius
}

func (t *Theme) colours() Palette {
	if t.palette == nil {
		return PaletteOf(t.Scheme)
	}
	return t.palette
}

func (t *Theme) textScale() float32 {
	if t.TextScale == 0 {
		return 1
	}
	return min(max(t.TextScale, 0.8), 2)
}

// stockColour says which of our colours stands for one of Fyne's.
func stockColour(name fyne.ThemeColorName) Colour {
	switch name {
	case theme.ColorNameBackground, theme.ColorNameHeaderBackground:
		return Paper
	case theme.ColorNameButton:
		return Surface
	case theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground:
		return Raised
	case theme.ColorNameInputBackground:
		return FieldGround
	case theme.ColorNameInputBorder, theme.ColorNameScrollBar:
		return Line
	case theme.ColorNameScrollBarBackground:
		return Clear
	case theme.ColorNameSeparator:
		return Hair
	case theme.ColorNameDisabledButton, theme.ColorNameHover:
		return Hover
	case theme.ColorNamePressed:
		return Pressed
	case theme.ColorNameDisabled:
		return Off
	case theme.ColorNamePlaceHolder:
		return Ink3
	case theme.ColorNameHyperlink:
		return Teal
	case theme.ColorNamePrimary, theme.ColorNameFocus:
		return Focus
	case theme.ColorNameForegroundOnPrimary:
		return OnTeal
	case theme.ColorNameError:
		return Red
	case theme.ColorNameWarning:
		return Amber
	case theme.ColorNameSuccess:
		return Green
	case theme.ColorNameShadow:
		return Shadow
	default:
		return Ink
	}
}
