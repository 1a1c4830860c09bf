package sheet

import (
	"io/fs"
	"os"
	"testing/fstest"

	"fyne.io/fyne/v2"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

func peopleCard() fyne.CanvasObject {
	var discs []fyne.CanvasObject
	for _, who := range []string{"LR", "ZK", "HR", "SK", "DK", "PS", "M"} {
		discs = append(discs, widgets.NewAvatar(widgets.AvatarRow, who, who))
	}
	hovered := widgets.NewPersonCard("zohra", "ZK", "Zohra Karimi", "", "Stepdaughter, 19, named", 1, nil)
	hovered.MouseIn(nil)
	focused := widgets.NewPersonCard("daud", "DK", "Daud Karimi", "داوود کریمی", "Husband, 47", 0.2, nil)
	focused.FocusGained()
	return card("People", widgets.Row(look.Gap8, discs...),
		widgets.Width(320, widgets.NewPersonCard("sohrab", "SK", "Sohrab Karimi", "سهراب کریمی", "Son, 21, travels", 0.7, nil)),
		widgets.Width(320, hovered), widgets.Width(320, focused))
}

// record is an invented case of the table.
type record struct{ code, name, native, state, next string }

func records() []record {
	return []record{
		{"Kestrel 27", "Laleh Rostamyar", "لاله رستم\u200cیار", "Draft", "Son turns 22 in 41 days"},
		{"Juniper 04", "Tsehay Gebre", "ፀሐይ ገብሬ", "In review", "Waiting for Marek to review"},
		{"Ember 31", "Oksana Veresk", "Оксана Вереск", "Handed over", "No receipt yet, 9 days"},
	}
}

func tableCard() fyne.CanvasObject {
	columns := []widgets.TableColumn{{Head: "Case", Width: 92}, {Head: "Person", Weight: 1}, {Head: "State", Width: 104}, {Head: "What is next", Weight: 1, End: true}}
	rows := records()
	t := widgets.NewTable(columns, look.RowHeight, func() []fyne.CanvasObject {
		names := widgets.Column(0, widgets.NewText(look.Body, "").Ellipsis(), widgets.NewText(look.Small, "").In(look.Ink2).Ellipsis())
		return []fyne.CanvasObject{
			widgets.Label(""), widgets.Row(look.Gap12, widgets.NewAvatar(widgets.AvatarRow, "", ""), widgets.Grow(1, names)),
			widgets.Stack(), widgets.NewText(look.Body, "").Align(widgets.End).Ellipsis(),
		}
	}, func(row int, cells []fyne.CanvasObject, chosen bool) {
		r := rows[row]
		cells[0].(*widgets.Text).SetWords(r.code)
		who := cells[1].(*fyne.Container).Objects
		who[0].(*widgets.Avatar).Set(r.code, r.name[:1], chosen)
		names := who[1].(*fyne.Container).Objects[0].(*fyne.Container).Objects
		names[0].(*widgets.Text).SetWords(r.name)
		names[1].(*widgets.Text).SetWords(r.native)
		cells[2].(*fyne.Container).Objects = []fyne.CanvasObject{widgets.Row(0, widgets.NewTag(widgets.Teal, "", r.state))}
		cells[3].(*widgets.Text).SetWords(r.next)
	})
	t.List.SetCount(len(rows))
	t.List.Choose(0)
	return card("Table", widgets.Height(t.HeightFor(len(rows)), t))
}

// dots counts letters and keeps none: all that a picture needs.
type dots struct{ count int }

func (d *dots) PutRune(rune) bool { d.count++; return true }
func (d *dots) TakeRune()         { d.count-- }
func (d *dots) Len() int          { return d.count }
func (d *dots) Wipe()             { d.count = 0 }

func secretCard() fyne.CanvasObject {
	p := widgets.NewPassphrase(&dots{})
	p.Script = func(name string) string { return name }
	for _, r := range "fourteen chars" {
		p.TypedRune(r)
	}
	p.FocusGained()
	same := widgets.NewPassphrase(&dots{count: 14})
	same.SetState(widgets.Green, "check", "the same")
	s := widgets.NewStrength()
	s.Set(2, "Weak", "add a word or two")
	numbers := [12]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}
	g := widgets.NewGroups(numbers, "ask again", 1, 4, 7, 10)
	for slot, figures := range map[int]string{1: "40718", 4: "31", 7: "91260"} {
		for _, r := range figures {
			g.Type(slot, r)
		}
	}
	g.Set(1, widgets.GroupRight)
	g.Set(7, widgets.GroupWrong)
	return card("Passphrase; groups to type", widgets.Width(360, p), s, widgets.Width(360, same), g.Object)
}

// shelf is a disk of a few invented files.
type shelf struct{ files fstest.MapFS }

func (s shelf) Sticks() []widgets.ChooserPlace {
	return []widgets.ChooserPlace{{Words: "BLUE STICK", Path: "/media/blue", Stick: true}}
}
func (s shelf) Home() string { return "/home/desk" }
func (s shelf) List(folder string) ([]os.DirEntry, error) {
	return fs.ReadDir(s.files, folder[1:])
}

func chooserCard() fyne.CanvasObject {
	files := fstest.MapFS{"media/blue/kestrel-27.harbour": {}, "media/blue/meridian.card": {}, "media/blue/scans/slip.png": {}, "home/desk/notes.txt": {}}
	c := widgets.NewFileChooser(shelf{files}, widgets.ChooserWords{Home: "Home", Up: "Up", Path: "Path", Choose: "Open", Cancel: "Cancel", Empty: "Nothing here", NoAccess: "Cannot be read"}, ".harbour", ".card")
	return card("Chooser", c)
}
