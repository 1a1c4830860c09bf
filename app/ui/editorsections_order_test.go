package ui_test

import (
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"harbour/app/referral"
	"harbour/app/ui/look"
	"harbour/app/ui/widgets"
)

// TestSections_stand_before_the_page walks what is around every page: where one
// can go, and the list of the sections.
func TestSections_stand_before_the_page(t *testing.T) {
	h := editorHouse(t, houseWith{}, gapsCase)
	on := h.Window.Window.Canvas()
	last, named := h.lastOfList(), h.named()
	on.Unfocus()
	var told []string
	for range mostStops {
		on.FocusNext()
		told = append(told, named[on.Focused().(fyne.CanvasObject)])
		if on.Focused() == last {
			break
		}
	}
	checkOrder(t, "around", strings.Join(told, "\n")+"\n")
}

// order walks the pages of a section by Tab and compares the stops with those
// of testdata/order: its own page, and that of the first element of each of its
// lists, each part for itself.
func (s sectionTest) order(h *house) {
	h.tb.Helper()
	var told strings.Builder
	walk := func(name string) {
		fmt.Fprintf(&told, "# %s\n%s\n", name, strings.Join(h.walkPage(), "\n"))
	}
	h.at(s.section, "")
	if referral.Section(s.section).Sealed() {
		walk("closed")
		h.unseal(s.section)
	}
	h.eachPart(s.section, walk)
	for _, l := range h.Page().(page).State().View().Lists {
		if len(l.Cards) == 0 && referral.Section(s.section).Sealed() {
			h.addFirst(l.List)
			h.eachPart("one of "+l.List, walk)
		}
		if len(l.Cards) > 0 {
			h.at(s.section, l.Cards[0].Path)
			h.eachPart("one of "+l.List, walk)
		}
	}
	checkOrder(h.tb, s.section, told.String())
}

// eachPart opens the parts of the open page one after the other.
func (h *house) eachPart(name string, do func(name string)) {
	h.tb.Helper()
	v := h.Page().(page).State().View()
	if len(v.Parts) < 2 {
		do(name)
		return
	}
	of, _, _ := strings.Cut(v.Element, "/")
	if of == "" {
		of = v.Section
	}
	for _, part := range v.Parts {
		words := h.Words.Text(strings.TrimSuffix("part."+of+"."+part, "."))
		if !slices.ContainsFunc(h.objects(), func(o fyne.CanvasObject) bool {
			_, ok := o.(*widgets.Segments)
			return ok && tapIn(o, words)
		}) {
			h.tb.Fatalf("no part %q", words)
		}
		do(name + ": " + words)
	}
}

// walkPage goes by Tab from the list of the sections through the page, and back
// again, and returns its stops in words.
func (h *house) walkPage() []string {
	h.tb.Helper()
	stops := h.stopsAfterList()
	back := slices.Clone(stops)
	slices.Reverse(back)
	for i, want := range back {
		h.Window.Window.Canvas().FocusPrevious()
		h.beat(1)
		if got := h.Window.Window.Canvas().Focused(); got != want {
			h.tb.Errorf("back from stop %d comes a %T, want a %T", len(stops)-i, got, want)
			break
		}
	}
	named := h.named()
	var words []string
	for _, stop := range stops {
		words = append(words, named[stop.(fyne.CanvasObject)])
	}
	return words
}

// stopsAfterList are the places of the keyboard from the list of the sections
// to the end of the window, in the order of Tab. Each must be read after the
// one before.
func (h *house) stopsAfterList() []fyne.Focusable {
	h.tb.Helper()
	on := h.Window.Window.Canvas()
	last := h.lastOfList()
	on.Focus(last)
	on.FocusNext()
	scrolled := h.scrolled()
	var stops []fyne.Focusable
	for range mostStops {
		h.beat(1)
		stop := on.Focused()
		if _, around := stop.(*widgets.NavigationItem); around {
			if len(h.Page().(page).Paths()) > 0 && !slices.ContainsFunc(stops, func(f fyne.Focusable) bool { return scrolled[f] }) {
				h.tb.Error("no field stands in the page's scroller")
			}
			return stops
		}
		if n := len(stops); n > 0 && scrolled[stop] && scrolled[stops[n-1]] {
			h.readsAfter(stops[n-1].(fyne.CanvasObject), stop.(fyne.CanvasObject))
		}
		stops = append(stops, stop)
		on.FocusNext()
	}
	h.tb.Fatalf("Tab does not come to an end")
	return nil
}

