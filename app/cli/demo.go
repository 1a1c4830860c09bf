package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"harbour/app/casework"
	"harbour/app/referral"
)

// The practice vaults guard invented people: their passphrases are told.
const (
	demoFieldWords  = "pebble orchard kettle nineteen willow"
	demoOfficeWords = "harvest copper violin lantern meadow"
	demoCase        = "family-of-four.json"
	demoPaper       = "letter.png"
)

type demoCommand struct {
	Dir string `help:"Where to leave both vaults and the files; else harbour-practice-N here." placeholder:"DIR"`
}

// Run does the whole practice hand-over, step by step.
func (c *demoCommand) Run(r *run) error {
	dir, err := c.folder()
	if err != nil {
		return err
	}
	d := &demo{run: r, dir: dir}
	r.tell("cli.demo_start", "dir", dir)
	for i, step := range []func() error{d.setUp, d.meet, d.write, d.handOver, d.open, d.receipt} {
		fmt.Fprintf(r.Stdout, "\n%d  ", i+1)
		if err := step(); err != nil {
			return errors.Join(err, d.close())
		}
	}
	if err := d.close(); err != nil {
		return err
	}
	fmt.Fprintln(r.Stdout)
	r.tell("cli.demo_end", "dir", dir, "field", demoFieldWords, "office", demoOfficeWords)
	return nil
}

// folder makes the folder of the demo, which must not exist.
func (c *demoCommand) folder() (string, error) {
	if c.Dir != "" {
		return c.Dir, os.MkdirAll(c.Dir, 0o700)
	}
	for n := 1; ; n++ {
		dir := fmt.Sprintf("harbour-practice-%d", n)
		err := os.Mkdir(dir, 0o700)
		if !errors.Is(err, fs.ErrExist) {
			return dir, err
		}
	}
}

// demo is two desks and what goes between them.
type demo struct {
	*run
	dir            string
	field, office  *casework.Desk
	id             referral.ID
	path, bundleID string
}

func (d *demo) setUp() error {
	d.tell("cli.demo_set_up")
	var err error
	if d.field, err = d.desk("field", casework.RoleField, "Desk 3", demoFieldWords); err != nil {
		return err
	}
	d.office, err = d.desk("office", casework.RoleOffice, "Meridian", demoOfficeWords)
	return err
}

func (d *demo) desk(folder, role, name, passphrase string) (*casework.Desk, error) {
	pass, err := casework.ReadPassphrase(bytes.NewReader([]byte(passphrase)))
	if err != nil {
		return nil, err
	}
	defer pass.Destroy()
	dir := filepath.Join(d.dir, folder)
	if err := d.Create(d.ctx, dir, pass, casework.SetUp{Role: role, Name: name, Practice: true}); err != nil {
		return nil, err
	}
	return d.Unlock(d.ctx, dir, pass)
}

// meet has each desk check the other's card, as two people on the phone would.
func (d *demo) meet() error {
	d.tell("cli.demo_meet")
	for _, pair := range [][2]*casework.Desk{{d.field, d.office}, {d.office, d.field}} {
		contact, err := pair[0].TakeCard(d.ctx, pair[1].OwnCard(), "")
		if err != nil {
			return err
		}
		groups := pair[1].OwnGroups()
		var told []string
		for _, n := range contact.Ask {
			told = append(told, groups[n-1])
		}
		if _, _, err := pair[0].CheckGroups(d.ctx, contact.ID, told, "practice"); err != nil {
			return err
		}
		d.tell("cli.demo_checked", "who", pair[0].Name(), "whom", contact.Name, "groups", fmt.Sprint(contact.Ask))
	}
	return nil
}

func (d *demo) write() error {
	document, err := fs.ReadFile(d.Practice, demoCase)
	if err != nil {
		return err
	}
	taken, err := d.field.Take(d.ctx, document)
	if err != nil {
		return err
	}
	d.id = taken.ID
	c, err := d.field.Load(d.ctx, d.id)
	if err != nil {
		return err
	}
	letter, err := fs.ReadFile(d.Practice, demoPaper)
	if err != nil {
		return err
	}
	paper := casework.Paper{Type: "threat_evidence", Of: c.Referral.PrincipalPersonID, Filename: demoPaper}
	if c, _, err = d.field.Attach(d.ctx, c, paper, bytes.NewReader(letter)); err != nil {
		return err
	}
	report := d.field.Check(c, "")
	d.tell("cli.demo_written", "case", taken.Code, "people", len(c.Referral.People),
		"n", report.Points[0], "all", report.Points[1])
	return nil
}

func (d *demo) handOver() error {
	meridian, err := d.field.FindContact("Meridian")
	if err != nil {
		return err
	}
	plan, err := d.field.Plan(d.ctx, meridian.ID, d.id)
	if err != nil {
		return err
	}
	out, err := d.field.HandOver(d.ctx, plan, d.dir, nil)
	if err != nil {
		return err
	}
	d.path = out.Path
	d.tell("cli.demo_handed_over", "path", out.Path, "size", d.Words.Bytes(out.Bytes))
	return nil
}

func (d *demo) open() error {
	got, err := d.office.Open(d.ctx, d.path, nil)
	if err != nil {
		return err
	}
	d.bundleID = got.BundleID
	d.tell("cli.demo_opened", "name", got.Contact.Name, "case", got.Cases[0].Code)
	return nil
}

func (d *demo) receipt() error {
	receipt, err := d.office.Accept(d.ctx, d.bundleID, d.dir, nil)
	if err != nil {
		return err
	}
	ack, err := d.field.TakeReceipt(d.ctx, receipt.Path)
	if err != nil {
		return err
	}
	d.tell("cli.demo_receipt", "name", ack.Contact.Name, "case", ack.Cases[0].Code)
	return nil
}

func (d *demo) close() error {
	var errs []error
	for _, desk := range []*casework.Desk{d.field, d.office} {
		if desk != nil {
			errs = append(errs, desk.Close())
		}
	}
	return errors.Join(errs...)
}
