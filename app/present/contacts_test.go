package present_test

import (
	"os"
	"path/filepath"
	"testing"

	"harbour/app/casework"
	"harbour/app/present"
)

// cardFile writes the card of a desk as a file.
func cardFile(t testing.TB, s *present.Shell) string {
	t.Helper()
	c := present.NewContacts(s.Desk)
	dir := t.TempDir()
	do(t, c.SaveOwn(dir))
	if c.Note.Key != "contacts.saved_own" {
		t.Fatalf("own card: %+v", c.Message)
	}
	return filepath.Join(dir, filesIn(t, dir)[0])
}

func TestContacts_take_in_a_card(t *testing.T) {
	p := newPair(t)
	c := present.NewContacts(p.field.Desk)
	if len(c.All) != 0 || len(c.Groups) != 12 || c.Own.Name != "Desk 3" {
		t.Fatalf("empty list: %+v", c)
	}
	path := cardFile(t, p.office)
	do(t, c.Read(path))
	if !c.Reading() || c.Claim.Name != "Meridian" || c.Claim.RoleKey != "contacts.role.office" {
		t.Fatalf("claim %+v, message %+v", c.Claim, c.Message)
	}
	id := ""
	do(t, c.TakeIn("Meridian in Nairobi", func(taken string) { id = taken }))
	if c.Reading() || len(c.All) != 1 || c.All[0].ID != id || c.All[0].Name != "Meridian in Nairobi" || c.All[0].Trust != present.TrustFirst {
		t.Fatalf("taken in: %+v, %+v", c.All, c.Message)
	}
	do(t, c.Read(path))
	do(t, c.TakeIn("Meridian", func(string) {}))
	if len(c.All) != 1 || c.All[0].Name != "Meridian" {
		t.Errorf("renamed: %+v", c.All)
	}
}

func TestContacts_refuse(t *testing.T) {
	p := newPair(t)
	c := present.NewContacts(p.field.Desk)
	noise := filepath.Join(t.TempDir(), "noise")
	if err := os.WriteFile(noise, []byte("no card"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, r := range []struct{ name, path, want string }{
		{"noise", noise, "error.card"},
		{"no file", noise + "-gone", "error.no_file"},
	} {
		if do(t, c.Read(r.path)); c.Message.Key != r.want || c.Reading() {
			t.Errorf("%s: got %+v", r.name, c.Message)
		}
	}
	do(t, c.Read(cardFile(t, p.field)))
	do(t, c.TakeIn("Ourselves", func(string) {}))
	if c.Message.Key != "error.own_card" {
		t.Errorf("own card: %+v", c.Message)
	}
	meet(t, p.field, p.office)
	do(t, c.Read(cardFile(t, newDesk(t, casework.RoleOffice, "Northern"))))
	do(t, c.TakeIn("Meridian", func(string) {}))
	if c.Message.Key != "error.name_taken" || !c.Reading() {
		t.Errorf("taken name: %+v", c.Message)
	}
	path := cardFile(t, p.office)
	do(t, c.SaveOwn(filepath.Dir(path)))
	if c.Message.Key != "error.file_exists" {
		t.Errorf("saved over another card: %+v", c.Message)
	}
}

func TestGroupCheck_marks_what_was_given(t *testing.T) {
	p := newPair(t)
	id := meet(t, p.field, p.office)
	check, ok := present.NewGroupCheck(p.field.Desk, id)
	if !ok || len(check.Ask) != 4 || check.Ready() || check.Judge() != nil {
		t.Fatalf("new check: %+v", check)
	}
	groups := p.office.Desk.OwnGroups()
	for i, n := range check.Ask {
		check.Type(n, groups[n-1])
		if check.Typed() != i+1 || check.Mark(n) != present.MarkOpen {
			t.Errorf("group %d: typed %d, mark %d", n, check.Typed(), check.Mark(n))
		}
	}
	if check.Ready() {
		t.Error("ready without a channel")
	}
	check.Channel = "phone"
	wrong := check.Ask[1]
	check.Type(wrong, other(groups[wrong-1]))
	do(t, check.Judge())
	if check.Marked || check.Message.Key != "error.groups_differ" || check.Mark(wrong) != present.MarkWrong || check.Mark(check.Ask[0]) != present.MarkRight {
		t.Fatalf("one wrong: %+v", check)
	}
	if check.Ready() {
		t.Error("ready with a wrong group")
	}
	check.Type(wrong, groups[wrong-1])
	do(t, check.Judge())
	if !check.Marked || check.Party.Trust != present.TrustChecked || check.Party.HowKey != "contacts.how.phone" || check.Mark(wrong) != present.MarkRight {
		t.Errorf("all right: %+v", check)
	}
}

func TestGroupCheck_wants_all_twelve_after_three_wrong_tries(t *testing.T) {
	p := newPair(t)
	check, _ := present.NewGroupCheck(p.field.Desk, meet(t, p.field, p.office))
	groups := p.office.Desk.OwnGroups()
	for range 3 {
		sayGroups(check, p.office)
		check.Type(check.Ask[0], other(groups[check.Ask[0]-1]))
		do(t, check.Judge())
	}
	if len(check.Ask) != 12 || check.Party.Trust != present.TrustUnknown || check.Message.Key != "contacts.all_twelve" {
		t.Fatalf("after three tries: %+v", check)
	}
	sayGroups(check, p.office)
	do(t, check.Judge())
	if !check.Marked {
		t.Errorf("twelve right groups: %+v", check.Message)
	}
}

func TestGroupCheck_doubt(t *testing.T) {
	p := newPair(t)
	id := trust(t, p.field, p.office)
	check, _ := present.NewGroupCheck(p.field.Desk, id)
	do(t, check.Doubt())
	if !check.Doubted || check.Party.Trust != present.TrustUnknown || len(check.Ask) != 12 || check.Message.Key != "contacts.doubted" {
		t.Errorf("doubted: %+v", check)
	}
	if _, ok := present.NewGroupCheck(p.field.Desk, "nobody"); ok {
		t.Error("a contact that is not there can be checked")
	}
}

// other is a group that is not g.
func other(g string) string {
	if g[0] == '9' {
		return "0" + g[1:]
	}
	return string(g[0]+1) + g[1:]
}
