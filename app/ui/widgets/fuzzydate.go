package widgets

import (
	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
)

// fuzzyHeight is the height of the words as said and of the choice of calendar.
const fuzzyHeight float32 = 44

// FuzzyDateWords are the words on a FuzzyDate.
type FuzzyDateWords struct {
	Label, Help   string
	Placeholder   string
	Certainty     string // label over the segments
	PaperSays     string // label over what the paper says
	KeptAsPrinted string // inside it
}

// FuzzyDate is a date as a person says it, the range that it means, how sure it is, and
// what a paper says, apart. It computes nothing: SetRange shows what somebody else made
// of the words.
type FuzzyDate struct {
	Labelled

	// OnSaid is called with the words at each change.
	OnSaid func(words string)
	// OnCalendar is called with the key of the calendar chosen.
	OnCalendar func(key string)
	// OnCertainty is called with the key chosen.
	OnCertainty func(key string)
	// OnPaper is called with what the paper says at each change.
	OnPaper func(words string)

	Said      *Input
	Calendar  *Choice
	Certainty *Segments
	Paper     *Input

	rangeText *Text
	rangeNote *Text
	plate     *fyne.Container
	notes     *fyne.Container
	beside    *fyne.Container
}

// NewFuzzyDate makes an empty date.
func NewFuzzyDate(words FuzzyDateWords, calendars, certainties []Option) *FuzzyDate {
	f := &FuzzyDate{rangeText: Label("").Wrap(), rangeNote: NewText(look.Small, "").In(look.Ink2).Wrap()}
	f.Said = NewInput().Tall(fuzzyHeight).Placeholder(words.Placeholder).Leading(NewIcon("calendar", look.IconInline, look.Ink2))
	f.Calendar = NewChoice(calendars...).Tall(fuzzyHeight)
	f.Certainty = NewSegments(certainties...)
	f.Paper = NewInput().Trailing(NewText(look.Small, words.KeptAsPrinted).In(look.Ink2))
	arrow := NewIcon("arrow", look.IconRow, look.TealInk)
	f.plate = Stack(Plate(look.Tint, look.TealInk, look.Radius),
		Inset(14, look.Gap8, Row(look.Gap12, arrow, Grow(1, Column(0, f.rangeText, f.rangeNote)))))
	f.notes, f.beside = Column(look.Gap8), Stack()
	for _, o := range []fyne.CanvasObject{f.plate, f.notes, f.beside} {
		o.Hide()
	}
	paper := Row(look.Gap12, Grow(1, NewLabelled(words.PaperSays, f.Paper)), f.beside)
	f.init(words.Label, Column(look.Gap8,
		Row(look.Gap8, Grow(1, f.Said), Width(164, f.Calendar)),
		f.plate,
		InsetEach(look.Gap8, 0, 0, 0, NewLabelled(words.Certainty, f.Certainty)),
		InsetEach(look.Gap8, 0, 0, 0, paper),
		f.notes,
	))
	f.Help(words.Help)
	f.mark = f.Said.SetFailed
	f.join()
	f.ExtendBaseWidget(f)
	return f
}

func (f *FuzzyDate) join() {
	call := func(with func() func(string)) func(string) {
		return func(value string) {
			if do := with(); do != nil {
				do(value)
			}
		}
	}
	f.Said.OnChanged = call(func() func(string) { return f.OnSaid })
	f.Calendar.OnChoose = call(func() func(string) { return f.OnCalendar })
	f.Certainty.OnChoose = call(func() func(string) { return f.OnCertainty })
	f.Paper.OnChanged = call(func() func(string) { return f.OnPaper })
}

// SetRange shows what the words mean, and a small line under it; empty words hide both.
func (f *FuzzyDate) SetRange(means, note string) {
	f.rangeText.SetWords(means)
	f.rangeNote.SetWords(note)
	show(f.rangeNote, note != "")
	show(f.plate, means != "")
	f.Refresh()
}

// SetNotes shows banners under the date, such as that on 1 January.
func (f *FuzzyDate) SetNotes(notes ...*Banner) {
	f.notes.Objects = nil
	for _, n := range notes {
		f.notes.Objects = append(f.notes.Objects, n)
	}
	show(f.notes, len(notes) > 0)
	f.Refresh()
}

// Beside puts a field, such as the choice of the paper, beside what the paper says.
func (f *FuzzyDate) Beside(object fyne.CanvasObject) *FuzzyDate {
	f.beside.Objects = []fyne.CanvasObject{Width(232, object)}
	f.beside.Show()
	return f
}
