package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"harbour/app/casework"
	"harbour/app/referral"
)

type attachCommand struct {
	Case   string   `arg:"" help:"The case's code or id."`
	Files  []string `arg:"" name:"file" help:"The files to attach."`
	Kind   string   `required:"" help:"What paper it is: a code such as passport."`
	Person string   `help:"The id of the person whose paper it is."`
}

// Run attaches files. Their names are kept sealed and never printed.
func (c *attachCommand) Run(r *run) error {
	return r.withCase(c.Case, func(d *casework.Desk, open casework.Case) error {
		for _, name := range c.Files {
			f, err := os.Open(name)
			if err != nil {
				return &namedError{err, "error.no_file"}
			}
			paper := casework.Paper{Type: referral.Code(c.Kind), Of: referral.ID(c.Person), Filename: filepath.Base(name)}
			var document referral.ID
			open, document, err = d.Attach(r.ctx, open, paper, f)
			f.Close()
			if err != nil {
				return err
			}
			fmt.Fprintln(r.Stdout, document)
		}
		return nil
	})
}

type saveCommand struct {
	Case     string `arg:"" help:"The case's code or id."`
	Document string `arg:"" help:"The document's id."`
	Out      string `required:"" help:"The folder to write into." placeholder:"DIR"`
}

// Run writes a readable copy of a document out, and says so.
func (c *saveCommand) Run(r *run) error {
	return r.withCase(c.Case, func(d *casework.Desk, open casework.Case) error {
		paths, err := d.SaveCopy(r.ctx, open, referral.ID(c.Document), c.Out)
		if err != nil {
			return err
		}
		for _, path := range paths {
			fmt.Fprintln(r.Stdout, path)
		}
		fmt.Fprintln(r.Stderr, "harbour:", r.say("cli.readable_copy"))
		return nil
	})
}

type removeCommand struct {
	Case string `arg:"" help:"The case's code or id."`
}

// Run takes a case out of the vault.
func (c *removeCommand) Run(r *run) error {
	return r.withDesk(func(d *casework.Desk) error {
		id, err := findCase(d, c.Case)
		if err != nil {
			return err
		}
		s, _ := d.Summary(id)
		if err := d.Remove(r.ctx, id); err != nil {
			return err
		}
		r.tell("cli.removed", "case", s.Code)
		return nil
	})
}
