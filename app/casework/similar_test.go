package casework_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"harbour/app/casework"
	"harbour/app/referral"
)

// findings returns the paths at which a rule is not settled, each with its code.
func findings(d *casework.Desk, c casework.Case, rule string) []string {
	var found []string
	for _, f := range d.Check(c, "").Findings {
		if f.Rule == rule {
			found = append(found, strings.TrimSpace(f.Path+" "+f.Args["code"]))
		}
	}
	return found
}

// written makes a case of one person and saves it.
func written(t *testing.T, d *casework.Desk, born string, names ...referral.Name) casework.Case {
	t.Helper()
	c, err := d.New(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	lead := c.Referral.Principal()
	for i, n := range names {
		n.ID = d.NewID()
		n.IsPrimary = i == 0
		lead.Names = append(lead.Names, n)
	}
	lead.BirthDate = referral.Given(referral.FuzzyDate{EDTF: born})
	if c, err = d.Save(context.Background(), c); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSimilarCases(t *testing.T) {
	ctx := context.Background()
	d := setUp(t, casework.RoleField, "Desk 3", true)
	first := written(t, d, "1984", referral.Name{Full: "Tigist Tesfaye"}, referral.Name{Full: "Nightjar", IsSensitive: true})
	if got := findings(d, first, "V49"); len(got) != 0 {
		t.Fatalf("the only case: %v", got)
	}
	second := written(t, d, "1984-05", referral.Name{Full: "TESFAYE, TIGIST"})
	want := "people/" + string(second.Referral.PrincipalPersonID) + "/names " + first.Referral.CaseCode
	if got := findings(d, second, "V49"); len(got) != 1 || got[0] != want {
		t.Errorf("got %v, want %s", got, want)
	}
	for _, f := range d.Check(second, "").Findings {
		if f.Rule == "V49" && (!strings.Contains(f.Title, first.Referral.CaseCode) || f.Severity != referral.Look) {
			t.Errorf("says %q, %s", f.Title, f.Severity)
		}
	}
	if got := findings(d, load(t, d, first.ID), "V49"); len(got) != 1 {
		t.Errorf("the other way: %v", got)
	}
	if got := findings(d, written(t, d, "1984", referral.Name{Full: "Nightjar"}), "V49"); len(got) != 0 {
		t.Errorf("found by a sensitive name: %v", got)
	}
	second.Referral.LinkedCases = []referral.LinkedCase{{ID: d.NewID(), CaseCode: strings.ToLower(first.Referral.CaseCode)}}
	second, err := d.Save(ctx, second)
	if err != nil {
		t.Fatal(err)
	}
	if got := findings(d, second, "V49"); len(got) != 0 {
		t.Errorf("linked: %v", got)
	}
	if err := d.Remove(ctx, second.ID); err != nil {
		t.Fatal(err)
	}
	if got := findings(d, load(t, d, first.ID), "V49"); len(got) != 0 {
		t.Errorf("after the other was removed: %v", got)
	}
}

// TestAlteredAttachments: bytes that Verify could not read block from then on,
// and so do bytes other than the case says.
func TestAlteredAttachments(t *testing.T) {
	ctx := context.Background()
	d := setUp(t, casework.RoleField, "Desk 3", true)
	c := load(t, d, take(t, d, "one-in-hiding.json"))
	c, document, err := d.Attach(ctx, c, casework.Paper{Type: "other"}, bytes.NewReader(practice(t, "letter.png")))
	if err != nil {
		t.Fatal(err)
	}
	if got := findings(d, c, "V45"); len(got) != 0 {
		t.Fatalf("fresh: %v", got)
	}
	n := len(c.Referral.Documents) - 1
	path := "documents/" + string(document) + "/attachments/" + string(c.Referral.Documents[n].Attachments[0].ID)
	sound := c.Referral.Documents[n].Attachments[0].SHA512
	c.Referral.Documents[n].Attachments[0].SHA512 = strings.Repeat("0", 128)
	if c, err = d.Save(ctx, c); err != nil {
		t.Fatal(err)
	}
	if got := findings(d, c, "V45"); len(got) != 1 || got[0] != path {
		t.Errorf("another sum: got %v, want %s", got, path)
	}
	c.Referral.Documents[n].Attachments[0].SHA512 = sound
	if c, err = d.Save(ctx, c); err != nil {
		t.Fatal(err)
	}
	breakFiles(t, d.Dir())
	if got := findings(d, load(t, d, c.ID), "V45"); len(got) != 0 {
		t.Errorf("before anybody looked: %v", got)
	}
	if s, err := d.Verify(ctx, nil); err != nil || s.Sound {
		t.Fatalf("verify: %+v, %v", s, err)
	}
	c = load(t, d, c.ID)
	if got := findings(d, c, "V45"); len(got) != 1 || got[0] != path || d.Check(c, "").Ready {
		t.Errorf("after Verify: got %v, want %s", got, path)
	}
}

// breakFiles changes one byte in each attachment of a vault.
func breakFiles(t *testing.T, dir string) {
	t.Helper()
	broken := 0
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Dir(path) == dir {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil || len(content) == 0 {
			return err
		}
		broken++
		return os.WriteFile(path, flip(content, len(content)/2), 0o600)
	})
	if err != nil || broken == 0 {
		t.Fatalf("broke %d files: %v", broken, err)
	}
}
