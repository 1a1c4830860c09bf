package present_test

import (
	"context"
	"testing"

	"harbour/app/referral"
)

// TestEditor_agrees_with_the_desk on what the rest of the folder has to say:
// the window and the commands find the same.
func TestEditor_agrees_with_the_desk(t *testing.T) {
	d := editorDesk(t)
	practiceCase(t, d, "one-in-hiding.json")
	id := newCase(t, d)
	e := openEditor(t, d, id)
	agree := func(similar int) {
		t.Helper()
		c, err := d.Load(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		report := d.Check(c, "")
		found := 0
		for _, f := range report.Findings {
			if f.Rule == "V49" {
				found++
			}
		}
		if found != similar {
			t.Errorf("the desk finds %d similar cases, want %d", found, similar)
		}
		if e.Blocks() != report.Blocks() || e.Looks() != report.Looks() || e.Share() != float64(report.Points[0])/float64(report.Points[1]) {
			t.Errorf("the window has %d blocks, %d looks, %f; the desk %d, %d of %v",
				e.Blocks(), e.Looks(), e.Share(), report.Blocks(), report.Looks(), report.Points)
		}
	}
	agree(0)
	c, err := d.Load(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	lead := c.Referral.Principal()
	lead.Names = []referral.Name{{ID: d.NewID(), Full: "Hagos Mihret Tesfalem", IsPrimary: true}}
	if _, err := d.Save(context.Background(), c); err != nil {
		t.Fatal(err)
	}
	e = openEditor(t, d, id)
	agree(0)
	e.Show("people", "people/"+string(lead.ID)+"/birth_date")
	if m := e.SetDate("people/"+string(lead.ID)+"/birth_date", "1993", string(referral.Gregorian)); !m.Empty() {
		t.Fatal(m.Key)
	}
	doEdit(t, e.Save())
	agree(1)
}
