package sheet

import (
	"fmt"

	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

func typeCard() fyne.CanvasObject {
	example := func(step look.Step, words, note string) fyne.CanvasObject {
		return widgets.Column(0, widgets.NewText(step, words), widgets.Caption(note))
	}
	return card("Type",
		example(look.Display, "Hand over Kestrel 27", "Display 26, line 39, semibold: one a screen"),
		example(look.Title, "What is missing", "Title 20, line 30, semibold"),
		example(look.Heading, "Has everyone been named?", "Heading 16, line 24, semibold"),
		widgets.Column(0,
			widgets.Row(look.Gap4, widgets.NewText(look.Body, "Body for all else."), widgets.Label("Names and labels semibold.")),
			widgets.Caption("Body 14, line 21, regular or semibold")),
		example(look.Small, "Nothing is filled in for you. لاله رستم\u200cیار ፀሐይ Оксана", "Small 12, line 18"),
		widgets.NewText(look.Body, "40718 92265 kestrel-27.harbour 0O1lI").Mono(),
	)
}

func colourCard() fyne.CanvasObject {
	named := []struct {
		words  string
		colour look.Colour
	}{
		{"Paper", look.Paper}, {"Rail", look.Rail}, {"Surface", look.Surface}, {"Hover", look.Hover},
		{"Pressed", look.Pressed}, {"Hairline", look.Hair}, {"Outline", look.Line}, {"Ink", look.Ink},
		{"Ink 2", look.Ink2}, {"Ink 3", look.Ink3}, {"Teal", look.Teal}, {"Tint", look.Tint},
		{"Focus", look.Focus}, {"Green", look.Green}, {"Green tint", look.GreenTint}, {"Amber", look.Amber},
		{"Amber tint", look.AmberTint}, {"Red", look.Red}, {"Red tint", look.RedTint}, {"Off", look.Off},
	}
	var swatches []fyne.CanvasObject
	for _, n := range named {
		c := look.Current().Colour(n.colour)
		swatches = append(swatches, widgets.Width(76, widgets.Column(0,
			widgets.Sized(76, 36, widgets.NewFrame(widgets.Paint{Fill: n.colour, Line: look.Hair, Radius: look.Radius})),
			widgets.NewText(look.Small, n.words),
			widgets.NewText(look.Tiny, fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)).Mono().In(look.Ink3),
		)))
	}
	return card("Colour", widgets.Wrap(10, 10, swatches...))
}

// states sets up one button per state: rest, hover, focus, pressed, disabled, busy.
func states(words, busy string, kind widgets.ButtonKind, icon string) fyne.CanvasObject {
	var row []fyne.CanvasObject
	for _, state := range []func(*widgets.Button){
		func(*widgets.Button) {},
		func(b *widgets.Button) { b.MouseIn(nil) },
		func(b *widgets.Button) { b.FocusGained() },
		func(b *widgets.Button) { b.MouseDown(nil) },
		func(b *widgets.Button) { b.Disable() },
		func(b *widgets.Button) { b.SetBusy(busy) },
	} {
		b := widgets.NewButton(words, nil).Kind(kind)
		if icon != "" {
			b.Icon(icon)
		}
		state(b)
		row = append(row, b)
	}
	return widgets.Row(look.Gap12, row...)
}

func buttonCard() fyne.CanvasObject {
	return card("Buttons",
		widgets.Row(look.Gap12, caption("main"), states("Write", "Writing", widgets.Main, "")),
		widgets.Row(look.Gap12, caption("other"), states("Print", "Printing", widgets.Other, "")),
		widgets.Row(look.Gap12, caption("quiet"), states("Back", "Going", widgets.Quiet, "chevron-start")),
		widgets.Row(look.Gap12, caption("more"),
			widgets.NewButton("Small", nil).SizeOf(widgets.SmallButton),
			widgets.NewButton("It doesn’t match", nil).Kind(widgets.QuietRed).Icon("shield-unknown"),
			widgets.NewButton("Next: recovery words", nil).Kind(widgets.Main).SizeOf(widgets.BigButton).IconAfter("arrow"),
			widgets.NewButton("Lock now", nil).Icon("lock").Keys("Ctrl L")),
		widgets.Row(look.Gap12, caption(""), widgets.Caption("rest, hover, focus, pressed, disabled, busy")),
	)
}

func navigationCard() fyne.CanvasObject {
	item := func(icon, words string, set func(*widgets.NavigationItem)) fyne.CanvasObject {
		n := widgets.NewNavigationItem(icon, words, nil)
		set(n)
		return n
	}
	folded := item("referrals", "Referrals", func(n *widgets.NavigationItem) { n.SetFolded(true); n.SetChosen(true); n.SetCount("2") })
	return card("Navigation",
		widgets.Column(2,
			item("home", "Rest", func(*widgets.NavigationItem) {}),
			item("referrals", "Hover", func(n *widgets.NavigationItem) { n.MouseIn(nil) }),
			item("hand-over", "Chosen", func(n *widgets.NavigationItem) { n.SetChosen(true); n.SetCount("1") }),
			item("contacts", "Focus", func(n *widgets.NavigationItem) { n.FocusGained(); n.SetCount("3") })),
		widgets.Row(look.Gap8, widgets.Sized(59, 52, folded)))
}

func sectionsCard() fyne.CanvasObject {
	item := func(words string, share float64, stops, looks string, chosen, folded bool) fyne.CanvasObject {
		s := widgets.NewSectionItem(words, nil)
		s.Set(share, stops, looks)
		s.SetChosen(chosen)
		s.SetFolded(folded)
		return s
	}
	return card("Sections and rings",
		widgets.Column(0,
			item("Empty", 0, "", "", false, false),
			item("Family", 0.4, "2", "", false, false),
			item("Open", 0.6, "", "3", true, false),
			item("Settled", 1, "", "", false, false)),
		widgets.Row(look.Gap12, widgets.NewRing(widgets.RingBig).Share(0.62).Figure("62%"),
			widgets.NewRing(widgets.RingBig).Share(0.86).InGreen().Figure("24"),
			widgets.NewRing(widgets.RingSmall).Turning(),
			widgets.Sized(44, 34, item("Law", 0.3, "1", "", true, true))))
}
