package cli

import (
	"harbour/app/casework"
)

type initCommand struct {
	Role     string `required:"" enum:"field,office" help:"field or office."`
	Name     string `required:"" help:"What the desk is called; it stands on the card."`
	Practice bool   `help:"For invented people only, for the life of the vault."`
}

// Run makes a vault.
func (c *initCommand) Run(r *run) error {
	pass, err := r.newPassphrase()
	if err != nil {
		return err
	}
	defer pass.Destroy()
	s := casework.SetUp{Role: c.Role, Name: c.Name, Practice: c.Practice}
	if err := r.Create(r.ctx, r.vaultDir(), pass, s); err != nil {
		return err
	}
	r.tell("cli.made", "dir", r.vaultDir())
	return nil
}
