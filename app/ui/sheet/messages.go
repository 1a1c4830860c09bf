package sheet

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

func bannerCard() fyne.CanvasObject {
	return card("Banners",
		widgets.NewBanner(widgets.Amber, "calendar", "Sohrab turns 22 in 41 days", widgets.NewButton("Open", nil)),
		widgets.NewBanner(widgets.Red, "shield-unknown", "This file was changed on its way. Nothing was opened.", widgets.NewButton("What now", nil)),
		widgets.NewBanner(widgets.Green, "settled", "Written, read back and equal.", widgets.NewButton("See them", nil)),
		widgets.NewBanner(widgets.Teal, "info", "A newer set of rules came with the receipt.", widgets.NewButton("Use it", nil)),
		widgets.NewNotice(widgets.Amber, "calendar", "Sohrab turns 22 in 41 days",
			"His age counts from the day the office refers him, not from today. Say so when you hand it over.", nil))
}

func readinessCard() fyne.CanvasObject {
	open := widgets.NewReadinessItem(widgets.Red, "Sohrab has not agreed yet", "He is 21. Each adult agrees for himself.",
		"Consent · rule V06", nil, widgets.NewButton("Go there", nil), widgets.NewButton("Explain", nil), widgets.NewButton("Ask later", nil))
	open.SetChosen(true)
	return card("Readiness", widgets.Column(0, open, widgets.NewDivider(),
		widgets.NewReadinessItem(widgets.Amber, "37 days of 2023 not told", "Between Mashhad and Nairobi.", "What happened · 10-year history", nil),
		widgets.NewDivider(),
		widgets.NewReadinessItem(widgets.Green, "Family named, none left open", "", "", nil)))
}

func progressCard() fyne.CanvasObject {
	p := widgets.NewProgress("Writing to the stick", "Leave the stick in", "Cancel", nil)
	p.Set(0.62, "7.1 of 11.4 MB")
	return card("Progress", p)
}

func toastCard() fyne.CanvasObject {
	return card("Toast (floats)", widgets.NewToast("Taken out.", "Undo", "Close", nil, nil), widgets.Gap(look.Gap12))
}

func emptyCard() fyne.CanvasObject {
	start := widgets.NewButton("Add the main person", nil).Icon("plus")
	return card("Empty state", widgets.EmptyState("people", "Nobody named yet", "Start with the person in front of you.", start))
}

func wizardCard() fyne.CanvasObject {
	steps := widgets.NewWizardSteps(
		widgets.WizardStep{Words: "Cases", Figure: "1"}, widgets.WizardStep{Words: "To whom", Figure: "2"},
		widgets.WizardStep{Words: "What is missing", Figure: "3"}, widgets.WizardStep{Words: "What leaves", Figure: "4"},
		widgets.WizardStep{Words: "Write", Figure: "5"})
	steps.SetNow(2)
	standing := widgets.NewWizardSteps(
		widgets.WizardStep{Words: "Who works here", Note: "English, a field desk called “Desk 3”", Figure: "1"},
		widgets.WizardStep{Words: "Your passphrase", Note: "The only key to this folder", Figure: "2"},
		widgets.WizardStep{Words: "Recovery words", Note: "For the day you forget it", Figure: "3"}).Standing()
	standing.SetNow(1)
	return card("Wizard steps; page header", steps, widgets.NewDivider(),
		widgets.PageHeader("Family", "Kestrel 27, part 3 of 12",
			widgets.NewIconButton("undo", "Undo", nil).Large(), widgets.NewButton("Add someone", nil).Kind(widgets.Main).Icon("plus")),
		widgets.Row(look.Gap32, widgets.Width(360, standing), widgets.NewScene()))
}

func menuCard() fyne.CanvasObject {
	items := []widgets.MenuItem{{Icon: "edit", Words: "Rename"}, {Icon: "document", Words: "Open"}, {Icon: "undo", Words: "Take out", Red: true}}
	list := widgets.NewMenuList(items, func(widgets.MenuItem) {})
	list.Choose(1)
	frame := widgets.NewFrame(widgets.Paint{Fill: look.Raised, Line: look.Hair, Radius: look.Radius}).Floating()
	return card("Menu (floats)", widgets.Stack(frame, widgets.Inset(6, 6, widgets.Sized(180, 102, list))))
}

func dialogCard() fyne.CanvasObject {
	frame := widgets.NewFrame(widgets.Paint{Fill: look.Raised, Line: look.Hair, Radius: look.Radius}).Floating()
	body := widgets.Column(look.Gap12, widgets.NewText(look.Title, "Take Kestrel 27 off this computer?").Wrap(),
		widgets.NewText(look.Body, "Its keys are destroyed. What was handed over stays with the office.").In(look.Ink2).Wrap(),
		widgets.Row(look.Gap12, widgets.Flex(), widgets.NewButton("Keep it", nil), widgets.NewButton("Seal for good", nil).Kind(widgets.Main)))
	return card("Dialog (floats over a veil)", widgets.Stack(frame, widgets.Inset(24, 24, body)))
}