// lastOfList is the button under the list of the sections.
func (h *house) lastOfList() fyne.Focusable {
	h.tb.Helper()
	for _, o := range h.objects() {
		if b, ok := o.(*widgets.Button); ok && b.AccessibilityLabel() == h.Words.Text("editor.missing.show") {
			return b
		}
	}
	h.tb.Fatal("no list of the sections")
	return nil
}

// scrolled are the places of the keyboard in the page's own scroller.
func (h *house) scrolled() map[fyne.Focusable]bool {
	inside := map[fyne.Focusable]bool{}
	for _, o := range h.objects() {
		scroll, ok := o.(*widgets.Scroll)
		if !ok {
			continue
		}
		list := false
		for _, part := range under(scroll, nil) {
			_, item := part.(*widgets.SectionItem)
			if list = list || item; list {
				break
			}
			if f, ok := part.(fyne.Focusable); ok {
				inside[f] = true
			}
		}
	}
	return inside
}

// helpLines is how many lines of help may push one of two fields side by side
// under the other.
const helpLines = 3

// readsAfter finds that one object is not above another that comes before it,
// by more than half a line, unless it stands beyond it in the same row.
func (h *house) readsAfter(before, after fyne.CanvasObject) {
	h.tb.Helper()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	line := widgets.NewText(look.Body, "x").MinSize().Height
	from, to := at(before), at(after)
	beside := to.X >= from.X+before.Size().Width-1 && to.Y >= from.Y-helpLines*line
	if to.Y < from.Y-line/2 && !beside {
		named := h.named()
		h.tb.Errorf("%q at %v comes after %q at %v", named[after], to, named[before], from)
	}
}

// named are the places of the keyboard in words: the kind, the field in which
// it stands, and what it is called itself.
func (h *house) named() map[fyne.CanvasObject]string {
	named := map[fyne.CanvasObject]string{}
	var visit func(o fyne.CanvasObject, field string)
	visit = func(o fyne.CanvasObject, field string) {
		if o == nil || !o.Visible() {
			return
		}
		if label, ok := labelOf(o); ok {
			field = label
		}
		if _, ok := o.(fyne.Focusable); ok {
			called := calledOf(o)
			if strings.HasPrefix(called, field) {
				field = ""
			}
			words := []string{strings.TrimPrefix(fmt.Sprintf("%T", o), "*widgets."), field, called}
			named[o] = strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " | ")
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				visit(child, field)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				visit(child, field)
			}
		}
	}
	visit(h.Window.Window.Canvas().Content(), "")
	return named
}

// labelOf is the label of a field, which is the first of its words.
func labelOf(o fyne.CanvasObject) (label string, ok bool) {
	switch o.(type) {
	case *widgets.Labelled, *widgets.Field, *widgets.AnswerField, *widgets.FuzzyDate:
		return firstWords(o), true
	}
	return "", false
}

func firstWords(o fyne.CanvasObject) string {
	for _, part := range under(o, nil) {
		if text, ok := part.(*widgets.Text); ok && text.Words() != "" {
			return text.Words()
		}
	}
	return ""
}

// calledOf is what a place of the keyboard is called: by its label, by the hint
// in it where it is typed in, or else, in brackets, by the words on it: of a
// card who it is, of a list none.
func calledOf(o fyne.CanvasObject) string {
	if l, ok := o.(fyne.Accessible); ok {
		return l.AccessibilityLabel()
	}
	if hint := reflect.ValueOf(o).Elem().FieldByName("PlaceHolder"); hint.IsValid() {
		return hint.String()
	}
	var words []string
	for _, part := range under(o, nil) {
		if text, ok := part.(*widgets.Text); ok && text.Words() != "" {
			words = append(words, text.Words())
		}
	}
	switch o.(type) {
	case *widgets.PersonCard:
		words = words[1:2]
	case *widgets.List:
		return ""
	}
	return "[" + strings.Join(words, " / ") + "]"
}

// checkOrder compares the stops of a section with those that were looked at.
func checkOrder(t testing.TB, section, text string) {
	t.Helper()
	checkGolden(t, filepath.Join("order", section+".txt"), text, "look")
}
