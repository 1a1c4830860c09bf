package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
)

// In a tidy family lines are level or upright, stay within the picture and
// never run through a person: that cannot be seen from outside.
func TestPlanFamily_lines_keep_clear(t *testing.T) {
	node := func(id string, place, row int, x float32) FamilyNode {
		return FamilyNode{ID: id, Place: place, Row: row, X: x}
	}
	v := FamilyView{
		Places: []FamilyPlace{{Width: 3.5}, {Width: 1}},
		Nodes: []FamilyNode{
			node("mother", 0, 0, 1), node("father", 1, 0, 0),
			node("before", 0, 1, 0), node("lead", 0, 1, 1.25), node("now", 0, 1, 2.5), node("apart", 1, 1, 0),
			node("old", 0, 2, 0.5), node("new", 0, 2, 1.75), node("far", 1, 2, 0),
		},
		Couples: []FamilyCouple{{A: "mother", B: "father", Marked: true}, {A: "before", B: "lead", Marked: true, Ended: true}, {A: "lead", B: "now", Marked: true}, {A: "lead", B: "apart", Marked: true}},
		Descents: []FamilyDescent{
			{Parents: []string{"mother", "father"}, Children: []string{"lead"}}, {Parents: []string{"before", "lead"}, Children: []string{"old"}},
			{Parents: []string{"lead", "now"}, Children: []string{"new"}}, {Parents: []string{"lead", "apart"}, Children: []string{"far"}},
		},
		Rows: 3,
	}
	plan := planFamily(v, familyMeasures{node: fyne.NewSize(nodeWidth, nodeHeight), gap: familyGap, edge: familyEdge, head: 40, top: familyTop, width: 1000})
	if len(plan.links.marks) != 4 {
		t.Errorf("%d marks", len(plan.links.marks))
	}
	for _, l := range plan.links.lines {
		if l.x0 != l.x1 && l.y0 != l.y1 {
			t.Errorf("a slanted line: %v", l)
		}
		if l.x0 < 0 || l.y0 < 0 || l.x1 > plan.size.Width || l.y1 > plan.size.Height {
			t.Errorf("out of the picture: %v", l)
		}
		for id, n := range plan.nodes {
			if l.x1 > n.x+1 && l.x0 < n.x+n.w-1 && l.y1 > n.y+1 && l.y0 < n.y+n.h-1 {
				t.Errorf("%v runs through %s", l, id)
			}
		}
	}
}
