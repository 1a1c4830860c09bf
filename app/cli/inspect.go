package cli

import (
	"harbour/app/casework"
)

type inspectCommand struct {
	File string `arg:"" help:"Any file."`
	JSON bool   `help:"Print JSON."`
}

// Run says what a file is: without a vault what anybody can see, with one what
// its signed front says.
func (c *inspectCommand) Run(r *run) error {
	if r.global.Vault == "" && r.Env("HARBOUR_VAULT") == "" {
		i, err := casework.Inspect(c.File)
		if err != nil {
			return err
		}
		return c.print(r, i)
	}
	return r.withDesk(func(d *casework.Desk) error {
		i, err := d.Inspect(r.ctx, c.File)
		if err != nil {
			return err
		}
		return c.print(r, i)
	})
}

func (c *inspectCommand) print(r *run, i casework.Inspection) error {
	if c.JSON {
		return r.json(i)
	}
	size := r.Words.Bytes(i.Bytes)
	switch {
	case i.Claims != nil:
		r.tell("cli.is_card", "name", i.Claims.Name, "role", i.Claims.Role, "until", i.Claims.Until)
	case i.Front != nil:
		f := i.Front
		r.tell("cli.is_for_us", "kind", f.Kind, "name", f.Sender.Name, "trust", r.say(trustWords(f.Trust)))
		r.tell("cli.holds", "records", f.Records, "attachments", f.Attachments, "size", r.Words.Bytes(f.TotalBytes))
	case i.What == casework.FileBundle:
		r.tell("cli.is_bundle", "size", size)
	default:
		r.tell("cli.is_unknown", "size", size)
	}
	return nil
}

func trustWords(t casework.Trust) string {
	switch t {
	case casework.TrustChecked:
		return "trust.green"
	case casework.TrustFirst:
		return "trust.amber"
	}
	return "trust.red"
}
