package look

import "math"

// The grid: every gap is one of these.
const (
	Gap4  float32 = 4
	Gap8  float32 = 8
	Gap12 float32 = 12
	Gap16 float32 = 16
	Gap24 float32 = 24
	Gap32 float32 = 32
)

// Page measures.
const (
	PageEdge       float32 = 32
	PageEdgeNarrow float32 = 20
	CardPadX       float32 = 20
	CardPadY       float32 = 16
	LabelGap       float32 = 6
	HelpGap        float32 = 4
	FieldGap       float32 = 24
)

// Corners and lines.
const (
	Radius      float32 = 8
	RadiusSmall float32 = 6
	LineWidth   float32 = 1
	FocusWidth  float32 = 2
	FocusGap    float32 = 2
)

// Heights of components at a text scale of 1.
const (
	ButtonHeight      float32 = 36
	ButtonSmallHeight float32 = 28
	ButtonBigHeight   float32 = 44
	FieldHeight       float32 = 36
	PassphraseHeight  float32 = 48
	NavigationHeight  float32 = 36
	SectionHeight     float32 = 34
	RowHeight         float32 = 60
	RowCompactHeight  float32 = 48
	ChipHeight        float32 = 24
	TagHeight         float32 = 20
	SegmentsHeight    float32 = 32
	TargetHeight      float32 = 32
)

// Sizes that icons are drawn at.
const (
	IconTag    float32 = 14
	IconInline float32 = 16
	IconRow    float32 = 18
	IconEmpty  float32 = 26
)

// Widths of the window's parts.
const (
	NavigationWidth       float32 = 208
	NavigationFoldedWidth float32 = 76
	SectionsWidth         float32 = 232
	SectionsFoldedWidth   float32 = 60
	PanelWidth            float32 = 340
)

// Snap moves a measure to a whole pixel of a canvas with that scale.
func Snap(v, scale float32) float32 {
	if scale <= 0 {
		return v
	}
	return float32(math.Round(float64(v)*float64(scale))) / scale
}

// SnapLine gives the width of a line in whole pixels, at least one.
func SnapLine(width, scale float32) float32 {
	if scale <= 0 {
		return width
	}
	return max(1, float32(math.Round(float64(width)*float64(scale)))) / scale
}
