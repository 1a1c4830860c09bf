package sheet

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// mixedLines are lines that read both ways: names, dates and telephone numbers of one
// script inside the other.
func mixedLines() []string {
	return []string{
		"متزوج منذ ٢٠١٢",
		"Born as لاله رستم, ۱۳۸۸/۰۹/۰۱ in Kabul.",
		"Sister: مینا (Mina), 27, of Herat.",
		"Call لاله رستم +93 70 123 4567 at night",
		"Letter “متولد ۱۳۸۸/۰۹/۰۱ در کابل” of 2024-05-17",
		"متولد ۱۳۸۸/۰۹/۰۱ در Kabul، شماره ۲۷.",
		"هاتف لاله (أخت سهراب): +93 70 123 4567",
		"وصلت في 2012-03-04 مع Kestrel 27 (مينا).",
	}
}

func mixedCard() fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, words := range mixedLines() {
		lines = append(lines, widgets.NewText(look.Body, words))
	}
	const story = "وصلت لاله رستم إلى Nairobi في 2012-03-04 ثم اتصلت على +254 20 123 4567 من بيت أختها في Mombasa، ومعها سهراب (٢١ سنة)."
	area := func(text string, set func(*widgets.Field)) fyne.CanvasObject {
		f := widgets.NewTextField("Where has she been?", 2)
		f.Input.SetText(text)
		set(f)
		return f
	}
	return card("Mixed lines",
		widgets.RowAt(widgets.Top, look.Gap16,
			widgets.Width(400, widgets.Column(look.Gap4, lines...)),
			widgets.Width(260, widgets.Column(look.Gap12,
				widgets.NewText(look.Body, story).Wrap(),
				widgets.Width(180, widgets.NewText(look.Body, mixedLines()[6]).Ellipsis()),
				widgets.Width(180, widgets.NewText(look.Body, mixedLines()[1]).Ellipsis()))),
			widgets.Grow(1, widgets.Column(look.FieldGap,
				widgets.Row(look.Gap16,
					field("Name", "لاله رستم (Laleh)", func(*widgets.Field) {}),
					field("Off", "منذ ٢٠١٢", func(f *widgets.Field) { f.Input.Disable() })),
				area(story, func(*widgets.Field) {})))))
}
