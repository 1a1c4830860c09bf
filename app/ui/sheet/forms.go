package sheet

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

func answers() []widgets.Answer {
	return []widgets.Answer{
		{Key: "unknown", Icon: "question", Words: "doesn’t know"}, {Key: "unasked", Icon: "minus", Words: "not asked"},
		{Key: "declined", Icon: "declined", Words: "declined"}, {Key: "unsafe", Icon: "unsafe-to-ask", Words: "unsafe to ask"},
		{Key: "later", Icon: "activity", Words: "later"},
	}
}

func field(label, text string, set func(*widgets.Field)) fyne.CanvasObject {
	f := widgets.NewField(label)
	f.Input.SetText(text)
	set(f)
	return widgets.Width(200, f)
}

func fieldCard() fyne.CanvasObject {
	words := widgets.AnswerWords{Lead: "No answer:", Why: "a few words of why", Remove: "Take away"}
	open := widgets.NewAnswerField("Mother’s family name", 1, words, answers()...)
	open.Input.Placeholder("As on a paper, or as said")
	open.MouseIn(nil)
	chosen := widgets.NewAnswerField("Religion", 1, words, answers()...)
	chosen.SetAnswer("declined", "rather not say")
	hovered := widgets.NewChip("activity", "hover", nil)
	hovered.MouseIn(nil)
	off := widgets.NewChip("activity", "off", nil)
	off.Disable()
	long := widgets.NewTextField("Could she live safely where she is now?", 2)
	long.Needed("needed").Help("Papers, work, school, threats that reach her here. “No” without a reason is not enough.")
	long.Explain("Explain", nil)
	long.Input.Placeholder("Say what stands against it, in her words")
	return card("Fields and answer chips",
		widgets.RowAt(widgets.Top, look.Gap16,
			field("Rest", "Kabul", func(*widgets.Field) {}),
			field("Empty", "", func(f *widgets.Field) { f.Input.Placeholder("As on a paper") }),
			field("Focus", "Nairobi", func(f *widgets.Field) { f.Input.Focusable().FocusGained() }),
			field("Error", "Persia", func(f *widgets.Field) {
				f.SetFailed("Choose from the list", widgets.NewButton("Iran", nil))
			})),
		widgets.RowAt(widgets.Top, look.Gap16,
			field("Disabled", "Kabul", func(f *widgets.Field) { f.Input.Disable() }),
			widgets.Width(300, chosen), widgets.Grow(1, open)),
		widgets.Chips(widgets.NewChip("activity", "later", nil), hovered, widgets.NewChip("activity", "chosen", nil).Chosen(),
			off, widgets.NewChip("", "Drafts", nil), widgets.NewChip("", "All", nil).Chosen()),
		long,
	)
}

func trustCard() fyne.CanvasObject {
	return card("Trust",
		widgets.NewTrustBadge(widgets.CheckedInPerson, "Checked in person", look.Body),
		widgets.NewTrustBadge(widgets.FirstSeen, "First seen, not checked", look.Body),
		widgets.NewTrustBadge(widgets.UnknownSender, "Unknown sender", look.Body))
}

func saveCard() fyne.CanvasObject {
	state := func(kind widgets.SaveKind, words string) fyne.CanvasObject {
		s := widgets.NewSaveState(nil)
		s.Set(kind, words)
		return s
	}
	return card("Save state", widgets.Column(look.Gap4,
		state(widgets.Saved, "Saved 14:02"), state(widgets.Saving, "Saving…"), state(widgets.NotSaved, "Not saved: disk full")))
}

func dateCard() fyne.CanvasObject {
	d := widgets.NewFuzzyDate(widgets.FuzzyDateWords{
		Label: "Date of birth", Help: "Write it the way she says it or the way the paper shows it. Nothing is filled in for you.",
		Certainty: "How sure is this?", PaperSays: "On her papers it says", KeptAsPrinted: "kept as printed",
	}, []widgets.Option{{Key: "solar", Words: "Solar Hijri"}},
		[]widgets.Option{{Key: "paper", Words: "on a paper"}, {Key: "said", Words: "said"}, {Key: "guess", Words: "estimated"}, {Key: "office", Words: "given by an office"}})
	d.Note("Mina")
	d.Said.SetText("winter 1388")
	d.Calendar.Choose("solar")
	d.Certainty.Choose("said")
	d.Paper.SetText("01.01.2009")
	d.SetRange("22 December 2009 to 20 March 2010", "Winter 1388. She is 15 or 16 today: 16 on 20 March at the latest.")
	d.SetNotes(widgets.NewBanner(widgets.Amber, "warning",
		"1 January is often written when nobody knew the day. Both dates are kept.", widgets.NewButton("Explain", nil)))
	paper, choice := widgets.NewChoiceField("Paper", widgets.Option{Key: "slip", Words: "Registration slip"})
	choice.Choose("slip")
	d.Beside(paper)
	return card("Fuzzy date", d)
}

func choiceCard() fyne.CanvasObject {
	yes := widgets.Option{Key: "yes", Words: "No, asked in 2024 and refused"}
	chosen, choice := widgets.NewChoiceField("Has another country offered a place?", yes)
	choice.Choose("yes")
	focused, second := widgets.NewChoiceField("Does she want to settle for good?", yes)
	second.Placeholder("Choose", "Type to find")
	second.FocusGained()
	off := widgets.NewChoice(yes)
	off.Disable()
	near := widgets.NewSegments(widgets.Option{Key: "no", Words: "not near"}, widgets.Option{Key: "months", Words: "months"},
		widgets.Option{Key: "weeks", Words: "weeks"}, widgets.Option{Key: "days", Words: "days"})
	near.Choose("months")
	none := widgets.NewSegments(widgets.Option{Key: "a", Words: "face to face"}, widgets.Option{Key: "b", Words: "video"})
	none.FocusGained()
	on := widgets.NewToggle("Sohrab agreed to what is handed over", nil)
	on.SetOn(true)
	disabled := widgets.NewToggle("Not for this one", nil)
	disabled.Disable()
	search := widgets.NewInput().Placeholder("Name, code or place").
		Leading(widgets.NewIcon("search", look.IconInline, look.Ink2)).Trailing(widgets.NewText(look.Small, "Ctrl F").In(look.Ink2))
	return card("Choices, segments, toggles", chosen, focused, off,
		widgets.NewLabelled("How near is the danger?", near), none,
		on, widgets.NewToggle("Mina is asked apart", nil), disabled, search,
		widgets.Row(look.Gap8, widgets.NewTag(widgets.Neutral, "", "Draft"), widgets.NewTag(widgets.Teal, "hand-over", "Handed over"),
			widgets.NewTag(widgets.Amber, "question", "2 questions"), widgets.NewTag(widgets.Green, "settled", "Accepted"),
			widgets.NewTag(widgets.Red, "stop", "needed")))
}
