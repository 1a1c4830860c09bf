package widgets_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// threePlaces is a family of five in three places.
func threePlaces() widgets.FamilyView {
	node := func(id string, place, row int, x float32) widgets.FamilyNode {
		return widgets.FamilyNode{ID: id, Name: id, Line: "Relative, 30", Icon: "arrow", State: "Travels", Place: place, Row: row, X: x}
	}
	v := widgets.FamilyView{
		Places:   []widgets.FamilyPlace{{Name: "Nairobi", Width: 2, Add: "add 0"}, {Name: "Herat", Width: 1, Add: "add 1"}, {Name: "Mashhad", Width: 1, Add: "add 2"}},
		Nodes:    []widgets.FamilyNode{node("a", 0, 0, 0.5), node("b", 1, 0, 0), node("c", 0, 1, 0), node("d", 0, 1, 1), node("e", 2, 1, 0)},
		Couples:  []widgets.FamilyCouple{{A: "a", B: "b", Marked: true}},
		Descents: []widgets.FamilyDescent{{Parents: []string{"a", "b"}, Children: []string{"c", "d"}}, {Parents: []string{"b"}, Children: []string{"e"}}},
		Rows:     2, Legend: [3]string{"in this case", "named", "relative only"},
	}
	v.Nodes[0].After, v.Nodes[1].Before = "b", "a"
	v.Nodes[0].Down, v.Nodes[2].Up, v.Nodes[3].Up = "c", "a", "a"
	return v
}

func familyWindow(t *testing.T, mirrored bool, v widgets.FamilyView) (*widgets.FamilyPicture, fyne.Window) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light, look.Direction(mirrored)))
	p := widgets.NewFamilyPicture()
	p.SetView(v)
	w := test.NewTempWindow(t, widgets.Stack(p))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(900, 400))
	return p, w
}

func TestFamilyPicture_opens_and_adds(t *testing.T) {
	p, w := familyWindow(t, false, threePlaces())
	var opened []string
	added := -1
	p.OnOpen, p.OnAdd = func(id string) { opened = append(opened, id) }, func(place int) { added = place }
	w.Canvas().Focus(p)
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	p.NodeOf("e").(fyne.Tappable).Tapped(&fyne.PointEvent{})
	if fmt.Sprint(opened) != "[a e]" {
		t.Errorf("opened %v", opened)
	}
	p.GoTo("b")
	p.TypedRune('+')
	if added != 1 {
		t.Errorf("added in %d", added)
	}
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if added != 2 {
		t.Errorf("added in %d by the head", added)
	}
}

func TestFamilyPicture_keeps_who_stays(t *testing.T) {
	v := threePlaces()
	p, _ := familyWindow(t, false, v)
	before := p.NodeOf("c")
	v = threePlaces()
	v.Nodes[0].State = "Detained"
	p.SetView(v)
	if p.NodeOf("c") != before {
		t.Error("made anew though nothing changed")
	}
	v = threePlaces()
	v.Nodes = v.Nodes[1:]
	v.Couples, v.Descents = nil, nil
	p.SetView(v)
	if p.NodeOf("a") != nil || p.At() != "b" {
		t.Errorf("at %s after a was taken out", p.At())
	}
}

func TestFamilyPicture_mirrors(t *testing.T) {
	p, _ := familyWindow(t, true, threePlaces())
	if p.NodeOf("a").Position().X < p.NodeOf("b").Position().X {
		t.Error("not mirrored")
	}
}

func TestFamilyPicture_shows_the_pointer(t *testing.T) {
	p, w := familyWindow(t, false, threePlaces())
	still := w.Canvas().Capture()
	p.NodeOf("a").(desktop.Hoverable).MouseIn(&desktop.MouseEvent{})
	if fmt.Sprint(still) == fmt.Sprint(w.Canvas().Capture()) {
		t.Error("nothing shows where the pointer is")
	}
}

// Nothing that anybody writes down can stop the picture.
func TestFamilyPicture_draws_anything(t *testing.T) {
	p, _ := familyWindow(t, false, threePlaces())
	for seed := range uint64(60) {
		rnd := rand.New(rand.NewPCG(seed, 9))
		n, v := 1+rnd.IntN(40), widgets.FamilyView{Rows: 5, Places: []widgets.FamilyPlace{{Width: 40}, {Width: 40}}}
		id := func() string { return fmt.Sprint(rnd.IntN(n)) }
		for i := range n {
			v.Nodes = append(v.Nodes, widgets.FamilyNode{ID: fmt.Sprint(i), Place: rnd.IntN(2), Row: rnd.IntN(5), X: float32(rnd.IntN(40)), Icon: "arrow"})
		}
		for range rnd.IntN(20) {
			v.Couples = append(v.Couples, widgets.FamilyCouple{A: id(), B: id(), Marked: true})
			v.Descents = append(v.Descents, widgets.FamilyDescent{Parents: []string{id(), id()}[:1+rnd.IntN(2)], Children: []string{id(), id()}})
		}
		p.SetView(v)
		p.Refresh()
	}
}

func TestYesNo(t *testing.T) {
	test.NewTempApp(t)
	var got []string
	y := widgets.NewYesNo(widgets.Option{Key: "y", Words: "Yes"}, widgets.Option{Key: "n", Words: "No"})
	y.OnChoose = func(key string) { got = append(got, key) }
	w := test.NewTempWindow(t, y)
	w.Canvas().Focus(y)
	y.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if len(got) != 0 {
		t.Fatal("an arrow answers")
	}
	y.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	y.TypedRune('y')
	if fmt.Sprint(got) != "[n y]" {
		t.Errorf("got %v", got)
	}
}
