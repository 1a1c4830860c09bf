package ui

import (
	"fyne.io/fyne/v2"

	"harbour/app/present"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// showWho is the first step: what the desk is for, its name and its folder.
func (s *setUp) showWho() {
	w := s.w
	kinds := []*widgets.Tile{}
	for _, k := range []struct{ works, icon, words, help string }{
		{present.WorksField, "edit", "setup.role.field", "setup.role.field_help"},
		{present.WorksOffice, "inbox", "setup.role.office", "setup.role.office_help"},
		{present.WorksPractice, "hint", "setup.practice", "setup.practice_help"},
	} {
		tile := widgets.NewTile(k.icon, w.say(k.words), w.say(k.help))
		tile.SetChosen(k.works == s.state.Works)
		kinds = append(kinds, tile)
		tile.OnTap = func() {
			s.state.Choose(k.works)
			for _, other := range kinds {
				other.SetChosen(other == tile)
			}
		}
	}
	s.name = widgets.NewField(w.say("setup.name"))
	s.name.Help(w.say("setup.name_help"))
	s.name.Input.Placeholder(w.say("setup.name_hint"))
	s.name.Input.SetText(s.state.Name)
	s.name.Input.OnChanged = func(text string) { s.state.Name = text }
	s.name.Input.OnSubmitted = func(string) { s.next() }
	s.folder = widgets.NewText(look.Body, s.state.Dir).In(look.Ink2).Ellipsis()
	change := widgets.NewButton(w.say("setup.folder_change"), func() {
		w.ChooseFolder(w.say("setup.folder_choose"), s.setFolder)
	}).SizeOf(widgets.SmallButton)
	s.form(
		s.head(w.say("setup.who.title"), w.say("setup.who.line")),
		widgets.Gap(look.Gap24),
		widgets.Column(look.Gap8, kinds[0], kinds[1], kinds[2]),
		widgets.Gap(look.FieldGap), s.name,
		widgets.Gap(look.FieldGap),
		widgets.Label(w.say("setup.folder")), widgets.Gap(look.LabelGap),
		widgets.Row(look.Gap12, widgets.Grow(1, s.folder), change),
	)
	next := widgets.NewButton(w.say("setup.next"), s.next).Kind(widgets.Main).SizeOf(widgets.BigButton).IconAfter("arrow")
	s.foot.Objects = []fyne.CanvasObject{widgets.Row(0, widgets.Flex(), next)}
}

func (s *setUp) setFolder(dir string) {
	s.state.SetFolder(dir)
	s.folder.SetWords(s.state.Dir)
}

func (s *setUp) next() {
	s.name.SetFailed("")
	if s.state.Next() {
		s.fail(present.Message{})
		s.showStep(1)
		return
	}
	if s.state.NameWrong() {
		s.fail(present.Message{})
		s.name.SetFailed(s.w.tell(s.state.Why))
		s.body.Reflow()
		s.name.Input.Focus()
		return
	}
	s.fail(s.state.Why)
}
