package cli

import (
	"harbour/app/casework"
)

type verifyCommand struct {
	JSON bool `help:"Print JSON."`
}

// Run checks everything that the vault holds.
func (c *verifyCommand) Run(r *run) error {
	return r.withDesk(func(d *casework.Desk) error {
		s, err := d.Verify(r.ctx, nil)
		if err != nil {
			return err
		}
		if c.JSON {
			if err := r.json(s); err != nil {
				return err
			}
		} else if s.Sound {
			r.tell("cli.sound", "items", s.Items, "files", s.Attachments, "size", r.Words.Bytes(s.Bytes))
		} else {
			r.tell("cli.unsound", "damaged", s.Damaged)
		}
		if !s.Sound {
			return complained{casework.ErrDamaged}
		}
		return nil
	})
}
